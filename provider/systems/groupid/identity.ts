import { DN } from "ldapts";
import type { AttributeValue, DirectoryObject } from "./api/directoryObject.ts";

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

/** Whether two identities are the same text to a directory: without case, the braces of GUIDs and blanks in DNs. */
export function sameIdentity(a: string, b: string): boolean {
  return canonicalIdentity(a) === canonicalIdentity(b);
}

/** An identity as it is compared. */
export function canonicalIdentity(identity: string): string {
  return identity
    .trim()
    .replace(/^\{(.*)\}$/, "$1")
    .replace(/\s*,\s*/g, ",")
    .replace(/\s*=\s*/g, "=")
    .toLowerCase();
}

/** Attributes that hold names by which people know an object. */
export const accountNames = ["sAMAccountName", "userPrincipalName", "mail"];

/** The form of an identity. Two of the same form, written differently, are different objects. */
export function formOf(identity: string): "guid" | "dn" | "name" {
  if (/^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(identity.trim())) {
    return "guid";
  }
  return /^\s*[a-z][\w.-]*\s*=.+/i.test(identity) ? "dn" : "name";
}

/** All identities that the system shows of what a value names. */
export function identitiesOf({ value, dn }: AttributeValue): string[] {
  return dn === undefined ? [value] : [value, dn];
}
