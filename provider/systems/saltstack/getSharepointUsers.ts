import * as z from "zod";
import { defineFunction, type Values } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { SharepointUser } from "./api/sharepointUsers.ts";
import type { SaltstackClient } from "./client.ts";
import { filter, idFilter, match, matching } from "./matching.ts";

/** What is told of a user; the password is not: a `SharepointUser` has it as a secret. */
const userResult = {
  userId: z.string().meta({ description: "The ID of the user." }),
  tenantId: z.string().meta({ description: "The ID of the tenant." }),
  tenantDomain: z.string().optional().meta({ description: "The domain of the tenant." }),
  name: z.string().optional().meta({ description: "The name that people see." }),
  email: z.string().optional().meta({ description: "The e-mail address." }),
  username: z.string().optional().meta({ description: "The name to sign in with." }),
  firstName: z.string().optional().meta({ description: "The first name." }),
  lastName: z.string().optional().meta({ description: "The last name." }),
  phone: z.string().optional().meta({ description: "The phone number. A list need not show it." }),
  personalSiteCollectionId: z.string().optional().meta({
    description: "The ID of the personal site collection. A list need not show it.",
  }),
  personalSiteUrl: z.string().optional().meta({ description: "Its URL. A list need not show it." }),
};

/** `saltstack.getSharepointUsers`: GET sharepoint-users/. */
export const getSharepointUsers = defineFunction({
  type: "saltstack:getSharepointUsers",
  description: "Lists the users of SharePoint tenants that fit all that is given.",
  inputs: {
    tenantId: idFilter("tenant"),
    name: filter("name"),
    username: filter("username"),
    email: filter("address"),
    firstName: filter("first name"),
    lastName: filter("last name"),
    match,
  },
  outputs: {
    users: z
      .array(
        z.object(userResult).meta({ typeName: "SharepointUserResult", description: "A user of a SharePoint tenant." }),
      )
      .meta({ description: "The users." }),
  },

  async invoke({ api }: SaltstackClient, { tenantId, match: how, ...texts }, { signal }) {
    const found = await api.sharepointUsers.list({ ...texts, tenantUuid: tenantId }, signal);
    return { users: matching(found, how, { texts, ids: { tenantId } }).map(shown) };
  },
});

/** `saltstack.getSharepointUser`: GET sharepoint-users/{uuid}/. */
export const getSharepointUser = defineFunction({
  type: "saltstack:getSharepointUser",
  description: "Reads one user of a SharePoint tenant, by its ID.",
  inputs: { userId: z.string().min(1).meta({ description: "The ID of the user." }) },
  outputs: userResult,
  invoke: async ({ api }: SaltstackClient, { userId }, { signal }) =>
    shown(await api.sharepointUsers.get(userId, signal)),
});

function shown({ password: _, ...user }: SharepointUser): Values<typeof userResult> {
  return present(user);
}
