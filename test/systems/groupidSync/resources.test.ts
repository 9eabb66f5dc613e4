import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { Properties } from "../../../provider/resource/errors.ts";
import type { ResourceState } from "../../../provider/resource/lifecycle.ts";
import { dataSource } from "../../../provider/systems/groupid/dataSource.ts";
import { powerAutomateSettings } from "../../../provider/systems/groupid/powerAutomateSettings.ts";
import { syncJob } from "../../../provider/systems/groupid/syncJob.ts";
import { syncJobCollection } from "../../../provider/systems/groupid/syncJobCollection.ts";
import { workflowDecision } from "../../../provider/systems/groupid/workflowDecision.ts";
import { workflowRequestDeletion } from "../../../provider/systems/groupid/workflowRequestDeletion.ts";
import { workflowRoute } from "../../../provider/systems/groupid/workflowRoute.ts";
import { checked, livesOf, operation } from "../../support/lives.ts";

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(async () => {
  await emulator.close();
});

async function made(resource: typeof dataSource, inputs: Properties): Promise<ResourceState> {
  const lives = livesOf(resource, emulator);
  return lives.create(checked(lives, inputs), operation);
}

const failuresOf = (resource: typeof dataSource, inputs: Properties) =>
  livesOf(resource, emulator)
    .check({}, inputs)
    .failures.map(({ property, reason }) => `${property}: ${reason}`);

const csv = (name: string) => ({ name, settings: { type: "text", filePath: `C:\\${name}.csv`, delimiter: "," } });
const jobInputs = (dataSourceId: unknown, name = "Employees") => ({
  name,
  source: { dataSourceId, table: "Employees" },
  destination: { identityStoreId: "24", identityStoreName: "ADEnt", container: "OU=API,DC=groupid,DC=lab" },
  objects: [{ type: "user" }],
  mappings: [{ to: "sAMAccountName", from: "Account", key: true }],
});

/** The objects of the emulator in a scope, by ID. */
const objects = (scope: string) => emulator.objects().groupid?.[scope] ?? {};

/** The jobs that a collection of the emulator holds. */
const copiesIn = (id: string) =>
  (objects("syncJobCollections")[id]?.jobs ?? []) as { jobInfo: { name: string; jobId: number } }[];

const lists = "groupid.dataSources.getAll";

