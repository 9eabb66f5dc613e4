import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { closestName } from "../resource/check.ts";
import { type Entry, type Expression, memberOf } from "./expression.ts";
import { fail, type Place } from "./problem.ts";

type Parsed =
  | { readonly args: Readonly<Record<string, Expression | undefined>> }
  | { readonly problem: string; readonly place: Place };

/** A built-in function of Pulumi YAML. */
export interface Builtin {
  readonly name: string;
  parse(argument: Expression): Parsed;
  /**
   * The result, from arguments whose values are known; absent where the function is more than its arguments' values.
   * @throws ManifestError at the argument that is wrong.
   */
  evaluate?(values: Readonly<Record<string, unknown>>, places: Readonly<Record<string, Place>>): unknown;
}

/** A function of one argument. */
function ofOne(name: string, evaluate?: (value: unknown, place: Place) => unknown): Builtin {
  return {
    name,
    parse: (argument) => ({ args: { value: argument } }),
    ...(evaluate === undefined
      ? {}
      : { evaluate: ({ value }, { value: place }) => evaluate(value, place ?? missingPlace()) }),
  };
}

/** A function of a list of two. */
function ofTwo(name: string, evaluate: (values: [unknown, unknown], places: [Place, Place]) => unknown): Builtin {
  return {
    name,
    parse(argument) {
      const [first, second, more] = argument.kind === "list" ? argument.elements : [];
      return first === undefined || second === undefined || more !== undefined
        ? { problem: `the argument of ${name} must be a list of two`, place: argument.place }
        : { args: { first, second } };
    },
    evaluate: ({ first, second }, { first: firstPlace, second: secondPlace }) =>
      evaluate([first, second], [firstPlace ?? missingPlace(), secondPlace ?? missingPlace()]),
  };
}

function missingPlace(): never {
  throw new Error("a built-in function was evaluated without the places of its arguments");
}

const invokeMembers = ["function", "arguments", "options", "return"];
const invokeOptions = ["parent", "provider", "dependsOn", "version", "pluginDownloadURL"];

const invoke: Builtin = {
  name: "fn::invoke",
  parse(argument) {
    if (argument.kind !== "object") {
      return { problem: `fn::invoke takes an object of ${invokeMembers.join(", ")}`, place: argument.place };
    }
    const options = memberOf(argument, "options")?.value;
    const unknown =
      unknownMember(argument.entries, invokeMembers) ?? unknownMember(optionEntries(options), invokeOptions);
    if (unknown !== undefined) {
      return unknown;
    }
    const member = (name: string) => memberOf(argument, name)?.value;
    const [token, args, result] = [member("function"), member("arguments"), member("return")];
    if (token?.kind !== "literal" || typeof token.value !== "string") {
      return {
        problem: "fn::invoke needs a `function`, such as groupware:barium:getGroup",
        place: (token ?? argument).place,
      };
    }
    if (args !== undefined && args.kind !== "object") {
      return { problem: "the arguments of a function must be an object", place: args.place };
    }
    if (result !== undefined && (result.kind !== "literal" || typeof result.value !== "string")) {
      return { problem: "`return` is the name of one output of the function", place: result.place };
    }
    const option = (name: string) => memberOf(options, name)?.value;
    return {
      args: {
        function: token,
        arguments: args,
        return: result,
        ...Object.fromEntries(invokeOptions.map((name) => [name, option(name)])),
      },
    };
  },
};

