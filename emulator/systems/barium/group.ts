import * as z from "zod";

/** A group under the names of the wire. */
export interface BariumGroup {
  readonly id: number;
  readonly securityId: string;
  readonly key: string;
  readonly name: string;
  /** `null` for a root. */
  readonly parentId: number | null;
  readonly origin: string | null;
  readonly originkey: string | null;
}

// The document has IDs as numbers and, in its samples, as text.
const id = z.union([z.int().positive(), z.string().regex(/^\d{1,15}$/)]).transform(Number);
// The document writes parentid and reads parentId.
const parent = { parentid: id.optional(), parentId: id.optional() };
const items = <Item extends z.ZodType>(item: Item) => z.strictObject({ groups: z.array(item).min(1) });

/** Bodies of the calls of many items (seeds/002). */
export const newGroups = items(
  z.strictObject({
    key: z.string().min(1),
    name: z.string().min(1),
    origin: z.string().optional(),
    originkey: z.string().optional(),
    ...parent,
  }),
);
export const changedGroups = items(z.strictObject({ id, name: z.string().min(1).optional(), ...parent }));
export const deletedGroups = items(z.strictObject({ id }));

/** What may be changed from outside: everything but the ID. */
export const outsideChange = z
  .strictObject({
    securityId: z.string(),
    key: z.string(),
    name: z.string(),
    parentId: z.int().nullable(),
    origin: z.string().nullable(),
    originkey: z.string().nullable(),
  })
  .partial();

export type NewGroup = z.output<typeof newGroups>["groups"][number];
export type ChangedGroup = z.output<typeof changedGroups>["groups"][number];

/** The items of an update have an ID, those of a create have none. */
export function isUpdate(body: unknown): boolean {
  const { groups } = (body ?? {}) as { groups?: unknown };
  return Array.isArray(groups) && groups.some((group) => typeof group === "object" && group !== null && "id" in group);
}
