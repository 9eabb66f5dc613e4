import { type CheckResult, check } from "./check.ts";
import { canonicalText, equalBy } from "./compare.ts";
import {
  commonInputs,
  type LookUp,
  type Operation,
  type ResourceDefinition,
  replacingProperties,
} from "./definition.ts";
import { changedInputs, type DiffResult, diff } from "./diff.ts";
import { appliedOf, IncompleteError, messageOf, NotFoundError, PartialFailure, type Properties } from "./errors.ts";
import { formatId, parseId } from "./id.ts";
import { KeyedLock } from "./keyedLock.ts";
import { heldInputs, importedInputs, notShown, project, projectInputs, projectOutputs } from "./project.ts";
import { traitsOf } from "./property.ts";
import { containsUnknown, unknownMarker } from "./unknown.ts";
import { waitFor } from "./waitFor.ts";

/** A system behind one connection of the stack's configuration. */
export interface Connection {
  readonly name: string;
  /** The typed client that the definitions of the system expect. */
  readonly api: unknown;
  /** The same for every connection to the same installation. */
  readonly installation: string;
  /** How long a state that the system reaches by itself is waited for, in seconds. */
  readonly timeout: number;
}

/** An operation as a host begins it: its time-out may be the resource's own. */
export type HostOperation = Omit<Operation, "timeout"> & Partial<Pick<Operation, "timeout">>;

/** What a host gives the resources. */
export interface Host {
  /** The connection of that name, by default the one named like the resource's system. Needs no network. */
  connection(name: string | undefined): Connection;
  /** The stack setting `groupware:adopt`: every create of this run may take over what exists. */
  readonly adopt: boolean;
}

/** A resource as it is after an operation: its ID, the inputs to compare with, and all its properties. */
export interface ResourceState {
  readonly id: string;
  readonly inputs: Properties;
  /** The inputs that the user wrote and the outputs, together. */
  readonly properties: Properties;
}

/** A resource as a read found it. */
export interface ReadState extends ResourceState {
  /** The written inputs that the system did not show: they stand as written, and whether they drifted nobody knows. */
  readonly notShown: readonly string[];
}

/** How often a create is sent when its answers are lost. */
const createAttempts = 3;
/** How long look-ups after a lost answer wait for the object to be visible: this part of `timeout`, at least these seconds. */
const visibilityShare = 0.01;
const shortestVisibility = 1;
/** How much of a value stands in front of a message, in characters. */
const longestLabel = 100;

/**
 * The life of all resources of one type, the same for every type and every host: exactly one object for each create,
 * nothing lost when answers are, and state that says what the system holds.
 */
export class ResourceLifecycle {
  readonly #resource: ResourceDefinition;
  readonly #host: Host;
  readonly #locks = new KeyedLock();
  /** Natural keys of objects that this stack is known to manage. */
  readonly #managed = new Set<string>();
  /** IDs that this run has taken over from nobody known: see `delete`. */
  readonly #adopted = new Set<string>();
  /** Inputs with unknown values that check has seen: see `diff`. */
  readonly #checked = new Set<string>();

  constructor(resource: ResourceDefinition, host: Host) {
    this.#resource = resource;
    this.#host = host;
  }

