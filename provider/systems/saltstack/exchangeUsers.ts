import * as z from "zod";
import { StatusError } from "../../http/statusError.ts";
import { defineResource, type Operation } from "../../resource/definition.ts";
import {
  appliedOf,
  IncompleteError,
  messageOf,
  NotFoundError,
  type Properties,
  SystemError,
} from "../../resource/errors.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import { waitFor } from "../../resource/waitFor.ts";
import type { ExchangeUser, ExchangeUserFields } from "./api/exchangeUsers.ts";
import { wordsOf } from "./api/words.ts";
import type { SaltstackClient } from "./client.ts";
import { csvOf } from "./csv.ts";
import { mailboxesGo, mailboxFields, mailboxOf } from "./exchangeUser.ts";
import { keyOf } from "./objectList.ts";
import { tenantReference, username } from "./properties.ts";

export const mailbox = z.strictObject(mailboxFields).meta({ typeName: "Mailbox", description: "One mailbox of many." });

type Row = z.output<typeof mailbox>;
type Rows = Readonly<Record<string, Row>>;

/** How long a bulk request whose answer was lost is believed to be under way, in seconds. */
const lostAnswerPatience = 3;

/** `saltstack.ExchangeUsers`: seeds/004, "Create users in a bulk request". */
export const exchangeUsers = defineResource({
  type: "saltstack:ExchangeUsers",
  description: `Many users of an Exchange tenant, with their mailboxes, as one resource: from a map in the program, or from a CSV file
through \`getExchangeUsersFromCsv\`.

All that are new together are made in one bulk request; one that is added later is made by itself, and what changes or goes
touches only the mailboxes concerned. Each mailbox has an error of its own. **A mailbox that is taken out is deleted**, and a
preview says so. Other users of the tenant are left alone. Managers and delegates need an \`ExchangeUser\`.

An import takes all users of the tenant: its ID is \`tenantId/name\`, with a name of your own.`,
  inputs: {
    tenantId: tenantReference("The ID of the Exchange tenant, such as `tenant.tenantId`.", "Exchange"),
    name: z.string().min(1).meta({
      description:
        "Your own name for these users, which tells them from other lists of the tenant. The system does not see it.",
      createOnly: true,
    }),
    users: z.record(username("The username."), mailbox).meta({
      description: "The mailboxes by username, the part of the address before the `@`, unique in the tenant.",
    }),
    notify: z.boolean().optional().meta({
      description: "Whether users get their password by SMS when they are made. They need a `phone` then.",
      writeOnly: true,
    }),
  },
  outputs: {
    userIds: z.record(z.string(), z.string()).meta({ description: "The IDs of the users by username." }),
    passwords: z.record(z.string(), z.string()).meta({
      description: "The passwords that the system generated, by username.",
      secret: true,
    }),
  },
  id: ["tenantId", "name"],
  naturalKey: ["tenantId", "name"],
  validate: ({ users, notify }) =>
    containsUnknown(users) || notify !== true
      ? []
      : Object.entries(users)
          .filter(([, row]) => row.phone === undefined)
          .map(([alias]) => ({
            path: ["users", alias, "phone"],
            reason: "is required when notify is true: the password is sent there",
          })),
  warnings: (olds, news) =>
    olds.tenantId !== news.tenantId
      ? [mailboxesGo(Object.keys(rowsOf(olds)))]
      : containsUnknown(news.users)
        ? []
        : Object.keys(rowsOf(olds))
            .filter((alias) => !(alias in rowsOf(news)))
            .map((alias) => mailboxesGo([alias])),

  async find(saltstack: SaltstackClient, { tenantId, name, users }, { fresh }) {
    const found = await usersOf(saltstack, tenantId, Object.keys(users), fresh);
    return found.size === 0 ? [] : [liveOf(tenantId, name, Object.keys(users), found)];
  },

  async create(saltstack: SaltstackClient, { tenantId, name, users, notify }, operation) {
    const names = Object.keys(users);
    const found = await createMany(saltstack, tenantId, users, notify, operation);
    const live = liveOf(tenantId, name, names, found);
    const missing = names.filter((alias) => !found.has(alias));
    if (missing.length > 0) {
      throw new IncompleteError(notMade(missing, operation), live);
    }
    return { live };
  },

  async read(saltstack: SaltstackClient, { tenantId = "", name = "" }, { signal }, known) {
    const written = known.users === undefined ? undefined : Object.keys(rowsOf(known));
    const found = await usersOf(saltstack, tenantId, written, false);
    const isComplete = written === undefined ? found.size > 0 : written.every((alias) => found.has(alias));
    if (!isComplete) {
      const { list, api } = saltstack.exchangeTenants;
      const tenant = await saltstack.read(list, tenantId, (id) => api.get(id, signal));
      const again = await usersOf(saltstack, tenantId, written, true);
      return tenant === undefined || again.size === 0 ? undefined : liveOf(tenantId, name, written, again);
    }
    return liveOf(tenantId, name, written, found);
  },

  updates: [
    {
      properties: ["users", "notify"],
      outputs: ["userIds", "passwords"],
      async apply(saltstack: SaltstackClient, { tenantId = "" }, { inputs, known }, operation) {
        const failures = await changeMany(saltstack, tenantId, rowsOf(known), inputs, operation);
        if (failures.length > 0) {
          throw new SystemError(failures.join("\n"), "partly");
        }
        const found = await usersOf(saltstack, tenantId, Object.keys(inputs.users), true);
        const { userIds, passwords } = liveOf(tenantId, inputs.name, undefined, found);
        return { userIds, passwords };
      },
    },
  ],

  async delete(saltstack: SaltstackClient, { tenantId = "" }, { signal }, known) {
    const found = await usersOf(saltstack, tenantId, Object.keys(rowsOf(known)), true);
    const failures = await each([...found.values()], async ({ userId, username: alias }) => {
      await saltstack.deleteExchangeUser(userId, signal).catch(unlessGone);
      return alias ?? userId;
    });
    if (failures.length > 0) {
      throw new SystemError(failures.join("\n"), "partly");
    }
  },
});

