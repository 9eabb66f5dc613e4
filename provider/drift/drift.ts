import PQueue from "p-queue";
import { plain, Secret } from "../hosts/plugin/propertyValues.ts";
import { shapeOfResource, withSecrets } from "../hosts/plugin/secrets.ts";
import type { ResourceDefinition } from "../resource/definition.ts";
import { diff } from "../resource/diff.ts";
import { messageOf, type Properties } from "../resource/errors.ts";
import { ResourceLifecycle } from "../resource/lifecycle.ts";
import { type PathSegment, parsePath } from "../resource/path.ts";
import { traitsOf } from "../resource/property.ts";
import { containsUnknown } from "../resource/unknown.ts";
import type { Connections } from "../systems/connections.ts";
import { type Loaded, loadResource } from "../systems/loadDefinition.ts";
import type { ManagedResource, ManagedStack } from "./state.ts";

/** How many resources are read at once; each connection's own limit holds beside it. */
const concurrency = 32;

/** Which resource something is about. */
export interface Subject {
  readonly stack: string;
  readonly urn: string;
  readonly name: string;
  /** `<system>:<Object>`. */
  readonly type: string;
  readonly id: string;
}

/** One path that differs between the state and the system. */
export interface Change {
  readonly path: string;
  /** What a run would do there: put something in, take it out, or change it. */
  readonly kind: "add" | "delete" | "update";
  /** What is declared; absent where nothing is. A secret is `[secret]`. */
  readonly declared?: unknown;
  /** What the system holds; absent where it holds nothing. A secret is `[secret]`. */
  readonly held?: unknown;
  /** A run could heal it only by making the object anew. */
  readonly replaces: boolean;
}

/** A resource that is not as it was declared. */
export type Drift = Subject &
  ({ readonly status: "changed"; readonly changes: readonly Change[] } | { readonly status: "gone" });

/** A resource of which nothing is known. */
export type Failure = Subject & { readonly message: string };

/** Why drift of a property cannot be seen. */
export type Blindness = "the system never shows it" | "the system did not show it" | "it is encrypted in the state";

/** A property of which drift could not be seen, and in how many resources. */
export interface NotObservable {
  readonly type: string;
  readonly property: string;
  readonly reason: Blindness;
  readonly resources: number;
}

/** What a comparison found. */
export interface Comparison {
  /** How many resources were compared. */
  readonly compared: number;
  /** Actions, which are no objects: there is nothing to compare. */
  readonly actions: number;
  readonly drifts: readonly Drift[];
  readonly failures: readonly Failure[];
  readonly notObservable: readonly NotObservable[];
}

/** The connections of a resource: those of its stack, or those of a provider of its own. */
export type ConnectionsOf = (resource: ManagedResource) => Connections;

/**
 * Compares the resources of stacks with what the systems hold, by the same `read` and `diff` as a refresh. The inputs in
 * the state stand for the program. Changes nothing.
 */
export async function compare(
  stacks: readonly ManagedStack[],
  connectionsOf: ConnectionsOf,
  signal: AbortSignal,
  step: (done: number, total: number) => void = () => undefined,
): Promise<Comparison> {
  const all = stacks.flatMap(({ resources }) => resources);
  const found = await Promise.all(
    all.map(async (resource) => ({ resource, known: await loadResource(resource.type) })),
  );
  const objects = found.filter(({ known }) => known?.definition.isAction !== true);
  const lives = new Lives(connectionsOf);
  const drifts: Drift[] = [];
  const failures: Failure[] = [];
  const blind = new Map<string, { type: string; property: string; reason: Blindness; resources: number }>();
  let done = 0;
  const queue = new PQueue({ concurrency });
  await queue.addAll(
    objects.map(({ resource, known }) => async () => {
      try {
        const compared = await compareOne(resource, known, lives, signal);
        if (compared.drift !== undefined) {
          drifts.push(compared.drift);
        }
        for (const [property, reason] of compared.blind) {
          const key = `${resource.type} ${property} ${reason}`;
          const entry = blind.get(key) ?? { type: resource.type, property, reason, resources: 0 };
          entry.resources += 1;
          blind.set(key, entry);
        }
      } catch (error) {
        failures.push({ ...subjectOf(resource), message: messageOf(error) });
      }
      done += 1;
      step(done, objects.length);
    }),
  );
  return {
    compared: objects.length,
    actions: all.length - objects.length,
    drifts: drifts.sort(byUrn),
    failures: failures.sort(byUrn),
    notObservable: [...blind.values()].sort((left, right) =>
      `${left.type} ${left.property}` < `${right.type} ${right.property}` ? -1 : 1,
    ),
  };
}

