import * as z from "zod";
import { identifier } from "../../resource/property.ts";
import type { GroupIdClient } from "./client.ts";

/** Where a resource or a function looks: an identity store. */
export const identityStoreId = identifier().optional().meta({
  description: "The ID of the identity store. By default that of the connection.",
});

/** What the connection gives to resources that live in an identity store. */
export function connectionDefaults({ identityStoreId: id }: GroupIdClient): { identityStoreId?: string } {
  return id === undefined ? {} : { identityStoreId: id };
}

/** The name of an object in its container. */
export const objectName = z.string().min(1).meta({
  description: "The common name (CN). It tells the object from all others of its container.",
  ignoreCase: true,
});

export const container = z.string().min(1).meta({
  description: "The DN of the container that the object is in, such as `OU=Groups,DC=example,DC=com`.",
  ignoreCase: true,
});

/** What names an object of the directory. */
export const identity = z
  .string()
  .min(1)
  .meta({
    description: "The GUID of an object of the directory, or its DN, or its account name.",
    ignoreCase: true,
    refersTo: ["groupid:Group.objectId", "groupid:SmartGroup.objectId"],
  });

/** What every object of a directory shows. */
export const objectOutputs = {
  objectId: z.string().meta({ description: "The GUID that the directory gave to the object." }),
  distinguishedName: z.string().meta({ description: "The DN of the object." }),
};

/** A text property; an empty text clears the attribute. */
export function text(description: string) {
  return z.string().optional().meta({ description });
}

/**
 * One of some words, or the number that GroupID has for what the document shows no word of; what was made in GroupID
 * shows such numbers. `numbers` are those of the words.
 */
export function wordOrNumber(
  numbers: Readonly<Record<string, number>>,
  traits: {
    readonly typeName: string;
    readonly description: string;
    readonly valueDescriptions: Record<string, string>;
  },
) {
  const words = Object.keys(numbers);
  const known = Object.values(numbers).map(String);
  const quoted = words.map((word) => JSON.stringify(word)).join(", ");
  const error = `must be one of ${quoted}, or the number that GroupID has for another one`;
  const other = identifier().refine((text) => /^\d+$/.test(text) && !known.includes(text), { error });
  return z.union([z.enum(words).meta(traits), other], { error });
}
