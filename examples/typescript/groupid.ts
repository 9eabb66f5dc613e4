// Written from examples/yaml by `npm run generate`. Do not edit.
import * as pulumi from "@pulumi/pulumi";
import { groupid } from "pulumi-groupware";

const supplier = new groupid.Contact("supplier", {
  container: "OU=Contacts,DC=demo,DC=local",
  name: "Example Supplies",
  mail: "orders@example.com",
  company: "Example Supplies",
  attributes: {
    wWWHomePage: "https://example.com",
  },
});

const employeesFile = new groupid.DataSource("employees-file", {
  name: "Employees",
  settings: {
    type: "text",
    filePath: "D:\\HR\\Employees.csv",
    delimiter: ",",
  },
});

const payroll = new groupid.DataSource("payroll", {
  name: "Payroll",
  settings: {
    type: "sqlServer",
    connectionString: pulumi.secret("sql.example.com\\PAYROLL"),
    username: "reader",
    password: pulumi.secret("not-a-real-password"),
    database: "Payroll",
  },
});

const supervisor = new groupid.User("supervisor", {
  container: "OU=People,DC=demo,DC=local",
  name: "Bob Jones",
  samAccountName: "bjones",
});

const memberships = groupid.getUserGroupsOutput({
  user: supervisor.objectId,
  list: "memberships",
  allPages: true,
});

new groupid.Group("supervised", {
  container: "OU=Groups,DC=demo,DC=local",
  name: "Supervised",
  description: pulumi.interpolate`Supervised by a member of ${memberships.total} other groups`,
});

const ann = new groupid.User("ann", {
  container: "OU=People,DC=demo,DC=local",
  name: "Ann Smith",
  samAccountName: "asmith",
  userPrincipalName: "asmith@demo.local",
  firstName: "Ann",
  lastName: "Smith",
  mail: "asmith@demo.local",
  department: "Engineering",
  password: pulumi.secret("Change-me-1"),
});

const engineering = new groupid.Group("engineering", {
  container: "OU=Groups,DC=demo,DC=local",
  name: "Engineering",
  description: "Everybody in engineering",
  groupScope: "Universal Group",
  groupType: -2147483640,
  securityType: "Semi_Private",
  expirationPolicy: 180,
  owner: ann.objectId,
  members: [ann.objectId, supplier.objectId],
});

const launchParty = new groupid.Group("launch-party", {
  container: "OU=Groups,DC=demo,DC=local",
  name: "Launch Party",
});

new groupid.GroupExpiration("launch-party-end", {
  groupIds: [launchParty.objectId],
});

const newcomers = new groupid.Group("newcomers", {
  container: "OU=Groups,DC=demo,DC=local",
  name: "Newcomers",
});

new groupid.GroupMembership("ann-among-newcomers", {
  groupId: newcomers.objectId,
  members: [ann.objectId],
  onBehalf: true,
  reason: "First week",
});

const allEngineers = new groupid.SmartGroup("all-engineers", {
  container: "OU=Groups,DC=demo,DC=local",
  name: "All Engineers",
  groupType: 8,
  securityType: "Private",
  owner: ann.objectId,
  query: "(department Contains \"engineering\")",
  objectTypes: [6],
  searchContainers: [
    {
      container: "OU=People,DC=demo,DC=local",
    },
  ],
});

new groupid.GroupRenewal("yearly-renewal", {
  groupIds: [engineering.objectId, allEngineers.objectId],
  triggers: ["2026"],
});

new groupid.PowerAutomateSettings("flows", {
  userId: "69d41d70-9b80-492d-aee8-56458db65582",
  serviceUrl: "https://groupid.example.com/GroupIDDataService",
  tenantId: "60a911a6-e22c-44f1-90f2-fa8d846eb070",
  organizationCode: "Example-US",
  region: "US",
});

new groupid.SmartGroupUpdate("engineers-now", {
  groupIds: [allEngineers.objectId],
  triggers: ["2026-01"],
});

const employeesToUsers = new groupid.SyncJob("employees-to-users", {
  name: "Employees to users",
  source: {
    dataSourceId: employeesFile.dataSourceId,
    table: "Employees",
  },
  destination: {
    identityStoreId: "2",
    identityStoreName: "Demo",
    container: "OU=People,DC=example,DC=com",
  },
  objects: [
    {
      type: "user",
    },
  ],
  mappings: [
    {
      to: "sAMAccountName",
      from: "Account",
      key: true,
    },
    {
      to: "cn",
      transform: {
        join: {
          fields: ["First", "Last"],
          separator: " ",
        },
      },
      createOnly: true,
    },
    {
      to: "givenName",
      from: "First",
    },
    {
      to: "company",
      transform: {
        static: "Example",
      },
    },
  ],
  onFailure: "continue",
});

const payrollToUsers = new groupid.SyncJob("payroll-to-users", {
  name: "Payroll to users",
  source: {
    dataSourceId: payroll.dataSourceId,
    table: "dbo.Employees",
  },
  destination: {
    identityStoreId: "2",
    identityStoreName: "Demo",
  },
  objects: [
    {
      type: "user",
      create: false,
    },
  ],
  mappings: [
    {
      to: "employeeID",
      from: "Id",
      key: true,
    },
    {
      to: "department",
      from: "Department",
    },
  ],
});

new groupid.SyncJobCollection("nightly", {
  name: "Nightly",
  jobs: [employeesToUsers.jobId, payrollToUsers.jobId],
  schedule: "nightly",
  notifications: {
    recipients: ["it@example.com"],
    when: "errors",
  },
});

new groupid.WorkflowDecision("not-yet", {
  workflowRequestId: "2",
  decision: "deny",
  comment: "Not before May",
});

new groupid.WorkflowRequestDeletion("old-requests", {
  requests: {
    status: "approved",
    olderThanDays: 60,
  },
  triggers: ["2026-Q4"],
});

new groupid.WorkflowRoute("departments", {
  name: "Departments",
  description: "A department changes",
  event: "edit",
  objects: ["user"],
  fields: ["department"],
  filters: [
    {
      field: "department",
      operator: "present",
    },
  ],
  approvers: [
    {
      role: "managerAndAdditionalManager",
    },
  ],
  emailApproval: true,
  portalUrl: "https://groupid.example.com:4443/GroupIDPortal",
});
