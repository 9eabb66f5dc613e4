import { definitionShape } from "../hosts/definitionShape.ts";
import { commonInputs, type FunctionDefinition, type ResourceDefinition } from "../resource/definition.ts";
import type { SystemDefinition } from "../systems/system.ts";
import { type EnumType, namedTypes, type ObjectType, type Property, propertiesOf, type Type } from "./model.ts";
import { providerDescription, providerSettings } from "./providerSettings.ts";

/** Generated files: paths below the generated folder, and their text. */
export type GeneratedFiles = Map<string, string>;

// Specifiers end in .js, so that the declarations that are made of these files suit every TypeScript since 3.8.
const header = "// Written from the definitions by `npm run generate`. Do not edit.\n";

/** How generated code reaches one of the two hosts. */
interface HostCode {
  /** Where its files lie below the generated folder, and how they reach the folder of the hosts. */
  readonly folder: string;
  readonly hosts: string;
  readonly resourceFile: string;
  readonly baseClass: string;
  readonly functionFile: string;
  /** What the host's functions take besides their arguments. */
  readonly invokeOptions: readonly [plain: string, output: string] | undefined;
}

const dynamicHost: HostCode = {
  folder: "",
  hosts: "../../hosts",
  resourceFile: "dynamicResource",
  baseClass: "DynamicResource",
  functionFile: "dynamicFunction",
  invokeOptions: undefined,
};

const pluginHost: HostCode = {
  folder: "plugin/",
  hosts: "../../../hosts",
  resourceFile: "pluginResource",
  baseClass: "PluginResource",
  functionFile: "pluginFunction",
  invokeOptions: ["pulumi.InvokeOptions", "pulumi.InvokeOutputOptions"],
};

/**
 * The classes, functions and types of all systems: for the dynamic host, and under `plugin/` the same classes for the
 * plugin, which share the types of the first.
 */
export function classes(systems: readonly SystemDefinition[]): GeneratedFiles {
  const files: GeneratedFiles = new Map();
  for (const host of [dynamicHost, pluginHost]) {
    for (const system of systems) {
      for (const resource of system.resources) {
        files.set(`${host.folder}${system.name}/${fileName(resource.type)}.ts`, resourceFile(resource, host));
      }
      for (const definition of system.functions) {
        files.set(`${host.folder}${system.name}/${fileName(definition.type)}.ts`, functionFile(definition, host));
      }
      const exports = [...system.resources, ...system.functions].map(
        ({ type }) => `export * from "./${fileName(type)}.js";`,
      );
      const types = typesOf(system);
      if (types.length > 0) {
        exports.push(`export * from "${typesOfDynamic(host, system.name)}types.js";`);
      }
      if (types.length > 0 && host === dynamicHost) {
        files.set(`${system.name}/types.ts`, typesFile(types, inputTypes(system)));
      }
      files.set(`${host.folder}${system.name}/index.ts`, `${header}${exports.join("\n")}\n`);
    }
    const namespaces = systems.map(({ name }) => `export * as ${name} from "./${name}/index.js";`);
    const provider = host === pluginHost ? ['export * from "./provider.js";'] : [];
    files.set(`${host.folder}index.ts`, `${header}${[...namespaces, ...provider].join("\n")}\n`);
  }
  files.set("plugin/provider.ts", providerFile(systems));
  return files;
}

function resourceFile(resource: ResourceDefinition, host: HostCode): string {
  const name = objectName(resource.type);
  const inputs = propertiesOf(resource.inputs, resource.type);
  const outputs = propertiesOf(resource.outputs, resource.type);
  const own = inputs.filter(({ name: input }) => !(input in commonInputs));
  const shape = definitionShape(resource);
  return `${header}import type * as pulumi from "@pulumi/pulumi";
import { ${host.baseClass} } from "${host.hosts}/${host.resourceFile}.js";
${typeImport([...inputs, ...outputs], host, resource.type)}
${
  host === dynamicHost
    ? `/** What a \`${name}\` is made of. */
export interface ${name}Args {
${inputs.map((property) => member(property, inputType)).join("\n")}
}`
    : sharedTypes(resource.type, [`${name}Args`])
}

${docComment(resource.description)}
export class ${name} extends ${host.baseClass} {
${[...own, ...outputs].map((property) => `${docComment(property.description, "  ")}\n  declare readonly ${property.name}: pulumi.Output<${outputType(property.type)}${property.required ? "" : " | undefined"}>;`).join("\n")}
${host === pluginHost ? getMethod(name, resource) : ""}
  constructor(name: string, args: ${name}Args, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: ${JSON.stringify(shape.type)},
        properties: ${JSON.stringify(shape.properties)},
        secretInputs: ${JSON.stringify(shape.secretInputs)},
        secretOutputs: ${JSON.stringify(shape.secretOutputs)},
      },
      name,
      args,
      options,
    );
  }
}
`;
}

/** Dynamic resources cannot be read, so this is the plugin's alone. */
function getMethod(name: string, resource: ResourceDefinition): string {
  return `
  /**
   * Reads one that exists, without managing it.
   * @param id \`${resource.id.join("/")}\`, each part percent-encoded.
   * @param state the \`connection\`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<${name}Args, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): ${name} {
    return new ${name}(name, state as ${name}Args, { ...options, id });
  }
`;
}

