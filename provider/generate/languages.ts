import type { SystemDefinition } from "../systems/system.ts";

/** How the SDKs of the languages are named and laid out; each language has its own customs. */
export function languageSettings(systems: readonly SystemDefinition[]): Record<string, unknown> {
  return {
    nodejs: { packageName: "@pulumi/groupware", respectSchemaVersion: true },
    python: { packageName: "pulumi_groupware", respectSchemaVersion: true, pyproject: { enabled: true } },
    go: {
      importBasePath: "github.com/pulumi/pulumi-groupware/sdk/go/groupware",
      generateResourceContainerTypes: true,
      respectSchemaVersion: true,
    },
    csharp: {
      rootNamespace: "Pulumi",
      namespaces: Object.fromEntries(systems.map(({ name }) => [name, capitalised(name)])),
      respectSchemaVersion: true,
    },
    java: { basePackage: "com.pulumi", buildFiles: "gradle" },
  };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
