import { PowerAutomateApi } from "./api/powerAutomate.ts";
import type { GroupIdService } from "./api/service.ts";
import { DataSources } from "./dataSources.ts";
import { SyncJobs } from "./syncJobs.ts";
import { Workflows } from "./workflows.ts";

/** Data sources, sync jobs and workflows behind one connection, with the calls and lists that all of them share. */
export class Synchronization {
  readonly dataSources: DataSources;
  readonly syncJobs: SyncJobs;
  readonly powerAutomate: PowerAutomateApi;
  readonly #service: GroupIdService;
  readonly #signal: AbortSignal;
  readonly #workflows = new Map<string, Workflows>();

  constructor(service: GroupIdService, signal: AbortSignal) {
    this.dataSources = new DataSources(service, signal);
    this.syncJobs = new SyncJobs(service, this.dataSources, signal);
    this.powerAutomate = new PowerAutomateApi(service);
    this.#service = service;
    this.#signal = signal;
  }

  workflows(identityStoreId: string): Workflows {
    let workflows = this.#workflows.get(identityStoreId);
    if (workflows === undefined) {
      workflows = new Workflows(this.#service, identityStoreId, this.#signal);
      this.#workflows.set(identityStoreId, workflows);
    }
    return workflows;
  }
}