function rowsOf({ users }: Properties): Rows {
  return (users ?? {}) as Rows;
}

/** The users of a tenant by username: those of the given names, or all. */
async function usersOf(
  saltstack: SaltstackClient,
  tenantId: string,
  names: readonly string[] | undefined,
  fresh: boolean,
): Promise<Map<string, ExchangeUser>> {
  const all = (await saltstack.exchangeUsers.all(fresh)).filter((user) => user.tenantId === tenantId);
  const found = new Map(all.map((user) => [user.username ?? "", user]));
  return names === undefined ? found : new Map([...found].filter(([alias]) => names.includes(alias)));
}

/** @param names the mailboxes that are written; `undefined` for all that there are. */
function liveOf(
  tenantId: string,
  name: string,
  names: readonly string[] | undefined,
  found: ReadonlyMap<string, ExchangeUser>,
) {
  const users = [...(names ?? found.keys())].map((alias) => {
    const user = found.get(alias);
    return [alias, user === undefined ? null : mailboxOf(user)];
  });
  const by = (value: (user: ExchangeUser) => string | null) =>
    Object.fromEntries([...found].flatMap(([alias, user]) => (value(user) === null ? [] : [[alias, value(user)]])));
  return {
    tenantId,
    name,
    // A mailbox that is missing stands as none; the types of a map do not tell.
    users: Object.fromEntries(users) as unknown as Record<string, Row>,
    userIds: by(({ userId }) => userId) as Record<string, string>,
    passwords: by(({ password }) => password) as Record<string, string>,
  };
}

/** Makes all in one bulk request, and waits until they are there. Answers with those that are. */
async function createMany(
  saltstack: SaltstackClient,
  tenantId: string,
  rows: Rows,
  notify: boolean | undefined,
  operation: Operation,
): Promise<Map<string, ExchangeUser>> {
  const names = Object.keys(rows);
  const send = () =>
    saltstack.api.exchangeTenants.createUsers(
      tenantId,
      csvOf(rows),
      notify === true ? true : undefined,
      operation.signal,
    );
  let found = new Map<string, ExchangeUser>();
  const whenThere = (timeout: number) =>
    waitFor(
      async () => {
        found = await usersOf(saltstack, tenantId, names, true);
        return found.size === names.length ? true : undefined;
      },
      { timeout, signal: operation.signal },
    );
  try {
    await saltstack.exchangeTenants.inside(tenantId, send, operation);
  } catch (error) {
    const rowErrors = error instanceof StatusError ? rowFailures(names, error.body) : [];
    if (rowErrors.length > 0) {
      throw new SystemError(`nobody was made, because of\n${rowErrors.join("\n")}`, "no", { cause: error });
    }
    if (appliedOf(error) !== "unknown") {
      throw error;
    }
    // The answer was lost: if the users were ordered, they appear, all of them.
    await whenThere(Math.min(lostAnswerPatience, operation.timeout));
    if (found.size === 0) {
      throw error;
    }
  }
  try {
    await whenThere(operation.timeout);
  } finally {
    for (const alias of names) {
      saltstack.exchangeUsers.wrote({ key: keyOf(tenantId, alias) });
    }
  }
  return found;
}

