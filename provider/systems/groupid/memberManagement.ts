import { canonicalIdentity } from "./identity.ts";

/** How a stack manages the members of a group: all of them with the group itself, or some with a `GroupMembership`. */
export type Manner = "all" | "some";

/** Which groups a stack manages the members of, and how: both ways at once would undo each other. */
export class MemberManagement {
  readonly #manners = new Map<string, Manner>();

  /** Whether all members of a group are managed with the group itself. */
  areAllManaged(identityStoreId: string, groupId: string): boolean {
    return this.#manners.get(keyOf(identityStoreId, groupId)) === "all";
  }

  /** Notes how the members of a group are managed; `undefined` for no longer. Throws where it is the other way, too. */
  claim(identityStoreId: string, groupId: string, manner: Manner | undefined): void {
    const key = keyOf(identityStoreId, groupId);
    const other = this.#manners.get(key);
    if (manner === undefined) {
      if (other === "all") {
        this.#manners.delete(key);
      }
      return;
    }
    if (other !== undefined && other !== manner) {
      throw new Error(
        `this stack manages the members of the group ${groupId} twice: all of them with \`members\` of groupid.Group, ` +
          "and some with a groupid.GroupMembership, which would undo each other. Keep one of the two.",
      );
    }
    this.#manners.set(key, manner);
  }
}

function keyOf(identityStoreId: string, groupId: string): string {
  return `${identityStoreId} ${canonicalIdentity(groupId)}`;
}
