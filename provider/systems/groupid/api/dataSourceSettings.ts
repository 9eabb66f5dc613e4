/** What a data source reads, in the words of the definitions. */
export const dataSourceTypes = ["access", "excel", "odbc", "oracle", "sqlServer", "text"] as const;
export type DataSourceType = (typeof dataSourceTypes)[number];

/** The settings of a data source by their names in the definitions; a type has some of them. */
export type DataSourceSettings = Readonly<Record<string, string | boolean | number | undefined>>;

interface WireType {
  readonly number: number;
  /** The sample of ODBC has none. */
  readonly providerName: string | null;
  /** The keys of the settings; those of files on OneDrive are `oneDriveKeys`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly isFile: boolean;
}

/** Whom to sign in as. */
const account = { username: "UserName", password: "Password" };
/** The types on the wire. */
export const wireTypes: Readonly<Record<DataSourceType, WireType>> = {
  excel: {
    number: 1,
    providerName: "Microsoft Excel",
    isFile: true,
    keys: { fileServer: "FileServer", filePath: "FilePath", connectionString: "ConnectionString", ...account },
  },
  access: {
    number: 2,
    providerName: "Microsoft Access",
    isFile: true,
    keys: {
      fileServer: "FileServer",
      filePath: "FilePath",
      filePassword: "FilePassword",
      connectionString: "ConnectionString",
      ...account,
    },
  },
  sqlServer: {
    number: 3,
    providerName: "SQL Server",
    isFile: false,
    keys: {
      connectionString: "ConnectionString",
      ...account,
      windowsAuthentication: "WindowsAuthentication",
      database: "Database",
    },
  },
  text: {
    number: 4,
    providerName: "Text/CSV",
    isFile: true,
    keys: { fileServer: "FileServer", filePath: "File", delimiter: "Delimiter", host: "Server", ...account },
  },
  oracle: {
    number: 5,
    providerName: null,
    isFile: false,
    keys: {
      connectionString: "ConnectionString",
      ...account,
      protocol: "Protocol",
      hostName: "HostName",
      port: "PortNumber",
      database: "Database",
    },
  },
  odbc: { number: 6, providerName: null, isFile: false, keys: { dsn: "Server", dsnType: "DsnType", ...account } },
};
/** The keys of a file on OneDrive; the missing letter is the system's. */
const oneDriveKeys: Readonly<Record<string, string>> = {
  fileServer: "FileServer",
  serviceAccount: "ServiceAccounUserName",
  serviceAccountPassword: "ServiceAccountPassword",
  applicationId: "ApplicationId",
  tenantId: "TenantId",
  fileName: "FileName",
};
/** The keys of a file on OneDrive that belong to what the file is. */
const oneDriveExtras: readonly string[] = ["delimiter", "filePassword"];
/** What may not be shown as it was written. */
const passwords: ReadonlySet<string> = new Set(["password", "filePassword", "serviceAccountPassword"]);
/** Where a file is. */
export const fileServers: Readonly<Record<string, string>> = { local: "LocalServer", oneDrive: "OneDrive" };
const dsnTypes: Readonly<Record<string, string>> = { system: "SystemDsn", user: "UserDsn", file: "FileDsn" };

/** The settings that a type has, for files on the given server. */
export function settingNames(type: DataSourceType, isOneDrive: boolean): string[] {
  return Object.keys(keysOf(type, isOneDrive));
}

/** Whether settings are those of a file on OneDrive. */
export function isOneDrive({ fileServer, fileName }: DataSourceSettings): boolean {
  return fileServer === undefined ? fileName !== undefined : fileServer === "oneDrive";
}

function keysOf(type: DataSourceType, onOneDrive: boolean): Readonly<Record<string, string>> {
  const { keys, isFile } = wireTypes[type];
  if (!isFile || !onOneDrive) {
    return keys;
  }
  const extras = Object.entries(keys).filter(([name]) => oneDriveExtras.includes(name));
  return { ...oneDriveKeys, ...Object.fromEntries(extras) };
}

/** The configuration to write: every key of the type, as in the samples; `held` keeps what is not written. */
export function configurationOf(
  type: DataSourceType,
  settings: DataSourceSettings,
  held: Readonly<Record<string, string>>,
): Record<string, string> {
  const onOneDrive = isOneDrive(settings);
  return {
    ...Object.fromEntries(Object.values(keysOf(type, onOneDrive)).map((key) => [key, ""])),
    ...(type === "sqlServer" ? { WindowsAuthentication: "false" } : {}),
    ...heldValues(type, onOneDrive, held),
    ...(wireTypes[type].isFile ? { FileServer: onOneDrive ? "OneDrive" : "LocalServer" } : {}),
    ...writtenValues(type, settings),
  };
}

/**
 * What of the held values an update sends back, under the samples' spelling of their keys. Of a file that moves to
 * another server, what led to its old place stays behind.
 */
function heldValues(
  type: DataSourceType,
  onOneDrive: boolean,
  held: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = Object.values(keysOf(type, onOneDrive));
  const others = Object.values(keysOf(type, !onOneDrive)).filter((key) => !own.includes(key));
  const entries = Object.entries(held).map(([key, value]) => [spelled(key, [...own, ...others]), value] as const);
  const server = entries.find(([key]) => key === "FileServer")?.[1] ?? "";
  const moves = wireTypes[type].isFile && server !== "" && isOneDriveServer(server) !== onOneDrive;
  return Object.fromEntries(moves ? entries.filter(([key]) => !others.includes(key)) : entries);
}

function spelled(key: string, names: readonly string[]): string {
  return names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? key;
}

function isOneDriveServer(server: string): boolean {
  return server.toLowerCase() === "onedrive";
}

/** The values that are written, under the keys of the wire. */
export function writtenValues(type: DataSourceType, settings: DataSourceSettings): Record<string, string> {
  const keys = keysOf(type, isOneDrive(settings));
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => {
      const key = keys[name];
      return key === undefined || value === undefined ? [] : [[key, wireValue(name, value)]];
    }),
  );
}

