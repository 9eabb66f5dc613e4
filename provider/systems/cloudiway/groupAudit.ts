import { defineAction } from "../../resource/action.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTagInput } from "./group.ts";
import { answer, forGroup } from "./groupAction.ts";

/** `cloudiway.GroupAudit`: seeds/000, "Audit a group". */
export const groupAudit = defineAction({
  type: "cloudiway:GroupAudit",
  description: "Audits a group: starts Cloudiway's audit of what there is to migrate.",
  inputs: { migrationTag: migrationTagInput },
  outputs: { answer },
  subject: ["migrationTag"],
  async run(cloudiway: CloudiwayClient, { migrationTag }) {
    return {
      answer: await forGroup(cloudiway, migrationTag, (signal) => cloudiway.api.auditGroup(migrationTag, signal)),
    };
  },
});
