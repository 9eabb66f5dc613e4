import { DN } from "ldapts";
import type { AttributeValue, DirectoryObject } from "./api/directoryObject.ts";
import { isGuid } from "./api/wire.ts";

/** The DN of what is called `name` in a container. */
export function dnIn(container: string, name: string): string {
  return `${new DN().addPairRDN("CN", name).toString()},${container}`;
}

/** The DN of an object, where the system shows what it is made of. */
export function dnOf({ attributes }: DirectoryObject): string | undefined {
  const text = (name: string) => attributes.get(name)?.[0]?.value;
  const [whole, name, container] = [text("distinguishedname"), text("cn") ?? text("name"), text("container")];
  return whole ?? (name === undefined || container === undefined ? undefined : dnIn(container, name));
}

/** Whether an object has a name in a container, as far as the system shows what it is called. */
export function isCalled({ attributes }: DirectoryObject, container: string, name: string): boolean {
  const text = (attribute: string) => attributes.get(attribute)?.[0]?.value ?? "";
  return (
    sameIdentity(text("container"), container) && (text("cn") || text("name")).toLowerCase() === name.toLowerCase()
  );
}

/** Whether two identities are the same text to a directory: without case, the braces of GUIDs, and the writing of DNs. */
export function sameIdentity(a: string, b: string): boolean {
  return canonicalIdentity(a) === canonicalIdentity(b);
}

/** An identity as it is compared. */
export function canonicalIdentity(identity: string): string {
  const text = identity.trim().replace(/^\{(.*)\}$/, "$1");
  return (formOf(text) === "dn" ? canonicalDn(text) : text).toLowerCase();
}

/** A DN without blanks around its parts, and with the one way to escape what its values hold. */
function canonicalDn(dn: string): string {
  const parts = dn.match(/(?:\\.|[^\\,])+/gs) ?? [];
  return parts
    .map((part) => {
      const [, type = "", value = ""] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? [undefined, "", part];
      return `${type}=${unescaped(value).replace(/[\\,]/g, "\\$&")}`;
    })
    .join(",");
}

/** What an escaped value of a DN says: `\2C` and `\,` are both a comma; bytes are UTF-8. */
function unescaped(value: string): string {
  return value.replace(/((?:\\[0-9a-f]{2})+)|\\(.)/gis, (_, bytes: string | undefined, character: string) =>
    bytes === undefined ? character : Buffer.from(bytes.replaceAll("\\", ""), "hex").toString("utf8"),
  );
}

/** Attributes that hold names by which people know an object. */
export const accountNames = ["sAMAccountName", "userPrincipalName", "mail"];

/** The form of an identity. */
export type Form = "guid" | "dn" | "name";

export function formOf(identity: string): Form {
  if (isGuid(identity.trim())) {
    return "guid";
  }
  return /^\s*[a-z][\w.-]*\s*=.+/i.test(identity) ? "dn" : "name";
}

/** All identities that the system shows of what a value names. */
export function identitiesOf({ value, dn }: AttributeValue): string[] {
  return dn === undefined ? [value] : [value, dn];
}

/** All identities of an object that the system shows. */
export function namesOf(object: DirectoryObject): string[] {
  const names = accountNames.flatMap((name) => object.attributes.get(name.toLowerCase()) ?? []);
  const dn = dnOf(object);
  return [object.objectId, ...(dn === undefined ? [] : [dn]), ...names.map(({ value }) => value)];
}

/**
 * The forms of names that tell objects apart: an object has one GUID and one DN. Of account names it may have several, so
 * that two different ones say nothing.
 */
export function tellingForms(names: readonly string[]): Form[] {
  const forms = new Set(names.map(formOf));
  return (["guid", "dn"] as const).filter((form) => forms.has(form));
}
