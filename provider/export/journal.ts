import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { ExportedObject } from "./exported.ts";

/** How many objects are written together: a killed run reads these again. */
const batch = 200;
/** How old what was read may be, in milliseconds: older values would be written over what people have done since. */
const maximumAge = 24 * 60 * 60 * 1000;

/**
 * What an export has read, in a file beside its result, so that one that fails goes on where it ended, within a day. It
 * holds no secrets, and goes when the export is complete.
 */
export class Journal {
  readonly #file: string;
  readonly #objects = new Map<string, ExportedObject>();
  #waiting: string[] = [];
  /** When the export that this goes on with began; absent for a new one. */
  readonly begun: Date | undefined;

  /**
   * @param scope what is exported, by which connections: objects of another scope do not count.
   * @param restart forgets what an earlier run has read.
   */
  constructor(folder: string, scope: string, restart: boolean) {
    this.#file = path.join(folder, ".export.jsonl");
    mkdirSync(folder, { recursive: true });
    const [head, ...lines] = !restart && existsSync(this.#file) ? readFileSync(this.#file, "utf8").split("\n") : [];
    const known = parsed(head) as { scope?: string; begun?: string } | undefined;
    const age = Date.now() - Date.parse(known?.begun ?? "");
    if (known?.scope === scope && age < maximumAge) {
      for (const line of lines) {
        // The last line may be cut where the run was killed.
        const object = parsed(line) as ExportedObject | undefined;
        if (object !== undefined) {
          this.#objects.set(keyOf(object), object);
        }
      }
    }
    if (this.#objects.size > 0) {
      this.begun = new Date(known?.begun ?? 0);
      appendFileSync(this.#file, "\n");
    } else {
      rmSync(this.#file, { force: true });
      appendFileSync(this.#file, `${JSON.stringify({ scope, begun: new Date().toISOString() })}\n`);
    }
  }

  get size(): number {
    return this.#objects.size;
  }

  get(object: Pick<ExportedObject, "connection" | "type" | "id">): ExportedObject | undefined {
    return this.#objects.get(keyOf(object));
  }

  add(object: ExportedObject): void {
    this.#waiting.push(`${JSON.stringify(object)}\n`);
    if (this.#waiting.length >= batch) {
      this.flush();
    }
  }

  /** Writes what was added; for the end of a run that failed. */
  flush(): void {
    appendFileSync(this.#file, this.#waiting.join(""));
    this.#waiting = [];
  }

  /** The export is complete. */
  remove(): void {
    rmSync(this.#file, { force: true });
  }
}

function keyOf({ connection, type, id }: Pick<ExportedObject, "connection" | "type" | "id">): string {
  return JSON.stringify([connection, type, id]);
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? "");
  } catch {
    return undefined;
  }
}
