import * as z from "zod";
import type { Authentication } from "../../http/authentication.ts";
import { type Call, HttpClient, type HttpSettings } from "../../http/client.ts";
import { redact } from "../../http/redact.ts";
import { StatusError } from "../../http/statusError.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { answerOf, errorIn, parseBody, wordsOf } from "./envelope.ts";
import { deniesAccess, isMissing, RefusedError } from "./refusedError.ts";
import { statusOf } from "./status.ts";

/** What signs every call. */
export interface Credentials {
  readonly consumerKey: string;
  readonly consumerSecret: string;
}

/** The names that tell a group from others; they need not be unique. */
export interface GroupNames {
  readonly sourceGroupName: string;
  readonly targetGroupName: string;
}

/** What create and update take of a group. */
export interface GroupFields extends GroupNames {
  readonly sourceGroupUrl?: string | undefined;
  readonly targetGroupUrl?: string | undefined;
  readonly sourceConnectorName?: string | undefined;
  readonly targetConnectorName?: string | undefined;
  readonly sourceEmail?: string | undefined;
  readonly recipientType?: RecipientType | undefined;
}

/** What a group becomes, by the document's words. */
export const recipientTypes = ["Office365_Unified_Groups", "Office365_Shared_Mailbox"] as const;
export type RecipientType = (typeof recipientTypes)[number];

/** A group as a read shows it. `null`: it has none. Absent: the answer does not say. */
export interface Group extends GroupNames {
  readonly sourceGroupUrl: string | null | undefined;
  readonly targetGroupUrl: string | null | undefined;
}

/** A batch. */
export interface Batch {
  readonly batchId: string | undefined;
  readonly batchName: string;
  readonly customerId: string | undefined;
  readonly groupCount: number | undefined;
}

/** That some group is in a batch. No call tells the migration tag of a group that is shown by its number. */
export interface BatchMember {
  readonly membershipId: string | undefined;
  readonly batchId: string | undefined;
  readonly customerGroupId: string;
}

/** A connector of the project. */
export interface Connector {
  readonly name: string;
  readonly type: string | undefined;
}

const id = z.union([z.string(), z.number()]).transform(String);
const text = z.union([z.string(), z.number().transform(String)]);
const optionalText = text.nullish();
/** A group that a connector has found may have no name at the other side yet. */
const wireName = text.nullable().transform((name) => name ?? "");
// The list and the single read spell the same names differently, so letter case is left out of account.
const wireGroup = ignoringCase({
  sourcegroupname: wireName,
  targetgroupname: wireName,
  sourcegroupurl: optionalText,
  targetgroupurl: optionalText,
});
// A sample of the document has customerld, with the letter l.
const wireBatch = ignoringCase({
  id: id.nullish(),
  batchname: text,
  customerid: id.nullish(),
  customerld: id.nullish(),
  nbgroups: z.coerce.number().int().nullish(),
});
const wireMember = ignoringCase({ id: id.nullish(), customerbatchid: id.nullish(), customergroupid: id });
const wireConnector = ignoringCase({ name: text, type: optionalText });
/** One tag; or several, where names are not unique. The sample has a space behind the tag. */
const wireTags = z
  .union([text, z.array(text)])
  .nullable()
  .transform((answer, context) => {
    const tags = [answer ?? []].flat().flatMap((tag) => (isMissing(tag) ? [] : tag.trim().split(/[\s,;]+/)));
    if (tags.length > 1 && !tags.every((tag) => /^\w+(-\w+)+$/.test(tag))) {
      context.addIssue({ code: "custom", message: "these are no migration tags" });
    }
    return tags.filter((tag) => !/^[0-]*$/.test(tag));
  });
const wireStatus = z.union([z.string(), z.number()]).transform(statusOf);
/** A list that has nothing in it may be no value; an answer without a response is no list. */
const listOf = <Element extends z.ZodType>(element: Element) =>
  z
    .union([z.literal("").transform(() => null), z.array(element)])
    .nullable()
    .transform((list) => list ?? []);
/** The sentence that a write answers. */
const sentence = z.unknown();

/** There is no sign-in: each call carries its credentials, in a place of its own. */
const unsigned: Authentication = { headers: async () => ({}), renew: () => false };

/** The calls of Cloudiway's API for groups (seeds/000), one function each. */
export class CloudiwayApi {
  readonly #http: HttpClient;
  readonly #credentials: Credentials;

  constructor(http: HttpSettings, { consumerKey, consumerSecret }: Credentials) {
    this.#http = new HttpClient(http, unsigned, wordsOf, parseBody);
    this.#credentials = { consumerKey, consumerSecret };
  }

