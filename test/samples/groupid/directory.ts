import type { Emulator } from "../../../emulator/index.ts";
import { partsOf, type Sample } from "../sample.ts";

export const people = "OU=People,DC=demo,DC=local";
const groups = "OU=Groups,DC=demo,DC=local";
const other = "OU=Other,DC=demo,DC=local";

/** A GUID that says nothing but its number. */
export const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const [ann, bob, eve] = [guid(1), guid(2), guid(3)];

/** Users who own groups and are members of them, the same in two identity stores. */
export function prepare({ groupid }: Emulator): void {
  for (const scope of ["2", "3"]) {
    for (const [name, id] of Object.entries({ Ann: ann, Bob: bob, Eve: eve })) {
      const set = { objectClass: "user", CN: name, container: people, sAMAccountName: name.toLowerCase() };
      groupid.change({ system: "groupid", scope, id, set });
    }
  }
}

const locate: Sample["locate"] = (id) => {
  const [scope = "", objectId = ""] = partsOf(id);
  return { system: "groupid", scope, id: objectId };
};

/** The names that the suites give to further objects; a membership needs a group of its own for each. */
const names = ["", "members", ...["identityStoreId", "groupId"].flatMap((name) => [name, `${name}-adopt`]), "plugin"];
const groupFor = (name: string, offset: number) => {
  const index = names.indexOf(name);
  if (index < 0) {
    throw new Error(`test/samples/groupid prepares no group for a membership called ${name}`);
  }
  return guid(offset + index);
};

/** Groups that have members by what is declared elsewhere. */
function prepareGroups(emulator: Emulator): void {
  prepare(emulator);
  for (const [offset, IMSGManagedGroupType] of [
    [100, "1"],
    [200, "2"],
    [300, "1"],
  ] as const) {
    for (const id of names.map((name) => groupFor(name, offset))) {
      for (const scope of ["2", "3"]) {
        emulator.change({ system: "groupid", scope, id, set: { IMSGManagedGroupType } });
      }
    }
  }
}

/** How many groups the calls for one and for many were about. */
const groupsIn =
  (one: string, many: string) =>
  ({ requests }: Emulator) =>
    requests.all.reduce(
      (count, { endpoint, body }) =>
        count + (endpoint === many && Array.isArray(body) ? body.length : Number(endpoint === one)),
      0,
    );

const action = (type: string, one: string, many: string): Sample => ({
  type,
  prepare: prepareGroups,
  inputs: { identityStoreId: "2", groupIds: [groupFor("", 200)], triggers: ["1"] },
  changed: { identityStoreId: "3", groupIds: [groupFor("plugin", 200)], triggers: ["2"] },
  wire: {},
  another: () => ({}),
  endpoint: `groupid.groups.${one}`,
  timesDone: groupsIn(`groupid.groups.${one}`, `groupid.groups.${many}`),
  locate,
});

const groupInputs = {
  identityStoreId: "2",
  container: groups,
  name: "DemoGroup",
  samAccountName: "DemoGroup",
  displayName: "Demo group",
  description: "Its a demo group!",
  notes: "Managed by Pulumi",
  mail: "demo@demo.local",
  alias: "demo",
  mailEnabled: true,
  groupScope: "Universal Group",
  groupType: -2147483640,
  securityType: "Semi_Private",
  expirationPolicy: 90,
  owner: ann,
  additionalOwners: [bob, eve],
  attributes: { Company: "Netwrix", proxyAddresses: ["SMTP:demo@demo.local", "smtp:test@demo.local"] },
};

const changedGroup = {
  identityStoreId: "3",
  container: other,
  name: "OtherGroup",
  samAccountName: "OtherGroup",
  displayName: "Other group",
  description: "",
  notes: "Changed by Pulumi",
  mail: "other@demo.local",
  alias: "other",
  mailEnabled: false,
  groupScope: "Global Group",
  groupType: -2147483646,
  securityType: "Private",
  expirationPolicy: 0,
  owner: "bob",
  additionalOwners: [bob],
  attributes: { company: "Imanami", ProxyAddresses: ["SMTP:demo@demo.local", "smtp:more@demo.local"] },
};

