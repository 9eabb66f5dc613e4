import * as z from "zod";
import { NotFoundError } from "../../../resource/errors.ts";
import { envelope, refuseFailure } from "./envelope.ts";
import { conditionOf, type Page } from "./search.ts";
import type { GroupIdService } from "./service.ts";
import { isGuid, numeric, wireId, wireItems, wireObject, wireText } from "./wire.ts";
import { routeOf, wireRoute } from "./workflowRoutes.ts";

/** Who may decide a request, or has to. */
export interface RequestApprover {
  readonly id: string | null;
  readonly name: string | null;
  readonly isDefault: boolean;
}

/** What a request would change. */
export interface RequestedChange {
  readonly field: string;
  readonly value: string | null;
  readonly oldValue: string | null;
}

/** A request for approval. */
export interface WorkflowRequest {
  readonly workflowRequestId: string;
  readonly status: string;
  readonly workflowRouteId: string | null;
  readonly routeName: string | null;
  readonly event: string | null;
  readonly requesterId: string | null;
  readonly requesterName: string | null;
  readonly targetId: string | null;
  readonly targetName: string | null;
  readonly created: string | null;
  readonly statusUpdated: string | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly approvers: readonly RequestApprover[];
  readonly changes: readonly RequestedChange[];
}

/** The states of a request by their numbers; the document has the first one only, and words for the others. */
export const requestStatuses = ["pending", "approved", "denied"] as const;
export type RequestStatus = (typeof requestStatuses)[number];

const wireApprover = wireObject({
  approver: wireText,
  approvername: wireText,
  isdefaultapprover: z.boolean().nullish(),
});
const wireRequest = wireObject({
  workflowrequestid: wireId,
  requester: wireText,
  requestername: wireText,
  targetobject: wireText,
  objectname: wireText,
  createdon: wireText,
  workflowrouteid: wireText,
  statusid: z.coerce.number().nullish(),
  workflowstatusdto: wireObject({ description: wireText }).nullish(),
  workflowroutedto: wireRoute.nullish(),
  requestapproverdtolist: wireItems(wireApprover),
  fielddtolist: wireItems(wireObject({ name: wireText, value: wireText, oldvalue: wireText })),
  statusupdatedon: wireText,
  reason: wireText,
  actualapprovername: wireText,
});

