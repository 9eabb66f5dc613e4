import type { Sample } from "../sample.ts";
import { directory } from "./directory.ts";
import { synchronize } from "./synchronize.ts";

export const groupid: readonly Sample[] = [...directory, ...synchronize];
