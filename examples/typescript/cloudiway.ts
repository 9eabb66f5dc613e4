// Written from examples/yaml by `npm run generate`. Do not edit.
import { cloudiway } from "pulumi-groupware";

const sales = new cloudiway.Group("sales", {
  sourceGroupName: "sales@example.com",
  targetGroupName: "sales@example.onmicrosoft.com",
  sourceConnectorName: "GSites Connector",
  targetConnectorName: "OfficeTarget",
  recipientType: "Office365_Unified_Groups",
});

const salesLicense = new cloudiway.GroupLicense("sales-license", {
  migrationTag: sales.migrationTag,
});

new cloudiway.Batch("first-wave", {
  batchName: "First wave",
  members: [sales.migrationTag],
  running: true,
}, { dependsOn: [salesLicense] });

const secondWave = new cloudiway.Batch("second-wave", {
  batchName: "Second wave",
});

const engineering = new cloudiway.Group("engineering", {
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
  migrationTag: engineering.migrationTag,
});

new cloudiway.ConnectorGroupRefresh("sites", {
  sourceConnectorName: "GSites Connector",
  triggers: ["2026-01"],
});

const helpdesk = new cloudiway.Group("helpdesk", {
  sourceGroupName: "helpdesk@example.com",
  targetGroupName: "helpdesk@example.onmicrosoft.com",
});

const support = cloudiway.getMigrationTagOutput({
  sourceGroupName: helpdesk.sourceGroupName,
  targetGroupName: helpdesk.targetGroupName,
});

new cloudiway.GroupLicense("helpdesk-license", {
  migrationTag: support.migrationTag,
});

new cloudiway.GroupAudit("sales-audit", {
  migrationTag: sales.migrationTag,
  triggers: ["2026-01"],
});
