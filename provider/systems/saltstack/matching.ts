import * as z from "zod";

/** How texts are looked for. */
export const match = z
  .enum(["exact", "contains"])
  .meta({ typeName: "TextMatch", description: "How texts are looked for." })
  .optional()
  .meta({
    description:
      "`exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it.",
  });

/** A text that objects are looked for by. */
export function filter(what: string) {
  return z
    .string()
    .min(1)
    .optional()
    .meta({ description: `Only those whose ${what} is this text, or contains it: see \`match\`.` });
}

/** An ID that objects are looked for by. */
export function idFilter(what: string) {
  return z
    .string()
    .min(1)
    .optional()
    .meta({ description: `Only those of this ${what}, by its ID.` });
}

/**
 * Of what the system found, what really fits: it looks for parts of texts, and an installation may ignore a filter that
 * it does not know. What an object does not show is believed.
 */
export function matching<Item extends object>(
  items: readonly Item[],
  how: z.output<typeof match>,
  wanted: {
    readonly texts?: Readonly<Record<string, string | undefined>>;
    readonly ids?: Readonly<Record<string, string | undefined>>;
  },
): Item[] {
  const fits = (item: Item, name: string, value: string | undefined, isText: boolean) => {
    const held = (item as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || held === undefined || held === null) {
      return true;
    }
    return isText && how === "contains"
      ? String(held).toLowerCase().includes(value.toLowerCase())
      : String(held) === value;
  };
  return items.filter(
    (item) =>
      Object.entries(wanted.texts ?? {}).every(([name, value]) => fits(item, name, value, true)) &&
      Object.entries(wanted.ids ?? {}).every(([name, value]) => fits(item, name, value, false)),
  );
}

/** The one object that was asked for. Throws when there is none, or more than one. */
export function only<Item>(items: readonly Item[], label: string, idOf: (item: Item) => string): Item {
  const [item] = items;
  if (item === undefined) {
    throw new Error(`${label}: there is none that the connection's user may see.`);
  }
  if (items.length > 1) {
    throw new Error(`${label}: there are ${items.length}: ${items.map(idOf).join(", ")}. Ask by ID.`);
  }
  return item;
}

export const quota = z
  .object({
    name: z.string().meta({ description: "What is limited, such as `mailbox_size`, in MB, or `user_count`." }),
    limit: z.number().meta({ description: "How much there may be; -1 for no limit." }),
    usage: z.number().meta({ description: "How much there is." }),
  })
  .meta({ typeName: "Quota", description: "A limit, and how much of it is used." });
