import * as z from "zod";
import type { Violation } from "../../resource/definition.ts";
import { identifier, type PropertyTraits } from "../../resource/property.ts";
import { containsUnknown, unknownMarker } from "../../resource/unknown.ts";

/** The ID of another object, which is no URL. */
export function reference(description: string, traits: Pick<PropertyTraits, "followsReplacement" | "refersTo"> = {}) {
  return identifier()
    .refine((value) => !value.includes("/"), "must be an ID, not a URL: the last part of the object's URL")
    .meta({ description, ...traits });
}

/** The tenant that something is in. Replacing it deletes what is in it. */
export function tenantReference(description: string, system: "Exchange" | "Sharepoint") {
  return reference(description, { followsReplacement: true, refersTo: `saltstack:${system}Tenant.tenantId` });
}

/** Text that may be left out. The system stores an empty one, and never sends it on to Exchange. */
export function optionalText(description: string) {
  return z
    .string()
    .refine((value) => value !== "", "must not be empty: the system cannot clear it. Leave it out to leave it as it is")
    .optional()
    .meta({ description });
}

/** A size in MB. */
export function megabytes(description: string, minimum = 1) {
  return z.number().int().min(minimum).meta({ description });
}

/** A name to sign in with, and the part of an address before the `@`. */
export function username(description: string) {
  return z
    .string()
    .regex(
      /^(?!\.)[A-Za-z0-9_.-]+(?<!\.)$/,
      "must have letters (a-z), digits, `_`, `.` and `-` only, and no `.` first or last",
    )
    .meta({ description, ignoreCase: true });
}

/** An e-mail address. */
export function email(description: string) {
  return z
    .string()
    .regex(/^[^@\s]+@[^@\s]+$/, "must be an e-mail address")
    .meta({ description, ignoreCase: true });
}

/** Who is told a generated password by SMS needs a phone. */
export function phoneForNotification(inputs: {
  readonly notify?: boolean | undefined;
  readonly phone?: string | undefined;
}): Violation[] {
  return inputs.notify === true && inputs.phone === undefined
    ? [{ path: ["phone"], reason: "is required when notify is true: the password is sent there" }]
    : [];
}

export const passwordTrigger = z.string().optional().meta({
  description:
    "Any text of your own, such as a date: a change of it has the system generate a new password, and so does adding it to a user that exists. The text that a user is made with stands for the first password.",
  notObservable: true,
});

export const generatedPassword = z.string().optional().meta({
  description: "The password that the system generated. It cannot be chosen.",
  secret: true,
});

/** A user that is taken over keeps its password: the trigger that is written stands for it. */
export function unseen({ passwordTrigger: trigger }: { readonly passwordTrigger?: string | undefined }) {
  return trigger === undefined ? {} : { passwordTrigger: trigger };
}

/** The text of a value for a message, or what stands for one that is not known yet. */
export function shown(value: unknown): string {
  return value === unknownMarker || containsUnknown(value) ? "a new one" : JSON.stringify(value);
}

/** A text that the system has, or `null` for none: it stores what is missing as an empty text. */
export function textOf(value: string | null | undefined): string | null | undefined {
  return value === "" ? null : value;
}