const groupWire = {
  container: { field: "container", value: "OU=Elsewhere,DC=demo,DC=local" },
  name: { field: "CN", value: "Elsewhere" },
  samAccountName: { field: "sAMAccountName", value: "elsewhere" },
  displayName: { field: "displayName", value: null },
  description: { field: "description", value: "Changed elsewhere" },
  notes: { field: "info", value: "Changed elsewhere" },
  mail: { field: "mail", value: "elsewhere@demo.local" },
  alias: { field: "mailNickname", value: "elsewhere" },
  groupScope: { field: "XGroupScope", value: "Global Group" },
  groupType: { field: "groupType", value: "8" },
  securityType: { field: "XGroupSecurity", value: "Public" },
  expirationPolicy: { field: "XGroupExpirationPolicy", value: "30" },
  owner: { field: "managedBy", value: eve },
  additionalOwners: { field: "XAdditionalOwner", value: [bob, ann] },
  attributes: { field: "company", value: "Elsewhere" },
};

const anotherGroup: Sample["another"] = (name, inputs) => ({
  name: `${String(inputs.name)}-${name}`,
  samAccountName: `${String(inputs.samAccountName)}-${name}`,
});

const personInputs = {
  identityStoreId: "2",
  container: people,
  name: "Demo Person",
  displayName: "Person, Demo",
  firstName: "Demo",
  lastName: "Person",
  initials: "DP",
  description: "A person",
  mail: "person@demo.local",
  alias: "person",
  proxyAddresses: ["SMTP:person@demo.local"],
  title: "Engineer",
  department: "Operation",
  company: "Netwrix",
  office: "1.23",
  phoneNumber: "+1 23",
  mobilePhone: "+1 45",
  fax: "+1 67",
  streetAddress: "1 Main Street",
  postalCode: "12345",
  city: "Liège",
  state: "Wallonia",
  country: "Belgium",
  manager: ann,
  attributes: { employeeNumber: "7" },
};

const changedPerson = {
  identityStoreId: "3",
  container: other,
  name: "Other Person",
  displayName: "Person, Other",
  firstName: "Other",
  lastName: "Human",
  initials: "OH",
  description: "Another person",
  mail: "other@demo.local",
  alias: "other",
  proxyAddresses: ["SMTP:other@demo.local", "smtp:person@demo.local"],
  title: "",
  department: "Research",
  company: "Imanami",
  office: "4.56",
  phoneNumber: "+2 23",
  mobilePhone: "+2 45",
  fax: "+2 67",
  streetAddress: "2 Main Street",
  postalCode: "54321",
  city: "Paris",
  state: "Île-de-France",
  country: "France",
  manager: `CN=Bob,${people}`,
  attributes: { EmployeeNumber: "8" },
};

const personWire = {
  container: { field: "container", value: "OU=Elsewhere,DC=demo,DC=local" },
  name: { field: "CN", value: "Elsewhere" },
  displayName: { field: "displayName", value: "Changed elsewhere" },
  firstName: { field: "givenName", value: "Elsewhere" },
  lastName: { field: "sn", value: null },
  initials: { field: "initials", value: "X" },
  description: { field: "description", value: "Changed elsewhere" },
  mail: { field: "mail", value: "elsewhere@demo.local" },
  alias: { field: "mailNickname", value: "elsewhere" },
  proxyAddresses: { field: "proxyAddresses", value: ["smtp:person@demo.local"] },
  title: { field: "title", value: "Elsewhere" },
  department: { field: "department", value: "Elsewhere" },
  company: { field: "company", value: "Elsewhere" },
  office: { field: "physicalDeliveryOfficeName", value: "0" },
  phoneNumber: { field: "telephoneNumber", value: "0" },
  mobilePhone: { field: "mobile", value: "0" },
  fax: { field: "facsimileTelephoneNumber", value: "0" },
  streetAddress: { field: "streetAddress", value: "Elsewhere" },
  postalCode: { field: "postalCode", value: "0" },
  city: { field: "l", value: "Elsewhere" },
  state: { field: "st", value: "Elsewhere" },
  country: { field: "co", value: "Elsewhere" },
  manager: { field: "manager", value: eve },
  attributes: { field: "employeeNumber", value: "0" },
};

