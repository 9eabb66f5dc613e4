import type { HttpSettings } from "../../http/client.ts";
import { BariumApi, type Credentials } from "./api.ts";
import { Domain } from "./domain.ts";

/** Barium Live behind one connection: its domains, each with the calls and snapshots that all its groups share. */
export class BariumClient {
  readonly api: BariumApi;
  readonly #signal: AbortSignal;
  readonly #domains = new Map<string, Domain>();

  constructor(http: HttpSettings, credentials: Credentials, signal: AbortSignal) {
    this.api = new BariumApi(http, credentials);
    this.#signal = signal;
  }

  domain(domainId: string): Domain {
    let domain = this.#domains.get(domainId);
    if (domain === undefined) {
      domain = new Domain(this.api, domainId, this.#signal);
      this.#domains.set(domainId, domain);
    }
    return domain;
  }
}