describe("a data source", () => {
  it("takes the settings of its type, and no others", () => {
    expect(
      failuresOf(dataSource, { name: "a", settings: { type: "excel", filePath: "a.xls", delimiter: "," } }),
    ).toEqual([expect.stringMatching(/^settings\.delimiter: there is no property "delimiter"/)]);
    expect(failuresOf(dataSource, { name: "a", settings: { type: "sqlServer" } })).toEqual([
      expect.stringMatching(/settings\.connectionString: is required and missing/),
    ]);
    expect(
      failuresOf(dataSource, {
        name: "a",
        settings: { type: "text", fileName: "a.csv", filePath: "b", delimiter: "," },
      }),
    ).toEqual([
      "settings.filePath: is no setting of a file on OneDrive (text)",
      "settings.serviceAccount: is required for a file on OneDrive and missing",
      "settings.applicationId: is required for a file on OneDrive and missing",
      "settings.tenantId: is required for a file on OneDrive and missing",
    ]);
    const windows = { type: "sqlServer", connectionString: "x", windowsAuthentication: true, username: "u" };
    expect(failuresOf(dataSource, { name: "a", settings: windows })).toEqual([
      "settings.username: is of no use with windowsAuthentication",
    ]);
  });

  it.each([
    {
      settings: { type: "access", filePath: "a.accdb", filePassword: "emulator-p" },
      wire: { FilePassword: "emulator-p" },
    },
    {
      settings: { type: "excel", fileName: "a.xls", serviceAccount: "s", applicationId: "a", tenantId: "t" },
      wire: { FileServer: "OneDrive", ServiceAccounUserName: "s" },
    },
    { settings: { type: "odbc", dsn: "Excel", dsnType: "user" }, wire: { Server: "Excel", DsnType: "UserDsn" } },
    {
      settings: { type: "oracle", connectionString: "orca", port: 1521 },
      wire: { ConnectionString: "orca", PortNumber: "1521" },
    },
    {
      settings: { type: "sqlServer", connectionString: "sql", windowsAuthentication: true },
      wire: { WindowsAuthentication: "true" },
    },
  ])("of the type $settings.type has the wire's keys, and reads back as written", async ({ settings, wire }) => {
    const { id, properties, inputs } = await made(dataSource, { name: "a", settings });
    expect(objects("dataSources")[id]?.configurationValues).toMatchObject(wire);
    const read = await livesOf(dataSource, emulator).read(id, properties, operation);
    expect(read?.inputs).toEqual(inputs);
  });

  it("keeps the settings that nobody wrote when it is changed", async () => {
    const { id, properties } = await made(dataSource, csv("a"));
    emulator.change({
      system: "groupid",
      scope: "dataSources",
      id,
      set: { "configurationValues.UserName": "by hand" },
    });
    const lives = livesOf(dataSource, emulator);
    await lives.update(id, properties, { ...csv("a"), name: "b" }, operation);
    expect(objects("dataSources")[id]).toMatchObject({ name: "b", configurationValues: { UserName: "by hand" } });
  });

  it("that moves to OneDrive leaves its old place behind, also where the keys are spelled in another way", async () => {
    const { id, properties } = await made(dataSource, {
      name: "a",
      settings: { type: "text", filePath: "C:\\a.csv", delimiter: ",", host: "files", username: "reader" },
    });
    const shown = (objects("dataSources")[id] ?? {}) as { configurationValues: Record<string, string> };
    const spelled = Object.entries(shown.configurationValues).map(([key, value]) => [key.toUpperCase(), value]);
    const data = { ...shown, configurationValues: Object.fromEntries(spelled) };
    const body = { status: 0, data };
    emulator.faults.add({ kind: "status", status: 200, body, match: { endpoint: "groupid.dataSources.get" } });
    const news = {
      name: "a",
      settings: {
        type: "text",
        fileName: "a.csv",
        delimiter: ",",
        serviceAccount: "s",
        applicationId: "a",
        tenantId: "t",
      },
    };
    await livesOf(dataSource, emulator).update(id, properties, news, operation);
    expect(objects("dataSources")[id]?.configurationValues).toMatchObject({
      FileServer: "OneDrive",
      FileName: "a.csv",
      Delimiter: ",",
      File: "",
      Server: "",
      UserName: "",
    });
    expect((await livesOf(dataSource, emulator).read(id, news, operation))?.inputs).toEqual(news);
  });

  it("of another type under the same name is not taken over", async () => {
    await made(dataSource, { name: "a", settings: { type: "excel", filePath: "C:\\a.xls" } });
    const lives = livesOf(dataSource, emulator, { adopt: true });
    await expect(lives.create(checked(lives, csv("a")), operation)).rejects.toThrow(
      "cannot be taken over: settings of it differs",
    );
    expect(emulator.requests.count({ method: "PUT" })).toBe(0);
  });

  it("that is deleted leaves its name to the next one, in the same run", async () => {
    const lives = livesOf(dataSource, emulator);
    const { id, properties } = await lives.create(checked(lives, csv("a")), operation);
    await lives.read(id, properties, operation);
    await lives.delete(id, properties, operation);
    expect((await lives.create(checked(lives, csv("a")), operation)).id).not.toBe(id);
  });

  it("that GroupID shows only after a while is waited for", async () => {
    emulator.faults.add({ kind: "status", status: 200, body: [], skip: 1, match: { endpoint: lists } });
    emulator.faults.add({ kind: "status", status: 200, body: null, match: { endpoint: "groupid.dataSources.get" } });
    expect((await made(dataSource, csv("a"))).properties).toMatchObject({ providerName: "Text/CSV" });
    expect(Object.keys(objects("dataSources"))).toHaveLength(1);
  });

  it("that cannot be read after it was made stays in state", async () => {
    emulator.faults.add({ kind: "status", status: 403, skip: 1, times: 0, match: { endpoint: lists } });
    const creation = made(dataSource, csv("a"));
    await expect(creation).rejects.toMatchObject({ id: "1", properties: { dataSourceId: "1", name: "a" } });
    await expect(creation).rejects.toThrow(/GroupID made the data source, but reading it failed: .*403/);
  });

  it("that jobs use is not deleted, unless that is allowed; the message has their names", async () => {
    const source = await made(dataSource, csv("a"));
    const job = await made(syncJob, jobInputs(source.id));
    await made(syncJobCollection, { name: "Nightly", jobs: [job.id] });
    const deletion = livesOf(dataSource, emulator).delete(source.id, source.properties, operation);
    await expect(deletion).rejects.toThrow(
      /sync jobs still use the data source.*"Employees", "Employees" of the collection "Nightly".*allowDeleteInUse/,
    );
    expect(objects("dataSources")[source.id]).toBeDefined();
    const allowed = { ...source.properties, allowDeleteInUse: true };
    await livesOf(dataSource, emulator).delete(source.id, allowed, operation);
    expect(objects("dataSources")).toEqual({});
  });

  it("is replaced when its type changes, which no call can do", async () => {
    const { id, properties } = await made(dataSource, csv("a"));
    const excel = { name: "a", settings: { type: "excel", filePath: "C:\\a.xls" } };
    expect(await livesOf(dataSource, emulator).diff(id, properties, excel, operation)).toMatchObject({
      replaces: ["settings"],
      deleteBeforeReplace: true,
    });
  });

  it.each(["status", "404", "null", "data"])(
    "that is gone is gone, whichever way GroupID says so: %s",
    async (missing) => {
      emulator.groupid.behave({ missing: missing as "status" });
      const source = await made(dataSource, csv("a"));
      const job = await made(syncJob, jobInputs(source.id));
      const collection = await made(syncJobCollection, { name: "Nightly", jobs: [job.id] });
      const route = await made(workflowRoute, routeInputs("a"));
      for (const [resource, scope, { id, properties }] of [
        [syncJobCollection, "syncJobCollections", collection],
        [syncJob, "syncJobs", job],
        [dataSource, "dataSources", source],
        [workflowRoute, "workflowRoutes/2", route],
      ] as const) {
        emulator.change({ system: "groupid", scope, id: id.split("/").at(-1) ?? "", remove: true });
        expect(await livesOf(resource, emulator).read(id, properties, operation), resource.type).toBeUndefined();
        await livesOf(resource, emulator).delete(id, properties, operation);
      }
    },
  );
});

