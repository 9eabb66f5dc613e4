import * as z from "zod";
import type { DirectoryObject, Page } from "./api/directoryObject.ts";
import type { PageRequest } from "./api/users.ts";
import { dnOf } from "./identity.ts";
import { completeOf, readAllPages } from "./pages.ts";

/** What functions answer of an object. */
export const objectResult = {
  objectId: z.string().meta({ description: "The GUID of the object." }),
  objectType: z.string().optional().meta({ description: "The class of the object, such as `group`." }),
  displayName: z.string().optional().meta({ description: "The name that people see." }),
  distinguishedName: z.string().optional().meta({ description: "The DN of the object." }),
  attributes: z.record(z.string(), z.array(z.string())).meta({
    description:
      "The attributes that were asked for and those that always come, each with its values, by their names in lower case.",
  }),
};

/** An object in a list of them. */
export const objectElement = z
  .object(objectResult)
  .meta({ typeName: "DirectoryObject", description: "An object of a directory." });

export const attributesToLoad = z
  .array(z.string().min(1))
  .optional()
  .meta({ description: "The names of the attributes to read, such as `description`." });

/** How a list is cut into pages. */
export const pageInputs = {
  page: z.number().int().min(1).default(1).meta({ description: "The page to read; the first is 1." }),
  pageSize: z.number().int().min(1).default(100).meta({ description: "How many objects a page has." }),
  allPages: z.boolean().default(false).meta({ description: "Whether to read all pages from `page` on." }),
  sortOrder: z
    .enum(["ascending", "descending"])
    .meta({ typeName: "SortOrder", description: "The order of a list." })
    .default("ascending")
    .meta({ description: "The order of the list." }),
};

export const total = z.number().int().meta({ description: "How many there are on all pages." });

/** An object as functions answer it. */
export function resultOf(object: DirectoryObject): z.output<typeof objectElement> {
  const dn = dnOf(object);
  return {
    objectId: object.objectId,
    ...(object.objectType === null ? {} : { objectType: object.objectType }),
    ...(object.displayName === null ? {} : { displayName: object.displayName }),
    ...(dn === undefined ? {} : { distinguishedName: dn }),
    attributes: Object.fromEntries(
      [...object.attributes].map(([name, values]) => [name, values.map(({ value }) => value)]),
    ),
  };
}

/** One page of a list, or all from that one on. */
export async function readPages(
  { page, pageSize, allPages, sortOrder }: PageRequest & { readonly allPages: boolean },
  read: (request: PageRequest) => Promise<Page>,
): Promise<{ objects: z.output<typeof objectElement>[]; total: number }> {
  const readPage = (number: number) => read({ page: number, pageSize, sortOrder });
  if (!allPages) {
    const { objects, total } = await readPage(page);
    return { objects: objects.map(resultOf), total };
  }
  const all = await readAllPages(page, readPage);
  return { objects: completeOf(all, "objects").map(resultOf), total: all.total };
}
