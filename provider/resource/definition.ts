import * as z from "zod";
import type { Properties } from "./errors.ts";
import { traitsOf, unwrapped } from "./property.ts";

/** What an operation may use besides the system: how long it may take, and where to tell of its progress. */
export interface Operation {
  /** Ends every call under way when the engine cancels. */
  readonly signal: AbortSignal;
  /** How long asynchronous states are waited for, in seconds. */
  readonly timeout: number;
  /** Tells the user something while the operation runs. */
  report(message: string): void;
}

/** How a look-up may answer. */
export interface LookUp extends Operation {
  /** Only answers that were asked for after this call count; a shared snapshot does not. */
  readonly fresh: boolean;
}

type Value<Schema> = Schema extends z.core.$ZodType ? z.output<Schema> : never;

/** The properties of a shape as check leaves them: required ones present, optional ones perhaps absent. */
export type Values<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/**
 * An object as the system shows it, inputs and outputs by name. `null`: the system says that there is no value.
 * Absent: the system did not say.
 */
export type Live<Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape> = {
  [Name in keyof Inputs]?: Value<Inputs[Name]> | null;
} & { [Name in keyof Outputs]?: Value<Outputs[Name]> | null };

/** What a create answers: the new object, and whether the system says that it took one that was there before. */
export interface Created<LiveObject> {
  readonly live: LiveObject;
  readonly existedBefore?: boolean;
}

/** One call that changes an object, and the properties that go with it. */
export interface Update<Api, Inputs extends z.ZodRawShape> {
  readonly properties: readonly (keyof Inputs & string)[];
  /**
   * Create does not take these properties: once the object is made, this call follows for those that are written. What
   * create says of them in its answer is not believed to be what is written.
   */
  readonly followUp?: boolean;
  /** The outputs that the call may change: a preview does not know them. */
  readonly outputs?: readonly string[];
  /**
   * Sends `changed`; `inputs` are all that the user wrote, and `known` is what state holds of the object. What it returns,
   * of `outputs` alone, is merged into the outputs.
   */
  apply(
    api: Api,
    id: Readonly<Record<string, string>>,
    values: { readonly changed: Partial<Values<Inputs>>; readonly inputs: Values<Inputs>; readonly known: Properties },
    operation: Operation,
  ): Promise<Properties | undefined>;
}

/** One thing that is wrong between the properties of a resource. */
export interface Violation {
  /** Where: the property that is to be changed. */
  readonly path: readonly (string | number)[];
  /** What is allowed there. */
  readonly reason: string;
}

/** How all objects of a type are found, through the list calls of the system. */
export interface Listing<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape> {
  /** Inputs that no call of the system enumerates, so that whoever asks must give them: the domain of Barium's groups. */
  readonly within: readonly (keyof Inputs & string)[];
  /** The objects as the lists show them; what only a single read shows may be absent. */
  read(api: Api, within: Readonly<Record<string, string>>, operation: Operation): Promise<Live<Inputs, Outputs>[]>;
}

