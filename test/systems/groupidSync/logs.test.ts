import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import { logs } from "../../../emulator/systems/groupid/logs.ts";
import { repository, runCommand } from "../../support/engine.ts";
import { functionsOf } from "../../support/lives.ts";

let emulator: Emulator;
let folder: string;

beforeEach(async () => {
  emulator = await startEmulator();
  folder = mkdtempSync(path.join(os.tmpdir(), "groupware-logs-"));
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

/** Outside of a project, where the environment alone tells the connection. */
const command = (...args: string[]) => {
  const settings = Object.entries(emulator.connections.groupid ?? {}).map(([name, value]) => [
    `GROUPWARE_GROUPID_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
    String(value),
  ]);
  return runCommand(process.execPath, [path.join(repository, "dist/cli/main.js"), "logs", ...args], {
    cwd: folder,
    env: Object.fromEntries(settings) as NodeJS.ProcessEnv,
  });
};

it("the function writes the bytes to a file, also when the first answer breaks", async () => {
  emulator.faults.add({ kind: "truncated", applied: true, match: { endpoint: "groupid.logs.portal" } });
  const file = path.join(folder, "portal.zip");
  const answer = await functionsOf(emulator).run("groupid:downloadLogs", { service: "portal", file });
  expect(answer).toEqual({ file, bytes: logs("GroupIDPortal").length });
  expect(readFileSync(file).equals(logs("GroupIDPortal"))).toBe(true);
  expect(readdirSync(folder)).toEqual(["portal.zip"]);
});

it("an envelope in the place of the archive is an error with GroupID's words, and no file", async () => {
  const body = { status: 1, message: "The log service is stopped.", data: null, details: [] };
  emulator.faults.add({ kind: "status", status: 200, body, times: 0, match: { endpoint: "groupid.logs.portal" } });
  const args = { service: "portal", file: path.join(folder, "portal.zip") };
  await expect(functionsOf(emulator).run("groupid:downloadLogs", args)).rejects.toThrow("The log service is stopped.");
  expect(readdirSync(folder)).toEqual([]);
});

it("the command writes the logs of all seven services", async () => {
  const { code, stdout, output } = await command("--out", "logs");
  expect(code, output).toBe(0);
  expect(readdirSync(path.join(folder, "logs")).sort()).toEqual([
    "adminCenter.zip",
    "dataService.zip",
    "emailService.zip",
    "portal.zip",
    "replicationService.zip",
    "schedulerService.zip",
    "securityService.zip",
  ]);
  expect(stdout).toMatch(/^logs.adminCenter\.zip: \d+ KB$/m);
});

it("the command goes on where one service fails, and says so with its exit code", async () => {
  emulator.faults.add({ kind: "status", status: 403, times: 0, match: { endpoint: "groupid.logs.portal" } });
  const { code, stderr } = await command("portal", "dataService");
  expect(code).toBe(1);
  expect(stderr).toMatch(/groupware logs: portal: \[GET\] .*403/);
  expect(readdirSync(folder)).toEqual(["dataService.zip"]);
  expect((await command("nothing")).stderr).toContain("Allowed choices are adminCenter");
});
