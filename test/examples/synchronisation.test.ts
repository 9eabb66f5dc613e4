import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { repository } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";

const folder = path.join(repository, "examples/synchronisation");
const program = readFileSync(path.join(folder, "index.ts"), "utf8");

let emulator: Emulator;
let stack: TestStack;

/** The objects of GroupID in a scope. */
const held = (scope: string) => Object.entries(emulator.objects().groupid?.[scope] ?? {});
const copies = () => {
  const [[, collection] = []] = held("syncJobCollections");
  return (collection?.jobs ?? []) as { jobInfo: { name: string }; fieldsMap: { destinationField: string }[] }[];
};

beforeAll(async () => {
  emulator = await startEmulator();
  stack = new TestStack(emulator.connections);
  for (const file of ["package.json", "tsconfig.json"]) {
    stack.write(file, readFileSync(path.join(folder, file), "utf8"));
  }
  stack.write("index.ts", program);
  stack.write("Pulumi.yaml", "name: test\nruntime: nodejs\n");
  stack.configure({ "groupware:connections": emulator.connections });
  await stack.init();
  const password = ["config", "set", "--secret", "sharePassword", "emulator-share-password", "--stack", "dev"];
  succeeded(await stack.run(password));
});

afterAll(async () => {
  stack.remove();
  await emulator.close();
});

it("goes up, and then neither a preview nor a refresh finds anything", async () => {
  succeeded(await stack.up());
  expect(copies().map(({ jobInfo }) => jobInfo.name)).toEqual(["Employees to users", "Managers of employees"]);
  succeeded(await stack.preview("--expect-no-changes"));
  succeeded(await stack.refresh("--expect-no-changes"));
  const outputs = JSON.parse((await stack.run(["stack", "output", "--stack", "dev", "--json"])).stdout) as object;
  expect(outputs).toMatchObject({ runs: ["Employees: Employees to users", "Employees: Managers of employees"] });
});

it("keeps runs of the jobs out of the drift, and passwords out of the state", async () => {
  for (const [id] of held("syncJobs")) {
    const set = { "jobInfo.timesRun": 7, "jobInfo.lastOutCome": "Succeeded" };
    emulator.change({ system: "groupid", scope: "syncJobs", id, set });
  }
  const steps = (await stack.steps("--refresh")).filter(({ op }) => op !== "read" && op !== "refresh");
  expect(steps).toEqual([]);
  const leaks = stack.state().filter((resource) => JSON.stringify(resource).includes("emulator-share-password"));
  expect(leaks).toEqual([]);
});

it("replaces a job that changes, and the collection runs the new one in the same place", async () => {
  const before = new Map(held("syncJobs").map(([id, job]) => [(job.jobInfo as { name: string }).name, id]));
  stack.write("index.ts", program.replace('{ to: "sn", from: "Last" },', '{ to: "sn", from: "Surname" },'));
  const steps = (await stack.steps()).map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
  expect(steps).toEqual(expect.arrayContaining(["replace users", "update nightly"]));
  expect(steps.some((step) => /(replace|delete|create) (nightly|managers|employees|departments)/.test(step))).toBe(
    false,
  );
  succeeded(await stack.up());
  const after = new Map(held("syncJobs").map(([id, job]) => [(job.jobInfo as { name: string }).name, id]));
  expect(after.size).toBe(2);
  expect(after.get("Employees to users")).not.toBe(before.get("Employees to users"));
  expect(after.get("Managers of employees")).toBe(before.get("Managers of employees"));
  expect(copies().map(({ jobInfo }) => jobInfo.name)).toEqual(["Employees to users", "Managers of employees"]);
  expect(JSON.stringify(copies()[0]?.fieldsMap)).toContain("Surname");
  succeeded(await stack.preview("--refresh", "--expect-no-changes"));
});

it("deletes no data source that a job of someone else still reads, and says which", async () => {
  const [[id, job] = []] = held("syncJobs");
  stack.write("index.ts", "export {};\n");
  // Someone adds a job of their own to GroupID.
  const { url, credentials } = { url: emulator.connections.groupid?.url, credentials: emulator.groupid.token() };
  const { jobInfo, ...parts } = job as { jobInfo: object };
  const response = await fetch(`${url}/GroupIDDataService/api/DataSyncJobs`, {
    method: "POST",
    headers: { Authorization: `Bearer ${credentials}`, "Content-Type": "application/json" },
    body: JSON.stringify({ ...parts, jobInfo: { ...jobInfo, jobId: 0, name: "By hand" } }),
  });
  const { data } = (await response.json()) as { data: number };
  expect(id).toBeDefined();
  const refused = await stack.up();
  expect(refused.code).not.toBe(0);
  expect(refused.output).toMatch(/sync jobs still use the data source, and would be broken: "By hand"/);
  expect(held("dataSources")).toHaveLength(1);
  emulator.change({ system: "groupid", scope: "syncJobs", id: String(data), remove: true });
  succeeded(await stack.destroy());
  expect(["dataSources", "syncJobs", "syncJobCollections", "workflowRoutes/2"].flatMap(held)).toEqual([]);
});
