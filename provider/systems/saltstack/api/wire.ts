import * as z from "zod";

/** Text that may be missing; some installations write numbers for phones. */
export const text = z.union([z.string(), z.number().transform(String)]).nullish();

/** An ID: text, and a whole number for links. */
export const id = z.union([z.string(), z.number().transform(String)]);

const wireQuota = z.looseObject({
  name: z.string(),
  limit: z.coerce.number().nullish(),
  usage: z.coerce.number().nullish(),
});

export const quotas = z.array(wireQuota).nullish();

/** How much of something there may be, and how much there is. Sizes are in MB; -1 stands for no limit. */
export interface Quota {
  readonly name: string;
  readonly limit: number;
  readonly usage: number;
}

export function quotasOf(wire: z.output<typeof quotas>): Quota[] {
  return (wire ?? []).map(({ name, limit, usage }) => ({ name, limit: limit ?? -1, usage: usage ?? 0 }));
}

/** The limit of a quota. `undefined`: the object was shown without it. */
export function limitOf(wire: z.output<typeof quotas>, name: string): number | undefined {
  return wire?.find((quota) => quota.name === name)?.limit ?? undefined;
}

/** The ID in a URL, or in the whole object that stands where a URL should; `null` for none. */
export const reference = z
  .union([z.string(), z.looseObject({ url: z.string().optional(), uuid: id.optional() })])
  .nullable()
  .transform((value) => {
    const url = typeof value === "string" ? value : (value?.uuid ?? value?.url);
    return url === undefined || url === "" ? null : idIn(url);
  });

/** The last part of a URL; what is no URL is the ID itself. */
export function idIn(url: string): string {
  const parts =
    url
      .split(/[?#]/)[0]
      ?.split("/")
      .filter((part) => part !== "") ?? [];
  return decodeURIComponent(parts.at(-1) ?? url);
}

/** The fields that are given, under the names of the wire. */
export function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The password in the answer to a call that has one generated; `undefined` for any other answer. */
export const passwordIn = z
  .union([z.looseObject({ password: z.string().min(1) }), z.unknown().transform(() => ({ password: undefined }))])
  .transform(({ password }) => password);

/** An answer whose body says nothing that is needed. */
export const nothing = z.unknown();
