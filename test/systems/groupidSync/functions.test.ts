import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { Properties } from "../../../provider/resource/errors.ts";
import { dataSource } from "../../../provider/systems/groupid/dataSource.ts";
import { powerAutomateSettings } from "../../../provider/systems/groupid/powerAutomateSettings.ts";
import { syncJob } from "../../../provider/systems/groupid/syncJob.ts";
import { syncJobCollection } from "../../../provider/systems/groupid/syncJobCollection.ts";
import { workflowRoute } from "../../../provider/systems/groupid/workflowRoute.ts";
import { checked, functionsOf, livesOf, operation } from "../../support/lives.ts";

let emulator: Emulator;
let csvId: string;
let sqlId: string;
let jobId: string;
let jobCollectionId: string;
let workflowRouteId: string;
let workflowRequestId: string;

const call = (name: string, args: Properties = {}) => functionsOf(emulator).run(`groupid:${name}`, args);

async function made(resource: typeof dataSource, inputs: Properties): Promise<string> {
  const lives = livesOf(resource, emulator);
  return (await lives.create(checked(lives, inputs), operation)).id;
}

const csv = { type: "text", fileServer: "local", filePath: "C:\\HR.csv", delimiter: "," };
const mappings = [{ to: "cn", from: "Name", key: true, createOnly: false }];

beforeAll(async () => {
  emulator = await startEmulator();
  csvId = await made(dataSource, { name: "HR", settings: { ...csv, password: "emulator-p" } });
  sqlId = await made(dataSource, {
    name: "Payroll",
    settings: { type: "sqlServer", connectionString: "SQL", password: "emulator-p", database: "Payroll" },
  });
  jobId = await made(syncJob, {
    name: "Employees",
    source: { dataSourceId: csvId },
    destination: { identityStoreId: "24", identityStoreName: "ADEnt" },
    objects: [{ type: "user" }],
    mappings,
    sourceQuery: "SELECT 1",
    secretSettings: { "Destination.MessagingProviderPassword": "emulator-p" },
  });
  jobCollectionId = await made(syncJobCollection, { name: "Nightly", jobs: [jobId], schedule: "nightly" });
  const route = {
    name: "Departments",
    description: "Changes",
    event: "edit",
    objects: ["user"],
    fields: ["department"],
  };
  workflowRouteId = (await made(workflowRoute, route)).split("/")[1] ?? "";
  workflowRequestId = emulator.change({
    system: "groupid",
    scope: "workflowRequests/2",
    set: { workflowRouteId: Number(workflowRouteId) },
  });
  await made(powerAutomateSettings, {
    userId: "u",
    serviceUrl: "https://groupid.example",
    tenantId: "t",
    organizationCode: "Example",
    region: "EU",
  });
});

afterAll(async () => {
  await emulator.close();
});

it("reads data sources: one, all, by type, by role, by a text in the name", async () => {
  const hr = { dataSourceId: csvId, name: "HR", type: "text", settings: csv };
  expect(await call("getDataSource", { dataSourceId: csvId })).toMatchObject(hr);
  expect(await call("getDataSource", { type: "text", name: "HR" })).toMatchObject(hr);
  await expect(call("getDataSource", { type: "text", name: "nobody" })).rejects.toThrow("there is no data source");
  await expect(call("getDataSource", { name: "HR" })).rejects.toThrow("needs dataSourceId, or type and name");
  const names = async (args: Properties) =>
    ((await call("getDataSources", args)).dataSources as { name: string }[]).map(({ name }) => name);
  expect(await names({})).toEqual(["HR", "Payroll"]);
  expect(await names({ type: "sqlServer" })).toEqual(["Payroll"]);
  expect(await names({ forSource: true })).toEqual(["HR", "Payroll"]);
  expect(await names({ type: "text", nameContains: "h" })).toEqual(["HR"]);
  expect(await names({ type: "text", nameContains: "x", pageSize: 5, pageIndex: 1 })).toEqual([]);
  await expect(call("getDataSources", { nameContains: "x" })).rejects.toThrow("need type");
  expect(JSON.stringify(await call("getDataSources"))).not.toContain("emulator-p");
});

