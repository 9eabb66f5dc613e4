import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import * as z from "zod";
import * as dynamic from "./dynamic.ts";
import * as plugin from "./plugin.ts";

/** The lines of a `Pulumi.yaml` that bring the plugin into a project. */
const pluginProject = z.union([
  z.looseObject({
    plugins: z.looseObject({
      providers: z
        .array(z.looseObject({ name: z.string() }))
        .refine((all) => all.some(({ name }) => name === "groupware")),
    }),
  }),
  z.looseObject({
    packages: z.looseObject({ groupware: z.unknown() }).refine(({ groupware }) => groupware !== undefined),
  }),
]);

/**
 * The program of a project without one: makes the resources that its `Pulumi.yaml` holds, and those of the files and
 * folders that its `manifests` names. It uses the plugin where the project names it, as `plugins: providers:` or
 * `packages:`, and dynamic resources where it does not.
 * @returns the outputs of the stack.
 */
export function run(): Readonly<Record<string, unknown>> {
  const project: unknown = parseDocument(readFileSync("Pulumi.yaml", "utf8")).toJS();
  const { load } = pluginProject.safeParse(project).success ? plugin : dynamic;
  return load("Pulumi.yaml").outputs;
}
