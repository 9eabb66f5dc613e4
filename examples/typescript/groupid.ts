// Written from examples/yaml by `npm run generate`. Do not edit.
import * as pulumi from "@pulumi/pulumi";
import { groupid } from "pulumi-groupware";

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

new groupid.PowerAutomateSettings("flows", {
  userId: "69d41d70-9b80-492d-aee8-56458db65582",
  serviceUrl: "https://groupid.example.com/GroupIDDataService",
  tenantId: "60a911a6-e22c-44f1-90f2-fa8d846eb070",
  organizationCode: "Example-US",
  region: "US",
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
