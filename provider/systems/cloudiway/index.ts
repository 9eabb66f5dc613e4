import * as z from "zod";
import { baseUrl } from "../connectionSettings.ts";
import type { SystemDefinition } from "../system.ts";
import type { Credentials } from "./api.ts";
import { batch } from "./batch.ts";
import { batchMembership } from "./batchMembership.ts";
import { CloudiwayClient } from "./client.ts";
import { connectorGroupRefresh } from "./connectorGroupRefresh.ts";
import { getBatch } from "./getBatch.ts";
import { getBatchMembers } from "./getBatchMembers.ts";
import { getGroup } from "./getGroup.ts";
import { getGroupStatus } from "./getGroupStatus.ts";
import { getGroups } from "./getGroups.ts";
import { getMigrationTag } from "./getMigrationTag.ts";
import { getSourceConnectors } from "./getSourceConnectors.ts";
import { getTargetConnectors } from "./getTargetConnectors.ts";
import { group } from "./group.ts";
import { groupAudit } from "./groupAudit.ts";
import { groupLicense } from "./groupLicense.ts";

/** Cloudiway: groups that are migrated, and the batches that they are started in. */
export const cloudiway: SystemDefinition = {
  name: "cloudiway",
  description: "Cloudiway: groups that are migrated, and the batches that they are started in.",
  settings: z.strictObject({
    url: baseUrl().default("https://apps.cloudiway.com/api").meta({ description: "The base of the API." }),
    consumerKey: z.string().min(1).optional().meta({ description: "The consumer key.", secret: true }),
    consumerSecret: z.string().min(1).optional().meta({ description: "The consumer secret.", secret: true }),
  }),
  credentials: [["consumerKey", "consumerSecret"]],
  connect: (http, settings, signal) => new CloudiwayClient(http, settings as unknown as Credentials, signal),
  resources: [group, batch, batchMembership, groupAudit, groupLicense, connectorGroupRefresh],
  functions: [
    getGroup,
    getGroups,
    getGroupStatus,
    getMigrationTag,
    getBatch,
    getBatchMembers,
    getSourceConnectors,
    getTargetConnectors,
  ],
};
