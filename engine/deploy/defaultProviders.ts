import { type PropertyMap, Secret } from "../property/value.ts";
import { dynamicPackage } from "../provider/locatePlugin.ts";
import type { Goal } from "./goal.ts";
import type { DeploymentOptions } from "./options.ts";
import { providerType } from "./urn.ts";

/** The provider that the engine makes for resources that name none: one a package and version. */
export function defaultProviderGoal(
  packageName: string,
  version: string,
  pluginDownloadUrl: string,
  options: Pick<DeploymentOptions, "config" | "secretConfigKeys">,
): Goal {
  const parts = [
    "default",
    ...(version === "" ? [] : [version.replaceAll(/[.+-]/g, "_")]),
    ...(pluginDownloadUrl === "" ? [] : [pluginDownloadUrl.replaceAll(/[^\w.]/g, "_")]),
  ];
  return {
    type: providerType(packageName),
    name: parts.join("_"),
    custom: true,
    properties: {
      ...packageConfig(packageName, options),
      ...(version !== "" && { version, __internal: {} }),
      ...(pluginDownloadUrl !== "" && { __internal: { pluginDownloadURL: pluginDownloadUrl } }),
    },
    parent: "",
    dependencies: [],
    provider: "",
    propertyDependencies: {},
    ignoreChanges: [],
    replaceOnChanges: [],
    additionalSecretOutputs: [],
    aliases: [],
    importId: "",
    customTimeouts: { create: 0, update: 0, delete: 0 },
    deletedWith: "",
    sourcePosition: "",
  };
}

/** A provider gets its own part of the configuration; dynamic resources, which have no part of their own, get it all. */
function packageConfig(
  packageName: string,
  options: Pick<DeploymentOptions, "config" | "secretConfigKeys">,
): PropertyMap {
  const secret = new Set(options.secretConfigKeys);
  const prefix = `${packageName}:`;
  return Object.fromEntries(
    Object.entries(options.config)
      .filter(([key]) => packageName === dynamicPackage || key.startsWith(prefix))
      .map(([key, value]) => [
        packageName === dynamicPackage ? key : key.slice(prefix.length),
        secret.has(key) ? new Secret(value) : value,
      ]),
  );
}