interface TypedResource<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape> {
  /** `<system>:<Object>`, a promise forever. */
  readonly type: `${string}:${string}`;
  /** Markdown; what the object is, and what is special about it. */
  readonly description: string;
  /** Every property with a description; see `PropertyTraits` for what else a schema can say. */
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** The parts of the ID, in order. */
  readonly id: readonly ((keyof Inputs | keyof Outputs) & string)[];
  /** The inputs that tell an object from all others of its type. */
  readonly naturalKey: readonly (keyof Inputs & string)[];
  /**
   * What no schema of a single property can say: rules between properties. Called when each property by itself is right,
   * without network. Any value may be the marker of what is not known yet, and must then pass.
   */
  validate?(inputs: Values<Inputs>): Violation[];
  /** What the connection gives for inputs that are left out. It becomes a part of what is written. No network. */
  connectionDefaults?(api: Api): Partial<Values<Inputs>>;
  /**
   * Told of every object that the stack has and goes on to declare, also where nothing changes. Throws where that cannot
   * be, because of another resource that was told of before. No network.
   */
  declared?(api: Api, id: Readonly<Record<string, string>>, inputs: Properties): void;
  /** What a preview tells of a change that is allowed: who would leave, what a replacement would delete. No network. */
  warnings?(olds: Properties, news: Properties): string[];
  /**
   * The same where state alone does not show it: who would leave a group, of those that are named in more than one way. It
   * may ask the system, and is called only where something differs.
   */
  liveWarnings?(
    api: Api,
    id: Readonly<Record<string, string>>,
    olds: Properties,
    news: Properties,
    operation: Operation,
  ): Promise<string[]>;
  /**
   * Why an object can only be made anew, whatever is written: it never came to life, and no call mends it. The next `up`
   * replaces it, and says this. No network.
   */
  renewal?(olds: Properties): string | undefined;
  /** Why a change cannot be carried out; it fails the preview instead of the middle of an update. No network. */
  refusal?(olds: Properties, news: Properties): string | undefined;
  /**
   * Turns what `pulumi import` was given into the ID, where people know objects by something else as well. Whatever is
   * not of that other form is answered as it is.
   */
  importId?(api: Api, text: string, operation: Operation): Promise<string>;
  /**
   * Of a resource that stands for many objects: which of them are in the way of a create, such as "the mailboxes a, b
   * exist". An import, which would take others as well, is then not offered.
   */
  existingParts?(found: Properties): string;
  readonly list?: Listing<Api, Inputs, Outputs>;
  /** The objects that have the natural key of `inputs`: none, one, or several where the system allows it. */
  find(api: Api, inputs: Values<Inputs>, lookUp: LookUp): Promise<Live<Inputs, Outputs>[]>;
  /** Makes one object. Never repeats a request that the system may have carried out: the lifecycle looks first. */
  create(api: Api, inputs: Values<Inputs>, operation: Operation): Promise<Created<Live<Inputs, Outputs>>>;
  /**
   * The object, or `undefined` when the system says that there is none. The ID alone must do; `known` is what state
   * holds of the object, which may spare a call, and is empty in an import.
   */
  read(
    api: Api,
    id: Readonly<Record<string, string>>,
    operation: Operation,
    known: Properties,
  ): Promise<Live<Inputs, Outputs> | undefined>;
  /** The calls that change an object. An input that none of them names, and that is not create-only, replaces. */
  readonly updates: readonly Update<Api, Inputs>[];
  /**
   * Inputs that replace the object in this change, although an entry of `updates` names them: the settings of a data
   * source when they become those of another type, say. No network.
   */
  replaces?(olds: Properties, news: Properties): (keyof Inputs & string)[];
  /**
   * Whether a replacement deletes the old object first although the natural key changes: because the new one could not
   * take from it what is its own, such as an account name. No network.
   */
  deletesBeforeReplacing?(olds: Properties, news: Properties): boolean;
  /** Deletes the object; one that is gone already is no error. `known` is what state holds of it. */
  delete(api: Api, id: Readonly<Record<string, string>>, operation: Operation, known: Properties): Promise<void>;
}

/** A resource as the hosts and the generators see it: its properties by name, its system's client opaque. */
export interface ResourceDefinition extends TypedResource<unknown, z.ZodRawShape, z.ZodRawShape> {
  readonly schema: z.ZodObject;
  /** It does something once and is no object of the system: see `defineAction`. */
  readonly isAction?: boolean;
}

/** Inputs that every resource has. */
export const commonInputs = {
  connection: z.string().min(1).optional().meta({
    description:
      "The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system.",
  }),
  adopt: z.boolean().optional().meta({
    description:
      "Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference.",
  }),
};

/** Defines a resource. See `TypedResource` for each part; everything else about the resource follows from them. */
export function defineResource<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape>(
  resource: TypedResource<Api, Inputs, Outputs>,
): ResourceDefinition {
  const inputs = { ...resource.inputs, ...commonInputs };
  // The one place where the types of a definition are given up: check has made the values fit before they get here.
  return { ...(resource as unknown as ResourceDefinition), inputs, schema: z.strictObject(inputs) };
}

