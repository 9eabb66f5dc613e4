import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FileBackend } from "../../../engine/state/fileBackend.ts";
import { temporaryFolder } from "./temporary.ts";

function backend(folder: string): FileBackend {
  return new FileBackend(`file://${folder}`, "things", folder);
}

test("stacks lie where the CLI's file back end looks for them", async () => {
  const folder = temporaryFolder();
  const files = backend(folder);
  expect(files.list()).toEqual([]);
  await files.writeLater("dev", '{"a":1}');
  files.write("prod", "{}");
  expect(readFileSync(join(folder, ".pulumi/stacks/things/dev.json"), "utf8")).toBe('{"a":1}');
  expect(readFileSync(join(folder, ".pulumi/meta.yaml"), "utf8")).toBe("version: 1\n");
  expect(files.list()).toEqual(["dev", "prod"]);
  expect(files.read("dev")).toEqual({ a: 1 });
  expect(readdirSync(join(folder, ".pulumi/stacks/things"))).toEqual(["dev.json", "prod.json"]);
});

test("the state before a run is kept beside the new one until the stack goes", () => {
  const folder = temporaryFolder();
  const files = backend(folder);
  files.backUp("dev");
  files.write("dev", "1");
  files.backUp("dev");
  files.write("dev", "2");
  expect(readFileSync(join(folder, ".pulumi/stacks/things/dev.json.bak"), "utf8")).toBe("1");
  expect(files.list()).toEqual(["dev"]);
  files.remove("dev");
  expect(readdirSync(join(folder, ".pulumi/stacks/things"))).toEqual([]);
});

test("a lock keeps every other run off, and says whose it is", () => {
  const folder = temporaryFolder();
  const unlock = backend(folder).lock("dev");
  expect(() => backend(folder).lock("dev")).toThrow(
    new RegExp(
      `^the stack is currently locked by 1 lock\\(s\\)\\. .*\\n  file://${folder}/\\.pulumi/locks/organization/things/dev/[-\\da-f]+\\.json: created by .+@.+ \\(pid ${process.pid}\\) at [-\\dT:]+Z$`,
    ),
  );
  backend(folder).lock("prod")();
  unlock();
  backend(folder).lock("dev")();
});

test("a lock that the CLI left is heeded, and can be taken away", () => {
  const folder = temporaryFolder();
  const locks = join(folder, ".pulumi/locks/organization/things/dev");
  mkdirSync(locks, { recursive: true });
  const content = { pid: 7, username: "u", hostname: "h", timestamp: "2026-01-02T03:04:05.6789+01:00" };
  writeFileSync(join(locks, "one.json"), JSON.stringify(content));
  expect(() => backend(folder).lock("dev")).toThrow("created by u@h (pid 7) at 2026-01-02T03:04:05+01:00");
  backend(folder).unlock("dev");
  backend(folder).lock("dev");
  expect(existsSync(join(locks, "one.json"))).toBe(false);
});

test("only files are a place for state", () => {
  expect(() => new FileBackend("s3://bucket", "things", "/")).toThrow(/PULUMI_BACKEND_URL=file:\/\/FOLDER, not s3/);
});
