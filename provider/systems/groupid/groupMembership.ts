import * as z from "zod";
import { defineResource, type Operation } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import type { DirectoryObject } from "./api/directoryObject.ts";
import type { MembershipTerms } from "./api/groups.ts";
import type { MemberChange } from "./attributeWriter.ts";
import type { GroupIdClient } from "./client.ts";
import { targetOf } from "./directoryResource.ts";
import { leaving } from "./groupProperties.ts";
import { type IdentityStore, noSuch, permanent } from "./identityStore.ts";
import { connectionDefaults, identity, identityStoreId } from "./inputs.ts";
import { leaverWarnings } from "./leavers.ts";

const inputs = {
  identityStoreId,
  groupId: identifier().meta({
    description: "The GUID of the group, such as `group.objectId`.",
    followsReplacement: true,
  }),
  members: z.array(identity).min(1).meta({
    description:
      "Who is a member of the group because of this resource: each by a GUID, a DN or an account name. All others are left alone.",
    set: true,
  }),
  onBehalf: z.boolean().optional().meta({
    description:
      "Makes members join and leave, so that the group's security type and its workflows apply: `true` each on its own behalf, `false` the user who signs in, who must then be the only member. Left out, the group's attribute `member` is written, which also takes contacts and groups, and many at once.",
    notObservable: true,
  }),
  membershipType: z.number().int().min(0).optional().meta({
    description: "With `onBehalf`: the number of the kind of membership; 1 by default, as in the document.",
    notObservable: true,
  }),
  startDate: z.string().min(1).optional().meta({
    description: "With `onBehalf`: when the membership begins, in ISO 8601.",
    notObservable: true,
  }),
  endDate: z.string().min(1).optional().meta({
    description: "With `onBehalf`: when the membership ends, in ISO 8601.",
    notObservable: true,
  }),
  reason: z.string().optional().meta({
    description: "With `onBehalf`: why, for the owner of the group.",
    notObservable: true,
  }),
};

type Membership = z.output<z.ZodObject<typeof inputs>>;

/** How the members come and go. */
interface Manner extends MembershipTerms {
  readonly onBehalf: boolean | undefined;
}

function mannerOf({ onBehalf, membershipType, startDate, endDate, reason }: Partial<Membership>): Manner {
  return {
    onBehalf,
    membershipType: membershipType ?? permanent.membershipType,
    startDate: startDate ?? permanent.startDate,
    endDate: endDate ?? permanent.endDate,
    reason: reason ?? permanent.reason,
  };
}

