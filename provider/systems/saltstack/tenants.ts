import { setTimeout as sleep } from "node:timers/promises";
import { StatusError } from "../../http/statusError.ts";
import type { Operation } from "../../resource/definition.ts";
import {
  appliedOf,
  IncompleteError,
  messageOf,
  NotFoundError,
  type Properties,
  SystemError,
} from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import type { Tenant, TenantsApi } from "./api/tenants.ts";
import { keyOf, ObjectList } from "./objectList.ts";

/** States in which nothing happens by itself. */
const stable = ["Online", "Offline", "Erred"];
/**
 * A tenant that is being deleted may be shown as Erred for some seconds, and again before it is gone. One that stays so
 * for this long, in seconds, is not going to.
 */
const longestErred = 30;
/** A tenant that was begun may not be visible at once, and is believed to exist for this long, in seconds. */
const longestInvisible = 30;
/** The part of the time-out that these two may take at most. */
const patientPart = 0.25;
/** How long, in seconds, a tenant that was seen before may be missing before it is believed to be gone. */
const longestMissing = 0.5;
/**
 * The first and the longest pause, in milliseconds, before something is sent again that a tenant refuses although
 * nothing seems to happen to it; each pause is twice the one before.
 */
const firstPause = 100;
const longestPause = 3200;

/** What can be done about a tenant that became Erred and may hold something. */
const howToMend =
  "Have the system's administrator mend it; only if nothing is in it, let `pulumi up --replace` with its URN make it anew.";

/** The tenants of one kind: they take their time for everything, and what is in them has to wait for that. */
export class Tenants<Shown extends Tenant> {
  readonly api: TenantsApi<Shown>;
  readonly list: ObjectList<Shown>;
  /** The tenants that were Online when they were last seen. */
  readonly #online = new Set<string>();
  readonly #requireRole: () => Promise<void>;

  /** @param requireRole throws when the user may not see what exists. */
  constructor(api: TenantsApi<Shown>, requireRole: () => Promise<void>, signal: AbortSignal) {
    this.api = api;
    this.#requireRole = requireRole;
    this.list = new ObjectList<Shown>((ending) => api.list({}, ending), { id: idOf, key: domainOf }, signal);
  }

  /** A tenant, or `undefined` when there surely is none. */
  async get(tenantId: string, signal: AbortSignal): Promise<Shown | undefined> {
    try {
      return await this.api.get(tenantId, signal);
    } catch (error) {
      if (error instanceof NotFoundError) {
        await this.#requireRole();
        return undefined;
      }
      throw error;
    }
  }

  /** The tenants of a domain, once nothing happens to them any more. */
  async withDomain(domain: string, fresh: boolean, operation: Operation): Promise<Shown[]> {
    const found = await this.list.withKey(keyOf(domain), fresh);
    const settled = await Promise.all(
      found.map(async (tenant) => (stable.includes(tenant.state) ? tenant : this.#settled(tenant, operation))),
    );
    return settled.filter((tenant) => tenant !== undefined);
  }

  /**
   * Makes a tenant and waits until it is Online. When the answer of the request is lost, the tenant is looked for by
   * its domain, which no other can have.
   */
  async create(domain: string, send: () => Promise<Shown>, operation: Operation): Promise<Shown> {
    let begun: Shown;
    try {
      begun = await send();
    } catch (error) {
      const [found] = appliedOf(error) === "unknown" ? await this.list.withKey(keyOf(domain), true) : [];
      if (found === undefined) {
        throw error;
      }
      begun = found;
    } finally {
      this.list.wrote({ key: keyOf(domain) });
    }
    let latest = begun;
    let tenant: Shown | undefined;
    try {
      tenant = await this.#settled(begun, operation, {
        patience: Math.min(longestInvisible, operation.timeout * patientPart),
        seen: (shown) => {
          latest = shown;
        },
      });
    } catch (error) {
      throw new IncompleteError(`the tenant ${begun.tenantId} was begun, but then: ${messageOf(error)}`, held(latest), {
        cause: error,
      });
    }
    if (tenant === undefined) {
      throw new IncompleteError(
        `the system began the tenant ${begun.tenantId}, but does not show it. Run \`pulumi up --refresh\`: ` +
          "it goes on with the tenant if it is there by then, and makes it anew if not.",
        held(latest),
      );
    }
    if (tenant.state === "Erred") {
      throw new IncompleteError(
        `${erred(tenant)} Run \`pulumi up\` again: it removes this tenant, which never came to life, and makes it anew.`,
        { ...held(tenant), neverOnline: true },
      );
    }
    if (tenant.state !== "Online") {
      throw new IncompleteError(
        `the tenant ${tenant.tenantId} is not Online after ${operation.timeout} s, but ${tenant.state}. ` +
          "Run `pulumi up` again, or raise the time-out.",
        held(tenant),
      );
    }
    this.#online.add(tenant.tenantId);
    return tenant;
  }

