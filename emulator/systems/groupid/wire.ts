import * as z from "zod";

/** An object of the wire whose names may have any case, as in the document's samples; `shape` has them in lower case. */
export function caseless<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(
    (value) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), part]))
        : value,
    z.strictObject(shape),
  );
}

/** The ID of an identity store, which the samples write as a number and as text. */
export const storeId = z.union([z.int(), z.string()]).transform(String);

const attributeValue = caseless({
  identitystoreid: storeId.optional(),
  value: z.union([z.string(), z.null()]).transform((value) => value ?? ""),
  dn: z.string().nullish(),
  action: z.int().min(0).max(3).default(0),
  attributecollection: z.record(z.string(), z.string()).default({}),
  nestedattributes: z.unknown().optional(),
});

/** One value of an attribute in a write. */
export type WrittenValue = z.output<typeof attributeValue>;

const collection = z.record(z.string(), z.array(attributeValue));

/** Attributes in a write, by name. */
export type WrittenAttributes = z.output<typeof collection>;

/** Attributes in the object that they always come in. */
export const writtenAttributes = caseless({
  attributescollection: collection,
  filepermissioncollection: z.unknown().optional(),
  type: z.unknown().optional(),
}).transform(({ attributescollection }) => attributescollection);

export const identities = z.array(z.string().min(1)).min(1);
export const attributeNames = z.array(z.string().min(1));

/** A query string's truth value. */
export const flag = z.enum(["true", "false"]).transform((text) => text === "true");
