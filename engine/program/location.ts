import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { ProgramProject } from "../deploy/options.ts";

/** Where a program is: the folder that it runs in, and its file in there (`.` lets `package.json` tell). */
export interface ProgramLocation {
  readonly directory: string;
  readonly entryPoint: string;
}

/**
 * Where the project's program is.
 * @throws Error when the project's `main` does not exist.
 */
export async function locateProgram(project: ProgramProject): Promise<ProgramLocation> {
  if (project.main === undefined || project.main === "") {
    return { directory: project.directory, entryPoint: "." };
  }
  const main = resolve(project.directory, project.main);
  const found = await stat(main).catch((error: Error) => {
    throw new Error(`the project's main, ${main}, could not be read: ${error.message}`, { cause: error });
  });
  return found.isDirectory()
    ? { directory: main, entryPoint: "." }
    : { directory: dirname(main), entryPoint: basename(main) };
}