  /** Checks new inputs. Needs no network. `olds` are empty for a resource that is to be made. */
  check(olds: Properties, news: Properties): CheckResult {
    const result = check(this.#resource.schema, news, (inputs) => this.#resource.validate?.(inputs) ?? []);
    if (result.failures.length > 0) {
      return result;
    }
    if (!containsUnknown(result.inputs.connection)) {
      try {
        const { api } = this.#connection(result.inputs);
        Object.assign(result.inputs, { ...this.#resource.connectionDefaults?.(api), ...result.inputs });
        this.#remember(olds);
      } catch (error) {
        return { ...result, failures: [{ property: "connection", reason: messageOf(error) }] };
      }
    }
    if (containsUnknown(result.inputs)) {
      this.#checked.add(canonicalText(this.#resource.schema, result.inputs));
    }
    return result;
  }

  /**
   * Compares. Calls the system only when the connection changes, to see whether the same object is behind it, and for
   * warnings that state alone does not give.
   */
  async diff(id: string, olds: Properties, news: Properties, begun: HostOperation): Promise<DiffResult> {
    const result = diff(this.#resource, olds, news);
    const refusal = result.differences.length > 0 ? this.#resource.refusal?.(olds, news) : undefined;
    if (refusal !== undefined) {
      throw new Error(`${this.#label(olds)}: ${refusal}`);
    }
    if (this.#resource.declared !== undefined && !containsUnknown(news.connection)) {
      this.#resource.declared(this.#connection(news).api, this.#parts(id), news);
    }
    const replaces = new Set(result.replaces);
    replaces.delete("connection");
    if (
      result.differences.some(({ path }) => path === "connection") &&
      !(await this.#isSameObject(id, olds, news, begun))
    ) {
      replaces.add("connection");
    }
    // The engine asks what would become of a dependent when the object it names is deleted first, by the old inputs
    // with an unknown in them. No check has seen those; inputs of a program, which merely wait for a value, it has.
    if (!this.#checked.has(canonicalText(this.#resource.schema, news))) {
      for (const [name, schema] of Object.entries(this.#resource.inputs)) {
        if (traitsOf(schema).followsReplacement === true && containsUnknown(news[name]) && olds[name] !== undefined) {
          replaces.add(name);
        }
      }
    }
    const warnings = [...result.warnings, ...(await this.#liveWarnings(id, olds, news, result, begun))];
    return { ...result, replaces: [...replaces], warnings };
  }

  /** Makes one object, or takes over the one that is there when that is allowed. */
  async create(inputs: Properties, begun: HostOperation): Promise<ResourceState> {
    const connection = this.#connection(inputs);
    const operation = timed(begun, connection);
    const key = this.#naturalKey(connection.installation, inputs);
    return this.#locks.run(key, async () => {
      const state = await this.#explained(inputs, async () => {
        const existing = await this.#find(connection, inputs, { ...operation, fresh: false });
        return existing === undefined
          ? this.#createOnce(connection, inputs, operation)
          : this.#adopt(connection, inputs, existing, operation);
      });
      this.#managed.add(key);
      return state;
    });
  }

  /** What is known of an object before it is made: the inputs, and a marker for every output. Needs no network. */
  previewCreate(inputs: Properties): Properties {
    return { ...unknownOutputs(this.#resource, Object.keys(this.#resource.outputs)), ...this.#writable(inputs) };
  }

  /** What is known of an object before it is changed. Needs no network. */
  previewUpdate(olds: Properties, news: Properties): Properties {
    const changed = changedInputs(this.#resource, olds, news);
    const calls = this.#resource.updates.filter((update) => update.properties.some((name) => changed.includes(name)));
    return {
      ...projectOutputs(this.#resource, olds, {}),
      ...unknownOutputs(
        this.#resource,
        calls.flatMap((update) => update.outputs ?? []),
      ),
      ...this.#writable(news),
      ...this.#createOnly(olds),
    };
  }

  /**
   * Reads an object from its ID alone. `known` is what state holds of it: old outputs; for an import nothing, or the
   * connection, which may as well stand in front of the ID: `barium-east:1/1000001`.
   * Answers `undefined` only when the system itself says that the object does not exist.
   */
  async read(given: string, known: Properties, begun: HostOperation): Promise<ReadState | undefined> {
    const { id, written } = this.#withConnection(given, known);
    const connection = this.#connection(written);
    const operation = timed(begun, connection);
    return this.#explained(written, async () => {
      const isImport = Object.keys(written).every((name) => name in commonInputs);
      const parts = this.#parts(isImport ? await this.#importId(connection, id, operation) : id);
      const shown = await this.#resource.read(connection.api, parts, operation, written);
      if (shown === undefined) {
        return undefined;
      }
      this.#remember(written);
      // A system may know an object by what it does not show of it.
      const live = { ...parts, ...shown };
      const state = isImport
        ? this.#state(live, importedInputs(this.#resource, live, written), {})
        : this.#state(live, projectInputs(this.#resource, live, written), written);
      return { ...state, notShown: notShown(this.#resource, shown, written) };
    });
  }

  /** Sends what changed, call by call; what was done before a call failed is kept in state. */
  async update(id: string, olds: Properties, news: Properties, begun: HostOperation): Promise<ResourceState> {
    const connection = this.#connection(news);
    const operation = timed(begun, connection);
    const changed = changedInputs(this.#resource, olds, news);
    return this.#explained(news, async () => {
      this.#managed.add(this.#naturalKey(connection.installation, news));
      return this.#apply(connection, id, olds, news, changed, operation);
    });
  }

  /** Deletes the object; it is no error if it is gone already. */
  async delete(id: string, properties: Properties, begun: HostOperation): Promise<void> {
    const connection = this.#connection(properties);
    const operation = timed(begun, connection);
    if (this.#adopted.has(`${connection.installation} ${id}`)) {
      // The same run took the object over under another name: deleting it now would lose it.
      operation.report(
        `${this.#label(properties)}: the object ${id} is kept, because another resource of this stack has taken it over with adopt.`,
      );
      return;
    }
    await this.#explained(properties, async () => {
      try {
        await this.#resource.delete(connection.api, this.#parts(id), operation, properties);
      } catch (error) {
        if (!(error instanceof NotFoundError)) {
          throw error;
        }
      }
    });
    this.#managed.delete(this.#naturalKey(connection.installation, properties));
  }

  /** Creates, and when the answer is lost looks for the object before it sends the request again. */
  async #createOnce(connection: Connection, inputs: Properties, operation: Operation): Promise<ResourceState> {
    for (let attempt = 1; ; attempt++) {
      try {
        const created = await this.#resource.create(connection.api, inputs, operation);
        return created.existedBefore === true && attempt === 1
          ? await this.#adopt(connection, inputs, created.live, operation)
          : await this.#followUp(connection, inputs, created.live, operation);
      } catch (error) {
        const applied = appliedOf(error);
        if (this.#resource.isAction === true) {
          throw applied === "unknown" ? perhapsDone(error) : error;
        }
        if (error instanceof IncompleteError) {
          const unsent = this.#followUps(inputs).filter((name) => !(name in error.live));
          const { id, properties } = this.#state(error.live, this.#held(error.live, inputs, unsent), inputs);
          throw new PartialFailure(id, properties, messageOf(error), { cause: error });
        }
        if (error instanceof PartialFailure || operation.signal.aborted) {
          throw error;
        }
        const found = await this.#findAfter(error, connection, inputs, operation);
        if (found === undefined) {
          if (applied !== "unknown" || attempt === createAttempts) {
            throw error;
          }
          continue;
        }
        if (applied === "no" && attempt === 1) {
          return this.#adopt(connection, inputs, found, operation, error);
        }
        const unsent = this.#followUps(inputs).filter((name) => !(name in found));
        const state = this.#state(found, this.#held(found, inputs, unsent), inputs);
        if (applied === "partly") {
          throw new PartialFailure(state.id, state.properties, messageOf(error), { cause: error });
        }
        const names = [...this.#differing(found, inputs), ...unsent];
        return this.#applyToMade(connection, state, inputs, names, operation);
      }
    }
  }

  /** The object as create made it, then what takes a call of its own. */
  async #followUp(
    connection: Connection,
    inputs: Properties,
    live: Properties,
    operation: Operation,
  ): Promise<ResourceState> {
    const names = this.#followUps(inputs);
    const made = Object.fromEntries(Object.entries(this.#writable(inputs)).filter(([name]) => !names.includes(name)));
    const state = this.#state(live, made, inputs);
    return names.length === 0 ? state : this.#applyToMade(connection, state, inputs, names, operation);
  }

  /** The written inputs that create does not take. */
  #followUps(inputs: Properties): string[] {
    return this.#resource.updates
      .filter(({ followUp }) => followUp === true)
      .flatMap(({ properties }) => properties)
      .filter((name) => inputs[name] !== undefined);
  }

  /** Changes an object that state does not hold yet: whatever fails, state must hold it afterwards. */
  async #applyToMade(
    connection: Connection,
    { id, properties }: ResourceState,
    inputs: Properties,
    names: readonly string[],
    operation: Operation,
  ): Promise<ResourceState> {
    try {
      return await this.#apply(connection, id, properties, inputs, names, operation);
    } catch (error) {
      throw error instanceof PartialFailure
        ? error
        : new PartialFailure(id, properties, messageOf(error), { cause: error });
    }
  }

  /** Looks for an object after its create failed; it may take a while to be visible. */
  async #findAfter(
    error: unknown,
    connection: Connection,
    inputs: Properties,
    operation: Operation,
  ): Promise<Properties | undefined> {
    const look = () => this.#find(connection, inputs, { ...operation, fresh: true });
    try {
      const timeout = Math.max(operation.timeout * visibilityShare, shortestVisibility);
      return appliedOf(error) === "no" ? await look() : await waitFor(look, { timeout, signal: operation.signal });
    } catch (failure) {
      if (appliedOf(error) === "no") {
        throw error;
      }
      throw new Error(
        `${messageOf(error)} The object may have been made, and looking for it failed too: ${messageOf(failure)} ` +
          "Run `pulumi up` again: it looks first, and says how to take over what it finds.",
        { cause: error },
      );
    }
  }

  /** @param refusal what the system said when it was asked to make the object. */
  async #adopt(
    connection: Connection,
    inputs: Properties,
    found: Properties,
    operation: Operation,
    refusal?: unknown,
  ): Promise<ResourceState> {
    const id = this.#id(found);
    if (this.#managed.has(this.#naturalKey(connection.installation, inputs))) {
      throw new Error(
        `the object ${id} exists and this stack manages it already. If another resource declares it, remove one of the two, ` +
          "or give the renamed one an alias; if this is a replacement, set the resource option deleteBeforeReplace to true.",
      );
    }
    if (inputs.adopt !== true && !this.#host.adopt) {
      const refused = refusal === undefined ? "" : ` (the system refused to make it: ${messageOf(refusal)})`;
      const parts = this.#resource.existingParts?.(found);
      throw new Error(
        (parts === undefined
          ? `the object exists already, with the ID ${id}${refused}. To manage it here, do one of these: import it ` +
            `(\`pulumi import ${this.#token()} NAME ${id}\`, with the plugin); `
          : `${parts} already${refused}. To manage them here, do one of these: `) +
          "set `adopt: true` on the resource; " +
          "or, to take over everything that is in the way of one run, such as after an interrupted one, " +
          "`pulumi config set groupware:adopt true`, then `pulumi config rm groupware:adopt`. " +
          "If this is a replacement that `--replace` or a trigger asks for, set the resource option deleteBeforeReplace to true instead.",
      );
    }
    // A look-up may show less of an object than a read does.
    const live = { ...found, ...(await this.#resource.read(connection.api, this.#parts(id), operation, found)) };
    const changes = this.#resource.replaces?.(live, inputs).filter((name) => live[name] !== undefined) ?? [];
    const fixed = [
      ...replacingProperties(this.#resource).filter((name) => this.#differs(name, live, inputs)),
      ...changes,
    ];
    if (fixed.length > 0) {
      throw new Error(
        `the object ${id} exists already and cannot be taken over: ${fixed.join(", ")} of it ` +
          `${fixed.length === 1 ? "differs" : "differ"} from what is written, and no call can change that.`,
      );
    }
    this.#adopted.add(`${connection.installation} ${id}`);
    operation.report(`${this.#label(inputs)}: took over the object ${id}, which existed already.`);
    const unseen = this.#unseen(live, inputs);
    const state = this.#state(live, this.#held(live, inputs, unseen), inputs);
    const names = [...this.#differing(live, inputs), ...unseen];
    return this.#applyToMade(connection, state, inputs, names, operation);
  }

  /** The written inputs that the object has, without those that the system does not show and nobody has sent yet. */
  #held(live: Properties, inputs: Properties, unsent: readonly string[]): Properties {
    const held = projectInputs(this.#resource, live, inputs);
    return Object.fromEntries(Object.entries(held).filter(([name]) => !unsent.includes(name)));
  }

  /** The written inputs that can be changed and that the system does not show: whether they differ nobody knows. */
  #unseen(live: Properties, inputs: Properties): string[] {
    return this.#resource.updates
      .flatMap(({ properties }) => properties)
      .filter((name) => inputs[name] !== undefined && live[name] === undefined);
  }

  async #apply(
    connection: Connection,
    id: string,
    olds: Properties,
    news: Properties,
    changed: readonly string[],
    operation: Operation,
  ): Promise<ResourceState> {
    const parts = this.#parts(id);
    const outputs = projectOutputs(this.#resource, olds, {});
    const held = projectInputs(this.#resource, {}, olds);
    let sent = false;
    for (const update of this.#resource.updates) {
      const names = update.properties.filter((name) => changed.includes(name) && news[name] !== undefined);
      if (names.length === 0) {
        continue;
      }
      try {
        const values = Object.fromEntries(names.map((name) => [name, news[name]]));
        const known = { changed: values, inputs: news, known: { ...olds, ...outputs } };
        const answer = await update.apply(connection.api, parts, known, operation);
        sent = true;
        Object.assign(held, values);
        Object.assign(outputs, answer);
      } catch (error) {
        const failure = error instanceof NotFoundError ? vanished(error) : error;
        if (!sent && appliedOf(error) === "no") {
          throw failure;
        }
        const live = await this.#resource
          .read(connection.api, parts, operation, { ...olds, ...news })
          .catch(() => undefined);
        const properties =
          live === undefined
            ? { ...held, ...outputs }
            : this.#state(live, heldInputs(this.#resource, live, news, held), outputs).properties;
        throw new PartialFailure(id, properties, `${this.#label(news)}: ${messageOf(failure)}`, { cause: error });
      }
    }
    const inputs = { ...this.#writable(news), ...this.#createOnly(olds) };
    return { id, inputs: news, properties: { ...inputs, ...outputs } };
  }

  #state(live: Properties, inputs: Properties, known: Properties): ResourceState {
    return {
      id: this.#id(live),
      inputs,
      properties: { ...inputs, ...projectOutputs(this.#resource, live, known) },
    };
  }

  async #find(connection: Connection, inputs: Properties, lookUp: LookUp): Promise<Properties | undefined> {
    const found = await this.#resource.find(connection.api, inputs, lookUp);
    if (found.length > 1) {
      throw new Error(
        `${found.length} objects have this natural key: ${found.map((live) => this.#id(live)).join(", ")}. ` +
          "Delete or rename all but one of them in the system, or import the one that is meant.",
      );
    }
    return found[0];
  }

  async #isSameObject(id: string, olds: Properties, news: Properties, begun: HostOperation): Promise<boolean> {
    if (containsUnknown(news.connection)) {
      return true;
    }
    const after = this.#connection(news);
    if (this.#installation(olds) === after.installation) {
      return true;
    }
    const operation = timed(begun, after);
    const live = await this.#explained(news, () => this.#resource.read(after.api, this.#parts(id), operation, olds));
    return live !== undefined && this.#resource.naturalKey.every((name) => !this.#differs(name, live, olds));
  }

  /** Notes that the stack manages the object with these properties. */
  #remember(properties: Properties): void {
    const installation = this.#installation(properties);
    if (installation !== undefined && this.#resource.naturalKey.every((name) => properties[name] !== undefined)) {
      this.#managed.add(this.#naturalKey(installation, properties));
    }
  }

  async #liveWarnings(
    id: string,
    olds: Properties,
    news: Properties,
    { differences }: DiffResult,
    begun: HostOperation,
  ): Promise<string[]> {
    const { liveWarnings } = this.#resource;
    if (liveWarnings === undefined || differences.length === 0 || containsUnknown(news.connection)) {
      return [];
    }
    const connection = this.#connection(news);
    return liveWarnings(connection.api, this.#parts(id), olds, news, timed(begun, connection));
  }

  #differing(live: Properties, inputs: Properties): string[] {
    return this.#resource.updates
      .flatMap((update) => update.properties)
      .filter((name) => inputs[name] !== undefined && this.#differs(name, live, inputs));
  }

  #differs(name: string, live: Properties, inputs: Properties): boolean {
    const schema = this.#resource.inputs[name];
    return (
      schema !== undefined &&
      inputs[name] !== undefined &&
      live[name] !== undefined &&
      // What the system adds to a map that is written in part makes no difference.
      !equalBy(schema, project(schema, live[name], inputs[name]), inputs[name])
    );
  }

  #writable(inputs: Properties): Properties {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => name in this.#resource.inputs));
  }

  #createOnly(olds: Properties): Properties {
    return Object.fromEntries(
      Object.entries(this.#resource.inputs)
        .filter(([name, schema]) => traitsOf(schema).createOnly === true && olds[name] !== undefined)
        .map(([name]) => [name, olds[name]]),
    );
  }

  #connection(properties: Properties): Connection {
    const name = properties.connection;
    return this.#host.connection(typeof name === "string" ? name : undefined);
  }

  /**
   * An import says nothing but an ID, so that the connection may stand in front of it. A text that begins with no
   * connection of the system is an ID as it is.
   */
  #withConnection(text: string, known: Properties): { readonly id: string; readonly written: Properties } {
    const [, name, id] = /^([^:/]+):(.+)$/s.exec(text) ?? [];
    if (name === undefined || id === undefined || Object.keys(known).length > 0) {
      return { id: text, written: known };
    }
    try {
      const connection = decodeURIComponent(name);
      this.#connection({ connection });
      return { id, written: { connection } };
    } catch {
      return { id: text, written: known };
    }
  }

  /** Where an object is; `undefined` when its connection is configured no longer. */
  #installation(properties: Properties): string | undefined {
    try {
      return this.#connection(properties).installation;
    } catch {
      return undefined;
    }
  }

