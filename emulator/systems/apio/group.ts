import * as z from "zod";

const text = z.string();

/** The group attributes of seeds/003 that POST and PUT take. */
export const groupFields = z.strictObject({
  groupName: text,
  userLimit: z.int().min(0),
  defaultDomain: text,
  cliName: text,
  cliPhoneNumber: text,
  locationDialingCode: text,
  timeZone: text,
  // The document does not say what is in them; BroadWorks has texts only.
  contactInformation: z.record(text, text),
  addressInformation: z.record(text, text),
  resellerId: text,
});
/** The body of a PUT; that it takes a template is known from elsewhere (apis.md). */
export const changedGroup = groupFields.extend({ templateName: text }).partial();
/** The body of a create. */
export const newGroup = changedGroup.extend({ groupId: text.min(1), autoCreateDomain: z.boolean().optional() });
/** What may be changed from outside: everything but the ID; `null` clears a field. */
export const outsideChange = z
  .strictObject(
    Object.fromEntries(
      Object.entries({ ...groupFields.shape, userCount: z.int().min(0) }).map(([name, field]) => [
        name,
        field.nullable(),
      ]),
    ),
  )
  .partial();

export type NewGroup = z.output<typeof newGroup>;
export type ChangedGroup = z.output<typeof changedGroup>;

/** A group as it is kept, under the names of the wire. What it does not have is `null` or absent. */
export interface ApioGroup {
  readonly groupId: string;
  readonly groupName: string | null;
  readonly userLimit: number | null;
  readonly userCount: number;
  readonly resellerId?: string | null;
  readonly [field: string]: unknown;
}

/** A group of which nothing is known but its ID. */
export function emptyGroup(groupId: string): ApioGroup {
  return { groupId, groupName: null, userLimit: null, userCount: 0 };
}
