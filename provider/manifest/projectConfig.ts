import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import * as z from "zod";
import { SourceFile } from "./sourceFile.ts";
import { type ConfigEntry, parseTemplate } from "./template.ts";

const projectFile = "Pulumi.yaml";
/** `Pulumi.<stack>.yaml`: what one stack's configuration sets. */
const stackFile = /^Pulumi\..+\.ya?ml$/;

const project = z.looseObject({ name: z.string().optional(), stackConfigDir: z.string().optional() }).catch({});
const stack = z.looseObject({ config: z.record(z.string(), z.unknown()).nullish() }).catch({});

/** The configuration that a project declares in its `Pulumi.yaml`, by name. */
export function declaredConfig(folder: string): ReadonlyMap<string, ConfigEntry> {
  const file = path.join(folder, projectFile);
  if (!existsSync(file)) {
    return new Map();
  }
  const { config } = parseTemplate(new SourceFile(projectFile, readFileSync(file, "utf8")));
  return new Map(config.map((entry) => [entry.name, entry]));
}

/** The configuration values of a project that no manifest declares: those of its `Pulumi.yaml`, and of any stack's file. */
export function configNames(folder: string): ReadonlySet<string> {
  const { name, stackConfigDir = "." } = project.parse(contentOf(path.join(folder, projectFile)));
  const place = path.join(folder, stackConfigDir);
  const files = existsSync(place) ? readdirSync(place).filter((file) => stackFile.test(file)) : [];
  const keys = files.flatMap((file) => Object.keys(stack.parse(contentOf(path.join(place, file))).config ?? {}));
  const own = `${name}:`;
  return new Set([
    ...declaredConfig(folder).keys(),
    ...keys.flatMap((key) => (key.startsWith(own) ? [key, key.slice(own.length)] : [key])),
  ]);
}

function contentOf(file: string): unknown {
  return existsSync(file) ? parseDocument(readFileSync(file, "utf8")).toJS() : undefined;
}
