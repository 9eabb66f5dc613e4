import * as z from "zod";
import { defineResource, type Operation, type ResourceDefinition, type Values, type Violation } from "./definition.ts";

interface TypedAction<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape> {
  /** `<system>:<Action>`, a promise forever. */
  readonly type: `${string}:${string}`;
  /** Markdown; what is done. */
  readonly description: string;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** The inputs that say what it is done to. */
  readonly subject: readonly (keyof Inputs & string)[];
  /** Rules between properties: see `defineResource`. */
  validate?(inputs: Values<Inputs>): Violation[];
  /** What the connection gives for inputs that are left out: see `defineResource`. */
  connectionDefaults?(api: Api): Partial<Values<Inputs>>;
  /** Does it. Nothing repeats it by itself where the system may have done it although the answer was lost. */
  run(api: Api, inputs: Values<Inputs>, operation: Operation): Promise<Values<Outputs>>;
}

const triggers = z.array(z.string()).optional().meta({
  description:
    "Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again.",
});

const completedAt = z.string().meta({ description: "When the action was carried out, in ISO 8601." });

/**
 * Defines an action: a resource whose creation does something once. A change of any input does it again, which Pulumi
 * shows as a replacement; a deletion does nothing, because nothing can be undone; and there is nothing to refresh.
 */
export function defineAction<Api, Inputs extends z.ZodRawShape, Outputs extends z.ZodRawShape>({
  run,
  subject,
  ...action
}: TypedAction<Api, Inputs, Outputs>): ResourceDefinition {
  const resource = defineResource<Api, z.ZodRawShape, z.ZodRawShape>({
    ...(action as unknown as TypedAction<Api, z.ZodRawShape, z.ZodRawShape>),
    inputs: { ...action.inputs, triggers },
    outputs: { ...action.outputs, completedAt },
    id: ["completedAt"],
    naturalKey: subject,
    find: async () => [],
    async create(api, inputs, operation) {
      const outputs = await run(api, inputs as Values<Inputs>, operation);
      return { live: { ...inputs, ...outputs, completedAt: new Date().toISOString() } };
    },
    read: async (_api, id) => ({ ...id }),
    updates: [],
    delete: async () => undefined,
  });
  // There is nothing that an action could take over.
  const { adopt: _, ...inputs } = resource.inputs;
  return { ...resource, inputs, schema: z.strictObject(inputs), isAction: true };
}
