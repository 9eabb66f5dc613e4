import * as z from "zod";
import { defineResource, type Violation } from "../../resource/definition.ts";
import { SystemError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import { type DataSourceSettings, type DataSourceType, isOneDrive, settingNames } from "./api/dataSourceSettings.ts";
import type { DataSource, WrittenDataSource } from "./api/dataSources.ts";
import type { GroupIdClient } from "./client.ts";
import { visible } from "./visible.ts";

const text = () => z.string().min(1).optional();
const username = text().meta({ description: "The user to sign in as." });
const password = text().meta({ description: "That user's password.", secret: true, writeOnly: true });

/** Where a file is, and who may read it there: seeds/001, and the forms of "Get File Server Metadata by Type". */
const file = {
  fileServer: z
    .enum(["local", "oneDrive"])
    .meta({ typeName: "FileServer", description: "Where a file is." })
    .optional()
    .meta({ description: "Where the file is. By default what the other settings are for." }),
  filePath: text().meta({
    description: "The path of the file on the server that runs GroupID, or of a share, with its name.",
  }),
  username: text().meta({ description: "The user that may read the share." }),
  password: text().meta({ description: "That user's password.", secret: true, writeOnly: true }),
  fileName: text().meta({ description: "The name of the file on OneDrive." }),
  serviceAccount: text().meta({
    description: "The account that may read it on OneDrive, such as `admin@example.onmicrosoft.com`.",
  }),
  serviceAccountPassword: text().meta({ description: "That account's password.", secret: true, writeOnly: true }),
  applicationId: text().meta({ description: "The ID of the application that is registered in Entra ID." }),
  tenantId: text().meta({ description: "The ID of the Entra ID tenant that it is registered in." }),
};

const type = <Name extends DataSourceType>(name: Name) =>
  z.literal(name).meta({ description: "What the data source reads." });

/** The settings of a data source by what it reads. */
export const dataSourceSettings = z
  .discriminatedUnion("type", [
    z
      .strictObject({
        type: type("access"),
        ...file,
        filePassword: text().meta({ description: "The password of the file.", secret: true, writeOnly: true }),
        connectionString: text().meta({ description: "The domain or the host of a share.", secret: true }),
      })
      .meta({ typeName: "AccessSettings", description: "A Microsoft Access database, `.mdb` or `.accdb`." }),
    z
      .strictObject({
        type: type("excel"),
        ...file,
        connectionString: text().meta({ description: "The domain or the host of a share.", secret: true }),
      })
      .meta({ typeName: "ExcelSettings", description: "A Microsoft Excel file, `.xls` or `.xlsx`." }),
    z
      .strictObject({
        type: type("odbc"),
        dsn: z.string().min(1).meta({ description: "The name of the ODBC data source (DSN)." }),
        dsnType: z
          .enum(["system", "user", "file"])
          .meta({ typeName: "DsnType", description: "Whose an ODBC data source is." })
          .default("system")
          .meta({ description: "Whose the ODBC data source is." }),
        username,
        password,
      })
      .meta({ typeName: "OdbcSettings", description: "Whatever ODBC reaches." }),
    z
      .strictObject({
        type: type("oracle"),
        connectionString: z.string().min(1).meta({
          description: "The name of the Oracle service or server.",
          secret: true,
        }),
        username,
        password,
        protocol: text().meta({ description: "The protocol, such as `TCP`." }),
        hostName: text().meta({ description: "The machine that Oracle runs on." }),
        port: z.number().int().min(1).max(65535).optional().meta({ description: "The port that it listens on." }),
        database: text().meta({ description: "The database. By default a job chooses among all." }),
      })
      .meta({ typeName: "OracleSettings", description: "An Oracle database." }),
    z
      .strictObject({
        type: type("sqlServer"),
        connectionString: z.string().min(1).meta({
          description: "The name or the address of the SQL server, with its instance.",
          secret: true,
        }),
        username,
        password,
        windowsAuthentication: z.boolean().optional().meta({
          description: "Whether GroupID's own Windows account signs in, instead of `username`.",
        }),
        database: text().meta({ description: "The database." }),
      })
      .meta({ typeName: "SqlServerSettings", description: "A Microsoft SQL Server database." }),
    z
      .strictObject({
        type: type("text"),
        ...file,
        delimiter: z
          .string()
          .regex(/^(\S|tab| )$/i, { error: "must be one character, or `tab`" })
          .meta({ description: "What separates the values: one character, or `tab`." }),
        host: text().meta({ description: "The domain or the host of a share." }),
      })
      .meta({ typeName: "TextSettings", description: "A text file, `.csv` or `.txt`." }),
  ])
  .meta({ description: "What is read, and how it is reached; `type` decides which settings there are." });

type Settings = z.output<typeof dataSourceSettings>;

/** `groupid.DataSource`: seeds/001, "Data Source APIs". */
export const dataSource = defineResource({
  type: "groupid:DataSource",
  description: `A data source: a file or a database that sync jobs read and write, and that queries may use.

GroupID deletes a data source even while jobs use it, and breaks them with that. Here the deletion is refused, with the
names of the jobs, unless \`allowDeleteInUse\` is true.

A change of \`settings.type\` replaces the data source. Passwords are sent and never compared: nothing says in which form
an installation shows them.`,
  inputs: {
    name: z.string().min(1).meta({ description: "The name of the data source." }),
    settings: dataSourceSettings,
    allowDeleteInUse: z.boolean().optional().meta({
      description:
        "Lets a deletion, or a replacement, break the jobs that still use the data source. It counts as it is in state: set it and run `up` before what deletes.",
      notObservable: true,
    }),
  },
  outputs: {
    dataSourceId: z.string().meta({ description: "The ID that GroupID gave to the data source." }),
    providerName: z.string().optional().meta({ description: "GroupID's name of the type, such as `Text/CSV`." }),
    created: z.string().optional().meta({ description: "When it was made, in ISO 8601." }),
  },
  id: ["dataSourceId"],
  naturalKey: ["name"],
  validate: ({ settings }) => fileViolations(settings),

  list: {
    within: [],
    read: async ({ synchronization }: GroupIdClient) => (await synchronization.dataSources.all()).map(liveOf),
  },

  async find({ synchronization }: GroupIdClient, { name }, { fresh }) {
    return (await synchronization.dataSources.withName(name, fresh)).map(liveOf);
  },

  async create({ synchronization: { dataSources } }: GroupIdClient, inputs, operation) {
    const dataSourceId = await dataSources.create(writtenOf(inputs));
    const known = { ...inputs, dataSourceId };
    const shown = await visible("data source", () => dataSources.withId(dataSourceId), known, operation);
    return { live: liveOf(shown) };
  },

  async read({ synchronization }: GroupIdClient, { dataSourceId = "" }) {
    const shown = await synchronization.dataSources.withId(dataSourceId);
    return shown === undefined ? undefined : liveOf(shown);
  },

  replaces: (olds, news) => {
    const [before, after] = [olds.settings, news.settings].map((settings) => (settings as Settings | undefined)?.type);
    return before === after ? [] : ["settings"];
  },

  updates: [
    {
      properties: ["name", "settings"],
      async apply({ synchronization }: GroupIdClient, { dataSourceId = "" }, { inputs }) {
        await synchronization.dataSources.update(dataSourceId, writtenOf(inputs));
        return undefined;
      },
    },
    // It says something to the deletion only.
    { properties: ["allowDeleteInUse"], apply: async () => undefined },
  ],

  async delete({ synchronization }: GroupIdClient, { dataSourceId = "" }, _operation, known) {
    const users = known.allowDeleteInUse === true ? [] : await synchronization.syncJobs.usersOf(dataSourceId);
    if (users.length > 0) {
      throw new SystemError(
        `sync jobs still use the data source, and would be broken: ${users.join(", ")}. Delete or change them first; if they ` +
          "are of this stack, refer to dataSourceId of the data source in them, so that they go first. To delete it all " +
          "the same, set allowDeleteInUse to true and run `pulumi up` before.",
        "no",
      );
    }
    await synchronization.dataSources.delete(dataSourceId);
  },
});

/** A file lies on a server or on OneDrive, and the settings of the other one have no place. */
export function fileViolations(settings: Settings): Violation[] {
  if (settings.type !== "access" && settings.type !== "excel" && settings.type !== "text") {
    return settings.type === "sqlServer" && settings.windowsAuthentication === true && settings.username !== undefined
      ? [{ path: ["settings", "username"], reason: "is of no use with windowsAuthentication" }]
      : [];
  }
  const onOneDrive = isOneDrive(settings);
  const allowed = ["type", ...settingNames(settings.type, onOneDrive)];
  const required = onOneDrive ? ["fileName", "serviceAccount", "applicationId", "tenantId"] : ["filePath"];
  const place = onOneDrive ? "a file on OneDrive" : "a local file";
  return [
    ...Object.entries(settings)
      .filter(([name, value]) => value !== undefined && !allowed.includes(name))
      .map(([name]) => ({ path: ["settings", name], reason: `is no setting of ${place} (${settings.type})` })),
    ...required
      .filter((name) => settings[name as keyof Settings] === undefined)
      .map((name) => ({ path: ["settings", name], reason: `is required for ${place} and missing` })),
  ];
}

function writtenOf({
  name,
  settings: { type: kind, ...settings },
}: {
  readonly name: string;
  readonly settings: Settings;
}): WrittenDataSource {
  return { name, type: kind, settings: settings as DataSourceSettings };
}

function liveOf({ dataSourceId, name, type: kind, providerName, created, settings }: DataSource) {
  return {
    dataSourceId,
    name,
    providerName,
    created,
    // Of a type that the document does not have, nothing can be said.
    ...(settings === undefined ? {} : { settings: { type: kind, ...settings } as unknown as Settings }),
  };
}

/** The ID of a data source, as an input of functions. */
export const dataSourceIdInput = identifier().meta({ description: "The ID of the data source." });
