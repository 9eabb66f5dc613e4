import * as z from "zod";
import {
  type AttributeChange,
  capitalAttributes,
  type DirectoryObject,
  type Page,
  smallAttributesIn,
  wireDirectoryObject,
  wireDirectoryObjects,
  wirePage,
} from "./directoryObject.ts";
import type { Envelope } from "./envelope.ts";
import type { GroupIdService } from "./service.ts";
import { type PageRequest, pageQuery } from "./users.ts";
import { numeric, wireObject, wireText } from "./wire.ts";

/** How someone joins or leaves a group. */
export interface MembershipTerms {
  /** The number of the kind of membership: the document's samples have 1, and no list of them. */
  readonly membershipType: number;
  /** When it begins, and when it ends, in ISO 8601; the samples' year 1 stands for no date. */
  readonly startDate: string;
  readonly endDate: string;
  readonly reason: string;
}

/** The names of attributes that make a group a smart one. */
export const smartAttributes = {
  criteria: "IMSGCriteria",
  objectTypes: "IMSGObjectTypes",
  startPath: "IMSGStartPath",
  includes: "IMSGIncludes",
  excludes: "IMSGExcludes",
} as const;

/** What the sample of a smart group has for every one. */
const smartConstants: readonly AttributeChange[] = [
  { name: "IMSGManagedGroupType", action: "set", values: [{ value: "2" }] },
  { name: "SmartGroupMainType", action: "set", values: [{ value: "X.SmartGroup" }] },
  { name: "UpdateOptions", action: "set", values: [{ value: "false" }] },
];

/** How the update of one smart group was taken up. */
export interface SmartGroupTask {
  readonly groupId: string;
  /** The number of the task that computes the membership. */
  readonly taskId: string | undefined;
  /** GroupID's words where it was not taken up. */
  readonly failure: string | undefined;
}

const wireStatus = z.union([z.number(), z.string()]).nullish();
const wireTasks = wireObject({
  details: z
    .array(wireObject({ groupid: wireText, message: wireText, taskid: wireText, status: wireStatus }).nullable())
    .nullish(),
  message: wireText,
  status: wireStatus,
}).transform(({ details, ...answer }): SmartGroupTask[] =>
  (details ?? []).flatMap((detail) => {
    if (detail === null || detail.groupid === null) {
      return [];
    }
    const succeeded = [detail.status, answer.status].every((part) => String(part ?? 0) === "0");
    const words = detail.message ?? answer.message ?? "a status that is no success, without a word";
    return [{ groupId: detail.groupid, taskId: detail.taskid ?? undefined, failure: succeeded ? undefined : words }];
  }),
);

