import type { SystemDefinition } from "./system.ts";

const loaders = {
  apio: async () => (await import("./apio/index.ts")).apio,
  barium: async () => (await import("./barium/index.ts")).barium,
  cloudiway: async () => (await import("./cloudiway/index.ts")).cloudiway,
  groupid: async () => (await import("./groupid/index.ts")).groupid,
  saltstack: async () => (await import("./saltstack/index.ts")).saltstack,
} satisfies Record<string, () => Promise<SystemDefinition>>;

/** The name of a system that this package manages. */
export type SystemName = keyof typeof loaders;

/** All of them. */
export const systemNames: readonly string[] = Object.keys(loaders);

/** Whether there is a system of that name. */
export function isSystemName(name: unknown): name is SystemName {
  return typeof name === "string" && Object.hasOwn(loaders, name);
}

/**
 * Loads one system. The provider processes of a stack load those alone that it uses: the definitions of all of them take
 * more memory than a thousand resources.
 */
export function loadSystem(name: SystemName): Promise<SystemDefinition> {
  return loaders[name]();
}

/** Loads all of them. */
export function loadSystems(): Promise<SystemDefinition[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
