import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { smartAttributes } from "./api/groups.ts";
import type { AttributeMap } from "./attributeMap.ts";
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

/** What a query finds: shared with the preview of one. */
export const queryInputs = {
  query: z.string().min(1).optional().meta({
    description:
      'The criteria, such as `(department Contains "engineering")`, or an LDAP filter where the installation takes one; the attribute `IMSGCriteria`.',
  }),
  objectTypes: z.array(z.number().int().min(1)).optional().meta({
    description:
      "The types of the objects that are found: 1 users with mailboxes, 2 users and 3 contacts with external addresses, 4 mail-enabled groups, 5 mail-enabled public folders, 6 users, 7 contacts, 8 groups, 9 workstations, 10 servers, 11 domain controllers.",
    set: true,
  }),
  searchContainers: z
    .array(
      z
        .object({
          container: z.string().min(1).meta({ description: "The DN of the container.", ignoreCase: true }),
          scope: z
            .enum(["base", "oneLevel", "subtree"])
            .meta({ typeName: "SearchScope", description: "How far below a container a query looks." })
            .default("subtree")
            .meta({ description: "How far below the container the query looks." }),
        })
        .meta({ typeName: "SearchContainer", description: "Where a query looks for objects." }),
    )
    .optional()
    .meta({ description: "Where the query looks; the attribute `IMSGStartPath`.", set: true }),
};

const smartInputs = {
  ...queryInputs,
  include: z.array(identity).optional().meta({
    description: "Objects that are members whatever the query finds; the attribute `IMSGIncludes`.",
    set: true,
  }),
  exclude: z
    .array(identity)
    .optional()
    .meta({ description: "Objects that are never members; the attribute `IMSGExcludes`.", set: true }),
};

const inputs = { ...groupInputs, ...smartInputs };

export const queryMap: AttributeMap = {
  query: { attribute: smartAttributes.criteria, kind: "text" },
  objectTypes: { attribute: smartAttributes.objectTypes, kind: "numbers" },
  searchContainers: { attribute: smartAttributes.startPath, kind: "containers" },
};

const map: AttributeMap = {
  ...groupMap,
  ...queryMap,
  include: { attribute: smartAttributes.includes, kind: "identities" },
  exclude: { attribute: smartAttributes.excludes, kind: "identities" },
};

const operations = operationsOf({
  map,
  collection: (store) => store.groups,
  read: (store, ...args) => store.readGroup(...args),
  newAttributes: (group: z.output<z.ZodObject<typeof inputs>>) => newGroupAttributes(group, true),
  create: (store, { name, container }, attributes, { signal }) =>
    store.groupsApi.createSmart(store.id, name, container, attributes, signal),
  distinction: kindOfGroup(true),
});

/** `groupid.SmartGroup`: seeds/001, "Create a Smart Group" and the calls around it. */
export const smartGroup = defineResource({
  type: "groupid:SmartGroup",
  description: `A Smart Group: GroupID keeps its members at what a query finds in the directory.

A change of the query takes effect when the membership is next computed: on GroupID's schedule, or at once with a
\`SmartGroupUpdate\` whose \`triggers\` name the query. \`getSmartGroupMembers\` shows what a query would find.
Options of a query on a database have no names in the public documents: write them under \`attributes\`.`,
  inputs,
  outputs: objectOutputs,
  id: ["identityStoreId", "objectId"],
  naturalKey: ["identityStoreId", "container", "name"],
  connectionDefaults,
  validate: ({ attributes }) => attributeViolations(map, attributes),
  deletesBeforeReplacing: keepsAccountName,
  list: operations.list,
  find: operations.find,
  create: operations.create,
  read: operations.read,
  updates: [
    {
      properties: [...changeable, ...(Object.keys(smartInputs) as (keyof typeof smartInputs)[])],
      apply: operations.apply,
    },
  ],
  delete: operations.delete,
});
