import * as z from "zod";

/**
 * An object of the wire. The samples of seeds/001 write the same property now with a capital and now without, so its
 * names are compared without case: `shape` has them in lower case.
 */
export function wireObject<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodPreprocess<z.ZodObject<Shape, z.core.$loose>> {
  return z.preprocess(lowerCaseNames, z.looseObject(shape));
}

function lowerCaseNames(value: unknown): unknown {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), part]))
    : value;
}

/** Text, where some answers have a number or a truth value; `null` where there is none. */
export const wireText = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .nullish()
  .transform((text) => text ?? null);

/** An identifier: some answers have it as a number, some as text. */
export const wireId = z.union([z.string().min(1), z.number().transform(String)]);

/** A number, which some answers have as text. */
export const wireNumber = z.coerce.number().nullish();

/** A truth value, which some answers have as text. */
export const wireFlag = z.union([z.boolean(), z.string().transform((text) => text.toLowerCase() === "true")]).nullish();

/** A list, for which some answers have `null`. */
export const wireItems = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** An identifier to be sent: the samples have numbers. */
export function numeric(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a text is a GUID, with braces or without. */
export function isGuid(text: string | null): boolean {
  return /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(text ?? "");
}
