import { InvalidArgumentError } from "commander";

/** Gathers options of the form `name=value`, each as often as it is given. */
export function pairs(
  text: string,
  before: Readonly<Record<string, readonly string[]>> = {},
): Record<string, string[]> {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError("It has the form name=value.");
  }
  return { ...before, [name]: [...(before[name] ?? []), value] } as Record<string, string[]>;
}

/** Gathers an option that may be given several times. */
export function several(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
