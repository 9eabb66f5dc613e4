import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import { parse } from "yaml";
import { RemoteEmulator } from "../../emulator/control.ts";
import { startEmulator } from "../../emulator/index.ts";

const main = path.join(import.meta.dirname, "../../cli/main.ts");
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) {
    child.kill("SIGKILL");
  }
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [main, "emulator", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  return child;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) {
    text += String(chunk);
  }
  return text;
}

it.each(["SIGINT", "SIGTERM"] as const)("tells as JSON how it is reached, and ends on %s", async (signal) => {
  const child = run("--json");
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { url, connections } = JSON.parse(line) as { url: string; connections: Record<string, { url: string }> };
  expect(connections).toMatchObject({
    barium: { url: `${url}/barium/api/v1.1`, apiKey: expect.any(String) },
    apio: { url: `${url}/apio/api/v1`, username: expect.any(String), password: expect.any(String) },
  });
  const remote = new RemoteEmulator(url);
  await remote.addFault({ kind: "slow", delay: 600_000 });
  const slow = fetch(`${url}/barium/api/v1.1/domains/1/groups`).catch(() => "dropped");
  await expect.poll(async () => (await remote.requests()).length).toBe(1);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await slow).toBe("dropped");
});

it("prints the configuration of a stack", async () => {
  const child = run();
  const text = textOf(child.stdout);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [, yaml = ""] = /:\n\n(config:.*)\nCtrl-C/s.exec(await text) ?? [];
  const { config } = parse(yaml) as { config: { "groupware:connections": Record<string, unknown> } };
  expect(Object.keys(config["groupware:connections"])).toEqual(expect.arrayContaining(["barium", "apio", "groupid"]));
});

it("says why it cannot listen", async () => {
  const emulator = await startEmulator();
  try {
    const { port } = new URL(emulator.url);
    const child = run("--port", port);
    const [text, [code]] = await Promise.all([textOf(child.stderr), once(child, "exit")]);
    expect(code).toBe(1);
    expect(text).toMatch(new RegExp(`^error: .*port ${port}: .*EADDRINUSE.*--port`));
    expect(text).not.toContain("    at ");
  } finally {
    await emulator.close();
  }
});

it.each(["x", "-1", "65536", "1.5", ""])("refuses the port %j", async (port) => {
  const child = run(`--port=${port}`);
  const [text, [code]] = await Promise.all([textOf(child.stderr), once(child, "exit")]);
  expect([code, text]).toEqual([1, expect.stringContaining("from 0 to 65535")]);
});
