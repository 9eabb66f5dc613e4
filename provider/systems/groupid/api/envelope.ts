import * as z from "zod";
import { NotFoundError, SystemError } from "../../../resource/errors.ts";
import { isGuid, isObject, wireObject, wireText } from "./wire.ts";

/** What GroupID answers to a write: whether it worked, as a whole and part by part (seeds/001). */
export interface Envelope {
  /** The object or the attribute that the answer is about, where it says so. */
  readonly name: string | null;
  readonly succeeded: boolean;
  /** GroupID's own words. */
  readonly message: string | null;
  /** What the call gives, such as the ID of a new object. */
  readonly data: unknown;
  /** GroupID's words by the attribute that they are about. */
  readonly attributeMessages: Readonly<Record<string, string>>;
  /** How the items of a call of many, or the attributes of an object, fared. `null` stands between them at times. */
  readonly details: readonly (Envelope | null)[];
}

const wireEnvelope = wireObject({
  name: wireText,
  status: z.union([z.number(), z.string(), z.boolean()]),
  message: wireText,
  // Lists say no more than their status and a message.
  data: z.unknown().optional(),
  errorcode: wireText,
  details: z.array(z.unknown()).nullish(),
  exceptionmessagesattributewise: z.unknown().optional(),
});

/** The envelope that a body is, or `undefined` where it is something else. */
export function envelopeOf(body: unknown): Envelope | undefined {
  const parsed = wireEnvelope.safeParse(body);
  if (!parsed.success) {
    return undefined;
  }
  const { name, status, message, data, errorcode, details, exceptionmessagesattributewise } = parsed.data;
  return {
    name: blankless(name),
    succeeded: isSuccess(status),
    message: blankless(message) ?? blankless(errorcode),
    data,
    attributeMessages: attributeMessages(exceptionmessagesattributewise),
    details: (details ?? []).map((detail) => envelopeOf(detail) ?? null),
  };
}

/** An answer that must be an envelope. What it says is judged by `refuseFailure` or `outcomesOf`. */
export const envelope = z.unknown().transform((body, context): Envelope => {
  const found = envelopeOf(body);
  if (found === undefined) {
    context.issues.push({ code: "custom", message: "no envelope with a status", input: body });
    return z.NEVER;
  }
  return found;
});

/** The system refused, with its own words. */
export class RefusalError extends SystemError {
  /** The system's words by the attribute, under its name of the wire, that they are about. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether it said why. */
  readonly hasWords: boolean;

  constructor(words: string | undefined, applied: "no" | "partly", attributes: Readonly<Record<string, string>> = {}) {
    super(
      words === undefined ? "GroupID answers a status that is no success, without a word." : `GroupID says: ${words}`,
      applied,
    );
    this.hasWords = words !== undefined;
    this.name = "RefusalError";
    this.attributes = attributes;
  }
}

/** Throws when an envelope, or anything in it, says that something failed. */
export function refuseFailure(answer: Envelope): undefined {
  const failure = failureOf(answer);
  if (failure !== undefined) {
    throw failure;
  }
}

/** What an envelope says of a failure, or `undefined` when all of it succeeded. */
export function failureOf(answer: Envelope): RefusalError | NotFoundError | undefined {
  const parts = flattened(answer);
  const failed = parts.filter(({ succeeded }) => !succeeded);
  if (failed.length === 0) {
    return undefined;
  }
  const attributes = Object.assign({}, ...failed.map(wordsByAttribute)) as Record<string, string>;
  const general = failed.filter((part) => nameOfAttribute(part) === undefined || hasAttributeMessages(part));
  const words = [
    ...new Set([
      ...general.flatMap(({ message }) => message ?? []),
      ...Object.entries(attributes).map(([name, text]) => `attribute ${name}: ${text}`),
    ]),
  ];
  const text = words.length === 0 ? undefined : words.join("; ");
  if (Object.keys(attributes).length === 0 && text !== undefined && words.every(saysNotFound)) {
    return new NotFoundError(`GroupID says: ${text}`);
  }
  const isPartly = answer.details.some((detail) => detail?.succeeded === true);
  return new RefusalError(text, isPartly ? "partly" : "no", attributes);
}

/** Stands for the outcome of an item of which the answer to a call of many says nothing. */
export const untold = Symbol("untold");

/**
 * How each item of a call of many fared, in their order: an error, or `undefined` where it succeeded. Details that name
 * their item are told by that; of those that do not, the place counts, if there is one for each item.
 */
