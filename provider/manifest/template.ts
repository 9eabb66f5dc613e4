import { type ErrorCode, parseDocument } from "yaml";
import { closestName } from "../resource/check.ts";
import { type Expression, memberOf } from "./expression.ts";
import { ExpressionParser, type Member } from "./expressionParser.ts";
import type { Place, Problem } from "./problem.ts";
import type { SourceFile } from "./sourceFile.ts";

/** Something that has a name which `${…}` may use. */
export interface Named {
  readonly name: string;
  /** Where the name stands. */
  readonly place: Place;
}

/** A resource as it is written. */
export interface ResourceEntry extends Named {
  readonly kind: "resource";
  /** The type token, such as `groupware:barium:Group`. */
  readonly type: string;
  readonly typePlace: Place;
  /** The name in the stack, where it is not the one in the file. */
  readonly logicalName: string;
  readonly properties?: Expression;
  readonly options: ReadonlyMap<string, OptionEntry>;
  /** `get`: an object that exists and is only read. */
  readonly get?: { readonly place: Place; readonly id: Expression; readonly state?: Expression };
  readonly defaultProvider: boolean;
}

export interface OptionEntry {
  readonly place: Place;
  readonly value: Expression;
}

/** What a file says of all its resources of a type, which is the name. */
export interface DefaultsEntry extends Named {
  readonly properties: Expression | undefined;
  readonly options: ReadonlyMap<string, OptionEntry>;
}

export interface VariableEntry extends Named {
  readonly kind: "variable";
  readonly value: Expression;
}

export interface OutputEntry extends Named {
  readonly value: Expression;
}

/** A configuration value that the stack must have, or that has a default. */
export interface ConfigEntry extends Named {
  readonly kind: "config";
  /** The key in the configuration, where it is not the name. */
  readonly key: string;
  /** As written: `string`, `integer`, `number`, `boolean`, `object`, or a list of one of them. */
  readonly type?: string;
  readonly default?: Expression;
  readonly secret: boolean;
}

/** What a file declares. */
export interface Template {
  readonly resources: readonly ResourceEntry[];
  readonly variables: readonly VariableEntry[];
  readonly outputs: readonly OutputEntry[];
  readonly config: readonly ConfigEntry[];
  /** What the file says of all its resources of a type. */
  readonly defaults: readonly DefaultsEntry[];
  readonly requiredVersion?: Expression;
  /** `manifests` of a project's own file: further files and folders. */
  readonly manifests: readonly string[];
  readonly problems: readonly Problem[];
}

/** The members of a file that declare something; in a project's own file they stand among the project's. */
const sections = [
  "config",
  "configuration",
  "variables",
  "resources",
  "outputs",
  "pulumi",
  "manifests",
  "defaults",
  "tables",
];
/** What a `Pulumi.yaml` says about the project; of no meaning for manifests. */
const projectMembers =
  "name,runtime,main,description,author,website,license,template,backend,options,stackConfigDir,plugins,packages,refresh,requiredPulumiVersion".split(
    ",",
  );
const resourceMembers = ["type", "name", "defaultProvider", "properties", "options", "get"];
const defaultsMembers = ["properties", "options"];
const tableMembers = ["type", "properties", "options", "columns", "rows"];
const configMembers = ["type", "name", "default", "secret", "value", "items", "description"];

/** The options of Pulumi YAML's resources. */
export const optionNames = [
  "additionalSecretOutputs",
  "aliases",
  "customTimeouts",
  "deleteBeforeReplace",
  "deletedWith",
  "dependsOn",
  "envVarMappings",
  "hideDiffs",
  "ignoreChanges",
  "import",
  "parent",
  "pluginDownloadURL",
  "protect",
  "provider",
  "providers",
  "replaceOnChanges",
  "replaceWith",
  "replacementTrigger",
  "retainOnDelete",
  "version",
];

/** Reads one file of the form of Pulumi YAML. What is wrong in it is among the problems; the rest is as it would be. */
export function parseTemplate(file: SourceFile): Template {
  const parser = new TemplateParser(file);
  return { ...parser.template(parser.contents()), problems: parser.problems };
}

class TemplateParser extends ExpressionParser {
  /** The content of the file; nothing where it is not YAML. */
  contents(): unknown {
    const document = parseDocument(this.file.text, {
      lineCounter: this.file.lines,
      prettyErrors: false,
      // The check of the parser compares each key of a map with each other; `members` looks for duplicates as well.
      uniqueKeys: false,
    });
    // Behind the first token that does not fit, the parser is out of step: what it says of the others helps nobody.
    const lost = document.errors.findIndex(({ code }) => code === "UNEXPECTED_TOKEN");
    for (const [index, { code, message, pos }] of document.errors.entries()) {
      if (code !== "UNEXPECTED_TOKEN" || index === lost) {
        this.report({ file: this.file, start: pos[0], end: pos[1] }, this.#syntaxProblem(code, message, pos[0]));
      }
    }
    return document.errors.length > 0 ? null : document.contents;
  }

  #syntaxProblem(code: ErrorCode, message: string, at: number): string {
    if (code === "MULTIPLE_DOCS") {
      return "a file is one document; what follows belongs into a file of its own";
    }
    return this.file.text.startsWith("${", at - 1)
      ? 'between { } or [ ], a reference needs quotes: "${name.property}"'
      : message;
  }

