import * as z from "zod";
import { type Endpoint, endpoint } from "../../endpoint.ts";
import { type Directory, isSmart } from "./directory.ts";
import type { DirectoryObject } from "./directoryObject.ts";
import { answer } from "./envelope.ts";
import type { IdentityStore } from "./identityStore.ts";
import { missing } from "./missing.ts";
import { found } from "./shown.ts";
import { attributeNames, caseless, flag, identities, storeId, writtenAttributes } from "./wire.ts";

/** How a page of a user's groups is asked for. */
export const pageQuery = z
  .strictObject({
    sortOrder: z.coerce.number().int().min(0).max(2),
    sortBy: z.string(),
    pageNo: z.coerce.number().int().min(1),
    pageSize: z.coerce.number().int().min(1),
    calculateTotal: flag,
    searchMode: z.coerce.number().int(),
    displayNestedOwnership: flag,
    displayAdditionalGroups: flag,
    isManagedBy: flag,
    includeAdditionalOwnershipGroups: flag,
    includeNestedOwnershipGroups: flag,
  })
  .partial();

type PageQuery = z.output<typeof pageQuery>;

/** Which groups of a user a call is about. */
interface Selection {
  readonly user: DirectoryObject;
  readonly nested: boolean;
  readonly additional: boolean;
}

type Selector = (group: DirectoryObject, selection: Selection, store: IdentityStore) => boolean;

const owned: Selector = (group, { user, nested, additional }, store) => {
  const owners = [...group.texts("managedBy"), ...(additional ? group.texts("XAdditionalOwner") : [])];
  return owners.some(
    (owner) => owner === user.guid || (nested && store.get(owner)?.texts("member").includes(user.guid) === true),
  );
};
const expiry = (group: DirectoryObject) => Date.parse(group.text("XGroupExpirationDate"));
/** How long before its end a group is expiring, in milliseconds. */
const expiring = 30 * 24 * 3_600_000;

/** The calls for lists of a user's groups, by the last part of their path; the last two stand in the vendor's pages alone. */
const lists: readonly { readonly id: string; readonly path: string; readonly includes: Selector }[] = [
  { id: "groups", path: "", includes: owned },
  { id: "groupsAll", path: "/All", includes: () => true },
  {
    id: "dynasties",
    path: "/Dynasties",
    includes: (group, ...rest) => group.text("IMSGManagedGroupType") === "3" && owned(group, ...rest),
  },
  { id: "membership", path: "/Membership", includes: (group, { user }) => group.texts("member").includes(user.guid) },
  { id: "smartGroups", path: "/SmartGroups", includes: (group, ...rest) => isSmart(group) && owned(group, ...rest) },
  {
    id: "expiredGroups",
    path: "/Expired",
    includes: (group, ...rest) => expiry(group) <= Date.now() && owned(group, ...rest),
  },
  {
    id: "expiringGroups",
    path: "/Expiring",
    includes: (group, ...rest) =>
      expiry(group) > Date.now() && expiry(group) <= Date.now() + expiring && owned(group, ...rest),
  },
];
const counts: Readonly<Record<string, string>> = {
  groups: "groupsCount",
  membership: "membershipCount",
  expiringGroups: "expiringGroupsCount",
};

