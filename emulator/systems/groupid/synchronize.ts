import type { Endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { DataSources } from "./dataSources.ts";
import { logEndpoints } from "./logs.ts";
import { PowerAutomate } from "./powerAutomate.ts";
import { SyncJobs } from "./syncJobs.ts";
import { WorkflowRequests } from "./workflowRequests.ts";
import { WorkflowRoutes } from "./workflowRoutes.ts";

/** Data sources, sync jobs, workflows and logs. */
export class Synchronize implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly routes: WorkflowRoutes;
  readonly requests: WorkflowRequests;
  readonly #areas: readonly Area[];

  constructor(behaviour: GroupIdBehaviour) {
    const dataSources = new DataSources(behaviour);
    this.routes = new WorkflowRoutes(behaviour);
    this.requests = new WorkflowRequests(behaviour, this.routes);
    this.#areas = [
      dataSources,
      new SyncJobs(behaviour, dataSources),
      this.routes,
      this.requests,
      new PowerAutomate(behaviour),
    ];
    this.endpoints = [...this.#areas.flatMap(({ endpoints }) => endpoints), ...logEndpoints()];
  }

  owns(scope: string): boolean {
    return this.#areas.some((area) => area.owns(scope));
  }

  change(change: Change): string {
    return this.#areas.find((area) => area.owns(change.scope))?.change(change) ?? "";
  }

  objects(): Objects {
    return Object.assign({}, ...this.#areas.map((area) => area.objects())) as Objects;
  }
}
