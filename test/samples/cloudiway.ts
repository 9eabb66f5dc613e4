import type { Emulator } from "../../emulator/index.ts";
import { partsOf, type Sample } from "./sample.ts";

/** Groups that nobody declares, for what needs a group of its own: each is in one batch at the most. */
const tagOf = (owner: string, name: string) => `${owner}-${name.replaceAll(/[^\w]/g, "-")}-0000`;
const names = ["", "members", "batchName", "batchName-adopt", "migrationTag", "migrationTag-adopt", "plugin", "only"];

function prepareGroups(owners: readonly string[]): (emulator: Emulator) => void {
  return (emulator) => {
    for (const owner of owners) {
      for (const name of names) {
        const id = tagOf(owner, name);
        const set = { sourceGroupName: `${id}@example.com`, targetGroupName: `${id}@example.org` };
        emulator.change({ system: "cloudiway", scope: "groups", id, set });
      }
    }
  };
}

const place = (scope: string) => (id: string) => ({ system: "cloudiway", scope, id: partsOf(id).join("/") });

export const cloudiway: readonly Sample[] = [
  {
    type: "cloudiway:Group",
    inputs: {
      sourceGroupName: "mySource@mydomain.com",
      targetGroupName: "myTarget@myDomain.com",
      sourceGroupUrl: "/JD",
      targetGroupUrl: "/target",
      sourceConnectorName: "SourceConnector",
      targetConnectorName: "OfficeTarget",
      sourceEmail: "John@domain.com",
      recipientType: "Office365_Shared_Mailbox",
      migration: "started",
      waitUntil: "scheduled",
    },
    changed: {
      sourceGroupName: "otherSource@mydomain.com",
      targetGroupName: "otherTarget@myDomain.com",
      sourceGroupUrl: "/other",
      targetGroupUrl: "/otherTarget",
      sourceConnectorName: "GSites Connector",
      targetConnectorName: "OneDrive target",
      sourceEmail: "Jane@domain.com",
      recipientType: "Office365_Unified_Groups",
      migration: "stopped",
      waitUntil: "scheduled",
    },
    wire: {
      sourceGroupName: { field: "sourceGroupName", value: "elsewhere@mydomain.com" },
      targetGroupName: { field: "targetGroupName", value: "elsewhere@myDomain.com" },
      sourceGroupUrl: { field: "sourceGroupUrl", value: "/elsewhere" },
      targetGroupUrl: { field: "targetGroupUrl", value: null },
      migration: { field: "status", value: "STOP" },
    },
    notImported: ["migration"],
    locate: place("groups"),
  },
  {
    type: "cloudiway:Batch",
    prepare: prepareGroups(["first", "second"]),
    inputs: {
      batchName: "CIW_Test",
      members: [tagOf("first", ""), tagOf("second", "")],
      allowEmpty: false,
      running: true,
    },
    changed: {
      batchName: "GroupBatch",
      members: [tagOf("first", "")],
      allowEmpty: true,
      running: false,
    },
    wire: {
      members: (emulator, { id }) => {
        const { project } = emulator.cloudiway;
        const batch = project.batches.get(id);
        const [last] = batch === undefined ? [] : project.groupsOf(batch).slice(-1);
        if (last !== undefined) {
          project.leave(last);
        }
      },
    },
    another: (name, inputs) => ({
      batchName: `${String(inputs.batchName)}-${name}`,
      members: ["first", "second"].slice(0, (inputs.members as string[]).length).map((owner) => tagOf(owner, name)),
    }),
    objects: 3,
    healed: 1,
    notImported: ["members"],
    locate: place("batches"),
  },
  {
    type: "cloudiway:BatchMembership",
    prepare: (emulator) => {
      prepareGroups(["member", "other"])(emulator);
      for (const id of ["CIW_One", "CIW_Other"]) {
        emulator.change({ system: "cloudiway", scope: "batches", id });
      }
    },
    inputs: { batchName: "CIW_One", migrationTag: tagOf("member", "") },
    changed: { batchName: "CIW_Other", migrationTag: tagOf("other", "") },
    wire: {},
    another: (name, inputs) => ({
      migrationTag: tagOf(String(inputs.migrationTag).split("-")[0] ?? "", name),
    }),
    locate: place("memberships"),
  },
  {
    type: "cloudiway:GroupAudit",
    prepare: prepareGroups(["audited", "audited2"]),
    inputs: { migrationTag: tagOf("audited", ""), triggers: ["1"] },
    changed: { migrationTag: tagOf("audited2", ""), triggers: ["2"] },
    wire: {},
    another: () => ({}),
    endpoint: "cloudiway.groups.auditstart",
    locate: place("groups"),
  },
  {
    type: "cloudiway:GroupLicense",
    prepare: prepareGroups(["licensed", "licensed2"]),
    inputs: { migrationTag: tagOf("licensed", ""), triggers: ["1"] },
    changed: { migrationTag: tagOf("licensed2", ""), triggers: ["2"] },
    wire: {},
    another: () => ({}),
    endpoint: "cloudiway.groups.license",
    locate: place("groups"),
  },
  {
    type: "cloudiway:ConnectorGroupRefresh",
    inputs: { sourceConnectorName: "myConnectorName", triggers: ["1"] },
    changed: { sourceConnectorName: "SourceConnector", triggers: ["2"] },
    wire: {},
    another: () => ({}),
    endpoint: "cloudiway.groups.startgetgroups",
    locate: place("groups"),
  },
];
