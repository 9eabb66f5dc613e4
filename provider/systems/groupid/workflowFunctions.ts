import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import type { WorkflowRequest } from "./api/workflowRequests.ts";
import type { Route } from "./api/workflowRoutes.ts";
import type { GroupIdClient } from "./client.ts";
import { identityStoreId } from "./inputs.ts";
import { storeIdOf } from "./storeId.ts";

const text = (description: string) => z.string().optional().meta({ description });

const routeFilter = z
  .object({
    field: z.string().meta({ description: "The attribute." }),
    operator: z.string().meta({ description: "How it is compared." }),
    value: text("What it is compared with."),
  })
  .meta({ typeName: "RouteFilterResult", description: "A condition of a route." });
const routeApprover = z
  .object({
    objectId: text("The GUID of a user or a group."),
    role: text("What the approvers are to the object that changes."),
    roleNumber: z.number().int().optional().meta({ description: "GroupID's number of a role that has no word here." }),
  })
  .meta({ typeName: "RouteApproverResult", description: "Who approves." });

const routeOutputs = {
  identityStoreId: z.string().meta({ description: "The ID of the identity store." }),
  workflowRouteId: z.string().meta({ description: "The ID of the route; `0` for a default that stands for itself." }),
  system: z.boolean().meta({ description: "Whether it is one of the system's own." }),
  name: z.string().meta({ description: "Its name." }),
  description: text("What it is for."),
  enabled: z.boolean().meta({ description: "Whether it applies." }),
  event: z.string().meta({ description: "What starts it; GroupID's number where the event has no word." }),
  objects: z.array(z.string()).meta({ description: "The kinds of objects that it is for." }),
  fields: z.array(z.string()).meta({ description: "The attributes whose change needs approval." }),
  filters: z.array(routeFilter).meta({ description: "Conditions on the object." }),
  approvers: z.array(routeApprover).meta({ description: "Who approves." }),
  emailApproval: z.boolean().meta({ description: "Whether mails have buttons to accept and to deny." }),
  approverAcceleration: z.boolean().meta({ description: "Whether a request that nobody decides goes on to others." }),
  portalUrl: text("The URL of the portal that mails lead to."),
};
const routeResult = z
  .object(routeOutputs)
  .meta({ typeName: "WorkflowRouteResult", description: "A workflow route as GroupID shows it." });

function routeResultOf(storeId: string, route: Route) {
  const { wire: _, isSystem, powerAutomate: _flow, fields, filters, approvers, objects, ...plain } = route;
  return {
    ...present(plain),
    identityStoreId: plain.identityStoreId ?? storeId,
    system: isSystem,
    objects: [...objects],
    fields: [...(fields ?? [])],
    filters: (filters ?? []).map(present),
    approvers: (approvers ?? []).map(present),
  };
}

/** `groupid.getWorkflowRoute`: GET Workflows/Routes/{WorkflowRouteID}. */
export const getWorkflowRoute = defineFunction({
  type: "groupid:getWorkflowRoute",
  description: "Reads one workflow route.",
  inputs: { identityStoreId, workflowRouteId: identifier().meta({ description: "The ID of the route." }) },
  outputs: routeOutputs,
  async invoke(groupId: GroupIdClient, inputs, { signal }) {
    const storeId = storeIdOf(groupId, inputs.identityStoreId);
    const { routes } = groupId.synchronization.workflows(storeId);
    return routeResultOf(storeId, await routes.get(storeId, inputs.workflowRouteId, signal));
  },
});

const routesOutputs = { routes: z.array(routeResult).meta({ description: "The routes." }) };

/** `groupid.getWorkflowRoutes`: GET Workflows/Routes. */
export const getWorkflowRoutes = defineFunction({
  type: "groupid:getWorkflowRoutes",
  description: "Lists all workflow routes of an identity store, the system's own among them.",
  inputs: { identityStoreId },
  outputs: routesOutputs,
  async invoke(groupId: GroupIdClient, inputs) {
    const storeId = storeIdOf(groupId, inputs.identityStoreId);
    const routes = await groupId.synchronization.workflows(storeId).all();
    return { routes: routes.map((route) => routeResultOf(storeId, route)) };
  },
});

/** `groupid.getDefaultWorkflowRoutes`: GET Workflows/Routes/Default. */
export const getDefaultWorkflowRoutes = defineFunction({
  type: "groupid:getDefaultWorkflowRoutes",
  description: "Lists the routes that every identity store has, as they are before anybody changes them.",
  inputs: { identityStoreId },
  outputs: routesOutputs,
  async invoke(groupId: GroupIdClient, inputs, { signal }) {
    const storeId = storeIdOf(groupId, inputs.identityStoreId);
    const routes = await groupId.synchronization.workflows(storeId).routes.defaults(storeId, signal);
    return { routes: routes.map((route) => routeResultOf(storeId, route)) };
  },
});

const requestApprover = z
  .object({
    id: text("The GUID of the approver."),
    name: text("The approver's name."),
    isDefault: z.boolean().meta({ description: "Whether it is the approver for requests that have no other." }),
  })
  .meta({ typeName: "RequestApprover", description: "Who decides a request." });
const requestedChange = z
  .object({
    field: z.string().meta({ description: "The attribute." }),
    value: text("The value that it would get."),
    oldValue: text("The value that it has."),
  })
  .meta({ typeName: "RequestedChange", description: "What a request would change." });
