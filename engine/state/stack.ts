import { readFileSync } from "node:fs";
import { DeploymentWriter, readDeployment } from "./deploymentFile.ts";
import { FileBackend } from "./fileBackend.ts";
import { PassphraseCrypter, passphraseFromEnvironment } from "./passphrase.ts";
import type { Project } from "./project.ts";
import type { Deployment } from "./resource.ts";
import { StackConfiguration } from "./stackConfiguration.ts";

/** A stack of a project: its configuration file and its state. */
export class Stack {
  readonly name: string;
  readonly project: Project;
  readonly configuration: StackConfiguration;
  readonly crypter: PassphraseCrypter;
  readonly #backend: FileBackend;
  readonly #writer: DeploymentWriter;

  private constructor(name: string, project: Project, configuration: StackConfiguration, crypter: PassphraseCrypter) {
    this.name = name;
    this.project = project;
    this.configuration = configuration;
    this.crypter = crypter;
    this.#backend = backendOf(project);
    this.#writer = new DeploymentWriter(`organization/${project.name}/${name}`, crypter);
  }

  /** Opens a stack that exists. A configuration file without state counts: the stack is empty then. */
  static open(project: Project, name: string): Stack {
    const configuration = new StackConfiguration(project, name);
    if (!backendOf(project).exists(name) && configuration.salt === undefined) {
      throw new Error(`no stack named '${name}' found. Make it with \`stack init ${name}\`.`);
    }
    return Stack.#unlocked(project, name, configuration);
  }

  /** Makes an empty stack. */
  static create(project: Project, name: string): Stack {
    if (!/^[\w.-]{1,100}$/.test(name)) {
      throw new Error("a stack name may only contain alphanumeric, hyphens, underscores, or periods");
    }
    if (backendOf(project).exists(name)) {
      throw new Error(`stack '${name}' already exists`);
    }
    const stack = Stack.#unlocked(project, name, new StackConfiguration(project, name));
    stack.save({ resources: [], pendingOperations: [] });
    return stack;
  }

  static #unlocked(project: Project, name: string, configuration: StackConfiguration): Stack {
    const passphrase = passphraseFromEnvironment(process.env, (file) => readFileSync(file, "utf8"));
    const { salt } = configuration;
    if (salt !== undefined) {
      return new Stack(name, project, configuration, PassphraseCrypter.open(salt, passphrase));
    }
    const crypter = PassphraseCrypter.create(passphrase);
    configuration.salt = crypter.salt;
    configuration.save();
    return new Stack(name, project, configuration, crypter);
  }

  load(): Deployment {
    return this.#backend.exists(this.name)
      ? readDeployment(this.#backend.read(this.name), this.crypter)
      : { resources: [], pendingOperations: [] };
  }

  save(deployment: Deployment): void {
    this.#backend.write(this.name, this.#writer.text(deployment));
  }

  /** Keeps other runs off this stack; answers how to let them in again. */
  lock(): () => void {
    return this.#backend.lock(this.name);
  }

  unlock(): void {
    this.#backend.unlock(this.name);
  }

  remove(): void {
    this.#backend.remove(this.name);
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
          writing = this.#backend.writeLater(this.name, this.#writer.text(latest()));
          return writing;
        });
      return next;
    };
  }
}

/** Where the stacks of a project are kept: `PULUMI_BACKEND_URL`, the project's `backend`, or its own folder. */
export function backendOf(project: Project): FileBackend {
  const url = process.env.PULUMI_BACKEND_URL ?? project.backend?.url ?? `file://${project.folder}`;
  return new FileBackend(url, project.name, project.folder);
}
