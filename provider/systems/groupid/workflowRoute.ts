import * as z from "zod";
import { defineResource, type Violation } from "../../resource/definition.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import {
  approverRoles,
  type Route,
  type RouteFields,
  routeEvents,
  routeObjects,
  routeOperators,
} from "./api/workflowRoutes.ts";
import type { GroupIdClient } from "./client.ts";
import { connectionDefaults, identityStoreId, wordOrNumber } from "./inputs.ts";
import { visible } from "./visible.ts";

const text = () => z.string().min(1).optional();

const filter = z
  .strictObject({
    field: z.string().min(1).meta({ description: "The attribute that is looked at.", ignoreCase: true }),
    operator: z
      .enum(routeOperators)
      .meta({ typeName: "RouteOperator", description: "How an attribute is compared." })
      .meta({ description: "How it is compared." }),
    value: text().meta({ description: "What it is compared with, for `equals` and `notEquals`.", ignoreCase: true }),
  })
  .meta({ typeName: "RouteFilter", description: "A condition that an object must meet for a route to apply." });

const approver = z
  .strictObject({
    objectId: text().meta({
      description: "The GUID of a user or a group, whose members all approve. Either this or `role`.",
      ignoreCase: true,
    }),
    role: z
      .union([
        z
          .enum(approverRoles)
          .meta({ typeName: "ApproverRole", description: "What approvers are to the object that changes." }),
        z.string().min(1),
      ])
      .optional()
      .meta({
        description:
          "What the approvers are to the object that changes: a word, or GroupID's own with `roleNumber`. Either this or `objectId`.",
      }),
    roleNumber: z.number().int().min(0).optional().meta({
      description: "The number that GroupID has for a role without a word here, as a route with that role shows it.",
    }),
  })
  .meta({ typeName: "RouteApprover", description: "Who approves." });

const powerAutomate = z
  .strictObject({
    requestUrl: z
      .string()
      .min(1)
      .meta({ description: "The URL of the flow, which carries its signature.", secret: true }),
    token: text().meta({ description: "The token that the flow expects.", secret: true, writeOnly: true }),
  })
  .meta({ typeName: "RouteFlow", description: "The Power Automate flow that a route starts." });

/** Of words that GroupID's document has, and whose numbers it never shows. */
function inferred(number: number): string {
  return `Sent as ${number}, which GroupID's document does not show: look at the route in GroupID before you rely on it.`;
}

const fields = {
  name: z.string().min(1).meta({ description: "The name of the route. It tells the route from all others." }),
  description: text().meta({ description: "What the route is for." }),
  enabled: z.boolean().default(true).meta({ description: "Whether the route applies." }),
  event: wordOrNumber(routeEvents, {
    typeName: "RouteEvent",
    description: "What starts a route.",
    valueDescriptions: {
      create: `An object is made. ${inferred(1)}`,
      edit: "Attributes of an object change.",
      delete: `An object is deleted. ${inferred(3)}`,
      joinGroup: "A user joins a semi-private group.",
      leaveGroup: "A user leaves a semi-private group.",
      nestGroup: "A group becomes a member of another one.",
      changeExpirationPolicy: "The expiration policy of a group changes.",
      transferUser: "A manager transfers a direct report.",
      terminateUser: "A manager terminates a direct report.",
      resetPassword: "A user resets a password.",
    },
  }).meta({
    description:
      "What starts the route: a word, or the number that GroupID has for another event. Those beyond `create`, `edit` and `delete` are of the system's routes.",
  }),
  objects: z
    .array(
      wordOrNumber(routeObjects, {
        typeName: "RouteObject",
        description: "What kind of object changes.",
        valueDescriptions: { group: "A group.", user: "A user.", contact: `A contact. ${inferred(3)}` },
      }),
    )
    .min(1)
    .meta({ description: "The kinds of objects that it is for.", set: true }),
  fields: z
    .array(z.string().min(1).meta({ ignoreCase: true }))
    .optional()
    .meta({
      description: "The attributes whose change needs approval. Not for the event `create`.",
      set: true,
    }),
  filters: z.array(filter).optional().meta({
    description: "Conditions on the object: one that does not meet them changes without approval.",
    set: true,
  }),
  approvers: z.array(approver).optional().meta({ description: "Who approves.", set: true }),
  emailApproval: z.boolean().default(false).meta({
    description: "Whether the mails to approvers have buttons to accept and to deny.",
  }),
  approverAcceleration: z.boolean().default(true).meta({
    description: "Whether a request goes on to others when nobody decides it, where the identity store has that on.",
  }),
  portalUrl: text().meta({ description: "The URL of the portal that the mails lead to." }),
  powerAutomate: powerAutomate.optional().meta({
    description: "The Power Automate flow that the route starts. Left out, it is not managed.",
  }),
};

const fieldNames = Object.keys(fields) as (keyof typeof fields)[];

