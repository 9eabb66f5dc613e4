import * as z from "zod";
import {
  type AttributeChange,
  capitalAttributes,
  type DirectoryObject,
  type Page,
  smallAttributes,
  wireDirectoryObject,
  wireDirectoryObjects,
  wirePage,
} from "./directoryObject.ts";
import type { Envelope } from "./envelope.ts";
import type { GroupIdService } from "./service.ts";
import { numeric, wireObject } from "./wire.ts";

/** Lists of a user's groups, and the end of the path of each. The last two stand in the vendor's pages alone. */
const groupLists = {
  owned: [],
  all: ["All"],
  dynasties: ["Dynasties"],
  memberships: ["Membership"],
  smartGroups: ["SmartGroups"],
  expired: ["Expired"],
  expiring: ["Expiring"],
} as const;

/** A list of a user's groups. */
export type GroupList = keyof typeof groupLists;

/** The lists that can be counted without being read. */
export type CountedGroupList = "owned" | "memberships" | "expiring";

/** How a page of a list is asked for. */
export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly sortOrder: SortOrder;
}

/** The samples have 1 throughout, where 11.1 has a word for ascending as well. */
const sortOrders = { ascending: 1, descending: 2 } as const;
export type SortOrder = keyof typeof sortOrders;

/** The page of a search that a query string asks for. */
export function pageQuery({ page, pageSize, sortOrder }: PageRequest) {
  return { sortOrder: sortOrders[sortOrder], pageNo: page, pageSize };
}

/** Which of the groups that someone owns belong to a list. */
export interface Ownership {
  /** Also groups that a group of the user owns. */
  readonly nested: boolean;
  /** Also groups that the user is an additional owner of. */
  readonly additional: boolean;
}

const wireCount = wireObject({ count: z.coerce.number().int() }).transform(({ count }) => count);

/** The calls for users (seeds/001, "User APIs"). */
export class UsersApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** POST Users: makes a user; the envelope's data is its GUID. */
  create(
    identityStoreId: string,
    container: string,
    attributes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const json = { Container: container, Attributes: smallAttributes(attributes), IdentityStoreID: identityStoreId };
    const path = this.#service.storePath(identityStoreId, "Users");
    return this.#service.write({ method: "POST", path, json, idempotent: false }, signal);
  }

  /** GET Users/{userIdentity}: it has no body, and shows what it wants to. */
  getOne(
    identityStoreId: string,
    identity: string,
    _attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<DirectoryObject> {
    const path = this.#service.storePath(identityStoreId, "Users", identity);
    return this.#service.read({ path }, wireDirectoryObject, signal);
  }

  /** GET Users: those of the given identities that exist. */
  getMany(
    identityStoreId: string,
    identities: readonly string[],
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<DirectoryObject[]> {
    const path = this.#service.storePath(identityStoreId, "Users");
    const json = {
      identityStoreID: numeric(identityStoreId),
      objectIdentities: identities,
      addAndResolveAdditionalDirectReports: true,
      attributesToLoad: attributes,
    };
    return this.#service.read({ path, json }, wireDirectoryObjects, signal);
  }

  /** PATCH Users: changes attributes of one user, whom the body names. */
  updateOne(
    identityStoreId: string,
    identity: string,
    changes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const json = {
      AttributesToUpdate: capitalAttributes(changes),
      ObjectIdentity: identity,
      IdentityStoreID: identityStoreId,
    };
    const path = this.#service.storePath(identityStoreId, "Users");
    return this.#service.write({ method: "PATCH", path, json, idempotent: true }, signal);
  }

  /** DELETE Users/{userIdentity}. */
  deleteOne(identityStoreId: string, identity: string, signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Users", identity);
    return this.#service.write({ method: "DELETE", path, idempotent: true }, signal);
  }

  /** DELETE Users: many, each with a detail of its own. */
  deleteMany(identityStoreId: string, identities: readonly string[], signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Users");
    return this.#service.write({ method: "DELETE", path, json: identities, idempotent: true }, signal);
  }

  /**
   * GET Users/{userIdentity}/Groups, …/All, …/Dynasties, …/Membership, …/SmartGroups, …/Expired, …/Expiring: one page.
   */
  groups(
    identityStoreId: string,
    identity: string,
    list: GroupList,
    request: PageRequest & Ownership,
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<Page> {
    const path = this.#service.storePath(identityStoreId, "Users", identity, "Groups", ...groupLists[list]);
    const query = { ...pageQuery(request), ...listQuery(list, request), calculateTotal: true };
    return this.#service.read({ path, query, json: { attributesToLoad: attributes } }, wirePage, signal);
  }

  /** GET Users/{userIdentity}/Groups/count, …/Membership/count, …/Expiring/count. */
  countGroups(
    identityStoreId: string,
    identity: string,
    list: CountedGroupList,
    ownership: Ownership,
    signal: AbortSignal,
  ): Promise<number> {
    const path = this.#service.storePath(identityStoreId, "Users", identity, "Groups", ...groupLists[list], "count");
    const { additional, nested } = ownership;
    const json = { includeAdditionalOwnershipGroups: additional, includeNestedOwnershipGroups: nested };
    // The samples have the query of the list, that of expiring groups one of its own.
    const query =
      list === "expiring"
        ? { ...json, searchMode: 0 }
        : {
            ...pageQuery({ page: 1, pageSize: 1, sortOrder: "ascending" }),
            ...listQuery(list, ownership),
            calculateTotal: true,
          };
    return this.#service.read({ path, query, json }, wireCount, signal);
  }
}

/** What the samples have in the query beside the page: nobody owns a membership, and only owned groups are managed. */
function listQuery(list: GroupList, { nested, additional }: Ownership) {
  return {
    ...(list === "memberships" ? {} : { displayNestedOwnership: nested }),
    displayAdditionalGroups: additional,
    searchMode: 0,
    ...(list === "owned" ? { isManagedBy: false } : {}),
  };
}
