import { defineAction } from "../../resource/action.ts";
import { SystemError } from "../../resource/errors.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTagInput } from "./group.ts";
import { answer, forGroup } from "./groupAction.ts";
import { hasLicense, lacksLicense, RefusedError } from "./refusedError.ts";

/** `cloudiway.GroupLicense`: seeds/000, "Assign a license to a group". */
export const groupLicense = defineAction({
  type: "cloudiway:GroupLicense",
  description: `Assigns one of the project's available group licenses to a group. That it has one already is no error.

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
      if (error instanceof RefusedError && hasLicense(error.reason)) {
        // As after a run whose answer was lost.
        return { answer: error.words };
      }
      if (error instanceof RefusedError && lacksLicense(error.reason)) {
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
