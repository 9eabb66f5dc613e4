import * as z from "zod";
import { type Endpoint, endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { answer } from "./envelope.ts";
import { criteria, fits } from "./search.ts";
import { setAt } from "./setAt.ts";
import type { WorkflowRoutes } from "./workflowRoutes.ts";

const path = "/GroupIDDataService/api/IdentityStores/:identityStoreId/Workflows";
const contentType = "application/json";
const scope = "workflowRequests";
/** The states of a request; the document has the number of the first only. */
const states = ["Pending", "Approved", "Denied"] as const;
const day = 24 * 60 * 60 * 1000;

interface Request {
  readonly workflowRequestId: number;
  readonly statusId: number;
  readonly createdOn: string;
  readonly reason: string | null;
  readonly [name: string]: unknown;
}

const page = z
  .strictObject({
    pageIndex: z.int().positive(),
    pageSize: z.int().positive(),
    filterCriteria: criteria.nullable(),
    getRecent: z.boolean(),
    totalFound: z.int(),
    sortOrder: z.string(),
  })
  .optional();

/** Requests that wait for approval or are decided: seeds/001, "Workflow APIs". They come from nowhere but `change`. */
export class WorkflowRequests implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly #behaviour: GroupIdBehaviour;
  readonly #routes: WorkflowRoutes;
  readonly #stores = new Map<string, Map<number, Request>>();
  #nextId = 1;

  constructor(behaviour: GroupIdBehaviour, routes: WorkflowRoutes) {
    this.#behaviour = behaviour;
    this.#routes = routes;
    this.endpoints = [...this.#reads(), ...this.#decisions()];
  }

  owns(candidate: string): boolean {
    return candidate.startsWith(`${scope}/`);
  }

  /** Makes a request, or changes one. */
  change({ scope: where, id, set = {}, remove }: Change): string {
    const identityStoreId = where.slice(scope.length + 1);
    const store = this.#store({ identityStoreId });
    const number = id === undefined ? this.#nextId++ : z.coerce.number().int().parse(id);
    if (remove === true) {
      store.delete(number);
    } else {
      store.set(number, setAt(store.get(number) ?? pending(number), set));
    }
    return String(number);
  }

  /** None: they are not made through the API. */
  objects(): Objects {
    return {};
  }

  /** The requests of an identity store by ID. */
  requests(identityStoreId: string): ReadonlyMap<number, Readonly<Request>> {
    return this.#store({ identityStoreId });
  }

  #reads(): Endpoint[] {
    const authentication = "required";
    return [
      endpoint({
        id: "groupid.workflows.requests",
        method: "GET",
        path,
        authentication,
        query: z.strictObject({ ids: z.union([z.string(), z.array(z.string())]) }),
        handle: ({ parameters, query }) => ({
          status: 200,
          body: [query.ids].flat().flatMap((id) => {
            const request = this.#store(parameters).get(Number(id));
            return request === undefined ? [] : [this.#shown(parameters, request)];
          }),
        }),
      }),
      endpoint({
        id: "groupid.workflows.myRequests",
        method: "GET",
        path: `${path}/MyRequests`,
        authentication,
        handle: ({ parameters }) => ({
          status: 200,
          body: [...this.#store(parameters).values()].map((request) => this.#shown(parameters, request)),
        }),
      }),
      endpoint({
        id: "groupid.workflows.pending",
        method: "GET",
        path: `${path}/Pending`,
        authentication,
        contentType,
        body: page,
        handle: ({ parameters, body }) => {
          const found = [...this.#store(parameters).values()]
            .filter(({ statusId }) => statusId === 1)
            .map((request) => this.#shown(parameters, request))
            .filter((request) =>
              fits(body?.filterCriteria, (attribute) => (attribute === "route.description" ? request.described : "")),
            )
            .map(({ described: _, ...request }) => request);
          const { pageIndex = 1, pageSize = found.length } = body ?? {};
          return {
            status: 200,
            body: { total: found.length, data: found.slice((pageIndex - 1) * pageSize, pageIndex * pageSize) },
          };
        },
      }),
      endpoint({
        id: "groupid.workflows.approvers",
        method: "GET",
        path: `${path}/Approvers`,
        authentication,
        contentType,
        body: z.strictObject({
          pageIndex: z.int().positive(),
          pageSize: z.int().positive(),
          filterCriteria: criteria.nullable(),
          getRecent: z.boolean(),
          totalFound: z.int(),
          sortOrder: z.string(),
          loadDetails: z.boolean(),
          workflowRequestID: z.int(),
          resolveApprovers: z.boolean(),
          excludedApprovers: z.array(z.string()),
        }),
        handle: ({ parameters, body }) => {
          const isThere = this.#store(parameters).has(body.workflowRequestID);
          const data = isThere ? [resolvedApprover] : [];
          return { status: 200, body: { total: data.length, data } };
        },
      }),
    ];
  }

  #decisions(): Endpoint[] {
    const authentication = "required";
    return [
      endpoint({
        id: "groupid.workflows.approve",
        method: "POST",
        path: `${path}/Approve`,
        authentication,
        contentType,
        body: z.strictObject({ workflowRequestID: z.int() }),
        handle: ({ parameters, body }) => this.#decide(parameters, body.workflowRequestID, "Approved", null),
      }),
      endpoint({
        id: "groupid.workflows.deny",
        method: "POST",
        path: `${path}/Deny`,
        authentication,
        contentType,
        body: z.strictObject({ workflowRequestID: z.int(), reason: z.string().optional() }),
        handle: ({ parameters, body }) =>
          this.#decide(parameters, body.workflowRequestID, "Denied", body.reason ?? null),
      }),
      endpoint({
        id: "groupid.workflows.deleteByStatus",
        method: "DELETE",
        path: `${path}/Status/:status`,
        authentication,
        query: z.strictObject({ RequestsOlderThanInDays: z.coerce.number().int().min(0) }),
        handle: ({ parameters, query }) => {
          const statusId = states.findIndex((state) => state.toLowerCase() === parameters.status?.toLowerCase()) + 1;
          if (statusId === 0) {
            return answer({ message: `There is no request status ${parameters.status}.` });
          }
          const store = this.#store(parameters);
          const limit = Date.now() - query.RequestsOlderThanInDays * day;
          const old = [...store.values()].filter(
            (request) => request.statusId === statusId && Date.parse(`${request.createdOn}Z`) <= limit,
          );
          for (const { workflowRequestId } of old) {
            store.delete(workflowRequestId);
          }
          return answer({ data: old.length });
        },
      }),
      endpoint({
        id: "groupid.workflows.deleteRequest",
        method: "DELETE",
        path: `${path}/:id`,
        authentication,
        handle: ({ parameters }) => ({ status: 200, body: this.#store(parameters).delete(Number(parameters.id)) }),
      }),
    ];
  }

  #decide(
    parameters: Readonly<Record<string, string>>,
    id: number,
    state: (typeof states)[number],
    reason: string | null,
  ) {
    const store = this.#store(parameters);
    const request = store.get(id);
    if (request === undefined) {
      return answer({ data: "", message: `Workflow request ${id} does not exist.` });
    }
    if (request.statusId !== 1 && this.#behaviour.decidedRequest === "refuse") {
      return answer({ data: "", message: `Workflow request ${id} is not pending.` });
    }
    store.set(id, { ...request, statusId: states.indexOf(state) + 1, reason });
    return answer({ data: "", details: state === "Approved" ? [{ name: "department", type: 8, data: "" }] : [] });
  }

  #store({ identityStoreId = "" }: Readonly<Record<string, string>>): Map<number, Request> {
    let store = this.#stores.get(identityStoreId);
    if (store === undefined) {
      store = new Map();
      this.#stores.set(identityStoreId, store);
    }
    return store;
  }

  /** A request with its route and its state in words. */
  #shown({ identityStoreId = "" }: Readonly<Record<string, string>>, request: Request) {
    const route = this.#routes.routes(identityStoreId).get(Number(request.workflowRouteId)) ?? null;
    return {
      ...request,
      workflowStatusDTO: { statusId: request.statusId, description: states[request.statusId - 1] },
      workflowRouteDTO: route,
      described: route?.description ?? "",
    };
  }
}

const resolvedApprover = {
  workflowRequestApproverId: 0,
  approver: "Jonathan Blackwell",
  approverIdentityStoreID: 2,
  workflowRequestId: 0,
  approverType: 0,
  approverName: "80ffbf0d-142c-4822-b843-1840bf50c05a",
  approverClass: 6,
  approverIdFromIdentityStore: null,
  isDefaultApprover: false,
  parentApproverIdentity: "",
};

function pending(workflowRequestId: number): Request {
  return {
    workflowRequestId,
    legacyRequestId: null,
    requesterIdentityStoreID: 2,
    requester: "e4fbe0f3-8b8d-4cd0-8c4f-07c6f12a4743",
    requesterClass: 6,
    targetObjectIdentityStoreID: 2,
    targetObject: "7ea556f0-b5fc-46f9-96d0-7212c2cd831d",
    targetObjectClass: 6,
    actualApproverIdentityStoreID: 0,
    actualApprover: null,
    createdOn: "2024-05-14T04:07:08.93",
    workflowRouteId: 9,
    statusId: 1,
    objectName: "Usr_Martha Sevy",
    container: null,
    requestApproverDTOList: [{ ...resolvedApprover, workflowRequestId }],
    fieldDTOList: [
      {
        fieldId: 1,
        workflowRequestId,
        name: "department",
        value: "QA_test",
        oldValue: "QA",
        valueType: 2,
        fieldValueDTOList: [],
        oldFieldValueDTOList: [],
        fieldValueResolved: null,
        oldFieldValueResolved: null,
      },
    ],
    objectType: 2,
    statusUpdatedOn: "2024-05-14T00:00:00",
    reason: null,
    smartUpdateOption: null,
    jobId: null,
    description: null,
    requesterName: "Administrator",
    actualApproverName: null,
    schedule: null,
    accelerationStatus: 4,
    currentAccelerationLevel: 0,
    maxAccelerationLevel: 3,
    whenAccelerated: "2024-05-14T00:00:00",
    clientId: "442139c9-dba6-4d2b-8c54-a20babae0b2f",
    workflowRequestConfigurations: "",
  };
}
