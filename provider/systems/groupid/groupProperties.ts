import * as z from "zod";
import type { Violation } from "../../resource/definition.ts";
import type { Properties } from "../../resource/errors.ts";
import type { AttributeChange, DirectoryObject } from "./api/directoryObject.ts";
import { type AttributeMap, attributesInput, setTo } from "./attributeMap.ts";
import type { Distinction } from "./directoryResource.ts";
import { container, identity, identityStoreId, objectName, text } from "./inputs.ts";

/** What static and smart groups have in common. */
export const groupInputs = {
  identityStoreId,
  container,
  name: objectName,
  samAccountName: z.string().min(1).optional().meta({
    description: "The account name. A new group gets its name where this is left out.",
    ignoreCase: true,
  }),
  displayName: text("The name that people see."),
  description: text("What the group is for."),
  notes: text("Notes; the attribute `info`."),
  mail: z.string().optional().meta({ description: "The mail address.", ignoreCase: true }),
  alias: text("The mail alias; the attribute `mailNickname`."),
  mailEnabled: z.boolean().optional().meta({
    description: "Whether the group is made as one that takes mail (object class `MailEnabledGroup`).",
    createOnly: true,
  }),
  groupScope: text("The scope, such as `Universal Group`; the attribute `XGroupScope`."),
  groupType: z.number().int().optional().meta({
    description:
      "The type as the directory's number: `-2147483640` for a universal security group, `8` for a universal distribution group; in Entra ID 4, 8, 16 or 32.",
  }),
  securityType: text("Who may join, such as `Private`, `Semi_Private` or `Public`; the attribute `XGroupSecurity`."),
  expirationPolicy: z.number().int().min(0).optional().meta({
    description: "After how many days the group expires; 0 for never. The attribute `XGroupExpirationPolicy`.",
  }),
  owner: z.string().optional().meta({
    description:
      "The owner: a GUID, a DN or an account name; the attribute `managedBy`. An empty text leaves it without.",
    ignoreCase: true,
  }),
  additionalOwners: z
    .array(identity)
    .optional()
    .meta({ description: "Further owners; the attribute `XAdditionalOwner`.", set: true }),
  attributes: attributesInput,
};

export const groupMap: AttributeMap = {
  samAccountName: { attribute: "sAMAccountName", kind: "text" },
  displayName: { attribute: "displayName", kind: "text" },
  description: { attribute: "description", kind: "text" },
  notes: { attribute: "info", kind: "text" },
  mail: { attribute: "mail", kind: "text" },
  alias: { attribute: "mailNickname", kind: "text" },
  groupScope: { attribute: "XGroupScope", kind: "text" },
  groupType: { attribute: "groupType", kind: "number" },
  securityType: { attribute: "XGroupSecurity", kind: "text" },
  expirationPolicy: { attribute: "XGroupExpirationPolicy", kind: "number" },
  owner: { attribute: "managedBy", kind: "identity" },
  additionalOwners: { attribute: "XAdditionalOwner", kind: "identities" },
};

/** Tells smart groups from static ones, for a resource that stands for one of the two. */
export function kindOfGroup(isSmart: boolean): Distinction {
  const attribute = "IMSGManagedGroupType";
  const typeOf = ({ attributes }: DirectoryObject) => attributes.get(attribute.toLowerCase())?.[0]?.value;
  return {
    attributes: [attribute],
    isOwn: (group) => (typeOf(group) === "2") === isSmart,
    // An installation that does not show the type says nothing against the group.
    refusal(group) {
      const type = typeOf(group);
      if (type === undefined || (type === "2") === isSmart) {
        return undefined;
      }
      return isSmart
        ? `the group ${group.objectId} exists already and is no Smart Group: declare it as groupid.Group.`
        : `the group ${group.objectId} exists already and is a Smart Group: declare it as groupid.SmartGroup.`;
    },
  };
}

/** The properties that can be changed. */
export const changeable = [...Object.keys(groupMap), "attributes"] as (keyof typeof groupInputs)[];

/** What the samples send with every new group. */
export function newGroupAttributes(
  { name, mailEnabled }: { readonly name: string; readonly mailEnabled?: boolean | undefined },
  mailByDefault: boolean,
): AttributeChange[] {
  return [
    setTo("sAMAccountName", [name]),
    setTo("name", [name]),
    setTo("CN", [name]),
    setTo("objectClass", [(mailEnabled ?? mailByDefault) ? "MailEnabledGroup" : "group"]),
  ];
}

/** Rules for `attributes`: what a property stands for is not written twice, nor is one name in two ways. */
export function attributeViolations(map: AttributeMap, attributes: unknown): Violation[] {
  if (typeof attributes !== "object" || attributes === null) {
    return [];
  }
  const properties = new Map(Object.entries(map).map(([name, { attribute }]) => [attribute.toLowerCase(), name]));
  const fixed = new Map([
    ["cn", "name"],
    ["name", "name"],
    ["container", "container"],
  ]);
  const seen = new Set<string>();
  return Object.keys(attributes).flatMap((name): Violation[] => {
    const key = name.toLowerCase();
    const property = properties.get(key) ?? fixed.get(key);
    const path = ["attributes", name];
    if (property !== undefined) {
      return [{ path, reason: `is the property ${property}: write it there` }];
    }
    if (seen.has(key)) {
      return [{ path, reason: "is named twice: the names of attributes are compared without case" }];
    }
    seen.add(key);
    return [];
  });
}

/** Whether an object that is made anew keeps its account name, of which an identity store has one of each. */
export function keepsAccountName(olds: Properties, news: Properties): boolean {
  const [before, after] = [olds, news].map(({ identityStoreId: store, samAccountName, name }) =>
    [store, samAccountName ?? name].map((part) => String(part).toLowerCase()).join(" "),
  );
  return before === after;
}

/** Who leaves when a list becomes another one; nothing where either is not known. */
export function leaving(olds: Properties, news: Properties, property: string): string[] {
  const [before, after] = [olds[property], news[property]];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return [];
  }
  const kept = new Set(after.map((one) => String(one).toLowerCase()));
  return before.map(String).filter((one) => !kept.has(one.toLowerCase()));
}
