import * as pulumi from "@pulumi/pulumi";
import { readManifests } from "./manifests.ts";
import { ManifestError } from "./problem.ts";
import { declaredConfig } from "./projectConfig.ts";
import { configKey, type ManifestHost, type Registered, register } from "./register.ts";
import { validate } from "./validate.ts";

/** Reads manifests, checks all of them, and registers their resources: all, or none when anything is wrong. */
export function loadInto(host: ManifestHost, paths: readonly string[]): Registered {
  const manifests = readManifests(paths);
  const declared = declaredConfig(pulumi.getRootDirectory());
  const found = validate(manifests, {
    host: host.name,
    hasConfig(name) {
      const { bag, key } = configKey(name);
      return declared.has(name) || bag.get(key) !== undefined;
    },
  });
  const problems = found.filter(({ isWarning }) => isWarning !== true);
  if (problems.length > 0) {
    throw new pulumi.RunError(new ManifestError(problems).message);
  }
  try {
    return register(manifests, declared, host);
  } catch (error) {
    throw error instanceof ManifestError ? new pulumi.RunError(error.message) : error;
  }
}
