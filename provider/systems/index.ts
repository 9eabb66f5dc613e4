import { apio } from "./apio/index.ts";
import { barium } from "./barium/index.ts";
import { cloudiway } from "./cloudiway/index.ts";
import { groupid } from "./groupid/index.ts";
import { saltstack } from "./saltstack/index.ts";
import type { SystemDefinition } from "./system.ts";

/** All systems that this package manages. */
export const systems: readonly SystemDefinition[] = [apio, barium, cloudiway, groupid, saltstack];
