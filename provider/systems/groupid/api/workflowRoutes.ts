import * as z from "zod";
import { SystemError } from "../../../resource/errors.ts";
import { type Envelope, failureOf, RefusalError } from "./envelope.ts";
import type { GroupIdService } from "./service.ts";
import { isGuid, numeric, wireId, wireItems, wireNumber, wireObject, wireText } from "./wire.ts";

/** A condition on an attribute. */
export interface RouteFilter {
  readonly field: string;
  readonly operator: string;
  readonly value?: string | undefined;
}

/** Who approves: an object of the directory, or whoever has a role towards the object that changes. */
export interface RouteApprover {
  readonly objectId?: string | undefined;
  readonly role?: string | undefined;
  /** The number on the wire of a role that has no word here. */
  readonly roleNumber?: number | undefined;
}

/** A workflow route in the words of the definitions. */
export interface RouteFields {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly enabled: boolean;
  readonly event: string;
  readonly objects: readonly string[];
  readonly fields?: readonly string[] | undefined;
  readonly filters?: readonly RouteFilter[] | undefined;
  readonly approvers?: readonly RouteApprover[] | undefined;
  readonly emailApproval: boolean;
  readonly approverAcceleration: boolean;
  readonly portalUrl?: string | null | undefined;
  readonly powerAutomate?: { readonly requestUrl: string; readonly token?: string | undefined } | null | undefined;
}

/** A route as GroupID shows it. */
export interface Route extends RouteFields {
  readonly workflowRouteId: string;
  readonly identityStoreId: string | null;
  /** One of the product's own, which can be changed within limits and never deleted. */
  readonly isSystem: boolean;
  readonly wire: WireRoute;
}

/**
 * The events of the samples. Between them are the two others that the document names, whose numbers it does not show: of
 * "create, edit, or delete", 2 is edit.
 */
export const routeEvents: Readonly<Record<string, number>> = {
  create: 1,
  edit: 2,
  delete: 3,
  joinGroup: 4,
  leaveGroup: 5,
  nestGroup: 6,
  changeExpirationPolicy: 7,
  transferUser: 10,
  terminateUser: 11,
  resetPassword: 12,
};

/** Groups and users are in the samples; of contacts the document has the word and no number. */
export const routeObjects: Readonly<Record<string, number>> = { group: 1, user: 2, contact: 3 };

const operators: Readonly<Record<string, string>> = {
  present: "Present",
  notPresent: "Not Present",
  equals: "Equals",
  notEquals: "Not Equals",
};
export const routeOperators = Object.keys(operators);

/** The roles of the samples. */
const roles: Readonly<Record<string, { readonly text: string; readonly number: number }>> = {
  managerAndAdditionalManager: { text: "ManagerAndAdditionalManager", number: 4 },
  ownerAndAdditionalOwner: { text: "OwnerAndAdditionalOwner", number: 5 },
  newManager: { text: "NewManager", number: 7 },
};
export const approverRoles = Object.keys(roles);

const systemType = 2;
const userType = 1;

/** A route under the names of the wire. */
export const wireRoute = wireObject({
  workflowrouteid: wireId,
  identitystoreid: wireText,
  name: wireText,
  description: wireText,
  isenabled: z.boolean().nullish(),
  type: wireNumber,
  event: wireNumber,
  routefielddtolist: wireItems(wireObject({ workflowroutefieldid: wireNumber, field: wireText })),
  routefilterdtolist: wireItems(
    wireObject({ workflowroutefilterid: wireNumber, name: wireText, operator: wireText, value: wireText }),
  ),
  routeapproverdtolist: wireItems(
    wireObject({
      workflowrouteapproverid: wireNumber,
      approver: wireText,
      approveridentitystoreid: wireNumber,
      approvertype: wireNumber,
      approvername: wireText,
    }),
  ),
  routeobjectdtolist: wireItems(wireObject({ workflowrouteobjectid: wireNumber, objecttypeid: wireNumber })),
  enableemailapproval: z.boolean().nullish(),
  disableapproveracceleration: z.boolean().nullish(),
  portalurl: wireText,
  msflowrequesturl: wireText,
  ismsflowtemplateroutecreated: z.boolean().nullish(),
});
export type WireRoute = z.output<typeof wireRoute>;

/** A route to be written, over what the system holds of it. */
export interface WrittenRoute {
  readonly fields: RouteFields;
  readonly held?: Route | undefined;
}

/** How one route of a call of many fared. */
export type RouteOutcome = string | undefined | Error;