describe("a sync job", () => {
  it("says what is wrong between its properties", () => {
    const wrong = {
      ...jobInputs("1"),
      source: { dataSourceId: "1", container: "OU=x" },
      destination: { table: "x" },
      mappings: [
        { to: "a" },
        { to: "b", transform: { static: "1", script: "2" } },
        { to: "c", transform: { text: "Static:value=8" } },
        { to: "d", from: "D", objectType: "user" },
      ],
      settings: { "Source.Table": "x" },
    };
    expect(failuresOf(syncJob, wrong)).toEqual([
      "source.container: is for an identity store, and this is a data source",
      "destination: needs either dataSourceId or identityStoreId",
      // A mapping may hold a password, so the failure names no property whose value would be printed.
      ": mappings: need one with `key: true`: it tells which object is meant",
      "mappings[0]: needs `from` or `transform`",
      "mappings[1].transform: must be one of join, static, script, password, text",
      "mappings[2].transform.text: has a form of its own: write it as `static`",
      "mappings[3].objectType: must be left out: the job has one type of objects",
      'settings["Source.Table"]: has a form of its own: `source`',
    ]);
  });

  it("goes out as the document's sample has it", async () => {
    const source = await made(dataSource, { name: "ExcelOne", settings: { type: "excel", filePath: "C:\\User5.xls" } });
    const { id } = await made(syncJob, {
      ...jobInputs(source.id, "DataSyncJob"),
      source: { dataSourceId: source.id, table: "TTSheet1" },
      mappings: [
        { to: "cn", transform: { join: { fields: ["First", "Last"], separator: "_api_" } }, createOnly: true },
        { to: "sAMAccountName", key: true, from: "First" },
        { to: "password", transform: { password: { value: "emulator-p1" } }, createOnly: true },
      ],
      owner: { id: "b9989fd7-bdbf-41cb-9aa4-eca35a329682", name: "Administrator" },
    });
    expect(objects("syncJobs")[id]).toMatchObject({
      jobInfo: {
        name: "DataSyncJob",
        type: 1,
        sourceProvider: "ExcelOne",
        destinationProvider: "ADEnt",
        onFailure: "Abort",
      },
      fieldsMap: [
        {
          destinationField: "cn",
          transform: "Join:field=First;separator=_api_;field=Last",
          forCreateOnly: true,
          isKey: false,
        },
        { destinationField: "sAMAccountName", sourceField: "First", isKey: true },
        {
          destinationField: "password",
          transform: "Static:value=emulator-p1",
          options:
            '{"passwordLength":7,"includeUppercaseAlphabets":true,"includeLowercaseAlphabets":true,"includeDigits":true,"includeSpecialSymbols":false,"specialSymbols":"%^&*(","excludeSimilarSymbols":false,"managerNotification":false,"passwordType":0}',
        },
      ],
      objectsOption: [
        { objectType: 1, displayName: "User", isCreate: true, containerOptionValue: "OU=API,DC=groupid,DC=lab" },
      ],
      syncQuery: [
        { query: "SELECT * FROM [TTSheet1]", queryType: "SQL", isSource: true, updateAll: true },
        { query: 'objectClass is exactly "user"', queryType: "GroupID", isSource: false, updateAll: false },
      ],
    });
    const settings = (objects("syncJobs")[id]?.settings ?? []) as { key: string; value: string }[];
    expect(settings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: "Source.Type", value: source.id, dataType: "System.Int32" }),
        expect.objectContaining({ key: "Source.ProviderName", value: "Microsoft Excel" }),
        expect.objectContaining({ key: "Source.ProviderType", value: "2" }),
        expect.objectContaining({ key: "JobOwners", value: "Administrator#b9989fd7-bdbf-41cb-9aa4-eca35a329682" }),
        expect.objectContaining({ key: "Destination.ProviderType", value: "1" }),
        expect.objectContaining({ key: "Destination.IsDirectoryProvider", value: "True" }),
      ]),
    );
  });

  it("has runs that are no drift", async () => {
    const source = await made(dataSource, csv("a"));
    const { id, inputs, properties } = await made(syncJob, jobInputs(source.id));
    const set = {
      "jobInfo.timesRun": 3,
      "jobInfo.lastOutCome": "Succeeded",
      "jobInfo.lastRun": "2026-01-01T00:00:00Z",
    };
    emulator.change({ system: "groupid", scope: "syncJobs", id, set });
    const lives = livesOf(syncJob, emulator);
    const read = await lives.read(id, properties, operation);
    expect(read?.inputs).toEqual(inputs);
    expect(read?.properties).toMatchObject({ timesRun: 3, lastOutcome: "Succeeded" });
    expect((await lives.diff(id, read?.properties ?? {}, inputs, operation)).differences).toEqual([]);
  });

  it("of a data source that there is not is refused before anything is sent", async () => {
    await expect(made(syncJob, jobInputs("99"))).rejects.toThrow(
      'groupid:SyncJob (name "Employees"): source.dataSourceId: there is no data source 99.',
    );
    expect(emulator.requests.count({ method: "POST", endpoint: "groupid.jobs.create" })).toBe(0);
  });

  it("tells in a preview that it will be replaced", async () => {
    const source = await made(dataSource, csv("a"));
    const { id, properties, inputs } = await made(syncJob, jobInputs(source.id));
    const diff = await livesOf(syncJob, emulator).diff(id, properties, { ...inputs, enabled: false }, operation);
    expect(diff).toMatchObject({ replaces: ["enabled"], deleteBeforeReplace: true });
    expect(diff.warnings).toEqual([expect.stringContaining("deleted and made anew")]);
  });
});

