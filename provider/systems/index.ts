import { apio } from "./apio/index.ts";
import { barium } from "./barium/index.ts";
import { cloudiway } from "./cloudiway/index.ts";
import { groupid } from "./groupid/index.ts";
import type { SystemName } from "./loadSystem.ts";
import { saltstack } from "./saltstack/index.ts";
import type { SystemDefinition } from "./system.ts";

const all: Record<SystemName, SystemDefinition> = { apio, barium, cloudiway, groupid, saltstack };

/** All systems that this package manages, for what has to do with every one of them: see `loadSystem`, too. */
export const systems: readonly SystemDefinition[] = Object.values(all);
