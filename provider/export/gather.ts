import PQueue from "p-queue";
import type { ResourceDefinition } from "../resource/definition.ts";
import { messageOf, type Properties } from "../resource/errors.ts";
import { formatId } from "../resource/id.ts";
import { type Connection, ResourceLifecycle } from "../resource/lifecycle.ts";
import type { Connections } from "../systems/connections.ts";
import type { SystemDefinition } from "../systems/system.ts";
import { type ExportedObject, exported } from "./exported.ts";
import type { Filter } from "./filter.ts";
import type { Journal } from "./journal.ts";

/** How many objects may fail before no further one is tried. */
const tolerated = 10;
/** How many reads are under way at once; the connection's own limit holds beside it. */
const concurrency = 32;

/** A connection by name, and the system that it reaches. */
export interface Reached {
  readonly connection: string;
  readonly system: SystemDefinition;
}

/** What is exported. */
export interface Selection {
  /** Types, such as `barium:Group`; none means all that can be listed. */
  readonly only: readonly string[];
  /** Values of the inputs that no call enumerates, by name: the domains of Barium's groups. */
  readonly within: Readonly<Record<string, readonly string[]>>;
}

/** One type of one connection. */
export interface Collection extends Reached {
  readonly resource: ResourceDefinition;
  /** The values of `within`, every combination. */
  readonly scopes: readonly Readonly<Record<string, string>>[];
}

export interface Progress {
  /** Says how far a collection is. */
  step(collection: Collection, done: number, total: number): void;
  /** Says something that stays. */
  note(message: string): void;
}

/** Which types of which connections are read. Throws when a value that no call enumerates is missing. */
export function collections(reached: readonly Reached[], selection: Selection): Collection[] {
  const found = reached.flatMap(({ connection, system }) =>
    system.resources
      .filter(({ list, type }) => list !== undefined && isWanted(type, selection))
      .map((resource) => ({ connection, system, resource })),
  );
  const missing = [
    ...new Map(
      found.flatMap(({ resource }) =>
        (resource.list?.within ?? [])
          .filter((name) => (selection.within[name] ?? []).length === 0)
          .map((name) => [name, `  --within ${name}=… (for ${resource.type})`]),
      ),
    ).values(),
  ];
  if (missing.length > 0) {
    throw new Error(
      `no call lists these; say which are meant, each as often as there are several:\n${missing.join("\n")}`,
    );
  }
  return found.map((collection) => ({
    ...collection,
    scopes: combinations(collection.resource.list?.within ?? [], selection.within),
  }));
}

function isWanted(type: string, { only }: Selection): boolean {
  return only.length === 0 || only.includes(type);
}

function combinations(names: readonly string[], values: Selection["within"]): Record<string, string>[] {
  return names.reduce<Record<string, string>[]>(
    (scopes, name) => scopes.flatMap((scope) => (values[name] ?? []).map((value) => ({ ...scope, [name]: value }))),
    [{}],
  );
}

/**
 * Reads all objects of the collections: the lists say which there are, and each is read as an import would. A system
 * whose reads share a list costs no more calls than the list.
 * @throws when anything failed or it was interrupted, after what could be read is in the journal.
 */
export async function gather(
  connections: Connections,
  wanted: readonly Collection[],
  filters: readonly Filter[],
  journal: Journal,
  progress: Progress,
  signal: AbortSignal,
): Promise<ExportedObject[]> {
  const objects: ExportedObject[] = [];
  const failures: string[] = [];
  for (const collection of wanted) {
    if (failures.length < tolerated && !signal.aborted) {
      const read = await gatherCollection(connections, collection, filters, journal, progress, signal).catch(
        (error: unknown) => ({ objects: [], failures: [`${describe(collection)}: ${messageOf(error)}`] }),
      );
      objects.push(...read.objects);
      failures.push(...read.failures);
    }
  }
  if (failures.length > 0 || signal.aborted) {
    journal.flush();
    throw new Error(
      `nothing is written yet, because ${signal.aborted ? "it was interrupted." : `not everything could be read:\n${failures.map((text) => `  ${text}`).join("\n")}`}\n` +
        `${objects.length} objects were read. The same command goes on from there.`,
    );
  }
  return objects;
}

/** How messages name a collection. */
export function describe({ connection, system, resource }: Collection): string {
  return connection === system.name ? resource.type : `${resource.type} (${connection})`;
}

async function gatherCollection(
  connections: Connections,
  collection: Collection,
  filters: readonly Filter[],
  journal: Journal,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ objects: ExportedObject[]; failures: string[] }> {
  const { connection: name, system, resource } = collection;
  const connection = connections.get(system, name);
  const operation = { signal, report: progress.note };
  const lifecycle = new ResourceLifecycle(resource, { connection: () => connection, adopt: false });
  const listed = await listAll(collection, connection, operation);
  const candidates = listed.filter((live) => filters.every((filter) => filter.mayMatch(live)));
  const objects: ExportedObject[] = [];
  const failures: string[] = [];
  let done = 0;
  const queue = new PQueue({ concurrency });
  await queue.addAll(
    candidates.map((live) => async () => {
      if (failures.length >= tolerated || signal.aborted) {
        return;
      }
      const id = formatId(resource.id, live);
      try {
        const known = journal.get({ connection: name, type: resource.type, id });
        const object = known ?? (await readOne(id));
        if (
          object !== undefined &&
          filters.every((filter) => filter.matches({ ...object.outputs, ...object.inputs }))
        ) {
          objects.push(object);
        }
        if (object !== undefined && known === undefined) {
          journal.add(object);
        }
      } catch (error) {
        failures.push(messageOf(error));
      }
      done += 1;
      progress.step(collection, done, candidates.length);
    }),
  );
  return { objects, failures };

  /** An object that has vanished since it was listed is none. */
  async function readOne(id: string): Promise<ExportedObject | undefined> {
    const state = await lifecycle.read(id, name === system.name ? {} : { connection: name }, operation);
    return state === undefined ? undefined : exported(name, resource, state);
  }
}

/** All objects of a collection as the lists show them. */
export async function listAll(
  { resource, scopes }: Pick<Collection, "resource" | "scopes">,
  connection: Connection,
  operation: { readonly signal: AbortSignal; report(message: string): void },
): Promise<Properties[]> {
  const lists = [];
  for (const scope of scopes) {
    const live = await resource.list?.read(connection.api, scope, { timeout: connection.timeout, ...operation });
    lists.push(...(live ?? []));
  }
  return [...new Map(lists.map((live: Properties) => [formatId(resource.id, live), live])).values()];
}
