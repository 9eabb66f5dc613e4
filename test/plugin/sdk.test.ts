import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engine, isOnPath, repository, runCommand } from "../support/engine.ts";
import { succeeded } from "../support/testStack.ts";

/** The SDKs that Pulumi generates from the schema compile, where the tools are at hand. */
describe.runIf(engine.name === "pulumi")("the SDK that Pulumi generates", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "groupware-sdk-"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const generate = async (language: string): Promise<string> => {
    const schema = path.join(repository, "schema.json");
    const args = ["package", "gen-sdk", schema, "--language", language, "--out", folder];
    const env = { PULUMI_HOME: path.join(folder, "home"), PULUMI_SKIP_UPDATE_CHECK: "true" };
    succeeded(await runCommand(engine.command, args, { cwd: folder, env }));
    return path.join(folder, language);
  };

  it("for Node.js compiles", async () => {
    const sdk = await generate("nodejs");
    mkdirSync(path.join(sdk, "node_modules"));
    for (const name of ["@pulumi", "@types"]) {
      symlinkSync(path.join(repository, "node_modules", name), path.join(sdk, "node_modules", name));
    }
    const compiler = path.join(repository, "node_modules/typescript/bin/tsc");
    succeeded(await runCommand(process.execPath, [compiler, "-p", ".", "--noEmit"], { cwd: sdk }));
    expect(readFileSync(path.join(sdk, "barium/group.ts"), "utf8")).toContain("```typescript");
  });

  it.runIf(isOnPath("python3"))("for Python compiles", async () => {
    const sdk = await generate("python");
    succeeded(await runCommand("python3", ["-m", "compileall", "-q", "pulumi_groupware"], { cwd: sdk }));
    expect(readFileSync(path.join(sdk, "pulumi_groupware/barium/group.py"), "utf8")).toContain("```python");
  });

  it.runIf(isOnPath("go"))("for Go compiles", async ({ skip }) => {
    const sdk = path.join(await generate("go"), "groupware");
    const { version } = JSON.parse(
      readFileSync(path.join(repository, "node_modules/@pulumi/pulumi/package.json"), "utf8"),
    ) as { version: string };
    writeFileSync(
      path.join(sdk, "go.mod"),
      `module github.com/pulumi/pulumi-groupware/sdk/go/groupware\n\ngo 1.23\n\nrequire github.com/pulumi/pulumi/sdk/v3 v${version}\n`,
    );
    const modules = await runCommand("go", ["mod", "tidy"], { cwd: sdk });
    skip(
      /dial tcp|no such host|proxyconnect|TLS handshake|timeout/.test(modules.output),
      "the Go proxy is not reachable",
    );
    succeeded(modules);
    succeeded(await runCommand("go", ["build", "./..."], { cwd: sdk }));
  });
});
