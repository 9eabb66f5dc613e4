import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { present } from "../present.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTag, names, urls, withNames } from "./groupOutputs.ts";

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
