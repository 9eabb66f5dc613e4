import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { present } from "../present.ts";
import type { CloudiwayClient } from "./client.ts";
import { batchName } from "./groupOutputs.ts";

/** `cloudiway.getBatch`: GET groups/getbatch. */
export const getBatch = defineFunction({
  type: "cloudiway:getBatch",
  description: "Reads a batch by its name.",
  inputs: { batchName },
  outputs: {
    batchName,
    batchId: z.string().optional().meta({ description: "The number of the batch." }),
    customerId: z.string().optional().meta({ description: "The number of the customer whose batch it is." }),
    groupCount: z.number().int().optional().meta({ description: "How many groups it has." }),
  },

  async invoke(cloudiway: CloudiwayClient, { batchName: name }) {
    const batch = await cloudiway.batches.read(name);
    if (batch === undefined) {
      throw new NotFoundError(`cloudiway:getBatch: there is no batch ${JSON.stringify(name)}.`);
    }
    return present(batch);
  },
});
