import * as z from "zod";
import { type Tenant, TenantsApi, tenantOf, wireTenant } from "./tenants.ts";
import type { Transport } from "./transport.ts";
import { given, limitOf, nothing, text } from "./wire.ts";

/** An Exchange tenant. */
export interface ExchangeTenant extends Tenant {
  /** The size of all mailboxes together in MB. */
  readonly mailboxSize: number | undefined;
  readonly owaUrl: string | null;
  readonly ecpUrl: string | null;
}

/** An Exchange tenant to be made (seeds/004, "Create a tenant"). */
export interface NewExchangeTenant {
  readonly linkId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly domain: string;
  readonly mailboxSize: number;
}

const wireUrls = z.looseObject({ owa_url: text, ecp_url: text });

/** The calls of Exchange tenants. */
export class ExchangeTenantsApi extends TenantsApi<ExchangeTenant> {
  constructor(transport: Transport) {
    super(transport, "exchange-tenants");
  }

  protected shown(wire: z.output<typeof wireTenant>): ExchangeTenant {
    const { owa_url, ecp_url } = wireUrls.parse(wire);
    return {
      ...tenantOf(wire),
      mailboxSize: limitOf(wire.quotas, "mailbox_size"),
      owaUrl: owa_url ?? null,
      ecpUrl: ecp_url ?? null,
    };
  }

  /** POST exchange-tenants/: begins to make a tenant, which comes to life by itself. */
  async create(tenant: NewExchangeTenant, signal: AbortSignal): Promise<ExchangeTenant> {
    const { linkId, name, description, domain, mailboxSize } = tenant;
    const service_project_link = this.transport.link("saltstack-service-project-link", linkId);
    const json = given({ name, description, service_project_link, domain, mailbox_size: mailboxSize });
    return this.shown(await this.transport.create("exchange-tenants", json, wireTenant, signal));
  }

  /** POST exchange-tenants/{uuid}/domain/. */
  async changeDomain(tenantId: string, domain: string, signal: AbortSignal): Promise<void> {
    await this.transport.change(
      "POST",
      "exchange-tenants",
      tenantId,
      { below: "domain/", json: { domain } },
      nothing,
      signal,
    );
  }

  /**
   * POST exchange-tenants/{uuid}/users/: has many users made, which appear later. Sent once. The document does not say
   * what it answers: it may be what is wrong with each row.
   */
  async createUsers(tenantId: string, csv: string, notify: boolean | undefined, signal: AbortSignal): Promise<unknown> {
    const json = given({ csv, notify });
    const call = { below: "users/", json, idempotent: false };
    return this.transport.change("POST", "exchange-tenants", tenantId, call, nothing, signal);
  }
}