  template(contents: unknown): Omit<Template, "problems"> {
    const known = [...sections, ...projectMembers];
    const members = this.known(contents, "a file of manifests", known);
    const named = (section: string) => this.members(members.get(section)?.value ?? null, section);
    const defaults = named("defaults").map((member) => this.#defaults(member));
    const resources = [
      ...named("resources").flatMap((member) => this.#resource(member) ?? []),
      ...named("tables").flatMap((member) => this.#table(member)),
    ];
    const requiredVersion = memberOf(this.optional(members.get("pulumi")), "requiredVersion")?.value;
    return {
      defaults,
      resources: resources.map((resource) =>
        this.#withDefaults(
          resource,
          defaults.find(({ name }) => name === resource.type),
        ),
      ),
      variables: named("variables").map((member) => ({
        kind: "variable",
        ...this.#named(member),
        value: this.parse(member.value),
      })),
      outputs: named("outputs").map((member) => ({ ...this.#named(member), value: this.parse(member.value) })),
      config: [...named("config"), ...named("configuration")].map((member) => this.#config(member)),
      manifests: this.#texts(members.get("manifests")),
      ...(requiredVersion === undefined ? {} : { requiredVersion }),
    };
  }

  /** The members of an object that may have these alone; the others are problems. */
  known(node: unknown, what: string, names: readonly string[]): Map<string, Member> {
    const members = this.members(node, what);
    for (const { name, key } of members) {
      if (!names.includes(name)) {
        const closest = closestName(name, names);
        this.report(
          this.placeOf(key),
          `${what} has no ${JSON.stringify(name)}${closest === undefined ? `; it may have ${names.join(", ")}` : `; did you mean ${JSON.stringify(closest)}?`}`,
        );
      }
    }
    return new Map(members.map((member) => [member.name, member]));
  }

  optional(member: Member | undefined): Expression | undefined {
    return member === undefined ? undefined : this.parse(member.value);
  }

  #resource(member: Member): ResourceEntry | undefined {
    const named = this.#named(member);
    const members = this.#resourceMembers(member);
    const type = this.#text(members.get("type"), "the type of a resource");
    if (type === undefined) {
      if (!members.has("type")) {
        this.report(named.place, `${JSON.stringify(named.name)} has no type, such as groupware:<system>:<Object>`);
      }
      return undefined;
    }
    const get = members.get("get");
    const properties = this.optional(members.get("properties"));
    return {
      kind: "resource",
      ...named,
      type,
      typePlace: this.placeOf(members.get("type")?.value),
      logicalName: this.#text(members.get("name"), "the name of a resource") ?? named.name,
      ...(properties === undefined ? {} : { properties }),
      options: this.#options(members.get("options")),
      ...(get === undefined ? {} : this.#get(get)),
      defaultProvider: this.#flag(members.get("defaultProvider")) ?? false,
    };
  }

  /** What all resources of a type in the file have, where they do not say otherwise. */
  #defaults(member: Member): DefaultsEntry {
    const members = this.known(member.value, `the defaults of ${member.name}`, defaultsMembers);
    return {
      ...this.#named(member),
      properties: this.optional(members.get("properties")),
      options: this.#options(members.get("options")),
    };
  }

  #options(member: Member | undefined): Map<string, OptionEntry> {
    const options = this.known(member?.value ?? null, "options", optionNames);
    return new Map(
      [...options].map(([name, { key, value }]) => [name, { place: this.placeOf(key), value: this.parse(value) }]),
    );
  }

  #withDefaults(resource: ResourceEntry, defaults: DefaultsEntry | undefined): ResourceEntry {
    // What is only read has no properties of its own.
    if (defaults === undefined || resource.get !== undefined) {
      return resource;
    }
    const properties = this.#merged(resource.properties, defaults.properties);
    return {
      ...resource,
      ...(properties === undefined ? {} : { properties }),
      options: new Map([...defaults.options, ...resource.options]),
    };
  }

  /** The properties of a resource, and those of `others` that it does not have. */
  #merged(own: Expression | undefined, others: Expression | undefined): Expression | undefined {
    if (own === undefined || others === undefined) {
      return own ?? others;
    }
    if (own.kind !== "object" || others.kind !== "object") {
      this.report(
        (own.kind === "object" ? others : own).place,
        "properties that are put together with others must be written out",
      );
      return own;
    }
    const added = others.entries.filter(
      ({ key }) => key.kind !== "literal" || memberOf(own, String(key.value)) === undefined,
    );
    return { ...own, entries: [...own.entries, ...added] };
  }

  /** One resource for each row: its name, and its values in the order of the columns or by their names. */
  #table(member: Member): ResourceEntry[] {
    const table = this.known(member.value, `the table ${JSON.stringify(member.name)}`, tableMembers);
    const type = this.#text(table.get("type"), "the type of a table");
    if (type === undefined) {
      if (!table.has("type")) {
        this.report(this.placeOf(member.key), `the table ${JSON.stringify(member.name)} has no type`);
      }
      return [];
    }
    const columns = this.#texts(table.get("columns"), "a column is the name of a property");
    const shared = this.optional(table.get("properties"));
    const options = this.#options(table.get("options"));
    return this.members(table.get("rows")?.value ?? null, "the rows of a table").map((row) => {
      const properties = this.#merged(this.#row(row, columns), shared);
      return {
        kind: "resource",
        ...this.#named(row),
        type,
        typePlace: this.placeOf(table.get("type")?.value),
        logicalName: row.name,
        ...(properties === undefined ? {} : { properties }),
        options,
        defaultProvider: false,
      };
    });
  }

  #row({ key, value }: Member, columns: readonly string[]): Expression | undefined {
    const row = this.parse(value);
    if (row.kind === "object" || row.kind === "invalid") {
      return row;
    }
    if (row.kind === "literal" && row.value === null) {
      return undefined;
    }
    // A table of one column needs no brackets.
    const values = row.kind === "list" ? row.elements : [row];
    if (values.length > columns.length) {
      this.report(
        row.place,
        `the row has ${values.length} values, and the table has ${columns.length === 1 ? "one column" : `${columns.length} columns`}`,
      );
    }
    const entries = columns.flatMap((name, index) => {
      const cell = values[index];
      // What a short row does not reach is not said; a value `~` is said, and means that it is not managed.
      return cell === undefined
        ? []
        : [{ key: { kind: "literal", value: name, place: cell.place } as const, value: cell }];
    });
    return { kind: "object", entries, place: this.placeOf(key) };
  }

