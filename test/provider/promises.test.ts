import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { generatedFiles } from "../../provider/generate/main.ts";
import { providerText } from "../../provider/hosts/dynamicResource.ts";
import { dynamicType } from "../../provider/hosts/resourceShape.ts";
import { formatId, parseId } from "../../provider/resource/id.ts";
import { traitsOf } from "../../provider/resource/property.ts";
import { systems } from "../../provider/systems/index.ts";
import promises from "../fixtures/promises.json" with { type: "json" };
import { engine, repository, runCommand } from "../support/engine.ts";

const resources = systems.flatMap((system) => system.resources);
const functions = systems.flatMap((system) => system.functions);

it("keeps tokens, ID forms, types in state and the provider's text forever", () => {
  const now = Object.fromEntries(
    resources.map(({ type, id }) => [
      type,
      { id: id.join("/"), state: dynamicType(type), provider: providerText(type) },
    ]),
  );
  expect(now).toMatchObject(promises.resources);
  expect(functions.map(({ type }) => type)).toEqual(expect.arrayContaining(promises.functions));
});

it("has generated files that are fresh: run `npm run generate`", () => {
  for (const [file, text] of generatedFiles()) {
    expect(readFileSync(path.join(repository, file), "utf8"), file).toBe(text);
  }
});

it("describes every property, and names every natural key and ID part that there is", () => {
  for (const { type, inputs, outputs, id, naturalKey, updates } of resources) {
    for (const [name, schema] of Object.entries({ ...inputs, ...outputs })) {
      expect(traitsOf(schema).description, `${type}.${name}`).toMatch(/^[A-Z`].*[.`)]$/s);
    }
    expect(Object.keys({ ...inputs, ...outputs })).toEqual(expect.arrayContaining([...id]));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining([...naturalKey]));
    const updated = updates.flatMap((update) => update.properties);
    expect(new Set(updated).size, `${type}: a property belongs to one update`).toBe(updated.length);
  }
});

it.each(resources)("forms IDs of $type that can be taken apart, whatever they hold", ({ type, id }) => {
  const values = Object.fromEntries(id.map((part, index) => [part, `a/b %2F:ü ${index}`]));
  expect(parseId(type, id, formatId(id, values))).toEqual(values);
  const tooMany = Array.from({ length: id.length + 1 }, () => "a").join("/");
  for (const wrong of ["", tooMany, `${tooMany.slice(2)}/`, `%${tooMany.slice(2).slice(1)}`]) {
    expect(() => parseId(type, id, wrong)).toThrow(id.join("/"));
  }
});

it("has a schema whose references lead somewhere", () => {
  const schema = JSON.parse(readFileSync(path.join(repository, "schema.json"), "utf8")) as Record<string, object>;
  const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/types\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(0);
  expect(Object.keys(schema.types ?? {})).toEqual(expect.arrayContaining(references));
  expect(Object.keys(schema.resources ?? {}).sort()).toEqual(resources.map(({ type }) => `groupware:${type}`).sort());
  expect(Object.keys(schema.functions ?? {}).sort()).toEqual(functions.map(({ type }) => `groupware:${type}`).sort());
});

it.runIf(engine.name === "pulumi")("has a schema that the Pulumi CLI accepts", async () => {
  const result = await runCommand("pulumi", ["schema", "check", "schema.json"], { cwd: repository });
  expect(result).toMatchObject({ code: 0 });
  expect(result.output).not.toMatch(/error|warning/i);
});
