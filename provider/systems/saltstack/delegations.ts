import type { Operation } from "../../resource/definition.ts";
import type { Properties } from "../../resource/errors.ts";
import type { ExchangeUser } from "./api/exchangeUsers.ts";
import type { SaltstackClient } from "./client.ts";

/** The two ways to send for somebody else. */
export const delegations = ["sendOnBehalf", "sendAs"] as const;

type Delegation = (typeof delegations)[number];
type Delegates = Partial<Record<Delegation, readonly string[] | undefined>>;

/**
 * The delegates of a user as far as they are this user's own. The system may hold a delegation in both directions: then
 * the list of either user shows it, although it was declared at one of the two. So what a user's list has beyond what
 * is written there is left out where the other user's list has it, too: it may well be declared there.
 */
export async function ownDelegates(
  saltstack: SaltstackClient,
  user: ExchangeUser,
  known: Properties,
): Promise<{ sendOnBehalf?: string[]; sendAs?: string[] }> {
  const own: { sendOnBehalf?: string[]; sendAs?: string[] } = {};
  for (const name of delegations) {
    const [held, written] = [user[name], known[name]];
    if (held !== undefined) {
      const mutual = Array.isArray(written) ? await mutualOf(saltstack, user, name) : new Set<string>();
      own[name] = held.filter((id) => !mutual.has(id) || (written as unknown[]).includes(id));
    }
  }
  return own;
}

/**
 * Sets the delegates of a user, and leaves alone what may be declared at another one. `olds` are those that were
 * declared at this one before.
 */
export async function writeDelegates(
  saltstack: SaltstackClient,
  { userId, tenantId }: { readonly userId: string; readonly tenantId: string },
  changed: Delegates,
  olds: Properties,
  write: (delegates: Delegates) => Promise<void>,
  { signal }: Operation,
): Promise<void> {
  const names = delegations.filter((name) => changed[name] !== undefined);
  if (names.length === 0) {
    await write({});
    return;
  }
  // What is kept is read first, so that two writes in one tenant must not overlap.
  await saltstack.delegations.run(tenantId, async () => {
    signal.throwIfAborted();
    const user = await saltstack.exchangeUsers.withId(userId, true);
    const delegates: Delegates = {};
    for (const name of names) {
      const [wanted, before] = [changed[name] ?? [], (olds[name] as string[] | undefined) ?? []];
      const mutual = user === undefined ? [] : await mutualOf(saltstack, user, name);
      delegates[name] = [...wanted, ...[...mutual].filter((id) => !wanted.includes(id) && !before.includes(id))];
    }
    await write(delegates);
    // Those on the other side may have changed as well.
    for (const id of names.flatMap((name) => [...(changed[name] ?? []), ...(user?.[name] ?? [])])) {
      saltstack.exchangeUsers.wrote({ id });
    }
  });
}

/** Those of a user's delegates for whom the user is one as well. */
async function mutualOf(saltstack: SaltstackClient, user: ExchangeUser, name: Delegation): Promise<Set<string>> {
  const others = await Promise.all((user[name] ?? []).map((id) => saltstack.exchangeUsers.withId(id)));
  return new Set(others.flatMap((other) => (other?.[name]?.includes(user.userId) === true ? [other.userId] : [])));
}