/** The calls for groups (seeds/001, "Group APIs"), and those that expire them, which the vendor's pages have. */
export class GroupsApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** POST Groups/StaticGroup: makes a group; the envelope's data is its GUID. */
  createStatic(
    identityStoreId: string,
    name: string,
    container: string,
    attributes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", "StaticGroup");
    const json = { GroupName: name, Container: container, AttributesCollection: capitalAttributes(attributes) };
    return this.#service.write({ method: "POST", path, json, idempotent: false }, signal);
  }

  /** POST Groups/DynamicGroup: makes a smart group; the envelope's data is its GUID. */
  createSmart(
    identityStoreId: string,
    name: string,
    container: string,
    attributes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", "DynamicGroup");
    const json = {
      UpdateOption: 0,
      IdentityStoreID: numeric(identityStoreId),
      GroupName: name,
      Container: container,
      AttributesCollection: capitalAttributes([
        ...attributes,
        ...smartConstants,
        { name: "identityStoreId", action: "set", values: [{ value: identityStoreId }] },
        { name: "objectCategory", action: "set", values: [{ value: "group" }] },
        { name: "ContainerDistinguishedName", action: "set", values: [{ value: container }] },
      ]),
    };
    return this.#service.write({ method: "POST", path, json, idempotent: false }, signal);
  }

  /** GET Groups/{GroupIdentity}. */
  getOne(
    identityStoreId: string,
    identity: string,
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<DirectoryObject> {
    const path = this.#service.storePath(identityStoreId, "Groups", identity);
    return this.#service.read({ path, json: attributes }, wireDirectoryObject, signal);
  }

  /** GET Groups: those of the given identities that exist. */
  getMany(
    identityStoreId: string,
    identities: readonly string[],
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<DirectoryObject[]> {
    const path = this.#service.storePath(identityStoreId, "Groups");
    return this.#service.read(
      { path, json: { attributes, groupIdentities: identities } },
      wireDirectoryObjects,
      signal,
    );
  }

  /** PATCH Groups/{GroupIdentity}. */
  updateOne(
    identityStoreId: string,
    identity: string,
    changes: readonly AttributeChange[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", identity);
    const json = { AttributesCollection: capitalAttributes(changes) };
    return this.#service.write({ method: "PATCH", path, json, idempotent: true }, signal);
  }

  /** PATCH Groups/: many groups, each with changes and a detail of its own. */
  updateMany(
    identityStoreId: string,
    updates: readonly { readonly identity: string; readonly changes: readonly AttributeChange[] }[],
    signal: AbortSignal,
  ): Promise<Envelope> {
    const json = updates.map(({ identity, changes }) => ({
      objectIdFromIdentityStore: identity,
      identityStoreId: numeric(identityStoreId),
      attributesBusinessObject: smallAttributesIn(identityStoreId, changes),
    }));
    const path = `${this.#service.storePath(identityStoreId, "Groups")}/`;
    return this.#service.write({ method: "PATCH", path, json, idempotent: true }, signal);
  }

  /** DELETE Groups/{GroupIdentity}. */
  deleteOne(identityStoreId: string, identity: string, signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", identity);
    return this.#service.write({ method: "DELETE", path, idempotent: true }, signal);
  }

  /** DELETE Groups: many, each with a detail of its own. */
  deleteMany(identityStoreId: string, identities: readonly string[], signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups");
    return this.#service.write({ method: "DELETE", path, json: identities, idempotent: true }, signal);
  }

  /** POST Groups/{GroupIdentity}/Join and …/JoinOnBehalf; without `member` it is the user who signs in. */
  join(
    identityStoreId: string,
    identity: string,
    member: string | undefined,
    terms: MembershipTerms,
    signal: AbortSignal,
  ): Promise<Envelope> {
    const path = this.#service.storePath(
      identityStoreId,
      "Groups",
      identity,
      member === undefined ? "Join" : "JoinOnBehalf",
    );
    const json = {
      IdentityStoreID: numeric(identityStoreId),
      ReplicationRequired: true,
      ...(member === undefined
        ? { JoinType: termsOf(terms) }
        : { joiningUserIdentity: member, joinType: termsOf(terms) }),
    };
    return this.#service.write({ method: "POST", path, json, idempotent: false }, signal);
  }

  /** POST Groups/{GroupIdentity}/Leave and …/LeaveOnBehalf; without `member` it is the user who signs in. */
  leave(
    identityStoreId: string,
    identity: string,
    member: string | undefined,
    terms: MembershipTerms,
    signal: AbortSignal,
  ): Promise<Envelope> {
    const path = this.#service.storePath(
      identityStoreId,
      "Groups",
      identity,
      member === undefined ? "Leave" : "LeaveOnBehalf",
    );
    const json = {
      IdentityStoreID: numeric(identityStoreId),
      ReplicationRequired: true,
      ...(member === undefined ? {} : { leavingUserId: member }),
      leaveType: termsOf(terms),
    };
    return this.#service.write({ method: "POST", path, json, idempotent: false }, signal);
  }

  /** POST Groups/{GroupIdentity}/Renew and …/Expire: applies the expiration policy from today on, or ends the group. */
  ageOne(identityStoreId: string, identity: string, how: "Renew" | "Expire", signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", identity, how);
    const query = { ReplicationRequired: true };
    return this.#service.write({ method: "POST", path, query, idempotent: true }, signal);
  }

  /** POST Groups/Renew and Groups/Expire: many, each with a detail of its own. */
  ageMany(
    identityStoreId: string,
    identities: readonly string[],
    how: "Renew" | "Expire",
    signal: AbortSignal,
  ): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", how);
    return this.#service.write({ method: "POST", path, json: identities, idempotent: true }, signal);
  }

  /** POST Groups/SmartGroups/{GroupIdentity}/Update: computes the membership; the envelope's data is the task's number. */
  updateSmartOne(identityStoreId: string, identity: string, signal: AbortSignal): Promise<Envelope> {
    const path = this.#service.storePath(identityStoreId, "Groups", "SmartGroups", identity, "Update");
    return this.#service.write({ method: "POST", path, idempotent: true }, signal);
  }

  /** POST Groups/SmartGroups/Update: many, each with a task of its own. */
  updateSmartMany(
    identityStoreId: string,
    identities: readonly string[],
    signal: AbortSignal,
  ): Promise<SmartGroupTask[]> {
    const path = this.#service.storePath(identityStoreId, "Groups", "SmartGroups", "Update");
    return this.#service.send({ method: "POST", path, json: identities, idempotent: true }, wireTasks, signal);
  }

  /** GET Groups/SmartGroups/Members: one page of what a query finds, without a group. */
  previewSmart(
    identityStoreId: string,
    query: readonly AttributeChange[],
    request: PageRequest,
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<Page> {
    const path = this.#service.storePath(identityStoreId, "Groups", "SmartGroups", "Members");
    const json = { ExtensionDataAttributes: capitalAttributes(query), AttributesToLoad: attributes };
    return this.#service.read({ path, query: pageQuery(request), json }, wirePage, signal);
  }
}

function termsOf({ membershipType, startDate, endDate, reason }: MembershipTerms) {
  return { MembershipType: membershipType, StartDate: startDate, EndDate: endDate, Reason: reason };
}
