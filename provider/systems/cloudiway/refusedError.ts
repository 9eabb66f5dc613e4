import { SystemError } from "../../resource/errors.ts";

/** Cloudiway refused a call, in its own words. */
export class RefusedError extends SystemError {
  /** The system's words. */
  readonly words: string;

  constructor(words: string, advice = "", options?: ErrorOptions) {
    super(`Cloudiway says: ${words}${/[.!?]$/.test(words) ? "" : "."}${advice}`, "no", options);
    this.name = "RefusedError";
    this.words = words;
  }
}

/**
 * Whether the words of a refusal say that a group or a batch does not exist. The document fixes none. That a customer, a
 * connector or the API itself was not found says nothing about a group.
 */
export function isMissing(words: string): boolean {
  const isElsewhere = /customer|account|project|connector|\b(api|url|page)\b/i.test(words);
  return missing.test(words) && !isElsewhere && !deniesAccess(words);
}

const missing =
  /\bnot (be |been )?found|\bnot exist|n['’]t exist|\b(unknown|invalid|no|no such) (group|user|batch|migration ?tag)|(group|user|batch|migration ?tag) is (unknown|invalid)/i;

/** Whether the words of a refusal are about who calls. */
export function deniesAccess(words: string): boolean {
  return /consumer|credential|authenti|authoriz|access denied|forbidden|session/i.test(words);
}

/** Whether the words of a refusal say that no license is left. */
export function lacksLicense(words: string): boolean {
  return /licen[cs]e/i.test(words) && /exceed|no |not |none|insufficient|left|available|enough/i.test(words);
}
