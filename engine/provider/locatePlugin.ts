import { access, constants, readFile, stat } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { parse } from "yaml";
import type { ProgramProject } from "../deploy/options.ts";
import { locateProgram } from "../program/location.ts";
import { resolveFrom } from "../program/resolve.ts";
import type { PluginCommand } from "./pluginProcess.ts";

/** The package of the Node SDK's dynamic resources. */
export const dynamicPackage = "pulumi-nodejs";

/**
 * Finds out how a package's provider is started: the SDK's own process for dynamic resources; else what the project's
 * `plugins: providers:` names; else `pulumi-resource-<package>` on the PATH. Nothing is ever downloaded.
 * @throws Error when there is no such provider.
 */
export async function locatePlugin(
  packageName: string,
  version: string | undefined,
  project: ProgramProject,
): Promise<PluginCommand> {
  const { directory } = await locateProgram(project);
  const environment = { PULUMI_PROJECT: project.name };
  if (packageName === dynamicPackage) {
    return {
      name: packageName,
      executable: process.execPath,
      args: [resolveFrom(directory, "@pulumi/pulumi/cmd/dynamic-provider")],
      directory,
      environment: { ...environment, PULUMI_NODEJS_PROJECT: project.name },
    };
  }
  const executableName = `pulumi-resource-${packageName}`;
  const plugin = project.providerPlugins?.find(
    (candidate) =>
      candidate.name === packageName &&
      (candidate.version === undefined || version === undefined || candidate.version === version),
  );
  if (plugin !== undefined) {
    const folder = resolve(project.directory, plugin.path);
    const executable = join(folder, executableName);
    if (await isExecutable(executable)) {
      return { name: packageName, executable, args: [], directory, environment };
    }
    return { ...(await nodePlugin(folder)), name: packageName, directory, environment };
  }
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const executable = join(folder, executableName);
    if (folder !== "" && (await isExecutable(executable))) {
      return { name: packageName, executable, args: [], directory, environment };
    }
  }
  throw new Error(
    `there is no provider for the package ${packageName}: add it under "plugins: providers:" in Pulumi.yaml, with its name and path, or put ${executableName} on the PATH (the embedded engine downloads none)`,
  );
}

/** A plugin without an executable: `PulumiPlugin.yaml` says how it runs, and Node's are run by the SDK. */
async function nodePlugin(folder: string): Promise<Pick<PluginCommand, "executable" | "args">> {
  const file = join(folder, "PulumiPlugin.yaml");
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new Error(`the plugin in ${folder} has neither an executable nor a PulumiPlugin.yaml: ${error.message}`);
  });
  const runtime: unknown = (parse(text) as { runtime?: unknown } | null)?.runtime;
  const name = typeof runtime === "string" ? runtime : (runtime as { name?: string } | undefined)?.name;
  if (name !== "nodejs") {
    throw new Error(
      `${file}: the embedded engine runs plugins of the runtime "nodejs" alone, not of ${JSON.stringify(name)}`,
    );
  }
  return { executable: process.execPath, args: [resolveFrom(folder, "@pulumi/pulumi/cmd/run-plugin"), folder] };
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
