import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTagInput } from "./group.ts";

/** `cloudiway.BatchMembership`: seeds/000, "Add a group to a batch" and "Remove a group from a batch". */
export const batchMembership = defineResource({
  type: "cloudiway:BatchMembership",
  description: `One group in one batch, added and removed on its own. A group is in one batch at the most.

Cloudiway shows the groups of a batch by numbers only. Which one is this group is proven when it is added: that happens
alone, and the number that is new is the group's (\`customerGroupId\`). Then it shows when the group has left the batch. Where
the number could not be proven, as after an import, whether the group is still in the batch is not observable, unless the
batch is empty or gone; a refresh says so.`,
  inputs: {
    batchName: z.string().min(1).meta({
      description: "The name of the batch, such as `batch.batchName`.",
      followsReplacement: true,
    }),
    migrationTag: migrationTagInput,
  },
  outputs: {
    customerGroupId: z.string().optional().meta({
      description: "The number under which the batch shows the group; absent where it could not be proven.",
    }),
  },
  id: ["batchName", "migrationTag"],
  // A group is in one batch, so that it leaves the old one before it goes into another.
  naturalKey: ["migrationTag"],

  async find(cloudiway: CloudiwayClient, { batchName, migrationTag }, { fresh }) {
    const number = cloudiway.batches.numberOf(migrationTag);
    const numbers = number === undefined ? undefined : await cloudiway.batches.numbersIn(batchName, fresh);
    return number !== undefined && numbers?.has(number) === true
      ? [{ batchName, migrationTag, customerGroupId: number }]
      : [];
  },

  async create(cloudiway: CloudiwayClient, { batchName, migrationTag }, operation) {
    const { customerGroupId, existedBefore } = await cloudiway.batches.join(batchName, migrationTag, operation);
    const live = { batchName, migrationTag, ...(customerGroupId === undefined ? {} : { customerGroupId }) };
    return { live, existedBefore };
  },

  async read(cloudiway: CloudiwayClient, { batchName = "", migrationTag = "" }, { report }, known) {
    const numbers = await cloudiway.batches.numbersIn(batchName, false);
    if (numbers === undefined || numbers.size === 0) {
      return undefined;
    }
    const number = (known.customerGroupId as string | undefined) ?? cloudiway.batches.numberOf(migrationTag);
    if (number !== undefined) {
      return numbers.has(number) ? { batchName, migrationTag, customerGroupId: number } : undefined;
    }
    const isImport = known.migrationTag === undefined;
    if (isImport && (await cloudiway.api.getGroup(migrationTag, cloudiway.signal)) === undefined) {
      return undefined;
    }
    report(
      `cloudiway:BatchMembership ${batchName}/${migrationTag}: the batch has ${numbers.size} groups. Whether this group is ` +
        "among them is not observable: Cloudiway shows their numbers only.",
    );
    return { batchName };
  },

  updates: [],

  async delete(cloudiway: CloudiwayClient, { batchName = "", migrationTag = "" }, _operation, known) {
    await cloudiway.batches.leave(batchName, migrationTag, known.customerGroupId as string | undefined);
  },
});