/** The life of each type over each set of connections, so that reads share what they can. */
class Lives {
  readonly #connectionsOf: ConnectionsOf;
  readonly #lives = new Map<Connections, Map<ResourceDefinition, ResourceLifecycle>>();

  constructor(connectionsOf: ConnectionsOf) {
    this.#connectionsOf = connectionsOf;
  }

  of(resource: ManagedResource, { system, definition }: Loaded<ResourceDefinition>): ResourceLifecycle {
    const connections = this.#connectionsOf(resource);
    const lives = this.#lives.get(connections) ?? new Map<ResourceDefinition, ResourceLifecycle>();
    this.#lives.set(connections, lives);
    const life =
      lives.get(definition) ??
      new ResourceLifecycle(definition, { connection: (name) => connections.get(system, name), adopt: false });
    lives.set(definition, life);
    return life;
  }
}

async function compareOne(
  resource: ManagedResource,
  known: Loaded<ResourceDefinition> | undefined,
  lives: Lives,
  signal: AbortSignal,
): Promise<{ drift?: Drift; blind: (readonly [string, Blindness])[] }> {
  if (known === undefined) {
    throw new Error(`this version of pulumi-groupware has no resource ${resource.type}; a later one made this stack.`);
  }
  const { definition } = known;
  const declared = plain(resource.inputs);
  const state = await lives
    .of(resource, known)
    .read(resource.id, plain(resource.outputs), { signal, report: () => undefined });
  if (state === undefined) {
    return { drift: { ...subjectOf(resource), status: "gone" }, blind: [] };
  }
  const encrypted = Object.keys(declared).filter((name) => containsUnknown(declared[name]));
  const { differences, replaces } = diff(definition, state.properties, declared);
  const shape = shapeOfResource(definition);
  const shownDeclared = withSecrets(shape, declared, resource.inputs);
  const shownHeld = withSecrets(shape, state.properties, resource.outputs, resource.inputs);
  const changes = differences
    .filter(({ path }) => !encrypted.includes(topOf(path)) && !isIgnored(path, resource.ignoreChanges))
    .map(({ path, kind }) => {
      const segments = parsePath(path);
      return {
        path,
        kind,
        ...(kind === "delete" ? {} : { declared: shownAt(shownDeclared, segments) }),
        ...(kind === "add" ? {} : { held: shownAt(shownHeld, segments) }),
        replaces: replaces.includes(topOf(path)),
      };
    });
  const blind = [
    ...state.notShown
      .filter((name) => !encrypted.includes(name))
      .map(
        (name) =>
          [name, isNeverShown(definition, name) ? "the system never shows it" : "the system did not show it"] as const,
      ),
    ...encrypted.map((name) => [name, "it is encrypted in the state"] as const),
  ];
  return { ...(changes.length === 0 ? {} : { drift: { ...subjectOf(resource), status: "changed", changes } }), blind };
}

function subjectOf({ stack, urn, name, type, id }: ManagedResource): Subject {
  return { stack, urn, name, type, id };
}

function isNeverShown({ inputs }: ResourceDefinition, name: string): boolean {
  const schema = inputs[name];
  const traits = schema === undefined ? {} : traitsOf(schema);
  return traits.writeOnly === true || traits.notObservable === true || traits.createOnly === true;
}

function topOf(path: string): string {
  return String(parsePath(path)[0] ?? "");
}

/** As the engine applies `ignoreChanges`: a path stands for all below it, and `*` for any member. */
function isIgnored(path: string, ignored: readonly string[]): boolean {
  const segments = parsePath(path);
  return ignored.some((pattern) =>
    parsePath(pattern.replaceAll("[*]", ".*")).every(
      (wanted, index) => wanted === "*" || String(wanted) === String(segments[index]),
    ),
  );
}

/** The value at a path as it may be shown: whatever is secret, or in something secret, is not. */
function shownAt(properties: Properties, path: readonly PathSegment[]): unknown {
  let value: unknown = properties;
  for (const segment of path) {
    if (value instanceof Secret) {
      return shown(value);
    }
    value = (value as Record<PathSegment, unknown> | undefined | null)?.[segment];
  }
  return shown(value);
}

function shown(value: unknown): unknown {
  if (value instanceof Secret) {
    return "[secret]";
  }
  if (Array.isArray(value)) {
    return value.map(shown);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shown(member)]))
    : (value ?? null);
}

function byUrn(left: Subject, right: Subject): number {
  return left.urn < right.urn ? -1 : 1;
}
