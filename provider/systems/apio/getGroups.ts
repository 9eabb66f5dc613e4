import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import { sortOrders } from "./api.ts";
import type { ApioClient } from "./client.ts";

const pagingControl = z
  .object({
    startIndex: z.number().int().min(1).meta({ description: "The place of the first group of the page, from 1." }),
    pageSize: z.number().int().min(1).meta({ description: "How many groups the page has at the most." }),
  })
  .meta({ typeName: "PagingControl", description: "One page of a list." });

const groupSummary = z
  .object({
    groupId: z.string().meta({ description: "The ID of the group." }),
    groupName: z.string().optional().meta({ description: "The name of the group." }),
    userLimit: z.number().int().optional().meta({ description: "How many users the group may have." }),
  })
  .meta({ typeName: "GroupSummary", description: "What a list shows of a group." });

/** `apio.getGroups`: GET tenants/{tenantId}/groups/ with its search criteria. */
export const getGroups = defineFunction({
  type: "apio:getGroups",
  description: "Lists the groups of a BroadWorks tenant that fit all given criteria.",
  inputs: {
    tenantId: identifier().meta({ description: "The ID of the tenant." }),
    sensitiveGroupIdStarts: criterion("ID begins with this text, letter case counting"),
    sensitiveGroupIdContains: criterion("ID contains this text, letter case counting"),
    sensitiveGroupIdEquals: criterion("ID is this text, letter case counting"),
    insensitiveGroupIdStarts: criterion("ID begins with this text in any letter case"),
    insensitiveGroupIdContains: criterion("ID contains this text in any letter case"),
    insensitiveGroupIdEquals: criterion("ID is this text in any letter case"),
    sensitiveGroupNameStarts: criterion("name begins with this text, letter case counting"),
    sensitiveGroupNameContains: criterion("name contains this text, letter case counting"),
    sensitiveGroupNameEquals: criterion("name is this text, letter case counting"),
    insensitiveGroupNameStarts: criterion("name begins with this text in any letter case"),
    insensitiveGroupNameContains: criterion("name contains this text in any letter case"),
    insensitiveGroupNameEquals: criterion("name is this text in any letter case"),
    responseSizeLimit: z.number().int().min(1).optional().meta({
      description: "How many groups to answer with at the most. The system ignores it beside `pagingControl`.",
    }),
    pagingControl: pagingControl.optional().meta({
      description: "The page to read. With `allPages`, the first of them.",
    }),
    sortOrders: z
      .array(z.enum(sortOrders).meta({ typeName: "GroupSortOrder", description: "An order of a list of groups." }))
      .max(3)
      .optional()
      .meta({
        description: "Up to three orders, the first one deciding. By default `insensitiveAscendingGroupId`.",
      }),
    allPages: z.boolean().optional().meta({
      description: "Reads page after page to the end, in pages of `pagingControl.pageSize`, by default 500.",
    }),
  },
  outputs: {
    groups: z.array(groupSummary).meta({ description: "The groups, in the order that was asked for." }),
  },

  async invoke(apio: ApioClient, { tenantId, allPages, pagingControl, ...criteria }, { signal }) {
    const groups =
      allPages === true
        ? await apio.tenant(tenantId).list(criteria, pagingControl?.pageSize ?? 500, pagingControl?.startIndex)
        : await apio.api.getGroups(tenantId, { ...criteria, pagingControl }, signal);
    return { groups: groups.map(present) };
  },
});

function criterion(what: string) {
  return z
    .string()
    .optional()
    .meta({ description: `Only groups whose ${what}.` });
}
