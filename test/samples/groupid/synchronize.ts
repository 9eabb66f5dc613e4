import type { Emulator } from "../../../emulator/index.ts";
import type { Declared } from "../../support/testStack.ts";
import { type OutsideChange, type Place, partsOf, type Sample } from "../sample.ts";

const at =
  (scope: string): Sample["locate"] =>
  (id) => ({ system: "groupid", scope, id });

const inStore =
  (scope: string): Sample["locate"] =>
  (id) => {
    const [storeId = "", objectId = ""] = partsOf(id);
    return { system: "groupid", scope: `${scope}/${storeId}`, id: objectId };
  };

type Part = Readonly<Record<string, unknown>>;

/** Changes one element of a list of the wire: the first that fits. */
function element(list: string, fits: (part: Part) => boolean, change: Part): OutsideChange {
  return (emulator: Emulator, place: Place) => {
    const held = emulator.objects()[place.system]?.[place.scope]?.[place.id]?.[list] as readonly Part[];
    const index = held.findIndex(fits);
    emulator.change({
      ...place,
      set: { [list]: held.map((part, at) => (at === index ? { ...part, ...change } : part)) },
    });
  };
}

const setting = (key: string, value: string) => element("settings", (part) => part.key === key, { value });

const dataSourceOf = (name: string, file: string): Declared => ({
  name,
  type: "groupid:DataSource",
  args: { name, settings: { type: "text", filePath: `C:\\HR\\${file}`, delimiter: "," } },
});
const employees = dataSourceOf("employees", "Employees.csv");
const contractors = dataSourceOf("contractors", "Contractors.csv");

const directory = {
  identityStoreId: "24",
  identityStoreName: "ADEnt",
  provider: "Active Directory",
  container: "OU=API,DC=groupid,DC=lab",
  includeSubContainers: true,
};

const rules = {
  length: 9,
  uppercase: true,
  lowercase: true,
  digits: true,
  specialSymbols: "%^&",
  excludeSimilarSymbols: false,
  notifyManager: true,
};
const mappings = [
  { to: "cn", transform: { join: { fields: ["First", "Last"], separator: "_api_" } }, createOnly: true },
  { to: "givenName", from: "First" },
  { to: "sAMAccountName", key: true, transform: { script: 'DTM.Result = DTM.Source("Mail")' }, createOnly: true },
  { to: "memberOf", from: "Groups", delimiter: "|" },
  { to: "company", transform: { static: "Netwrix" } },
  { to: "initials", transform: { text: "Left:field=First;length=1" } },
  { to: "password", transform: { password: { value: "emulator-Password1", ...rules } }, createOnly: true },
];

const jobOf = (name: string): Declared => ({
  name,
  type: "groupid:SyncJob",
  args: {
    name,
    source: { dataSourceId: "${employees.dataSourceId}", table: "Employees" },
    destination: directory,
    objects: [{ type: "user" }],
    mappings: [{ to: "sAMAccountName", from: "Account", key: true }],
  },
});

