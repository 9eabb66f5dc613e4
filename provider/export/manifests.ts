import { Document, isScalar, Scalar, visit } from "yaml";
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
  const document = new Document(
    {
      ...(config.length === 0
        ? {}
        : {
            config: Object.fromEntries(
              config.map(({ key, type, secret }) => [key, { type, ...(secret ? { secret } : {}) }]),
            ),
          }),
      resources: Object.fromEntries(
        resources.map(({ name, type, properties }) => [
          name,
          { type: `groupware:${type}`, properties: yamlValue(properties) },
        ]),
      ),
    },
    { compat: "yaml-1.1", aliasDuplicateObjects: false },
  );
  document.commentBefore = ` yaml-language-server: $schema=${schema}\n Written by \`groupware export\`; yours from now on.`;
  // Texts are told from numbers and booleans by every reader of YAML, whatever it makes of 0x1, 1_000 or 12:30.
  visit(document, {
    Scalar(position, node) {
      if (
        position !== "key" &&
        isScalar(node) &&
        typeof node.value === "string" &&
        /^[-+.]?\d|^[<=!]/.test(node.value)
      ) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0 });
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
