import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod";

/** What a project declares about a configuration value; the short form is the value alone. */
const declaredValue = z.looseObject({
  type: z.enum(["string", "integer", "boolean", "array", "object"]).optional(),
  value: z.unknown().optional(),
  default: z.unknown().optional(),
  secret: z.boolean().optional(),
});

export type DeclaredValue = z.output<typeof declaredValue>;

const projectFile = z.looseObject({
  name: z.string().min(1),
  runtime: z.union([
    z.string().transform((name) => ({ name, options: {} as Record<string, unknown> })),
    z.looseObject({ name: z.string(), options: z.record(z.string(), z.unknown()).default({}) }),
  ]),
  main: z.string().optional(),
  config: z
    .record(
      z.string(),
      z.union([
        declaredValue,
        z.union([z.string(), z.number(), z.boolean()]).transform((value): DeclaredValue => ({ value })),
      ]),
    )
    .default({}),
  stackConfigDir: z.string().optional(),
  backend: z.looseObject({ url: z.string().optional() }).optional(),
  plugins: z
    .looseObject({
      providers: z
        .array(z.looseObject({ name: z.string(), path: z.string(), version: z.string().optional() }))
        .optional(),
    })
    .optional(),
});

/** A project: its `Pulumi.yaml`, and where it lies. */
export interface Project extends z.output<typeof projectFile> {
  readonly folder: string;
}

/** Finds `Pulumi.yaml` in a folder or above it, as the CLI does. */
export function findProject(start: string): Project {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    const file = path.join(folder, "Pulumi.yaml");
    if (existsSync(file)) {
      const result = projectFile.safeParse(parse(readFileSync(file, "utf8")));
      if (!result.success) {
        const [issue] = result.error.issues;
        throw new Error(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
      }
      const { runtime } = result.data;
      if (runtime.name !== "nodejs") {
        throw new Error(
          `${file}: the embedded engine runs nodejs programs only, not ${runtime.name}; use the Pulumi CLI`,
        );
      }
      return { ...result.data, folder };
    }
    if (folder === path.dirname(folder)) {
      throw new Error(
        `no Pulumi.yaml project file found (searching upwards from ${path.resolve(start)}). Name its folder with --cwd (-C).`,
      );
    }
  }
}