const supported: readonly Builtin[] = [
  invoke,
  ofOne("fn::secret"),
  ofOne("fn::unsecret"),
  ofOne("fn::pulumiResourceName"),
  ofOne("fn::pulumiResourceType"),
  ofTwo("fn::join", ([delimiter, values], [delimiterPlace, valuesPlace]) =>
    list(values, "what fn::join joins", valuesPlace)
      .map((value) => text(value, "each element that fn::join joins", valuesPlace))
      .join(text(delimiter ?? "", "the delimiter", delimiterPlace)),
  ),
  ofTwo("fn::split", ([delimiter, value], [delimiterPlace, valuePlace]) =>
    text(value, "what fn::split splits", valuePlace).split(text(delimiter, "the delimiter", delimiterPlace)),
  ),
  ofTwo("fn::select", ([index, values], [indexPlace, valuesPlace]) => {
    const elements = list(values, "what fn::select selects from", valuesPlace);
    if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= elements.length) {
      fail(indexPlace, `the index must be a whole number from 0 to ${elements.length - 1}`);
    }
    return elements[index];
  }),
  ofOne("fn::toJSON", (value) => toJson(value)),
  ofOne("fn::toBase64", (value, place) => Buffer.from(text(value, "what is encoded", place)).toString("base64")),
  ofOne("fn::fromBase64", (value, place) => {
    const encoded = text(value, "what is decoded", place);
    const bytes = Buffer.from(encoded, "base64");
    if (bytes.toString("base64") !== encoded) {
      fail(place, "this is not base64");
    }
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return fail(place, "what this decodes to is not UTF-8 text");
    }
  }),
  ofOne("fn::readFile", (file, place) => read(file, place).toString("utf8")),
  ofOne("fn::filebase64", (file, place) => read(file, place).toString("base64")),
  ofOne("fn::filebase64sha256", (file, place) => createHash("sha256").update(read(file, place)).digest("base64")),
  ofOne("fn::sha1", (value, place) =>
    createHash("sha1")
      .update(text(value, "what is hashed", place))
      .digest("hex"),
  ),
  ofOne("fn::length", (value, place) => {
    if (typeof value === "string") {
      return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(value)].length;
    }
    if (typeof value !== "object" || value === null) {
      fail(place, `fn::length needs a list, an object or a text, not ${describe(value)}`);
    }
    return Object.keys(value).length;
  }),
  ofOne("fn::singleOrNone", (value, place) => {
    const elements = list(value, "what fn::singleOrNone looks at", place);
    if (elements.length > 1) {
      fail(place, `fn::singleOrNone needs a list of one element or none, and this has ${elements.length}`);
    }
    return elements[0] ?? null;
  }),
];

const byName = new Map(supported.map((builtin) => [builtin.name, builtin]));

/** The names of all functions that are built in. */
export const builtinNames: readonly string[] = [...byName.keys()];

/** What Pulumi YAML has and manifests do not, and why. */
const unsupported: Readonly<Record<string, string>> = {
  "fn::stackReference": "use a resource of the type pulumi:pulumi:StackReference, as Pulumi itself advises",
  ...Object.fromEntries(
    ["stringAsset", "fileAsset", "remoteAsset", "fileArchive", "remoteArchive", "assetArchive"].map((name) => [
      `fn::${name}`,
      "no property of these resources takes an asset or an archive",
    ]),
  ),
};

/** The function that a name such as `fn::join` calls; `fn::package:module:name` invokes a function of a provider. */
export function findBuiltin(name: string, place: Place): Builtin | { readonly problem: string } {
  const builtin = byName.get(name);
  if (builtin !== undefined) {
    return builtin;
  }
  if (/^fn::[^:]+:[^:]+(:[^:]+)?$/.test(name)) {
    const token: Expression = { kind: "literal", value: name.slice("fn::".length), place };
    return {
      name: invoke.name,
      parse: (args) => ({ args: { function: token, arguments: args.kind === "object" ? args : undefined } }),
    };
  }
  if (unsupported[name] !== undefined) {
    return { problem: `${name} is not supported in manifests: ${unsupported[name]}` };
  }
  const closest = closestName(name, [...byName.keys()]);
  return {
    problem: `there is no function ${name}${closest === undefined ? `; there are ${[...byName.keys()].join(", ")}` : `; did you mean ${closest}?`}`,
  };
}

/** The function of a call that has been parsed. */
export function builtin(name: string): Builtin {
  const found = byName.get(name);
  if (found === undefined) {
    throw new Error(`there is no function ${name}`);
  }
  return found;
}

/** What people call the type of a value. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) {
    return "nothing";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  return { string: "a text", number: "a number", boolean: "a boolean" }[typeof value as string] ?? "an object";
}

function optionEntries(options: Expression | undefined): readonly Entry[] {
  return options?.kind === "object" ? options.entries : [];
}

function unknownMember(entries: readonly Entry[], known: readonly string[]) {
  const unknown = entries.find(({ key }) => key.kind !== "literal" || !known.includes(String(key.value)));
  return (
    unknown && {
      problem: `this is none of ${known.join(", ")}`,
      place: unknown.key.place,
    }
  );
}

function text(value: unknown, what: string, place: Place): string {
  return typeof value === "string" ? value : fail(place, `${what} must be a text, not ${describe(value)}`);
}

function list(value: unknown, what: string, place: Place): unknown[] {
  return Array.isArray(value) ? value : fail(place, `${what} must be a list, not ${describe(value)}`);
}

function read(file: unknown, place: Place): Buffer {
  const name = text(file, "the path of a file", place);
  try {
    return readFileSync(name);
  } catch (error) {
    return fail(place, `the file cannot be read: ${(error as Error).message}`);
  }
}

/** JSON as Pulumi YAML writes it, so that a program that moves there and back shows no difference. */
function toJson(value: unknown): string {
  const sorted = (_: string, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member;
  return JSON.stringify(value ?? null, sorted).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
