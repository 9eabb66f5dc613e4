import * as z from "zod";
import type { Properties } from "../../resource/errors.ts";
import { SystemError } from "../../resource/errors.ts";
import type { Tenant } from "./api/tenants.ts";
import { shown } from "./properties.ts";
import { erred } from "./tenants.ts";

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
export function neverCameToLife(olds: Properties): string | undefined {
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
export function livingOnly<Shown extends Tenant>(tenants: readonly Shown[]): Shown[] {
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
