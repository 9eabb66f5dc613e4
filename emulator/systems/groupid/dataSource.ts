import * as z from "zod";

/** The types of data sources: numbers of the wire, names, and the keys of their configuration (seeds/001). */
const oneDrive = ["ServiceAccounUserName", "ServiceAccountPassword", "ApplicationId", "TenantId", "FileName"];
export const dataSourceTypes = [
  {
    type: 1,
    name: "Microsoft Excel",
    files: true,
    keys: ["FileServer", "FilePath", "ConnectionString", "UserName", "Password", ...oneDrive],
  },
  {
    type: 2,
    name: "Microsoft Access",
    files: true,
    keys: ["FileServer", "FilePath", "FilePassword", "ConnectionString", "UserName", "Password", ...oneDrive],
  },
  {
    type: 3,
    name: "SQL Server",
    files: false,
    keys: ["ConnectionString", "UserName", "Password", "WindowsAuthentication", "Database"],
  },
  {
    type: 4,
    name: "Text/CSV",
    files: true,
    keys: ["FileServer", "File", "Delimiter", "Server", "UserName", "Password", ...oneDrive],
  },
  {
    type: 5,
    name: "Oracle",
    files: false,
    keys: ["ConnectionString", "UserName", "Password", "Protocol", "HostName", "PortNumber", "Database"],
  },
  { type: 6, name: "ODBC", files: false, keys: ["Server", "DsnType", "UserName", "Password"] },
] as const satisfies readonly { type: number; name: string; files: boolean; keys: readonly string[] }[];

/** A data source under the names of the wire. */
export interface DataSource {
  readonly id: number;
  readonly name: string;
  readonly providerTypeName: string | null;
  readonly type: number;
  readonly creationDate: string;
  readonly lastUpdate: string | null;
  readonly configurationValues: Readonly<Record<string, string>>;
}

const type = z.int().refine((number) => dataSourceTypes.some((known) => known.type === number), "no such type");

const fields = {
  name: z.string().min(1),
  providerTypeName: z.string().nullable(),
  type,
  creationDate: z.string().regex(/^\d{4}-\d\d-\d\dT/),
  lastUpdate: z.string().nullable(),
  configurationValues: z.record(z.string(), z.string()),
  // The samples of ODBC and Oracle carry the members of an answer, too.
  identityStoreObject: z.null().optional(),
  details: z.array(z.never()).optional(),
  currentDirectoryServer: z.null().optional(),
  errorCode: z.null().optional(),
  exceptionMessagesAttributeWise: z.null().optional(),
  isResyncAble: z.boolean().optional(),
};

/** A data source to be made or tried. */
export const newDataSource = z.strictObject(fields).superRefine(refuseUnknownKeys);
/** A data source to be changed. */
export const changedDataSource = z.strictObject({ ...fields, id: z.int().positive() }).superRefine(refuseUnknownKeys);

function refuseUnknownKeys(
  source: Pick<DataSource, "type" | "configurationValues">,
  context: z.core.$RefinementCtx,
): void {
  for (const key of Object.keys(source.configurationValues).filter((given) => !keysOf(source.type).includes(given))) {
    context.addIssue({
      code: "custom",
      path: ["configurationValues", key],
      message: "no such key of this type",
      input: source,
    });
  }
}

/** The keys that the configuration of a type has. */
export function keysOf(number: number): readonly string[] {
  return dataSourceTypes.find((known) => known.type === number)?.keys ?? [];
}