  /** Waits until a tenant is Online, so that something can be made in it. Throws when it does not get there. */
  async whenOnline(tenantId: string, operation: Operation): Promise<void> {
    if (this.#online.has(tenantId)) {
      return;
    }
    const known = await this.get(tenantId, operation.signal);
    const tenant = known === undefined ? undefined : await this.#settled(known, operation, { states: ["Online"] });
    if (tenant === undefined) {
      throw new SystemError(`tenantId: there is no tenant ${tenantId} that this connection's user may see.`, "no");
    }
    if (tenant.state !== "Online") {
      throw new SystemError(
        tenant.state === "Erred"
          ? `tenantId: ${erred(tenant)} Nothing can be made in it. ${howToMend}`
          : `tenantId: the tenant ${tenantId} is not Online after ${operation.timeout} s, but ${tenant.state}.`,
        "no",
      );
    }
    this.#online.add(tenantId);
  }

  /** Makes something in a tenant: not before it is Online, and again when it is refused because the tenant is not. */
  async inside<Result>(tenantId: string, send: () => Promise<Result>, operation: Operation): Promise<Result> {
    const whenOnline = async () => {
      this.#online.delete(tenantId);
      await this.whenOnline(tenantId, operation);
    };
    await this.whenOnline(tenantId, operation);
    return this.#accepted(tenantId, send, whenOnline, operation);
  }

  /**
   * Changes or deletes something in a tenant, or changes the tenant itself; while something else happens to the tenant,
   * which refuses that with 409, it is waited for.
   */
  async undisturbed<Result>(tenantId: string, send: () => Promise<Result>, operation: Operation): Promise<Result> {
    const whenStable = async (refusal: unknown) => {
      const known = await this.get(tenantId, operation.signal);
      const tenant = known === undefined ? undefined : await this.#settled(known, operation);
      if (tenant?.state === "Erred") {
        throw new SystemError(
          `${erred(tenant)} Only a deletion is possible then. ${howToMend} ${messageOf(refusal)}`,
          "no",
          { cause: refusal },
        );
      }
    };
    return this.#accepted(tenantId, send, whenStable, operation);
  }

  /** Changes a tenant. */
  async change(tenantId: string, send: () => Promise<void>, operation: Operation): Promise<void> {
    try {
      await this.undisturbed(tenantId, send, operation);
    } finally {
      this.list.wrote({ id: tenantId });
    }
  }

  /**
   * Deletes a tenant and waits until it is gone.
   * @param neverOnline what state holds of it: if it came to life after all, it is not deleted.
   */
  async delete(tenantId: string, neverOnline: boolean, operation: Operation): Promise<void> {
    this.#online.delete(tenantId);
    if (neverOnline && (await this.get(tenantId, operation.signal))?.state === "Online") {
      throw new SystemError(
        `the tenant ${tenantId} was Erred when it was made, and is Online by now, so that there may be something in it: ` +
          "it was not deleted. Run `pulumi refresh`; after that a deletion is possible.",
        "no",
      );
    }
    try {
      if ((await this.#beginDeletion(tenantId, operation)) === "begun") {
        await this.#gone(tenantId, operation);
      }
    } finally {
      this.list.wrote({ id: tenantId });
    }
  }

  async #beginDeletion(tenantId: string, operation: Operation): Promise<"gone" | "begun"> {
    const send = async () => {
      try {
        return await this.api.delete(tenantId, operation.signal);
      } catch (error) {
        if (error instanceof NotFoundError || isConflict(error)) {
          const known = await this.get(tenantId, operation.signal);
          if (known === undefined) {
            return "gone";
          }
          if (known.state.startsWith("Delet") || known.state === "Offline") {
            return "begun";
          }
        }
        throw error;
      }
    };
    const whenStable = async () => {
      const known = await this.get(tenantId, operation.signal);
      if (known !== undefined) {
        await this.#settled(known, operation);
      }
    };
    return this.#accepted(tenantId, send, whenStable, operation);
  }

