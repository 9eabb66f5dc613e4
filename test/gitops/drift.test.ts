import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Emulator } from "../../emulator/index.ts";
import { Acceptance } from "../../provider/drift/accepted.ts";
import type { Drift, Failure } from "../../provider/drift/drift.ts";
import { driftHtml } from "../../provider/drift/report/html.ts";
import { driftMarkdown } from "../../provider/drift/report/markdown.ts";
import type { DriftReport } from "../../provider/drift/report/report.ts";
import { driftText } from "../../provider/drift/report/text.ts";
import { StackConnections } from "../../provider/drift/stackConnections.ts";
import type { ManagedResource } from "../../provider/drift/state.ts";
import { findUnmanaged } from "../../provider/drift/unmanaged.ts";
import { Connections } from "../../provider/systems/connections.ts";
import { systems } from "../../provider/systems/index.ts";
import { changeOutside, copyOf, needsOf, sampleOf, samples, startPrepared } from "../samples/index.ts";
import { runCommand } from "../support/engine.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";
import { groupware } from "./command.ts";
import { drift, reportOf } from "./drifts.ts";
import { connectionsOf } from "./existing.ts";

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const objects = systems.flatMap((system) => system.resources).filter(({ isAction }) => isAction !== true);
const nameOf = (type: string) => type.replace(":", "-");

const everything: Declared[] = [
  ...needsOf(samples),
  ...objects.map((resource) => ({
    name: nameOf(resource.type),
    type: resource.type,
    args: copyOf(sampleOf(resource.type), resource, "plugin"),
  })),
];

