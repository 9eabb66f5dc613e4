import type { Sample } from "../sample.ts";
import { synchronize } from "./synchronize.ts";

export const groupid: readonly Sample[] = [...synchronize];