  /** Sends; again as long as it is refused because of the tenant's state, each time after `settle`, and for a while more. */
  async #accepted<Result>(
    tenantId: string,
    send: () => Promise<Result>,
    settle: (refusal: unknown) => Promise<void>,
    { signal }: Operation,
  ): Promise<Result> {
    for (let pause = firstPause; ; pause *= 2) {
      try {
        return await send();
      } catch (error) {
        const isFirst = pause === firstPause;
        if (pause > longestPause || !(await this.#isDisturbed(tenantId, error, isFirst, signal))) {
          throw error;
        }
        await settle(error);
      }
      await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  /**
   * Whether a request was refused because of the tenant's state. SharePoint says so with the 400 of any other mistake: a
   * tenant that is Online may have come to be so since its first refusal, and a second one is believed.
   */
  async #isDisturbed(tenantId: string, error: unknown, isFirst: boolean, signal: AbortSignal): Promise<boolean> {
    if (isConflict(error)) {
      return true;
    }
    const isMistake = error instanceof StatusError && error.status === 400;
    if (!isMistake || this.api.kind !== "sharepoint-tenants") {
      return false;
    }
    const tenant = await this.get(tenantId, signal);
    return tenant !== undefined && (isFirst || tenant.state !== "Online");
  }

  /** Waits until a tenant that is being deleted is gone. That it is Erred for a moment is not the end. */
  async #gone(tenantId: string, operation: Operation): Promise<void> {
    const patience = Math.min(longestErred, operation.timeout * patientPart) * 1000;
    let erredSince: number | undefined;
    let latest: Shown | undefined;
    const isGone = await waitFor(async () => {
      latest = await this.get(tenantId, operation.signal);
      if (latest === undefined) {
        return true;
      }
      erredSince = latest.state === "Erred" ? (erredSince ?? performance.now()) : undefined;
      if (erredSince !== undefined && performance.now() - erredSince > patience) {
        throw new SystemError(
          `${erred(latest)} It could not be deleted; \`pulumi up\` or \`destroy\` tries again.`,
          "partly",
        );
      }
      return undefined;
    }, operation);
    if (isGone === undefined) {
      throw new SystemError(
        `the tenant ${tenantId} is not gone after ${operation.timeout} s, but ${latest?.state ?? "unknown"}.`,
        "partly",
      );
    }
  }

  /**
   * A tenant once it has reached one of `states`, or Erred; as it is when the time is over; `undefined` when it went, or
   * was not to be seen for `patience` seconds. `seen` is told of it each time.
   */
  async #settled(
    begun: Shown,
    operation: Operation,
    {
      states = stable,
      patience = longestMissing,
      seen = () => undefined,
    }: { states?: readonly string[]; patience?: number; seen?: (tenant: Shown) => void } = {},
  ): Promise<Shown | undefined> {
    const isThere = (tenant: Shown) => states.includes(tenant.state) || tenant.state === "Erred";
    if (isThere(begun)) {
      return begun;
    }
    let latest: Shown | undefined = begun;
    let missingSince: number | undefined;
    await waitFor(async () => {
      const tenant = await this.get(begun.tenantId, operation.signal);
      if (tenant === undefined) {
        missingSince ??= performance.now();
        const isGone = performance.now() - missingSince >= patience * 1000;
        latest = isGone ? undefined : latest;
        return isGone ? true : undefined;
      }
      missingSince = undefined;
      latest = tenant;
      seen(tenant);
      return isThere(tenant) ? true : undefined;
    }, operation);
    return latest;
  }
}

/** Whether the system refused a request because of the state of what it is about. */
function isConflict(error: unknown): boolean {
  return error instanceof StatusError && error.status === 409;
}

/** That a tenant is Erred, in the system's words where it has any. */
export function erred({ tenantId, errorMessage }: Tenant): string {
  return `the tenant ${tenantId} is Erred${errorMessage === null ? ", without a word of the system why." : `: ${errorMessage.replace(/\.?$/, ".")}`}`;
}

/** What state keeps of a tenant that did not come to life: its fields are called as the properties are. */
function held(tenant: Tenant): Properties {
  return { ...tenant };
}

function idOf({ tenantId }: Tenant): string {
  return tenantId;
}

function domainOf({ domain }: Tenant): string {
  return keyOf(domain);
}
