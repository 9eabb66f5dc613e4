import { Batch } from "../../http/batch.ts";
import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import { NotFoundError, SystemError } from "../../resource/errors.ts";
import { mayBeAbsent } from "./absence.ts";
import { RefusalError } from "./api/envelope.ts";
import type { GroupIdService } from "./api/service.ts";
import { WorkflowRequestsApi } from "./api/workflowRequests.ts";
import { type Route, type RouteFields, WorkflowRoutesApi, type WrittenRoute } from "./api/workflowRoutes.ts";

/** How many routes a call of many has at the most; the document sets no limit. */
const batchSize = 100;

/** The workflows of one identity store: reads share the list of all routes, writes go out as calls of many. */
export class Workflows {
  readonly routes: WorkflowRoutesApi;
  readonly requests: WorkflowRequestsApi;
  readonly #identityStoreId: string;
  readonly #signal: AbortSignal;
  readonly #snapshot: Snapshot<readonly Route[]>;
  readonly #creates: Batch<WrittenRoute, string | undefined>;
  readonly #updates: Batch<WrittenRoute, undefined>;
  readonly #deletes: Batch<string, undefined>;
  /** When the routes of these names and IDs were last written. */
  readonly #written = new Map<string, Moment>();

  constructor(service: GroupIdService, identityStoreId: string, signal: AbortSignal) {
    const api = new WorkflowRoutesApi(service);
    this.routes = api;
    this.requests = new WorkflowRequestsApi(service);
    this.#signal = signal;
    this.#snapshot = new Snapshot((ending) => api.list(identityStoreId, ending));
    this.#identityStoreId = identityStoreId;
    this.#creates = new Batch(
      eachFaring((routes) => api.create(identityStoreId, routes, signal)),
      batchSize,
    );
    this.#updates = new Batch(
      eachFaring((routes) => api.update(identityStoreId, routes, signal)),
      batchSize,
    );
    this.#deletes = new Batch(
      eachFaring((ids) => api.delete(identityStoreId, ids, signal)),
      batchSize,
    );
  }

  /** Those of a name. `fresh`: as they are now. */
  async withName(name: string, fresh: boolean): Promise<Route[]> {
    const routes = await this.#snapshot.get(this.#signal, fresh ? now() : this.#written.get(nameKey(name)));
    return routes.filter((route) => route.name === name);
  }

  /** One of them, or `undefined` when there is surely none of that ID: neither a call of its own nor the list has it. */
  async withId(workflowRouteId: string): Promise<Route | undefined> {
    const listed = await this.#listed(workflowRouteId, this.#written.get(idKey(workflowRouteId)));
    if (listed !== undefined) {
      return listed;
    }
    try {
      return await this.routes.get(this.#identityStoreId, workflowRouteId, this.#signal);
    } catch (error) {
      if (!mayBeAbsent(error)) {
        throw error;
      }
      return this.#listed(workflowRouteId, now());
    }
  }

  /** All of them, the system's own among them. */
  all(): Promise<readonly Route[]> {
    return this.#snapshot.get(this.#signal, now());
  }

  /** Makes a route with the next call of many. Answers with its ID. */
  async create(fields: RouteFields): Promise<string> {
    try {
      const workflowRouteId = await this.#creates.add({ fields });
      if (workflowRouteId === undefined) {
        throw new SystemError("GroupID's answer does not tell the ID of the route.", "unknown");
      }
      this.#written.set(idKey(workflowRouteId), now());
      return workflowRouteId;
    } finally {
      this.#written.set(nameKey(fields.name), now());
    }
  }

  /** Changes a route with the next call of many: what is not written goes out as GroupID holds it. */
  async update(workflowRouteId: string, fields: RouteFields): Promise<void> {
    const held = await this.withId(workflowRouteId);
    if (held === undefined) {
      throw new NotFoundError(`GroupID has no workflow route ${workflowRouteId}.`);
    }
    const written = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    try {
      await this.#updates.add({ fields: { ...held, ...written }, held });
    } finally {
      this.#written.set(idKey(workflowRouteId), now());
      this.#written.set(nameKey(held.name), now());
      this.#written.set(nameKey(fields.name), now());
    }
  }

  /** Deletes a route with the next call of many; one that is gone is no error, and one of the system is refused. */
  async delete(workflowRouteId: string): Promise<void> {
    const held = await this.withId(workflowRouteId);
    if (held === undefined) {
      return;
    }
    if (held.isSystem) {
      throw new SystemError(
        `the route ${workflowRouteId} is one of the system's own, and GroupID deletes none of those. To stop managing ` +
          "it, take it out of the stack with `pulumi state delete`, or give it the resource option retainOnDelete.",
        "no",
      );
    }
    try {
      await this.#deletes.add(workflowRouteId);
    } catch (error) {
      if (!mayBeAbsent(error) || (await this.#listed(workflowRouteId, now())) !== undefined) {
        throw error;
      }
    } finally {
      this.#written.set(idKey(workflowRouteId), now());
      this.#written.set(nameKey(held.name), now());
    }
  }

  async #listed(workflowRouteId: string, since: Moment | undefined): Promise<Route | undefined> {
    const routes = await this.#snapshot.get(this.#signal, since);
    return routes.find((route) => route.workflowRouteId === workflowRouteId);
  }
}

/**
 * A call of many that GroupID refuses as a whole, with a status and without a word on any item, has done nothing, such as
 * for one item that is wrong: one by one each fares by itself.
 */
function eachFaring<Item, Result>(
  send: (items: readonly Item[]) => Promise<(Result | Error)[]>,
): (items: readonly Item[]) => Promise<(Result | Error)[]> {
  return async (items) => {
    const outcomes = await send(items);
    const [first] = outcomes;
    const isRefused =
      first instanceof RefusalError &&
      outcomes.every((outcome) => outcome instanceof RefusalError && outcome.message === first.message);
    if (items.length === 1 || !isRefused) {
      return outcomes;
    }
    const alone = items.map(async (item) => (await send([item]))[0] as Result | Error);
    return (await Promise.allSettled(alone)).map((outcome) =>
      outcome.status === "rejected" ? (outcome.reason as Error) : outcome.value,
    );
  };
}

function nameKey(name: string): string {
  return `name ${name}`;
}

function idKey(workflowRouteId: string): string {
  return `id ${workflowRouteId}`;
}