  /** The ID that an import means. Throws for what cannot be imported. */
  async #importId(connection: Connection, text: string, operation: Operation): Promise<string> {
    if (this.#resource.isAction === true) {
      throw new Error(
        "an action is no object of the system and cannot be imported: declare it, and it is carried out.",
      );
    }
    return (await this.#resource.importId?.(connection.api, text, operation)) ?? text;
  }

  #naturalKey(installation: string, properties: Properties): string {
    const { schema, naturalKey } = this.#resource;
    const key = Object.fromEntries(naturalKey.map((name) => [name, properties[name]]));
    return JSON.stringify([installation, canonicalText(schema, key)]);
  }

  #id(live: Properties): string {
    return formatId(this.#resource.id, live);
  }

  #parts(id: string): Record<string, string> {
    return parseId(this.#resource.type, this.#resource.id, id);
  }

  #token(): string {
    const [system, name] = this.#resource.type.split(":");
    return `groupware:${system}:${name}`;
  }

  #label(properties: Properties): string {
    const key = this.#resource.naturalKey
      .filter((name) => properties[name] !== undefined)
      .map((name) => `${name} ${shortened(JSON.stringify(properties[name]))}`)
      .join(", ");
    return key === "" ? this.#resource.type : `${this.#resource.type} (${key})`;
  }

  /** Puts the resource in front of the message of whatever fails. */
  async #explained<Result>(properties: Properties, run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      const label = this.#label(properties);
      const message = messageOf(error);
      if (message.startsWith(label)) {
        throw error;
      }
      throw error instanceof PartialFailure
        ? new PartialFailure(error.id, error.properties, `${label}: ${message}`, { cause: error })
        : new Error(`${label}: ${message}`, { cause: error });
    }
  }
}

function unknownOutputs(resource: ResourceDefinition, names: readonly string[]): Properties {
  return Object.fromEntries(names.filter((name) => !(name in resource.inputs)).map((name) => [name, unknownMarker]));
}

function timed(operation: HostOperation, connection: Connection): Operation {
  return { timeout: connection.timeout, ...operation };
}

/** A list of many objects would hide the message behind it. */
function shortened(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text;
}

function perhapsDone(error: unknown): Error {
  return new Error(
    `${messageOf(error)} It may have been carried out all the same: look in the system. \`pulumi up\` carries it out again.`,
    { cause: error },
  );
}

function vanished(error: NotFoundError): Error {
  return new Error(
    `${error.message} The object has vanished from the system; \`pulumi up --refresh\` notices that and makes it anew.`,
    { cause: error },
  );
}