  /** GET groups/getall: all groups of the project, by names and URLs, without tags. */
  async getGroups(signal: AbortSignal): Promise<Group[]> {
    return (await this.#get("/groups/getall", {}, listOf(wireGroup), signal)).map(groupOf);
  }

  /** GET groups/migrationtag: the tags of the groups that have these names. */
  async getMigrationTags({ sourceGroupName, targetGroupName }: GroupNames, signal: AbortSignal): Promise<string[]> {
    const tags = await this.#find("/groups/migrationtag", { sourceGroupName, targetGroupName }, wireTags, signal);
    return tags ?? [];
  }

  /** GET groups/{migrationtag}/get: names and the URL of the source; `undefined` when there is no such group. */
  async getGroup(migrationTag: string, signal: AbortSignal): Promise<Group | undefined> {
    const group = await this.#find(`/groups/${encodeURIComponent(migrationTag)}/get`, {}, wireGroup, signal);
    return group === undefined ? undefined : groupOf(group);
  }

  /** GET groups/{migrationtag}/status: a word of the document's list where it is one. */
  async getGroupStatus(migrationTag: string, signal: AbortSignal): Promise<string | undefined> {
    return this.#find(`/groups/${encodeURIComponent(migrationTag)}/status`, {}, wireStatus, signal);
  }

  /** POST groups/create. The answer is a sentence: it does not tell the migration tag. */
  async createGroup(fields: GroupFields, signal: AbortSignal): Promise<void> {
    await this.#post("/groups/create", { auth: this.#credentials, ...wireFields(fields) }, false, signal);
  }

  /** POST groups/update, as the example has it; the heading of its section has the tag in the path, too. */
  async updateGroup(migrationTag: string, fields: GroupFields, signal: AbortSignal): Promise<void> {
    const auth = { ...this.#credentials, migrationTag };
    await this.#post("/groups/update", { auth, ...wireFields(fields) }, true, signal);
  }

  /** POST groups/delete. */
  async deleteGroup(migrationTag: string, signal: AbortSignal): Promise<void> {
    await this.#postTagged("/groups/delete", migrationTag, true, signal);
  }

  /** POST groups/start: schedules the migration. */
  async startGroup(migrationTag: string, signal: AbortSignal): Promise<void> {
    await this.#postTagged("/groups/start", migrationTag, false, signal);
  }

  /** POST groups/stop. */
  async stopGroup(migrationTag: string, signal: AbortSignal): Promise<void> {
    await this.#postTagged("/groups/stop", migrationTag, false, signal);
  }

  /** POST startgroups/auditstart, which has no section of its own in the document: its body is that of start. */
  async auditGroup(migrationTag: string, signal: AbortSignal): Promise<string> {
    return this.#postTagged("/startgroups/auditstart", migrationTag, false, signal);
  }

  /** POST groups/license: assigns an available group license. */
  async licenseGroup(migrationTag: string, signal: AbortSignal): Promise<string> {
    return this.#postTagged("/groups/license", migrationTag, false, signal);
  }

  /** POST groups/startgetgroups: begins to read the groups of a connector. */
  async startGetGroups(sourceConnectorName: string, signal: AbortSignal): Promise<string> {
    return this.#post("/groups/startgetgroups", { auth: this.#credentials, sourceConnectorName }, false, signal);
  }

  /** GET groups/getbatch; `undefined` when there is no such batch. */
  async getBatch(batchName: string, signal: AbortSignal): Promise<Batch | undefined> {
    const batch = await this.#find("/groups/getbatch", { batchName }, wireBatch, signal);
    return batch === undefined
      ? undefined
      : {
          batchId: batch.id ?? undefined,
          batchName: batch.batchname,
          customerId: batch.customerid ?? batch.customerld ?? undefined,
          groupCount: batch.nbgroups ?? undefined,
        };
  }

  /** GET groups/getusersinbatch: the groups of a batch, by numbers; `undefined` when there is no such batch. */
  async getBatchMembers(batchName: string, signal: AbortSignal): Promise<BatchMember[] | undefined> {
    const members = await this.#find("/groups/getusersinbatch", { batchName }, z.array(wireMember), signal);
    return members?.map((member) => ({
      membershipId: member.id ?? undefined,
      batchId: member.customerbatchid ?? undefined,
      customerGroupId: member.customergroupid,
    }));
  }

  /** POST groups/createbatch. */
  async createBatch(batchName: string, signal: AbortSignal): Promise<void> {
    await this.#postBatch("/groups/createbatch", batchName, false, signal);
  }

  /** POST groups/deletebatch. */
  async deleteBatch(batchName: string, signal: AbortSignal): Promise<void> {
    await this.#postBatch("/groups/deletebatch", batchName, true, signal);
  }

  /** POST groups/startbatch. */
  async startBatch(batchName: string, signal: AbortSignal): Promise<void> {
    await this.#postBatch("/groups/startbatch", batchName, true, signal);
  }

  /** POST groups/stopbatch. */
  async stopBatch(batchName: string, signal: AbortSignal): Promise<void> {
    await this.#postBatch("/groups/stopbatch", batchName, true, signal);
  }

  /** POST groups/addtobatch. */
  async addToBatch(batchName: string, migrationTag: string, signal: AbortSignal): Promise<void> {
    const auth = { ...this.#credentials, migrationTag };
    await this.#post("/groups/addtobatch", { auth, batchName }, false, signal);
  }

  /** POST groups/removefrombatch: out of whichever batch the group is in. */
  async removeFromBatch(migrationTag: string, signal: AbortSignal): Promise<void> {
    await this.#postTagged("/groups/removefrombatch", migrationTag, false, signal);
  }

  /** GET groups/getallsourceconnectors. */
  async getSourceConnectors(signal: AbortSignal): Promise<Connector[]> {
    return (await this.#get("/groups/getallsourceconnectors", {}, listOf(wireConnector), signal)).map(connectorOf);
  }

  /** GET groups/getalltargetconnectors. */
  async getTargetConnectors(signal: AbortSignal): Promise<Connector[]> {
    return (await this.#get("/groups/getalltargetconnectors", {}, listOf(wireConnector), signal)).map(connectorOf);
  }

  async #postTagged(path: string, migrationTag: string, idempotent: boolean, signal: AbortSignal): Promise<string> {
    return this.#post(path, { ...this.#credentials, migrationTag }, idempotent, signal);
  }

  async #postBatch(path: string, batchName: string, idempotent: boolean, signal: AbortSignal): Promise<string> {
    return this.#post(path, { auth: this.#credentials, batchName }, idempotent, signal);
  }

  async #post(path: string, json: object, idempotent: boolean, signal: AbortSignal): Promise<string> {
    const answer = await this.#call({ method: "POST", path, json, idempotent }, sentence, signal);
    return typeof answer === "string" ? answer.trim() : JSON.stringify(answer ?? "");
  }

  async #get<Schema extends z.ZodType>(
    path: string,
    query: Readonly<Record<string, string>>,
    response: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    const secretQuery = { ...this.#credentials };
    return this.#call({ method: "GET", path, query, secretQuery, idempotent: true }, response, signal);
  }

  /** Reads something that may not exist: an error that says so, or no value, is `undefined`. */
  async #find<Schema extends z.ZodType>(
    path: string,
    query: Readonly<Record<string, string>>,
    response: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema> | undefined> {
    const orNothing = z.union([z.literal("").transform(() => null), response]).nullable();
    const read = async () =>
      ((await this.#get(path, query, orNothing, signal)) as z.output<Schema> | null) ?? undefined;
    try {
      return await read();
    } catch (error) {
      if (error instanceof RefusedError && isMissing(error.reason)) {
        return undefined;
      }
      if (!isNotFound(error) || !(await this.#answers(signal))) {
        throw error;
      }
    }
    // One answer of 404 may be somebody else's page in the place of the API's word.
    return read().catch((error: unknown) => {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    });
  }

  /** After a 404 without a word about what does not exist: whether the API is where it is called. */
  async #answers(signal: AbortSignal): Promise<boolean> {
    return this.getSourceConnectors(signal).then(
      () => true,
      () => false,
    );
  }

  async #call<Schema extends z.ZodType>(call: Call, response: Schema, signal: AbortSignal): Promise<z.output<Schema>> {
    try {
      const { body } = await this.#http.request(call, answerOf(response), signal);
      if ("error" in body) {
        throw this.#refusal(body.error, call);
      }
      return body.response;
    } catch (error) {
      const words = error instanceof StatusError && error.status < 500 ? errorIn(error.body) : undefined;
      throw words === undefined ? error : this.#refusal(words, call, error as StatusError);
    }
  }

  #refusal(words: string, { query, json }: Call, cause?: StatusError): RefusedError {
    const { secrets, connection } = this.#http.settings;
    const sent = textsIn({ query, json });
    return new RefusedError(redact(words, secrets), sent, `groupware:connections.${connection}`, cause);
  }
}

/** A group that no longer exists, from whatever a write about it was refused with. */
export function vanishedGroup(migrationTag: string, cause: unknown): NotFoundError {
  return new NotFoundError(`Cloudiway has no group with the migration tag ${migrationTag}.`, { cause });
}

function wireFields(fields: GroupFields): Record<string, unknown> {
  const { sourceGroupName, targetGroupName, sourceGroupUrl, targetGroupUrl } = fields;
  const { sourceConnectorName, targetConnectorName, sourceEmail, recipientType } = fields;
  return {
    sourceGroupName,
    targetGroupName,
    sourceGroupUrl,
    targetGroupUrl,
    sourceConnectorName,
    targetConnectorName,
    sourceEmail,
    recipientType,
  };
}

function groupOf(group: z.output<typeof wireGroup>): Group {
  return {
    sourceGroupName: group.sourcegroupname,
    targetGroupName: group.targetgroupname,
    sourceGroupUrl: group.sourcegroupurl,
    targetGroupUrl: group.targetgroupurl,
  };
}

function connectorOf({ name, type }: z.output<typeof wireConnector>): Connector {
  return { name, type: type ?? undefined };
}

/** Whether an answer was a 404, whoever gave it, and not about who calls. */
function isNotFound(error: unknown): boolean {
  const isRefusal = error instanceof RefusedError && !deniesAccess(error.reason);
  return (isRefusal || error instanceof StatusError) && error.status === 404;
}

/** The texts in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return [value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function ignoringCase<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .record(z.string(), z.unknown())
    .transform((body) => Object.fromEntries(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value])))
    .pipe(z.object(shape));
}
