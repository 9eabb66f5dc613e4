import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Document, isNode, parseDocument } from "yaml";
import { parsePath } from "../property/path.ts";
import type { PassphraseCrypter } from "./passphrase.ts";
import type { DeclaredValue, Project } from "./project.ts";

/** A configuration value with its secrets decrypted, or blinded. */
export interface ConfigurationValue {
  /** Text, a number, a boolean, or an object or list of such. */
  readonly value: unknown;
  /** Whether it is a secret or holds one. */
  readonly secret: boolean;
}

/** Turns the ciphertext of a `secure:` value into its text. */
export type DecryptText = (ciphertext: string) => string;

/** Puts `[secret]` in the place of every secret, for what is shown. */
export const blind: DecryptText = () => "[secret]";

/** A value as the program gets it: text, or the JSON of anything else. */
export function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The stacks of a project that have a configuration file. */
export function configuredStacks(project: Project): string[] {
  const folder = configurationFolder(project);
  return existsSync(folder)
    ? readdirSync(folder).flatMap((file) => /^Pulumi\.([\w.-]+)\.yaml$/.exec(file)?.slice(1) ?? [])
    : [];
}

function configurationFolder(project: Project): string {
  return path.join(project.folder, project.stackConfigDir ?? "");
}

/** `Pulumi.<stack>.yaml`: configuration values and the salt of the stack's secrets. Comments survive an edit. */
export class StackConfiguration {
  readonly #file: string;
  readonly #document: Document;
  readonly #project: Project;
  readonly #stack: string;

  constructor(project: Project, stack: string) {
    this.#project = project;
    this.#stack = stack;
    this.#file = path.join(configurationFolder(project), `Pulumi.${stack}.yaml`);
    const text = this.exists ? readFileSync(this.#file, "utf8") : "";
    this.#document = text.trim() === "" ? new Document({}) : parseDocument(text);
    const [error] = this.#document.errors;
    if (error !== undefined) {
      throw new Error(`${this.#file}: ${error.message}`);
    }
  }

  /** Whether there is a file. */
  get exists(): boolean {
    return existsSync(this.#file);
  }

  get salt(): string | undefined {
    return this.#document.get("encryptionsalt") as string | undefined;
  }

  set salt(salt: string) {
    this.#document.set("encryptionsalt", salt);
  }

  /** Every value of the stack and of the project by its full key, sorted by key. */
  values(decrypt: DecryptText): ReadonlyMap<string, ConfigurationValue> {
    return new Map(
      Object.entries(this.#entries())
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, value]) => [key, opened(value, decrypt)]),
    );
  }

