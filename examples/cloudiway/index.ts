import { cloudiway } from "pulumi-groupware";

// Two groups that become Microsoft 365 groups. Their migration tags are known once they are made.
const groups = ["sales", "support"].map(
  (name) =>
    new cloudiway.Group(name, {
      sourceGroupName: `${name}@example.com`,
      targetGroupName: `${name}@example.onmicrosoft.com`,
      sourceGroupUrl: `/${name}`,
      targetGroupUrl: `/sites/${name}`,
      sourceConnectorName: "GSites Connector",
      targetConnectorName: "OfficeTarget",
      sourceEmail: "ann@example.com",
      recipientType: "Office365_Unified_Groups",
    }),
);

// Each is audited, again whenever the trigger changes, and gets one of the project's licenses.
const prepared = groups.flatMap(({ migrationTag }, index) => [
  new cloudiway.GroupAudit(`audit-${index}`, { migrationTag, triggers: ["2026-01"] }),
  new cloudiway.GroupLicense(`license-${index}`, { migrationTag }),
]);

// Then they are started together.
const wave = new cloudiway.Batch(
  "first-wave",
  { batchName: "First wave", members: groups.map(({ migrationTag }) => migrationTag), running: true },
  { dependsOn: prepared },
);

export const migrationTags = groups.map(({ migrationTag }) => migrationTag);
export const groupCount = wave.groupCount;
// Read when the batch has been started, which its ID tells.
export const statuses = groups.map(
  (group) => cloudiway.getGroupStatusOutput({ migrationTag: wave.id.apply(() => group.migrationTag) }).status,
);
