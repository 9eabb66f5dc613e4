import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { systems } from "../../provider/systems/index.ts";
import { repository } from "../support/engine.ts";

/** The files below `dist/provider` that a program loads. */
function filesLoadedBy(program: string): string[] {
  const recording = `
    const { registerHooks } = require("node:module");
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    (async () => { ${program} })().then(() => console.log(JSON.stringify(loaded)));`;
  const output = execFileSync(process.execPath, ["-e", recording], { cwd: repository, encoding: "utf8" });
  return (JSON.parse(output) as string[]).flatMap((url) => url.split("/dist/provider/")[1] ?? []);
}

it("leaves HTTP and the definitions to the provider processes: a program loads the classes", () => {
  const files = filesLoadedBy(`require("pulumi-groupware");`);
  expect(files).toContain("index.js");
  expect(files.filter((file) => /^(http|systems|resource)\//.test(file))).toEqual([]);
});

it.each(systems)("loads nothing but $name for a resource of $name", ({ name, resources: [resource] }) => {
  const files = filesLoadedBy(`
    const provider = require("pulumi-groupware/dynamic").handler("${resource?.type}");
    await provider.configure({ config: { get: () => undefined } });
    await provider.check({}, {});`);
  const loaded = new Set(files.flatMap((file) => /^systems\/([^/]+)\//.exec(file)?.[1] ?? []));
  expect([...loaded]).toEqual([name]);
});
