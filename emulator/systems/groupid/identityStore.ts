import { randomUUID } from "node:crypto";
import type { GroupIdBehaviour } from "./behaviour.ts";
import {
  canonicalDn,
  DirectoryObject,
  isMultiValued,
  isReference,
  type ObjectClass,
  type StoredValue,
} from "./directoryObject.ts";
import type { Result } from "./envelope.ts";
import type { WrittenAttributes, WrittenValue } from "./wire.ts";

/** How the actions of values are numbered. The document has 0 and 1 only, and no word on them. */
const actions = { add: 1, remove: 2 };

/** One identity store: a directory in memory. */
export class IdentityStore {
  readonly id: string;
  readonly #behaviour: GroupIdBehaviour;
  readonly #objects = new Map<string, DirectoryObject>();
  readonly #hidden = new Map<string, number>();
  /** Objects as they were before a change, and how many reads still show them so. */
  readonly #late = new Map<string, { readonly before: DirectoryObject; reads: number }>();
  readonly signedIn: DirectoryObject;

  constructor(id: string, behaviour: GroupIdBehaviour, username: string) {
    this.id = id;
    this.#behaviour = behaviour;
    this.signedIn = new DirectoryObject(randomUUID(), "user", true);
    for (const [name, value] of Object.entries({ CN: username, name: username, sAMAccountName: username })) {
      this.signedIn.setTexts(name, [value]);
    }
    this.signedIn.setTexts("container", ["CN=Users,DC=demo,DC=local"]);
    this.#objects.set(this.signedIn.guid, this.signedIn);
  }

