import * as z from "zod";
import { NotFoundError } from "../../resource/errors.ts";
import type { GroupNames } from "./api.ts";
import type { CloudiwayClient } from "./client.ts";
import type { TaggedGroup } from "./groups.ts";

export const names = {
  sourceGroupName: z.string().min(1).meta({ description: "The name of the group at the source." }),
  targetGroupName: z.string().min(1).meta({ description: "The name of the group at the target." }),
};
export const migrationTag = z.string().min(1).meta({ description: "The migration tag of the group." });
export const batchName = z.string().min(1).meta({ description: "The name of the batch." });
export const urls = {
  sourceGroupUrl: z.string().optional().meta({ description: "The URL of the group at the source." }),
  targetGroupUrl: z.string().optional().meta({
    description: "The URL of the group at the target, where the list of groups shows it.",
  }),
};

/** The one group with these names. */
export async function withNames(cloudiway: CloudiwayClient, asker: string, given: GroupNames): Promise<TaggedGroup> {
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
