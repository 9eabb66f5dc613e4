import { open, rename, rm } from "node:fs/promises";
import type { Response } from "node-fetch";
import type { Deadline } from "./deadline.ts";

/** Told how many bytes have come, and how many there are where the system says so. */
export type Progress = (bytes: number, total: number | undefined) => void;

/** The file cannot be written; no request would change that. */
export class FileError extends Error {
  constructor(file: string, cause: Error) {
    super(`the file ${file} cannot be written: ${cause.message}`, { cause });
    this.name = "FileError";
  }
}

/** Whether an answer is for people or programs to read, and no file: a failure, JSON, or an HTML page. */
export function isPage(response: Response): boolean {
  return !response.ok || /\b(json|html)\b/i.test(response.headers.get("content-type") ?? "");
}

/**
 * Writes the body of an answer to a file, piece by piece, however much it is. The file has another name until all of it
 * is there. Answers with the number of bytes.
 */
export async function save(response: Response, file: string, deadline: Deadline, progress: Progress): Promise<number> {
  const part = `${file}.part`;
  const unwritable = (error: Error) => Promise.reject(new FileError(file, error));
  const length = response.headers.get("content-length");
  const total = length === null || response.headers.has("content-encoding") ? undefined : Number(length);
  const handle = await open(part, "w").catch(unwritable);
  let bytes = 0;
  try {
    try {
      for await (const piece of response.body ?? []) {
        const buffer = Buffer.from(piece);
        await handle.writeFile(buffer).catch(unwritable);
        bytes += buffer.length;
        deadline.extend();
        progress(bytes, total);
      }
    } finally {
      await handle.close();
    }
    await rename(part, file).catch(unwritable);
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
