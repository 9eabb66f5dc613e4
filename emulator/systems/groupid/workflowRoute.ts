import * as z from "zod";

const text = z.string().nullable();

/** A workflow route under the names of the wire: seeds/001, "Create a Route". */
export const route = z.strictObject({
  workflowRouteId: z.int().min(0),
  identityStoreID: z.int().min(0),
  name: z.string().min(1),
  description: text,
  isEnabled: z.boolean(),
  // 1: made by users. 2: the system's own.
  type: z.int().min(1).max(2),
  typeDTO: z.null(),
  event: z.int().min(1).max(12),
  eventDTO: z.null(),
  routeFieldDTOList: z
    .array(z.strictObject({ workflowRouteFieldId: z.int(), field: z.string().min(1), workflowRouteId: z.int() }))
    .nullable(),
  routeFilterDTOList: z
    .array(
      z.strictObject({
        workflowRouteFilterId: z.int(),
        name: z.string().min(1),
        operator: z.enum(["Present", "Not Present", "Equals", "Not Equals"]),
        value: z.string(),
        workflowRouteId: z.int(),
      }),
    )
    .nullable(),
  routeApproverDTOList: z.array(
    z.strictObject({
      workflowRouteApproverId: z.int(),
      approver: z.string().min(1),
      approverIdentityStoreID: z.int(),
      workflowRouteId: z.int(),
      approverType: z.int().min(0),
      approverName: text,
    }),
  ),
  routeObjectDTOList: z
    .array(
      z.strictObject({
        workflowRouteObjectId: z.int(),
        objectTypeId: z.int().min(1).max(3),
        workflowRouteId: z.int(),
        objectTypeDTO: z.strictObject({ objectTypeId: z.int(), name: text }).nullable(),
      }),
    )
    .min(1),
  enableEmailApproval: z.boolean(),
  disableApproverAcceleration: z.boolean(),
  portalUrl: text,
  msFlowRequestUrl: text,
  msFlowToken: text,
  isMsFlowTemplateRouteCreated: z.boolean(),
  updateMsFlowToken: z.boolean(),
});

/** The body of the calls that make and change routes. */
export const routes = z.strictObject({ items: z.array(route).min(1) });

export type Route = z.output<typeof route>;

interface SystemRoute {
  readonly name: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly event: number;
  readonly fields: readonly string[];
  readonly approver?: readonly [approver: string, type: number];
  readonly objectTypeId: number;
}

const member = {
  fields: ["member"],
  approver: ["OwnerAndAdditionalOwner", 5],
  objectTypeId: 1,
  isEnabled: true,
} as const;
const systemRoutes: readonly SystemRoute[] = [
  {
    name: "Workflow to Reset Password",
    description: "Apply workflow when a user tries to reset its password.",
    isEnabled: false,
    event: 12,
    fields: [],
    approver: ["ManagerAndAdditionalManager", 4],
    objectTypeId: 2,
  },
  {
    name: "Workflow to Change Group Expiration Policy",
    description: "Apply workflow when Group Expiration Policy is changed.",
    isEnabled: false,
    event: 7,
    fields: [],
    objectTypeId: 1,
  },
  {
    ...member,
    name: "Workflow to Nest a Group",
    description: "Apply workflow when groups are added into the membership of other groups.",
    event: 6,
  },
  {
    ...member,
    name: "Workflow to Join a Group",
    description: "Apply workflow when a user joins a semi-private group.",
    event: 4,
  },
  {
    ...member,
    name: "Workflow to Leave a Group",
    description: "Apply workflow when a user leaves a semi-private group.",
    event: 5,
  },
  {
    name: "Workflow to Transfer a User",
    description: "Apply workflow when a manager transfer direct report.",
    isEnabled: true,
    event: 10,
    fields: ["directReports"],
    approver: ["NewManager", 7],
    objectTypeId: 2,
  },
  {
    name: "Workflow to Terminate a User",
    description: "Apply workflow when a manager terminate direct report.",
    isEnabled: false,
    event: 11,
    fields: ["directReports"],
    objectTypeId: 2,
  },
  {
    name: "Workflow to Change manager",
    description: "Apply workflow when a user tries to change manager.",
    isEnabled: true,
    event: 2,
    fields: ["manager", "XAdditionalManager"],
    approver: ["ManagerAndAdditionalManager", 4],
    objectTypeId: 2,
  },
];

/** The routes that every identity store has. */
export function defaultRoutes(identityStoreID: number): Route[] {
  return systemRoutes.map(({ name, description, isEnabled, event, fields, approver, objectTypeId }) => ({
    workflowRouteId: 0,
    identityStoreID,
    name,
    description,
    isEnabled,
    type: 2,
    typeDTO: null,
    event,
    eventDTO: null,
    routeFieldDTOList:
      fields.length === 0 ? null : fields.map((field) => ({ workflowRouteFieldId: 0, field, workflowRouteId: 0 })),
    routeFilterDTOList: null,
    routeApproverDTOList:
      approver === undefined
        ? []
        : [
            {
              workflowRouteApproverId: 0,
              approver: approver[0],
              approverIdentityStoreID: identityStoreID,
              workflowRouteId: 0,
              approverType: approver[1],
              approverName: null,
            },
          ],
    routeObjectDTOList: [{ workflowRouteObjectId: 0, objectTypeId, workflowRouteId: 0, objectTypeDTO: null }],
    enableEmailApproval: false,
    disableApproverAcceleration: false,
    portalUrl: null,
    msFlowRequestUrl: null,
    msFlowToken: null,
    isMsFlowTemplateRouteCreated: false,
    updateMsFlowToken: false,
  }));
}
