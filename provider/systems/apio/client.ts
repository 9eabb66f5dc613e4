import type { HttpSettings } from "../../http/client.ts";
import { ApioApi, type Credentials, type CriteriaPlace } from "./api.ts";
import { Tenant } from "./tenant.ts";

/** What a connection to APIO sets besides what all do. */
export interface ApioSettings extends Credentials {
  readonly listCriteria: CriteriaPlace;
}

/** Netaxis APIO behind one connection: its tenants, each with the list that all its groups share. */
export class ApioClient {
  readonly api: ApioApi;
  readonly #signal: AbortSignal;
  readonly #tenants = new Map<string, Tenant>();

  constructor(http: HttpSettings, settings: ApioSettings, signal: AbortSignal) {
    this.api = new ApioApi(http, settings, settings.listCriteria);
    this.#signal = signal;
  }

  tenant(tenantId: string): Tenant {
    let tenant = this.#tenants.get(tenantId);
    if (tenant === undefined) {
      tenant = new Tenant(this.api, tenantId, this.#signal);
      this.#tenants.set(tenantId, tenant);
    }
    return tenant;
  }
}