function functionFile(definition: FunctionDefinition, host: HostCode): string {
  const name = objectName(definition.type);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const inputs = propertiesOf(definition.inputs, definition.type);
  const outputs = propertiesOf(definition.outputs, definition.type);
  const [options, outputOptions] = host.invokeOptions ?? [];
  const types = [`${title}Args`, `${title}OutputArgs`, `${title}Result`];
  return `${header}import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "${host.hosts}/${host.functionFile}.js";
${
  host === dynamicHost
    ? `${typeImport([...inputs, ...outputs], host, definition.type)}
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
}`
    : sharedTypes(definition.type, types)
}

${docComment(definition.description)}
export function ${name}(args: ${title}Args${options === undefined ? "" : `, options?: ${options}`}): Promise<${title}Result> {
  return invoke(${JSON.stringify(definition.type)}, args${options === undefined ? "" : ", options"});
}

${docComment(`${definition.description}\n\nFor arguments that are outputs of resources.`)}
export function ${name}Output(args: ${title}OutputArgs${outputOptions === undefined ? "" : `, options?: ${outputOptions}`}): pulumi.Output<${title}Result> {
  return invokeOutput(${JSON.stringify(definition.type)}, args${outputOptions === undefined ? "" : ", options"});
}
`;
}

/** The plugin's explicit provider, and the connections that it takes. */
function providerFile(systems: readonly SystemDefinition[]): string {
  const settings = providerSettings(systems);
  const types = namedTypes(settings);
  return `${typesFile(types, new Set(types.map(({ name }) => name)))
    .replace(
      header,
      `${header}import type * as pulumi from "@pulumi/pulumi";\nimport { PluginProvider } from "../../hosts/pluginResource.js";\n`,
    )
    .replace('import type * as pulumi from "@pulumi/pulumi";\n\n', "\n")}
/** The settings of a provider. */
export interface ProviderArgs {
${settings.map((property) => member(property, inputType).replace(/\btypes\.(?=[A-Z])/g, "")).join("\n")}
}

${docComment(providerDescription)}
export class Provider extends PluginProvider {
  constructor(name: string, args: ProviderArgs = {}, options?: pulumi.ResourceOptions) {
    super(name, args, options);
  }
}
`;
}

/** What the files of the plugin take over from those of the dynamic host. */
function sharedTypes(type: string, names: readonly string[]): string {
  const file = `../../${type.split(":")[0]}/${fileName(type)}.js`;
  return `import type { ${names.join(", ")} } from "${file}";

export type { ${names.join(", ")} };`;
}

function typesOfDynamic(host: HostCode, system: string): string {
  return host === dynamicHost ? "./" : `../../${system}/`;
}

function typesOf(system: SystemDefinition): (ObjectType | EnumType)[] {
  const properties = [...system.resources, ...system.functions].flatMap((definition) => [
    ...propertiesOf(definition.inputs, definition.type),
    ...propertiesOf(definition.outputs, definition.type),
  ]);
  return namedTypes(properties);
}

function inputTypes(system: SystemDefinition): ReadonlySet<string> {
  const properties = [...system.resources, ...system.functions].flatMap((definition) =>
    propertiesOf(definition.inputs, definition.type),
  );
  return new Set(namedTypes(properties).map(({ name }) => name));
}

/** @param inputs the names of those types that stand among arguments. */
function typesFile(types: readonly (ObjectType | EnumType)[], inputs: ReadonlySet<string>): string {
  const blocks = types.map((type) => {
    if (!("properties" in type)) {
      return `${docComment(type.description)}\nexport type ${type.name} =${enumMembers(type)};\n`;
    }
    const members = type.properties.map((property) => member(property, outputType)).join("\n");
    const result = `${docComment(type.description)}\nexport interface ${type.name} {\n${members}\n}\n`;
    const inputMembers = type.properties.map((property) => member(property, inputType)).join("\n");
    return inputs.has(type.name)
      ? `${result}\n${docComment(`${type.description} Its values may be outputs of resources.`)}\nexport interface ${type.name}Args {\n${inputMembers}\n}\n`
      : result;
  });
  const needsPulumi = blocks.some((block) => block.includes("pulumi."));
  return `${header}${needsPulumi ? 'import type * as pulumi from "@pulumi/pulumi";\n' : ""}\n${blocks.join("\n").replace(/\btypes\.(?=[A-Z])/g, "")}`;
}

function typeImport(properties: readonly Property[], host: HostCode, type: string): string {
  const folder = typesOfDynamic(host, type.split(":")[0] ?? "");
  return namedTypes(properties).length === 0 ? "" : `import type * as types from "${folder}types.js";\n`;
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
    case "literal":
      return JSON.stringify(type.value);
    case "union":
      return type.branches.map(outputType).join(" | ");
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
      return `pulumi.Input<${parenthesised(inputType(type.element))}[]>`;
    case "map":
      return `pulumi.Input<{ [key: string]: ${inputType(type.element)} }>`;
    case "object":
      return `pulumi.Input<types.${type.object.name}Args>`;
    case "enum":
      return `pulumi.Input<types.${type.enumeration.name}>`;
    case "literal":
      return `pulumi.Input<${JSON.stringify(type.value)}>`;
    case "union":
      return type.branches.map(inputType).join(" | ");
    default:
      return `pulumi.Input<${type.kind}>`;
  }
}

function parenthesised(type: string): string {
  return type.includes("|") ? `(${type})` : type;
}

function enumMembers({ values }: EnumType): string {
  return values.some(({ description }) => description !== undefined)
    ? values
        .map(({ value, description = "" }) => `\n${docComment(description, "  ")}\n  | ${JSON.stringify(value)}`)
        .join("")
    : ` ${values.map(({ value }) => JSON.stringify(value)).join(" | ")}`;
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
