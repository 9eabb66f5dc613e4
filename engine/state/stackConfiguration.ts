import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Document, parseDocument } from "yaml";
import { parsePath } from "../property/path.ts";
import type { PassphraseCrypter } from "./passphrase.ts";
import type { Project } from "./project.ts";

/** `Pulumi.<stack>.yaml`: configuration values and the salt of the stack's secrets. Comments survive an edit. */
export class StackConfiguration {
  readonly #file: string;
  readonly #document: Document;
  readonly #project: Project;

  constructor(project: Project, stack: string) {
    this.#project = project;
    this.#file = path.join(project.folder, project.stackConfigDir ?? "", `Pulumi.${stack}.yaml`);
    const text = existsSync(this.#file) ? readFileSync(this.#file, "utf8") : "";
    this.#document = text.trim() === "" ? new Document({}) : parseDocument(text);
    const [error] = this.#document.errors;
    if (error !== undefined) {
      throw new Error(`${this.#file}: ${error.message}`);
    }
  }

  get salt(): string | undefined {
    return this.#document.get("encryptionsalt") as string | undefined;
  }

  set salt(salt: string) {
    this.#document.set("encryptionsalt", salt);
  }

  /** Every value by its full key, and as the program gets it: text, or the JSON of an object. */
  values(crypter: PassphraseCrypter): { config: Record<string, string>; secretKeys: string[] } {
    const config: Record<string, string> = {};
    const secretKeys: string[] = [];
    for (const [key, value] of Object.entries(this.#entries())) {
      const found = { secret: false };
      const shown = decrypted(value, crypter, found);
      config[key] = typeof shown === "string" ? shown : JSON.stringify(shown);
      if (found.secret) {
        secretKeys.push(key);
      }
    }
    return { config, secretKeys };
  }

  /** Sets a value. With `isPath`, the key may lead into an object: `groupware:connections.barium.url`. */
  set(key: string, value: string, options: { isPath: boolean; crypter?: PassphraseCrypter | undefined }): void {
    const stored: unknown =
      options.crypter === undefined
        ? options.isPath
          ? typed(value)
          : value
        : this.#document.createNode({ secure: options.crypter.encrypt(value) });
    this.#document.setIn(this.#location(key, options.isPath), stored);
  }

  /** The value of a key as the program gets it, or `undefined`. */
  get(key: string, isPath: boolean, crypter: PassphraseCrypter): string | undefined {
    const value: unknown = this.#document.getIn(this.#location(key, isPath));
    if (value === undefined) {
      return isPath ? undefined : this.values(crypter).config[this.#qualified(key)];
    }
    const plainValue: unknown =
      typeof value === "object" && value !== null && "toJSON" in value
        ? (value as { toJSON(): unknown }).toJSON()
        : value;
    const shown = decrypted(plainValue, crypter, { secret: false });
    return typeof shown === "string" ? shown : JSON.stringify(shown);
  }

  remove(key: string, isPath: boolean): void {
    this.#document.deleteIn(this.#location(key, isPath));
  }

  save(): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, this.#document.toString({ lineWidth: 0 }));
  }

  #entries(): Record<string, unknown> {
    const own = (this.#document.toJSON() as { config?: Record<string, unknown> | null }).config ?? {};
    const defaults = Object.entries(this.#project.config ?? {}).flatMap(([key, declared]) => {
      const hasForm = typeof declared === "object" && declared !== null;
      const { value, default: fallback } = (hasForm ? declared : { value: declared }) as Record<string, unknown>;
      const chosen = value ?? fallback;
      return chosen === undefined ? [] : [[this.#qualified(key), chosen] as const];
    });
    return { ...Object.fromEntries(defaults), ...own };
  }

  #location(key: string, isPath: boolean): (string | number)[] {
    if (!isPath) {
      return ["config", this.#qualified(key)];
    }
    const [namespace, rest] = key.includes(":")
      ? [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)]
      : [this.#project.name, key];
    const [first = "", ...members] = parsePath(rest);
    return ["config", `${namespace}:${first}`, ...members];
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

function decrypted(value: unknown, crypter: PassphraseCrypter, found: { secret: boolean }): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => decrypted(element, crypter, found));
  }
  if (typeof value === "object" && value !== null) {
    const { secure } = value as { secure?: unknown };
    if (typeof secure === "string" && Object.keys(value).length === 1) {
      found.secret = true;
      return crypter.decrypt(secure);
    }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decrypted(member, crypter, found)]));
  }
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
