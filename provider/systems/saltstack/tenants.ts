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
 * for this long, in seconds, or for this part of the time-out, is not going to.
 */
const longestErred = 30;
const erredPart = 0.25;
/** How often a child that its tenant refuses with 409 is sent again while the tenant is shown as Online. */
const conflictAttempts = 3;

/** The tenants of one kind: they take their time for everything, and what is in them has to wait for that. */
export class Tenants<Shown extends Tenant> {
  readonly api: TenantsApi<Shown>;
  readonly list: ObjectList<Shown>;
  /** The tenants that were Online when they were last seen. */
  readonly #online = new Set<string>();

  constructor(api: TenantsApi<Shown>, signal: AbortSignal) {
    this.api = api;
    this.list = new ObjectList<Shown>((ending) => api.list({}, ending), { id: idOf, key: domainOf }, signal);
  }

  /** A tenant, or `undefined` when there surely is none. */
  async get(tenantId: string, signal: AbortSignal): Promise<Shown | undefined> {
    try {
      return await this.api.get(tenantId, signal);
    } catch (error) {
      if (error instanceof NotFoundError) {
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
    let latest: Shown | undefined;
    try {
      latest = await this.#settled(begun, operation, (tenant) => {
        latest = tenant;
      });
    } catch (error) {
      throw new IncompleteError(
        `the tenant ${begun.tenantId} was begun, but then: ${messageOf(error)}`,
        held(latest ?? begun),
        { cause: error },
      );
    }
    if (latest?.state === "Online") {
      this.#online.add(latest.tenantId);
      return latest;
    }
    const tenant = latest ?? begun;
    throw new IncompleteError(
      tenant.state === "Erred"
        ? `${erred(tenant)} Run \`pulumi up\` again: it removes this tenant, which never came to life, and makes it anew.`
        : `the tenant ${tenant.tenantId} is not Online after ${operation.timeout} s, but ${tenant.state}. ` +
            "Run `pulumi up` again, or raise the time-out.",
      held(tenant),
    );
  }

  /** Waits until a tenant is Online, so that something can be made in it. Throws when it does not get there. */
  async whenOnline(tenantId: string, operation: Operation): Promise<void> {
    if (this.#online.has(tenantId)) {
      return;
    }
    const known = await this.get(tenantId, operation.signal);
    const tenant = known === undefined ? undefined : await this.#settled(known, operation, () => undefined, ["Online"]);
    if (tenant === undefined) {
      throw new SystemError(`tenantId: there is no tenant ${tenantId} that this connection's user may see.`, "no");
    }
    if (tenant.state !== "Online") {
      throw new SystemError(
        tenant.state === "Erred"
          ? `tenantId: ${erred(tenant)} Nothing can be made in it.`
          : `tenantId: the tenant ${tenantId} is not Online after ${operation.timeout} s, but ${tenant.state}.`,
        "no",
      );
    }
    this.#online.add(tenantId);
  }

  /** Makes something in a tenant: not before it is Online, and again when it is refused because the tenant is not. */
  async inside<Result>(tenantId: string, send: () => Promise<Result>, operation: Operation): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      await this.whenOnline(tenantId, operation);
      try {
        return await send();
      } catch (error) {
        if (!isConflict(error) || attempt === conflictAttempts) {
          throw error;
        }
        this.#online.delete(tenantId);
      }
    }
  }

  /** Changes a tenant; while something else happens to it, which refuses changes with 409, it is waited for. */
  async change(tenantId: string, send: () => Promise<void>, operation: Operation): Promise<void> {
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await send();
        } catch (error) {
          if (!isConflict(error) || attempt === conflictAttempts) {
            throw error;
          }
          const known = await this.get(tenantId, operation.signal);
          const tenant = known === undefined ? undefined : await this.#settled(known, operation);
          if (tenant?.state === "Erred") {
            throw new SystemError(`${erred(tenant)} Only a deletion is possible then. ${messageOf(error)}`, "no", {
              cause: error,
            });
          }
        }
      }
    } finally {
      this.list.wrote({ id: tenantId });
    }
  }

  /** Deletes a tenant and waits until it is gone. */
  async delete(tenantId: string, operation: Operation): Promise<void> {
    this.#online.delete(tenantId);
    try {
      if ((await this.#beginDeletion(tenantId, operation)) === "begun") {
        await this.#gone(tenantId, operation);
      }
    } finally {
      this.list.wrote({ id: tenantId });
    }
  }

  async #beginDeletion(tenantId: string, operation: Operation): Promise<"gone" | "begun"> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.api.delete(tenantId, operation.signal);
      } catch (error) {
        if (error instanceof NotFoundError) {
          return "gone";
        }
        if (!isConflict(error) || attempt === conflictAttempts) {
          throw error;
        }
        const known = await this.get(tenantId, operation.signal);
        if (known === undefined || known.state.startsWith("Delet") || known.state === "Offline") {
          return known === undefined ? "gone" : "begun";
        }
        await this.#settled(known, operation);
      }
    }
  }

  /** Waits until a tenant that is being deleted is gone. That it is Erred for a moment is not the end. */
  async #gone(tenantId: string, operation: Operation): Promise<void> {
    const patience = Math.min(longestErred, operation.timeout * erredPart) * 1000;
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

  /** A tenant once it has reached one of `states`, or Erred; as it is when the time is over; `undefined` when it went. */
  async #settled(
    begun: Shown,
    operation: Operation,
    seen: (tenant: Shown) => void = () => undefined,
    states: readonly string[] = stable,
  ): Promise<Shown | undefined> {
    let isGone = false;
    let latest = begun;
    const isThere = (tenant: Shown) => states.includes(tenant.state) || tenant.state === "Erred";
    if (isThere(begun)) {
      return begun;
    }
    let misses = 0;
    await waitFor(async () => {
      const tenant = await this.get(begun.tenantId, operation.signal);
      if (tenant === undefined) {
        // One that was begun just now may not be visible yet.
        isGone = ++misses > 3;
        return isGone ? true : undefined;
      }
      latest = tenant;
      seen(tenant);
      return isThere(tenant) ? true : undefined;
    }, operation);
    return isGone ? undefined : latest;
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
