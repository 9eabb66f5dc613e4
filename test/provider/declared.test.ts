import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { repository } from "../support/engine.ts";

/** What a program prints that declares a group, in a function of its own on its second line. */
function outputOf(hook: string, options: string): string[] {
  const program = `${hook}
    function declare(barium, options) { return new barium.Group("g", { domainId: "1", key: "k", name: "n" }, options); }
    const runtime = require("@pulumi/pulumi/runtime/resource");
    const told = [];
    Object.defineProperty(runtime, "registerResource", { value: (...args) => told.push(JSON.stringify(args[10])) });
    for (const host of ["pulumi-groupware", "pulumi-groupware/plugin"]) {
      declare(require(host).barium, ${options});
    }
    console.log(told.join("\\n"));`;
  return execFileSync(process.execPath, ["-e", program], { cwd: repository, encoding: "utf8" }).trim().split("\n");
}

const hooks = ["", `require("source-map-support/register");`, "Error.prepareStackTrace = undefined;"];

it.each(hooks)("a resource is declared where the program makes it, and nothing else is stored: %j", (hook) => {
  const places = outputOf(hook, "{}").map((line) => JSON.parse(line) as { line: number }[]);
  expect(places.map((place) => place.map(({ line }) => line))).toEqual([[2], [2]]);
});

it.each(hooks)("what fails in a transformation keeps its stack: %j", (hook) => {
  const options = `{ transformations: [function broken() { told.push(String(new Error("no").stack.includes("broken"))); }] }`;
  expect(outputOf(hook, options).filter((line) => /^(true|false)$/.test(line))).toEqual(["true", "true"]);
});
