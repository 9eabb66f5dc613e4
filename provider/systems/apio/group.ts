import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { identifier } from "../../resource/property.ts";
import type { GroupFields } from "./api.ts";
import type { ApioClient } from "./client.ts";

/** The fields of a group that can be written at any time: seeds/003, "Create a group", and PUT in apis.md. */
export const groupFields = {
  groupName: z.string().optional().meta({ description: "The name of the group." }),
  userLimit: z.number().int().min(0).optional().meta({ description: "How many users the group may have." }),
  defaultDomain: z.string().optional().meta({
    description:
      "The default domain of the group. It must exist, unless it is made with the group: `autoCreateDomain`.",
  }),
  cliName: z.string().optional().meta({ description: "The name that called parties see." }),
  cliPhoneNumber: z.string().optional().meta({ description: "The phone number that called parties see." }),
  locationDialingCode: z.string().optional().meta({ description: "The dialing code of the group's location." }),
  timeZone: z.string().optional().meta({ description: "The time zone, such as `Europe/Brussels`." }),
  contactInformation: z.record(z.string(), z.string()).optional().meta({
    description: "Whom to contact: a map, with the installation's own names, such as `contactName`.",
  }),
  addressInformation: z.record(z.string(), z.string()).optional().meta({
    description: "Where the group is: a map, with the installation's own names, such as `city`.",
  }),
  resellerId: z.string().optional().meta({
    description: "The reseller that the group belongs to. By default the tenant's.",
  }),
};

const fieldNames = Object.keys(groupFields) as (keyof typeof groupFields)[];

/** `apio.Group`: seeds/003, "tenants/{tenant_id}/groups/". */
export const group = defineResource({
  type: "apio:Group",
  description: `A group of a BroadWorks tenant, managed through Netaxis APIO.

Some installations have no call that reads one group. There the list is read, which shows \`groupName\` and
\`userLimit\` only: drift of the other properties cannot be seen then.`,
  inputs: {
    tenantId: identifier().meta({
      description: "The ID of the tenant (BroadWorks: the enterprise or service provider).",
    }),
    groupId: identifier().meta({ description: "The ID of the group, unique in the tenant." }),
    ...groupFields,
    templateName: z.string().optional().meta({
      description: "The template, of the category `group`, that the group is made from.",
      createOnly: true,
    }),
    autoCreateDomain: z.boolean().optional().meta({
      description:
        "Whether `defaultDomain` is made at system and tenant level, and assigned to the group, where it does not exist. By default the installation decides.",
      createOnly: true,
    }),
  },
  outputs: {
    userCount: z.number().int().optional().meta({
      description: "How many users the group has. Absent where the installation does not show it.",
    }),
  },
  id: ["tenantId", "groupId"],
  naturalKey: ["tenantId", "groupId"],

  list: {
    // The document has no call that lists tenants.
    within: ["tenantId"],
    async read(apio: ApioClient, { tenantId = "" }) {
      const groups = await apio.tenant(tenantId).all();
      return groups.map((live) => liveOf(tenantId, live));
    },
  },

  async find(apio: ApioClient, { tenantId, groupId }, { fresh }) {
    const live = await apio.tenant(tenantId).find(groupId, fresh);
    return live === undefined ? [] : [liveOf(tenantId, live)];
  },

  async create(apio: ApioClient, inputs, { timeout }) {
    const { tenantId, groupId, templateName, autoCreateDomain } = inputs;
    const group = { groupId, ...written(inputs), templateName, autoCreateDomain };
    return { live: liveOf(tenantId, await apio.tenant(tenantId).create(group, timeout)) };
  },

  async read(apio: ApioClient, { tenantId = "", groupId = "" }) {
    const live = await apio.tenant(tenantId).read(groupId);
    return live === undefined ? undefined : liveOf(tenantId, live);
  },

  updates: [
    {
      properties: fieldNames,
      async apply(apio: ApioClient, { tenantId = "", groupId = "" }, { inputs }) {
        await apio.tenant(tenantId).update(groupId, written(inputs));
        return undefined;
      },
    },
  ],

  async delete(apio: ApioClient, { tenantId = "", groupId = "" }) {
    await apio.tenant(tenantId).delete(groupId);
  },
});

function written(inputs: GroupFields): GroupFields {
  return Object.fromEntries(
    fieldNames.filter((name) => inputs[name] !== undefined).map((name) => [name, inputs[name]]),
  );
}

/** A group as far as the installation shows it, with its tenant. */
export function liveOf<Visible extends object>(
  tenantId: string,
  { ...visible }: Visible,
): Visible & { tenantId: string } {
  return { ...visible, tenantId };
}