  /** The members of a resource; a property or an option that stands beside them is told where it belongs. */
  #resourceMembers({ name: resource, value }: Member): Map<string, Member> {
    const members = this.members(value, `the resource ${JSON.stringify(resource)}`);
    for (const { name, key } of members.filter((member) => !resourceMembers.includes(member.name))) {
      const closest = closestName(name, resourceMembers);
      const advice = optionNames.includes(name)
        ? "it belongs below `options`"
        : closest === undefined
          ? `it may have ${resourceMembers.join(", ")}, and a property belongs below \`properties\``
          : `did you mean ${JSON.stringify(closest)}?`;
      this.report(this.placeOf(key), `a resource has no ${JSON.stringify(name)}; ${advice}`);
    }
    return new Map(members.map((member) => [member.name, member]));
  }

  #get({ key, value }: Member): Pick<ResourceEntry, "get"> {
    const members = this.known(value, "get", ["id", "state"]);
    const id = this.optional(members.get("id"));
    if (id === undefined) {
      this.report(this.placeOf(key), "get needs the id of the object");
      return {};
    }
    const state = this.optional(members.get("state"));
    return { get: { place: this.placeOf(key), id, ...(state === undefined ? {} : { state }) } };
  }

  #config(member: Member): ConfigEntry {
    const named = this.#named(member);
    const value = this.parse(member.value);
    const base = { kind: "config", ...named } as const;
    if (value.kind !== "object") {
      // The short form of a project: the value itself.
      return { ...base, key: named.name, default: value, secret: false };
    }
    const members = this.known(member.value, "a configuration value", configMembers);
    const type = this.#text(members.get("type"), "the type of a configuration value");
    const fallback = this.optional(members.get("default")) ?? this.optional(members.get("value"));
    return {
      ...base,
      key: this.#text(members.get("name"), "the key of a configuration value") ?? named.name,
      ...(type === undefined ? {} : { type }),
      ...(fallback === undefined ? {} : { default: fallback }),
      secret: this.#flag(members.get("secret")) ?? false,
    };
  }

  #named({ name, key }: Member): Named {
    return { name, place: this.placeOf(key) };
  }

  #text(member: Member | undefined, what: string): string | undefined {
    const expression = this.optional(member);
    if (expression === undefined) {
      return undefined;
    }
    return expression.kind === "literal" && typeof expression.value === "string"
      ? expression.value
      : this.report(expression.place, `${what} must be a text that is written out`);
  }

  #flag(member: Member | undefined): boolean | undefined {
    const expression = this.optional(member);
    if (expression === undefined) {
      return undefined;
    }
    return expression.kind === "literal" && typeof expression.value === "boolean"
      ? expression.value
      : this.report(expression.place, "this must be true or false");
  }

  #texts(member: Member | undefined, what = "this must be the path of a file or a folder"): string[] {
    const expression = this.optional(member);
    const elements = expression === undefined ? [] : expression.kind === "list" ? expression.elements : [expression];
    return elements.flatMap((element) =>
      element.kind === "literal" && typeof element.value === "string"
        ? element.value
        : (this.report(element.place, what) ?? []),
    );
  }
}