const requestResult = z
  .object({
    workflowRequestId: z.string().meta({ description: "The ID of the request." }),
    status: z.string().meta({ description: "What has become of it, such as `pending`." }),
    workflowRouteId: text("The route that it went."),
    routeName: text("The name of that route."),
    event: text("What started it."),
    requesterId: text("The GUID of who asks."),
    requesterName: text("The name of who asks."),
    targetId: text("The GUID of the object that would change."),
    targetName: text("The name of that object."),
    created: text("When it was made."),
    statusUpdated: text("When its status last changed."),
    reason: text("Why it was denied."),
    decidedBy: text("Who decided it."),
    approvers: z.array(requestApprover).meta({ description: "Who decides it." }),
    changes: z.array(requestedChange).meta({ description: "What it would change." }),
  })
  .meta({ typeName: "WorkflowRequestResult", description: "A request for approval." });

function requestResultOf({ approvers, changes, ...request }: WorkflowRequest) {
  return { ...present(request), approvers: approvers.map(present), changes: changes.map(present) };
}

const requestsOutput = z.array(requestResult).meta({ description: "The requests." });
const pageInputs = {
  pageSize: z.number().int().min(1).default(100).meta({ description: "How many to answer with at the most." }),
  pageIndex: z.number().int().min(1).default(1).meta({ description: "Which page, from 1." }),
};
const total = z.number().int().meta({ description: "How many there are." });

/** `groupid.getWorkflowRequests`: GET Workflows?ids=… */
export const getWorkflowRequests = defineFunction({
  type: "groupid:getWorkflowRequests",
  description: "Reads workflow requests by their IDs; one that does not exist is left out.",
  inputs: {
    identityStoreId,
    workflowRequestIds: z.array(identifier()).min(1).meta({ description: "The IDs of the requests." }),
  },
  outputs: { requests: requestsOutput },
  async invoke(groupId: GroupIdClient, inputs, { signal }) {
    const storeId = storeIdOf(groupId, inputs.identityStoreId);
    const { requests } = groupId.synchronization.workflows(storeId);
    return { requests: (await requests.get(storeId, inputs.workflowRequestIds, signal)).map(requestResultOf) };
  },
});

/** `groupid.getMyWorkflowRequests`: GET Workflows/MyRequests. */
export const getMyWorkflowRequests = defineFunction({
  type: "groupid:getMyWorkflowRequests",
  description: "Lists the workflow requests of the user that the connection signs in as.",
  inputs: { identityStoreId },
  outputs: { requests: requestsOutput },
  async invoke(groupId: GroupIdClient, inputs, { signal }) {
    const storeId = storeIdOf(groupId, inputs.identityStoreId);
    const { requests } = groupId.synchronization.workflows(storeId);
    return { requests: (await requests.mine(storeId, signal)).map(requestResultOf) };
  },
});

/** `groupid.getPendingWorkflowRequests`: GET Workflows/Pending. */
export const getPendingWorkflowRequests = defineFunction({
  type: "groupid:getPendingWorkflowRequests",
  description: "Lists the requests that wait for approval, one page.",
  inputs: {
    identityStoreId,
    routeDescription: z.string().min(1).optional().meta({
      description: "Only those whose route has this text in its description.",
    }),
    ...pageInputs,
  },
  outputs: { requests: requestsOutput, total },
  async invoke(groupId: GroupIdClient, { identityStoreId: given, ...search }, { signal }) {
    const storeId = storeIdOf(groupId, given);
    const found = await groupId.synchronization.workflows(storeId).requests.pending(storeId, search, signal);
    return { requests: found.requests.map(requestResultOf), total: found.total };
  },
});

/** `groupid.getWorkflowApprovers`: GET Workflows/Approvers. */
export const getWorkflowApprovers = defineFunction({
  type: "groupid:getWorkflowApprovers",
  description: "Lists those who decide a request, one page.",
  inputs: {
    identityStoreId,
    workflowRequestId: identifier().meta({ description: "The ID of the request." }),
    ...pageInputs,
  },
  outputs: { approvers: z.array(requestApprover).meta({ description: "The approvers." }), total },
  async invoke(groupId: GroupIdClient, { identityStoreId: given, workflowRequestId, ...page }, { signal }) {
    const storeId = storeIdOf(groupId, given);
    const { requests } = groupId.synchronization.workflows(storeId);
    const found = await requests.approvers(storeId, workflowRequestId, page, signal);
    return { approvers: found.approvers.map(present), total: found.total };
  },
});

/** `groupid.getPowerAutomateSettings`: GET Workflows/MsFlow/Settings. */
export const getPowerAutomateSettings = defineFunction({
  type: "groupid:getPowerAutomateSettings",
  description: "Reads how an identity store is linked to Power Automate.",
  inputs: { identityStoreId },
  outputs: {
    identityStoreId: z.string().meta({ description: "The ID of the identity store." }),
    powerAutomateId: z.string().meta({ description: "The ID of the link." }),
    userId: text("The ID of the user of Power Automate."),
    serviceUrl: text("The URL at which Power Automate reaches GroupID."),
    tenantId: text("The ID of the Entra ID tenant."),
    organizationCode: text("The organizational code of the flows."),
    region: text("The region of the flows."),
    authenticated: z.boolean().optional().meta({ description: "Whether the link is signed in." }),
  },
  async invoke(groupId: GroupIdClient, inputs, { signal }) {
    const storeId = storeIdOf(groupId, inputs.identityStoreId);
    const settings = await groupId.synchronization.powerAutomate.get(storeId, signal);
    return { identityStoreId: storeId, ...present(settings) };
  },
});

/** All functions of workflows. */
export const workflowFunctions = [
  getWorkflowRoute,
  getWorkflowRoutes,
  getDefaultWorkflowRoutes,
  getWorkflowRequests,
  getMyWorkflowRequests,
  getPendingWorkflowRequests,
  getWorkflowApprovers,
  getPowerAutomateSettings,
];
