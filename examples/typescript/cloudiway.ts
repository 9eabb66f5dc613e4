// Written from examples/yaml by `npm run generate`. Do not edit.
import { cloudiway } from "pulumi-groupware";

const marketingGroup = new cloudiway.Group("marketing-group", {
  sourceGroupName: "marketing@example.com",
  targetGroupName: "marketing@example.onmicrosoft.com",
  sourceConnectorName: "GSites Connector",
  targetConnectorName: "OfficeTarget",
  recipientType: "Office365_Unified_Groups",
});

const marketingLicense = new cloudiway.GroupLicense("marketing-license", {
  migrationTag: marketingGroup.migrationTag,
});

new cloudiway.Batch("first-wave", {
  batchName: "First wave",
  members: [marketingGroup.migrationTag],
  running: true,
}, { dependsOn: [marketingLicense] });

const secondWave = new cloudiway.Batch("second-wave", {
  batchName: "Second wave",
});

const engineeringGroup = new cloudiway.Group("engineering-group", {
  sourceGroupName: "engineering@example.com",
  targetGroupName: "engineering@example.onmicrosoft.com",
  sourceGroupUrl: "/engineering",
  targetGroupUrl: "/sites/engineering",
  sourceConnectorName: "GSites Connector",
  targetConnectorName: "OfficeTarget",
  sourceEmail: "ann@example.com",
  recipientType: "Office365_Unified_Groups",
  migration: "started",
  waitUntil: "scheduled",
});

new cloudiway.BatchMembership("engineering-in-second-wave", {
  batchName: secondWave.batchName,
  migrationTag: engineeringGroup.migrationTag,
});

new cloudiway.ConnectorGroupRefresh("read-groups-of-gsites", {
  sourceConnectorName: "GSites Connector",
  triggers: ["2026-01"],
});

const helpdeskGroup = new cloudiway.Group("helpdesk-group", {
  sourceGroupName: "helpdesk@example.com",
  targetGroupName: "helpdesk@example.onmicrosoft.com",
});

const support = cloudiway.getMigrationTagOutput({
  sourceGroupName: helpdeskGroup.sourceGroupName,
  targetGroupName: helpdeskGroup.targetGroupName,
});

new cloudiway.GroupLicense("helpdesk-license", {
  migrationTag: support.migrationTag,
});

new cloudiway.GroupAudit("marketing-audit", {
  migrationTag: marketingGroup.migrationTag,
  triggers: ["2026-01"],
});
