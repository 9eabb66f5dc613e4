import * as z from "zod";
import { defineFunction, type Values } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { ExchangeUser } from "./api/exchangeUsers.ts";
import type { SaltstackClient } from "./client.ts";
import { rowsOf } from "./csv.ts";
import { mailbox } from "./exchangeUsers.ts";
import { filter, idFilter, match, matching, only } from "./matching.ts";
import { keyOf } from "./objectList.ts";
import { username } from "./properties.ts";

/** What is told of a user; the password is not: an `ExchangeUser` has it as a secret. */
export const exchangeUserResult = {
  userId: z.string().meta({ description: "The ID of the user." }),
  tenantId: z.string().meta({ description: "The ID of the tenant." }),
  tenantDomain: z.string().optional().meta({ description: "The domain of the tenant." }),
  name: z.string().optional().meta({ description: "The name that people see." }),
  username: z.string().optional().meta({ description: "The part of the address before the `@`." }),
  email: z.string().optional().meta({ description: "The address of the mailbox." }),
  firstName: z.string().optional().meta({ description: "The first name." }),
  lastName: z.string().optional().meta({ description: "The last name." }),
  mailboxSize: z.number().optional().meta({ description: "The size of the mailbox in MB." }),
  mailboxUsage: z.number().optional().meta({ description: "How much of the mailbox is used, in MB." }),
  managerId: z.string().optional().meta({ description: "The ID of the user's manager." }),
  office: z.string().optional().meta({ description: "The office." }),
  phone: z.string().optional().meta({ description: "The phone number." }),
  department: z.string().optional().meta({ description: "The department." }),
  company: z.string().optional().meta({ description: "The company." }),
  title: z.string().optional().meta({ description: "The title." }),
  sendOnBehalf: z.array(z.string()).optional().meta({
    description: "The IDs of all users who may send on behalf of this one, wherever that was declared.",
  }),
  sendAs: z.array(z.string()).optional().meta({
    description: "The IDs of all users who may send as this one, wherever that was declared.",
  }),
};
const result = z
  .object(exchangeUserResult)
  .meta({ typeName: "ExchangeUserResult", description: "A user of an Exchange tenant." });

/** `saltstack.getExchangeUsers`: GET exchange-users/. */
export const getExchangeUsers = defineFunction({
  type: "saltstack:getExchangeUsers",
  description: "Lists the users of Exchange tenants that fit all that is given.",
  inputs: {
    tenantId: idFilter("tenant"),
    name: filter("name"),
    email: filter("address"),
    username: filter("username"),
    firstName: filter("first name"),
    lastName: filter("last name"),
    match,
  },
  outputs: { users: z.array(result).meta({ description: "The users." }) },

  async invoke({ api }: SaltstackClient, { tenantId, match: how, ...texts }, { signal }) {
    const found = await api.exchangeUsers.list({ ...texts, tenantUuid: tenantId }, signal);
    return { users: matching(found, how, { texts, ids: { tenantId } }).map(exchangeUserOf) };
  },
});

/** `saltstack.getExchangeUser`: exchange-users/{uuid}/ where an installation has it, else the list. */
export const getExchangeUser = defineFunction({
  type: "saltstack:getExchangeUser",
  description: "Reads one user of an Exchange tenant, by its ID or its username.",
  inputs: {
    userId: idFilter("user; give this, or `tenantId` and `username`, if it is one"),
    tenantId: idFilter("tenant"),
    username: z.string().min(1).optional().meta({ description: "The username, with `tenantId`." }),
  },
  outputs: exchangeUserResult,

  async invoke(saltstack: SaltstackClient, { userId, tenantId, username: alias }, { signal }) {
    const { api } = saltstack;
    const label = "saltstack:getExchangeUser";
    if (userId !== undefined) {
      const user = await saltstack.read(saltstack.exchangeUsers, userId, (id) => api.exchangeUsers.get(id, signal));
      return exchangeUserOf(only(user === undefined ? [] : [user], `${label}: ID ${userId}`, ({ userId: id }) => id));
    }
    if (tenantId === undefined || alias === undefined) {
      throw new Error(`${label} needs either userId, or tenantId and username.`);
    }
    const found = await api.exchangeUsers.list({ username: alias, tenantUuid: tenantId }, signal);
    const fitting = matching(found, "exact", { texts: { username: alias }, ids: { tenantId } });
    return exchangeUserOf(only(fitting, `${label}: username ${JSON.stringify(alias)}`, ({ userId: id }) => id));
  },
});

