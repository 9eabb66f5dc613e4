import { isObject } from "./wire.ts";

/** The rules that a password must keep, for those who let GroupID make one. */
export interface PasswordRules {
  readonly length: number;
  readonly uppercase: boolean;
  readonly lowercase: boolean;
  readonly digits: boolean;
  readonly specialSymbols?: string | undefined;
  readonly excludeSimilarSymbols: boolean;
  readonly notifyManager: boolean;
}

/** How a value is made of the source's fields: one of these. */
export interface Transform {
  readonly join?: { readonly fields: readonly string[]; readonly separator: string } | undefined;
  readonly static?: string | undefined;
  readonly script?: string | undefined;
  readonly password?: (PasswordRules & { readonly value?: string | undefined }) | undefined;
  /** The form of the wire, where the document shows no other. */
  readonly text?: string | undefined;
}

/** The symbols of the samples, where none are asked for. */
const usualSymbols = "%^&*(";

/** The transform as the wire has it: a text, and for a password its rules. */
export function wireTransform(transform: Transform | undefined): { transform: string; options: string | null } {
  const { join, static: fixed, script, password, text = "" } = transform ?? {};
  if (join !== undefined) {
    const [first = "", second = ""] = join.fields;
    return { transform: `Join:field=${first};separator=${join.separator};field=${second}`, options: null };
  }
  if (password !== undefined) {
    return { transform: `Static:value=${password.value ?? ""}`, options: JSON.stringify(wireRules(password)) };
  }
  if (fixed !== undefined) {
    return { transform: `Static:value=${fixed}`, options: null };
  }
  return { transform: script === undefined ? text : `Script:text=${script}`, options: null };
}

/** The transform that a text of the wire is; `undefined` for none. */
export function transformOf(text: string, options: string | null): Transform | undefined {
  if (text === "") {
    return undefined;
  }
  const [, first, separator, second] = /^Join:field=(.*?);separator=(.*);field=(.*)$/is.exec(text) ?? [];
  if (first !== undefined && separator !== undefined && second !== undefined) {
    return { join: { fields: [first, second], separator } };
  }
  const fixed = /^Static:value=(.*)$/is.exec(text)?.[1];
  if (fixed !== undefined) {
    const rules = rulesOf(options);
    return rules === undefined ? { static: fixed } : { password: { value: fixed, ...rules } };
  }
  const script = /^Script:text=(.*)$/is.exec(text)?.[1];
  return script === undefined ? { text } : { script };
}

function wireRules(rules: PasswordRules): Record<string, unknown> {
  return {
    passwordLength: rules.length,
    includeUppercaseAlphabets: rules.uppercase,
    includeLowercaseAlphabets: rules.lowercase,
    includeDigits: rules.digits,
    includeSpecialSymbols: rules.specialSymbols !== undefined,
    specialSymbols: rules.specialSymbols ?? usualSymbols,
    excludeSimilarSymbols: rules.excludeSimilarSymbols,
    managerNotification: rules.notifyManager,
    // One password for all, the only type that the samples show.
    passwordType: 0,
  };
}

function rulesOf(options: string | null): PasswordRules | undefined {
  let rules: unknown;
  try {
    rules = JSON.parse(options ?? "");
  } catch {
    return undefined;
  }
  if (!isObject(rules) || typeof rules.passwordLength !== "number") {
    return undefined;
  }
  return {
    length: rules.passwordLength,
    uppercase: rules.includeUppercaseAlphabets === true,
    lowercase: rules.includeLowercaseAlphabets === true,
    digits: rules.includeDigits === true,
    ...(rules.includeSpecialSymbols === true ? { specialSymbols: String(rules.specialSymbols) } : {}),
    excludeSimilarSymbols: rules.excludeSimilarSymbols === true,
    notifyManager: rules.managerNotification === true,
  };
}