it("a job is found behind pages of what is no job of its own: no second one is made", async () => {
  const source = await made(dataSource, csv("a"));
  const [first, second] = await Promise.all(["1", "2"].map((name) => made(syncJob, jobInputs(source.id, name))));
  await made(syncJobCollection, { name: "Nightly", jobs: [first?.id, second?.id] });
  emulator.groupid.behave({ listsCopies: true, pageSize: 2 });
  await expect(made(syncJob, jobInputs(source.id, "2"))).rejects.toThrow(`exists already, with the ID ${second?.id}`);
});

it("a list that fails with a status is no list without jobs", async () => {
  const source = await made(dataSource, csv("a"));
  const job = await made(syncJob, jobInputs(source.id));
  const refused = { kind: "status", status: 200, times: 0 } as const;
  const body = { count: 0, data: [], status: 5, message: "Access is denied." };
  emulator.faults.add({ ...refused, body, match: { endpoint: "groupid.jobs.list" } });
  emulator.faults.add({ ...refused, body: { ...body, data: null }, match: { endpoint: "groupid.jobs.get" } });
  const lives = livesOf(syncJob, emulator);
  await expect(lives.read(job.id, job.properties, operation)).rejects.toThrow("GroupID says: Access is denied.");
  await expect(made(syncJob, jobInputs(source.id, "b"))).rejects.toThrow("GroupID says: Access is denied.");
  await expect(livesOf(dataSource, emulator).delete(source.id, source.properties, operation)).rejects.toThrow(
    "GroupID says: Access is denied.",
  );
  expect(Object.keys(objects("dataSources"))).toEqual([source.id]);
});

