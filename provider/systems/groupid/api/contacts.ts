import {
  type AttributeChange,
  capitalAttributes,
  type DirectoryObject,
  smallAttributes,
  wireDirectoryObject,
  wireDirectoryObjects,
} from "./directoryObject.ts";
import type { Envelope } from "./envelope.ts";
import type { GroupIdService } from "./service.ts";

/** The calls for contacts (seeds/001, "Contact APIs"). */
export class ContactsApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** POST Contacts: makes a contact; the envelope's data is its GUID. */
  create(
    identityStoreId: string,
    container: string,
    attributes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const json = { container, attributes: smallAttributes(attributes) };
    const path = this.#service.storePath(identityStoreId, "Contacts");
    return this.#service.write({ method: "POST", path, json, idempotent: false }, signal);
  }

  /** GET Contacts/{userIdentity}. */
  getOne(
    identityStoreId: string,
    identity: string,
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<DirectoryObject> {
    const path = this.#service.storePath(identityStoreId, "Contacts", identity);
    return this.#service.read({ path, json: attributes }, wireDirectoryObject, signal);
  }

  /** GET Contacts: those of the given identities that exist. */
  getMany(
    identityStoreId: string,
    identities: readonly string[],
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<DirectoryObject[]> {
    const path = this.#service.storePath(identityStoreId, "Contacts");
    const json = { userIdentities: identities, attributesToLoad: attributes };
    return this.#service.read({ path, json }, wireDirectoryObjects, signal);
  }

  /** PATCH Contacts: changes attributes of one contact, which the body names. */
  updateOne(
    identityStoreId: string,
    identity: string,
    changes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const json = { objectIdentity: identity, attributesToUpdate: capitalAttributes(changes) };
    const path = this.#service.storePath(identityStoreId, "Contacts");
    return this.#service.write({ method: "PATCH", path, json, idempotent: true }, signal);
  }

  /** DELETE Contacts/{userIdentity}. */
  deleteOne(identityStoreId: string, identity: string, signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Contacts", identity);
    return this.#service.write({ method: "DELETE", path, idempotent: true }, signal);
  }

  /** DELETE Contacts: many, each with a detail of its own. */
  deleteMany(identityStoreId: string, identities: readonly string[], signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Contacts");
    return this.#service.write({ method: "DELETE", path, json: identities, idempotent: true }, signal);
  }
}