/** The calls that deal with requests for approval (seeds/001, "Workflow APIs"). */
export class WorkflowRequestsApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET Workflows?ids=… */
  async get(identityStoreId: string, ids: readonly string[], signal: AbortSignal): Promise<WorkflowRequest[]> {
    const call = { path: this.#path(identityStoreId), query: { ids } };
    return (await this.#service.read(call, z.array(wireRequest), signal)).map(requestOf);
  }

  /** GET Workflows/MyRequests: those of the user who signed in. */
  async mine(identityStoreId: string, signal: AbortSignal): Promise<WorkflowRequest[]> {
    const path = this.#path(identityStoreId, "MyRequests");
    return (await this.#service.read({ path }, z.array(wireRequest), signal)).map(requestOf);
  }

  /** GET Workflows/Pending: one page of those that wait, where the description of their route contains a text. */
  async pending(
    identityStoreId: string,
    { routeDescription, ...page }: Page & { readonly routeDescription?: string | undefined },
    signal: AbortSignal,
  ): Promise<{ total: number; requests: WorkflowRequest[] }> {
    const call = { path: this.#path(identityStoreId, "Pending"), json: pageBody(page, routeDescription) };
    const schema = wireObject({ total: z.coerce.number().nullish(), data: wireItems(wireRequest) });
    const { total, data } = await this.#service.read(call, schema, signal);
    return { total: total ?? data.length, requests: data.map(requestOf) };
  }

  /** GET Workflows/Approvers: one page of those who decide a request. */
  async approvers(
    identityStoreId: string,
    workflowRequestId: string,
    page: Page,
    signal: AbortSignal,
  ): Promise<{ total: number; approvers: RequestApprover[] }> {
    const json = {
      ...pageBody(page, undefined),
      loadDetails: true,
      workflowRequestID: numeric(workflowRequestId),
      resolveApprovers: true,
      excludedApprovers: [],
    };
    const schema = wireObject({ total: z.coerce.number().nullish(), data: wireItems(wireApprover) });
    const call = { path: this.#path(identityStoreId, "Approvers"), json };
    const { total, data } = await this.#service.read(call, schema, signal);
    return { total: total ?? data.length, approvers: data.map(approverOf) };
  }

  /** POST Workflows/Approve. The document has no comment here. */
  async approve(identityStoreId: string, workflowRequestId: string, signal: AbortSignal): Promise<void> {
    const json = { workflowRequestID: numeric(workflowRequestId) };
    const path = this.#path(identityStoreId, "Approve");
    refuseFailure(await this.#service.write({ method: "POST", path, json, idempotent: false }, signal));
  }

  /** POST Workflows/Deny. */
  async deny(identityStoreId: string, workflowRequestId: string, reason: string, signal: AbortSignal): Promise<void> {
    const json = { workflowRequestID: numeric(workflowRequestId), reason };
    const path = this.#path(identityStoreId, "Deny");
    refuseFailure(await this.#service.write({ method: "POST", path, json, idempotent: false }, signal));
  }

  /** DELETE Workflows/{WorkflowRequestID}, which answers a truth value. Answers whether there was one. */
  async delete(identityStoreId: string, workflowRequestId: string, signal: AbortSignal): Promise<boolean> {
    const path = this.#path(identityStoreId, workflowRequestId);
    const call = { method: "DELETE", path, idempotent: true } as const;
    try {
      const body = await this.#service.send(call, z.union([z.stringbool(), z.boolean(), envelope]), signal);
      if (typeof body === "boolean") {
        return body;
      }
      refuseFailure(body);
      return body.data !== false;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }

  /** DELETE Workflows/Status/{RequestStatus}: those that have had a status for longer. Answers how many there were. */
  async deleteByStatus(
    identityStoreId: string,
    status: RequestStatus,
    olderThanDays: number,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const word = status.charAt(0).toUpperCase() + status.slice(1);
    const path = this.#path(identityStoreId, "Status", word);
    const query = { RequestsOlderThanInDays: olderThanDays };
    const answer = await this.#service.write({ method: "DELETE", path, query, idempotent: true }, signal);
    refuseFailure(answer);
    return z.coerce.number().safeParse(answer.data ?? undefined).data;
  }

  #path(identityStoreId: string, ...parts: readonly string[]): string {
    return this.#service.storePath(identityStoreId, "Workflows", ...parts);
  }
}

/** The body of a page, with the condition that the samples have. */
function pageBody({ pageIndex, pageSize }: Page, routeDescription: string | undefined): Record<string, unknown> {
  return {
    pageIndex,
    pageSize,
    filterCriteria: conditionOf("Contains", "Route.description", routeDescription),
    getRecent: true,
    totalFound: 0,
    sortOrder: "asc",
  };
}

function requestOf(found: z.output<typeof wireRequest>): WorkflowRequest {
  const status = found.workflowstatusdto?.description ?? requestStatuses[(found.statusid ?? 0) - 1];
  const route = found.workflowroutedto;
  return {
    workflowRequestId: found.workflowrequestid,
    status: (status ?? String(found.statusid ?? "")).toLowerCase(),
    workflowRouteId: found.workflowrouteid,
    routeName: route?.name ?? null,
    event: route === null || route === undefined ? null : routeOf(route).event,
    requesterId: found.requester,
    requesterName: found.requestername,
    targetId: found.targetobject,
    targetName: found.objectname,
    created: found.createdon,
    statusUpdated: found.statusupdatedon,
    reason: found.reason,
    decidedBy: found.actualapprovername,
    approvers: found.requestapproverdtolist.map(approverOf),
    changes: found.fielddtolist.map(({ name, value, oldvalue }) => ({
      field: name ?? "",
      value,
      oldValue: oldvalue,
    })),
  };
}

/** Where approvers are resolved, their name and their GUID change places. */
function approverOf({ approver, approvername, isdefaultapprover }: z.output<typeof wireApprover>): RequestApprover {
  const [id, name] = isGuid(approvername) && !isGuid(approver) ? [approvername, approver] : [approver, approvername];
  return { id, name, isDefault: isdefaultapprover === true };
}
