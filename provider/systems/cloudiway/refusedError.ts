import { StatusError } from "../../http/statusError.ts";
import { SystemError } from "../../resource/errors.ts";

/** Cloudiway refused a call, in its own words. */
export class RefusedError extends SystemError {
  /** The system's words. */
  readonly words: string;
  /**
   * Its words without the names and tags that the call sent: what a group or a batch is called must not be taken
   * for what is said about it.
   */
  readonly reason: string;
  /** The status of the answer, where it is none of success. */
  readonly status: number | undefined;

  /**
   * @param sent all texts of the call.
   * @param settings where its credentials are in the configuration.
   */
  constructor(words: string, sent: readonly string[], settings: string, cause?: StatusError) {
    const reason = without(sent, words);
    const advice = deniesAccess(reason) ? ` Check ${settings}.consumerKey and ${settings}.consumerSecret.` : "";
    super(`Cloudiway says: ${words}${/[.!?]$/.test(words) ? "" : "."}${advice}`, "no", { cause });
    this.name = "RefusedError";
    this.words = words;
    this.reason = reason;
    this.status = cause?.status;
  }
}

/** Whether an error says that a write was refused: in the system's words, or because what it is about is not there. */
export function refuses(error: unknown): boolean {
  return error instanceof RefusedError || (error instanceof StatusError && error.status === 404);
}

/** A text without the values that stand in it as words of their own. */
function without(values: readonly string[], text: string): string {
  return values
    .filter((value) => value.trim() !== "")
    .sort((a, b) => b.length - a.length)
    .reduce(
      (rest, value) =>
        rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value.trim())}(?![\\p{L}\\p{N}])`, "giu"), "…"),
      text,
    );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/**
 * Whether the reason of a refusal is that a group or a batch does not exist. The document fixes no words. That a customer,
 * a connector or the API itself was not found says nothing about a group.
 */
export function isMissing(reason: string): boolean {
  const found = missing.exec(reason);
  const subject = reason.slice(0, (found?.index ?? 0) + (found?.[0].length ?? 0));
  return found !== null && !elsewhere.test(subject) && !deniesAccess(reason);
}

const missing =
  /\b(not|never) (be |been )?found|\b(not|longer) exists?\b|n['’]t exist|\b(unknown|invalid|no|no such|(not|unable to) (find|locate)( the| a| any)?) (group|user|batch|migration ?tag)|(group|user|batch|migration ?tag) (is )?(unknown|invalid|missing)\b/i;
const elsewhere = /customer|account|project|connector|\b(api|url|page)\b/i;

/** Whether the reason of a refusal is who calls. */
export function deniesAccess(reason: string): boolean {
  return /consumer|credential|password|permission|authenti|authoriz|access denied|forbidden|session/i.test(reason);
}

/** Whether the reason of a refusal is that no license is left. */
export function lacksLicense(reason: string): boolean {
  return /licen[cs]e/i.test(reason) && lacking.test(reason);
}

const lacking =
  /exceed|insufficient|limit|quota|\bno (\w+ ){0,3}licen|\b(no|none|0) (more|left|available)|(not|n['’]t) (have )?(any|enough|available)|\ball (\w+ ){0,3}licen/i;

/** Whether the reason of a refusal is that a license has been assigned before. */
export function hasLicense(reason: string): boolean {
  return /licen[cs]e/i.test(reason) && /\balready\b/i.test(reason) && !lacksLicense(reason);
}

/** Whether the reason of a refusal is that what is to run, or not to run, does so already. */
export function isSoAlready(reason: string, running: boolean): boolean {
  return (running ? runs : rests).test(reason);
}

const runs = /\balready\b.*(start|run|schedul|work|progress)|\bis (already )?(started|running|scheduled|working)\b/i;
const rests =
  /\balready\b.*(stop|finish|complete|done)|\bis (already )?stopped\b|\bnot (been |yet )?(started|running|scheduled|working)\b/i;

/** Whether a refusal says that the group is in this batch already, and not in another one, whose name may be longer. */
export function isInBatch({ words, reason }: RefusedError, batchName: string): boolean {
  const named = new RegExp(`(["'“”‘’«»]|\\bbatch:?\\s+)${escaped(batchName)}($|["'“”‘’«».,;:!)]|\\s+already\\b)`, "i");
  return /\balready\b/i.test(reason) && (named.test(words) || /\b(this|the same) batch\b/i.test(reason));
}

/** Whether the reason of a refusal is that the group is in no batch. */
export function isInNoBatch(reason: string): boolean {
  return /\b(in|of|to) (no|none of the) batch|(\bnot|n['’]t) (currently )?((a )?(member|part) of|assigned to|belong to|in) (an?y?|the|this|that) batch/i.test(
    reason,
  );
}
