import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import type { AttributeMap } from "./attributeMap.ts";
import type { GroupIdClient } from "./client.ts";
import { operationsOf } from "./directoryResource.ts";
import {
  attributeViolations,
  changeable,
  groupInputs,
  groupMap,
  keepsAccountName,
  kindOfGroup,
  newGroupAttributes,
} from "./groupProperties.ts";
import { connectionDefaults, identity, objectOutputs } from "./inputs.ts";
import { leaverWarnings } from "./leavers.ts";

const inputs = {
  ...groupInputs,
  members: z.array(identity).optional().meta({
    description:
      "All members: users, contacts and groups, each by its GUID, its DN or its account name. Whoever is not in the list leaves. Left out, members are not managed, and `GroupMembership` can add some. To empty a group on purpose, set `allowEmpty`, too.",
    set: true,
  }),
  allowEmpty: z.boolean().optional().meta({
    description: "Whether `members` may be empty, so that everybody leaves.",
    notObservable: true,
  }),
};

const map: AttributeMap = { ...groupMap, members: { attribute: "member", kind: "identities" } };

const operations = operationsOf({
  map,
  collection: (store) => store.groups,
  read: (store, ...args) => store.readGroup(...args),
  newAttributes: (group: z.output<z.ZodObject<typeof inputs>>) => newGroupAttributes(group, false),
  create: (store, { name, container }, attributes, { signal }) =>
    store.groupsApi.createStatic(store.id, name, container, attributes, signal),
  distinction: kindOfGroup(false),
});

/** `groupid.Group`: seeds/001, "Create a Static Group" and the calls around it. */
export const group = defineResource({
  type: "groupid:Group",
  description: `A static group of a directory that GroupID manages: its attributes, its owners and, where you want that, its members.

Groups that are changed or deleted together travel in calls of many, and many that are read together are read from lists.
Only the attributes that are declared are asked for and compared.

\`members\` is authoritative: who is not in it leaves, and a preview says who. To add members to a group that others
manage, use \`GroupMembership\`, not both on one group.`,
  inputs,
  outputs: objectOutputs,
  id: ["identityStoreId", "objectId"],
  naturalKey: ["identityStoreId", "container", "name"],
  connectionDefaults,
  validate: ({ members, allowEmpty, attributes }) => [
    ...(members?.length === 0 && allowEmpty !== true && !containsUnknown(allowEmpty)
      ? [
          {
            path: ["members"],
            reason: "is empty, so that everybody would leave; if that is meant, set allowEmpty to true",
          },
        ]
      : []),
    ...attributeViolations(map, attributes),
  ],
  declared: (groupid: GroupIdClient, { identityStoreId = "", objectId = "" }, { members }) =>
    groupid.memberships.claim(identityStoreId, objectId, members === undefined ? undefined : "all"),
  liveWarnings: (groupid: GroupIdClient, { identityStoreId = "", objectId = "" }, olds, news) =>
    leaverWarnings(groupid.store(identityStoreId), objectId, olds, news, "all"),
  deletesBeforeReplacing: keepsAccountName,
  list: operations.list,
  find: operations.find,
  create: operations.create,
  read: operations.read,
  updates: [
    { properties: changeable, apply: operations.apply },
    {
      properties: ["members", "allowEmpty"],
      followUp: true,
      async apply(groupid: GroupIdClient, id, values, operation) {
        if (values.changed.members === undefined) {
          return undefined;
        }
        groupid.memberships.claim(id.identityStoreId ?? "", id.objectId ?? "", "all");
        return operations.apply(groupid, id, values, operation);
      },
    },
  ],
  delete: operations.delete,
});