describe("a collection", () => {
  it("names the job that there is not", async () => {
    await expect(made(syncJobCollection, { name: "Nightly", jobs: ["99"] })).rejects.toThrow(
      "jobs[0]: there is no sync job 99.",
    );
  });

  it("keeps the IDs of its own jobs when they change places, and gives one to a new job", async () => {
    const source = await made(dataSource, csv("a"));
    const [first, second, third] = await Promise.all(
      ["1", "2", "3"].map((name) => made(syncJob, jobInputs(source.id, name))),
    );
    const { id, properties } = await made(syncJobCollection, { name: "Nightly", jobs: [first?.id, second?.id] });
    const own = () => copiesIn(id).map(({ jobInfo }) => [jobInfo.name, jobInfo.jobId] as const);
    const before = new Map(own());
    const news = { name: "Nightly", jobs: [third?.id, second?.id, first?.id] };
    await livesOf(syncJobCollection, emulator).update(id, properties, news, operation);
    expect(own().map(([name]) => name)).toEqual(["3", "2", "1"]);
    const after = new Map(own());
    expect([after.get("1"), after.get("2")]).toEqual([before.get("1"), before.get("2")]);
    const read = await livesOf(syncJobCollection, emulator).read(id, news, operation);
    expect(read?.inputs.jobs).toEqual(news.jobs);
  });

  it("keeps the runs of its jobs, and notifications that nobody wrote, when it is changed", async () => {
    const source = await made(dataSource, csv("a"));
    const job = await made(syncJob, jobInputs(source.id));
    const { id, properties, inputs } = await made(syncJobCollection, { name: "Nightly", jobs: [job.id] });
    const [copy] = copiesIn(id);
    const ran = { timesRun: 3, lastRun: "2026-01-01T00:00:00Z", lastOutCome: "Succeeded", jobGuid: "g" };
    const told = { notificationRecipients: "ann@demo.local", notifyWhen: 1, notificationSendIndividualEmail: true };
    const place = { system: "groupid", scope: "syncJobCollections", id };
    emulator.change({ ...place, set: { ...told, jobs: [{ ...copy, jobInfo: { ...copy?.jobInfo, ...ran } }] } });
    const news = { ...inputs, description: "Every night" };
    await livesOf(syncJobCollection, emulator).update(id, properties, news, operation);
    expect(objects("syncJobCollections")[id]).toMatchObject({ ...told, isNotificationEnabled: false });
    expect(copiesIn(id)[0]?.jobInfo).toMatchObject(ran);
  });

  it("shows a copy that was changed by hand as drift, by its place", async () => {
    const source = await made(dataSource, csv("a"));
    const job = await made(syncJob, jobInputs(source.id));
    const { id, properties, inputs } = await made(syncJobCollection, { name: "Nightly", jobs: [job.id] });
    const [copy] = copiesIn(id);
    const set = { jobs: [{ ...copy, syncQuery: [] }] };
    emulator.change({ system: "groupid", scope: "syncJobCollections", id, set });
    const lives = livesOf(syncJobCollection, emulator);
    const read = await lives.read(id, properties, operation);
    expect((await lives.diff(id, read?.properties ?? {}, inputs, operation)).differences).toEqual([
      { path: "jobs[0]", kind: "update" },
    ]);
    await lives.update(id, read?.properties ?? {}, inputs, operation);
    expect((await livesOf(syncJobCollection, emulator).read(id, properties, operation))?.inputs).toEqual(inputs);
  });
});

