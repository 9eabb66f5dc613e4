import * as pulumi from "@pulumi/pulumi";
import { definitionShape } from "../hosts/definitionShape.ts";
import type { ResourceShape } from "../hosts/resourceShape.ts";
import { type FunctionDefinition, holdsSecret } from "../resource/definition.ts";
import type { Access } from "./access.ts";
import { configValue } from "./config.ts";
import { argument, evaluate, follow, type World } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { type Manifests, packageOf } from "./manifests.ts";
import { type Resources, readOption } from "./options.ts";
import { fail, ManifestError, type Place } from "./problem.ts";
import type { ConfigEntry, ResourceEntry } from "./template.ts";
import { functionDefinition, resourceDefinition } from "./validate.ts";

/** How one of the two hosts makes resources and asks functions. */
export interface ManifestHost {
  readonly name: "dynamic" | "plugin";
  resource(
    shape: ResourceShape,
    name: string,
    args: object,
    options: pulumi.CustomResourceOptions,
  ): pulumi.CustomResource;
  /** Makes a provider; the dynamic host has none. */
  provider?(name: string, args: object, options: pulumi.ResourceOptions): pulumi.ProviderResource;
  invoke(type: string, args: object, options: pulumi.InvokeOutputOptions): pulumi.Output<unknown>;
}

/** What manifests have become. */
export interface Registered {
  /** The resources, by their names in the files. */
  readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
  readonly outputs: Readonly<Record<string, pulumi.Output<unknown>>>;
}

/** Registers the resources of manifests that are valid. */
export function register(
  manifests: Manifests,
  declared: ReadonlyMap<string, ConfigEntry>,
  host: ManifestHost,
): Registered {
  return new Registration(manifests, declared, host).run();
}

class Registration {
  readonly #manifests: Manifests;
  readonly #declared: ReadonlyMap<string, ConfigEntry>;
  readonly #host: ManifestHost;
  readonly #resources = new Map<string, pulumi.CustomResource>();
  readonly #variables = new Map<string, unknown>();
  readonly #config = new Map<string, unknown>();
  readonly #defaultProviders = new Map<string, pulumi.ProviderResource>();
  readonly #world: World & Resources<pulumi.CustomResource>;

