import * as z from "zod";

/** What a property's schema says beyond its type. Pulumi's words where Pulumi has one. */
export interface PropertyTraits {
  /** Never shown in the clear: secret in state, absent from messages and logs. */
  secret?: boolean;
  /** Sent to the system and never shown by it; kept as written, and no drift of it can be seen. */
  writeOnly?: boolean;
  /** Shown by no call of the system; kept as written, and reported as "not observable", never as "no drift". */
  notObservable?: boolean;
  /** Taken by create alone: a later change is a warning, neither an update nor a replacement. */
  createOnly?: boolean;
  /** The order of the array means nothing. */
  set?: boolean;
  /** The system compares the text without regard to case. */
  ignoreCase?: boolean;
  /** Of a map: the system compares its names without regard to case. */
  namesIgnoreCase?: boolean;
  /** Of an enum: what each of its values means. */
  valueDescriptions?: Readonly<Record<string, string>>;
  /** The name of the enum or object type in generated code; required on enums and nested objects. */
  typeName?: string;
  /**
   * Names an object that this one goes with: when that object is deleted to be made anew under the same natural key,
   * this one is deleted before it and made after it.
   */
  followsReplacement?: boolean;
  /**
   * What the value names: a property of another resource, such as `barium:Group.groupId`, or one of several. An export
   * writes a reference in the place of a value that an exported object has there. Whatever of that object's ID this
   * resource has under the same name must be the same, such as a domain.
   */
  refersTo?: string | readonly string[];
}

declare module "zod" {
  interface GlobalMeta extends PropertyTraits {}
}

type Traits = Readonly<PropertyTraits & { description?: string }>;

/** The traits of schemas that were asked for: every comparison asks, and a schema's never change. */
const known = new WeakMap<z.core.$ZodType, Traits>();

/** The traits of a schema, found through `optional`, `default` and the other wrappers. */
export function traitsOf(schema: z.core.$ZodType): Traits {
  let traits = known.get(schema);
  if (traits === undefined) {
    traits = collectTraits(schema);
    known.set(schema, traits);
  }
  return traits;
}

function collectTraits(schema: z.core.$ZodType): Traits {
  const traits: Record<string, unknown> = {};
  for (const layer of layersOf(schema)) {
    const meta: Record<string, unknown> = z.globalRegistry.get(layer) ?? {};
    for (const [name, value] of Object.entries(meta)) {
      traits[name] ??= value;
    }
  }
  return traits;
}

/** The schema without `optional`, `default`, `nullable`, `readonly` and pipes: what a value that is present must be. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodTypes {
  return layersOf(schema).at(-1) as z.core.$ZodTypes;
}

/** Whether a value must be given. */
export function isRequired(schema: z.core.$ZodType): boolean {
  return !layersOf(schema).some((layer) => {
    const { type } = (layer as z.core.$ZodTypes)._zod.def;
    return type === "optional" || type === "default" || type === "prefault";
  });
}

/** The default of a schema, or `undefined`. */
export function defaultOf(schema: z.core.$ZodType): unknown {
  for (const layer of layersOf(schema)) {
    const { def } = (layer as z.core.$ZodTypes)._zod;
    if (def.type === "default" || def.type === "prefault") {
      return def.defaultValue;
    }
  }
  return undefined;
}

function layersOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const layers = [schema];
  for (;;) {
    const { def } = (layers.at(-1) as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case "optional":
      case "default":
      case "prefault":
      case "nullable":
      case "readonly":
      case "nonoptional":
        layers.push(def.innerType);
        break;
      case "pipe":
        layers.push((def.out as z.core.$ZodTypes)._zod.def.type === "transform" ? def.in : def.out);
        break;
      default:
        return layers;
    }
  }
}

/**
 * An identifier that a system gives out. It is text everywhere in this package, because some systems answer the same
 * identifier once as a number and once as text; whole numbers are accepted, as people write them in YAML.
 */
export function identifier(): z.ZodPreprocess<z.ZodString> {
  return z.preprocess(
    (value) => (typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value),
    z.string().min(1),
  );
}

/** What a map or an object has under a name, in any case of it where the schema says that case means nothing. */
export function memberNamed(
  schema: z.core.$ZodType,
  members: Readonly<Record<string, unknown>>,
  name: string,
): unknown {
  return members[traitsOf(schema).namesIgnoreCase === true ? (nameIn(members, name) ?? name) : name];
}

/** The names that two maps or objects have between them; one that differs in case alone stands once, as in `first`. */
export function namesOfBoth(
  schema: z.core.$ZodType,
  first: Readonly<Record<string, unknown>>,
  second: Readonly<Record<string, unknown>>,
): string[] {
  const ignoresCase = traitsOf(schema).namesIgnoreCase === true;
  const others = Object.keys(second).filter((name) => !ignoresCase || nameIn(first, name) === undefined);
  return [...new Set([...Object.keys(first), ...others])];
}

function nameIn(members: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return Object.keys(members).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
}
