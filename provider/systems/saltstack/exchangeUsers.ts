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
import { keyOf, longestInvisible } from "./objectList.ts";
import { tenantReference, username } from "./properties.ts";

export const mailbox = z.strictObject(mailboxFields).meta({ typeName: "Mailbox", description: "One mailbox of many." });

type Row = z.output<typeof mailbox>;
type Rows = Readonly<Record<string, Row>>;

/** `saltstack.ExchangeUsers`: seeds/004, "Create users in a bulk request". */
export const exchangeUsers = defineResource({
  type: "saltstack:ExchangeUsers",
  description: `Many users of an Exchange tenant, with their mailboxes, as one resource: from a map in the program, or from a CSV file
through \`getExchangeUsersFromCsv\`.

All that are new together are made in one bulk request; one that is added later is made by itself, and what changes or goes
touches only the mailboxes concerned. Each mailbox has an error of its own. **A mailbox that is taken out is deleted**, and a
preview says so; an empty map is refused, so that an empty file deletes nobody. Other users of the tenant are left alone. Managers and delegates need an \`ExchangeUser\`.

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
      namesIgnoreCase: true,
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
    containsUnknown(users)
      ? []
      : [
          ...(Object.keys(users).length === 0
            ? [
                {
                  path: ["users"],
                  reason:
                    "must hold at least one mailbox; to delete all of them with all mail in them, take the resource out of the program",
                },
              ]
            : []),
          ...[...Map.groupBy(Object.keys(users), (alias) => keyOf(alias)).values()].flatMap(([first, ...others]) =>
            others.map((alias) => ({
              path: ["users", alias],
              reason: `is the same username as ${first}: the case of its letters means nothing`,
            })),
          ),
          ...Object.entries(users)
            .filter(([, row]) => notify === true && row.phone === undefined)
            .map(([alias]) => ({
              path: ["users", alias, "phone"],
              reason: "is required when notify is true: the password is sent there",
            })),
        ],
  warnings: (olds, news) =>
    olds.tenantId !== news.tenantId
      ? [mailboxesGo(Object.keys(rowsOf(olds)))]
      : containsUnknown(news.users)
        ? []
        : Object.keys(rowsOf(olds))
            .filter(isMissingIn(rowsOf(news)))
            .map((alias) => mailboxesGo([alias])),

  existingParts: ({ userIds }) => {
    const names = Object.entries(userIds as Record<string, string>).map(([alias, id]) => `${alias} (${id})`);
    return names.length === 1 ? `the mailbox ${names[0]} exists` : `the mailboxes ${names.join(", ")} exist`;
  },

  async find(saltstack: SaltstackClient, { tenantId, name, users }, { fresh }) {
    const found = await usersOf(saltstack, tenantId, Object.keys(users), fresh);
    return found.size === 0 ? [] : [liveOf(tenantId, name, Object.keys(users), found)];
  },

  async create(saltstack: SaltstackClient, { tenantId, name, users, notify }, operation) {
    const names = Object.keys(users);
    const { found, failures } = await createMany(saltstack, tenantId, users, notify, operation);
    const live = liveOf(tenantId, name, names, found);
    if (failures.length > 0) {
      const message = failures.join("\n");
      throw found.size === 0
        ? new SystemError(`nobody was made, because of\n${message}`, "no")
        : new IncompleteError(message, live);
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
        const names = Object.keys(inputs.users);
        const found = await whenThere(saltstack, tenantId, names, names, { ...operation, timeout: longestInvisible });
        const { userIds, passwords } = liveOf(tenantId, inputs.name, undefined, found);
        return { userIds, passwords };
      },
    },
  ],

  async delete(saltstack: SaltstackClient, { tenantId = "" }, operation, known) {
    const found = await usersOf(saltstack, tenantId, Object.keys(rowsOf(known)), true);
    const failures = await each([...found], async ([, { userId }]) => {
      await saltstack.deleteExchangeUser({ id: userId, tenantId }, operation).catch(unlessGone);
    });
    if (failures.length > 0) {
      throw new SystemError(failures.join("\n"), "partly");
    }
  },
});

function rowsOf({ users }: Properties): Rows {
  return (users ?? {}) as Rows;
}

/** Tells which usernames are not among those of `rows`, whatever their case. */
function isMissingIn(rows: Rows): (alias: string) => boolean {
  const names = new Set(Object.keys(rows).map((alias) => keyOf(alias)));
  return (alias) => !names.has(keyOf(alias));
}

/**
 * The users of a tenant by username: those of the given names, under them, or all.
 * @throws when several users have one name: nobody could tell which is meant.
 */
async function usersOf(
  saltstack: SaltstackClient,
  tenantId: string,
  names: readonly string[] | undefined,
  fresh: boolean,
): Promise<Map<string, ExchangeUser>> {
  const all = (await saltstack.exchangeUsers.all(fresh)).filter((user) => user.tenantId === tenantId);
  const byName = Map.groupBy(all, ({ username: alias }) => keyOf(alias));
  const wanted = names ?? all.map(({ username: alias }) => alias ?? "");
  return new Map(
    wanted.flatMap((alias) => {
      const [user, ...others] = byName.get(keyOf(alias)) ?? [];
      if (user !== undefined && others.length > 0) {
        const ids = [user, ...others].map(({ userId }) => userId).join(", ");
        throw new SystemError(
          `users[${JSON.stringify(alias)}]: several users of the tenant have this username: ${ids}. ` +
            "Delete or rename all but one of them in the system.",
          "no",
        );
      }
      return user === undefined ? [] : [[alias, user]];
    }),
  );
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

/** Who was made of many, by username, and what is to be said of the others. */
interface Made {
  readonly found: Map<string, ExchangeUser>;
  readonly failures: string[];
}

/** Makes all in one bulk request, and waits until they are there. */
async function createMany(
  saltstack: SaltstackClient,
  tenantId: string,
  rows: Rows,
  notify: boolean | undefined,
  operation: Operation,
): Promise<Made> {
  const names = Object.keys(rows);
  const { exchangeTenants, exchangeUsers: list } = saltstack;
  const send = async () => {
    const domain = (await exchangeTenants.get(tenantId, operation.signal))?.domain ?? undefined;
    const csv = csvOf(rows, domain);
    return saltstack.api.exchangeTenants.createUsers(
      tenantId,
      csv,
      notify === true ? true : undefined,
      operation.signal,
    );
  };
  const look = (wanted: readonly string[], timeout: number) =>
    whenThere(saltstack, tenantId, names, wanted, { ...operation, timeout });
  let refused: ReadonlyMap<string, string>;
  let expected: readonly string[];
  try {
    refused = refusalsIn(names, await exchangeTenants.inside(tenantId, send, operation));
    expected = names.filter((alias) => !refused.has(alias));
  } catch (error) {
    refused = error instanceof StatusError ? refusalsIn(names, error.body) : new Map();
    expected = [];
    if (refused.size === 0) {
      if (appliedOf(error) !== "unknown") {
        throw error;
      }
      // The answer was lost: if the users were ordered, they appear, all of them.
      expected = names;
      if ((await look(names, Math.min(longestInvisible, operation.timeout))).size === 0) {
        throw error;
      }
    }
  }
  let found: Map<string, ExchangeUser>;
  try {
    found = new Map([...(await look(expected, operation.timeout))].filter(([alias]) => !refused.has(alias)));
    // A run that was killed may have ordered them a moment ago; once they are there, they can be taken over.
    if (names.every((alias) => saysTaken(refused.get(alias) ?? ""))) {
      await look(names, Math.min(longestInvisible, operation.timeout));
    }
  } finally {
    for (const alias of names) {
      list.wrote({ key: keyOf(tenantId, alias) });
    }
  }
  const missing = expected.filter((alias) => !found.has(alias));
  return {
    found,
    failures: [
      ...[...refused].map(([alias, words]) => about(alias, words)),
      ...missing.map((alias) =>
        about(alias, `the system said that it would make it, and it is not there after ${operation.timeout} s.`),
      ),
    ],
  };
}

/** The users of these names, once all that are wanted are there, or when the time is over. */
async function whenThere(
  saltstack: SaltstackClient,
  tenantId: string,
  names: readonly string[],
  wanted: readonly string[],
  operation: Pick<Operation, "timeout" | "signal">,
): Promise<Map<string, ExchangeUser>> {
  let found = new Map<string, ExchangeUser>();
  await waitFor(async () => {
    found = await usersOf(saltstack, tenantId, names, true);
    return wanted.every((alias) => found.has(alias)) ? true : undefined;
  }, operation);
  return found;
}

/** What the system says of the rows that it refuses, by username. */
function refusalsIn(names: readonly string[], body: unknown): Map<string, string> {
  const rows: readonly unknown[] = Array.isArray(body) && body.every((row) => typeof row === "object") ? body : [];
  return new Map(
    names.flatMap((alias, index) => {
      const words = wordsOf(rows[index]);
      return words === undefined ? [] : [[alias, words]];
    }),
  );
}

/** Whether a row is refused because there is such a user. */
function saysTaken(words: string): boolean {
  return /\b(taken|exists?|unique|in use)\b/i.test(words);
}

/** A message about one mailbox. */
function about(alias: string, words: string): string {
  return `users[${JSON.stringify(alias)}]: ${words}`;
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
  const names = [...Object.keys(news), ...Object.keys(olds).filter(isMissingIn(news))];
  const isNew = isMissingIn(olds);
  const found = await usersOf(saltstack, tenantId, names, true);
  const added = Object.entries(news).filter(([alias]) => !found.has(alias));
  const kept = Object.entries(news).flatMap(([alias, row]) => {
    const user = found.get(alias);
    return user === undefined ? [] : [[alias, { row, user }] as const];
  });
  const gone = [...found].filter(([alias]) => !(alias in news));
  return [
    ...(await addAll(saltstack, tenantId, added, notify, operation)),
    ...(await each(kept, async ([alias, { row, user }]) => {
      if (isNew(alias)) {
        throw new SystemError(
          `exists already, with the ID ${user.userId}, and is not one of these users. Manage it with an ExchangeUser, ` +
            "or delete it.",
          "no",
        );
      }
      const changed = changesOf(row, user);
      if (changed !== undefined) {
        const send = () => saltstack.api.exchangeUsers.update(user.userId, changed, operation.signal);
        await saltstack.changeInTenant(saltstack.exchangeUsers, { id: user.userId, tenantId }, send, operation);
      }
    })),
    ...(await each(gone, async ([, { userId }]) => {
      await saltstack.deleteExchangeUser({ id: userId, tenantId }, operation).catch(unlessGone);
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
      return (await createMany(saltstack, tenantId, Object.fromEntries(added), notify, operation)).failures;
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
  });
}

/** What of a mailbox is to change; `undefined` for nothing. */
function changesOf(row: Row, user: ExchangeUser): ExchangeUserFields | undefined {
  const live: Readonly<Record<string, unknown>> = mailboxOf(user);
  const changed = Object.entries(row).filter(([name, value]) => value !== undefined && live[name] !== value);
  return changed.length === 0 ? undefined : { ...Object.fromEntries(changed), mailboxSize: row.mailboxSize };
}

/** Does something for each mailbox, by its username; answers with what failed. */
async function each<Item>(
  items: readonly (readonly [string, Item])[],
  act: (item: readonly [string, Item]) => Promise<void>,
): Promise<string[]> {
  const results = await Promise.allSettled(items.map(act));
  return results.flatMap((result, index) =>
    result.status === "rejected" ? [about(items[index]?.[0] ?? "", messageOf(result.reason))] : [],
  );
}

function unlessGone(error: unknown): void {
  if (!(error instanceof NotFoundError)) {
    throw error;
  }
}
