import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import type { BariumClient } from "./client.ts";
import { groupOutputs } from "./getGroup.ts";

/** `barium.getGroups`: GET domains/{domainId}/groups. */
export const getGroups = defineFunction({
  type: "barium:getGroups",
  description: "Lists the groups of a domain of Barium Live: all of them, or one page.",
  inputs: {
    domainId: identifier().meta({ description: "The ID of the domain." }),
    skip: z.number().int().min(0).optional().meta({
      description: "How many groups to pass over. With `skip` or `take`, one page is read as the server gives it.",
    }),
    take: z.number().int().min(1).optional().meta({
      description: "How many groups to answer with at the most. Without `skip` and `take`, all are read.",
    }),
  },
  outputs: {
    groups: z
      .array(z.object(groupOutputs).meta({ typeName: "GroupResult", description: "A group as Barium Live shows it." }))
      .meta({ description: "The groups, in the order of the server." }),
    totalCount: z.number().int().meta({ description: "How many groups the domain has." }),
  },

  async invoke(barium: BariumClient, { domainId, skip, take }, { signal }) {
    if (skip === undefined && take === undefined) {
      const groups = await barium.domain(domainId).all();
      return { groups: groups.map(present), totalCount: groups.length };
    }
    const page = await barium.api.getGroups(domainId, skip ?? 0, take ?? 1000, signal);
    return {
      groups: page.groups.map(present),
      totalCount: page.totalCount,
    };
  },
});
