import { describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { CloudiwayBehaviour } from "../../../emulator/systems/cloudiway/system.ts";
import { group } from "../../../provider/systems/cloudiway/group.ts";
import { groupLicense } from "../../../provider/systems/cloudiway/groupLicense.ts";
import { livesOf, operation } from "../../support/lives.ts";

const inputs = { sourceGroupName: "sales@example.com", targetGroupName: "sales@example.org" };

async function started(behaviour: Partial<CloudiwayBehaviour> = {}): Promise<Emulator & AsyncDisposable> {
  const emulator = await startEmulator();
  emulator.cloudiway.behave(behaviour);
  return Object.assign(emulator, { [Symbol.asyncDispose]: () => emulator.close() });
}
const outside = (emulator: Emulator, id: string, status: string) =>
  emulator.change({ system: "cloudiway", scope: "groups", id, set: { status } });
const sent = (emulator: Emulator, call: string) => emulator.requests.count({ endpoint: `cloudiway.groups.${call}` });

describe.concurrent("a migration that is declared", () => {
  it("is started and stopped once, whatever is repeated", async () => {
    await using emulator = await started();
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create({ ...inputs, migration: "started" }, operation);
    expect(properties).toMatchObject({ migration: "started", status: "WORKING" });
    await lives.update(id, { ...properties, migration: "stopped" }, { ...inputs, migration: "started" }, operation);
    expect(sent(emulator, "start")).toBe(1);
    const stopped = await lives.update(id, properties, { ...inputs, migration: "stopped" }, operation);
    expect(stopped.properties).toMatchObject({ migration: "stopped", status: "STOP" });
    await lives.update(id, properties, { ...inputs, migration: "stopped" }, operation);
    expect(sent(emulator, "stop")).toBe(1);
  });

  it("shows as drift when somebody stops it or it fails, and not when it finishes or does something else", async () => {
    await using emulator = await started();
    const { id, properties } = await livesOf(group, emulator).create({ ...inputs, migration: "started" }, operation);
    const readWith = async (status: string) => {
      outside(emulator, id, status);
      const read = await livesOf(group, emulator).read(id, properties, operation);
      return [read?.inputs.migration, read?.properties.status];
    };
    expect(await readWith("STOP")).toEqual(["stopped", "STOP"]);
    expect(await readWith("ONERROR")).toEqual(["stopped", "ONERROR"]);
    expect(await readWith("LICENSE_EXCEEDED")).toEqual(["stopped", "LICENSE_EXCEEDED"]);
    expect(await readWith("CALENDARPOSTPROCESS_DONE")).toEqual(["started", "CALENDARPOSTPROCESS_DONE"]);
    expect(await readWith("UNKNOWN")).toEqual(["started", "UNKNOWN"]);
    expect(await readWith("An unheard-of word")).toEqual(["started", "An unheard-of word"]);
  });

  it("is not done again once it is finished, whatever is declared then", async () => {
    await using emulator = await started({ migration: { statuses: ["MAILPERMISSIONS_DONE"], step: 0 } });
    const { id, properties } = await livesOf(group, emulator).create({ ...inputs, migration: "started" }, operation);
    const read = await livesOf(group, emulator).read(id, properties, operation);
    expect(read).toMatchObject({ inputs: { migration: "started" }, notShown: [] });
    const waiting = { ...inputs, migration: "started", waitUntil: "finished" };
    const waited = await livesOf(group, emulator).update(id, properties, waiting, operation);
    await livesOf(group, emulator).update(id, waited.properties, { ...inputs, migration: "stopped" }, operation);
    await livesOf(group, emulator, { adopt: true }).create({ ...inputs, migration: "started" }, operation);
    expect(sent(emulator, "start")).toBe(1);
    expect(sent(emulator, "stop")).toBe(0);
  });

  it("that runs already, although its status does not tell yet, is no error", async () => {
    await using emulator = await started();
    const { id, properties } = await livesOf(group, emulator).create(inputs, operation);
    emulator.cloudiway.project.start(id, ["WORKING"], 0);
    for (const response of ["NOTSTARTED", null]) {
      const body = { hasError: false, response };
      emulator.faults.add({
        kind: "status",
        status: 200,
        body,
        times: 2,
        match: { endpoint: "cloudiway.groups.status" },
      });
      const started = { ...inputs, migration: "started" };
      expect((await livesOf(group, emulator).update(id, properties, started, operation)).properties).toMatchObject(
        started,
      );
    }
    expect(emulator.cloudiway.project.group(id)?.status).toBe("WORKING");
  });

  it("is no longer read, and its status no longer told, when it is declared no longer", async () => {
    await using emulator = await started();
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create({ ...inputs, migration: "started" }, operation);
    const without = await lives.update(id, properties, inputs, operation);
    emulator.requests.clear();
    const read = await livesOf(group, emulator).read(id, without.properties, operation);
    expect(read?.properties).not.toHaveProperty("status");
    expect(sent(emulator, "status")).toBe(0);
  });
});

describe.concurrent("waiting for a migration", () => {
  const statuses = ["NOTSTARTED", "SCHEDULED_FILES_AGENT", "WORKING", "MAILPERMISSIONS_DONE"];

  it.each([
    ["scheduled", 1],
    ["finished", 3],
  ])("until it is %s tells each status on the way", async (waitUntil, first) => {
    await using emulator = await started({ migration: { statuses, step: 250 } });
    const told: string[] = [];
    const { properties } = await livesOf(group, emulator).create(
      { ...inputs, migration: "started", waitUntil },
      { ...operation, report: (message: string) => told.push(message) },
    );
    expect(statuses.indexOf(String(properties.status))).toBeGreaterThanOrEqual(first);
    expect(told.at(-1)).toMatch(new RegExp(`^cloudiway:Group \\S+: ${String(properties.status)} \\(.+\\)$`));
  });

  it.each([
    ["LICENSE_EXCEEDED", /LICENSE_EXCEEDED \(.*no license.*\).*GroupLicense.*waits for the group.*Batch/s],
    ["ONERROR", /ONERROR \(The migration ended with an error\).*mend the cause/s],
    ["MAILPERMISSIONS_ERROR", /MAILPERMISSIONS_ERROR \(.*mail permissions.*\)/s],
    ["Failed", /its status is Failed\..*pulumi up/s],
    ["STOP", /STOP \(The migration was stopped\).*Somebody stopped it/s],
  ])("ends with %s, its meaning and what to do, and the next run starts it again", async (status, message) => {
    await using emulator = await started({ migration: { statuses: ["WORKING", status], step: 50 } });
    const wanted = { ...inputs, migration: "started", waitUntil: "finished" };
    const failed = livesOf(group, emulator).create(wanted, operation);
    await expect(failed).rejects.toThrow(message);
    const { id, properties } = (await failed.catch((error: unknown) => error)) as {
      id: string;
      properties: Record<string, unknown>;
    };
    expect(properties).toMatchObject(inputs);
    expect(properties.migration).not.toBe("started");
    emulator.cloudiway.behave({ migration: { statuses: ["WORKING", "CALENDARPOSTPROCESS_DONE"], step: 50 } });
    const next = await livesOf(group, emulator).update(id, properties, wanted, operation);
    expect(next.properties).toMatchObject({ ...wanted, status: "CALENDARPOSTPROCESS_DONE" });
    expect(sent(emulator, "start")).toBe(2);
  });

  it("ends after its time-out with the status then", async () => {
    await using emulator = await started({ migration: { statuses: ["WORKING"], step: 0 } });
    const wanted = { ...inputs, migration: "started", waitUntil: "finished" };
    const failed = livesOf(group, emulator).create(wanted, { ...operation, timeout: 0.3 });
    await expect(failed).rejects.toThrow(/is not finished after 0\.3 s: its status is WORKING.*customTimeouts/s);
    // The next run waits on, and does not start again what finished in the meantime.
    const { id, properties } = (await failed.catch((error: unknown) => error)) as {
      id: string;
      properties: Record<string, unknown>;
    };
    outside(emulator, id, "MAILPERMISSIONS_DONE");
    const next = await livesOf(group, emulator).update(id, properties, wanted, operation);
    expect(next.properties).toMatchObject({ ...wanted, status: "MAILPERMISSIONS_DONE" });
    expect(sent(emulator, "start")).toBe(1);
  });

  it("needs a migration that is declared", async () => {
    await using emulator = await started();
    expect(livesOf(group, emulator).check({}, { ...inputs, waitUntil: "finished" }).failures).toEqual([
      { property: "waitUntil", reason: expect.stringContaining('set migration to "started"') },
    ]);
  });
});

describe.concurrent("a license", () => {
  it("that is not there is an error of its own", async () => {
    await using emulator = await started({ licenses: 1 });
    const [first = "", second = ""] = [1, 2].map(() => emulator.change({ system: "cloudiway", scope: "groups" }));
    const lives = livesOf(groupLicense, emulator);
    const { properties } = await lives.create({ migrationTag: first }, operation);
    expect(properties).toMatchObject({ migrationTag: first, answer: "License assigned" });
    await expect(lives.create({ migrationTag: second }, operation)).rejects.toThrow(
      /no group license is available for .*Cloudiway says: License exceeded\. Buy licenses/s,
    );
    await expect(lives.create({ migrationTag: "nothing" }, operation)).rejects.toThrow(
      "Cloudiway has no group with the migration tag nothing.",
    );
    const body = { hasError: true, response: "License already assigned" };
    emulator.faults.add({ kind: "status", status: 200, body, match: { endpoint: "cloudiway.groups.license" } });
    const again = await lives.create({ migrationTag: first }, operation);
    expect(again.properties).toMatchObject({ answer: "License already assigned" });
  });
});
