import { commonInputs, type FunctionDefinition, type ResourceDefinition } from "../resource/definition.ts";
import type { SystemDefinition } from "../systems/system.ts";
import { type EnumType, namedTypes, type ObjectType, type Property, propertiesOf, type Type } from "./model.ts";

/** Generated files: paths below the generated folder, and their text. */
export type GeneratedFiles = Map<string, string>;

// Specifiers end in .js, so that the declarations that are made of these files suit every TypeScript since 3.8.
const header = "// Written from the definitions by `npm run generate`. Do not edit.\n";

/** The classes, functions and types of all systems. */
export function classes(systems: readonly SystemDefinition[]): GeneratedFiles {
  const files: GeneratedFiles = new Map();
  for (const system of systems) {
    const exports: string[] = [];
    for (const resource of system.resources) {
      const file = fileName(resource.type);
      files.set(`${system.name}/${file}.ts`, resourceFile(resource));
      exports.push(`export * from "./${file}.js";`);
    }
    for (const definition of system.functions) {
      const file = fileName(definition.type);
      files.set(`${system.name}/${file}.ts`, functionFile(definition));
      exports.push(`export * from "./${file}.js";`);
    }
    const types = typesOf(system);
    if (types.length > 0) {
      files.set(`${system.name}/types.ts`, typesFile(types, system));
      exports.push(`export * from "./types.js";`);
    }
    files.set(`${system.name}/index.ts`, `${header}${exports.join("\n")}\n`);
  }
  files.set(
    "index.ts",
    `${header}${systems.map(({ name }) => `export * as ${name} from "./${name}/index.js";`).join("\n")}\n`,
  );
  return files;
}

function resourceFile(resource: ResourceDefinition): string {
  const name = objectName(resource.type);
  const inputs = propertiesOf(resource.inputs, resource.type);
  const outputs = propertiesOf(resource.outputs, resource.type);
  const own = inputs.filter(({ name: input }) => !(input in commonInputs));
  const secretOutputs = outputs.filter(({ traits }) => traits.secret === true).map((output) => output.name);
  return `${header}import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
${typeImport([...inputs, ...outputs])}
/** What a \`${name}\` is made of. */
export interface ${name}Args {
${inputs.map((property) => member(property, inputType)).join("\n")}
}

${docComment(resource.description)}
export class ${name} extends DynamicResource {
${[...own, ...outputs].map((property) => `${docComment(property.description, "  ")}\n  declare readonly ${property.name}: pulumi.Output<${outputType(property.type)}${property.required ? "" : " | undefined"}>;`).join("\n")}

  constructor(name: string, args: ${name}Args, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: ${JSON.stringify(resource.type)},
        outputs: ${JSON.stringify(outputs.map((output) => output.name))},
        secretInputs: ${JSON.stringify(secretPaths(inputs))},
        secretOutputs: ${JSON.stringify(secretOutputs)},
      },
      name,
      args,
      options,
    );
  }
}
`;
}

function functionFile(definition: FunctionDefinition): string {
  const name = objectName(definition.type);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const inputs = propertiesOf(definition.inputs, definition.type);
  const outputs = propertiesOf(definition.outputs, definition.type);
  return `${header}import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
${typeImport([...inputs, ...outputs])}
/** What \`${name}\` is asked. */
export interface ${title}Args {
${inputs.map((property) => member(property, outputType)).join("\n")}
}

/** What \`${name}Output\` is asked: the same, as values that may be outputs of resources. */
export interface ${title}OutputArgs {
${inputs.map((property) => member(property, inputType)).join("\n")}
}

/** What \`${name}\` answers. */
export interface ${title}Result {
${outputs.map((property) => member(property, outputType, "readonly ")).join("\n")}
}

${docComment(definition.description)}
export function ${name}(args: ${title}Args): Promise<${title}Result> {
  return invoke(${JSON.stringify(definition.type)}, args);
}

${docComment(`${definition.description}\n\nFor arguments that are outputs of resources.`)}
export function ${name}Output(args: ${title}OutputArgs): pulumi.Output<${title}Result> {
  return invokeOutput(${JSON.stringify(definition.type)}, args);
}
`;
}

