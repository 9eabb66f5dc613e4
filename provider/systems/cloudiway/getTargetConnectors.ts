import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { CloudiwayClient } from "./client.ts";
import { connectors } from "./connectorOutputs.ts";

/** `cloudiway.getTargetConnectors`: GET groups/getalltargetconnectors. */
export const getTargetConnectors = defineFunction({
  type: "cloudiway:getTargetConnectors",
  description: "Lists the connectors to targets of the project.",
  inputs: {},
  outputs: { connectors },
  invoke: async ({ api, signal }: CloudiwayClient) => ({
    connectors: (await api.getTargetConnectors(signal)).map(present),
  }),
});
