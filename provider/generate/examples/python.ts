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
  unsupported,
} from "./rendering.ts";

const keywords = new Set(
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False print exec id type pulumi groupware".split(
    " ",
  ),
);

const python: Language = {
  indent: "    ",
  literal(value) {
    if (value === null) {
      return "None";
    }
    return typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value);
  },
  variable(name) {
    const snake = snakeCase(name.replace(/[^A-Za-z0-9]+/g, "_"));
    return keywords.has(snake) ? `${snake}_` : snake;
  },
  property: snakeCase,
  member: (name, isProperty, value) => `${JSON.stringify(isProperty ? snakeCase(name) : name)}: ${value}`,
  secret: (value) => `pulumi.Output.secret(${value})`,
  // Unlike `Output.concat`, it takes numbers, too.
  text(parts) {
    const values = parts.filter((part) => typeof part !== "string").map(({ value }) => value);
    const form = parts.map((part) => (typeof part === "string" ? part.replace(/[{}]/g, "$&$&") : "{}")).join("");
    return `pulumi.Output.format(${[JSON.stringify(form), ...values].join(", ")})`;
  },
};

/** The options of resources by their names in Python. */
const optionNames: Readonly<Record<string, string>> = { import: "import_" };

/** A program in Python that declares the same, with the SDK that Pulumi generates from the plugin's schema. */
export function pythonOf(nodes: readonly Node[]): string {
  const needed = referredTo(nodes);
  const keyed = (properties: ReturnType<typeof propertiesOf>) =>
    properties.map(({ name, value, schema }) => `${keyword(name)}=${render(python, value, schema, python.indent)}`);
  const call = (callee: string, args: readonly string[]) =>
    args.length === 0 ? `${callee}()` : `${callee}(${args.map((arg) => `\n${python.indent}${arg}`).join(",")})`;
  const statements = nodes.map((node) => {
    const target = needed.has(node.name) ? `${python.variable(node.name)} = ` : "";
    if (node.kind === "variable") {
      const invoke = invokeOf(node);
      const { system, name } = partsOf(tokenOf(invoke));
      const member = invoke.args.return?.kind === "literal" ? `.${snakeCase(String(invoke.args.return.value))}` : "";
      return `${target}${call(`groupware.${system}.${snakeCase(name)}_output`, keyed(argumentsOf(invoke)))}${member}`;
    }
    const { system, name } = partsOf(node.type);
    const options = [...node.options].map(([option, { value }]) => {
      if (option === "customTimeouts") {
        throw unsupported(value, option);
      }
      return `${optionNames[option] ?? snakeCase(option)}=${render(python, value, undefined, python.indent)}`;
    });
    return `${target}${call(`groupware.${system}.${name}`, [
      JSON.stringify(node.logicalName),
      ...keyed(propertiesOf(node)),
      ...(options.length === 0 ? [] : [`opts=pulumi.ResourceOptions(${options.join(", ")})`]),
    ])}`;
  });
  const body = statements.join("\n\n");
  return `${body.includes("pulumi.") ? "import pulumi\n" : ""}import pulumi_groupware as groupware\n\n${body}\n`;
}

function keyword(name: string): string {
  const snake = snakeCase(name);
  return ["from", "import", "class", "is", "in", "as", "global", "lambda", "not"].includes(snake) ? `${snake}_` : snake;
}

/** Pulumi's names of properties in Python: `groupId` is `group_id`, `siteURL` is `site_url`. */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
