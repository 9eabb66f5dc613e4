// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Where a query looks for objects. */
export interface SearchContainer {
  /** The DN of the container. */
  container: string;
  /** How far below the container the query looks. */
  scope?: SearchScope | undefined;
}

/** Where a query looks for objects. Its values may be outputs of resources. */
export interface SearchContainerArgs {
  /** The DN of the container. */
  container: pulumi.Input<string>;
  /** How far below the container the query looks. */
  scope?: pulumi.Input<SearchScope> | undefined;
}

/** How far below a container a query looks. */
export type SearchScope = "base" | "oneLevel" | "subtree";

/** A Microsoft Access database, `.mdb` or `.accdb`. */
export interface AccessSettings {
  /** What the data source reads. */
  type: "access";
  /** Where the file is. By default what the other settings are for. */
  fileServer?: FileServer | undefined;
  /** The path of the file on the server that runs GroupID, or of a share, with its name. */
  filePath?: string | undefined;
  /** The user that may read the share. */
  username?: string | undefined;
  /** That user's password. */
  password?: string | undefined;
  /** The name of the file on OneDrive. */
  fileName?: string | undefined;
  /** The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`. */
  serviceAccount?: string | undefined;
  /** That account's password. */
  serviceAccountPassword?: string | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: string | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: string | undefined;
  /** The password of the file. */
  filePassword?: string | undefined;
  /** The domain or the host of a share. */
  connectionString?: string | undefined;
}

/** A Microsoft Access database, `.mdb` or `.accdb`. Its values may be outputs of resources. */
export interface AccessSettingsArgs {
  /** What the data source reads. */
  type: pulumi.Input<"access">;
  /** Where the file is. By default what the other settings are for. */
  fileServer?: pulumi.Input<FileServer> | undefined;
  /** The path of the file on the server that runs GroupID, or of a share, with its name. */
  filePath?: pulumi.Input<string> | undefined;
  /** The user that may read the share. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
  /** The name of the file on OneDrive. */
  fileName?: pulumi.Input<string> | undefined;
  /** The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`. */
  serviceAccount?: pulumi.Input<string> | undefined;
  /** That account's password. */
  serviceAccountPassword?: pulumi.Input<string> | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: pulumi.Input<string> | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: pulumi.Input<string> | undefined;
  /** The password of the file. */
  filePassword?: pulumi.Input<string> | undefined;
  /** The domain or the host of a share. */
  connectionString?: pulumi.Input<string> | undefined;
}

/** Where a file is. */
export type FileServer = "local" | "oneDrive";

/** A Microsoft Excel file, `.xls` or `.xlsx`. */
export interface ExcelSettings {
  /** What the data source reads. */
  type: "excel";
  /** Where the file is. By default what the other settings are for. */
  fileServer?: FileServer | undefined;
  /** The path of the file on the server that runs GroupID, or of a share, with its name. */
  filePath?: string | undefined;
  /** The user that may read the share. */
  username?: string | undefined;
  /** That user's password. */
  password?: string | undefined;
  /** The name of the file on OneDrive. */
  fileName?: string | undefined;
  /** The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`. */
  serviceAccount?: string | undefined;
  /** That account's password. */
  serviceAccountPassword?: string | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: string | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: string | undefined;
  /** The domain or the host of a share. */
  connectionString?: string | undefined;
}

/** A Microsoft Excel file, `.xls` or `.xlsx`. Its values may be outputs of resources. */
export interface ExcelSettingsArgs {
  /** What the data source reads. */
  type: pulumi.Input<"excel">;
  /** Where the file is. By default what the other settings are for. */
  fileServer?: pulumi.Input<FileServer> | undefined;
  /** The path of the file on the server that runs GroupID, or of a share, with its name. */
  filePath?: pulumi.Input<string> | undefined;
  /** The user that may read the share. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
  /** The name of the file on OneDrive. */
  fileName?: pulumi.Input<string> | undefined;
  /** The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`. */
  serviceAccount?: pulumi.Input<string> | undefined;
  /** That account's password. */
  serviceAccountPassword?: pulumi.Input<string> | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: pulumi.Input<string> | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: pulumi.Input<string> | undefined;
  /** The domain or the host of a share. */
  connectionString?: pulumi.Input<string> | undefined;
}

