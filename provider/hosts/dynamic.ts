import type { dynamic } from "@pulumi/pulumi";
import { messageOf, PartialFailure, type Properties } from "../resource/errors.ts";
import { ResourceLifecycle, type ResourceState } from "../resource/lifecycle.ts";
import { Connections, connectionsKey } from "../systems/connections.ts";
import { loadResource } from "../systems/loadDefinition.ts";

/** Where the engine keeps the provider's text among a resource's properties. */
const providerKey = "__provider";

const { signal } = new AbortController();

let configure: (connections: { connections: Connections; adopt: boolean }) => void;
let failToConfigure: (error: unknown) => void;
/** Pulumi's dynamic host hands out a provider before its `configure` has ended: every call waits for this. */
const configured = new Promise<{ connections: Connections; adopt: boolean }>((resolve, reject) => {
  configure = resolve;
  failToConfigure = reject;
});
configured.catch(() => undefined);

/**
 * The dynamic provider of one type of resource. The text that stands in every stack's state calls this, so its name,
 * place and argument never change: see `providerText`.
 */
export function handler(type: string): dynamic.ResourceProvider<Properties, Properties> {
  const lifecycle = lifecycleOf(type);
  lifecycle.catch(() => undefined);
  const operation = { signal, report };

  return {
    async configure({ config }) {
      try {
        configure({
          connections: new Connections(config.get(connectionsKey), process.env, signal),
          adopt: config.get("groupware:adopt") === "true",
        });
      } catch (error) {
        failToConfigure(error);
        throw error;
      }
    },

    check: (olds, news) => plainly(async () => (await lifecycle).check(withoutProvider(olds), withoutProvider(news))),

    diff: (id, olds, news) =>
      plainly(async () => {
        const result = await (await lifecycle).diff(id, withoutProvider(olds), withoutProvider(news), operation);
        for (const warning of result.warnings) {
          report(`warning: ${warning}`);
        }
        return {
          // Not `true`: the engine then computes the details itself, and shows them also in the JSON of a refresh. It
          // would find nothing in the inputs of an object that is to be made anew as it is written.
          ...(result.differences.length === 0 ? { changes: false } : result.renews ? { changes: true } : {}),
          replaces: [...result.replaces],
          deleteBeforeReplace: result.deleteBeforeReplace,
        };
      }),

    create: (inputs) =>
      keepingProvider(inputs, async () => {
        const { id, properties } = await (await lifecycle).create(withoutProvider(inputs), operation);
        return { id, outs: properties };
      }),

    read: (id, properties = {}) =>
      plainly(async () => {
        const state = await (await lifecycle).read(id, withoutProvider(properties), operation);
        return state === undefined ? { id: "" } : readResult(state);
      }),

    update: (id, olds, news) =>
      keepingProvider(news, async () => {
        const lives = await lifecycle;
        const { properties } = await lives.update(id, withoutProvider(olds), withoutProvider(news), operation);
        return { outs: properties };
      }),

    delete: (id, properties) =>
      plainly(async () => (await lifecycle).delete(id, withoutProvider(properties), operation)),
  };
}

async function lifecycleOf(type: string): Promise<ResourceLifecycle> {
  const [resource, { connections, adopt }] = await Promise.all([loadResource(type), configured]);
  if (resource === undefined) {
    throw new Error(`this version of pulumi-groupware has no resource ${type}; a later one made this stack.`);
  }
  const { system, definition } = resource;
  return new ResourceLifecycle(definition, { connection: (name) => connections.get(system, name), adopt });
}

function readResult({ id, inputs, properties }: ResourceState) {
  return { id, inputs, props: properties };
}

function withoutProvider({ [providerKey]: _, ...properties }: Properties): Properties {
  return properties;
}

/** Lines that a dynamic provider prints appear as diagnostics of the run. */
function report(message: string): void {
  process.stdout.write(`${message}\n`);
}

/** What fails reaches the user as its message alone: the host prints the stack of an error beside it. */
async function plainly<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw withoutStack(error);
  }
}

/** State that is kept after a partial failure needs the provider's text, or later refreshes cannot find it. */
async function keepingProvider<Result>(inputs: Properties, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof PartialFailure) {
      error.properties[providerKey] = inputs[providerKey];
      throw error;
    }
    throw withoutStack(error);
  }
}

function withoutStack(error: unknown): Error {
  const plain = new Error(messageOf(error), { cause: error });
  plain.stack = "";
  return plain;
}
