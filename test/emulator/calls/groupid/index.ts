import type { DocumentedCalls } from "../documentedCall.ts";
import { directory } from "./directory.ts";
import { synchronize } from "./synchronize.ts";

export const groupid: DocumentedCalls = { ...directory, ...synchronize };
