import type { FunctionDefinition, ResourceDefinition } from "../../resource/definition.ts";

/** Data sources, sync jobs, workflow routes and logs. */
export const synchronizeResources: readonly ResourceDefinition[] = [];
export const synchronizeFunctions: readonly FunctionDefinition[] = [];
