import type { Node } from "../../manifest/manifests.ts";
import {
  argumentsOf,
  invokeOf,
  type Language,
  partsOf,
  propertiesOf,
  referredTo,
  render,
  tokenOf,
} from "./rendering.ts";

const reserved = new Set(
  "abstract any as async await boolean break case catch class const continue default delete do else enum export extends false finally for function if implements import in instanceof interface let new null number package private protected public return static string super switch this throw true try type typeof undefined var void while with yield pulumi".split(
    " ",
  ),
);

function languageFor(systems: ReadonlySet<string>): Language {
  return {
    indent: "  ",
    literal: (value) => JSON.stringify(value),
    variable(name) {
      const camel = name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase());
      return reserved.has(camel) || systems.has(camel) ? `${camel}Resource` : camel;
    },
    property: (name) => name,
    member: (name, _, value) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${value}`,
    secret: (value) => `pulumi.secret(${value})`,
    text: (parts) =>
      `pulumi.interpolate\`${parts.map((part) => (typeof part === "string" ? part.replace(/[`\\]|\$\{/g, "\\$&") : `\${${part.value}}`)).join("")}\``,
  };
}

/** A program in TypeScript that declares the same. */
export function typescriptOf(nodes: readonly Node[]): string {
  const systems = new Set(
    nodes.map((node) => partsOf(node.kind === "resource" ? node.type : tokenOf(invokeOf(node))).system),
  );
  const language = languageFor(systems);
  const needed = referredTo(nodes);
  const object = (properties: ReturnType<typeof propertiesOf>) =>
    properties.length === 0
      ? "{}"
      : `{\n${properties.map(({ name, value, schema }) => `  ${language.member(name, true, render(language, value, schema, "  "))},\n`).join("")}}`;
  const statements = nodes.map((node) => {
    const target = needed.has(node.name) ? `const ${language.variable(node.name)} = ` : "";
    if (node.kind === "variable") {
      const call = invokeOf(node);
      const { system, name } = partsOf(tokenOf(call));
      const member = call.args.return?.kind === "literal" ? `.${call.args.return.value}` : "";
      return `${target}${system}.${name}Output(${object(argumentsOf(call))})${member};`;
    }
    const { system, name } = partsOf(node.type);
    const options = [...node.options].map(
      ([option, { value }]) => `${option}: ${render(language, value, undefined, "  ")}`,
    );
    const more = options.length === 0 ? "" : `, { ${options.join(", ")} }`;
    return `${target}new ${system}.${name}(${JSON.stringify(node.logicalName)}, ${object(propertiesOf(node))}${more});`;
  });
  const body = statements.join("\n\n");
  const imports = [
    ...(body.includes("pulumi.") ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    `import { ${[...systems].sort().join(", ")} } from "pulumi-groupware";`,
  ];
  return `${imports.join("\n")}\n\n${body}\n`;
}
