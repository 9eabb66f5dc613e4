import { existsSync } from "node:fs";
import { readManifests } from "../../provider/manifest/manifests.ts";
import { problemReports } from "../../provider/manifest/problemReports.ts";
import { configNames } from "../../provider/manifest/projectConfig.ts";
import { type Setting, validate } from "../../provider/manifest/validate.ts";
import { exitCodes } from "../exitCodes.ts";
import { projectFolder } from "../pulumi.ts";

export interface ValidateOptions {
  readonly format: keyof typeof problemReports;
  readonly host?: NonNullable<Setting["host"]>;
}

/** Checks manifests, prints what is wrong, and sets the exit code. */
export function runValidate(paths: readonly string[], { format, host }: ValidateOptions): void {
  const manifests = readManifests(paths.length > 0 ? paths : [existsSync("Pulumi.yaml") ? "Pulumi.yaml" : "."]);
  const folder = projectFolder();
  const config = folder === undefined ? new Set<string>() : configNames(folder);
  const problems = validate(manifests, {
    ...(host === undefined ? {} : { host }),
    hasConfig: (key) => config.has(key),
  });
  process.stdout.write(problemReports[format](problems, manifests.resources.size));
  process.exitCode = problems.some(({ isWarning }) => isWarning !== true) ? exitCodes.refused : 0;
}
