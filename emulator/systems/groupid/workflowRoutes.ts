import * as z from "zod";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { answer, type Result } from "./envelope.ts";
import { missing } from "./missing.ts";
import { setAt } from "./setAt.ts";
import { defaultRoutes, type Route, routes } from "./workflowRoute.ts";

const path = "/GroupIDDataService/api/IdentityStores/:identityStoreId/Workflows";
const contentType = "application/json";
const scope = "workflowRoutes";
/** A route of the system's own. */
const systemType = 2;
/** The first ID that is free after the routes that every identity store has. */
const firstId = 2;

/** Workflow routes of all identity stores: seeds/001, "Workflow APIs". */
export class WorkflowRoutes implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly #behaviour: GroupIdBehaviour;
  readonly #stores = new Map<string, Map<number, Route>>();
  #nextId = firstId;

  constructor(behaviour: GroupIdBehaviour) {
    this.#behaviour = behaviour;
    const authentication = "required";
    this.endpoints = [
      endpoint({
        id: "groupid.workflows.routes",
        method: "GET",
        path: `${path}/Routes`,
        authentication,
        handle: ({ parameters }) => ({ status: 200, body: [...this.#store(parameters).values()].map(shown) }),
      }),
      endpoint({
        id: "groupid.workflows.createRoute",
        method: "POST",
        path: `${path}/Routes`,
        authentication,
        contentType,
        body: routes,
        handle: ({ parameters, body, partial }) =>
          this.#each(body.items, partial, (route) => this.#create(parameters, route)),
      }),
      endpoint({
        id: "groupid.workflows.updateRoute",
        method: "PATCH",
        path: `${path}/Route`,
        authentication,
        contentType,
        body: routes,
        handle: ({ parameters, body, partial }) =>
          answer({
            data: "",
            details: body.items.map((route, index) => this.#update(parameters, route, partial, index)),
          }),
      }),
      endpoint({
        id: "groupid.workflows.deleteRoute",
        method: "DELETE",
        path: `${path}/Routes`,
        authentication,
        query: z.strictObject({ ids: z.union([z.string(), z.array(z.string())]) }),
        handle: ({ parameters, query: { ids }, partial }) =>
          answer({ data: "", details: [ids].flat().map((id, index) => this.#delete(parameters, id, partial, index)) }),
      }),
      endpoint({
        id: "groupid.workflows.defaultRoutes",
        method: "GET",
        path: `${path}/Routes/Default`,
        authentication,
        handle: ({ parameters }) => ({ status: 200, body: defaultRoutes(storeNumber(parameters)) }),
      }),
      endpoint({
        id: "groupid.workflows.getRoute",
        method: "GET",
        path: `${path}/Routes/:id`,
        authentication,
        handle: ({ parameters }) => {
          const route = this.#store(parameters).get(Number(parameters.id));
          return route === undefined
            ? missing(this.#behaviour, `Workflow route ${parameters.id} does not exist.`)
            : { status: 200, body: shown(route) };
        },
      }),
    ];
  }

  owns(candidate: string): boolean {
    return candidate.startsWith(`${scope}/`);
  }

  change({ scope: where, id, set = {}, remove }: Change): string {
    const store = this.#store({ identityStoreId: where.slice(scope.length + 1) });
    const number = z.coerce.number().int().parse(id);
    const old = store.get(number);
    if (remove === true) {
      store.delete(number);
    } else if (old === undefined) {
      throw new Error(`GroupID has no workflow route ${id} that could be changed`);
    } else {
      store.set(number, setAt(old, set));
    }
    return String(number);
  }

  /** Those that users have made. */
  objects(): Objects {
    return Object.fromEntries(
      [...this.#stores].map(([store, held]) => [
        `${scope}/${store}`,
        Object.fromEntries(
          [...held].filter(([, { type }]) => type !== systemType).map(([id, one]) => [id, { ...one }]),
        ),
      ]),
    );
  }

  /** The routes of an identity store by ID, the system's own among them. */
  routes(identityStoreId: string): ReadonlyMap<number, Route> {
    return this.#store({ identityStoreId });
  }

  #store(parameters: Readonly<Record<string, string>>): Map<number, Route> {
    const { identityStoreId = "" } = parameters;
    let store = this.#stores.get(identityStoreId);
    if (store === undefined) {
      store = new Map();
      this.#stores.set(identityStoreId, store);
      for (const route of defaultRoutes(storeNumber(parameters))) {
        this.#put(store, this.#nextId++, route);
      }
    }
    return store;
  }

  /** The answer of a create: one detail for the call, and in it one for each route. */
  #each(
    items: readonly Route[],
    partial: boolean,
    run: (route: Route) => Result & { readonly id?: number },
  ): EndpointAnswer {
    const results = items.map((route, index) =>
      partial && index > 0 ? { name: route.name, message: "Internal error" } : run(route),
    );
    const details = results.map((result) => ({ type: 5, name: result.name ?? "", ...result }));
    return answer({ data: "", details: [{ data: "", details }] });
  }

  #create(parameters: Readonly<Record<string, string>>, route: Route): Result {
    const store = this.#store(parameters);
    const { name } = route;
    const isTaken = [...store.values()].some((other) => other.name.toLowerCase() === name.toLowerCase());
    if (route.type === systemType) {
      return { name, message: "A system workflow cannot be created." };
    }
    if (isTaken && this.#behaviour.existingName === "refuse") {
      return { name, message: `A workflow with the name ${name} already exists.` };
    }
    const id = this.#nextId++;
    this.#put(store, id, { ...route, identityStoreID: storeNumber(parameters) });
    return { name, data: id };
  }

  #update(parameters: Readonly<Record<string, string>>, route: Route, partial: boolean, index: number): Result {
    const store = this.#store(parameters);
    const old = store.get(route.workflowRouteId);
    if (partial && index > 0) {
      return { data: "", message: "Internal error" };
    }
    if (old === undefined) {
      return { data: "", message: `Workflow route ${route.workflowRouteId} does not exist.` };
    }
    if (old.type !== route.type) {
      return { data: "", message: "The type of a workflow cannot be changed." };
    }
    this.#put(store, route.workflowRouteId, { ...route, identityStoreID: old.identityStoreID });
    return { data: "" };
  }

  #delete(parameters: Readonly<Record<string, string>>, id: string, partial: boolean, index: number): Result {
    const store = this.#store(parameters);
    const old = store.get(Number(id));
    if (partial && index > 0) {
      return { data: "", message: "Internal error" };
    }
    if (old === undefined) {
      return { data: "", message: `Workflow route ${id} does not exist.` };
    }
    if (old.type === systemType) {
      return { data: "", message: "A system workflow cannot be deleted." };
    }
    store.delete(Number(id));
    return { data: "" };
  }

  /** Puts a route in its place, with IDs for all that is in it. */
  #put(store: Map<number, Route>, id: number, route: Route): void {
    const of = { workflowRouteId: id };
    const numbered = (given: number) => (given > 0 ? given : this.#nextId++);
    store.set(id, {
      ...route,
      ...of,
      routeFieldDTOList: (route.routeFieldDTOList ?? []).map((part) => ({
        ...part,
        ...of,
        workflowRouteFieldId: numbered(part.workflowRouteFieldId),
      })),
      routeFilterDTOList: (route.routeFilterDTOList ?? []).map((part) => ({
        ...part,
        ...of,
        workflowRouteFilterId: numbered(part.workflowRouteFilterId),
      })),
      routeApproverDTOList: route.routeApproverDTOList.map((part) => ({
        ...part,
        ...of,
        workflowRouteApproverId: numbered(part.workflowRouteApproverId),
      })),
      routeObjectDTOList: route.routeObjectDTOList.map((part) => ({
        ...part,
        ...of,
        workflowRouteObjectId: numbered(part.workflowRouteObjectId),
        objectTypeDTO: null,
      })),
    });
  }
}

/** A route as reads show it: without the token of Power Automate. */
function shown(route: Route): Route {
  return { ...route, msFlowToken: null, updateMsFlowToken: false };
}

/** Identity stores are numbers; any other text stands for a store of a test. */
function storeNumber({ identityStoreId = "" }: Readonly<Record<string, string>>): number {
  return /^\d+$/.test(identityStoreId) ? Number(identityStoreId) : 0;
}