it("tells what data sources can be, hold and reach", async () => {
  const forms = async (args: Properties) =>
    (await call("getDataSourceMetadata", args)).forms as {
      type: string;
      settings: { name: string; required: boolean }[];
    }[];
  expect((await forms({})).map(({ type }) => type)).toEqual(["excel", "access", "sqlServer", "text", "oracle", "odbc"]);
  const [text] = await forms({ type: "text" });
  expect(text).toMatchObject({ name: "Text/CSV", fileServer: "local" });
  expect(text?.settings.find(({ name }) => name === "Delimiter")?.required).toBe(true);
  expect((await forms({ fileServer: "oneDrive" }))[0]?.settings.map(({ name }) => name)).toContain(
    "ServiceAccounUserName",
  );
  expect(await call("getDataSourceFiles", { type: "excel", serviceAccount: "a@example.com" })).toEqual({
    files: ["User5.xls"],
  });
  expect(await call("getDataSourceParameters", { dataSourceId: sqlId })).toMatchObject({
    parameters: [{ name: "Payroll", providerName: "MSSQL", selectedTable: "[dbo].[Employee]" }],
  });
  expect(await call("getDataSourceProviderOptions", { dataSourceId: csvId })).toEqual({
    providerName: "Text/CSV",
    isDirectory: false,
    isTable: true,
    capabilities: { Source: ["Active Directory", "Text/CSV"] },
    creatableObjects: [{ name: "Object", displayName: "Object" }],
  });
  const connectionString = "Data Source='MSSQL';Initial Catalog=ExternalDB;Password='emulator-p';User ID='sa';";
  expect(await call("parseConnectionString", { connectionString })).toEqual({
    server: "MSSQL",
    database: "ExternalDB",
    password: "emulator-p",
    username: "sa",
    windowsAuthentication: true,
  });
  const body = { status: 5, message: "No connection string" };
  const match = { endpoint: "groupid.dataSources.parseConnectionString" };
  emulator.faults.add({ kind: "status", status: 200, body, match });
  await expect(call("parseConnectionString", { connectionString })).rejects.toThrow(
    "GroupID says: No connection string",
  );
  expect(await call("checkDataSource", { settings: csv })).toEqual({
    isReachable: true,
    message: "Connection Succeeded",
  });
  expect(await call("checkDataSource", { settings: { ...csv, filePath: "\\\\unreachable\\a.csv" } })).toEqual({
    isReachable: false,
    message: "The server or the file cannot be reached.",
  });
});

it("reads jobs and collections: names, summaries, and whole", async () => {
  expect(await call("getSyncJob", { jobId })).toMatchObject({
    name: "Employees",
    source: { dataSourceId: csvId },
    destination: { identityStoreId: "24", provider: "Active Directory" },
    mappings,
    sourceQuery: "SELECT 1",
    sourceName: "HR",
    lastOutcome: "None",
    timesRun: 0,
  });
  expect(JSON.stringify(await call("getSyncJob", { jobId }))).not.toContain("emulator-p");
  expect(JSON.stringify(await call("getSyncJobCollection", { jobCollectionId }))).not.toContain("emulator-p");
  await expect(call("getSyncJob", { jobId: "99" })).rejects.toThrow("there is no sync job 99");
  expect(await call("getSyncJobs")).toMatchObject({ total: 1, jobs: [{ jobId, name: "Employees", enabled: true }] });
  expect(await call("getSyncJobs", { name: "nobody" })).toEqual({ total: 0, jobs: [] });
  expect((await call("getSyncJobNames")).names).toEqual(
    expect.arrayContaining([
      { name: "Move Objects in Active Directory", isTemplate: true },
      { name: "Employees", isTemplate: false },
    ]),
  );
  expect(await call("getSyncJobCollection", { jobCollectionId })).toMatchObject({
    name: "Nightly",
    schedule: "nightly",
    totalJobs: 1,
    jobs: [{ name: "Employees", mappings }],
  });
  expect(await call("getSyncJobCollections")).toMatchObject({
    total: 1,
    collections: [{ jobCollectionId, totalJobs: 1 }],
  });
  expect(await call("getSyncJobCollections", { name: "Nightly", pageSize: 1 })).toMatchObject({ total: 1 });
  expect(await call("getSyncJobCollectionJobs", { jobCollectionId })).toMatchObject({
    total: 1,
    jobs: [{ name: "Employees", runOrder: 1 }],
  });
});

it("reads routes and requests", async () => {
  const departments = { workflowRouteId, name: "Departments", system: false, event: "edit", fields: ["department"] };
  expect(await call("getWorkflowRoute", { workflowRouteId })).toMatchObject(departments);
  const { routes } = (await call("getWorkflowRoutes")) as { routes: Properties[] };
  expect(routes).toHaveLength(9);
  expect(routes.at(-1)).toMatchObject(departments);
  const defaults = (await call("getDefaultWorkflowRoutes")) as { routes: Properties[] };
  expect(defaults.routes.map(({ event }) => event)).toEqual([
    "resetPassword",
    "changeExpirationPolicy",
    "nestGroup",
    "joinGroup",
    "leaveGroup",
    "transferUser",
    "terminateUser",
    "edit",
  ]);
  const request = {
    workflowRequestId,
    status: "pending",
    routeName: "Departments",
    event: "edit",
    approvers: [{ id: "80ffbf0d-142c-4822-b843-1840bf50c05a", name: "Jonathan Blackwell", isDefault: false }],
    changes: [{ field: "department", value: "QA_test", oldValue: "QA" }],
  };
  expect(await call("getWorkflowRequests", { workflowRequestIds: [workflowRequestId, "99"] })).toMatchObject({
    requests: [request],
  });
  expect(await call("getMyWorkflowRequests")).toMatchObject({ requests: [request] });
  expect(await call("getPendingWorkflowRequests", { routeDescription: "Chang" })).toMatchObject({
    total: 1,
    requests: [request],
  });
  expect(await call("getPendingWorkflowRequests", { routeDescription: "nothing" })).toEqual({ total: 0, requests: [] });
  expect(await call("getWorkflowApprovers", { workflowRequestId })).toEqual({ total: 1, approvers: request.approvers });
  expect(await call("getPowerAutomateSettings")).toMatchObject({ identityStoreId: "2", region: "EU" });
});
