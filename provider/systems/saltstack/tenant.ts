import * as z from "zod";
import type { LookUp, Operation } from "../../resource/definition.ts";
import type { Properties } from "../../resource/errors.ts";
import { SystemError } from "../../resource/errors.ts";
import type { Tenant } from "./api/tenants.ts";
import type { SaltstackClient } from "./client.ts";
import { shown } from "./properties.ts";
import { erred, type Tenants } from "./tenants.ts";

/** A domain: labels of letters, digits and hyphens with dots between them. */
export function domainName(description: string) {
  return z
    .string()
    .max(255)
    .regex(
      /^(?=.)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\.?$/i,
      "must be a domain name, such as example.com",
    )
    .meta({ description, ignoreCase: true });
}

export const tenantName = z
  .string()
  .min(1)
  .meta({ description: "The name of the tenant, for people. It need not be unique." });
export const tenantDescription = z.string().optional().meta({
  description: "What the tenant is for. Left out, it is not managed; an empty text clears it.",
});

/** What both kinds of tenants tell of their state. */
export const tenantOutputs = {
  tenantId: z.string().meta({ description: "The ID of the tenant: 32 hexadecimal digits." }),
  state: z.string().meta({ description: "The state of the tenant: `Online` once it can be used." }),
  startTime: z.string().optional().meta({
    description: "When the tenant came to life, in ISO 8601. Absent for one that never did.",
  }),
  errorMessage: z.string().optional().meta({ description: "What the system says of a tenant that is `Erred`." }),
  neverOnline: z.boolean().optional().meta({
    description: "`true` for a tenant that became `Erred` when it was made, so that nothing can be in it.",
  }),
};

/**
 * A tenant that ended Erred when this resource made it: nothing is in it, and nothing but a deletion is possible. What
 * the system shows does not tell: the document has an Online tenant without a start time, and one that became Erred
 * later holds mail.
 */
function neverCameToLife(olds: Properties): string | undefined {
  return olds.state === "Erred" && olds.neverOnline === true
    ? `the tenant ${String(olds.tenantId)} is Erred and never came to life (${String(olds.errorMessage ?? "the system does not say why")}): it is made anew.`
    : undefined;
}

/** What a read tells of `neverOnline`: that the tenant came to life after all, or nothing. */
export function cameToLife({ state, startTime }: Tenant): { readonly neverOnline?: null } {
  return state === "Erred" && startTime === null ? {} : { neverOnline: null };
}

/** Why a change replaces a tenant, and what goes with it. */
export function replacementWarnings(replacing: readonly string[], contents: string) {
  return (olds: Properties, news: Properties): string[] =>
    replacing
      .filter((name) => news[name] !== undefined && olds[name] !== undefined && olds[name] !== news[name])
      .map(
        (name) =>
          `${name} changes from ${shown(olds[name])} to ${shown(news[name])}, which no call of the system can do: the tenant ` +
          `${String(olds.tenantId)} is DELETED WITH ${contents}, and an empty one is made. If that is not meant, ` +
          "undo the change; the resource option `protect: true` keeps it from happening by mistake.",
      );
}

/** A look-up must not take a tenant that is probably dead for one that can be taken over. */
function livingOnly<Shown extends Tenant>(tenants: readonly Shown[]): Shown[] {
  for (const tenant of tenants) {
    if (tenant.state === "Erred" && tenant.startTime === null) {
      throw new SystemError(
        `the domain is that of a tenant that seems never to have come to life: ${erred(tenant)} If nothing is in it, ` +
          "delete it in the system and run `pulumi up` again.",
        "no",
      );
    }
  }
  return [...tenants];
}

type Id = Readonly<Record<string, string>>;

interface Renamed {
  readonly inputs: { readonly name: string; readonly description?: string | undefined };
}

/** What is the same in the lives of both kinds of tenants. */
export function tenantLife<Shown extends Tenant, Live extends object>(
  tenantsOf: (saltstack: SaltstackClient) => Tenants<Shown>,
  liveOf: (saltstack: SaltstackClient, tenant: Shown) => Promise<Live>,
) {
  return {
    renewal: neverCameToLife,
    list: {
      within: [],
      async read(saltstack: SaltstackClient): Promise<Live[]> {
        const tenants = await tenantsOf(saltstack).list.all();
        return Promise.all(tenants.map((tenant) => liveOf(saltstack, tenant)));
      },
    },

    async find(saltstack: SaltstackClient, { domain }: { readonly domain: string }, lookUp: LookUp): Promise<Live[]> {
      const found = livingOnly(await tenantsOf(saltstack).withDomain(domain, lookUp.fresh, lookUp));
      return Promise.all(found.map((tenant) => liveOf(saltstack, tenant)));
    },

    async read(saltstack: SaltstackClient, { tenantId = "" }: Id, { signal }: Operation): Promise<Live | undefined> {
      const { list, api } = tenantsOf(saltstack);
      const tenant = await saltstack.read(list, tenantId, (id) => api.get(id, signal));
      return tenant === undefined ? undefined : liveOf(saltstack, tenant);
    },

    renaming: {
      properties: ["name", "description"] as const,
      async apply(saltstack: SaltstackClient, { tenantId = "" }: Id, { inputs }: Renamed, operation: Operation) {
        const tenants = tenantsOf(saltstack);
        // Nothing says whether a PUT keeps what it leaves out, so what is not managed is sent as it is.
        const description = inputs.description ?? (await tenants.get(tenantId, operation.signal))?.description;
        const send = () => tenants.api.update(tenantId, inputs.name, description ?? undefined, operation.signal);
        await tenants.change(tenantId, send, operation);
        return undefined;
      },
    },

    async delete(saltstack: SaltstackClient, { tenantId = "" }: Id, operation: Operation, { neverOnline }: Properties) {
      await tenantsOf(saltstack).delete(tenantId, neverOnline === true, operation);
    },
  };
}