function typesOf(system: SystemDefinition): (ObjectType | EnumType)[] {
  const properties = [...system.resources, ...system.functions].flatMap((definition) => [
    ...propertiesOf(definition.inputs, definition.type),
    ...propertiesOf(definition.outputs, definition.type),
  ]);
  return namedTypes(properties);
}

function typesFile(types: readonly (ObjectType | EnumType)[], system: SystemDefinition): string {
  const blocks = types.map((type) => {
    if (!("properties" in type)) {
      return `${docComment(type.description)}\nexport type ${type.name} = ${type.values.map((value) => JSON.stringify(value)).join(" | ")};\n`;
    }
    const members = type.properties.map((property) => member(property, outputType)).join("\n");
    const inputs = type.properties.map((property) => member(property, inputType)).join("\n");
    const isInput =
      system.resources.some((resource) =>
        namedTypes(propertiesOf(resource.inputs, resource.type)).some(({ name }) => name === type.name),
      ) ||
      system.functions.some((definition) =>
        namedTypes(propertiesOf(definition.inputs, definition.type)).some(({ name }) => name === type.name),
      );
    const result = `${docComment(type.description)}\nexport interface ${type.name} {\n${members}\n}\n`;
    return isInput
      ? `${result}\n${docComment(`${type.description} Its values may be outputs of resources.`)}\nexport interface ${type.name}Args {\n${inputs}\n}\n`
      : result;
  });
  const needsPulumi = blocks.some((block) => block.includes("pulumi."));
  return `${header}${needsPulumi ? 'import type * as pulumi from "@pulumi/pulumi";\n' : ""}\n${blocks.join("\n").replace(/\btypes\.(?=[A-Z])/g, "")}`;
}

function typeImport(properties: readonly Property[]): string {
  return namedTypes(properties).length === 0 ? "" : 'import type * as types from "./types.js";\n';
}

function member(property: Property, typeText: (type: Type) => string, modifier = ""): string {
  return `${docComment(property.description, "  ")}\n  ${modifier}${property.name}${property.required ? "" : "?"}: ${typeText(property.type)}${property.required ? "" : " | undefined"};`;
}

function outputType(type: Type): string {
  switch (type.kind) {
    case "integer":
      return "number";
    case "any":
      return "unknown";
    case "array":
      return `${parenthesised(outputType(type.element))}[]`;
    case "map":
      return `{ [key: string]: ${outputType(type.element)} }`;
    case "object":
      return `types.${type.object.name}`;
    case "enum":
      return `types.${type.enumeration.name}`;
    default:
      return type.kind;
  }
}

function inputType(type: Type): string {
  switch (type.kind) {
    case "integer":
      return "pulumi.Input<number>";
    case "any":
      return "pulumi.Input<unknown>";
    case "array":
      return `pulumi.Input<${inputType(type.element)}[]>`;
    case "map":
      return `pulumi.Input<{ [key: string]: ${inputType(type.element)} }>`;
    case "object":
      return `pulumi.Input<types.${type.object.name}Args>`;
    case "enum":
      return `pulumi.Input<types.${type.enumeration.name}>`;
    default:
      return `pulumi.Input<${type.kind}>`;
  }
}

function parenthesised(type: string): string {
  return type.includes("|") ? `(${type})` : type;
}

/** The paths of secret properties: names, and `*` for the elements of arrays and maps. */
function secretPaths(properties: readonly Property[], path: readonly string[] = []): string[][] {
  return properties.flatMap((property) => {
    const here = [...path, property.name];
    return property.traits.secret === true ? [here] : secretPathsIn(property.type, here);
  });
}

function secretPathsIn(type: Type, path: readonly string[]): string[][] {
  switch (type.kind) {
    case "array":
    case "map":
      return secretPathsIn(type.element, [...path, "*"]);
    case "object":
      return secretPaths(type.object.properties, path);
    default:
      return [];
  }
}

function docComment(text: string, indent = ""): string {
  const lines = text.split("\n");
  return lines.length === 1
    ? `${indent}/** ${text} */`
    : [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

function objectName(type: string): string {
  return type.split(":")[1] ?? type;
}

function fileName(type: string): string {
  const name = objectName(type);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
