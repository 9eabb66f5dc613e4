import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Hands on each line of a process's output that is not blank; resolves at its end. */
export async function forEachLine(stream: Readable, handle: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") {
      handle(line);
    }
  }
}