/** Inputs that no call can change: a change of one replaces the object. */
export function replacingProperties(resource: ResourceDefinition): string[] {
  const updatable = new Set(resource.updates.flatMap((update) => update.properties));
  return Object.entries(resource.inputs)
    .filter(([name, schema]) => {
      const createOnly = z.globalRegistry.get(schema)?.createOnly === true;
      return !(name in commonInputs) && !updatable.has(name) && !createOnly;
    })
    .map(([name]) => name);
}

interface TypedFunction<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape> {
  /** `<system>:get<Object>`, a promise forever. */
  readonly type: `${string}:${string}`;
  readonly description: string;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  invoke(api: Api, inputs: Values<Inputs>, operation: Operation): Promise<Values<Outputs>>;
}

/** A function as the hosts and the generators see it. */
export interface FunctionDefinition extends TypedFunction<unknown, z.ZodRawShape, z.ZodRawShape> {
  readonly schema: z.ZodObject;
}

/** Defines a function (a data source): it reads and changes nothing. */
export function defineFunction<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape>(
  definition: TypedFunction<Api, Inputs, Outputs>,
): FunctionDefinition {
  const inputs = { ...definition.inputs, connection: commonInputs.connection };
  return { ...(definition as unknown as FunctionDefinition), inputs, schema: z.strictObject(inputs) };
}

/** Of a schema that is a choice, the branch that `value` takes; any other schema as it is. */
export function branchFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const { def } = unwrapped(schema)._zod;
  if (def.type !== "union") {
    return schema;
  }
  const { discriminator } = def as z.core.$ZodDiscriminatedUnionDef;
  const options = def.options.filter((option) =>
    discriminator === undefined
      ? z.safeParse(option, value).success
      : literalOf(shapeOf(option)?.[discriminator]) === (value as Record<string, unknown> | null)?.[discriminator],
  );
  return options[0] ?? schema;
}

/** The branches of a choice, or `undefined` for any other schema. */
export function branchesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] | undefined {
  const { def } = unwrapped(schema)._zod;
  return def.type === "union" ? def.options : undefined;
}

/** The one value of a literal schema, or `undefined` for any other. */
export function literalOf(schema: z.core.$ZodType | undefined): unknown {
  const { def } = schema === undefined ? { def: undefined } : unwrapped(schema)._zod;
  return def?.type === "literal" ? def.values[0] : undefined;
}

/** The members of an object schema, or `undefined` for any other. */
export function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> | undefined {
  const { def } = unwrapped(schema)._zod;
  return def.type === "object" ? ownMembers(def.shape) : undefined;
}

const shapes = new WeakMap<object, Readonly<Record<string, z.core.$ZodType>>>();

/** People call members whatever they like: what every object inherits must not be taken for one that is known. */
function ownMembers(shape: z.core.$ZodShape): Readonly<Record<string, z.core.$ZodType>> {
  const known = shapes.get(shape);
  if (known !== undefined) {
    return known;
  }
  const own = Object.assign(Object.create(null) as Record<string, z.core.$ZodType>, shape);
  shapes.set(shape, own);
  return own;
}

/** The schema of an array's elements, or `undefined` for any other. */
export function elementOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { def } = unwrapped(schema)._zod;
  return def.type === "array" ? def.element : undefined;
}

/** The schema of a record's values, or `undefined` for any other. */
export function recordValueOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { def } = unwrapped(schema)._zod;
  return def.type === "record" ? def.valueType : undefined;
}

/** Whether anything in the values of a schema is secret, at any depth. */
export function holdsSecret(schema: z.core.$ZodType): boolean {
  const inner = elementOf(schema) ?? recordValueOf(schema);
  const parts = inner === undefined ? Object.values(shapeOf(schema) ?? branchesOf(schema) ?? {}) : [inner];
  return traitsOf(schema).secret === true || parts.some(holdsSecret);
}