  /** @param declared what the project declares of its configuration, beside the manifests. */
  constructor(manifests: Manifests, declared: ReadonlyMap<string, ConfigEntry>, host: ManifestHost) {
    this.#manifests = manifests;
    this.#declared = declared;
    this.#host = host;
    this.#world = {
      resolve: (access, place) => this.#resolve(access, place),
      lift,
      resource: (name) => this.#resources.get(name),
      calls: {
        "fn::secret": (call, world) => pulumi.secret(argument(call, "value", world)),
        "fn::unsecret": (call, world) => pulumi.unsecret(pulumi.output(argument(call, "value", world))),
        "fn::pulumiResourceName": (call) => this.#entryOf(call.args.value).logicalName,
        "fn::pulumiResourceType": (call) => this.#entryOf(call.args.value).type,
        "fn::invoke": (call, world) => this.#invoke(call, world),
      },
    };
  }

  run(): Registered {
    for (const expression of this.#manifests.requiredVersions) {
      void pulumi.requirePulumiVersion(String(evaluate(expression, this.#world)));
    }
    for (const node of this.#manifests.order) {
      if (node.kind === "variable") {
        this.#variables.set(node.name, evaluate(node.value, this.#world));
      } else {
        this.#resources.set(node.name, this.#register(node));
      }
    }
    const outputs = [...this.#manifests.outputs.values()].map(({ name, value }) => [
      name,
      pulumi.output(evaluate(value, this.#world)),
    ]);
    return { resources: Object.fromEntries(this.#resources), outputs: Object.fromEntries(outputs) };
  }

  #register(entry: ResourceEntry): pulumi.CustomResource {
    const { type, logicalName, get, properties } = entry;
    const options = this.#options(entry);
    const args = properties === undefined ? {} : evaluate(properties, this.#world);
    if (type === "pulumi:pulumi:StackReference") {
      const { name = logicalName } = args as { name?: pulumi.Input<string> };
      return new pulumi.StackReference(logicalName, { name }, options);
    }
    if (type.startsWith("pulumi:providers:")) {
      const provider = this.#host.provider?.(logicalName, args as object, options);
      if (provider === undefined) {
        return fail(entry.typePlace, "a provider of its own needs the plugin");
      }
      if (entry.defaultProvider) {
        this.#defaultProviders.set(packageOf(type), provider);
      }
      return provider;
    }
    const definition = resourceDefinition(type);
    if (definition === undefined) {
      return fail(entry.typePlace, `there is no resource type ${JSON.stringify(type)}`);
    }
    const shape = definitionShape(definition);
    if (get !== undefined) {
      const state = get.state === undefined ? {} : evaluate(get.state, this.#world);
      const id = evaluate(get.id, this.#world) as pulumi.Input<string>;
      return this.#host.resource(shape, logicalName, state as object, { ...options, id });
    }
    const inputs = pulumi.Output.isInstance(args)
      ? // Which properties there will be is not known yet: any may.
        Object.fromEntries(
          Object.keys(definition.inputs).map((name) => [
            name,
            args.apply((known) => (known as Record<string, unknown>)[name]),
          ]),
        )
      : (args as object);
    return this.#host.resource(shape, logicalName, inputs, options);
  }

  #options(entry: ResourceEntry): pulumi.CustomResourceOptions {
    const options: Record<string, unknown> = Object.fromEntries(
      [...entry.options].map(([name, option]) => [name, readOption(name, option, this.#world)]),
    );
    const fallback = this.#defaultProviders.get(packageOf(entry.type));
    return {
      ...(fallback !== undefined && !entry.type.startsWith("pulumi:") ? { provider: fallback } : {}),
      ...options,
    };
  }

  #invoke(call: Extract<Expression, { kind: "call" }>, world: World): unknown {
    const token = call.args.function;
    const type = token?.kind === "literal" ? String(token.value) : "";
    const definition = functionDefinition(type);
    if (definition === undefined) {
      return fail(call.place, `there is no function ${JSON.stringify(type)}`);
    }
    const option = (name: string) => {
      const value = call.args[name];
      return value === undefined ? {} : { [name]: readOption(name, { place: value.place, value }, this.#world) };
    };
    const fallback = this.#defaultProviders.get(packageOf(type));
    const options: pulumi.InvokeOutputOptions = {
      ...(fallback === undefined ? {} : { provider: fallback }),
      ...option("parent"),
      ...option("provider"),
      ...option("dependsOn"),
      ...option("version"),
      ...option("pluginDownloadURL"),
    };
    const args = (argument(call, "arguments", world) ?? {}) as object;
    const answer = this.#host.invoke(definition.type, args, options);
    const result = hasSecrets(definition) ? pulumi.secret(answer) : answer;
    const member = argument(call, "return", world);
    return member === undefined
      ? result
      : result.apply((outputs) => (outputs as Record<string, unknown>)[String(member)]);
  }

  #resolve({ root, path }: Access, place: Place): unknown {
    const resource = this.#resources.get(root);
    if (resource === undefined) {
      return follow(this.#root(root, place), path, place, this.#world);
    }
    const [name, ...rest] = path;
    // A resource as a value is its ID: no property of these takes a whole resource.
    const property = name === undefined ? resource.id : (resource as unknown as Record<string, unknown>)[name];
    return follow(property ?? null, rest, place, this.#world);
  }

  /** The value of a variable, of the configuration, or of `pulumi`. */
  #root(name: string, place: Place): unknown {
    if (this.#variables.has(name)) {
      return this.#variables.get(name);
    }
    if (name === "pulumi") {
      return {
        cwd: process.cwd(),
        organization: pulumi.getOrganization(),
        project: pulumi.getProject(),
        rootDirectory: pulumi.getRootDirectory(),
        stack: pulumi.getStack(),
      };
    }
    if (!this.#config.has(name)) {
      this.#config.set(name, this.#readConfig(name, place));
    }
    return this.#config.get(name);
  }

  #readConfig(name: string, place: Place): unknown {
    const entry = this.#manifests.config.get(name) ?? this.#declared.get(name);
    const { bag, key } = configKey(entry?.key ?? name);
    const text = bag.get(key);
    if (text === undefined) {
      if (entry?.default !== undefined) {
        const value = evaluate(entry.default, this.#world);
        return entry.secret ? pulumi.secret(value) : value;
      }
      return fail(
        place,
        `the stack's configuration lacks ${name}. Set it: pulumi config set ${entry?.secret === true ? "--secret " : ""}${name} VALUE`,
      );
    }
    const value = entry === undefined ? parsed(text) : configValue(entry, text);
    return entry?.secret === true || isSecretKey(entry?.key ?? name) ? pulumi.secret(value) : value;
  }

  #entryOf(expression: Expression | undefined): ResourceEntry {
    const entry =
      expression?.kind === "access" && expression.access.path.length === 0
        ? this.#manifests.resources.get(expression.access.root)
        : undefined;
    if (entry === undefined) {
      throw new ManifestError([
        {
          ...(expression === undefined ? {} : { place: expression.place }),
          message: "this must be a resource: ${name}",
        },
      ]);
    }
    return entry;
  }
}

/** The configuration that a key belongs to: the project's own, or that of another namespace. */
export function configKey(name: string): { readonly bag: pulumi.Config; readonly key: string } {
  const colon = name.indexOf(":");
  return colon < 0
    ? { bag: new pulumi.Config(), key: name }
    : { bag: new pulumi.Config(name.slice(0, colon)), key: name.slice(colon + 1) };
}

/** Whether a value is secret in the configuration; the SDK knows, and does not tell. */
function isSecretKey(name: string): boolean {
  const full = name.includes(":") ? name : `${pulumi.getProject()}:${name}`;
  const keys = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]") as string[];
  return keys.some((key) => key.replace(":config:", ":") === full);
}

/** An object or a list of the configuration reaches a program as its JSON; any other value is its text. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Once its arguments are known: at once where they are plain values, else as an output. */
function lift(args: readonly unknown[], apply: (args: readonly unknown[]) => unknown): unknown {
  if (!hasOutputs(args)) {
    return apply(args);
  }
  return pulumi.output(args).apply((known) => {
    try {
      return apply(known as unknown as unknown[]);
    } catch (error) {
      // The SDK prints the message alone of such an error, without the stack of this package.
      throw error instanceof ManifestError ? new pulumi.RunError(error.message) : error;
    }
  });
}

function hasOutputs(value: unknown): boolean {
  if (pulumi.Output.isInstance(value)) {
    return true;
  }
  return typeof value === "object" && value !== null && Object.values(value).some(hasOutputs);
}

function hasSecrets({ outputs }: FunctionDefinition): boolean {
  return Object.values(outputs).some(holdsSecret);
}