/** `groupid.GroupMembership`: seeds/001, "Join a Group" and the calls around it. */
export const groupMembership = defineResource({
  type: "groupid:GroupMembership",
  description: `Members of a static group that others manage, too: these members are added and, when the resource goes, removed. Nobody else is touched.

Where one place manages all members of a group, \`members\` of \`groupid.Group\` does that; both on one group is an error.`,
  inputs,
  outputs: {
    member: z
      .string()
      .meta({ description: "The member that the ID of this resource names: the first one that it had." }),
  },
  id: ["identityStoreId", "groupId", "member"],
  naturalKey: ["identityStoreId", "groupId", "members"],
  connectionDefaults,
  validate({ onBehalf, members, membershipType, startDate, endDate, reason }) {
    const terms = { membershipType, startDate, endDate, reason };
    return [
      ...(onBehalf === false && Array.isArray(members) && members.length > 1
        ? [{ path: ["members"], reason: "must be the user who signs in alone, because onBehalf is false" }]
        : []),
      ...Object.entries(terms)
        .filter(([, value]) => value !== undefined && onBehalf === undefined)
        .map(([name]) => ({ path: [name], reason: "goes with onBehalf alone: set that to true, too" })),
    ];
  },
  declared: (groupid: GroupIdClient, { identityStoreId: id = "", groupId = "" }) =>
    groupid.memberships.claim(id, groupId, "some"),
  liveWarnings: (groupid: GroupIdClient, { identityStoreId: id = "", groupId = "" }, olds, news) =>
    leaverWarnings(groupid.store(id), groupId, olds, news, "some"),

  async find(groupid: GroupIdClient, wanted) {
    const store = groupid.store(wanted.identityStoreId);
    const present = await presentIn(store, wanted.groupId, wanted.members);
    return present.length === wanted.members.length
      ? [liveOf(store, wanted.groupId, firstOf(wanted.members), present)]
      : [];
  },

  async create(groupid: GroupIdClient, wanted, operation) {
    const store = groupid.store(wanted.identityStoreId);
    groupid.memberships.claim(store.id, wanted.groupId, "some");
    await move(store, wanted.groupId, { add: wanted.members, remove: [] }, mannerOf(wanted), operation);
    return { live: liveOf(store, wanted.groupId, firstOf(wanted.members), wanted.members) };
  },

  async read(groupid: GroupIdClient, { identityStoreId: id = "", groupId = "", member = "" }, _operation, known) {
    const store = groupid.store(id);
    const members = Array.isArray(known.members) ? known.members.map(String) : [member];
    const present = await presentIn(store, groupId, members).catch((error: unknown) => {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    });
    return present === undefined || present.length === 0 ? undefined : liveOf(store, groupId, member, present);
  },

  updates: [
    {
      properties: ["members", "onBehalf", "membershipType", "startDate", "endDate", "reason"],
      async apply(
        groupid: GroupIdClient,
        { identityStoreId: id = "", groupId = "" },
        { changed, inputs: wanted, known },
        operation,
      ) {
        if (changed.members === undefined) {
          // The manner is that of the next to come or go.
          return undefined;
        }
        const store = groupid.store(id);
        groupid.memberships.claim(store.id, groupId, "some");
        const change = { add: wanted.members, remove: leaving(known, wanted, "members") };
        await move(store, groupId, change, mannerOf(wanted), operation);
        return undefined;
      },
    },
  ],

  async delete(groupid: GroupIdClient, { identityStoreId: id = "", groupId = "", member = "" }, operation, known) {
    const store = groupid.store(id);
    if (groupid.memberships.areAllManaged(store.id, groupId)) {
      operation.report(`group ${groupId}: its members stay as groupid.Group declares them now.`);
      return;
    }
    const members = Array.isArray(known.members) ? known.members.map(String) : [member];
    await move(store, groupId, { add: [], remove: members }, mannerOf(known as Partial<Membership>), operation);
  },
});

function firstOf(members: readonly string[]): string {
  return members[0] ?? "";
}

function liveOf(store: IdentityStore, groupId: string, member: string, members: readonly string[]) {
  return { identityStoreId: store.id, groupId, member, members: [...members] };
}

/** Which of `identities` are members of a group. */
async function presentIn(store: IdentityStore, groupId: string, identities: readonly string[]): Promise<string[]> {
  const missingIn = async ({ attributes }: DirectoryObject) =>
    (await store.identities.difference(attributes.get("member") ?? [], identities)).missing;
  const areAll = async (listed: DirectoryObject) => (await missingIn(listed)).length === 0;
  const group = await store.readGroup(groupId, ["member"], areAll);
  if (group === undefined) {
    throw noSuch("group", groupId, store);
  }
  const missing = await missingIn(group);
  return identities.filter((one) => !missing.includes(one));
}

/** Has members come and go, all others staying. */
async function move(
  store: IdentityStore,
  groupId: string,
  change: MemberChange,
  manner: Manner,
  { report }: Operation,
): Promise<void> {
  const target = targetOf(store, store.groups, groupId, report);
  if (manner.onBehalf === undefined) {
    await store.writer.changeMembers(target, change);
    return;
  }
  const membership = manner.onBehalf ? store.membershipOf(groupId, manner) : store.ownMembershipOf(groupId, manner);
  await store.writer.moveMembers({ ...target, membership }, change);
}