/** Groups, smart groups, contacts and users. */
export const directory: readonly Sample[] = [
  {
    type: "groupid:Group",
    prepare,
    inputs: { ...groupInputs, members: [ann, bob], allowEmpty: false },
    changed: { ...changedGroup, members: [bob, "eve"], allowEmpty: true },
    wire: { ...groupWire, members: { field: "member", value: [ann, eve] } },
    another: anotherGroup,
    // The group, and its memberships.
    objects: 2,
    notImported: ["attributes"],
    locate,
  },
  {
    type: "groupid:SmartGroup",
    prepare,
    inputs: {
      ...groupInputs,
      name: "DemoSmartGroup",
      samAccountName: "DemoSmartGroup",
      query: '(department Contains "engineering")',
      objectTypes: [6],
      searchContainers: [{ container: "DC=demo,DC=local", scope: "subtree" }],
      include: [ann],
      exclude: [bob],
    },
    changed: {
      ...changedGroup,
      name: "OtherSmartGroup",
      samAccountName: "OtherSmartGroup",
      query: "(&(department=*eng*)(!(title=Boss)))",
      objectTypes: [6, 7],
      searchContainers: [
        { container: people, scope: "oneLevel" },
        { container: other, scope: "subtree" },
      ],
      include: [ann, "eve"],
      exclude: [eve],
    },
    wire: {
      ...groupWire,
      query: { field: "IMSGCriteria", value: '(department Contains "elsewhere")' },
      objectTypes: { field: "IMSGObjectTypes", value: ["7"] },
      searchContainers: { field: "IMSGStartPath", value: ["OU=Elsewhere,DC=demo,DC=local"] },
      include: { field: "IMSGIncludes", value: [bob] },
      exclude: { field: "IMSGExcludes", value: [ann] },
    },
    another: anotherGroup,
    notImported: ["attributes"],
    locate,
  },
  {
    type: "groupid:Contact",
    prepare,
    inputs: personInputs,
    changed: changedPerson,
    wire: personWire,
    notImported: ["attributes"],
    locate,
  },
  {
    type: "groupid:User",
    prepare,
    inputs: {
      ...personInputs,
      name: "Demo User",
      samAccountName: "DemoUser",
      userPrincipalName: "demouser@demo.local",
      password: "a-sample-password",
    },
    changed: {
      ...changedPerson,
      name: "Other User",
      samAccountName: "OtherUser",
      userPrincipalName: "otheruser@demo.local",
      password: "another-sample-password",
    },
    wire: {
      ...personWire,
      samAccountName: { field: "sAMAccountName", value: "elsewhere" },
      userPrincipalName: { field: "userPrincipalName", value: "elsewhere@demo.local" },
    },
    another: (name, inputs) => ({
      name: `${String(inputs.name)}-${name}`,
      samAccountName: `${String(inputs.samAccountName)}-${name}`,
      userPrincipalName: `${name}-${String(inputs.userPrincipalName)}`,
    }),
    notImported: ["attributes"],
    locate,
  },
  {
    type: "groupid:GroupMembership",
    prepare: prepareGroups,
    inputs: {
      identityStoreId: "2",
      groupId: groupFor("", 100),
      members: [ann, bob],
      onBehalf: true,
      membershipType: 1,
      startDate: "2030-01-01T00:00:00",
      endDate: "2031-01-01T00:00:00",
      reason: "test",
    },
    changed: {
      identityStoreId: "3",
      groupId: groupFor("", 300),
      members: [bob, "eve"],
      onBehalf: true,
      membershipType: 2,
      startDate: "2031-01-01T00:00:00",
      endDate: "2032-01-01T00:00:00",
      reason: "another",
    },
    wire: {
      members: ({ groupid }, { scope, id }) => groupid.change({ system: "groupid", scope, id, set: { member: [ann] } }),
    },
    another: (name, { groupId }) => ({ groupId: groupFor(name, Number(`${String(groupId).at(-3)}00`)) }),
    notImported: ["members"],
    locate: (id) => {
      const [scope = "", groupId = ""] = partsOf(id);
      return { system: "groupid", scope: `${scope}:members`, id: groupId };
    },
  },
  action("groupid:GroupRenewal", "renew", "renewMany"),
  action("groupid:GroupExpiration", "expire", "expireMany"),
  action("groupid:SmartGroupUpdate", "updateSmart", "updateSmartMany"),
];