describe.each(["plugin", "dynamic"] as const)("a drift report of a stack of everything, %s", (host) => {
  let emulator: Emulator;
  let stack: TestStack;

  beforeAll(async () => {
    emulator = await startPrepared();
    stack = new TestStack(connectionsOf(emulator), host);
    await stack.init();
    stack.declare(everything);
    succeeded(await stack.up());
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("finds nothing where nothing changed, and says what it cannot see", async () => {
    const report = await reportOf(stack);
    expect(report).toMatchObject({ stacks: ["test/dev"], compared: everything.length, drifts: [], failures: [] });
    expect(report.notObservable).toContainEqual({
      type: "apio:Group",
      property: "templateName",
      reason: "the system never shows it",
      resources: 1,
    });
    expect((await drift(stack)).stdout).toContain(`${everything.length} resources compared: no drift.`);
    expect(JSON.stringify(report)).not.toContain("emulator-password");
  });

  it("tells what a preview with a refresh tells, path by path", async () => {
    const state = stack.state();
    for (const { type } of objects) {
      const sample = sampleOf(type);
      const object = state.find(({ urn }) => urn.endsWith(`::${nameOf(type)}`));
      const [[, change] = []] = Object.entries(sample.wire);
      if (change !== undefined) {
        changeOutside(emulator, sample.locate(object?.id ?? "", emulator), change);
      }
    }
    const gone = state.find(({ urn }) => urn.endsWith("::other"))?.id?.split("/") ?? [];
    emulator.change({ system: "barium", scope: gone[0] ?? "", id: gone[1] ?? "", remove: true });
    const { drifts } = await reportOf(stack);
    const steps = (await stack.steps("--refresh")).filter(({ op }) => ["update", "replace", "create"].includes(op));
    // What the engine of dynamic resources compares by itself it tells by the index, also in sets.
    const depth = (text: string) => (host === "plugin" ? text : (text.split(/[.[]/)[0] ?? ""));
    const told = steps.map(({ op, urn, detailedDiff }) => ({
      urn,
      gone: op === "create",
      paths: new Set(Object.keys(op === "create" ? {} : (detailedDiff ?? {})).map(depth)),
    }));
    const found = drifts.map((one) => ({
      urn: one.urn,
      gone: one.status === "gone",
      paths: new Set(one.status === "gone" ? [] : one.changes.map(({ path: changed }) => depth(changed))),
    }));
    expect(found.length).toBeGreaterThan(objects.length / 2);
    expect(found).toEqual(told.sort((left, right) => (left.urn < right.urn ? -1 : 1)));
  });
});

describe("a drift report", () => {
  let emulator: Emulator;
  let stack: TestStack;
  const group = (name: string, more: object = {}): Declared => ({
    name,
    type: "barium:Group",
    args: { domainId: "1", key: name, name: `The ${name}`, origin: "hr" },
    options: { ...more },
  });

  beforeAll(async () => {
    emulator = await startPrepared();
    stack = new TestStack(connectionsOf(emulator), "plugin");
    await stack.init();
    const names = ["sales", "support", "lost", "quiet"];
    stack.declare(names.map((name) => group(name, name === "quiet" ? { ignoreChanges: ["name"] } : {})));
    succeeded(await stack.up());
    const state = stack.state();
    const change = (name: string, what: object) => {
      const [scope = "", id = ""] = state.find(({ urn }) => urn.endsWith(`::${name}`))?.id?.split("/") ?? [];
      emulator.change({ system: "barium", scope, id, ...what });
    };
    change("sales", { set: { name: "<script>alert(1)</script> | `x` \u202e", origin: "elsewhere" } });
    change("support", { set: { name: "Support (old)" } });
    change("quiet", { set: { name: "Noise" } });
    change("lost", { remove: true });
    emulator.change({ system: "barium", scope: "1", set: { key: "stranger", name: "Stranger" } });
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("is a table, JSON, Markdown and a page, and ends with the CLI's code for changes", async () => {
    const text = await drift(stack, "--html", "report.html");
    expect(text.code).toBe(7);
    expect(text.stdout).toMatch(/^RESOURCE +PROPERTY +DECLARED +IN THE SYSTEM\nbarium:Group lost +gone\n/);
    expect(text.stdout).toMatch(/\nbarium:Group support +name +"The support" +"Support \(old\)"\n/);
    expect(text.stdout).toContain("\\u202e");
    expect(text.stdout).toContain("4 resources compared: 2 drifted, 1 gone.");
    expect(text.stdout).not.toContain("quiet");
    const markdown = (await drift(stack, "--format", "markdown")).stdout;
    expect(markdown).toContain('| barium:Group | support | `name` | `"The support"` | `"Support (old)"` |');
    expect(markdown).toContain('``  "<script>'.replace("  ", " "));
    const page = stack.read("report.html");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("Support (old)");
    expect(page).not.toMatch(/(src|href)=/);
  });

  it("lists what no stack manages, where the stack is and where one says", async () => {
    emulator.change({ system: "barium", scope: "7", set: { key: "far", name: "Far" } });
    const near = await reportOf(stack, "--unmanaged");
    expect(near.unmanaged?.filter(({ type }) => type === "barium:Group")).toMatchObject([
      { connection: "barium", name: "stranger" },
    ]);
    const far = await reportOf(stack, "--unmanaged", "--within", "domainId=7");
    expect(far.unmanaged?.map(({ name }) => name)).toEqual(expect.arrayContaining(["stranger", "far"]));
    expect(far.unlisted).toEqual(expect.arrayContaining(["groupid:User", "cloudiway:Batch"]));
    expect(far.unlisted).not.toContain("barium:Group");
    const unasked = await reportOf(stack);
    expect(unasked.unmanaged).toBeUndefined();
    expect(unasked.unlisted).toEqual([]);
  });

  it("leaves out what a reviewed file accepts, until the day it says", async () => {
    const rules = {
      ignore: [{ type: "barium:Group", property: "origin", reason: "HR writes it" }],
      accept: [
        { name: "support", property: "name", held: "Support (old)", reason: "renamed in June", until: "2999-12-31" },
        { name: "sales", property: "name", reason: "over", until: "2020-01-31" },
        { name: "lost", gone: true, reason: "on purpose" },
        { name: "nobody", property: "name", reason: "long healed" },
      ],
      unmanaged: [{ type: "barium:Group", name: "strang*", reason: "made by hand" }],
    };
    stack.write("accepted.yaml", stringify(rules));
    const report = await reportOf(stack, "--accepted", "accepted.yaml", "--unmanaged");
    expect(report.drifts).toMatchObject([{ name: "sales", changes: [{ path: "name" }] }]);
    expect(report.accepted.map(({ name, path: changed }) => `${name} ${changed ?? "gone"}`)).toEqual([
      "lost gone",
      "support name",
    ]);
    expect(report.ignored).toBe(1);
    expect(report.outdated).toEqual([
      'name "sales", property "name": was accepted until 2020-01-31',
      'name "nobody", property "name": there is no such drift',
    ]);
    expect(report.unmanaged?.filter(({ name }) => name === "stranger")).toEqual([]);
    // The usual one is found from everywhere in the project.
    stack.write("drift.yaml", stringify(rules));
    const below = await groupware(["drift", "--stack", "dev"], {
      cwd: path.join(stack.folder, "state"),
      env: stack.environment,
    });
    rmSync(path.join(stack.folder, "drift.yaml"));
    expect(below.stdout).toContain("4 resources compared: 1 drifted, 2 accepted.");
    stack.write("accepted.yaml", "accept:\n  - name: sales\n    property: name\n");
    const wrong = await drift(stack, "--accepted", "accepted.yaml");
    expect(wrong.stderr).toMatch(/^groupware drift: accepted.yaml:2: accept.0.reason: /);
    expect(wrong.code).toBe(1);
  });

  it("reads a state from a file or from standard input, its secrets open or closed", async () => {
    const { stdout: state } = await stack.run(["stack", "export", "--stack", "dev"]);
    const inProject = await groupware(["drift", "--state", "-", "--format", "json"], {
      input: state,
      cwd: stack.folder,
      env: stack.environment,
    });
    expect(inProject.code).toBe(7);
    // Nothing but the state: what it has recorded of the connections does, when its secrets can be read.
    const elsewhere = await groupware(["drift", "--state", "-", "--format", "json"], {
      // As the CLI writes it for a stack that uses a newer option, such as replaceWith.
      input: JSON.stringify({ ...(JSON.parse(state) as object), version: 4, features: ["replaceWith"] }),
      cwd: os.tmpdir(),
      env: stack.environment,
    });
    expect((JSON.parse(elsewhere.stdout) as DriftReport).drifts).toHaveLength(3);
    const nonsense = await groupware(["drift", "--state", "-"], { input: "{}", cwd: os.tmpdir() });
    expect(nonsense.stderr).toContain("this is not what `pulumi stack export` prints");
    expect(nonsense.code).toBe(1);
  });

  it("takes an outage for no drift and no absence", async () => {
    emulator.faults.add({ kind: "status", status: 403, match: { system: "barium" }, times: 0 });
    try {
      const result = await drift(stack);
      expect(result.code).toBe(1);
      expect(result.stdout).toContain("Could not be read, so nothing is known of them");
      expect(result.stdout).toContain("4 resources compared: 4 could not be read.");
    } finally {
      emulator.faults.clear();
    }
  });

  it("takes as many calls as there are pages, and a few", async () => {
    const many = new TestStack(connectionsOf(emulator), "plugin");
    const resources = Array.from({ length: 2500 }, (_, index) => {
      const id = emulator.change({ system: "barium", scope: "3", set: { key: `G${index}`, name: `Group ${index}` } });
      const inputs = { domainId: "3", key: `G${index}`, name: `Group ${index}` };
      return {
        urn: `urn:pulumi:dev::test::groupware:barium:Group::g${index}`,
        type: "groupware:barium:Group",
        custom: true,
        id: `3/${id}`,
        inputs,
        outputs: { ...inputs, groupId: id },
      };
    });
    many.write("state.json", JSON.stringify({ version: 3, deployment: { resources } }));
    await many.init();
    emulator.requests.clear();
    const result = await groupware(["drift", "--state", "state.json"], { cwd: many.folder, env: many.environment });
    many.remove();
    expect(result.stdout).toContain("2500 resources compared: no drift.");
    expect(emulator.requests.all.length).toBeLessThanOrEqual(3 + 5);
  });
});

describe("what no stack manages", () => {
  const { signal } = new AbortController();

  it("is looked for over every connection, also where two installations have one name and one ID", async () => {
    await using first = await startPrepared([]);
    await using second = await startPrepared([]);
    for (const [key, emulator] of Object.entries({ first, second })) {
      emulator.change({ system: "barium", scope: "5", id: "1", set: { key, name: "N" } });
    }
    const connections = new StackConnections(signal, {});
    connections.add({ name: "hr/prod", resources: [], recordedConnections: undefined }, connectionsOf(first));
    const own: ManagedResource = {
      stack: "hr/prod",
      urn: "urn:pulumi:prod::hr::groupware:barium:Group::managed",
      name: "managed",
      type: "barium:Group",
      id: "5/99",
      inputs: { domainId: "5" },
      outputs: {},
      connections: connectionsOf(second),
      ignoreChanges: [],
    };
    connections.of(own);
    const found = await findUnmanaged(connections.all, [own], connections.of, { domainId: ["5"] }, signal);
    expect(found.failures.filter((text) => text.startsWith("barium"))).toEqual([]);
    const groups = found.objects.filter(({ type }) => type === "barium:Group");
    expect(groups.map(({ id, name }) => `${id} ${name}`)).toEqual(["5/1 first", "5/1 second"]);
  });

  it("is told of the other connections when one does not say which system it reaches", async () => {
    await using emulator = await startPrepared([]);
    emulator.change({ system: "barium", scope: "5", id: "1", set: { key: "stranger", name: "N" } });
    const { barium } = connectionsOf(emulator);
    const connections = new Connections({ barium, "barium-east": { url: "http://127.0.0.1:1" } }, {}, signal);
    const found = await findUnmanaged([connections], [], () => connections, { domainId: ["5"] }, signal);
    expect(found.objects.map(({ name }) => name)).toEqual(["stranger"]);
    expect(found.failures).toEqual([expect.stringContaining('"barium-east" does not say which system it reaches')]);
  });
});

describe("secrets in a drift report", () => {
  it("are compared where they can be read, told as not observable where not, and never shown", async () => {
    await using emulator = await startPrepared();
    const stack = new TestStack(connectionsOf(emulator), "plugin");
    await stack.init();
    stack.write(
      "index.js",
      `const pulumi = require("@pulumi/pulumi");
       const { barium } = require("pulumi-groupware/plugin");
       new barium.Group("hush", { domainId: "1", key: "hush", name: pulumi.secret("not-for-logs"), origin: "a" });`,
    );
    succeeded(await stack.up());
    const id =
      stack
        .state()
        .find(({ urn }) => urn.endsWith("::hush"))
        ?.id?.split("/")[1] ?? "";
    emulator.change({ system: "barium", scope: "1", id, set: { name: "also-not-for-logs", origin: "b" } });
    const result = await drift(stack, "--html", "report.html");
    expect(result.stdout).toMatch(
      /barium:Group hush +name +"\[secret\]" +"\[secret\]"\n +origin \(replaces\) +"a" +"b"\n/,
    );
    expect(result.output + stack.read("report.html")).not.toContain("not-for-logs");
    const { stdout: state } = await stack.run(["stack", "export", "--stack", "dev"]);
    const closed = await groupware(["drift", "--state", "-", "--format", "json"], {
      input: state,
      cwd: os.tmpdir(),
      env: {
        ...Object.fromEntries(
          Object.entries(emulator.connections.barium ?? {}).map(([name, value]) => [
            `GROUPWARE_BARIUM_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
            String(value),
          ]),
        ),
        PULUMI_CONFIG_PASSPHRASE: undefined,
      },
    });
    stack.remove();
    const report = JSON.parse(closed.stdout) as DriftReport;
    expect(report.drifts).toMatchObject([{ name: "hush", changes: [{ path: "origin" }] }]);
    expect(report.notObservable).toEqual([
      { type: "barium:Group", property: "name", reason: "it is encrypted in the state", resources: 1 },
    ]);
  });
});

const found: Drift[] = [
  {
    stack: "hr/prod",
    urn: "urn:pulumi:prod::hr::groupware:barium:Group::sales",
    name: "sales",
    type: "barium:Group",
    id: "1/1",
    status: "changed",
    changes: [{ path: 'contact["a|b"]', kind: "update", declared: "a\n| b `", held: null, replaces: true }],
  },
];
const sampleReport: DriftReport = {
  time: "2026-01-31T06:00:00.000Z",
  stacks: ["hr/prod"],
  compared: 3,
  actions: 1,
  drifts: [
    ...found,
    ...(["barium:Group", "apio:Group"] as const).map((type, index): Drift => {
      return {
        stack: "hr/prod",
        urn: `urn:${index}`,
        name: `gone-${index}`,
        type,
        id: `1/${index + 2}`,
        status: "gone",
      };
    }),
  ],
  failures: [{ stack: "hr/prod", urn: "urn:9", name: "far", type: "apio:Group", id: "acme/far", message: "no answer" }],
  notObservable: [{ type: "apio:Group", property: "templateName", reason: "the system never shows it", resources: 3 }],
  accepted: [
    { stack: "hr/prod", urn: "urn:8", name: "old", type: "barium:Group", id: "1/8", path: "name", reason: "known" },
  ],
  ignored: 0,
  outdated: [],
  unmanaged: [{ connection: "barium", type: "barium:Group", id: "1/77", name: "stranger" }],
  unmanagedFailures: [],
  unlisted: ["groupid:User"],
};

describe("the forms of a drift report", () => {
  it("keep a cell a cell, whatever stands in it", () => {
    const markdown = driftMarkdown(sampleReport);
    expect(markdown).toContain(
      '| barium:Group | sales | `contact["a\\|b"]` (replaces) | `` "a\\n\\| b `" `` | `null` |',
    );
    expect(driftText(sampleReport)).toContain('barium:Group sales   contact["a|b"] (replaces)  "a\\n| b `"  null');
    for (const text of [markdown, driftText(sampleReport), driftHtml(sampleReport)]) {
      expect(text).toMatch(/No call lists these.*groupid:User|groupid:User.*No call lists these/s);
    }
  });

  it("fits in a comment, however much drifted, and lets nobody's text be Markdown", () => {
    const many = Array.from({ length: 500 }, (_, index): Drift => {
      const changes = ["name", "key"].map((changed) => {
        return { path: changed, kind: "update", declared: "|".repeat(300), held: "x", replaces: false } as const;
      });
      return { ...(found[0] as Drift), name: `sales-${index} \`<img>`, status: "changed", changes };
    });
    const failures = sampleReport.failures.flatMap(
      (one) => Array(200).fill({ ...one, message: "m".repeat(9999) }) as Failure[],
    );
    const markdown = driftMarkdown({
      ...sampleReport,
      drifts: many,
      failures,
      unmanagedFailures: ["n".repeat(99_999)],
    });
    expect(markdown.length).toBeLessThan(35_000);
    expect(markdown).toContain("| sales-0 \\`\\<img\\> |");
    expect(markdown).toMatch(/\nand \d{3} more; the page has all of them\.\n/);
    expect(markdown).toMatch(/\n200 more; the page has all of them\.\n/);
  });

  it("accepts by the value that the system holds", () => {
    const rule = (held: string) => `accept: [{ name: s*, property: contact, held: ${held}, reason: known }]`;
    expect(new Acceptance(rule("null")).judge(found, ["hr/prod"], []).drifts).toEqual([]);
    expect(new Acceptance(rule("x")).judge(found, ["hr/prod"], []).drifts).toHaveLength(1);
  });

  it("calls nothing without effect of which it cannot know", () => {
    const rules = `accept:
  - { stack: hr/dev, name: a, property: name, reason: of another stack }
  - { name: far, property: name, reason: could not be read }
  - { name: b, property: name, reason: healed }`;
    const { outdated } = new Acceptance(rules).judge([], ["hr/prod"], sampleReport.failures);
    expect(outdated).toEqual(['name "b", property "name": there is no such drift']);
  });

  it.runIf(chromium !== undefined)(
    "work in a browser: what needs action is shown first, and filters filter",
    async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), "groupware-page-"));
      const page = driftHtml(sampleReport);
      const shownWith = async (act: string) => {
        // The policy of the page lets its own script run alone, and this is appended to it.
        const script = `</script><script>${act};document.title = JSON.stringify({
        rows: [...document.querySelectorAll("tbody tr")].filter((row) => row.offsetHeight > 0).map((row) => row.querySelector("strong").textContent),
        shown: document.forms[0].elements.shown.value, wide: document.documentElement.scrollWidth > innerWidth });</script>`;
        writeFileSync(path.join(folder, "page.html"), page.replace("</script>", script));
        const result = await runCommand(
          chromium ?? "",
          [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            `--user-data-dir=${path.join(folder, "profile")}`,
            "--dump-dom",
            pathToFileURL(path.join(folder, "page.html")).href,
          ],
          { cwd: folder },
        );
        const [, title = ""] = /<title>(.*)<\/title>/.exec(result.stdout) ?? [];
        return JSON.parse(title) as { rows: string[]; shown: string; wide: boolean };
      };
      const set = (name: string, value: string) =>
        `{ const field = document.forms[0].elements[${JSON.stringify(name)}]; field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("input", { bubbles: true })); }`;
      expect(await shownWith("")).toEqual({
        rows: ["sales", "gone-0", "gone-1", "far"],
        shown: "4 of 8 rows",
        wide: false,
      });
      expect((await shownWith(set("system", "apio"))).rows).toEqual(["gone-1", "far"]);
      expect((await shownWith(set("property", "contact"))).rows).toEqual(["sales"]);
      expect((await shownWith(set("text", "NO ANSWER"))).rows).toEqual(["far"]);
      expect((await shownWith('document.querySelector("[value=unmanaged]").click()')).rows).toContain("stranger");
      expect((await shownWith(set("text", "nothing of it"))).shown).toBe("0 of 8 rows");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  );
});
