import { type FunctionDefinition, type ResourceDefinition, replacingProperties } from "../resource/definition.ts";
import { commonSettings } from "../systems/connectionSettings.ts";
import type { SystemDefinition } from "../systems/system.ts";
import type { Example } from "./examples/examples.ts";
import {
  describeProperty,
  type EnumType,
  type EnumValue,
  namedTypes,
  type ObjectType,
  type Property,
  propertiesOf,
  type Type,
} from "./model.ts";

const note = "<!-- Written from the definitions by `npm run generate`. Do not edit. -->\n";

/**
 * The pages of the reference: one for each resource and function, one for each system, and a list of all.
 * @returns paths below the folder of the reference, and their text.
 */
export function referencePages(
  systems: readonly SystemDefinition[],
  exampleOf: (type: string) => Example | undefined,
): Map<string, string> {
  const pages = new Map<string, string>();
  for (const system of systems) {
    for (const resource of system.resources) {
      pages.set(`${system.name}/${pageName(resource.type)}`, resourcePage(resource, exampleOf(resource.type)));
    }
    for (const definition of system.functions) {
      pages.set(`${system.name}/${pageName(definition.type)}`, functionPage(definition, exampleOf(definition.type)));
    }
    pages.set(`${system.name}/README.md`, systemPage(system));
  }
  const rows = systems.map(
    (system) =>
      `| [\`${system.name}\`](${system.name}/README.md) | ${cell(system.description)} | ${links(system.resources, `${system.name}/`)} | ${links(system.functions, `${system.name}/`)} |`,
  );
  pages.set(
    "README.md",
    `${note}# Reference\n\n| module | system | resources | functions |\n|---|---|---|---|\n${rows.join("\n")}\n`,
  );
  return pages;
}

function systemPage(system: SystemDefinition): string {
  const settings = propertiesOf(system.settings.shape, system.name);
  const common = propertiesOf(commonSettings, "connection");
  const listed = (title: string, definitions: readonly (ResourceDefinition | FunctionDefinition)[]) =>
    definitions.length === 0
      ? ""
      : `\n## ${title}\n\n${definitions.map((one) => `- [\`${one.type}\`](${pageName(one.type)}): ${firstSentence(one.description)}`).join("\n")}\n`;
  return `${note}# ${system.name}

${system.description}
${listed("Resources", system.resources)}${listed("Functions", system.functions)}
## Connection

The settings below \`groupware:connections.${system.name}\` in the stack's configuration, or below any other name with
\`system: ${system.name}\`. A sign-in needs ${system.credentials.map((names) => names.map((name) => `\`${name}\``).join(", ")).join("; or ")}.

${table([...settings, ...common])}`;
}

function resourcePage(resource: ResourceDefinition, example: Example | undefined): string {
  const inputs = propertiesOf(resource.inputs, resource.type);
  const outputs = propertiesOf(resource.outputs, resource.type);
  const id = resource.id.join("/");
  const life =
    resource.isAction === true
      ? "An action has no object that could be imported, changed or deleted: a change of any input carries it out again."
      : `The ID is \`${id}\`, each part percent-encoded. An object that exists is told from others by ${resource.naturalKey.map((name) => `\`${name}\``).join(", ")}.

\`\`\`
pulumi import groupware:${resource.type} NAME '${id}'
\`\`\``;
  return `${note}# ${resource.type}

${resource.description}
${exampleText(example)}
## Inputs

${table(inputs, new Set(replacingProperties(resource)))}
## Outputs

All inputs, \`id\`, and:

${outputTable(outputs)}${typeSections([...inputs, ...outputs])}
## ID and import

${life}
`;
}

function functionPage(definition: FunctionDefinition, example: Example | undefined): string {
  const inputs = propertiesOf(definition.inputs, definition.type);
  const outputs = propertiesOf(definition.outputs, definition.type);
  return `${note}# ${definition.type}

${definition.description}
${exampleText(example)}
## Arguments

${table(inputs)}
## Result

${outputTable(outputs)}${typeSections([...inputs, ...outputs])}`;
}

function exampleText(example: Example | undefined): string {
  return example === undefined
    ? ""
    : `\n## Example\n\n${example.title}:\n\n\`\`\`yaml\n${example.yaml.trim()}\n\`\`\`\n\n\`\`\`typescript\n${example.typescript.trim()}\n\`\`\`\n\n\`\`\`python\n${example.python.trim()}\n\`\`\`\n`;
}

function typeSections(properties: readonly Property[]): string {
  return namedTypes(properties)
    .map((type) => `\n## ${type.name}\n\n${type.description}\n\n${typeTable(type)}`)
    .join("");
}

function typeTable(type: ObjectType | EnumType): string {
  if ("properties" in type) {
    return table(type.properties);
  }
  const line = ({ value, description }: EnumValue) =>
    `- \`${value}\`${description === undefined ? "" : `: ${description}`}`;
  return `${type.values.map(line).join("\n")}\n`;
}

/** Outputs are not written by anybody: what may be absent is what there is to say. */
function outputTable(properties: readonly Property[]): string {
  return table(properties).replaceAll("| required |", "|  |").replaceAll("| required, ", "| ");
}

function table(properties: readonly Property[], replacing: ReadonlySet<string> = new Set()): string {
  if (properties.length === 0) {
    return "None.\n";
  }
  const rows = properties.map((property) => {
    const marks = [
      property.required ? "required" : "",
      replacing.has(property.name) ? "replaces" : "",
      property.traits.secret === true ? "secret" : "",
      property.default === undefined ? "" : `default \`${JSON.stringify(property.default)}\``,
    ].filter((mark) => mark !== "");
    return `| \`${property.name}\` | ${typeText(property.type)} | ${marks.join(", ")} | ${cell(describeProperty(property))} |`;
  });
  return `| name | type | | |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function typeText(type: Type): string {
  switch (type.kind) {
    case "array":
      return `list of ${typeText(type.element)}`;
    case "map":
      return `map of ${typeText(type.element)}`;
    case "object":
      return `[${type.object.name}](#${type.object.name.toLowerCase()})`;
    case "enum":
      return `[${type.enumeration.name}](#${type.enumeration.name.toLowerCase()})`;
    case "literal":
      return `\`"${type.value}"\``;
    case "union":
      return type.branches.map(typeText).join(" or ");
    default:
      return type.kind;
  }
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}

function firstSentence(description: string): string {
  return cell(/^.*?[.:](?=\s|$)/s.exec(description)?.[0] ?? description);
}

function links(definitions: readonly { readonly type: string }[], folder: string): string {
  return definitions.map(({ type }) => `[\`${type.split(":")[1]}\`](${folder}${pageName(type)})`).join(", ");
}

function pageName(type: string): string {
  const name = type.split(":")[1] ?? "";
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.md`;
}
