import type { HttpSettings } from "../../http/client.ts";
import { CloudiwayApi, type Credentials } from "./api.ts";
import { Batches } from "./batches.ts";
import { Groups } from "./groups.ts";
import { Migrations } from "./migrations.ts";

/** One project of Cloudiway behind one connection: its calls, and what the objects of a run share. */
export class CloudiwayClient {
  readonly api: CloudiwayApi;
  readonly groups: Groups;
  readonly migrations: Migrations;
  readonly batches: Batches;
  /** Ends all calls. */
  readonly signal: AbortSignal;

  constructor(http: HttpSettings, credentials: Credentials, signal: AbortSignal) {
    this.signal = signal;
    this.api = new CloudiwayApi(http, credentials);
    this.groups = new Groups(this.api, signal);
    this.migrations = new Migrations(this.api, signal);
    this.batches = new Batches(this.api, this.groups, signal);
  }
}
