import * as z from "zod";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import { type Directory, isSmart } from "./directory.ts";
import type { DirectoryObject } from "./directoryObject.ts";
import { answer, type Result } from "./envelope.ts";
import type { IdentityStore } from "./identityStore.ts";
import { find, type Query } from "./query.ts";
import { page, pageQuery } from "./users.ts";
import { attributeNames, caseless, flag, identities, storeId, writtenAttributes } from "./wire.ts";

const newGroup = {
  identitystoreid: storeId.optional(),
  groupname: z.string().min(1),
  container: z.string().min(1),
  attributescollection: writtenAttributes,
};

/** How someone joins or leaves a group. */
const membership = caseless({
  membershiptype: z.int().min(0),
  startdate: z.string(),
  enddate: z.string(),
  reason: z.string(),
});
const move = { identitystoreid: storeId, replicationrequired: z.boolean() };

/** What an expiration policy of 0 days means, as the vendor's samples write it. */
const never = "9999 December 31 00:00:00";

/** The calls for groups (seeds/001, "Group APIs"), and the two that expire groups, which the vendor's pages have. */
export function groupEndpoints(directory: Directory): Endpoint[] {
  const groups = "/GroupIDDataService/api/IdentityStores/:identityStoreId/Groups";
  const group = `${groups}/:identity`;
  const common = { authentication: "required", contentType: "application/json" } as const;
  const storeOf = ({ identityStoreId = "" }: Readonly<Record<string, string>>) => directory.store(identityStoreId);
  let tasks = 0;

  /** Brings the members of a smart group to what its query finds. Answers why that cannot be. */
  const recompute = (store: IdentityStore, object: DirectoryObject): string | undefined => {
    if (!isSmart(object)) {
      return "The group is not a Smart Group";
    }
    try {
      const excluded = object.texts("IMSGExcludes");
      const members = find(store.objects, queryOf(object)).map(({ guid }) => guid);
      object.setTexts(
        "member",
        [...new Set([...members, ...object.texts("IMSGIncludes")])].filter((guid) => !excluded.includes(guid)),
      );
      return undefined;
    } catch (error) {
      return `The query cannot be read: ${(error as Error).message}`;
    }
  };

  const joinOrLeave = (object: DirectoryObject, member: DirectoryObject, joins: boolean): Result => {
    const members = object.texts("member");
    if (isSmart(object)) {
      return { message: "The membership of a Smart Group is controlled by its query" };
    }
    if (members.includes(member.guid) === joins) {
      return { message: joins ? "The user is a member already" : "The user is not a member" };
    }
    object.setTexts("member", joins ? [...members, member.guid] : members.filter((guid) => guid !== member.guid));
    return { details: [{}] };
  };

  const moving = (
    name: string,
    id: string,
    subject: "joiningUserIdentity" | "leavingUserId" | undefined,
    joins: boolean,
  ): Endpoint =>
    endpoint({
      ...common,
      id: `groupid.groups.${id}`,
      method: "POST",
      path: `${group}/${name}`,
      body: caseless({
        ...move,
        [joins ? "jointype" : "leavetype"]: membership,
        ...(subject === undefined ? {} : { [subject.toLowerCase()]: z.string().min(1) }),
      }),
      handle: ({ parameters, body }) => {
        const store = storeOf(parameters);
        const identity = subject === undefined ? undefined : (body as Record<string, unknown>)[subject.toLowerCase()];
        const member = identity === undefined ? store.signedIn : store.find(String(identity), "user");
        return directory.write(store, "group", parameters.identity ?? "", (object) =>
          member === undefined
            ? { message: `The user ${String(identity)} was not found` }
            : joinOrLeave(object, member, joins),
        );
      },
    });

  /** Renews or expires one group, and many. */
  const aging = (name: "Renew" | "Expire", one: string, many: string, run: (object: DirectoryObject) => Result) => [
    endpoint({
      ...common,
      id: `groupid.groups.${one}`,
      method: "POST",
      path: `${group}/${name}`,
      query: z.strictObject({ ReplicationRequired: flag }).partial(),
      handle: ({ parameters }) => directory.write(storeOf(parameters), "group", parameters.identity ?? "", run),
    }),
    endpoint({
      ...common,
      id: `groupid.groups.${many}`,
      method: "POST",
      path: `${groups}/${name}`,
      body: identities,
      handle: ({ parameters, body, partial }) => {
        const details = directory.writeMany(storeOf(parameters), "group", body, partial, run);
        // In the sample of a renewal a null stands behind each detail.
        return answer({ details: name === "Renew" ? details.flatMap((detail) => [detail, null]) : details });
      },
    }),
  ];

  return [
    endpoint({
      ...common,
      id: "groupid.groups.createStatic",
      method: "POST",
      path: `${groups}/StaticGroup`,
      body: caseless(newGroup),
      handle: ({ parameters, body, partial }) =>
        answer(storeOf(parameters).create("group", body.container, body.attributescollection, partial)),
    }),
    endpoint({
      ...common,
      id: "groupid.groups.createSmart",
      method: "POST",
      path: `${groups}/DynamicGroup`,
      body: caseless({ ...newGroup, updateoption: z.int().optional() }),
      handle: ({ parameters, body, partial }) => {
        const { attributescollection } = body;
        const names = Object.keys(attributescollection).map((name) => name.toLowerCase());
        const mandatory = ["imsgmanagedgrouptype", "smartgroupmaintype"].find((name) => !names.includes(name));
        return answer(
          mandatory === undefined
            ? storeOf(parameters).create("group", body.container, attributescollection, partial)
            : { message: `${mandatory} is mandatory` },
        );
      },
    }),
    endpoint({
      ...common,
      id: "groupid.groups.get",
      method: "GET",
      path: group,
      body: attributeNames.default([]),
      handle: ({ parameters, body }) => directory.read(storeOf(parameters), "group", parameters.identity ?? "", body),
    }),
    endpoint({
      ...common,
      id: "groupid.groups.list",
      method: "GET",
      path: groups,
      body: caseless({ groupidentities: identities, attributes: attributeNames.default([]) }),
      handle: ({ parameters, body }) =>
        directory.readMany(storeOf(parameters), "group", body.groupidentities, body.attributes),
    }),
    endpoint({
      ...common,
      id: "groupid.groups.previewSmart",
      method: "GET",
      path: `${groups}/SmartGroups/Members`,
      query: pageQuery,
      body: caseless({
        extensiondataattributes: writtenAttributes,
        attributestoload: attributeNames.default([]),
      }),
      handle: ({ parameters, query, body }): EndpointAnswer => {
        const store = storeOf(parameters);
        const attributes = Object.fromEntries(
          Object.entries(body.extensiondataattributes).map(([name, values]) => [name.toLowerCase(), values]),
        );
        const wanted: Query = {
          criteria: attributes.imsgcriteria?.[0]?.value ?? "",
          objectTypes: (attributes.imsgobjecttypes ?? []).map(({ value }) => value),
          startPaths: (attributes.imsgstartpath ?? []).map(({ value, attributecollection }) => ({
            path: value,
            scope: attributecollection.Scope ?? "2",
          })),
        };
        try {
          const objects = find(store.objects, wanted);
          return { status: 200, body: page(objects, query, body.attributestoload, store, directory) };
        } catch (error) {
          return answer({ message: `The query cannot be read: ${(error as Error).message}` });
        }
      },
    }),
    endpoint({
      ...common,
      id: "groupid.groups.update",
      method: "PATCH",
      path: group,
      body: caseless({ attributescollection: writtenAttributes }),
      handle: ({ parameters, body, partial }) => {
        const store = storeOf(parameters);
        return directory.write(store, "group", parameters.identity ?? "", (object) => ({
          name: object.guid,
          type: 8,
          details: [...store.update(object, body.attributescollection, partial), groupTypeDetail],
        }));
      },
    }),
    // The document has the path with a slash at its end, which ASP.NET does not mind.
    ...[`${groups}/`, groups].map((path) =>
      endpoint({
        ...common,
        id: "groupid.groups.updateMany",
        method: "PATCH",
        path,
        body: z
          .array(
            caseless({
              objectidfromidentitystore: z.string().min(1),
              identitystoreid: storeId,
              attributesbusinessobject: writtenAttributes,
            }),
          )
          .min(1),
        handle: ({ parameters, body, partial }) => {
          const store = storeOf(parameters);
          const ids = body.map(({ objectidfromidentitystore }) => objectidfromidentitystore);
          const results = directory.writeMany(store, "group", ids, partial, (object, index) => ({
            details: [...store.update(object, body[index]?.attributesbusinessobject ?? {}, false), groupTypeDetail],
          }));
          return answer({ details: results.map((result, index) => ({ ...result, name: ids[index] ?? "", type: 8 })) });
        },
      }),
    ),
    endpoint({
      ...common,
      id: "groupid.groups.delete",
      method: "DELETE",
      path: group,
      handle: ({ parameters }) => {
        const store = storeOf(parameters);
        return directory.write(store, "group", parameters.identity ?? "", ({ guid }) => {
          store.delete(guid);
          return {};
        });
      },
    }),
    endpoint({
      ...common,
      id: "groupid.groups.deleteMany",
      method: "DELETE",
      path: groups,
      body: identities,
      handle: ({ parameters, body, partial }) => {
        const store = storeOf(parameters);
        const details = directory.writeMany(store, "group", body, partial, ({ guid }) => {
          store.delete(guid);
          return {};
        });
        return answer({ details });
      },
    }),
    moving("Join", "join", undefined, true),
    moving("JoinOnBehalf", "joinOnBehalf", "joiningUserIdentity", true),
    moving("Leave", "leave", undefined, false),
    moving("LeaveOnBehalf", "leaveOnBehalf", "leavingUserId", false),
    ...aging("Renew", "renew", "renewMany", (object) => {
      const days = Number(object.text("XGroupExpirationPolicy") || "0");
      const date = days > 0 ? new Date(Date.now() + days * 24 * 3_600_000).toISOString() : never;
      object.setTexts("XGroupExpirationDate", [date]);
      return {};
    }),
    ...aging("Expire", "expire", "expireMany", (object) => {
      object.setTexts("XGroupExpirationDate", [new Date().toISOString()]);
      return {};
    }),
    endpoint({
      ...common,
      id: "groupid.groups.updateSmart",
      method: "POST",
      path: `${groups}/SmartGroups/:identity/Update`,
      handle: ({ parameters }) => {
        const store = storeOf(parameters);
        return directory.write(store, "group", parameters.identity ?? "", (object) => {
          const failure = recompute(store, object);
          return failure === undefined
            ? { name: object.guid, type: 8, data: ++tasks }
            : { name: object.guid, message: failure };
        });
      },
    }),
    endpoint({
      ...common,
      id: "groupid.groups.updateSmartMany",
      method: "POST",
      path: `${groups}/SmartGroups/Update`,
      body: identities,
      handle: ({ parameters, body, partial }) => {
        const store = storeOf(parameters);
        const results = directory.writeMany(store, "group", body, partial, (object) => {
          const message = recompute(store, object);
          return message === undefined ? { data: ++tasks } : { message };
        });
        const details = results.map(({ message = null, data = 0 }, index) => ({
          groupID: body[index],
          message,
          taskID: data,
          status: message === null ? 0 : 1,
        }));
        return { status: 200, body: { clientID: store.signedIn.guid, details, message: null, status: 0 } };
      },
    }),
  ];
}

/** What the samples tell of an attribute that nobody wrote. */
const groupTypeDetail: Result = { name: "IMSGManagedGroupType", type: 8 };

function queryOf(group: DirectoryObject): Query {
  return {
    criteria: group.text("IMSGCriteria"),
    objectTypes: group.texts("IMSGObjectTypes"),
    startPaths: group
      .values("IMSGStartPath")
      .map(({ value, qualifiers }) => ({ path: value, scope: qualifiers.Scope ?? "2" })),
  };
}
