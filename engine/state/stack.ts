import { readFileSync } from "node:fs";
import {
  type Decrypt,
  DeploymentWriter,
  readDeployment,
  type SecretsProvider,
  secretsProviderOf,
} from "./deploymentFile.ts";
import { FileBackend } from "./fileBackend.ts";
import { PassphraseCrypter, passphraseFromEnvironment } from "./passphrase.ts";
import type { Project } from "./project.ts";
import type { Deployment } from "./resource.ts";
import { StackConfiguration } from "./stackConfiguration.ts";

/** There is no stack of the name that was asked for. */
export class StackNotFoundError extends Error {
  constructor(name: string) {
    super(`no stack named '${name}' found; make it with \`stack init ${name}\``);
  }
}

/** A stack of a project: its configuration file and its state. */
export class Stack {
  readonly name: string;
  readonly project: Project;
  readonly configuration: StackConfiguration;
  readonly #backend: FileBackend;
  #crypter: PassphraseCrypter | undefined;
  #writer: DeploymentWriter | undefined;

  private constructor(project: Project, name: string) {
    this.name = name;
    this.project = project;
    this.configuration = new StackConfiguration(project, name);
    this.#backend = backendOf(project);
  }

  /** Opens a stack that exists. A configuration file without state counts: the stack is empty then. */
  static open(project: Project, name: string): Stack {
    const stack = new Stack(project, name);
    if (!stack.#backend.exists(name) && !stack.configuration.exists) {
      throw new StackNotFoundError(name);
    }
    return stack;
  }

  /** Makes an empty stack. Throws the CLI's own message for a name that cannot be one. */
  static create(project: Project, name: string): Stack {
    const position = name.search(/[^\w.-]/);
    if (position >= 0) {
      throw new Error(
        `a stack name may only contain alphanumeric, hyphens, underscores, or periods: invalid character '${name[position]}' at position ${position}`,
      );
    }
    if (name.length === 0 || name.length > 100) {
      throw new Error("a stack name must have 1 to 100 characters");
    }
    const stack = new Stack(project, name);
    if (stack.#backend.exists(name)) {
      throw new Error(`stack 'organization/${project.name}/${name}' already exists`);
    }
    stack.save({ resources: [], pendingOperations: [] });
    return stack;
  }

  /**
   * Encrypts and decrypts the stack's secrets. The first use needs the passphrase, and takes its time; a stack that has
   * had no secrets yet gets its salt then.
   */
  get crypter(): PassphraseCrypter {
    this.#crypter ??= this.#unlocked();
    return this.#crypter;
  }

  load(): Deployment {
    return this.#backend.exists(this.name)
      ? this.parse(this.#backend.read(this.name))
      : { resources: [], pendingOperations: [] };
  }

  /** Reads a deployment that this stack or another one, or the Pulumi CLI, has written. */
  parse(value: unknown): Deployment {
    return readDeployment(value, (provider) => this.#decryptWith(provider));
  }

  save(deployment: Deployment): void {
    this.#backend.write(this.name, this.#text(deployment));
  }

  /** Keeps other runs off this stack; answers how to let them in again. The state as it is now is kept beside it. */
  lock(): () => void {
    const unlock = this.#backend.lock(this.name);
    this.#backend.backUp(this.name);
    return unlock;
  }

  unlock(): void {
    this.#backend.unlock(this.name);
  }

  /** Removes the state and its configuration file. */
  remove(options: { keepConfiguration: boolean }): void {
    this.#backend.remove(this.name);
    if (!options.keepConfiguration) {
      this.configuration.remove();
    }
  }

  /**
   * Saves as often as asked, and writes as often as the disk allows: what is asked for while a write is under way goes
   * out together in the next one.
   */
  saver(): (snapshot: () => Deployment) => Promise<void> {
    let latest: () => Deployment;
    let writing: Promise<void> = Promise.resolve();
    let next: Promise<void> | undefined;
    return (snapshot) => {
      latest = snapshot;
      next ??= writing
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          writing = this.#backend.writeLater(this.name, this.#text(latest()));
          return writing;
        });
      return next;
    };
  }

  #text(deployment: Deployment): string {
    this.#writer ??= new DeploymentWriter(`organization/${this.project.name}/${this.name}`, this.crypter);
    return this.#writer.text(deployment);
  }

  #unlocked(): PassphraseCrypter {
    const passphrase = passphraseFromEnvironment(process.env, (file) => readFileSync(file, "utf8"));
    const { configuration } = this;
    if (configuration.salt !== undefined) {
      return PassphraseCrypter.open(configuration.salt, passphrase);
    }
    // A configuration file that was lost: the state knows the salt as well.
    const provider = this.#backend.exists(this.name) ? secretsProviderOf(this.#backend.read(this.name)) : undefined;
    const crypter =
      provider?.type === "passphrase" && provider.salt !== undefined
        ? PassphraseCrypter.open(provider.salt, passphrase)
        : PassphraseCrypter.create(passphrase);
    configuration.salt = crypter.salt;
    configuration.save();
    return crypter;
  }

  #decryptWith(provider: SecretsProvider | undefined): Decrypt {
    const { crypter } = this;
    if (provider === undefined || provider.salt === crypter.salt) {
      return (ciphertext, urn) => crypter.decrypt(ciphertext, urn);
    }
    if (provider.type !== "passphrase" || provider.salt === undefined) {
      throw new Error(
        `the secrets of this deployment are encrypted by the secrets provider '${provider.type}', and the embedded engine knows passphrases only; export it with \`pulumi stack export --show-secrets\``,
      );
    }
    const passphrase = passphraseFromEnvironment(process.env, (file) => readFileSync(file, "utf8"));
    const other = PassphraseCrypter.open(provider.salt, passphrase);
    return (ciphertext) => other.decrypt(ciphertext);
  }
}

/** Where the stacks of a project are kept: `PULUMI_BACKEND_URL`, the project's `backend`, or its own folder. */
export function backendOf(project: Project): FileBackend {
  const url = process.env.PULUMI_BACKEND_URL ?? project.backend?.url ?? `file://${project.folder}`;
  return new FileBackend(url, project.name, project.folder);
}
