/** An object without the properties that the system has no value for. */
export function present<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== null && part !== undefined),
  ) as unknown as Present<Value>;
}

type MaybeAbsent<Value> = {
  [Name in keyof Value]-?: null extends Value[Name] ? Name : undefined extends Value[Name] ? Name : never;
}[keyof Value];

/** Properties that may be absent, and are never `null`. */
export type Present<Value> = Omit<Value, MaybeAbsent<Value>> & {
  [Name in MaybeAbsent<Value>]?: NonNullable<Value[Name]>;
};
