import type { DocumentedCalls } from "./documentedCall.ts";

const groups = "/barium/api/v1.1/domains/1/groups";

export const barium: DocumentedCalls = {
  "barium.groups.list": ({ call }) => call("GET", groups),
  "barium.groups.create": ({ call }) => call("POST", groups, { body: { groups: [{ key: "k", name: "n" }] } }),
  "barium.groups.update": ({ call, emulator }) => {
    const id = emulator.change({ system: "barium", scope: "1" });
    return call("POST", groups, { body: { groups: [{ id, name: "n" }] } });
  },
  "barium.groups.delete": ({ call, emulator }) => {
    const id = emulator.change({ system: "barium", scope: "1" });
    return call("DELETE", groups, { body: { groups: [{ id }] } });
  },
};
