import * as z from "zod";
import { defineAction } from "../../resource/action.ts";
import type { CloudiwayClient } from "./client.ts";
import { answer } from "./groupAction.ts";

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
