import type { AddressInfo } from "node:net";
import { addControl } from "./control.ts";
import { Faults } from "./faults.ts";
import { RequestLog } from "./requestLog.ts";
import { createServer } from "./server.ts";
import { type Change, type EmulatedSystem, type Objects, systemNamed } from "./system.ts";
import { Apio } from "./systems/apio/system.ts";
import { Barium } from "./systems/barium/system.ts";
import { Cloudiway } from "./systems/cloudiway/system.ts";
import { GroupId } from "./systems/groupid/system.ts";
import { Saltstack } from "./systems/saltstack/system.ts";

/** The systems, as servers on this machine: with state, strict about requests, and faulty on demand. */
export interface Emulator {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** What reaches the systems, as it stands under `groupware:connections`. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly barium: Barium;
  readonly apio: Apio;
  readonly groupid: GroupId;
  readonly saltstack: Saltstack;
  readonly cloudiway: Cloudiway;
  /** Changes an object behind everybody's back; answers with its ID. */
  change(change: Change): string;
  /** All objects, by system. */
  objects(): Readonly<Record<string, Objects>>;
  close(): Promise<void>;
}

/** Starts the emulator on 127.0.0.1; `port` 0 takes any free one. */
export async function startEmulator({ port = 0 }: { readonly port?: number } = {}): Promise<Emulator> {
  const barium = new Barium();
  const apio = new Apio();
  const groupid = new GroupId();
  const saltstack = new Saltstack();
  const cloudiway = new Cloudiway();
  const systems: readonly EmulatedSystem[] = [barium, apio, groupid, saltstack, cloudiway];
  const requests = new RequestLog();
  const faults = new Faults();
  const server = createServer(systems, requests, faults);
  const change = (wanted: Change): string => systemNamed(systems, wanted.system).change(wanted);
  await addControl(server, { systems, requests, faults, change });
  await server.listen({ host: "127.0.0.1", port });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    url,
    connections: Object.fromEntries(systems.map((system) => [system.name, system.connection(url)])),
    requests,
    faults,
    barium,
    apio,
    groupid,
    saltstack,
    cloudiway,
    change,
    objects: () => Object.fromEntries(systems.map((system) => [system.name, system.objects()])),
    close: () => server.close(),
  };
}
