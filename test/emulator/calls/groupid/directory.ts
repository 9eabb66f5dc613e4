import type { RawClient } from "../../rawClient.ts";
import type { DocumentedCalls } from "../documentedCall.ts";

/** The document's samples write the identity store 2 throughout. */
export const storePath = "/groupid/GroupIDDataService/api/IdentityStores/2";
const container = "OU=Groups,DC=demo,DC=local";

const make = ({ emulator }: RawClient, objectClass: "group" | "contact" | "user", set: object = {}) =>
  emulator.change({ system: "groupid", scope: "2", set: { objectClass, ...set } });
const smart = (client: RawClient) =>
  make(client, "group", {
    IMSGManagedGroupType: "2",
    IMSGObjectTypes: ["6"],
    IMSGCriteria: '(department Contains "e")',
  });

/** Attributes as the samples for groups write them. */
const capitals = (attributes: Readonly<Record<string, string>>) => ({
  AttributesCollection: Object.fromEntries(
    Object.entries(attributes).map(([name, Value]) => [name, [{ Value, Action: 0 }]]),
  ),
});
/** Attributes as the samples for contacts and users write them. */
const smalls = (attributes: Readonly<Record<string, string>>) => ({
  attributesCollection: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, [{ value, action: 0 }]]),
  ),
});
const terms = { MembershipType: 1, StartDate: "0001-01-01T00:00:00", EndDate: "0001-01-01T00:00:00", Reason: "test" };
const listQuery =
  "sortOrder=1&pageNo=1&pageSize=2&displayNestedOwnership=true&displayAdditionalGroups=true&calculateTotal=true&searchMode=0";
const attributesToLoad = ["displayName"];

const listOf =
  (list: string, query: string, body: unknown = { attributesToLoad }): DocumentedCalls[string] =>
  (client) =>
    client.call("GET", `${storePath}/Users/${make(client, "user")}/Groups${list}?${query}`, { body });
const counted = { includeAdditionalOwnershipGroups: true, includeNestedOwnershipGroups: true };

