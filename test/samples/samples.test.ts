import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { systems } from "../../provider/systems/index.ts";
import { sampleOf, samples } from "./index.ts";

const resources = systems.flatMap((system) => system.resources);

it("has a sample for every resource, with every property", () => {
  expect(samples.map(({ type }) => type).sort()).toEqual(resources.map(({ type }) => type).sort());
  for (const resource of resources) {
    const names = Object.keys(resource.inputs).filter((name) => name !== "connection" && name !== "adopt");
    const sample = sampleOf(resource.type);
    expect(Object.keys(sample.inputs).sort(), resource.type).toEqual(names.sort());
    expect(Object.keys(sample.changed).sort(), resource.type).toEqual(names.sort());
  }
});

it("has each suite over all definitions for every system", () => {
  // The suite of lifecycles takes every system by itself.
  for (const suite of ["conformance/faults", "plugin/definitions"]) {
    const files = readdirSync(path.join(import.meta.dirname, "..", suite));
    expect(files, suite).toEqual(
      expect.arrayContaining(
        systems.filter(({ resources }) => resources.length > 0).map(({ name }) => `${name}.test.ts`),
      ),
    );
  }
});
