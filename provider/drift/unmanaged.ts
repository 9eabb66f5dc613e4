import { listAll } from "../export/gather.ts";
import { plain } from "../hosts/plugin/propertyValues.ts";
import { messageOf } from "../resource/errors.ts";
import { formatId } from "../resource/id.ts";
import type { Connections } from "../systems/connections.ts";
import type { SystemDefinition } from "../systems/system.ts";
import type { ConnectionsOf } from "./drift.ts";
import type { ManagedResource } from "./state.ts";

/** An object of a system that none of the stacks manages. */
export interface Unmanaged {
  readonly connection: string;
  /** `<system>:<Object>`. */
  readonly type: string;
  readonly id: string;
  /** What people know it by: the end of its natural key. */
  readonly name: string;
}

/** What the systems hold beside what is managed. */
export interface UnmanagedResult {
  readonly objects: readonly Unmanaged[];
  readonly failures: readonly string[];
  /** The types of the connected systems that no call lists: what of them nobody manages cannot be told. */
  readonly unlisted: readonly string[];
}

/**
 * The objects that exist in the systems and that no resource of the stacks is, of the types that the connections can
 * list. What no call enumerates, such as domains, is looked through where a resource of the stacks is, and where
 * `within` says.
 */
export async function findUnmanaged(
  all: readonly Connections[],
  managed: readonly ManagedResource[],
  connectionsOf: ConnectionsOf,
  within: Readonly<Record<string, readonly string[]>>,
  signal: AbortSignal,
): Promise<UnmanagedResult> {
  // Stacks may share connections, and installations behind connections of different names.
  const objects = new Map<string, Unmanaged>();
  const failures = new Set<string>();
  const reached: { connections: Connections; name: string; system: SystemDefinition }[] = [];
  for (const connections of all) {
    for (const name of await connections.names()) {
      try {
        reached.push({ connections, name, system: await connections.systemOf(name) });
      } catch (error) {
        failures.add(messageOf(error));
      }
    }
  }
  for (const { connections, name, system } of reached) {
    for (const resource of system.resources.filter(({ list }) => list !== undefined)) {
      try {
        const connection = connections.get(system, name);
        const own = managed.filter(
          (candidate) =>
            candidate.type === resource.type &&
            installationOf(candidate, system, connectionsOf) === connection.installation,
        );
        const scopes = scopesOf(resource.list?.within ?? [], own, within);
        const ids = new Set(own.map(({ id }) => id));
        const operation = { signal, report: () => undefined };
        for (const live of await listAll({ resource, scopes }, connection, operation)) {
          const id = formatId(resource.id, live);
          if (!ids.has(id)) {
            const key = resource.naturalKey.at(-1) ?? "";
            const found = { connection: name, type: resource.type, id, name: String(live[key] ?? id) };
            objects.set(JSON.stringify([connection.installation, resource.type, id]), found);
          }
        }
      } catch (error) {
        failures.add(`${resource.type} (${name}): ${messageOf(error)}`);
      }
    }
  }
  const unlisted = reached
    .flatMap(({ system }) => system.resources)
    .filter(({ list, isAction }) => list === undefined && isAction !== true)
    .map(({ type }) => type);
  return { objects: [...objects.values()], failures: [...failures], unlisted: [...new Set(unlisted)].sort() };
}

/** Where the object of a resource is; `undefined` when its connection is configured no longer. */
function installationOf(
  resource: ManagedResource,
  system: SystemDefinition,
  connectionsOf: ConnectionsOf,
): string | undefined {
  const { connection } = plain({ connection: resource.inputs.connection });
  try {
    const name = typeof connection === "string" ? connection : undefined;
    return connectionsOf(resource).get(system, name).installation;
  } catch {
    return undefined;
  }
}

/** Every combination of what no call enumerates that a resource has or that is asked for. */
function scopesOf(
  names: readonly string[],
  own: readonly ManagedResource[],
  within: Readonly<Record<string, readonly string[]>>,
): Record<string, string>[] {
  const asked = names.reduce<Record<string, string>[]>(
    (scopes, name) => scopes.flatMap((scope) => (within[name] ?? []).map((value) => ({ ...scope, [name]: value }))),
    [{}],
  );
  const used = own.map(({ inputs, outputs }) => {
    const known = plain({ ...outputs, ...inputs });
    return Object.fromEntries(names.map((name) => [name, String(known[name])]));
  });
  return [...new Map([...used, ...asked].map((scope) => [JSON.stringify(scope), scope])).values()];
}