  /** Throws the CLI's own messages where the project declares values that the stack has not, or has otherwise. */
  validate(decrypt: DecryptText): void {
    const values = this.values(decrypt);
    const declared = Object.entries(this.#project.config)
      .map(([key, declaration]) => ({ key, declaration, found: values.get(this.#qualified(key)) }))
      .sort((left, right) => (left.key < right.key ? -1 : 1));
    const missing = declared
      .filter(({ key, found }) => found === undefined && this.#qualified(key).startsWith(`${this.#project.name}:`))
      .map(({ key }) => `'${key}'`);
    if (missing.length > 0) {
      const list = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(missing);
      throw new Error(
        `Stack '${this.#stack}' is missing configuration ${missing.length === 1 ? "value" : "values"} ${list}`,
      );
    }
    for (const { key, declaration, found } of declared) {
      if (declaration.type === undefined || found === undefined) {
        continue;
      }
      const subject = `Stack '${this.#stack}' with configuration key '${key}'`;
      if (declaration.secret === true && !found.secret) {
        throw new Error(`${subject} must be encrypted as it's secret`);
      }
      if (!isOfType(found.value, declaration.type)) {
        throw new Error(`${subject} must be of type '${declaration.type}'`);
      }
    }
  }

  /** Sets a value. With `isPath`, the key may lead into an object: `groupware:connections.barium.url`. */
  set(key: string, value: string, options: { isPath: boolean; crypter?: PassphraseCrypter | undefined }): void {
    const { crypter, isPath } = options;
    const plain = isPath ? typed(value) : value;
    // A scalar is put into the node that is there, which keeps its comment.
    const stored = crypter === undefined ? plain : this.#document.createNode({ secure: crypter.encrypt(value) });
    const location = this.#location(key, isPath);
    for (let depth = 1; depth < location.length; depth++) {
      const inner = this.#document.getIn(location.slice(0, depth));
      if (inner === undefined || inner === null) {
        const empty = typeof location[depth] === "number" ? [] : {};
        this.#document.setIn(location.slice(0, depth), this.#document.createNode(empty));
      }
    }
    this.#document.setIn(location, stored);
  }

  /** The value of a key, or `undefined`. */
  get(key: string, isPath: boolean, decrypt: DecryptText): ConfigurationValue | undefined {
    const [, full = "", ...members] = this.#location(key, isPath);
    let value = this.#entries()[full];
    for (const member of members) {
      value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[member] : undefined;
    }
    return value === undefined ? undefined : opened(value, decrypt);
  }

  delete(key: string, isPath: boolean): void {
    this.#document.deleteIn(this.#location(key, isPath));
  }

  save(): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, this.#document.toString({ lineWidth: 0 }));
  }

  /** Removes the file. */
  remove(): void {
    rmSync(this.#file, { force: true });
  }

  #entries(): Record<string, unknown> {
    const config = this.#document.get("config");
    const own = (isNode(config) ? (config.toJSON() as Record<string, unknown> | null) : undefined) ?? {};
    const defaults = Object.entries(this.#project.config).flatMap(([key, declared]: [string, DeclaredValue]) => {
      const value = declared.default ?? declared.value;
      return value === undefined ? [] : [[this.#qualified(key), value] as const];
    });
    return { ...Object.fromEntries(defaults), ...own };
  }

  #location(key: string, isPath: boolean): (string | number)[] {
    if (!isPath) {
      return ["config", this.#qualified(key)];
    }
    const colon = /^[^."[]*:/.exec(key)?.[0] ?? `${this.#project.name}:`;
    const [first = "", ...members] = parsePath(key.startsWith(colon) ? key.slice(colon.length) : key);
    return ["config", `${colon}${first}`, ...members];
  }

  #qualified(key: string): string {
    return key.includes(":") ? key : `${this.#project.name}:${key}`;
  }
}

/** `config set --path` makes numbers and booleans of texts that look like them, as the CLI does. */
function typed(value: string): string | number | boolean {
  if (value === "true" || value === "false") {
    return value === "true";
  }
  return /^(0|-?[1-9]\d*)$/.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Values at the top level are texts, in the file too, whatever they look like. */
function isOfType(value: unknown, type: NonNullable<DeclaredValue["type"]>): boolean {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "boolean":
      return value === true || value === false || value === "true" || value === "false";
    case "integer":
      return Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
  }
}

function opened(value: unknown, decrypt: DecryptText): ConfigurationValue {
  if (Array.isArray(value)) {
    const elements = value.map((element) => opened(element, decrypt));
    return { value: elements.map((element) => element.value), secret: elements.some(({ secret }) => secret) };
  }
  if (typeof value === "object" && value !== null) {
    const { secure } = value as { secure?: unknown };
    if (typeof secure === "string" && Object.keys(value).length === 1) {
      return { value: decrypt(secure), secret: true };
    }
    const members = Object.entries(value).map(([name, member]) => [name, opened(member, decrypt)] as const);
    return {
      value: Object.fromEntries(members.map(([name, member]) => [name, member.value])),
      secret: members.some(([, { secret }]) => secret),
    };
  }
  return { value: value ?? "", secret: false };
}
