import { expect, it, vi } from "vitest";
import type { FaultOptions } from "../../../emulator/faults.ts";
import { startEmulator } from "../../../emulator/index.ts";
import { group } from "../../../provider/systems/cloudiway/group.ts";
import { livesOf, operation } from "../../support/lives.ts";
import { succeeded, TestStack } from "../../support/testStack.ts";

const inputs = { sourceGroupName: "a", targetGroupName: "b", migration: "started" };

it("credentials stand in no error and no log, also short ones", async () => {
  const log: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => log.push(String(text)) > 0);
  process.env.GROUPWARE_DEBUG = "http";
  try {
    const faults: FaultOptions[] = [
      { kind: "status", status: 400, times: 0 },
      { kind: "status", status: 500, times: 0 },
      { kind: "drop", times: 0 },
      { kind: "html", times: 0 },
      { kind: "cut", applied: true, times: 0 },
    ];
    const attempts = faults.flatMap((fault) => ["GET", "POST"].map((method) => failing(fault, method)));
    const told = (await Promise.all(attempts)).map(textOf).join("\n") + log.join("");
    expect(log.length).toBeGreaterThan(10);
    expect(told).toContain("/cloudiway/api/groups/getall");
    for (const secret of ["k#7", "k%237", "s 9", "s%209", "s+9", "consumerSecret="]) {
      expect(told).not.toContain(secret);
    }
  } finally {
    delete process.env.GROUPWARE_DEBUG;
    write.mockRestore();
  }
});

it("credentials are not in state, nor in what an engine prints", async () => {
  const emulator = await startEmulator();
  const { url, ...secrets } = emulator.cloudiway.connection(emulator.url);
  const stack = new TestStack({ cloudiway: { url } });
  try {
    await stack.init();
    for (const [setting, secret] of Object.entries(secrets)) {
      const path = `groupware:connections.cloudiway.${setting}`;
      succeeded(await stack.run(["config", "set", "--stack", "dev", "--secret", "--path", path, String(secret)]));
    }
    stack.declare([{ name: "group", type: "cloudiway:Group", args: inputs }]);
    const printed = [
      succeeded(await stack.up("--diff")),
      succeeded(await stack.preview("--diff", "--refresh")),
      (await stack.run(["stack", "export", "--stack", "dev"])).stdout,
    ].join("");
    for (const secret of Object.values(emulator.cloudiway.credentials)) {
      expect(printed).not.toContain(secret);
    }
  } finally {
    stack.remove();
    await emulator.close();
  }
});

/** The error of a create with credentials that no list of secrets would find in a text. */
async function failing(fault: FaultOptions, method: string): Promise<unknown> {
  const emulator = await startEmulator();
  try {
    const settings = { consumerKey: "k#7", consumerSecret: "s 9" };
    Object.assign(emulator.cloudiway.credentials, settings);
    emulator.faults.add({ ...fault, match: { system: "cloudiway", method } });
    return await livesOf(group, emulator, { settings })
      .create(inputs, operation)
      .catch((error: unknown) => error);
  } finally {
    await emulator.close();
  }
}

/** All that an error could show, with what caused it. */
function textOf(error: unknown): string {
  const { message = "", stack = "", cause } = error as Error;
  return `${message}\n${stack}\n${cause === undefined ? "" : textOf(cause)}`;
}