const routeInputs = (name: string) => ({
  name,
  event: "edit",
  objects: ["user"],
  fields: ["department"],
  approvers: [{ role: "managerAndAdditionalManager" }],
});

describe("workflow routes", () => {
  it("that are made together go out in one call, each with its own status", async () => {
    const lives = livesOf(workflowRoute, emulator);
    const names = Array.from({ length: 12 }, (_, index) => `route ${index}`);
    emulator.groupid.behave({ existingName: "refuse" });
    emulator.faults.add({ kind: "partial", match: { endpoint: "groupid.workflows.createRoute" } });
    const results = await Promise.allSettled(
      names.map((name) => lives.create(checked(lives, routeInputs(name)), operation)),
    );
    expect(emulator.requests.count({ endpoint: "groupid.workflows.createRoute" })).toBe(1);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", ...names.slice(1).map(() => "rejected")]);
    for (const result of results.slice(1)) {
      expect(String((result as PromiseRejectedResult).reason)).toMatch(
        /name "route \d+"\): GroupID says: Internal error$/,
      );
    }
    const again = await Promise.all(
      names.slice(1).map((name) => lives.create(checked(lives, routeInputs(name)), operation)),
    );
    expect(new Set(again.map(({ id }) => id)).size).toBe(11);
    expect(Object.keys(objects("workflowRoutes/2"))).toHaveLength(12);
    for (const [index, { id }] of again.entries()) {
      expect(objects("workflowRoutes/2")[id.split("/")[1] ?? ""]?.name).toBe(names[index + 1]);
    }
    emulator.requests.clear();
    await Promise.all(again.map(({ id, properties }) => lives.delete(id, properties, operation)));
    expect(emulator.requests.count({ method: "DELETE" })).toBeLessThanOrEqual(2);
    expect(Object.keys(objects("workflowRoutes/2"))).toHaveLength(1);
  });

  it("fare each by themselves where GroupID refuses a call of many as a whole", async () => {
    const lives = livesOf(workflowRoute, emulator);
    const refused = { kind: "status", status: 200, match: { endpoint: "groupid.workflows.createRoute" } } as const;
    emulator.faults.add({ ...refused, body: { status: 5, message: "One is wrong", details: [] } });
    emulator.faults.add({ ...refused, body: { status: 5, message: "This one", details: [] } });
    const results = await Promise.allSettled(
      ["a", "b"].map((name) => lives.create(checked(lives, routeInputs(name)), operation)),
    );
    expect(results.map((result) => (result.status === "rejected" ? String(result.reason) : "made"))).toEqual(
      expect.arrayContaining(["made", expect.stringContaining("GroupID says: This one")]),
    );
    expect(Object.keys(objects("workflowRoutes/2"))).toHaveLength(1);
  });

  it("with several filters on one field give each its own ID", async () => {
    const filters = [
      { field: "department", operator: "present" },
      { field: "department", operator: "notEquals", value: "IT" },
    ];
    const lives = livesOf(workflowRoute, emulator);
    const { id, properties, inputs } = await lives.create(checked(lives, { ...routeInputs("a"), filters }), operation);
    const before = objects("workflowRoutes/2")[id.split("/")[1] ?? ""];
    await lives.update(id, properties, { ...inputs, enabled: false }, operation);
    expect(objects("workflowRoutes/2")[id.split("/")[1] ?? ""]).toEqual({ ...before, isEnabled: false });
  });

  it("are not gone while a call of their own shows them", async () => {
    const { id, properties } = await made(workflowRoute, routeInputs("a"));
    const match = { endpoint: "groupid.workflows.routes" };
    emulator.faults.add({ kind: "status", status: 200, body: [], times: 0, match });
    expect((await livesOf(workflowRoute, emulator).read(id, properties, operation))?.inputs).toMatchObject({
      name: "a",
    });
  });

  it("of events and roles that have no word here are written with GroupID's numbers", async () => {
    const { id, properties, inputs } = await made(workflowRoute, {
      ...routeInputs("a"),
      event: 8,
      approvers: [{ role: "Owner", roleNumber: 2 }],
    });
    expect(objects("workflowRoutes/2")[id.split("/")[1] ?? ""]).toMatchObject({
      event: 8,
      routeApproverDTOList: [{ approver: "Owner", approverType: 2 }],
    });
    const lives = livesOf(workflowRoute, emulator);
    const read = await lives.read(id, properties, operation);
    expect((await lives.diff(id, read?.properties ?? {}, inputs, operation)).differences).toEqual([]);
    const imported = await lives.read(id, {}, operation);
    expect(lives.check({}, imported?.inputs ?? {}).failures).toEqual([]);
  });

  it("have a group as approver, whatever number GroupID has for groups", async () => {
    const objectId = "80ffbf0d-142c-4822-b843-1840bf50c05a";
    const { id, properties, inputs } = await made(workflowRoute, { ...routeInputs("a"), approvers: [{ objectId }] });
    const place = { system: "groupid", scope: "workflowRoutes/2", id: id.split("/")[1] ?? "" };
    const [held] = (objects(place.scope)[place.id]?.routeApproverDTOList ?? []) as Properties[];
    emulator.change({ ...place, set: { routeApproverDTOList: [{ ...held, approverType: 1 }] } });
    const lives = livesOf(workflowRoute, emulator);
    expect((await lives.read(id, properties, operation))?.inputs).toEqual(inputs);
    await lives.update(id, properties, { ...inputs, enabled: false }, operation);
    expect(objects(place.scope)[place.id]?.routeApproverDTOList).toMatchObject([
      { approver: objectId, approverType: 1 },
    ]);
  });

  it("are read by one call, however many", async () => {
    const lives = livesOf(workflowRoute, emulator);
    const states = await Promise.all(
      ["a", "b", "c"].map((name) => lives.create(checked(lives, routeInputs(name)), operation)),
    );
    const fresh = livesOf(workflowRoute, emulator);
    emulator.requests.clear();
    await Promise.all(states.map(({ id, properties }) => fresh.read(id, properties, operation)));
    expect(emulator.requests.count({ method: "GET" })).toBe(1);
  });

  it("keep what nobody wrote when they are changed", async () => {
    const lives = livesOf(workflowRoute, emulator);
    const { id, properties, inputs } = await lives.create(checked(lives, routeInputs("a")), operation);
    const place = { system: "groupid", scope: "workflowRoutes/2", id: id.split("/")[1] ?? "" };
    emulator.change({ ...place, set: { portalUrl: "https://by.hand", msFlowRequestUrl: "https://flow.by.hand" } });
    const before = objects(place.scope)[place.id];
    await livesOf(workflowRoute, emulator).update(id, properties, { ...inputs, enabled: false }, operation);
    expect(objects(place.scope)[place.id]).toEqual({ ...before, isEnabled: false });
  });

  it("of the system can be taken over and changed, and neither deleted nor replaced", async () => {
    const join = {
      name: "Workflow to Join a Group",
      description: "Apply workflow when a user joins a semi-private group.",
      event: "joinGroup",
      objects: ["group"],
      fields: ["member"],
      approvers: [{ role: "ownerAndAdditionalOwner" }],
      emailApproval: true,
    };
    await expect(made(workflowRoute, join)).rejects.toThrow(/exists already, with the ID 2\/\d+/);
    const lives = livesOf(workflowRoute, emulator, { adopt: true });
    const { id, properties } = await lives.create(checked(lives, join), operation);
    expect(properties.system).toBe(true);
    expect(emulator.groupid.synchronize.routes.routes("2").get(Number(id.split("/")[1]))).toMatchObject({
      type: 2,
      enableEmailApproval: true,
    });
    await expect(lives.diff(id, properties, { ...properties, identityStoreId: "3" }, operation)).rejects.toThrow(
      /one of the system's own routes, and a change of identityStoreId would replace it/,
    );
    await expect(livesOf(workflowRoute, emulator).delete(id, properties, operation)).rejects.toThrow(
      /one of the system's own.*pulumi state delete.*retainOnDelete/,
    );
    expect(emulator.requests.count({ method: "DELETE" })).toBe(0);
  });

  it("say what is wrong between their properties", () => {
    const wrong = {
      ...routeInputs("a"),
      event: "create",
      filters: [
        { field: "a", operator: "equals" },
        { field: "b", operator: "present", value: "x" },
      ],
      approvers: [{}, { role: "Owner" }, { role: "newManager", roleNumber: 7 }],
    };
    expect(failuresOf(workflowRoute, wrong)).toEqual([
      "fields: must be left out with the event create: all of the object is new",
      "filters[0].value: is required with equals and missing",
      "filters[1].value: is of no use with present",
      "approvers[0]: needs either objectId or role",
      "approvers[1].roleNumber: is required with a role that is none of managerAndAdditionalManager, ownerAndAdditionalOwner, newManager",
      "approvers[2].roleNumber: is of no use here",
    ]);
    expect(failuresOf(workflowRoute, { ...routeInputs("a"), event: "rename", objects: ["printer", "3"] })).toEqual([
      expect.stringMatching(/^event: must be one of "create", .*, or the number that GroupID has for another one$/),
      expect.stringMatching(/^objects\[0\]: must be one of "group", "user", "contact", or the number/),
      expect.stringMatching(/^objects\[1\]: must be one of/),
    ]);
  });
});

