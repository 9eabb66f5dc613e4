import type { DocumentedCalls } from "./documentedCall.ts";

const groups = "/apio/api/v1/tenants/acme/groups/";

export const apio: DocumentedCalls = {
  "apio.groups.list": ({ call }) => call("GET", groups),
  "apio.groups.create": ({ call }) => call("POST", groups, { body: { groupId: "g" } }),
};
