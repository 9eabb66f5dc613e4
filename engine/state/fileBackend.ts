import { randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Stacks in a folder, laid out as the CLI's file back end does, so that both can work on the same one. */
export class FileBackend {
  readonly #folder: string;
  readonly #project: string;

  /**
   * @param url such as `file:///home/me/state`.
   * @param base what a relative URL is relative to.
   */
  constructor(url: string, project: string, base: string) {
    if (!url.startsWith("file://")) {
      throw new Error(`the embedded engine keeps state in files only: PULUMI_BACKEND_URL=file://FOLDER, not ${url}`);
    }
    const rest = url.slice("file://".length);
    const folder = rest.startsWith("~")
      ? path.join(os.homedir(), rest.slice(1))
      : rest.startsWith("/")
        ? fileURLToPath(url)
        : path.resolve(base, rest);
    this.#folder = path.join(folder, ".pulumi");
    this.#project = project;
  }

  /** The stacks of the project, in the order of their names. */
  list(): string[] {
    const folder = path.join(this.#folder, "stacks", this.#project);
    return existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith(".json"))
          .map((file) => file.slice(0, -".json".length))
          .sort()
      : [];
  }

  /** When a stack's file was last written. */
  lastUpdate(stack: string): Date {
    return statSync(this.#file(stack)).mtime;
  }

  exists(stack: string): boolean {
    return existsSync(this.#file(stack));
  }

  /** The parsed contents of a stack's file. */
  read(stack: string): unknown {
    return JSON.parse(readFileSync(this.#file(stack), "utf8"));
  }

  /** Writes a stack's file whole or not at all. */
  write(stack: string, text: string): void {
    this.#prepare(stack);
    writeFileSync(this.#temporary(stack), text);
    renameSync(this.#temporary(stack), this.#file(stack));
  }

  /** The same without blocking. */
  async writeLater(stack: string, text: string): Promise<void> {
    this.#prepare(stack);
    await writeFile(this.#temporary(stack), text);
    await rename(this.#temporary(stack), this.#file(stack));
  }

  /** Keeps a copy of a stack's file as it is now, where the CLI keeps its own. */
  backUp(stack: string): void {
    if (this.exists(stack)) {
      copyFileSync(this.#file(stack), `${this.#file(stack)}.bak`);
    }
  }

  remove(stack: string): void {
    rmSync(this.#file(stack), { force: true });
    rmSync(`${this.#file(stack)}.bak`, { force: true });
  }

  /** Keeps other runs off a stack. Throws the CLI's own message when one is under way. Answers how to unlock. */
  lock(stack: string): () => void {
    const folder = this.#lockFolder(stack);
    const own = `${randomUUID()}.json`;
    this.#refuseOtherLocks(folder, own);
    mkdirSync(folder, { recursive: true });
    const content = {
      pid: process.pid,
      username: os.userInfo().username,
      hostname: os.hostname(),
      timestamp: new Date().toISOString(),
    };
    writeFileSync(path.join(folder, own), JSON.stringify(content));
    const unlock = () => rmSync(path.join(folder, own), { force: true });
    try {
      // Another run may have looked at the same moment.
      this.#refuseOtherLocks(folder, own);
    } catch (error) {
      unlock();
      throw error;
    }
    return unlock;
  }

  #refuseOtherLocks(folder: string, own: string): void {
    const held = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json") && file !== own) : [];
    if (held.length === 0) {
      return;
    }
    const lines = held.map((file) => {
      const { username, hostname, pid, timestamp } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as {
        username: string;
        hostname: string;
        pid: number;
        timestamp: string;
      };
      const seconds = timestamp.replace(/\.\d+/, "");
      return `  file://${path.join(folder, file)}: created by ${username}@${hostname} (pid ${pid}) at ${seconds}`;
    });
    throw new Error(
      `the stack is currently locked by ${held.length} lock(s). Either wait for the other process(es) to end or ` +
        `delete the lock file with \`pulumi cancel\`.\n${lines.join("\n")}`,
    );
  }

  /** Removes the locks that a run left behind when it was killed. */
  unlock(stack: string): void {
    rmSync(this.#lockFolder(stack), { recursive: true, force: true });
  }

  #prepare(stack: string): void {
    mkdirSync(path.dirname(this.#file(stack)), { recursive: true });
    const meta = path.join(this.#folder, "meta.yaml");
    if (!existsSync(meta)) {
      writeFileSync(meta, "version: 1\n");
    }
  }

  #file(stack: string): string {
    return path.join(this.#folder, "stacks", this.#project, `${stack}.json`);
  }

  #temporary(stack: string): string {
    return `${this.#file(stack)}.${process.pid}.tmp`;
  }

  #lockFolder(stack: string): string {
    return path.join(this.#folder, "locks", "organization", this.#project, stack);
  }
}