/** The calls that deal with workflow routes (seeds/001, "Workflow APIs"). */
export class WorkflowRoutesApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET Workflows/Routes: all of them, the system's own first. */
  async list(identityStoreId: string, signal: AbortSignal): Promise<Route[]> {
    const path = this.#path(identityStoreId, "Routes");
    return (await this.#service.read({ path }, z.array(wireRoute), signal)).map(routeOf);
  }

  /** GET Workflows/Routes/Default: the system's own, as they are before anybody changes them. */
  async defaults(identityStoreId: string, signal: AbortSignal): Promise<Route[]> {
    const path = this.#path(identityStoreId, "Routes", "Default");
    return (await this.#service.read({ path }, z.array(wireRoute), signal)).map(routeOf);
  }

  /** GET Workflows/Routes/{WorkflowRouteID}. Throws a `NotFoundError` where the system says that there is none. */
  async get(identityStoreId: string, workflowRouteId: string, signal: AbortSignal): Promise<Route> {
    const path = this.#path(identityStoreId, "Routes", workflowRouteId);
    return routeOf(await this.#service.read({ path }, wireRoute, signal));
  }

  /** POST Workflows/Routes: makes many. Answers with the ID of each, or its error; `undefined` where nothing says. */
  async create(identityStoreId: string, routes: readonly WrittenRoute[], signal: AbortSignal): Promise<RouteOutcome[]> {
    const json = { items: routes.map((route) => bodyOf(identityStoreId, route)) };
    const call = { method: "POST", path: this.#path(identityStoreId, "Routes"), json, idempotent: false } as const;
    const answer = await this.#service.write(call, signal);
    const names = routes.map(({ fields }) => fields.name);
    return outcomesOf(answer, names).map((outcome) => (outcome instanceof Error ? outcome : outcome?.id));
  }

  /** PATCH Workflows/Route, in the singular: changes many. Answers with the error of each that was not changed. */
  async update(
    identityStoreId: string,
    routes: readonly WrittenRoute[],
    signal: AbortSignal,
  ): Promise<(Error | undefined)[]> {
    const json = { items: routes.map((route) => bodyOf(identityStoreId, route)) };
    const call = { method: "PATCH", path: this.#path(identityStoreId, "Route"), json, idempotent: true } as const;
    const answer = await this.#service.write(call, signal);
    const names = routes.map(({ fields }) => fields.name);
    return outcomesOf(answer, names).map((outcome) => (outcome instanceof Error ? outcome : undefined));
  }

  /** DELETE Workflows/Routes?ids=…: deletes many. Answers with the error of each that was not deleted. */
  async delete(
    identityStoreId: string,
    workflowRouteIds: readonly string[],
    signal: AbortSignal,
  ): Promise<(Error | undefined)[]> {
    const path = this.#path(identityStoreId, "Routes");
    const call = { method: "DELETE", path, query: { ids: workflowRouteIds }, idempotent: true } as const;
    const answer = await this.#service.write(call, signal);
    return outcomesOf(answer, workflowRouteIds).map((outcome) => (outcome instanceof Error ? outcome : undefined));
  }

  #path(identityStoreId: string, ...parts: readonly string[]): string {
    return this.#service.storePath(identityStoreId, "Workflows", ...parts);
  }
}

/**
 * What an answer says of each item. Details of a create stand two levels deep and name their route; those of the other
 * calls stand one level deep without a name, so that only their place tells whose they are.
 */
function outcomesOf(answer: Envelope, names: readonly string[]): (Error | { readonly id: string | undefined })[] {
  const leaves = leavesOf(answer);
  const remaining = new Set(leaves);
  const take = (leaf: Envelope | undefined) => {
    if (leaf !== undefined) {
      remaining.delete(leaf);
    }
    return leaf;
  };
  const named = names.map((name) =>
    take([...remaining].find((leaf) => leaf.name !== null && leaf.name.toLowerCase() === name.toLowerCase())),
  );
  const nameless = [...remaining].filter((leaf) => leaf.name === null);
  const missing = named.filter((leaf) => leaf === undefined).length;
  return named.map((leaf) => {
    const own = leaf ?? (nameless.length === missing ? nameless.shift() : undefined);
    if (own !== undefined) {
      return failureIn(own) ?? { id: wireId.safeParse(own.data).data };
    }
    const whole = failureOf(answer);
    if (whole === undefined) {
      return { id: undefined };
    }
    // A call of one, or one that failed as a whole, has its words at the top.
    return leaves.length === 0
      ? whole
      : new SystemError(`${whole.message}. The answer does not say what became of this route.`, "unknown");
  });
}

/** Details without details of their own; none where the envelope has no details at all. */
function leavesOf({ details }: Envelope): Envelope[] {
  return details.flatMap((detail) => {
    if (detail === null) {
      return [];
    }
    const inner = leavesOf(detail);
    return inner.length === 0 ? [detail] : inner;
  });
}

/** The name of a detail is the route's, and no attribute. */
function failureIn(leaf: Envelope): Error | undefined {
  return leaf.succeeded
    ? undefined
    : (failureOf({ ...leaf, name: null }) ?? new RefusalError("a status that is no success", "no"));
}

function bodyOf(identityStoreId: string, { fields, held }: WrittenRoute): Record<string, unknown> {
  const old = held?.wire;
  const workflowRouteId = held === undefined ? 0 : numeric(held.workflowRouteId);
  const ofRoute = { workflowRouteId };
  const { powerAutomate } = fields;
  // Several filters may look at one field: each held one serves once.
  const heldFilters = [...(old?.routefilterdtolist ?? [])];
  const filterIdOf = (field: string) => {
    const place = heldFilters.findIndex(({ name }) => same(name, field));
    return place === -1 ? 0 : (heldFilters.splice(place, 1)[0]?.workflowroutefilterid ?? 0);
  };
  return {
    workflowRouteId,
    identityStoreID: 0,
    name: fields.name,
    description: fields.description ?? "",
    isEnabled: fields.enabled,
    type: old?.type ?? userType,
    typeDTO: null,
    event: routeEvents[fields.event] ?? numeric(fields.event),
    eventDTO: null,
    routeFieldDTOList: (fields.fields ?? []).map((field) => ({
      workflowRouteFieldId: old?.routefielddtolist.find((other) => same(other.field, field))?.workflowroutefieldid ?? 0,
      field,
      ...ofRoute,
    })),
    routeFilterDTOList: (fields.filters ?? []).map(({ field, operator, value }) => ({
      workflowRouteFilterId: filterIdOf(field),
      name: field,
      operator: operators[operator] ?? operator,
      value: value ?? "",
      ...ofRoute,
    })),
    routeApproverDTOList: (fields.approvers ?? []).map((written) => {
      const role = roles[written.role ?? ""];
      const approver = written.objectId ?? role?.text ?? written.role ?? "";
      const known = old?.routeapproverdtolist.find((other) => same(other.approver, approver));
      return {
        workflowRouteApproverId: known?.workflowrouteapproverid ?? 0,
        approver,
        approverIdentityStoreID: known?.approveridentitystoreid ?? numeric(identityStoreId),
        ...ofRoute,
        approverType: role?.number ?? written.roleNumber ?? known?.approvertype ?? 0,
        approverName: null,
      };
    }),
    routeObjectDTOList: fields.objects.map((object) => {
      const objectTypeId = routeObjects[object] ?? numeric(object);
      const known = old?.routeobjectdtolist.find(({ objecttypeid }) => objecttypeid === objectTypeId);
      return {
        workflowRouteObjectId: known?.workflowrouteobjectid ?? 0,
        objectTypeId,
        ...ofRoute,
        // The sample of a new route has it so, and that of a change `null`.
        objectTypeDTO: held === undefined ? { objectTypeId: 0, name: null } : null,
      };
    }),
    enableEmailApproval: fields.emailApproval,
    disableApproverAcceleration: !fields.approverAcceleration,
    portalUrl: fields.portalUrl ?? null,
    msFlowRequestUrl: powerAutomate?.requestUrl ?? null,
    msFlowToken: powerAutomate?.token ?? null,
    isMsFlowTemplateRouteCreated: old?.ismsflowtemplateroutecreated ?? false,
    updateMsFlowToken: powerAutomate?.token !== undefined,
  };
}

/** A route of the wire in the words of the definitions. */
export function routeOf(wire: WireRoute): Route {
  const requestUrl = blankless(wire.msflowrequesturl);
  return {
    workflowRouteId: wire.workflowrouteid,
    identityStoreId: wire.identitystoreid,
    name: wire.name ?? "",
    description: blankless(wire.description),
    enabled: wire.isenabled === true,
    isSystem: wire.type === systemType,
    event: wordOf(routeEvents, wire.event),
    objects: wire.routeobjectdtolist.map(({ objecttypeid }) => wordOf(routeObjects, objecttypeid)),
    fields: wire.routefielddtolist.map(({ field }) => field ?? ""),
    filters: wire.routefilterdtolist.map(({ name, operator, value }) => ({
      field: name ?? "",
      operator: operatorOf(operator ?? ""),
      ...(blankless(value) === null ? {} : { value: value ?? "" }),
    })),
    approvers: wire.routeapproverdtolist.map(({ approver, approvertype }) =>
      approvertype === 0 || isGuid(approver) ? { objectId: approver ?? "" } : roleOf(approver ?? "", approvertype),
    ),
    emailApproval: wire.enableemailapproval === true,
    approverAcceleration: wire.disableapproveracceleration !== true,
    portalUrl: blankless(wire.portalurl),
    // The token is shown by no call.
    powerAutomate: requestUrl === null ? null : { requestUrl },
    wire,
  };
}

function wordOf(words: Readonly<Record<string, number>>, number: number | null | undefined): string {
  return Object.entries(words).find(([, wire]) => wire === number)?.[0] ?? String(number ?? "");
}

function operatorOf(text: string): string {
  const plain = text.replace(/\s+/g, "").toLowerCase();
  return routeOperators.find((word) => word.toLowerCase() === plain) ?? text;
}

function roleOf(text: string, number: number | null | undefined): RouteApprover {
  const known = Object.entries(roles).find(([, role]) => role.number === number || same(role.text, text));
  return known === undefined ? { role: text, roleNumber: number ?? 0 } : { role: known[0] };
}

function same(a: string | null, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function blankless(text: string | null): string | null {
  return text === null || text === "" ? null : text;
}
