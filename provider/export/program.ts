import { ConfigValue, type DeclaredResource, OutputOf, type Written } from "./declared.ts";

const getters = { string: "Secret", number: "SecretNumber", boolean: "SecretBoolean", object: "SecretObject" } as const;

/** A TypeScript program that declares the resources, over the plugin, which can import. They come in the order given. */
export function typescriptProgram(resources: readonly DeclaredResource[]): string {
  const variables = variablesOf(resources);
  const systems = [...new Set(resources.map(({ type }) => type.split(":")[0] ?? ""))].sort();
  const needsConfig = resources.some(({ config }) => config.length > 0);
  const referred = new Set(resources.flatMap(({ properties }) => [...namesIn(properties)]));
  return [
    "// Written by `groupware export`; yours from now on.",
    ...(needsConfig ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    `import { ${systems.join(", ")} } from "pulumi-groupware/plugin";`,
    ...(needsConfig ? ["", "const config = new pulumi.Config();"] : []),
    "",
    ...resources.map(({ name, type, properties }) => {
      const target = referred.has(name) ? `const ${variables.get(name)} = ` : "";
      const [system = "", kind = ""] = type.split(":");
      return `${target}new ${system}.${kind}(${JSON.stringify(name)}, ${text(properties, variables, "")});\n`;
    }),
  ].join("\n");
}

/** The names of resources in camel case; two that become the same are told apart by a number. */
function variablesOf(resources: readonly DeclaredResource[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    resources.map(({ name }) => {
      const camel = name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase());
      const base = /^[A-Za-z]/.test(camel) ? camel : `_${camel}`;
      let variable = base;
      for (let number = 2; taken.has(variable); number++) {
        variable = `${base}_${number}`;
      }
      taken.add(variable);
      return [name, variable];
    }),
  );
}

function* namesIn(value: Written): Generator<string> {
  if (value instanceof OutputOf) {
    yield value.name;
  } else if (typeof value === "object" && value !== null && !(value instanceof ConfigValue)) {
    for (const member of Object.values(value) as Written[]) {
      yield* namesIn(member);
    }
  }
}

function text(value: Written, variables: ReadonlyMap<string, string>, indent: string): string {
  if (value instanceof OutputOf) {
    return `${variables.get(value.name)}.${value.property}`;
  }
  if (value instanceof ConfigValue) {
    const getter = getters[value.type];
    return `config.require${value.secret ? getter : getter.replace("Secret", "")}(${JSON.stringify(value.key)})`;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value.length === 0
      ? "[]"
      : `[\n${value.map((element: Written) => `${inner}${text(element, variables, inner)},\n`).join("")}${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) =>
        `${inner}${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${text(member as Written, variables, inner)},\n`,
    );
    return members.length === 0 ? "{}" : `{\n${members.join("")}${indent}}`;
  }
  return JSON.stringify(value);
}
