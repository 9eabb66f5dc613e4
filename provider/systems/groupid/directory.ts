import type { FunctionDefinition, ResourceDefinition } from "../../resource/definition.ts";

/** Groups, smart groups, members, contacts and users. */
export const directoryResources: readonly ResourceDefinition[] = [];
export const directoryFunctions: readonly FunctionDefinition[] = [];