/** The calls for groups, contacts and users, with the bodies of the document's samples. */
export const directory: DocumentedCalls = {
  "groupid.contacts.create": ({ call }) =>
    call("POST", `${storePath}/Contacts`, {
      body: {
        container: "OU=API,DC=groupid,DC=lab",
        attributes: smalls({ CN: "Demo Contact 4", objectClass: "contact" }),
      },
    }),
  "groupid.contacts.delete": (client) => client.call("DELETE", `${storePath}/Contacts/${make(client, "contact")}`),
  "groupid.contacts.deleteMany": (client) =>
    client.call("DELETE", `${storePath}/Contacts`, { body: [make(client, "contact"), make(client, "contact")] }),
  "groupid.contacts.get": (client) =>
    client.call("GET", `${storePath}/Contacts/${make(client, "contact")}`, { body: ["displayName"] }),
  "groupid.contacts.list": (client) =>
    client.call("GET", `${storePath}/Contacts`, {
      body: { userIdentities: [make(client, "contact"), make(client, "contact")], attributesToLoad },
    }),
  "groupid.contacts.update": (client) =>
    client.call("PATCH", `${storePath}/Contacts`, {
      body: {
        objectIdentity: make(client, "contact"),
        attributesToUpdate: capitals({ department: "Operation", company: "Imanami - Now part of Netwrix" }),
      },
    }),
  "groupid.groups.createSmart": ({ call }) =>
    call("POST", `${storePath}/Groups/DynamicGroup`, {
      body: {
        UpdateOption: 0,
        IdentityStoreID: 2,
        GroupName: "DemoSmartGroup1",
        Container: container,
        AttributesCollection: capitals({
          CN: "DemoSmartGroup1",
          objectClass: "MailEnabledGroup",
          IMSGManagedGroupType: "2",
          SmartGroupMainType: "X.SmartGroup",
          IMSGCriteria: '(department Contains "engineering")',
        }),
      },
    }),
  "groupid.groups.createStatic": ({ call }) =>
    call("POST", `${storePath}/Groups/StaticGroup`, {
      body: {
        GroupName: "DemoGroup",
        Container: container,
        AttributesCollection: capitals({
          sAMAccountName: "DemoGroup",
          name: "DemoGroup",
          CN: "DemoGroup",
          objectClass: "group",
        }),
      },
    }),
  "groupid.groups.delete": (client) => client.call("DELETE", `${storePath}/Groups/${make(client, "group")}`),
  "groupid.groups.deleteMany": (client) =>
    client.call("DELETE", `${storePath}/Groups`, { body: [make(client, "group"), make(client, "group")] }),
  "groupid.groups.get": (client) =>
    client.call("GET", `${storePath}/Groups/${make(client, "group")}`, { body: ["displayName", "ObjectGuid"] }),
  "groupid.groups.list": (client) =>
    client.call("GET", `${storePath}/Groups`, {
      body: { attributes: ["displayname"], groupIdentities: [make(client, "group"), make(client, "group")] },
    }),
  "groupid.groups.join": (client) =>
    client.call("POST", `${storePath}/Groups/${make(client, "group")}/Join`, {
      body: { IdentityStoreID: 2, ReplicationRequired: true, JoinType: terms },
    }),
  "groupid.groups.joinOnBehalf": (client) =>
    client.call("POST", `${storePath}/Groups/${make(client, "group")}/JoinOnBehalf`, {
      body: {
        IdentityStoreID: 2,
        ReplicationRequired: true,
        joiningUserIdentity: make(client, "user"),
        joinType: terms,
      },
    }),
  "groupid.groups.leave": (client) => {
    const group = make(client, "group", { member: client.emulator.groupid.credentials.username });
    return client.call("POST", `${storePath}/Groups/${group}/Leave`, {
      body: { IdentityStoreID: 2, ReplicationRequired: true, leaveType: terms },
    });
  },
  "groupid.groups.leaveOnBehalf": (client) => {
    const user = make(client, "user");
    return client.call("POST", `${storePath}/Groups/${make(client, "group", { member: user })}/LeaveOnBehalf`, {
      body: { IdentityStoreID: 2, ReplicationRequired: true, leavingUserId: user, leaveType: terms },
    });
  },
  "groupid.groups.previewSmart": ({ call }) =>
    call("GET", `${storePath}/Groups/SmartGroups/Members?sortOrder=1&pageNo=1&pageSize=2`, {
      body: {
        ExtensionDataAttributes: {
          AttributesCollection: {
            IMSGObjectTypes: [{ IdentityStoreId: 0, Value: "6", DN: null, Action: 1, AttributeCollection: {} }],
            IMSGCriteria: [
              // The sample lacks the last parenthesis.
              { IdentityStoreId: 0, Value: '(department contains "eng"', DN: null, Action: 1, AttributeCollection: {} },
            ],
            IMSGStartPath: [
              {
                IdentityStoreId: 0,
                Value: "GC=DC.demo.local",
                DN: null,
                Action: 1,
                AttributeCollection: { Scope: "2" },
              },
            ],
          },
        },
        AttributesToLoad: ["displayName", "description", "IMSGManagedGroupType", "isdisabled", "ismailbox"],
      },
    }),
  "groupid.groups.renew": (client) =>
    client.call("POST", `${storePath}/Groups/${make(client, "group")}/Renew?ReplicationRequired=true`),
  "groupid.groups.renewMany": (client) =>
    client.call("POST", `${storePath}/Groups/Renew`, { body: [make(client, "group"), make(client, "group")] }),
  "groupid.groups.expire": (client) =>
    client.call("POST", `${storePath}/Groups/${make(client, "group")}/Expire?ReplicationRequired=true`),
  "groupid.groups.expireMany": (client) =>
    client.call("POST", `${storePath}/Groups/Expire`, { body: [make(client, "group"), make(client, "group")] }),
  "groupid.groups.update": (client) =>
    client.call("PATCH", `${storePath}/Groups/${make(client, "group")}`, {
      body: { AttributesCollection: capitals({ description: "Its a demo group!" }) },
    }),
  "groupid.groups.updateMany": (client) =>
    client.call("PATCH", `${storePath}/Groups/`, {
      body: [make(client, "group"), make(client, "group")].map((objectIdFromIdentityStore) => ({
        objectIdFromIdentityStore,
        identityStoreId: 2,
        attributesBusinessObject: {
          attributesCollection: { description: [{ identityStoreId: 2, value: "This is a description" }] },
        },
      })),
    }),
  "groupid.groups.updateSmart": (client) =>
    client.call("POST", `${storePath}/Groups/SmartGroups/${smart(client)}/Update`),
  "groupid.groups.updateSmartMany": (client) =>
    client.call("POST", `${storePath}/Groups/SmartGroups/Update`, { body: [smart(client), smart(client)] }),
  "groupid.users.create": ({ call }) =>
    call("POST", `${storePath}/Users`, {
      body: {
        Container: "OU=Users,DC=demo,DC=local",
        Attributes: smalls({ CN: "DemoUser1", objectClass: "user", samAccountName: "DemoUser1" }),
        IdentityStoreID: "2",
      },
    }),
  "groupid.users.delete": (client) => client.call("DELETE", `${storePath}/Users/${make(client, "user")}`),
  "groupid.users.deleteMany": (client) =>
    client.call("DELETE", `${storePath}/Users`, { body: [make(client, "user"), make(client, "user")] }),
  "groupid.users.get": (client) => client.call("GET", `${storePath}/Users/${make(client, "user")}`),
  "groupid.users.list": (client) =>
    client.call("GET", `${storePath}/Users`, {
      body: {
        identityStoreID: 2,
        objectIdentities: [make(client, "user"), make(client, "user")],
        addAndResolveAdditionalDirectReports: true,
        attributesToLoad: ["displayName", "department"],
      },
    }),
  "groupid.users.update": (client) =>
    client.call("PATCH", `${storePath}/Users`, {
      body: {
        AttributesToUpdate: capitals({ department: "Engineering" }),
        ObjectIdentity: make(client, "user"),
        IdentityStoreID: "2",
      },
    }),
  "groupid.users.groups": listOf("", `${listQuery}&isManagedBy=false`),
  "groupid.users.groupsAll": listOf("/All", listQuery),
  "groupid.users.dynasties": listOf("/Dynasties", listQuery),
  "groupid.users.smartGroups": listOf("/SmartGroups", listQuery),
  "groupid.users.membership": listOf(
    "/Membership",
    "sortOrder=1&pageNo=1&pageSize=8&displayAdditionalGroups=true&calculateTotal=true&searchMode=0",
  ),
  "groupid.users.groupsCount": listOf("/count", `${listQuery}&isManagedBy=false`, counted),
  "groupid.users.membershipCount": listOf("/Membership/count", listQuery, counted),
  "groupid.users.expiredGroups": listOf("/Expired", listQuery),
  "groupid.users.expiringGroups": listOf("/Expiring", listQuery),
  "groupid.users.expiringGroupsCount": listOf(
    "/Expiring/count",
    "includeAdditionalOwnershipGroups=true&includeNestedOwnershipGroups=true&searchMode=0",
    counted,
  ),
};
