import { Document, Scalar, visit } from "yaml";
import { ConfigValue, type DeclaredResource, OutputOf, type Written } from "./declared.ts";

/**
 * The files of manifests, by their paths; what they hold stands in the order of its names.
 * @param schemaOf where an editor finds the JSON Schema of manifests, from a file.
 */
export function manifestFiles(
  resources: readonly DeclaredResource[],
  schemaOf: (file: string) => string,
): Map<string, string> {
  const byFile = Map.groupBy(resources, ({ file }) => `${file}.yaml`);
  return new Map(
    [...byFile]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([file, of]) => [
        file,
        manifest(
          [...of].sort((left, right) => (left.name < right.name ? -1 : 1)),
          schemaOf(file),
        ),
      ]),
  );
}

function manifest(resources: readonly DeclaredResource[], schema: string): string {
  const config = resources.flatMap((resource) => resource.config);
  const configMembers = config.map(({ key, type, secret }) => yaml(key, { type, ...(secret ? { secret } : {}) }));
  const members = resources.map(({ name, type, properties }) =>
    yaml(name, { type: `groupware:${type}`, properties: yamlValue(properties) }),
  );
  return [
    `# yaml-language-server: $schema=${schema}\n# Written by \`groupware export\`; yours from now on.\n\n`,
    ...(config.length === 0 ? [] : ["config:\n", ...configMembers]),
    "resources:\n",
    ...members,
  ].join("");
}

/** One member of a section. Each is a document of its own: one of all would take several times the memory. */
function yaml(name: string, value: unknown): string {
  const document = new Document({ [name]: value }, { compat: "yaml-1.1", aliasDuplicateObjects: false });
  // Texts are told from numbers and booleans by every reader of YAML, whatever it makes of 0x1, 1_000 or 12:30.
  visit(document, {
    Scalar(position, node) {
      if (position !== "key" && typeof node.value === "string" && /^[-+.]?\d|^[<=!]/.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0 }).replace(/^(?=.)/gm, "  ");
}

function yamlValue(value: Written): unknown {
  if (value instanceof OutputOf) {
    return `\${${value.name}.${value.property}}`;
  }
  if (value instanceof ConfigValue) {
    return `\${${value.key}}`;
  }
  if (typeof value === "string") {
    return value.replaceAll("$", "$$$$");
  }
  if (Array.isArray(value)) {
    return value.map(yamlValue);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name.replaceAll("$", "$$$$"), yamlValue(member as Written)]),
      )
    : value;
}
