import type { Connections } from "../systems/connections.ts";
import { type DeclaredResource, declare } from "./declared.ts";
import { parseFilter } from "./filter.ts";
import { type Collection, collections, describe, gather, type Progress } from "./gather.ts";
import { Journal } from "./journal.ts";
import { wantedTypes } from "./wantedTypes.ts";

/** What is exported, as people say it. */
export interface ExportRequest {
  /** Names of connections; none means all. */
  readonly connection: readonly string[];
  /** Types, such as `barium:Group`; none means all that can be listed. */
  readonly only: readonly string[];
  /** Values of inputs that no call enumerates, by name. */
  readonly within: Readonly<Record<string, readonly string[]>>;
  /** `property=pattern`. */
  readonly filter: readonly string[];
  /** The folder of the result, in which an export that fails keeps what it has read. */
  readonly out: string;
  readonly restart?: true;
}

/** How the progress of an export is told. */
export interface ExportProgress {
  step(text: string, done: number, total: number): void;
  note(message: string): void;
}

/** What was read, as resources. */
export interface Exported {
  /** Each after those that it refers to. */
  readonly resources: readonly DeclaredResource[];
  /** The types that no call lists. */
  readonly notListed: readonly string[];
  /** Says that the result is written: nothing of it is needed any more. */
  complete(): void;
}

/** Reads what exists, and declares it. See `gather` for what it throws. */
export async function exportObjects(
  connections: Connections,
  request: ExportRequest,
  signal: AbortSignal,
  progress: ExportProgress,
): Promise<Exported> {
  const names = request.connection.length === 0 ? await connections.names() : [...new Set(request.connection)].sort();
  if (names.length === 0) {
    throw new Error("no connection is configured: `pulumi config`, and `groupware:connections` in it, has them.");
  }
  const filters = request.filter.map(parseFilter);
  const only = wantedTypes(request.only);
  const reached = await Promise.all(
    names.map(async (connection) => ({ connection, system: await connections.systemOf(connection) })),
  );
  const wanted = collections(reached, { only, within: request.within });
  if (wanted.length === 0) {
    throw new Error(
      `there is nothing to export: no connection has ${only.length === 0 ? "a type that can be listed" : only.join(", ")}.`,
    );
  }
  const journal = new Journal(request.out, scopeOf(connections, wanted), request.restart === true);
  if (journal.begun !== undefined) {
    progress.note(
      `Going on with the export of ${journal.begun.toISOString()}: ${journal.size} objects are read already. --restart reads all anew.`,
    );
  }
  const reporting: Progress = {
    step: (collection, done, total) => progress.step(describe(collection), done, total),
    note: progress.note,
  };
  const objects = await gather(connections, wanted, filters, journal, reporting, signal);
  const fixed = new Set(
    Object.entries(request.within)
      .filter(([, values]) => new Set(values).size === 1)
      .map(([name]) => name),
  );
  const systems = new Set(reached.map(({ system }) => system));
  return {
    resources: declare(objects, fixed),
    notListed: [...systems]
      .flatMap(({ resources }) => resources)
      .filter(({ list, isAction }) => list === undefined && isAction !== true)
      .map(({ type }) => type)
      .filter((type) => only.length === 0 || only.includes(type)),
    complete: () => journal.remove(),
  };
}

/** What the objects of a journal belong to: another installation behind the same name has others. */
function scopeOf(connections: Connections, wanted: readonly Collection[]): string {
  const places = wanted.map(
    ({ connection, system }) => `${connection} ${connections.get(system, connection).installation}`,
  );
  return [...new Set(places)].sort().join("; ");
}