it("Power Automate settings stay in GroupID when they leave the stack, and the user is told", async () => {
  const settings = {
    userId: "u",
    serviceUrl: "https://groupid.example",
    tenantId: "t",
    organizationCode: "Example",
    region: "EU",
  };
  const { id, properties } = await made(powerAutomateSettings, settings);
  const told: string[] = [];
  await livesOf(powerAutomateSettings, emulator).delete(id, properties, {
    ...operation,
    report: (text) => told.push(text),
  });
  expect(told).toEqual([expect.stringContaining("stay in GroupID")]);
  expect(Object.keys(objects("powerAutomate"))).toEqual(["2"]);
});

describe("workflow requests", () => {
  const request = (set: Properties = {}) => emulator.change({ system: "groupid", scope: "workflowRequests/2", set });
  const held = (id: string) => emulator.groupid.synchronize.requests.requests("2").get(Number(id));

  it("are decided once, and what GroupID refuses is its own word", async () => {
    const [first, second] = [request(), request()];
    await made(workflowDecision, { workflowRequestId: first, decision: "approve" });
    await made(workflowDecision, { workflowRequestId: second, decision: "deny", comment: "Not before May" });
    expect([held(first)?.statusId, held(second)?.statusId, held(second)?.reason]).toEqual([2, 3, "Not before May"]);
    await expect(made(workflowDecision, { workflowRequestId: first, decision: "deny" })).rejects.toThrow(
      `Workflow request ${first} is not pending.`,
    );
    expect(failuresOf(workflowDecision, { workflowRequestId: "1", decision: "approve", comment: "x" })).toEqual([
      "comment: must be left out: GroupID takes no comment with an approval",
    ]);
  });

  it.each(["approve", "deny"])("are decided although the answer is lost: %s", async (decision) => {
    const id = request();
    emulator.faults.add({ kind: "drop", applied: true, match: { endpoint: `groupid.workflows.${decision}` } });
    await made(workflowDecision, { workflowRequestId: id, decision });
    expect(held(id)?.statusId).toBe(decision === "approve" ? 2 : 3);
    // So that `up` may be run again after a killed one.
    await made(workflowDecision, { workflowRequestId: id, decision });
    expect(emulator.requests.count({ endpoint: `groupid.workflows.${decision}` })).toBe(2);
  });

  it("that GroupID refuses to delete are no requests that were not there", async () => {
    const body = { status: 5, message: "Access is denied." };
    emulator.faults.add({ kind: "status", status: 200, body, match: { endpoint: "groupid.workflows.deleteRequest" } });
    await expect(made(workflowRequestDeletion, { requests: { ids: [request()] } })).rejects.toThrow(
      "GroupID says: Access is denied.",
    );
  });

  it("are deleted by status and age, or by their IDs", async () => {
    const old = request({ statusId: 2, createdOn: "2020-01-01T00:00:00" });
    const recent = request({ statusId: 2, createdOn: new Date().toISOString().replace("Z", "") });
    const other = request();
    const { properties } = await made(workflowRequestDeletion, { requests: { status: "approved", olderThanDays: 60 } });
    expect(properties.deletedCount).toBe(1);
    expect([held(old), held(recent) === undefined]).toEqual([undefined, false]);
    const byId = await made(workflowRequestDeletion, { requests: { ids: [other, "99"] } });
    expect(byId.properties.deletedCount).toBe(1);
    expect(held(other)).toBeUndefined();
    expect(failuresOf(workflowRequestDeletion, { requests: { status: "approved" } })).toEqual([
      "requests.olderThanDays: is required with status and missing",
    ]);
  });
});
