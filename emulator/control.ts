import type { FastifyInstance } from "fastify";
import type { Change, EmulatedSystem } from "./endpoint.ts";
import type { FaultOptions, Faults } from "./faults.ts";
import { systemNamed } from "./index.ts";
import type { LoggedRequest, RequestLog } from "./requestLog.ts";

interface Controlled {
  readonly systems: readonly EmulatedSystem[];
  readonly requests: RequestLog;
  readonly faults: Faults;
  change(change: Change): string;
}

/** Lets other processes steer the emulator, below `/_emulator`. */
export function addControl(server: FastifyInstance, { systems, requests, faults, change }: Controlled): void {
  const parse = (body: unknown): unknown => JSON.parse(String(body));
  server.get("/_emulator/requests", () => requests.all);
  server.delete("/_emulator/requests", (_request, reply) => {
    requests.clear();
    return reply.status(204).send();
  });
  server.post("/_emulator/faults", (request, reply) => {
    faults.add(parse(request.body) as FaultOptions);
    return reply.status(204).send();
  });
  server.delete("/_emulator/faults", (_request, reply) => {
    faults.clear();
    return reply.status(204).send();
  });
  server.get("/_emulator/objects", () => Object.fromEntries(systems.map((system) => [system.name, system.objects()])));
  server.post("/_emulator/changes", (request) => (parse(request.body) as Change[]).map(change));
  server.post("/_emulator/behaviour", (request, reply) => {
    const { system, ...behaviour } = parse(request.body) as { system: string };
    systemNamed(systems, system).behave(behaviour);
    return reply.status(204).send();
  });
}

/** The emulator in another process, steered over HTTP. */
export class RemoteEmulator {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async requests(): Promise<LoggedRequest[]> {
    return (await this.#call("GET", "requests")) as LoggedRequest[];
  }

  async clearRequests(): Promise<void> {
    await this.#call("DELETE", "requests");
  }

  async addFault(fault: FaultOptions): Promise<void> {
    await this.#call("POST", "faults", fault);
  }

  async clearFaults(): Promise<void> {
    await this.#call("DELETE", "faults");
  }

  /** Changes objects behind everybody's back; answers with their IDs. */
  async change(changes: readonly Change[]): Promise<string[]> {
    return (await this.#call("POST", "changes", changes)) as string[];
  }

  /** All objects, by system, scope and ID. */
  async objects(): Promise<Record<string, Record<string, Record<string, Record<string, unknown>>>>> {
    return (await this.#call("GET", "objects")) as Record<
      string,
      Record<string, Record<string, Record<string, unknown>>>
    >;
  }

  async behave(system: string, behaviour: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#call("POST", "behaviour", { system, ...behaviour });
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/_emulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`the emulator answers ${response.status}: ${text}`);
    }
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  }
}
