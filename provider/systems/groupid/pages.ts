import { SystemError } from "../../resource/errors.ts";
import type { DirectoryObject, Page } from "./api/directoryObject.ts";
import { canonicalIdentity } from "./identity.ts";

/** How often a list that changes while its pages are read is read again. */
const attempts = 3;

/** All objects of a list, each once. */
export interface Objects {
  readonly byId: ReadonlyMap<string, DirectoryObject>;
  /** How many there are, as the system says. */
  readonly total: number;
  /** Whether the list has as many as the system says. One that is read from a later page on is not measured. */
  readonly isComplete: boolean;
}

/** Reads a list from a page on, and again where it has changed meanwhile, so that pages have repeated or skipped some. */
export async function readAllPages(first: number, read: (page: number) => Promise<Page>): Promise<Objects> {
  for (let attempt = 1; ; attempt++) {
    const objects = await readOnce(first, read);
    if (objects.isComplete || attempt === attempts) {
      return objects;
    }
  }
}

/** The objects of a complete list. Throws for one that is not. */
export function completeOf({ byId, total, isComplete }: Objects, what: string): DirectoryObject[] {
  if (!isComplete) {
    throw new SystemError(
      `GroupID lists ${byId.size} different ${what} and says that there are ${total}: the list is not complete, or ` +
        "changes while it is read. Nothing was concluded from it; try again.",
      "no",
    );
  }
  return [...byId.values()];
}

async function readOnce(first: number, read: (page: number) => Promise<Page>): Promise<Objects> {
  const byId = new Map<string, DirectoryObject>();
  for (let number = first; ; number++) {
    const { total, objects } = await read(number);
    const before = byId.size;
    for (const object of objects) {
      byId.set(canonicalIdentity(object.objectId), object);
    }
    const isFull = first === 1 && total > 0 && byId.size >= total;
    // A page with nothing new is one behind the end: it is empty, or the last one over again.
    if (isFull || byId.size === before) {
      return { byId, total, isComplete: first > 1 || byId.size >= total };
    }
  }
}
