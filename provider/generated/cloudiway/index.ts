// Written from the definitions by `npm run generate`. Do not edit.
export * from "./group.js";
export * from "./batch.js";
export * from "./batchMembership.js";
export * from "./groupAudit.js";
export * from "./groupLicense.js";
export * from "./connectorGroupRefresh.js";
export * from "./getGroup.js";
export * from "./getGroups.js";
export * from "./getGroupStatus.js";
export * from "./getMigrationTag.js";
export * from "./getBatch.js";
export * from "./getBatchMembers.js";
export * from "./getSourceConnectors.js";
export * from "./getTargetConnectors.js";
export * from "./types.js";
