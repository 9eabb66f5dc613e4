import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { readManifests } from "./manifests.ts";
import { ManifestError } from "./problem.ts";
import { configKey, type ManifestHost, type Registered, register } from "./register.ts";
import { SourceFile } from "./sourceFile.ts";
import { type ConfigEntry, parseTemplate } from "./template.ts";
import { validate } from "./validate.ts";

/** Reads manifests, checks all of them, and registers their resources: all, or none when anything is wrong. */
export function loadInto(host: ManifestHost, paths: readonly string[]): Registered {
  const manifests = readManifests(paths);
  const declared = declaredConfig(pulumi.getRootDirectory());
  const problems = validate(manifests, {
    host: host.name,
    hasConfig(name) {
      const { bag, key } = configKey(name);
      return declared.has(name) || bag.get(key) !== undefined;
    },
  });
  if (problems.length > 0) {
    throw new pulumi.RunError(new ManifestError(problems).message);
  }
  try {
    return register(manifests, declared, host);
  } catch (error) {
    throw error instanceof ManifestError ? new pulumi.RunError(error.message) : error;
  }
}

/** The configuration that a project declares in its `Pulumi.yaml`, by name. */
export function declaredConfig(folder: string): ReadonlyMap<string, ConfigEntry> {
  const file = path.join(folder, "Pulumi.yaml");
  if (!existsSync(file)) {
    return new Map();
  }
  const { config } = parseTemplate(new SourceFile("Pulumi.yaml", readFileSync(file, "utf8")));
  return new Map(config.map((entry) => [entry.name, entry]));
}
