import { messageOf, type Properties } from "../../resource/errors.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import { leaving } from "./groupProperties.ts";
import type { IdentityStore } from "./identityStore.ts";

/**
 * What a preview tells of those who leave a group when its members become others: neither who is among them under another
 * name, nor who has gone. Where all members are managed, whoever else is in the group leaves, too. Nothing is asked where
 * nobody can leave as far as state knows.
 */
export async function leaverWarnings(
  store: IdentityStore,
  groupId: string,
  olds: Properties,
  news: Properties,
  managed: "all" | "some",
): Promise<string[]> {
  const { members } = news;
  const named = leaving(olds, news, "members");
  const isNew = olds.members === undefined && managed === "all";
  if (!Array.isArray(members) || containsUnknown(members) || (named.length === 0 && !isNew)) {
    return [];
  }
  try {
    const values = (await store.groups.read(groupId, ["member"]))?.attributes.get("member") ?? [];
    const { surplus } = await store.identities.difference(values, members.map(String));
    const { missing, surplus: others } = await store.identities.difference(surplus, named);
    return [
      ...named.filter((one) => !missing.includes(one)),
      ...(managed === "all" ? others.map(({ value, dn }) => dn ?? value) : []),
    ].map((one) => `${one} leaves the group.`);
  } catch (error) {
    const whoever = named.length === 0 ? "whoever is not in members" : named.join(", ");
    return [`${whoever} may leave the group; who does cannot be told now: ${messageOf(error)}`];
  }
}
