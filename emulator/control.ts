import type { FastifyInstance } from "fastify";
import { jsonOf } from "./answer.ts";
import type { FaultOptions, Faults } from "./faults.ts";
import type { LoggedRequest, RequestLog } from "./requestLog.ts";
import { type Change, type EmulatedSystem, type Objects, systemNamed } from "./system.ts";

interface Controlled {
  readonly systems: readonly EmulatedSystem[];
  readonly requests: RequestLog;
  readonly faults: Faults;
  change(change: Change): string;
}

/** Lets other processes steer the emulator, below `/_emulator`. What cannot be done is a 400 that says why. */
export async function addControl(root: FastifyInstance, controlled: Controlled): Promise<void> {
  const { systems, requests, faults, change } = controlled;
  await root.register(
    async (server) => {
      server.setErrorHandler((error, _request, reply) => reply.status(400).send({ error: (error as Error).message }));
      server.get("/requests", () => requests.all);
      server.delete("/requests", (_request, reply) => {
        requests.clear();
        return reply.status(204).send();
      });
      server.post("/faults", (request, reply) => {
        faults.add(jsonOf(request.body) as FaultOptions);
        return reply.status(204).send();
      });
      server.delete("/faults", (_request, reply) => {
        faults.clear();
        return reply.status(204).send();
      });
      server.get("/objects", () => bySystem((system) => system.objects()));
      server.post("/changes", (request) => (jsonOf(request.body) as Change[]).map(change));
      server.get("/behaviour", () => bySystem((system) => system.behaviour));
      server.post("/behaviour", (request, reply) => {
        const { system, ...behaviour } = jsonOf(request.body) as { system: string };
        systemNamed(systems, system).behave(behaviour);
        return reply.status(204).send();
      });
    },
    { prefix: "/_emulator" },
  );

  function bySystem<Value>(value: (system: EmulatedSystem) => Value): Record<string, Value> {
    return Object.fromEntries(systems.map((system) => [system.name, value(system)]));
  }
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

  /** All objects, by system. */
  async objects(): Promise<Record<string, Objects>> {
    return (await this.#call("GET", "objects")) as Record<string, Objects>;
  }

  /** How the systems behave, by system. */
  async behaviour(): Promise<Record<string, Record<string, unknown>>> {
    return (await this.#call("GET", "behaviour")) as Record<string, Record<string, unknown>>;
  }

  /** Changes some of the behaviour of a system. */
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
