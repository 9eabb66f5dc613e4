import * as pulumi from "@pulumi/pulumi";
import { groupid } from "pulumi-groupware";

const config = new pulumi.Config();

// The directory that GroupID manages: the ID and the name of its identity store.
const directory = {
  identityStoreId: config.get("identityStoreId") ?? "2",
  identityStoreName: config.get("identityStoreName") ?? "Demo",
  container: "OU=People,DC=demo,DC=local",
  includeSubContainers: true,
};

// What the personnel department writes every evening, on a share.
const employees = new groupid.DataSource("employees", {
  name: "Employees",
  settings: {
    type: "text",
    filePath: "\\\\files\\hr\\Employees.csv",
    delimiter: ";",
    host: "files",
    username: "svc-groupid",
    password: config.getSecret("sharePassword") ?? pulumi.secret("set me: pulumi config set --secret sharePassword"),
  },
});

// Who is new becomes a user; who is there already gets the new values, and keeps the account name.
const users = new groupid.SyncJob("users", {
  name: "Employees to users",
  description: "Made by Pulumi",
  source: { dataSourceId: employees.dataSourceId, table: "Employees" },
  destination: directory,
  objects: [{ type: "user", create: true }],
  mappings: [
    { to: "sAMAccountName", from: "Account", key: true, createOnly: true },
    { to: "cn", transform: { join: { fields: ["First", "Last"], separator: " " } }, createOnly: true },
    { to: "givenName", from: "First" },
    { to: "sn", from: "Last" },
    { to: "department", from: "Department" },
    { to: "company", transform: { static: "Example" } },
    { to: "mail", transform: { script: 'DTM.Result = DTM.Source("Account") & "@example.com"' } },
  ],
  onFailure: "abort",
});

// Nobody is made here: who is missing was not among the employees.
const managers = new groupid.SyncJob("managers", {
  name: "Managers of employees",
  source: { dataSourceId: employees.dataSourceId, table: "Employees" },
  destination: directory,
  objects: [{ type: "user", create: false }],
  mappings: [
    { to: "sAMAccountName", from: "Account", key: true },
    { to: "manager", from: "ManagerAccount" },
  ],
  onFailure: "continue",
});

// First the people, then who manages them.
const nightly = new groupid.SyncJobCollection("nightly", {
  name: "Nightly",
  jobs: [users.jobId, managers.jobId],
  schedule: config.get("schedule") ?? "nightly",
  notifications: { recipients: ["it@example.com"], when: "errors" },
});

// Who changes a department by hand needs the manager's approval.
const departments = new groupid.WorkflowRoute("departments", {
  name: "Departments",
  description: "A department changes",
  event: "edit",
  objects: ["user"],
  fields: ["department"],
  filters: [{ field: "department", operator: "present" }],
  approvers: [{ role: "managerAndAdditionalManager" }],
  emailApproval: true,
});

export const jobs = [users.jobId, managers.jobId];
export const collection = nightly.jobCollectionId;
export const route = departments.workflowRouteId;
/** What GroupID shows of the jobs in the collection. */
export const runs = groupid
  .getSyncJobCollectionOutput({ jobCollectionId: nightly.jobCollectionId })
  .apply(({ jobs: held }) => held.map(({ name, sourceName }) => `${sourceName}: ${name}`));
