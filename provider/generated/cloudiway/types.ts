// Written from the definitions by `npm run generate`. Do not edit.

/** What a group becomes at the target. */
export type RecipientType =
  /** A Microsoft 365 group. */
  | "Office365_Unified_Groups"
  /** A shared mailbox. */
  | "Office365_Shared_Mailbox";

/** What is declared of the migration of a group. */
export type Migration =
  /** It has been started. */
  | "started"
  /** It does not run. */
  | "stopped";

/** How far a migration is waited for. */
export type WaitUntil =
  /** It is scheduled, or further. */
  | "scheduled"
  /** It is finished. */
  | "finished";

/** The status. */
export type MigrationStatus =
  /** Cloudiway does not know: an unknown error, or a migration of more than six months ago, whose details are deleted. */
  | "UNKNOWN"
  /** The migration has not been started. */
  | "NOTSTARTED"
  /** The migration is under way. */
  | "WORKING"
  /** The migration ended with an error. */
  | "ONERROR"
  /** The migration was stopped. */
  | "STOP"
  /** The migration ended because there is no license, or its volume is used up. */
  | "LICENSE_EXCEEDED"
  /** The groups of a connector are being read. */
  | "GET_GROUPS_WORKING"
  /** The groups of a connector have been read. */
  | "GET_GROUPS_DONE"
  /** The groups of a connector are to be read. */
  | "GET_GROUPS"
  /** Reading the groups of a connector ended with an error. */
  | "GET_GROUPS_ERROR"
  /** The archive waits for its turn. */
  | "ARCHIVESCHEDULED"
  /** The export is under way. */
  | "EXPORTINPROGRESS"
  /** An agent reads the sites. */
  | "GET_SITES_AGENT"
  /** An agent audits the sites. */
  | "AUDIT_SITES_AGENT"
  /** The migration of sites waits for an agent. */
  | "SCHEDULED_SITES_AGENT"
  /** The migration waits for the root site. */
  | "WAITING_ROOT_SITE"
  /** The migration of mail permissions ended with an error. */
  | "MAILPERMISSIONS_ERROR"
  /** The migration of mail permissions waits for its turn. */
  | "MAILPERMISSIONS_SCHEDULED"
  /** The migration of mail permissions is under way. */
  | "MAILPERMISSIONS_WORKING"
  /** The migration of mail permissions is done. */
  | "MAILPERMISSIONS_DONE"
  /** The post-processing of calendars ended with an error. */
  | "CALENDARPOSTPROCESS_ERROR"
  /** The post-processing of calendars waits for its turn. */
  | "CALENDARPOSTPROCESS_SCHEDULED"
  /** The post-processing of calendars is under way. */
  | "CALENDARPOSTPROCESS_WORKING"
  /** The post-processing of calendars is done. */
  | "CALENDARPOSTPROCESS_DONE"
  /** The preparation of the shared mailbox ended with an error. */
  | "SHAREDMBXPREPROC_ERROR"
  /** The preparation of the shared mailbox waits for its turn. */
  | "SHAREDMBXPREPROC_SCHEDULED"
  /** The preparation of the shared mailbox is under way. */
  | "SHAREDMBXPREPROC_WORKING"
  /** The preparation of the shared mailbox is done. */
  | "SHAREDMBXPREPROC_DONE"
  /** The migration of files waits for an agent. */
  | "SCHEDULED_FILES_AGENT"
  /** The migration of rooms and equipment ended with an error. */
  | "MAILROOMEQUIPEMENT_ERROR"
  /** The migration of rooms and equipment waits for its turn. */
  | "MAILROOMEQUIPEMENT_SCHEDULED"
  /** The migration of rooms and equipment is under way. */
  | "MAILROOMEQUIPEMENT_WORKING"
  /** The migration of rooms and equipment is done. */
  | "MAILROOMEQUIPEMENT_DONE"
  /** Reading the Exchange GUIDs ended with an error. */
  | "GETEXCHANGEGUIDS_ERROR"
  /** Reading the Exchange GUIDs waits for its turn. */
  | "GETEXCHANGEGUIDS_SCHEDULED"
  /** Reading the Exchange GUIDs is under way. */
  | "GETEXCHANGEGUIDS_WORKING"
  /** Reading the Exchange GUIDs is done. */
  | "GETEXCHANGEGUIDS_DONE";

/** A group as the list shows it. */
export interface ListedGroup {
  /** The name of the group at the source. */
  sourceGroupName: string;
  /** The name of the group at the target. */
  targetGroupName: string;
  /** The URL of the group at the source. */
  sourceGroupUrl?: string | undefined;
  /** The URL of the group at the target, where the list of groups shows it. */
  targetGroupUrl?: string | undefined;
}

/** A group in a batch. */
export interface BatchMember {
  /** The number of the membership itself. */
  membershipId?: string | undefined;
  /** The number of the batch. */
  batchId?: string | undefined;
  /** The number of the group. */
  customerGroupId: string;
}

/** A connector of the project. */
export interface Connector {
  /** Its display name, by which groups name it. */
  name: string;
  /** The system behind it, such as `GSuite`. */
  type?: string | undefined;
}