  get objects(): DirectoryObject[] {
    return [...this.#objects.values()];
  }

  ofClass(objectClass: ObjectClass): DirectoryObject[] {
    return this.objects.filter((object) => object.objectClass === objectClass);
  }

  get(guid: string): DirectoryObject | undefined {
    return this.#objects.get(guid.toLowerCase());
  }

  add(object: DirectoryObject): void {
    this.#objects.set(object.guid.toLowerCase(), object);
  }

  /** Deletes an object, and every mention of it. */
  delete(guid: string): void {
    this.#objects.delete(guid.toLowerCase());
    for (const object of this.#objects.values()) {
      for (const attribute of object.attributeNames.filter(isReference)) {
        object.set(
          attribute,
          object.values(attribute).filter(({ value }) => value !== guid),
        );
      }
    }
  }

  /** The object that an identity names: a GUID, and where the installation takes them a DN or an account name. */
  find(identity: string, objectClass?: ObjectClass): DirectoryObject | undefined {
    const wanted = identity.replace(/^\{|\}$/g, "").toLowerCase();
    const found =
      this.#objects.get(wanted) ??
      (this.#behaviour.identities === "guid"
        ? undefined
        : this.objects.find(
            (object) =>
              canonicalDn(object.dn) === canonicalDn(identity) ||
              [object.text("sAMAccountName"), object.text("userPrincipalName")].some(
                (name) => name !== "" && name.toLowerCase() === wanted,
              ),
          ));
    return found === undefined || (objectClass !== undefined && found.objectClass !== objectClass) ? undefined : found;
  }

  /** The same for a read, from which a new object is missing for a while, and which shows a change late. */
  findVisible(identity: string, objectClass: ObjectClass): DirectoryObject | undefined {
    const found = this.find(identity, objectClass);
    const hidden = found === undefined ? 0 : (this.#hidden.get(found.guid) ?? 0);
    if (found !== undefined && hidden > 0) {
      this.#hidden.set(found.guid, hidden - 1);
      return undefined;
    }
    const late = found === undefined ? undefined : this.#late.get(found.guid);
    return late !== undefined && late.reads-- > 0 ? late.before : found;
  }

  /** Makes an object. Of a call that is done in part only, the last attribute fails. */
  create(objectClass: ObjectClass, container: string, attributes: WrittenAttributes, partial: boolean): Result {
    const object = new DirectoryObject(randomUUID(), objectClass);
    object.setTexts("container", [container]);
    const names = Object.keys(attributes).filter((name) => name.toLowerCase() !== "container");
    const failures = names
      .map((name) => this.#write(object, name, attributes[name] ?? []))
      .filter((failure) => failure !== undefined);
    if (object.text("CN") === "" || object.text("objectClass") === "") {
      return { message: "CN and objectClass are mandatory" };
    }
    if (failures.length > 0) {
      return { message: "The object could not be created", attributeMessages: Object.assign({}, ...failures) };
    }
    object.setTexts("name", [object.text("CN")]);
    const account = object.text("sAMAccountName").toLowerCase();
    const twin = this.objects.find(
      (other) =>
        canonicalDn(other.dn) === canonicalDn(object.dn) ||
        (account !== "" && other.text("sAMAccountName").toLowerCase() === account),
    );
    if (twin !== undefined && this.#behaviour.existing === "refuse") {
      return { message: `The object already exists: ${twin.dn}` };
    }
    const last = names.at(-1);
    if (partial && last !== undefined) {
      object.set(last, []);
    }
    this.add(object);
    this.#hidden.set(object.guid, this.#behaviour.hiddenReads);
    return {
      data: object.guid,
      details: [partial && last !== undefined ? { name: last, type: 8, message: "Internal error" } : {}],
    };
  }

  /** Changes an object; answers with a detail for each attribute. */
  update(object: DirectoryObject, attributes: WrittenAttributes, partial: boolean): Result[] {
    this.#late.set(object.guid, { before: object.copy(), reads: this.#behaviour.lateReads });
    return Object.entries(attributes).map(([name, values], index): Result => {
      const failure = partial && index > 0 ? { [name]: "Internal error" } : this.#write(object, name, values);
      return failure === undefined ? { name, type: 8 } : { name, type: 8, attributeMessages: failure };
    });
  }

  /** Writes one attribute. Answers why that cannot be. */
  #write(object: DirectoryObject, name: string, written: readonly WrittenValue[]): Record<string, string> | undefined {
    if (name.toLowerCase() === "member" && !this.#behaviour.memberAttribute) {
      return { [name]: "Membership cannot be written as an attribute" };
    }
    const values: (StoredValue & { readonly action: number })[] = [];
    for (const { value, action, attributecollection: qualifiers } of written) {
      const target = isReference(name) && value !== "" ? this.find(value) : undefined;
      if (isReference(name) && value !== "" && target === undefined) {
        return { [name]: `There is no object ${value}` };
      }
      if (value !== "") {
        values.push({ value: target?.guid ?? value, qualifiers, action });
      }
    }
    const isDelta = this.#behaviour.actions === "numbered" && isMultiValued(name);
    const removed = isDelta ? values.filter(({ action }) => action === actions.remove) : [];
    const kept = values.filter((value) => !removed.includes(value));
    const base =
      isDelta && values.some(({ action }) => action === actions.add || action === actions.remove)
        ? object.values(name).filter(({ value }) => !removed.some((other) => isSame(name, other.value, value)))
        : [];
    const added = kept.filter(({ value }) => !base.some((other) => isSame(name, other.value, value)));
    const result = [...base, ...added.map(({ value, qualifiers }) => ({ value, qualifiers }))];
    if (result.some((one, index) => result.findIndex((other) => isSame(name, one.value, other.value)) !== index)) {
      return { [name]: "The attribute or value exists" };
    }
    if (result.length > 1 && !isMultiValued(name)) {
      return { [name]: "The attribute holds one value" };
    }
    object.set(name, result);
    return undefined;
  }
}

function isSame(attribute: string, a: string, b: string): boolean {
  return isReference(attribute) || attribute.toLowerCase() !== "proxyaddresses"
    ? a.toLowerCase() === b.toLowerCase()
    : a === b;
}