export function outcomesOf(answer: Envelope, ids: readonly string[]): (SystemError | undefined | typeof untold)[] {
  const details = answer.details.filter((detail) => detail !== null);
  const byName = new Map(details.flatMap((detail) => (detail.name === null ? [] : [[key(detail.name), detail]])));
  const keys = new Set(ids.map(key));
  const inPlace = [details, answer.details].find(({ length }) => length === ids.length) ?? [];
  const whole = failureOf(answer);
  if (details.length === 0 || (whole !== undefined && details.every((detail) => failureOf(detail) === undefined))) {
    return ids.map(() => (whole === undefined ? undefined : untold));
  }
  return ids.map((id, index) => {
    const placed = inPlace[index];
    const isOfAnother = placed?.name !== null && placed?.name !== undefined && keys.has(key(placed.name));
    const detail = byName.get(key(id)) ?? (isOfAnother ? undefined : placed);
    if (detail !== undefined && detail !== null) {
      return failureOf(detail);
    }
    return whole === undefined && details.length > ids.length ? undefined : untold;
  });
}

/** GroupID's words in the body of a failed HTTP call. */
export function wordsOf(body: unknown): string | undefined {
  const answer = envelopeOf(body);
  // An ASP.NET problem has a numeric status, too, which is no 0.
  const failure = answer === undefined ? undefined : failureOf(answer);
  if (failure !== undefined && (answer?.message ?? null) !== null) {
    return failure.message.replace(/^GroupID says: /, "");
  }
  if (typeof body === "string") {
    return body === "" ? undefined : body;
  }
  if (!isObject(body)) {
    return undefined;
  }
  const words = [body.error_description, body.error, body.message, body.Message, body.detail, body.title].find(
    (text) => typeof text === "string" && text !== "",
  );
  const errors = isObject(body.errors) ? Object.entries(body.errors).map(([name, text]) => `${name}: ${text}`) : [];
  const all = [...(words === undefined ? [] : [words]), ...errors];
  return all.length === 0 ? undefined : all.join("; ");
}

/**
 * Whether words say that an object does not exist. The document has none, so only what is plain counts, and no outage
 * does: "The specified domain either does not exist or could not be contacted".
 */
export function saysNotFound(words: string): boolean {
  return (
    /\b(not|n't) (be )?(found|exist)|\bno such (object|group|user|contact)\b|\b(un|not )able to find\b/i.test(words) &&
    !isAboutElsewhere(words)
  );
}

/** Whether words are about what stands before or behind the objects: a URL, a server, a domain, an identity store. */
export function isAboutElsewhere(words: string): boolean {
  const isObject = /\b(object|group|user|contact|entry|member|data ?source|job|collection|request|setting)s?\b/i.test(
    words,
  );
  return (
    /\b(contacted|reached|connection|unavailable|timed? ?out|no (http )?(resource|route) (was found|matche[sd]))\b/i.test(
      words,
    ) ||
    /\bnot (be )?(available|operational|accessible|responding)\b|\bto connect\b/i.test(words) ||
    (!isObject && /\b(domain|forest|controller|server|host|service|network|database|identity ?store)s?\b/i.test(words))
  );
}

function flattened(answer: Envelope): Envelope[] {
  return [answer, ...answer.details.flatMap((detail) => (detail === null ? [] : flattened(detail)))];
}

function wordsByAttribute(part: Envelope): Record<string, string> {
  if (hasAttributeMessages(part)) {
    return { ...part.attributeMessages };
  }
  const name = nameOfAttribute(part);
  return name === undefined ? {} : { [name]: part.message ?? "a status that is no success" };
}

function hasAttributeMessages({ attributeMessages: byAttribute }: Envelope): boolean {
  return Object.keys(byAttribute).length > 0;
}

function nameOfAttribute({ name }: Envelope): string | undefined {
  return name === null || isIdentifier(name) ? undefined : name;
}

/** GUIDs name objects, everything else attributes. */
function isIdentifier(name: string): boolean {
  return isGuid(name) || name.includes("=");
}

/** The document shows `null` only; installations answer a map, or a list of pairs. */
function attributeMessages(value: unknown): Record<string, string> {
  if (Array.isArray(value)) {
    return Object.assign({}, ...value.map(attributeMessages)) as Record<string, string>;
  }
  if (!isObject(value)) {
    return {};
  }
  const [name, text] = ["key", "value"].map(
    (part) => Object.entries(value).find(([candidate]) => candidate.toLowerCase() === part)?.[1],
  );
  const entries = typeof name === "string" && text !== undefined ? [[name, text] as const] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([attribute, words]) => [attribute, Array.isArray(words) ? words.join(", ") : String(words)]),
  );
}

function isSuccess(status: number | string | boolean): boolean {
  return status === true || /^(0|success|ok)$/i.test(String(status));
}

function blankless(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text.trim();
}

function key(id: string): string {
  return id.replace(/^\{|\}$/g, "").toLowerCase();
}
