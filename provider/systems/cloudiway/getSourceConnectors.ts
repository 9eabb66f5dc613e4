import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { CloudiwayClient } from "./client.ts";
import { connectors } from "./connectorOutputs.ts";

/** `cloudiway.getSourceConnectors`: GET groups/getallsourceconnectors. */
export const getSourceConnectors = defineFunction({
  type: "cloudiway:getSourceConnectors",
  description: "Lists the connectors to sources of the project.",
  inputs: {},
  outputs: { connectors },
  invoke: async ({ api, signal }: CloudiwayClient) => ({
    connectors: (await api.getSourceConnectors(signal)).map(present),
  }),
});