/** `saltstack.getExchangeUserDelegates`: GET exchange-users/{uuid}/sendonbehalf/ and sendas/. */
export const getExchangeUserDelegates = defineFunction({
  type: "saltstack:getExchangeUserDelegates",
  description: "Lists who may send on behalf of a user, and as the user, wherever that was declared.",
  inputs: { userId: z.string().min(1).meta({ description: "The ID of the user." }) },
  outputs: {
    sendOnBehalf: z.array(result).meta({ description: "Those who may send on behalf of the user." }),
    sendAs: z.array(result).meta({ description: "Those who may send as the user." }),
  },

  async invoke({ api }: SaltstackClient, { userId }, { signal }) {
    const [sendOnBehalf, sendAs] = await Promise.all([
      api.exchangeUsers.getSendOnBehalf(userId, signal),
      api.exchangeUsers.getSendAs(userId, signal),
    ]);
    return { sendOnBehalf: sendOnBehalf.map(exchangeUserOf), sendAs: sendAs.map(exchangeUserOf) };
  },
});

/** `saltstack.getExchangeUsersFromCsv`: no call; seeds/004, "Create users in a bulk request", has the columns. */
export const getExchangeUsersFromCsv = defineFunction({
  type: "saltstack:getExchangeUsersFromCsv",
  description: `Reads the mailboxes of a CSV text, for the property \`users\` of \`ExchangeUsers\`. Contacts nobody.

The CSV has a header and commas. Columns: \`username\`, \`name\`, \`first_name\`, \`last_name\`, \`mailbox_size\`, and if wanted
\`office\`, \`phone\`, \`department\`, \`company\`, \`title\`. An \`email\` column is left out, because the system makes addresses of
usernames. In a YAML program, \`fn::readFile\` reads the file.`,
  inputs: { csv: z.string().meta({ description: "The text of the CSV file." }) },
  outputs: { users: z.record(z.string(), mailbox).meta({ description: "The mailboxes by username." }) },

  async invoke(_saltstack: SaltstackClient, { csv }) {
    const problems: string[] = [];
    const users: Record<string, z.output<typeof mailbox>> = {};
    const taken = new Set<string>();
    const row = z.strictObject({ ...mailbox.shape, username: username("The username.") });
    for (const [index, { email: _, ...cells }] of parsed(csv).entries()) {
      const { mailboxSize, ...texts } = cells;
      const result = row.safeParse({
        ...texts,
        ...(mailboxSize === undefined ? {} : { mailboxSize: Number(mailboxSize) }),
      });
      const place = `row ${index + 2}${cells.username === undefined ? "" : ` (${cells.username})`}`;
      if (!result.success) {
        problems.push(
          ...result.error.issues.map(({ path, message }) => `${place}: ${path.join(".") || "columns"}: ${message}`),
        );
      } else if (taken.has(keyOf(result.data.username))) {
        problems.push(`${place}: this username stands there already`);
      } else {
        const { username: alias, ...fields } = result.data;
        users[alias] = fields;
        taken.add(keyOf(alias));
      }
    }
    if (problems.length > 0) {
      throw new Error(`saltstack:getExchangeUsersFromCsv:\n${problems.join("\n")}`);
    }
    return { users };
  },
});

function parsed(csv: string): Record<string, string>[] {
  try {
    return rowsOf(csv);
  } catch (error) {
    throw new Error(`saltstack:getExchangeUsersFromCsv: this is no CSV with a header: ${(error as Error).message}`);
  }
}

export function exchangeUserOf({ password: _, ...user }: ExchangeUser): Values<typeof exchangeUserResult> {
  return present(user);
}
