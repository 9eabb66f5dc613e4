import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

  list(): string[] {
    const folder = path.join(this.#folder, "stacks", this.#project);
    return existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith(".json"))
          .map((file) => file.slice(0, -".json".length))
      : [];
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
    await writeFile(this.#temporary(stack), text);
    await rename(this.#temporary(stack), this.#file(stack));
  }

  remove(stack: string): void {
    rmSync(this.#file(stack), { force: true });
  }

  /** Keeps other runs off a stack. Throws the CLI's own message when one is under way. Answers how to unlock. */
  lock(stack: string): () => void {
    const folder = this.#lockFolder(stack);
    const held = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
    if (held.length > 0) {
      const lines = held.map((file) => {
        const { username, hostname, pid, timestamp } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as {
          username: string;
          hostname: string;
          pid: number;
          timestamp: string;
        };
        return `  file://${path.join(folder, file)}: created by ${username}@${hostname} (pid ${pid}) at ${timestamp}`;
      });
      throw new Error(
        `the stack is currently locked by ${held.length} lock(s). Either wait for the other process(es) to end or ` +
          `delete the lock file with \`pulumi cancel\`.\n${lines.join("\n")}`,
      );
    }
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${randomUUID()}.json`);
    writeFileSync(
      file,
      JSON.stringify({
        pid: process.pid,
        username: os.userInfo().username,
        hostname: os.hostname(),
        timestamp: new Date().toISOString(),
      }),
    );
    return () => rmSync(file, { force: true });
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
