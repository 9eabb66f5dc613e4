import * as z from "zod";
import { defineAction } from "../../resource/action.ts";
import { SystemError } from "../../resource/errors.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTagInput } from "./group.ts";
import { lacksLicense, RefusedError } from "./refusedError.ts";

const answer = z.string().meta({ description: "What Cloudiway answered." });

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

/** `cloudiway.GroupLicense`: seeds/000, "Assign a license to a group". */
export const groupLicense = defineAction({
  type: "cloudiway:GroupLicense",
  description: `Assigns one of the project's available group licenses to a group.

No call shows the license of a group, and none takes it back: what becomes of it later is not observable, and deleting
this resource leaves it.`,
  inputs: { migrationTag: migrationTagInput },
  outputs: { answer },
  subject: ["migrationTag"],
  async run(cloudiway: CloudiwayClient, { migrationTag }) {
    try {
      return {
        answer: await forGroup(cloudiway, migrationTag, (signal) => cloudiway.api.licenseGroup(migrationTag, signal)),
      };
    } catch (error) {
      if (error instanceof RefusedError && lacksLicense(error.words)) {
        throw new SystemError(
          `no group license is available for ${migrationTag}. ${error.message} ` +
            "Buy licenses in Cloudiway, or take one from a group that needs none, and run `pulumi up` again.",
          "no",
          { cause: error },
        );
      }
      throw error;
    }
  },
});

/** `cloudiway.ConnectorGroupRefresh`: seeds/000, "Start a Get Group process". */
export const connectorGroupRefresh = defineAction({
  type: "cloudiway:ConnectorGroupRefresh",
  description:
    "Has Cloudiway read the groups of a connector into the project (Get Groups). It goes on after the answer.",
  inputs: {
    sourceConnectorName: z.string().min(1).meta({
      description: "The display name of the connector, one of `getSourceConnectors`.",
    }),
  },
  outputs: { answer },
  subject: ["sourceConnectorName"],
  async run(cloudiway: CloudiwayClient, { sourceConnectorName }) {
    return { answer: await cloudiway.api.startGetGroups(sourceConnectorName, cloudiway.signal) };
  },
});

async function forGroup(
  { groups, signal }: CloudiwayClient,
  migrationTag: string,
  run: (signal: AbortSignal) => Promise<string>,
): Promise<string> {
  try {
    return await run(signal);
  } catch (error) {
    throw await groups.explained(error, migrationTag);
  }
}