export const synchronize: readonly Sample[] = [
  {
    type: "groupid:DataSource",
    inputs: {
      name: "HR",
      settings: {
        type: "text",
        fileServer: "local",
        filePath: "C:\\HR\\All.csv",
        delimiter: ",",
        host: "files",
        username: "reader",
        password: "emulator-file-password",
      },
      allowDeleteInUse: true,
    },
    changed: {
      name: "Human resources",
      settings: { type: "text", filePath: "C:\\HR\\Everybody.txt", delimiter: "tab", username: "other" },
      allowDeleteInUse: false,
    },
    wire: {
      name: { field: "name", value: "Changed elsewhere" },
      settings: { field: "configurationValues.File", value: "C:\\elsewhere.csv" },
    },
    // A password is not taken over, and so these settings are not the written ones.
    notImported: ["settings"],
    locate: at("dataSources"),
  },
  {
    type: "groupid:SyncJob",
    needs: [employees, contractors],
    inputs: {
      name: "Employees",
      description: "Employees become users",
      source: { dataSourceId: "${employees.dataSourceId}", table: "Employees" },
      destination: directory,
      objects: [{ type: "user", create: true, delete: false, container: "OU=New,DC=groupid,DC=lab" }],
      mappings,
      sourceQuery: "SELECT * FROM [Employees] WHERE Active = 1",
      destinationQuery: 'objectClass is exactly "user"',
      timestampField: "Changed",
      schedule: "nightly",
      smartGroupSchedule: "smart groups",
      onFailure: "continue",
      enabled: false,
      owner: { id: "b9989fd7-bdbf-41cb-9aa4-eca35a329682", name: "Administrator" },
      settings: { memberkey: "sAMAccountName" },
      secretSettings: { "Destination.MessagingProviderPassword": "emulator-messaging" },
    },
    changed: {
      name: "All employees",
      description: "Everybody becomes a user",
      source: { dataSourceId: "${contractors.dataSourceId}", table: "Contractors" },
      destination: { ...directory, container: "OU=Other,DC=groupid,DC=lab", includeSubContainers: false },
      objects: [{ type: "group", create: false, delete: true, deprovision: true }],
      mappings: [{ to: "displayName", from: "Name", key: true }],
      sourceQuery: "SELECT * FROM [Employees]",
      destinationQuery: 'department is exactly "Sales"',
      timestampField: "Updated",
      schedule: "hourly",
      smartGroupSchedule: "other groups",
      onFailure: "abort",
      enabled: true,
      owner: { id: "e4fbe0f3-8b8d-4cd0-8c4f-07c6f12a4743", name: "Ann" },
      settings: { memberkey: "mail", "Destination.ScriptingLanguage": "1" },
      secretSettings: { "Destination.MessagingProviderPassword": "emulator-other" },
    },
    wire: {
      name: { field: "jobInfo.name", value: "Changed elsewhere" },
      description: { field: "jobInfo.description", value: "Changed elsewhere" },
      source: setting("Source.Table", "Elsewhere"),
      destination: setting("Destination.Container", "OU=Elsewhere,DC=groupid,DC=lab"),
      objects: element("objectsOption", () => true, { isDelete: true }),
      mappings: element("fieldsMap", (part) => part.destinationField === "company", {
        transform: "Static:value=Other",
      }),
      sourceQuery: element("syncQuery", (part) => part.isSource === true, { query: "SELECT 1" }),
      destinationQuery: element("syncQuery", (part) => part.isSource === false, { query: "elsewhere" }),
      timestampField: element("syncQuery", (part) => part.isSource === true, { timeStampField: "Elsewhere" }),
      schedule: { field: "jobInfo.schedule", value: "" },
      smartGroupSchedule: { field: "jobInfo.smartgroupSchedule", value: "elsewhere" },
      onFailure: { field: "jobInfo.onFailure", value: "Abort" },
      enabled: { field: "jobInfo.isEnable", value: true },
      owner: setting("JobOwners", "Eve#7ea556f0-b5fc-46f9-96d0-7212c2cd831d"),
      settings: setting("memberkey", "elsewhere"),
    },
    locate: at("syncJobs"),
  },
  {
    type: "groupid:SyncJobCollection",
    needs: [employees, jobOf("first"), jobOf("second")],
    inputs: {
      name: "Nightly",
      description: "Everything that runs at night",
      jobs: ["${first.jobId}", "${second.jobId}"],
      schedule: "nightly",
      smartGroupSchedule: "smart groups",
      notifications: { recipients: ["ann@demo.local", "bob@demo.local"], when: "errors", individualEmails: true },
    },
    changed: {
      name: "Daily",
      description: "Everything that runs by day",
      jobs: ["${second.jobId}", "${first.jobId}"],
      schedule: "daily",
      smartGroupSchedule: "other groups",
      notifications: { recipients: ["eve@demo.local"], when: "failure", individualEmails: false },
    },
    wire: {
      name: { field: "jobCollectionInfo.name", value: "Changed elsewhere" },
      description: { field: "jobCollectionInfo.description", value: "Changed elsewhere" },
      jobs: element("jobs", () => true, { fieldsMap: [] }),
      schedule: { field: "jobCollectionInfo.schedule", value: "0" },
      smartGroupSchedule: { field: "jobCollectionInfo.smartgroupSchedule", value: "elsewhere" },
      notifications: { field: "notificationRecipients", value: "eve@demo.local" },
    },
    locate: at("syncJobCollections"),
  },
  {
    type: "groupid:WorkflowRoute",
    inputs: {
      identityStoreId: "2",
      name: "Departments",
      description: "Changes of the department",
      enabled: false,
      event: "edit",
      objects: ["user"],
      fields: ["department", "company"],
      filters: [
        { field: "department", operator: "present" },
        { field: "employeeType", operator: "notEquals", value: "manager" },
      ],
      approvers: [{ objectId: "80ffbf0d-142c-4822-b843-1840bf50c05a" }, { role: "managerAndAdditionalManager" }],
      emailApproval: true,
      approverAcceleration: false,
      portalUrl: "https://groupid.example:4443/GroupIDPortal",
      powerAutomate: { requestUrl: "https://flows.example/start?sig=emulator", token: "emulator-token" },
    },
    changed: {
      identityStoreId: "3",
      name: "Titles",
      description: "Changes of the title",
      enabled: true,
      event: "delete",
      objects: ["group", "contact"],
      fields: ["title"],
      filters: [{ field: "title", operator: "equals", value: "Director" }],
      approvers: [{ role: "ownerAndAdditionalOwner" }],
      emailApproval: false,
      approverAcceleration: true,
      portalUrl: "https://other.example:4443/GroupIDPortal",
      powerAutomate: { requestUrl: "https://flows.example/other?sig=emulator", token: "emulator-other" },
    },
    wire: {
      name: { field: "name", value: "Changed elsewhere" },
      description: { field: "description", value: "Changed elsewhere" },
      enabled: { field: "isEnabled", value: true },
      event: { field: "event", value: 3 },
      objects: element("routeObjectDTOList", () => true, { objectTypeId: 1 }),
      fields: element("routeFieldDTOList", () => true, { field: "elsewhere" }),
      filters: element("routeFilterDTOList", () => true, { operator: "Not Present" }),
      approvers: element("routeApproverDTOList", () => true, { approver: "7ea556f0-b5fc-46f9-96d0-7212c2cd831d" }),
      emailApproval: { field: "enableEmailApproval", value: false },
      approverAcceleration: { field: "disableApproverAcceleration", value: false },
      portalUrl: { field: "portalUrl", value: "https://elsewhere.example" },
      powerAutomate: { field: "msFlowRequestUrl", value: "https://flows.example/elsewhere" },
    },
    notImported: ["powerAutomate"],
    locate: inStore("workflowRoutes"),
  },
  {
    type: "groupid:PowerAutomateSettings",
    undeletable: "powerAutomate",
    objects: 0,
    inputs: {
      identityStoreId: "2",
      userId: "69d41d70-9b80-492d-aee8-56458db65582",
      serviceUrl: "https://groupid.example/GroupIDDataService",
      tenantId: "60a911a6-e22c-44f1-90f2-fa8d846eb070",
      organizationCode: "Netwrix-US",
      region: "US",
      authenticated: false,
    },
    changed: {
      identityStoreId: "3",
      userId: "e4fbe0f3-8b8d-4cd0-8c4f-07c6f12a4743",
      serviceUrl: "https://other.example/GroupIDDataService",
      tenantId: "376cf368-8fdb-4a6e-8cbc-c2f679815f55",
      organizationCode: "Netwrix-EU",
      region: "EU",
      authenticated: true,
    },
    wire: {
      userId: { field: "msFlowUserID", value: "elsewhere" },
      serviceUrl: { field: "groupIDServiceUrl", value: "https://elsewhere.example" },
      tenantId: { field: "tenantID", value: "elsewhere" },
      organizationCode: { field: "organizationalCode", value: "elsewhere" },
      region: { field: "region", value: "elsewhere" },
      authenticated: { field: "isAuthenticated", value: true },
    },
    locate: at("powerAutomate"),
  },
  {
    type: "groupid:WorkflowDecision",
    prepare({ groupid }) {
      groupid.behave({ decidedRequest: "decide" });
      // New ones: a deletion of old requests in the same run may come before a decision.
      const set = { createdOn: new Date().toISOString().slice(0, -1) };
      for (const store of ["2", "3"]) {
        for (const id of ["1", "2"]) {
          groupid.change({ system: "groupid", scope: `workflowRequests/${store}`, id, set });
        }
      }
    },
    inputs: {
      identityStoreId: "2",
      workflowRequestId: "1",
      decision: "deny",
      comment: "Not before May",
      triggers: ["1"],
    },
    changed: {
      identityStoreId: "3",
      workflowRequestId: "2",
      decision: "approve",
      comment: "Never",
      triggers: ["2"],
    },
    along: { decision: { comment: undefined } },
    another: () => ({}),
    wire: {},
    endpoint: "groupid.workflows.deny",
    otherEndpoints: ["groupid.workflows.approve"],
    locate: at(""),
  },
  {
    type: "groupid:WorkflowRequestDeletion",
    inputs: { identityStoreId: "2", requests: { status: "approved", olderThanDays: 60 }, triggers: ["1"] },
    changed: { identityStoreId: "3", requests: { ids: ["7"] }, triggers: ["2"] },
    another: () => ({}),
    wire: {},
    endpoint: "groupid.workflows.deleteByStatus",
    otherEndpoints: ["groupid.workflows.deleteRequest"],
    locate: at(""),
  },
];
