import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { Connection } from "../../../provider/resource/lifecycle.ts";
import { Connections } from "../../../provider/systems/connections.ts";
import { groupid } from "../../../provider/systems/groupid/index.ts";

/** An emulator with what tests of a directory look at. */
export interface DirectoryEmulator extends Emulator, AsyncDisposable {
  /** The groups of the identity store 2, by name. */
  groups(): string[];
  /** The GUIDs of a group's members, sorted. */
  membersOf(group: { readonly properties: Readonly<Record<string, unknown>> }): string[];
  /** A new connection to it. */
  connection(): Connection;
}

/** Starts an emulator with what `prepare` makes. */
export async function started(prepare: (emulator: Emulator) => void): Promise<DirectoryEmulator> {
  const emulator = await startEmulator();
  prepare(emulator);
  const store = () => emulator.groupid.directory.store("2");
  return Object.assign(emulator, {
    groups: () =>
      store()
        .ofClass("group")
        .map((group) => group.text("CN")),
    membersOf: ({ properties }: { readonly properties: Readonly<Record<string, unknown>> }) =>
      (store().get(String(properties.objectId))?.texts("member") ?? []).sort(),
    connection: () => new Connections(emulator.connections, {}, new AbortController().signal).get(groupid),
    [Symbol.asyncDispose]: () => emulator.close(),
  });
}