/** Whatever ODBC reaches. */
export interface OdbcSettings {
  /** What the data source reads. */
  type: "odbc";
  /** The name of the ODBC data source (DSN). */
  dsn: string;
  /** Whose the ODBC data source is. */
  dsnType?: DsnType | undefined;
  /** The user to sign in as. */
  username?: string | undefined;
  /** That user's password. */
  password?: string | undefined;
}

/** Whatever ODBC reaches. Its values may be outputs of resources. */
export interface OdbcSettingsArgs {
  /** What the data source reads. */
  type: pulumi.Input<"odbc">;
  /** The name of the ODBC data source (DSN). */
  dsn: pulumi.Input<string>;
  /** Whose the ODBC data source is. */
  dsnType?: pulumi.Input<DsnType> | undefined;
  /** The user to sign in as. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
}

/** Whose an ODBC data source is. */
export type DsnType = "system" | "user" | "file";

/** An Oracle database. */
export interface OracleSettings {
  /** What the data source reads. */
  type: "oracle";
  /** The name of the Oracle service or server. */
  connectionString: string;
  /** The user to sign in as. */
  username?: string | undefined;
  /** That user's password. */
  password?: string | undefined;
  /** The protocol, such as `TCP`. */
  protocol?: string | undefined;
  /** The machine that Oracle runs on. */
  hostName?: string | undefined;
  /** The port that it listens on. */
  port?: number | undefined;
  /** The database. By default a job chooses among all. */
  database?: string | undefined;
}

/** An Oracle database. Its values may be outputs of resources. */
export interface OracleSettingsArgs {
  /** What the data source reads. */
  type: pulumi.Input<"oracle">;
  /** The name of the Oracle service or server. */
  connectionString: pulumi.Input<string>;
  /** The user to sign in as. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
  /** The protocol, such as `TCP`. */
  protocol?: pulumi.Input<string> | undefined;
  /** The machine that Oracle runs on. */
  hostName?: pulumi.Input<string> | undefined;
  /** The port that it listens on. */
  port?: pulumi.Input<number> | undefined;
  /** The database. By default a job chooses among all. */
  database?: pulumi.Input<string> | undefined;
}

/** A Microsoft SQL Server database. */
export interface SqlServerSettings {
  /** What the data source reads. */
  type: "sqlServer";
  /** The name or the address of the SQL server, with its instance. */
  connectionString: string;
  /** The user to sign in as. */
  username?: string | undefined;
  /** That user's password. */
  password?: string | undefined;
  /** Whether GroupID's own Windows account signs in, instead of `username`. */
  windowsAuthentication?: boolean | undefined;
  /** The database. */
  database?: string | undefined;
}

/** A Microsoft SQL Server database. Its values may be outputs of resources. */
export interface SqlServerSettingsArgs {
  /** What the data source reads. */
  type: pulumi.Input<"sqlServer">;
  /** The name or the address of the SQL server, with its instance. */
  connectionString: pulumi.Input<string>;
  /** The user to sign in as. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
  /** Whether GroupID's own Windows account signs in, instead of `username`. */
  windowsAuthentication?: pulumi.Input<boolean> | undefined;
  /** The database. */
  database?: pulumi.Input<string> | undefined;
}

/** A text file, `.csv` or `.txt`. */
export interface TextSettings {
  /** What the data source reads. */
  type: "text";
  /** Where the file is. By default what the other settings are for. */
  fileServer?: FileServer | undefined;
  /** The path of the file on the server that runs GroupID, or of a share, with its name. */
  filePath?: string | undefined;
  /** The user that may read the share. */
  username?: string | undefined;
  /** That user's password. */
  password?: string | undefined;
  /** The name of the file on OneDrive. */
  fileName?: string | undefined;
  /** The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`. */
  serviceAccount?: string | undefined;
  /** That account's password. */
  serviceAccountPassword?: string | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: string | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: string | undefined;
  /** What separates the values: one character, or `tab`. */
  delimiter: string;
  /** The domain or the host of a share. */
  host?: string | undefined;
}

/** A text file, `.csv` or `.txt`. Its values may be outputs of resources. */
export interface TextSettingsArgs {
  /** What the data source reads. */
  type: pulumi.Input<"text">;
  /** Where the file is. By default what the other settings are for. */
  fileServer?: pulumi.Input<FileServer> | undefined;
  /** The path of the file on the server that runs GroupID, or of a share, with its name. */
  filePath?: pulumi.Input<string> | undefined;
  /** The user that may read the share. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
  /** The name of the file on OneDrive. */
  fileName?: pulumi.Input<string> | undefined;
  /** The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`. */
  serviceAccount?: pulumi.Input<string> | undefined;
  /** That account's password. */
  serviceAccountPassword?: pulumi.Input<string> | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: pulumi.Input<string> | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: pulumi.Input<string> | undefined;
  /** What separates the values: one character, or `tab`. */
  delimiter: pulumi.Input<string>;
  /** The domain or the host of a share. */
  host?: pulumi.Input<string> | undefined;
}

/** What the job writes. */
export interface SyncJobProvider {
  /** The ID of a data source, such as `source.dataSourceId`. Either this or `identityStoreId`. */
  dataSourceId?: string | undefined;
  /** The table, the view or the sheet of the data source. */
  table?: string | undefined;
  /** The ID of an identity store. Either this or `dataSourceId`. */
  identityStoreId?: string | undefined;
  /** The name of the identity store, which GroupID wants beside its ID and no call tells. */
  identityStoreName?: string | undefined;
  /** GroupID's name for what the identity store is, such as `Active Directory` (the default) or `Microsoft Entra ID`. */
  provider?: string | undefined;
  /** The DN of the container of the identity store. */
  container?: string | undefined;
  /** Whether the containers below it count, too. */
  includeSubContainers?: boolean | undefined;
}

/** What the job writes. Its values may be outputs of resources. */
export interface SyncJobProviderArgs {
  /** The ID of a data source, such as `source.dataSourceId`. Either this or `identityStoreId`. */
  dataSourceId?: pulumi.Input<string> | undefined;
  /** The table, the view or the sheet of the data source. */
  table?: pulumi.Input<string> | undefined;
  /** The ID of an identity store. Either this or `dataSourceId`. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The name of the identity store, which GroupID wants beside its ID and no call tells. */
  identityStoreName?: pulumi.Input<string> | undefined;
  /** GroupID's name for what the identity store is, such as `Active Directory` (the default) or `Microsoft Entra ID`. */
  provider?: pulumi.Input<string> | undefined;
  /** The DN of the container of the identity store. */
  container?: pulumi.Input<string> | undefined;
  /** Whether the containers below it count, too. */
  includeSubContainers?: pulumi.Input<boolean> | undefined;
}

/** What a job does with one type of objects. */
export interface SyncJobObject {
  /** The type of the objects: `user`, `group`, or the number that GroupID has for another one. */
  type: string;
  /** Whether objects that are missing are made. */
  create?: boolean | undefined;
  /** Whether objects that are gone from the source are deleted. */
  delete?: boolean | undefined;
  /** Whether they are deprovisioned. */
  deprovision?: boolean | undefined;
  /** The DN of the container for new objects. By default that of `destination`. */
  container?: string | undefined;
}

/** What a job does with one type of objects. Its values may be outputs of resources. */
export interface SyncJobObjectArgs {
  /** The type of the objects: `user`, `group`, or the number that GroupID has for another one. */
  type: pulumi.Input<string>;
  /** Whether objects that are missing are made. */
  create?: pulumi.Input<boolean> | undefined;
  /** Whether objects that are gone from the source are deleted. */
  delete?: pulumi.Input<boolean> | undefined;
  /** Whether they are deprovisioned. */
  deprovision?: pulumi.Input<boolean> | undefined;
  /** The DN of the container for new objects. By default that of `destination`. */
  container?: pulumi.Input<string> | undefined;
}

/** How one field of the destination is filled. */
export interface SyncJobMapping {
  /** The field of the destination. */
  to: string;
  /** The field of the source that it is filled from. */
  from?: string | undefined;
  /** How the value is made instead. */
  transform?: SyncJobTransform | undefined;
  /** Whether the field tells which object of the destination is meant. One field at least must. */
  key?: boolean | undefined;
  /** Whether only new objects get the value; others keep what they have. */
  createOnly?: boolean | undefined;
  /** What separates the values of a field that has several. */
  delimiter?: string | undefined;
  /** The type of objects that the field is of, where the job has several. */
  objectType?: string | undefined;
}

/** How one field of the destination is filled. Its values may be outputs of resources. */
export interface SyncJobMappingArgs {
  /** The field of the destination. */
  to: pulumi.Input<string>;
  /** The field of the source that it is filled from. */
  from?: pulumi.Input<string> | undefined;
  /** How the value is made instead. */
  transform?: pulumi.Input<SyncJobTransformArgs> | undefined;
  /** Whether the field tells which object of the destination is meant. One field at least must. */
  key?: pulumi.Input<boolean> | undefined;
  /** Whether only new objects get the value; others keep what they have. */
  createOnly?: pulumi.Input<boolean> | undefined;
  /** What separates the values of a field that has several. */
  delimiter?: pulumi.Input<string> | undefined;
  /** The type of objects that the field is of, where the job has several. */
  objectType?: pulumi.Input<string> | undefined;
}

/** How a value is made: one of these. */
export interface SyncJobTransform {
  /** Two fields of the source, with a text between them. */
  join?: JoinTransform | undefined;
  /** The same text for all objects. */
  static?: string | undefined;
  /** A script in the job's language, which sets `DTM.Result`. */
  script?: string | undefined;
  /** A password. */
  password?: PasswordTransform | undefined;
  /** The form of GroupID's API, for what has no other form here, such as `Left:…` and `Substring:…`. */
  text?: string | undefined;
}

/** How a value is made: one of these. Its values may be outputs of resources. */
export interface SyncJobTransformArgs {
  /** Two fields of the source, with a text between them. */
  join?: pulumi.Input<JoinTransformArgs> | undefined;
  /** The same text for all objects. */
  static?: pulumi.Input<string> | undefined;
  /** A script in the job's language, which sets `DTM.Result`. */
  script?: pulumi.Input<string> | undefined;
  /** A password. */
  password?: pulumi.Input<PasswordTransformArgs> | undefined;
  /** The form of GroupID's API, for what has no other form here, such as `Left:…` and `Substring:…`. */
  text?: pulumi.Input<string> | undefined;
}

/** Two fields of the source, one after the other. */
export interface JoinTransform {
  /** The two fields of the source. */
  fields: string[];
  /** What stands between them. */
  separator?: string | undefined;
}

/** Two fields of the source, one after the other. Its values may be outputs of resources. */
export interface JoinTransformArgs {
  /** The two fields of the source. */
  fields: pulumi.Input<pulumi.Input<string>[]>;
  /** What stands between them. */
  separator?: pulumi.Input<string> | undefined;
}

/** A password, and the rules that it keeps. */
export interface PasswordTransform {
  /** The password that all new objects get. */
  value?: string | undefined;
  /** How long a generated password is. */
  length?: number | undefined;
  /** Whether it has letters from A to Z. */
  uppercase?: boolean | undefined;
  /** Whether it has letters from a to z. */
  lowercase?: boolean | undefined;
  /** Whether it has digits. */
  digits?: boolean | undefined;
  /** The special symbols that it may have. By default none. */
  specialSymbols?: string | undefined;
  /** Whether symbols come no more than once. */
  excludeSimilarSymbols?: boolean | undefined;
  /** Whether the user's manager gets it by mail. */
  notifyManager?: boolean | undefined;
}

/** A password, and the rules that it keeps. Its values may be outputs of resources. */
export interface PasswordTransformArgs {
  /** The password that all new objects get. */
  value?: pulumi.Input<string> | undefined;
  /** How long a generated password is. */
  length?: pulumi.Input<number> | undefined;
  /** Whether it has letters from A to Z. */
  uppercase?: pulumi.Input<boolean> | undefined;
  /** Whether it has letters from a to z. */
  lowercase?: pulumi.Input<boolean> | undefined;
  /** Whether it has digits. */
  digits?: pulumi.Input<boolean> | undefined;
  /** The special symbols that it may have. By default none. */
  specialSymbols?: pulumi.Input<string> | undefined;
  /** Whether symbols come no more than once. */
  excludeSimilarSymbols?: pulumi.Input<boolean> | undefined;
  /** Whether the user's manager gets it by mail. */
  notifyManager?: pulumi.Input<boolean> | undefined;
}

/** What becomes of the other jobs of a collection when one fails. */
export type SyncJobFailure = "abort" | "continue";

/** Who owns a job. */
export interface SyncJobOwner {
  /** The GUID of the owner in the directory. */
  id: string;
  /** The owner's name. */
  name: string;
}

/** Who owns a job. Its values may be outputs of resources. */
export interface SyncJobOwnerArgs {
  /** The GUID of the owner in the directory. */
  id: pulumi.Input<string>;
  /** The owner's name. */
  name: pulumi.Input<string>;
}

/** Who is told of the runs of a collection. */
export interface CollectionNotifications {
  /** The mail addresses of those who are told. */
  recipients: string[];
  /** After which runs a mail is sent. The words go out as 0 to 3, in the order of GroupID's interface: its document does not show which number is which. A number goes out as it is. */
  when?: NotificationTime | string | undefined;
  /** Whether each recipient gets a mail of their own. */
  individualEmails?: boolean | undefined;
}

/** Who is told of the runs of a collection. Its values may be outputs of resources. */
export interface CollectionNotificationsArgs {
  /** The mail addresses of those who are told. */
  recipients: pulumi.Input<pulumi.Input<string>[]>;
  /** After which runs a mail is sent. The words go out as 0 to 3, in the order of GroupID's interface: its document does not show which number is which. A number goes out as it is. */
  when?: pulumi.Input<NotificationTime> | pulumi.Input<string> | undefined;
  /** Whether each recipient gets a mail of their own. */
  individualEmails?: pulumi.Input<boolean> | undefined;
}

/** After which runs a mail is sent. */
export type NotificationTime =
  /** After each. */
  | "always"
  /** When something was changed. */
  | "recordsUpdated"
  /** When some records failed. */
  | "errors"
  /** When the collection failed. */
  | "failure";

/** What starts a route. */
export type RouteEvent =
  /** An object is made. Sent as 1, which GroupID's document does not show: look at the route in GroupID before you rely on it. */
  | "create"
  /** Attributes of an object change. */
  | "edit"
  /** An object is deleted. Sent as 3, which GroupID's document does not show: look at the route in GroupID before you rely on it. */
  | "delete"
  /** A user joins a semi-private group. */
  | "joinGroup"
  /** A user leaves a semi-private group. */
  | "leaveGroup"
  /** A group becomes a member of another one. */
  | "nestGroup"
  /** The expiration policy of a group changes. */
  | "changeExpirationPolicy"
  /** A manager transfers a direct report. */
  | "transferUser"
  /** A manager terminates a direct report. */
  | "terminateUser"
  /** A user resets a password. */
  | "resetPassword";

/** What kind of object changes. */
export type RouteObject =
  /** A group. */
  | "group"
  /** A user. */
  | "user"
  /** A contact. Sent as 3, which GroupID's document does not show: look at the route in GroupID before you rely on it. */
  | "contact";

/** A condition that an object must meet for a route to apply. */
export interface RouteFilter {
  /** The attribute that is looked at. */
  field: string;
  /** How it is compared. */
  operator: RouteOperator;
  /** What it is compared with, for `equals` and `notEquals`. */
  value?: string | undefined;
}

/** A condition that an object must meet for a route to apply. Its values may be outputs of resources. */
export interface RouteFilterArgs {
  /** The attribute that is looked at. */
  field: pulumi.Input<string>;
  /** How it is compared. */
  operator: pulumi.Input<RouteOperator>;
  /** What it is compared with, for `equals` and `notEquals`. */
  value?: pulumi.Input<string> | undefined;
}

/** How it is compared. */
export type RouteOperator = "present" | "notPresent" | "equals" | "notEquals";

/** Who approves. */
export interface RouteApprover {
  /** The GUID of a user or a group, whose members all approve. Either this or `role`. */
  objectId?: string | undefined;
  /** What the approvers are to the object that changes: a word, or GroupID's own with `roleNumber`. Either this or `objectId`. */
  role?: ApproverRole | string | undefined;
  /** The number that GroupID has for a role without a word here, as a route with that role shows it. */
  roleNumber?: number | undefined;
}

/** Who approves. Its values may be outputs of resources. */
export interface RouteApproverArgs {
  /** The GUID of a user or a group, whose members all approve. Either this or `role`. */
  objectId?: pulumi.Input<string> | undefined;
  /** What the approvers are to the object that changes: a word, or GroupID's own with `roleNumber`. Either this or `objectId`. */
  role?: pulumi.Input<ApproverRole> | pulumi.Input<string> | undefined;
  /** The number that GroupID has for a role without a word here, as a route with that role shows it. */
  roleNumber?: pulumi.Input<number> | undefined;
}

/** What approvers are to the object that changes. */
export type ApproverRole = "managerAndAdditionalManager" | "ownerAndAdditionalOwner" | "newManager";

/** The Power Automate flow that a route starts. */
export interface RouteFlow {
  /** The URL of the flow, which carries its signature. */
  requestUrl: string;
  /** The token that the flow expects. */
  token?: string | undefined;
}

/** The Power Automate flow that a route starts. Its values may be outputs of resources. */
export interface RouteFlowArgs {
  /** The URL of the flow, which carries its signature. */
  requestUrl: pulumi.Input<string>;
  /** The token that the flow expects. */
  token?: pulumi.Input<string> | undefined;
}

/** What becomes of it. */
export type Decision = "approve" | "deny";

/** Which requests are deleted. */
export interface RequestSelection {
  /** The IDs of the requests. Either this or `status`. */
  ids?: string[] | undefined;
  /** The status of the requests. Either this or `ids`. */
  status?: RequestStatus | undefined;
  /** How many days they must have had it. With `status`. */
  olderThanDays?: number | undefined;
}

/** Which requests are deleted. Its values may be outputs of resources. */
export interface RequestSelectionArgs {
  /** The IDs of the requests. Either this or `status`. */
  ids?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The status of the requests. Either this or `ids`. */
  status?: pulumi.Input<RequestStatus> | undefined;
  /** How many days they must have had it. With `status`. */
  olderThanDays?: pulumi.Input<number> | undefined;
}

/** What has become of a request. */
export type RequestStatus = "pending" | "approved" | "denied";

/** An object of a directory. */
export interface DirectoryObject {
  /** The GUID of the object. */
  objectId: string;
  /** The class of the object, such as `group`. */
  objectType?: string | undefined;
  /** The name that people see. */
  displayName?: string | undefined;
  /** The DN of the object. */
  distinguishedName?: string | undefined;
  /** The attributes that were asked for and those that always come, each with its values, by their names in lower case. */
  attributes: { [key: string]: string[] };
}

/** The order of a list. */
export type SortOrder = "ascending" | "descending";

/** A list of a user's groups. */
export type UserGroupList = "owned" | "all" | "dynasties" | "smartGroups" | "memberships" | "expired" | "expiring";

/** A list of a user's groups that can be counted. */
export type CountedUserGroupList = "owned" | "memberships" | "expiring";

/** What a data source reads. */
export type DataSourceType = "access" | "excel" | "odbc" | "oracle" | "sqlServer" | "text";

/** A data source as GroupID shows it. */
export interface DataSourceResult {
  /** The ID of the data source. */
  dataSourceId: string;
  /** Its name. */
  name: string;
  /** What it reads; the number of GroupID where it is none of the known types. */
  type: string;
  /** GroupID's name of the type, such as `Text/CSV`. */
  providerName?: string | undefined;
  /** When it was made. */
  created?: string | undefined;
  /** When it was last changed. */
  updated?: string | undefined;
  /** Its settings, without passwords. */
  settings?: AccessSettings | ExcelSettings | OdbcSettings | OracleSettings | SqlServerSettings | TextSettings | undefined;
}

/** The settings that a type of data sources has. */
export interface DataSourceForm {
  /** GroupID's name of the type. */
  name?: string | undefined;
  /** What is read. */
  type: string;
  /** Where the file is, for files. */
  fileServer?: string | undefined;
  /** Its settings, in the order of the interface. */
  settings: SettingDescription[];
}

/** One setting of a type of data sources. */
export interface SettingDescription {
  /** GroupID's own name of the setting. */
  name: string;
  /** What people see. */
  displayName?: string | undefined;
  /** The type of its value, such as `System.String`. */
  dataType?: string | undefined;
  /** The value where nothing is written. */
  defaultValue?: string | undefined;
  /** What a value must match. */
  regularExpression?: string | undefined;
  /** Whether it must be written. */
  required: boolean;
  /** The values to choose from. */
  values?: string[] | undefined;
}

/** What the files are. */
export type FileType = "access" | "excel" | "text";

/** What a data source offers to a job. */
export interface DataSourceTables {
  /** The name of the provider. */
  name?: string | undefined;
  /** What it is, such as `MSSQL`. */
  providerName?: string | undefined;
  /** The identity store that the answer is about. */
  identityStoreId?: string | undefined;
  /** How it is reached, with the password. */
  connectionString?: string | undefined;
  /** The query that GroupID proposes. */
  query?: string | undefined;
  /** Its tables, views or sheets. */
  tables: string[];
  /** The one that the columns are of. */
  selectedTable?: string | undefined;
  /** The columns of the selected table. */
  columns: string[];
}

/** A type of objects that can be made. */
export interface CreatableObject {
  /** The name of the type in the directory. */
  name: string;
  /** What people see. */
  displayName?: string | undefined;
}

/** What a list shows of a job. */
export interface SyncJobSummary {
  /** The ID of the job. */
  jobId: string;
  /** Its name. */
  name: string;
  /** What it is for. */
  description?: string | undefined;
  /** The name of what it reads. */
  sourceName?: string | undefined;
  /** The name of what it writes. */
  destinationName?: string | undefined;
  /** The schedule that runs it. */
  schedule?: string | undefined;
  /** Whether it runs. */
  enabled: boolean;
  /** What becomes of the other jobs of its collection when it fails: `abort` or `continue`. */
  onFailure?: string | undefined;
  /** Its place in a collection, from 1. */
  runOrder?: number | undefined;
  /** When it was made. */
  created?: string | undefined;
  /** When it last ran. */
  lastRun?: string | undefined;
  /** How that went, in GroupID's words. */
  lastOutcome?: string | undefined;
  /** When it runs next. */
  nextRun?: string | undefined;
  /** How often it has run. */
  timesRun?: number | undefined;
}

/** The name of a job or a template. */
export interface SyncJobName {
  /** The name. */
  name: string;
  /** Whether it is a template that GroupID brings along. */
  isTemplate: boolean;
}

/** A whole job. */
export interface SyncJobResult {
  /** The ID of the job. */
  jobId: string;
  /** Its name. */
  name: string;
  /** What it is for. */
  description?: string | undefined;
  /** The name of what it reads. */
  sourceName?: string | undefined;
  /** The name of what it writes. */
  destinationName?: string | undefined;
  /** The schedule that runs it. */
  schedule?: string | undefined;
  /** Whether it runs. */
  enabled: boolean;
  /** What becomes of the other jobs of its collection when it fails: `abort` or `continue`. */
  onFailure?: string | undefined;
  /** Its place in a collection, from 1. */
  runOrder?: number | undefined;
  /** When it was made. */
  created?: string | undefined;
  /** When it last ran. */
  lastRun?: string | undefined;
  /** How that went, in GroupID's words. */
  lastOutcome?: string | undefined;
  /** When it runs next. */
  nextRun?: string | undefined;
  /** How often it has run. */
  timesRun?: number | undefined;
  /** What the job reads. */
  source?: SyncJobProvider | undefined;
  /** What the job writes. */
  destination?: SyncJobProvider | undefined;
  /** The types of objects that the job deals with. */
  objects?: SyncJobObject[] | undefined;
  /** How the fields of the destination are filled. */
  mappings?: SyncJobMapping[] | undefined;
  /** Which records of the source are read, in its own language. By default all of the table or the type. */
  sourceQuery?: string | undefined;
  /** Which objects of the destination are compared. By default all of the type. */
  destinationQuery?: string | undefined;
  /** The field of the source that tells when a record changed: then only changed ones are read. */
  timestampField?: string | undefined;
  /** Who owns the job. By default whoever GroupID says. */
  owner?: SyncJobOwner | undefined;
  /** Settings that have no other form here, under GroupID's own keys, such as `memberkey` or `Destination.ScriptingLanguage`. */
  settings?: { [key: string]: string } | undefined;
}

/** What a list shows of a collection. */
export interface SyncJobCollectionSummary {
  /** The ID of the collection. */
  jobCollectionId: string;
  /** Its name. */
  name: string;
  /** What it is for. */
  description?: string | undefined;
  /** The schedule that runs it. */
  schedule?: string | undefined;
  /** The smart group update that runs along with it. */
  smartGroupSchedule?: string | undefined;
  /** How many jobs it has. */
  totalJobs?: number | undefined;
  /** When it was last changed. */
  modified?: string | undefined;
  /** When it was made. */
  created?: string | undefined;
  /** When it last ran. */
  lastRun?: string | undefined;
  /** How that went, in GroupID's words. */
  lastOutcome?: string | undefined;
  /** When it runs next. */
  nextRun?: string | undefined;
  /** How often it has run. */
  timesRun?: number | undefined;
}

/** A condition of a route. */
export interface RouteFilterResult {
  /** The attribute. */
  field: string;
  /** How it is compared. */
  operator: string;
  /** What it is compared with. */
  value?: string | undefined;
}

/** Who approves. */
export interface RouteApproverResult {
  /** The GUID of a user or a group. */
  objectId?: string | undefined;
  /** What the approvers are to the object that changes. */
  role?: string | undefined;
  /** GroupID's number of a role that has no word here. */
  roleNumber?: number | undefined;
}

/** A workflow route as GroupID shows it. */
export interface WorkflowRouteResult {
  /** The ID of the identity store. */
  identityStoreId: string;
  /** The ID of the route; `0` for a default that stands for itself. */
  workflowRouteId: string;
  /** Whether it is one of the system's own. */
  system: boolean;
  /** Its name. */
  name: string;
  /** What it is for. */
  description?: string | undefined;
  /** Whether it applies. */
  enabled: boolean;
  /** What starts it; GroupID's number where the event has no word. */
  event: string;
  /** The kinds of objects that it is for. */
  objects: string[];
  /** The attributes whose change needs approval. */
  fields: string[];
  /** Conditions on the object. */
  filters: RouteFilterResult[];
  /** Who approves. */
  approvers: RouteApproverResult[];
  /** Whether mails have buttons to accept and to deny. */
  emailApproval: boolean;
  /** Whether a request that nobody decides goes on to others. */
  approverAcceleration: boolean;
  /** The URL of the portal that mails lead to. */
  portalUrl?: string | undefined;
}

/** A request for approval. */
export interface WorkflowRequestResult {
  /** The ID of the request. */
  workflowRequestId: string;
  /** What has become of it, such as `pending`. */
  status: string;
  /** The route that it went. */
  workflowRouteId?: string | undefined;
  /** The name of that route. */
  routeName?: string | undefined;
  /** What started it. */
  event?: string | undefined;
  /** The GUID of who asks. */
  requesterId?: string | undefined;
  /** The name of who asks. */
  requesterName?: string | undefined;
  /** The GUID of the object that would change. */
  targetId?: string | undefined;
  /** The name of that object. */
  targetName?: string | undefined;
  /** When it was made. */
  created?: string | undefined;
  /** When its status last changed. */
  statusUpdated?: string | undefined;
  /** Why it was denied. */
  reason?: string | undefined;
  /** Who decided it. */
  decidedBy?: string | undefined;
  /** Who decides it. */
  approvers: RequestApprover[];
  /** What it would change. */
  changes: RequestedChange[];
}

/** Who decides a request. */
export interface RequestApprover {
  /** The GUID of the approver. */
  id?: string | undefined;
  /** The approver's name. */
  name?: string | undefined;
  /** Whether it is the approver for requests that have no other. */
  isDefault: boolean;
}

/** What a request would change. */
export interface RequestedChange {
  /** The attribute. */
  field: string;
  /** The value that it would get. */
  value?: string | undefined;
  /** The value that it has. */
  oldValue?: string | undefined;
}

/** Whose logs. */
export type LogService = "adminCenter" | "dataService" | "emailService" | "portal" | "replicationService" | "schedulerService" | "securityService";
