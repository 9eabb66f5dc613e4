import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { identifier } from "../../resource/property.ts";
import type { BariumClient } from "./client.ts";

/** `barium.Group`: seeds/002, "domains/{domainId}/groups". */
export const group = defineResource({
  type: "barium:Group",
  description: `A group of users in a domain of Barium Live.

Groups form a tree through \`parentId\`. Groups that are created, changed or deleted together travel in calls of many,
and all reads of a domain share one list, so thousands of groups cost few calls.

Barium Live can change the name and the parent of a group; a change of anything else replaces it. A group that is
replaced under the same key is deleted first, and its child groups with it; they are made anew below the new one.`,
  inputs: {
    domainId: identifier().meta({ description: "The ID of the domain that the group belongs to." }),
    key: z.string().min(1).meta({
      description: "Your own key of the group, such as `G_1234`. It tells the group from all others of its domain.",
      // Nothing says whether case counts. Where it comes back in another one, no group is to be made anew for that.
      ignoreCase: true,
    }),
    name: z.string().min(1).meta({ description: "The name that users see." }),
    parentId: identifier().optional().meta({
      description:
        "The ID of the group above this one, such as `parent.groupId`. Left out, the parent is not managed: a new group becomes a root.",
      followsReplacement: true,
      refersTo: "barium:Group.groupId",
    }),
    origin: z.string().optional().meta({
      description: "The system that the group comes from, usually a GUID.",
      ignoreCase: true,
    }),
    originKey: z.string().optional().meta({
      description: "The key of the group in the system that it comes from.",
      ignoreCase: true,
    }),
  },
  outputs: {
    groupId: z.string().meta({ description: "The ID that Barium Live gave to the group." }),
    securityId: z.string().optional().meta({
      description:
        "The ID of the group in Barium Live's access rights. The call that creates a group does not tell it: it is known after the next refresh, or from `getGroup`.",
    }),
  },
  id: ["domainId", "groupId"],
  naturalKey: ["domainId", "key"],

  list: {
    // The document has no call that lists domains.
    within: ["domainId"],
    async read(barium: BariumClient, { domainId = "" }) {
      const groups = await barium.domain(domainId).all();
      return groups.map((live) => ({ domainId, ...live }));
    },
  },

  async find(barium: BariumClient, { domainId, key }, { fresh }) {
    const found = await barium.domain(domainId).withKey(key, fresh);
    return found.map((live) => ({ domainId, ...live }));
  },

  async create(barium: BariumClient, inputs) {
    const domain = barium.domain(inputs.domainId);
    const { groupId, existedBefore } = await domain.create(inputs);
    const live = existedBefore ? await domain.withId(groupId) : undefined;
    return { live: { ...inputs, ...live, groupId }, existedBefore };
  },

  async read(barium: BariumClient, { domainId = "", groupId = "" }) {
    const live = await barium.domain(domainId).withId(groupId);
    return live === undefined ? undefined : { domainId, ...live };
  },

  updates: [
    {
      properties: ["name", "parentId"],
      async apply(barium: BariumClient, { domainId = "", groupId = "" }, { inputs: { name, parentId } }) {
        await barium.domain(domainId).update({ groupId, name, parentId });
        return undefined;
      },
    },
  ],

  async delete(barium: BariumClient, { domainId = "", groupId = "" }) {
    await barium.domain(domainId).delete(groupId);
  },
});