/** The calls for users (seeds/001, "User APIs"). */
export function userEndpoints(directory: Directory): Endpoint[] {
  const users = "/GroupIDDataService/api/IdentityStores/:identityStoreId/Users";
  const user = `${users}/:identity`;
  const common = { authentication: "required", contentType: "application/json" } as const;
  return [
    endpoint({
      ...common,
      id: "groupid.users.create",
      method: "POST",
      path: users,
      body: caseless({
        container: z.string().min(1),
        attributes: writtenAttributes,
        identitystoreid: storeId.optional(),
      }),
      handle: ({ parameters, body, partial }) => {
        const result = directory
          .store(parameters.identityStoreId ?? "")
          .create("user", body.container, body.attributes, partial);
        // The sample of a user's creation has no details where it succeeded.
        return answer(partial ? result : { ...result, details: [] });
      },
    }),
    endpoint({
      ...common,
      id: "groupid.users.get",
      method: "GET",
      path: user,
      handle: ({ parameters }) =>
        directory.read(directory.store(parameters.identityStoreId ?? ""), "user", parameters.identity ?? "", [
          "proxyAddresses",
          "mail",
          "userPrincipalName",
        ]),
    }),
    endpoint({
      ...common,
      id: "groupid.users.list",
      method: "GET",
      path: users,
      body: caseless({
        identitystoreid: storeId.optional(),
        objectidentities: identities,
        addandresolveadditionaldirectreports: z.boolean().optional(),
        attributestoload: attributeNames.default([]),
      }),
      handle: ({ parameters, body }) =>
        directory.readMany(
          directory.store(parameters.identityStoreId ?? ""),
          "user",
          body.objectidentities,
          body.attributestoload,
        ),
    }),
    endpoint({
      ...common,
      id: "groupid.users.update",
      method: "PATCH",
      path: users,
      body: caseless({
        objectidentity: z.string().min(1),
        attributestoupdate: writtenAttributes,
        identitystoreid: storeId.optional(),
      }),
      handle: ({ parameters, body, partial }) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        return directory.write(store, "user", body.objectidentity, (object) => ({
          data: "",
          details: store.update(object, body.attributestoupdate, partial),
        }));
      },
    }),
    endpoint({
      ...common,
      id: "groupid.users.delete",
      method: "DELETE",
      path: user,
      handle: ({ parameters }) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        return directory.write(store, "user", parameters.identity ?? "", ({ guid }) => {
          store.delete(guid);
          return { data: "" };
        });
      },
    }),
    endpoint({
      ...common,
      id: "groupid.users.deleteMany",
      method: "DELETE",
      path: users,
      body: identities,
      handle: ({ parameters, body, partial }) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        const details = directory.writeMany(store, "user", body, partial, ({ guid }) => {
          store.delete(guid);
          return { data: "" };
        });
        return answer({ data: "", details });
      },
    }),
    ...lists.flatMap(({ id, path, includes }) => {
      const select = (parameters: Readonly<Record<string, string>>, query: PageQuery, nested = false, more = false) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        const selected = store.find(parameters.identity ?? "", "user");
        if (selected === undefined) {
          return undefined;
        }
        const selection = {
          user: selected,
          nested: query.displayNestedOwnership ?? nested,
          additional: query.displayAdditionalGroups ?? more,
        };
        return { store, groups: store.ofClass("group").filter((group) => includes(group, selection, store)) };
      };
      const noUser = ({ identity = "" }: Readonly<Record<string, string>>) =>
        missing(directory.behaviour, `The user ${identity} was not found`);
      const list = endpoint({
        ...common,
        id: `groupid.users.${id}`,
        method: "GET",
        path: `${user}/Groups${path}`,
        query: pageQuery,
        body: caseless({ attributestoload: attributeNames.default([]) }).default({ attributestoload: [] }),
        handle: ({ parameters, query, body }) => {
          const selected = select(parameters, query);
          return selected === undefined
            ? noUser(parameters)
            : { status: 200, body: page(selected.groups, query, body.attributestoload, selected.store, directory) };
        },
      });
      const countId = counts[id];
      return countId === undefined
        ? [list]
        : [
            list,
            endpoint({
              ...common,
              id: `groupid.users.${countId}`,
              method: "GET",
              path: `${user}/Groups${path}/count`,
              query: pageQuery,
              body: caseless({
                includeadditionalownershipgroups: z.boolean().default(false),
                includenestedownershipgroups: z.boolean().default(false),
              }),
              handle: ({ parameters, query, body }) => {
                const selected = select(
                  parameters,
                  query,
                  body.includenestedownershipgroups,
                  body.includeadditionalownershipgroups,
                );
                return selected === undefined
                  ? noUser(parameters)
                  : { status: 200, body: { count: selected.groups.length } };
              },
            }),
          ];
    }),
  ];
}

/** One page of a search's results. */
export function page(
  objects: readonly DirectoryObject[],
  { sortOrder = 1, sortBy = "displayName", pageNo = 1, pageSize = 100, calculateTotal = true }: PageQuery,
  attributes: readonly string[],
  store: IdentityStore,
  directory: Directory,
): Record<string, unknown> {
  const nameOf = (object: DirectoryObject) => object.text(sortBy) || object.text("CN");
  const direction = sortOrder === 2 ? -1 : 1;
  const sorted = objects.toSorted((a, b) => direction * nameOf(a).localeCompare(nameOf(b)));
  const { behaviour } = directory;
  const size = Math.min(pageSize, behaviour.pageSize);
  const last = Math.max(Math.ceil(sorted.length / size), 1);
  const number = behaviour.beyondPages === "last" ? Math.min(pageNo, last) : pageNo;
  return {
    total: calculateTotal ? objects.length : 0,
    data: sorted.slice((number - 1) * size, number * size).map((object) => {
      const shownObject = behaviour.listedMembers ? object : withoutMembers(object);
      return found(shownObject, attributes, store, behaviour);
    }),
  };
}

function withoutMembers(object: DirectoryObject): DirectoryObject {
  const copy = object.copy();
  copy.set("member", []);
  return copy;
}
