import type { DocumentedCalls } from "../documentedCall.ts";
import { synchronize } from "./synchronize.ts";

export const groupid: DocumentedCalls = { ...synchronize };
