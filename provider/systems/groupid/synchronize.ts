import type { FunctionDefinition, ResourceDefinition } from "../../resource/definition.ts";
import { dataSource } from "./dataSource.ts";
import { dataSourceFunctions } from "./dataSourceFunctions.ts";
import { downloadLogs } from "./downloadLogs.ts";
import { powerAutomateSettings } from "./powerAutomateSettings.ts";
import { syncJob } from "./syncJob.ts";
import { syncJobCollection } from "./syncJobCollection.ts";
import { syncJobFunctions } from "./syncJobFunctions.ts";
import { workflowDecision } from "./workflowDecision.ts";
import { workflowFunctions } from "./workflowFunctions.ts";
import { workflowRequestDeletion } from "./workflowRequestDeletion.ts";
import { workflowRoute } from "./workflowRoute.ts";

/** Data sources, sync jobs, workflow routes and logs. */
export const synchronizeResources: readonly ResourceDefinition[] = [
  dataSource,
  syncJob,
  syncJobCollection,
  workflowRoute,
  powerAutomateSettings,
  workflowDecision,
  workflowRequestDeletion,
];
export const synchronizeFunctions: readonly FunctionDefinition[] = [
  ...dataSourceFunctions,
  ...syncJobFunctions,
  ...workflowFunctions,
  downloadLogs,
];