/** What the system says of each row, by username. */
function rowFailures(names: readonly string[], body: unknown): string[] {
  return Array.isArray(body) && body.every((row) => typeof row === "object")
    ? names.flatMap((alias, index) => {
        const words = wordsOf(body[index]);
        return words === undefined ? [] : [`users[${JSON.stringify(alias)}]: ${words}`];
      })
    : [];
}

/** Makes, changes and deletes what differs, each mailbox by itself. Answers with what failed. */
async function changeMany(
  saltstack: SaltstackClient,
  tenantId: string,
  olds: Rows,
  inputs: { readonly users: Rows; readonly notify?: boolean | undefined },
  operation: Operation,
): Promise<string[]> {
  const { users: news, notify } = inputs;
  const { signal } = operation;
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  const found = await usersOf(saltstack, tenantId, names, true);
  const added = Object.entries(news).filter(([alias]) => !found.has(alias));
  const kept = Object.entries(news).flatMap(([alias, row]) => {
    const user = found.get(alias);
    return user === undefined ? [] : [{ alias, row, user }];
  });
  const gone = [...found].filter(([alias]) => !(alias in news));
  return [
    ...(await addAll(saltstack, tenantId, added, notify, operation)),
    ...(await each(kept, async ({ alias, row, user }) => {
      if (!(alias in olds)) {
        throw new SystemError(
          `exists already, with the ID ${user.userId}, and is not one of these users. Manage it with an ExchangeUser, ` +
            "or delete it.",
          "no",
        );
      }
      const changed = changesOf(row, user);
      if (changed !== undefined) {
        await saltstack.api.exchangeUsers.update(user.userId, changed, signal);
        saltstack.exchangeUsers.wrote({ id: user.userId });
      }
      return alias;
    })),
    ...(await each(gone, async ([alias, { userId }]) => {
      await saltstack.deleteExchangeUser(userId, signal).catch(unlessGone);
      return alias;
    })),
  ];
}

/** One is made by itself, several in one request. Answers with what failed. */
async function addAll(
  saltstack: SaltstackClient,
  tenantId: string,
  added: readonly (readonly [string, Row])[],
  notify: boolean | undefined,
  operation: Operation,
): Promise<string[]> {
  if (added.length > 1) {
    try {
      const rows = Object.fromEntries(added);
      const made = await createMany(saltstack, tenantId, rows, notify, operation);
      const missing = Object.keys(rows).filter((alias) => !made.has(alias));
      return missing.length === 0 ? [] : [notMade(missing, operation)];
    } catch (error) {
      return [messageOf(error)];
    }
  }
  return each(added, async ([alias, row]) => {
    const user = { tenantId, username: alias, ...row, ...(notify === true ? { notify } : {}) };
    const send = () => saltstack.api.exchangeUsers.create(user, operation.signal);
    try {
      await saltstack.exchangeTenants.inside(tenantId, send, operation);
    } catch (error) {
      const isThere = appliedOf(error) === "unknown" && (await usersOf(saltstack, tenantId, [alias], true)).size > 0;
      if (!isThere) {
        throw error;
      }
    } finally {
      saltstack.exchangeUsers.wrote({ key: keyOf(tenantId, alias) });
    }
    return alias;
  });
}

/** What of a mailbox is to change; `undefined` for nothing. */
function changesOf(row: Row, user: ExchangeUser): ExchangeUserFields | undefined {
  const live: Readonly<Record<string, unknown>> = mailboxOf(user);
  const changed = Object.entries(row).filter(([name, value]) => value !== undefined && live[name] !== value);
  return changed.length === 0 ? undefined : { ...Object.fromEntries(changed), mailboxSize: row.mailboxSize };
}

/** Does something for each; answers with what failed, each with the mailbox that it is about. */
async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<string>): Promise<string[]> {
  const results = await Promise.allSettled(items.map(act));
  return results.flatMap((result, index) => {
    const item = items[index];
    const label = Array.isArray(item) ? item[0] : (item as { alias?: string; username?: string });
    const alias = typeof label === "string" ? label : (label.alias ?? label.username ?? "");
    return result.status === "rejected" ? [`users[${JSON.stringify(alias)}]: ${messageOf(result.reason)}`] : [];
  });
}

function notMade(missing: readonly string[], { timeout }: Operation): string {
  return missing
    .map(
      (alias) =>
        `users[${JSON.stringify(alias)}]: the system said that it would make it, and it is not there after ${timeout} s.`,
    )
    .join("\n");
}

function unlessGone(error: unknown): void {
  if (!(error instanceof NotFoundError)) {
    throw error;
  }
}
