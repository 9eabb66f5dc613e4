import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { present } from "../present.ts";
import type { GroupNames } from "./api.ts";
import type { CloudiwayClient } from "./client.ts";
import type { TaggedGroup } from "./groups.ts";
import { meaningOf, status, statusOf } from "./status.ts";

const names = {
  sourceGroupName: z.string().min(1).meta({ description: "The name of the group at the source." }),
  targetGroupName: z.string().min(1).meta({ description: "The name of the group at the target." }),
};
const migrationTag = z.string().min(1).meta({ description: "The migration tag of the group." });
const batchName = z.string().min(1).meta({ description: "The name of the batch." });
const urls = {
  sourceGroupUrl: z.string().optional().meta({ description: "The URL of the group at the source." }),
  targetGroupUrl: z.string().optional().meta({
    description: "The URL of the group at the target, where the list of groups shows it.",
  }),
};

/** `cloudiway.getGroup`: GET groups/{migrationtag}/get. */
export const getGroup = defineFunction({
  type: "cloudiway:getGroup",
  description: "Reads one group, by its migration tag or by its names.",
  inputs: {
    migrationTag: migrationTag.optional().meta({ description: "The migration tag. Give this, or both names." }),
    sourceGroupName: names.sourceGroupName.optional(),
    targetGroupName: names.targetGroupName.optional(),
  },
  outputs: { migrationTag, ...names, ...urls },

  async invoke(cloudiway: CloudiwayClient, { migrationTag: tag, sourceGroupName, targetGroupName }) {
    const hasNames = sourceGroupName !== undefined && targetGroupName !== undefined;
    if (
      (tag !== undefined) === (sourceGroupName !== undefined || targetGroupName !== undefined) ||
      !(tag ?? hasNames)
    ) {
      throw new Error("cloudiway:getGroup needs either migrationTag, or sourceGroupName and targetGroupName.");
    }
    const live = hasNames
      ? await withNames(cloudiway, "getGroup", { sourceGroupName, targetGroupName })
      : await cloudiway.groups.readOne(tag ?? "");
    if (live === undefined) {
      throw new NotFoundError(`cloudiway:getGroup: there is no group with the migration tag ${tag}.`);
    }
    return present(live);
  },
});

/** `cloudiway.getGroups`: GET groups/getall. */
export const getGroups = defineFunction({
  type: "cloudiway:getGroups",
  description:
    "Lists all groups of the project. The list has no migration tags: `getMigrationTag` looks up the one of a group.",
  inputs: {},
  outputs: {
    groups: z
      .array(
        z.object({ ...names, ...urls }).meta({ typeName: "ListedGroup", description: "A group as the list shows it." }),
      )
      .meta({ description: "The groups, in the order of the system." }),
  },

  invoke: async (cloudiway: CloudiwayClient) => ({ groups: (await cloudiway.groups.listed()).map(present) }),
});

/** `cloudiway.getGroupStatus`: GET groups/{migrationtag}/status. */
export const getGroupStatus = defineFunction({
  type: "cloudiway:getGroupStatus",
  description: "Reads the status of a group's migration.",
  inputs: { migrationTag },
  outputs: {
    status: status.meta({ description: "The status." }),
    meaning: z.string().meta({ description: "What the status says; empty for a word that is not documented." }),
  },

  async invoke(cloudiway: CloudiwayClient, { migrationTag: tag }) {
    const word = await cloudiway.migrations.status(tag);
    return { status: statusOf(word), meaning: meaningOf(word) };
  },
});

/** `cloudiway.getMigrationTag`: GET groups/migrationtag. */
export const getMigrationTag = defineFunction({
  type: "cloudiway:getMigrationTag",
  description: "Looks up the migration tag of a group by its names.",
  inputs: names,
  outputs: { migrationTag },

  async invoke(cloudiway: CloudiwayClient, given) {
    const { migrationTag: tag } = await withNames(cloudiway, "getMigrationTag", given);
    return { migrationTag: tag };
  },
});

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

/** `cloudiway.getBatchMembers`: GET groups/getusersinbatch. */
export const getBatchMembers = defineFunction({
  type: "cloudiway:getBatchMembers",
  description: "Lists the groups of a batch, by numbers: no call tells which migration tag a number belongs to.",
  inputs: { batchName },
  outputs: {
    members: z
      .array(
        z
          .object({
            membershipId: z.string().optional().meta({ description: "The number of the membership itself." }),
            batchId: z.string().optional().meta({ description: "The number of the batch." }),
            customerGroupId: z.string().meta({ description: "The number of the group." }),
          })
          .meta({ typeName: "BatchMember", description: "A group in a batch." }),
      )
      .meta({ description: "The groups, in the order of the system." }),
  },

  async invoke(cloudiway: CloudiwayClient, { batchName: name }) {
    const members = await cloudiway.api.getBatchMembers(name, cloudiway.signal);
    if (members === undefined && (await cloudiway.batches.read(name)) === undefined) {
      throw new NotFoundError(`cloudiway:getBatchMembers: there is no batch ${JSON.stringify(name)}.`);
    }
    return { members: (members ?? []).map(present) };
  },
});

const connectors = z
  .array(
    z
      .object({
        name: z.string().meta({ description: "Its display name, by which groups name it." }),
        type: z.string().optional().meta({ description: "The system behind it, such as `GSuite`." }),
      })
      .meta({ typeName: "Connector", description: "A connector of the project." }),
  )
  .meta({ description: "The connectors, in the order of the system." });

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

/** The one group with these names. */
async function withNames(cloudiway: CloudiwayClient, asker: string, given: GroupNames): Promise<TaggedGroup> {
  const found = await cloudiway.groups.withNames(given, true);
  const [live, ...others] = found;
  const told = `${JSON.stringify(given.sourceGroupName)} and ${JSON.stringify(given.targetGroupName)}`;
  if (live === undefined) {
    throw new NotFoundError(`cloudiway:${asker}: there is no group with the names ${told}.`);
  }
  if (others.length > 0) {
    const tags = found.map(({ migrationTag: tag }) => tag).join(", ");
    throw new Error(
      `cloudiway:${asker}: ${found.length} groups have the names ${told}: ${tags}. Ask by migration tag.`,
    );
  }
  return live;
}