/** `groupid.WorkflowRoute`: seeds/001, "Workflow APIs". */
export const workflowRoute = defineResource({
  type: "groupid:WorkflowRoute",
  description: `A workflow route: which changes of the directory wait for approval, and by whom.

Routes that are created, changed or deleted together travel in calls of many, and all reads share one list.

Every identity store has routes of its own (\`system\`), such as "Workflow to Join a Group". They can be imported or taken
over, and changed as far as GroupID lets them; they can be neither deleted nor replaced.`,
  inputs: { identityStoreId, ...fields },
  outputs: {
    workflowRouteId: z.string().meta({ description: "The ID that GroupID gave to the route." }),
    system: z.boolean().meta({ description: "Whether it is one of the system's own." }),
  },
  id: ["identityStoreId", "workflowRouteId"],
  naturalKey: ["identityStoreId", "name"],
  connectionDefaults,
  validate: (route) => routeViolations(route),

  refusal(olds, news) {
    const replaced =
      olds.system === true &&
      !containsUnknown(news.identityStoreId) &&
      olds.identityStoreId !== undefined &&
      news.identityStoreId !== olds.identityStoreId;
    return replaced
      ? `it is one of the system's own routes, and a change of identityStoreId would replace it: GroupID deletes none of those. ` +
          "To manage the route of the other identity store, declare another resource."
      : undefined;
  },

  list: {
    within: ["identityStoreId"],
    async read({ synchronization }: GroupIdClient, { identityStoreId: storeId = "" }) {
      return (await synchronization.workflows(storeId).all()).map((route) => liveOf(storeId, route));
    },
  },

  async find({ synchronization }: GroupIdClient, { identityStoreId: storeId = "", name }, { fresh }) {
    return (await synchronization.workflows(storeId).withName(name, fresh)).map((route) => liveOf(storeId, route));
  },

  async create({ synchronization }: GroupIdClient, inputs, operation) {
    const { identityStoreId: storeId = "", ...route } = inputs;
    const workflows = synchronization.workflows(storeId);
    const workflowRouteId = await workflows.create(route);
    const known = { ...inputs, workflowRouteId, system: false };
    const shown = await visible("route", () => workflows.withId(workflowRouteId), known, operation);
    return { live: liveOf(storeId, shown) };
  },

  async read({ synchronization }: GroupIdClient, { identityStoreId: storeId = "", workflowRouteId = "" }) {
    const route = await synchronization.workflows(storeId).withId(workflowRouteId);
    return route === undefined ? undefined : liveOf(storeId, route);
  },

  updates: [
    {
      properties: fieldNames,
      async apply(
        { synchronization }: GroupIdClient,
        { identityStoreId: storeId = "", workflowRouteId = "" },
        { inputs: { identityStoreId: _, ...route } },
      ) {
        await synchronization.workflows(storeId).update(workflowRouteId, written(route));
        return undefined;
      },
    },
  ],

  async delete({ synchronization }: GroupIdClient, { identityStoreId: storeId = "", workflowRouteId = "" }) {
    await synchronization.workflows(storeId).delete(workflowRouteId);
  },
});

function written(route: object): RouteFields {
  return Object.fromEntries(
    Object.entries(route).filter(([name]) => (fieldNames as string[]).includes(name)),
  ) as unknown as RouteFields;
}

function routeViolations(route: z.output<z.ZodObject<typeof fields>>): Violation[] {
  const violations: Violation[] = [];
  if (route.event === "create" && Array.isArray(route.fields) && route.fields.length > 0) {
    violations.push({ path: ["fields"], reason: "must be left out with the event create: all of the object is new" });
  }
  for (const [index, one] of (Array.isArray(route.filters) ? route.filters : []).entries()) {
    const needsValue = one.operator === "equals" || one.operator === "notEquals";
    const isKnown = needsValue || one.operator === "present" || one.operator === "notPresent";
    if (isKnown && needsValue !== (one.value !== undefined)) {
      const reason = needsValue ? `is required with ${one.operator} and missing` : `is of no use with ${one.operator}`;
      violations.push({ path: ["filters", index, "value"], reason });
    }
  }
  for (const [index, one] of (Array.isArray(route.approvers) ? route.approvers : []).entries()) {
    if (typeof one === "object" && (one.objectId === undefined) === (one.role === undefined)) {
      violations.push({ path: ["approvers", index], reason: "needs either objectId or role" });
    } else if (typeof one === "object" && !containsUnknown(one)) {
      const needsNumber = one.role !== undefined && !approverRoles.includes(one.role);
      if (needsNumber !== (one.roleNumber !== undefined)) {
        const reason = needsNumber
          ? `is required with a role that is none of ${approverRoles.join(", ")}`
          : "is of no use here";
        violations.push({ path: ["approvers", index, "roleNumber"], reason });
      }
    }
  }
  return violations;
}

function liveOf(storeId: string, { workflowRouteId, isSystem, identityStoreId: _, wire: _wire, ...route }: Route) {
  return {
    identityStoreId: storeId,
    workflowRouteId,
    system: isSystem,
    ...route,
    objects: [...route.objects],
    fields: [...(route.fields ?? [])],
    filters: [...(route.filters ?? [])],
    approvers: [...(route.approvers ?? [])],
  };
}
