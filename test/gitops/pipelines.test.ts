import { chmodSync, cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { Emulator } from "../../emulator/index.ts";
import { readManifests } from "../../provider/manifest/manifests.ts";
import { validate } from "../../provider/manifest/validate.ts";
import { startPrepared } from "../samples/index.ts";
import { type CommandResult, engine, repository, runCommand } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";
import { connectionsOf } from "./existing.ts";

const folder = path.join(repository, "examples/gitops");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const published = (file: string) =>
  JSON.parse(readFileSync(path.join(repository, "test/fixtures/published", file), "utf8")) as object;

/** Whether a document fits a schema as its owner publishes it; what does not fit, otherwise. */
function fits(schema: object, value: unknown): unknown {
  const check = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  return check(value) || check.errors;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
}

describe("the pipelines of examples/gitops fit the schemas of those who run them", () => {
  it.each(["groups", "drift"])("GitHub Actions: %s", (name) => {
    const workflow: unknown = parse(read(`.github/workflows/${name}.yaml`));
    expect(fits(published("github-workflow.json"), workflow)).toBe(true);
    expect(fits(published("github-workflow.json"), { ...(workflow as object), job: {} })).not.toBe(true);
  });

  it("GitLab CI", () => {
    const pipeline = parse(read(".gitlab-ci.yml")) as object;
    expect(fits(published("gitlab-ci.json"), pipeline)).toBe(true);
    expect(fits(published("gitlab-ci.json"), { ...pipeline, up: { stage: "up", script: 7 } })).not.toBe(true);
  });

  it("the Pulumi Kubernetes Operator", () => {
    const documents = parseAllDocuments(read("kubernetes/stack.yaml")).map((document): unknown => document.toJS());
    const stack = documents.at(-1) as { readonly spec: object };
    const schema = closed(published("pulumi-stack.json")) as object;
    expect(fits(schema, stack)).toBe(true);
    expect(fits(schema, { ...stack, spec: { ...stack.spec, resyncFrequency: 3600 } })).not.toBe(true);
  });

  it("the manifests are valid, and so is the project", () => {
    expect(validate(readManifests(["groups"], folder), { host: "plugin" })).toEqual([]);
  });
});

/** The operator drops what its schema does not name: here that is a mistake. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (typeof schema !== "object" || schema === null) {
    return schema;
  }
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  const isOpen = "additionalProperties" in members || members["x-kubernetes-preserve-unknown-fields"] === true;
  return typeof members.properties === "object" && members.type === "object" && !isOpen
    ? { ...members, additionalProperties: false }
    : members;
}

describe("the steps of GitHub's workflows, as a runner would take them", () => {
  let emulator: Emulator;
  let stack: TestStack;

  beforeAll(async () => {
    emulator = await startPrepared();
    stack = new TestStack(connectionsOf(emulator), "plugin");
    await stack.init();
    for (const file of ["Pulumi.yaml", "groups", "drift.yaml"]) {
      cpSync(path.join(folder, file), path.join(stack.folder, file), { recursive: true });
    }
    // The stack was made under the name of the tests' project.
    stack.write("Pulumi.yaml", stack.read("Pulumi.yaml").replace("name: groups", "name: test"));
    stack.write("bin/gh", '#!/bin/sh\necho "gh $@" >> gh.log\n');
    stack.write("bin/pulumi", `#!/bin/sh\nexec ${[engine.command, ...engine.args].join(" ")} "$@"\n`);
    chmodSync(path.join(stack.folder, "bin/gh"), 0o755);
    if (engine.name === "embedded") {
      chmodSync(path.join(stack.folder, "bin/pulumi"), 0o755);
    }
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  /** Runs a step's script, its expressions filled in, as GitHub's runner does: bash that stops at the first failure. */
  function step(file: string, job: string, name: string, env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
    const workflow = parse(read(`.github/workflows/${file}.yaml`)) as Workflow;
    const script = workflow.jobs[job]?.steps.find((candidate) => candidate.name === name)?.run;
    if (script === undefined) {
      throw new Error(`${file}.yaml has no step ${name} in ${job}`);
    }
    const filled = script.replace("${{ github.event.number }}", "7");
    return runCommand("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", filled], {
      cwd: stack.folder,
      env: {
        ...stack.environment,
        PATH: `${path.join(stack.folder, "bin")}:${path.join(repository, "node_modules/.bin")}:${process.env.PATH}`,
        STACK: "dev",
        GITHUB_STEP_SUMMARY: "summary.md",
        GITHUB_OUTPUT: "output.txt",
        ...env,
      },
    });
  }

  it("preview a pull request, carry it out, tell drift and heal it, and stop what would empty the directory", async () => {
    const teams = ["a", "b", "c", "d"].map((name) => `      ${name}: [${name}, Team ${name}]\n`).join("");
    stack.write("groups/sales.yaml", stack.read("groups/sales.yaml") + teams);
    succeeded(await step("groups", "preview", "Validate"));
    succeeded(await step("groups", "preview", "Preview"));
    succeeded(await step("groups", "preview", "Drift"));
    succeeded(await step("groups", "preview", "Guard"));
    succeeded(await step("groups", "preview", "Comment"));
    expect(stack.read("comment.md")).toMatch(/^### Guard: nothing is deleted.*\n### Drift of dev\n.*company/s);
    expect(stack.read("gh.log")).toContain("gh pr comment 7 --body-file comment.md");
    succeeded(await step("groups", "up", "Guard", { PERCENT: "20" }));
    succeeded(await step("groups", "up", "Up"));
    expect(Object.keys(emulator.barium.objects()["1"] ?? {})).toHaveLength(10);

    succeeded(await step("drift", "drift", "Compare"));
    expect(stack.read("output.txt")).toBe("code=0\n");
    const [id = ""] =
      Object.entries(emulator.barium.objects()["1"] ?? {}).find(([, { key }]) => key === "support") ?? [];
    emulator.change({ system: "barium", scope: "1", id, set: { name: "Help" } });
    succeeded(await step("drift", "drift", "Compare"));
    expect(stack.read("output.txt")).toBe("code=0\ncode=7\n");
    expect(stack.read("summary.md")).toContain('| barium:Group | support | `name` | `"Support"` | `"Help"` |');
    expect(stack.read("drift.html")).toContain("Help");
    succeeded(await step("drift", "drift", "Tell"));
    expect(stack.read("gh.log")).toMatch(/gh label create drift.*--label drift --body-file drift.md/s);
    succeeded(await step("drift", "drift", "Close"));
    expect(stack.read("gh.log")).not.toContain("gh issue close");
    succeeded(await step("drift", "drift", "Heal"));
    expect(emulator.barium.objects()["1"]?.[id]).toMatchObject({ name: "Support" });

    emulator.faults.add({ kind: "status", status: 403, match: { system: "barium" }, times: 0 });
    expect((await step("drift", "drift", "Compare")).code).not.toBe(0);
    emulator.faults.clear();

    // The company itself is protected: without it the preview would fail by itself.
    const [company = ""] = stack.read("groups/departments.yaml").split("tables:");
    stack.write("groups/departments.yaml", company);
    stack.write("groups/sales.yaml", "resources: {}\n");
    succeeded(await step("groups", "preview", "Preview"));
    expect((await step("groups", "preview", "Guard")).code).toBe(2);
    expect(stack.read("guard.md")).toContain("| `barium:Group` | 9 | 0 | 0 | 10 | 5 | **too many** |");
    expect((await step("groups", "up", "Guard", { PERCENT: "20" })).code).toBe(2);
  });
});