function wireValue(name: string, value: string | boolean | number): string {
  if (name === "fileServer") {
    return fileServers[String(value)] ?? String(value);
  }
  return name === "dsnType" ? (dsnTypes[String(value)] ?? String(value)) : String(value);
}

/** The settings that a configuration holds; `null` where a key has no value. */
export function settingsOf(
  type: string,
  values: Readonly<Record<string, string>>,
): Record<string, string | boolean | number | null> {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  const onOneDrive = isOneDriveServer(byKey.get("fileserver") ?? "");
  const known = dataSourceTypes.find((name) => name === type);
  const keys = Object.entries(known === undefined ? {} : keysOf(known, onOneDrive));
  return Object.fromEntries(
    keys.flatMap(([name, key]) => {
      const value = byKey.get(key.toLowerCase());
      // The document shows passwords; whether an installation does, and in which form, nothing says.
      return passwords.has(name) || value === undefined ? [] : [[name, settingOf(name, value)]];
    }),
  );
}

function settingOf(name: string, value: string): string | boolean | number | null {
  switch (name) {
    case "fileServer":
      return wordOf(fileServers, value);
    case "dsnType":
      return wordOf(dsnTypes, value);
    case "windowsAuthentication":
      return isTrue(value);
    case "port":
      return /^\d+$/.test(value) ? Number(value) : value === "" ? null : value;
    default:
      return value === "" ? null : value;
  }
}

/** The word of the definitions for a value of the wire; another value as it is. */
export function wordOf(words: Readonly<Record<string, string>>, value: string): string | null {
  const word = Object.entries(words).find(([, wire]) => wire.toLowerCase() === value.toLowerCase())?.[0];
  return word ?? (value === "" ? null : value);
}

/** The type that a number of the wire stands for; the number where the document does not name it. */
export function typeOf(number: string): DataSourceType | (string & {}) {
  return dataSourceTypes.find((name) => String(wireTypes[name].number) === number) ?? number;
}

/** Truth values are texts in settings. */
export function isTrue(text: string): boolean {
  return text.toLowerCase() === "true";
}
