import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import { type DataSourceSettings, dataSourceTypes } from "./api/dataSourceSettings.ts";
import type { DataSource } from "./api/dataSources.ts";
import type { GroupIdClient } from "./client.ts";
import { dataSourceSettings, fileViolations } from "./dataSource.ts";

const text = (description: string) => z.string().optional().meta({ description });
const typeInput = z
  .enum(dataSourceTypes)
  .meta({ typeName: "DataSourceType", description: "What a data source reads." });
const fileServerInput = z.enum(["local", "oneDrive"]).meta({ typeName: "FileServer", description: "Where a file is." });

const dataSourceOutputs = {
  dataSourceId: z.string().meta({ description: "The ID of the data source." }),
  name: z.string().meta({ description: "Its name." }),
  type: z.string().meta({ description: "What it reads; the number of GroupID where it is none of the known types." }),
  providerName: text("GroupID's name of the type, such as `Text/CSV`."),
  created: text("When it was made."),
  updated: text("When it was last changed."),
  settings: dataSourceSettings.optional().meta({ description: "Its settings, without passwords." }),
};
const dataSourceResult = z
  .object(dataSourceOutputs)
  .meta({ typeName: "DataSourceResult", description: "A data source as GroupID shows it." });

function resultOf({ values: _, settings, ...shown }: DataSource) {
  const known = dataSourceSettings.safeParse({ type: shown.type, ...present(settings ?? {}) });
  return { ...present(shown), ...(known.success ? { settings: known.data } : {}) };
}

/** `groupid.getDataSource`: GET DataSource/{dataSourceId}, DataSource/Get. */
export const getDataSource = defineFunction({
  type: "groupid:getDataSource",
  description: "Reads one data source: by its ID, or by its type and its name.",
  inputs: {
    dataSourceId: identifier().optional().meta({ description: "The ID. Either this, or `type` and `name`." }),
    type: typeInput.optional().meta({ description: "What the data source reads." }),
    name: z.string().min(1).optional().meta({ description: "Its name." }),
  },
  outputs: dataSourceOutputs,
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { dataSourceId, type, name }, { signal }) {
    if (dataSourceId !== undefined) {
      return resultOf(await dataSources.api.get(dataSourceId, signal));
    }
    if (type === undefined || name === undefined) {
      throw new Error("groupid:getDataSource: needs dataSourceId, or type and name");
    }
    const found = (await dataSources.api.getByName(type, name, signal)).filter((source) => source.name === name);
    const [first] = found;
    if (first === undefined || found.length > 1) {
      const count = found.length === 0 ? "no data source" : `${found.length} data sources`;
      throw new NotFoundError(`groupid:getDataSource: there is ${count} of the type ${type} with the name ${name}.`);
    }
    // The call by name leaves the settings out.
    return resultOf(await dataSources.api.get(first.dataSourceId, signal));
  },
});

/** `groupid.getDataSources`: GET DataSource/GetAll, GetAllByType, GetFilteredDataSources, GetByType. */
export const getDataSources = defineFunction({
  type: "groupid:getDataSources",
  description:
    "Lists data sources: all, those of a type, those that a role may use, or a page of those with a text in their name.",
  inputs: {
    type: typeInput.optional().meta({ description: "Only those that read this." }),
    forSource: z.boolean().optional().meta({
      description: "With `true`, only those that the role of the signed-in user may use as a source.",
    }),
    nameContains: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Only those with this text in their name; with `type`." }),
    pageSize: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: "How many to answer with at the most; with `type`." }),
    pageIndex: z.number().int().min(1).optional().meta({ description: "Which page, from 1." }),
  },
  outputs: {
    dataSources: z.array(dataSourceResult).meta({ description: "The data sources." }),
    total: z.number().int().meta({ description: "How many fit." }),
  },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, inputs, { signal }) {
    const { type, forSource, nameContains, pageSize, pageIndex } = inputs;
    if (nameContains !== undefined || pageSize !== undefined || pageIndex !== undefined) {
      if (type === undefined || forSource !== undefined) {
        throw new Error("groupid:getDataSources: nameContains and pages need type, and do not go with forSource");
      }
      const page = { nameContains, pageSize: pageSize ?? 100, pageIndex: pageIndex ?? 1 };
      const found = await dataSources.api.search(type, page, signal);
      return { dataSources: found.dataSources.map(resultOf), total: found.total };
    }
    const found =
      forSource !== undefined
        ? await dataSources.api.getFiltered(forSource, signal)
        : type === undefined
          ? await dataSources.api.getAll(signal)
          : await dataSources.api.getAllByType(type, signal);
    const wanted = found.filter((source) => type === undefined || source.type === type);
    return { dataSources: wanted.map(resultOf), total: wanted.length };
  },
});

const settingDescription = z
  .object({
    name: z.string().meta({ description: "GroupID's own name of the setting." }),
    displayName: text("What people see."),
    dataType: text("The type of its value, such as `System.String`."),
    defaultValue: text("The value where nothing is written."),
    regularExpression: text("What a value must match."),
    required: z.boolean().meta({ description: "Whether it must be written." }),
    values: z.array(z.string()).optional().meta({ description: "The values to choose from." }),
  })
  .meta({ typeName: "SettingDescription", description: "One setting of a type of data sources." });

const dataSourceForm = z
  .object({
    name: text("GroupID's name of the type."),
    type: z.string().meta({ description: "What is read." }),
    fileServer: text("Where the file is, for files."),
    settings: z.array(settingDescription).meta({ description: "Its settings, in the order of the interface." }),
  })
  .meta({ typeName: "DataSourceForm", description: "The settings that a type of data sources has." });

/** `groupid.getDataSourceMetadata`: GET DataSource/GetMetaData, GetMetaDataByType, GetFileServerMetaDataByType. */
export const getDataSourceMetadata = defineFunction({
  type: "groupid:getDataSourceMetadata",
  description:
    "Tells which settings the types of data sources have, for all of them, a type, or the files on a kind of server.",
  inputs: {
    type: typeInput.optional().meta({ description: "Only this type." }),
    fileServer: fileServerInput.optional().meta({
      description: "Where the files are. With `type` it is `local` by default; without, what all files there have.",
    }),
  },
  outputs: { forms: z.array(dataSourceForm).meta({ description: "The settings of each." }) },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { type, fileServer }, { signal }) {
    const forms =
      type !== undefined
        ? [await dataSources.api.metadataOfType(fileServer ?? "local", type, signal)]
        : fileServer !== undefined
          ? [await dataSources.api.metadataOfFileServer(fileServer, signal)]
          : await dataSources.api.metadata(signal);
    return {
      forms: forms.map(({ settings, ...form }) => ({
        ...present(form),
        settings: settings.map(({ values, ...setting }) => ({
          ...present(setting),
          ...(values === null ? {} : { values: [...values] }),
        })),
      })),
    };
  },
});

const settingsInput = dataSourceSettings.meta({ description: "How it is reached, as in a `DataSource`." });

/** `groupid.getDataSourceFiles`: GET DataSource/GetFilesNameByType. */
export const getDataSourceFiles = defineFunction({
  type: "groupid:getDataSourceFiles",
  description: "Lists the files that an account sees, such as the Excel files of a OneDrive.",
  inputs: {
    type: z
      .enum(["access", "excel", "text"])
      .meta({ typeName: "FileType", description: "What a file is." })
      .meta({ description: "What the files are." }),
    fileServer: fileServerInput.default("oneDrive").meta({ description: "Where they are." }),
    serviceAccount: text("The account that reads them on OneDrive."),
    serviceAccountPassword: z.string().optional().meta({ description: "That account's password.", secret: true }),
    applicationId: text("The ID of the application that is registered in Entra ID."),
    tenantId: text("The ID of the Entra ID tenant that it is registered in."),
  },
  outputs: { files: z.array(z.string()).meta({ description: "The names of the files." }) },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { type, ...settings }, { signal }) {
    return { files: await dataSources.api.fileNames(type, settings, signal) };
  },
});

const tablesResult = z
  .object({
    name: text("The name of the provider."),
    providerName: text("What it is, such as `MSSQL`."),
    identityStoreId: text("The identity store that the answer is about."),
    connectionString: z.string().optional().meta({
      description: "How it is reached, with the password.",
      secret: true,
    }),
    query: text("The query that GroupID proposes."),
    tables: z.array(z.string()).meta({ description: "Its tables, views or sheets." }),
    selectedTable: text("The one that the columns are of."),
    columns: z.array(z.string()).meta({ description: "The columns of the selected table." }),
  })
  .meta({ typeName: "DataSourceTables", description: "What a data source offers to a job." });

/** `groupid.getDataSourceParameters`: GET DataSource/GetDataSourceParameter/{DatasourceId}. */
export const getDataSourceParameters = defineFunction({
  type: "groupid:getDataSourceParameters",
  description: "Tells the tables and columns of a data source, and how it is reached.",
  inputs: { dataSourceId: identifier().meta({ description: "The ID of the data source." }) },
  outputs: { parameters: z.array(tablesResult).meta({ description: "What it offers." }) },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { dataSourceId }, { signal }) {
    const found = await dataSources.api.tables(dataSourceId, signal);
    return {
      parameters: found.map(({ tables, columns, ...one }) => ({
        ...present(one),
        tables: [...tables],
        columns: [...columns],
      })),
    };
  },
});

const creatableObject = z
  .object({
    name: z.string().meta({ description: "The name of the type in the directory." }),
    displayName: text("What people see."),
  })
  .meta({ typeName: "CreatableObject", description: "A type of objects that can be made." });

/** `groupid.getDataSourceProviderOptions`: GET DataSource/GetDataSourceProviderOptions/{id}. */
export const getDataSourceProviderOptions = defineFunction({
  type: "groupid:getDataSourceProviderOptions",
  description: "Tells what can be done with a data source.",
  inputs: { dataSourceId: identifier().meta({ description: "The ID of the data source." }) },
  outputs: {
    providerName: text("GroupID's name of the type."),
    isDirectory: z.boolean().meta({ description: "Whether it is a directory." }),
    isTable: z.boolean().meta({ description: "Whether it consists of tables." }),
    capabilities: z.record(z.string(), z.array(z.string())).meta({
      description: "What it can be combined with, by the side that it is on.",
    }),
    creatableObjects: z.array(creatableObject).meta({ description: "The types of objects that can be made in it." }),
  },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { dataSourceId }, { signal }) {
    const { capabilities, creatableObjects, ...options } = await dataSources.api.providerOptions(dataSourceId, signal);
    return {
      ...present(options),
      capabilities: Object.fromEntries(Object.entries(capabilities).map(([name, values]) => [name, [...values]])),
      creatableObjects: creatableObjects.map(present),
    };
  },
});

/** `groupid.parseConnectionString`: POST DataSource/ParseConnectionString. */
export const parseConnectionString = defineFunction({
  type: "groupid:parseConnectionString",
  description: "Takes a connection string apart, as GroupID understands it.",
  inputs: {
    type: typeInput.default("sqlServer").meta({ description: "What it is for." }),
    connectionString: z.string().min(1).meta({ description: "The connection string, on one line.", secret: true }),
  },
  outputs: {
    server: text("The server."),
    database: text("The database."),
    username: text("The user."),
    password: z.string().optional().meta({ description: "The password.", secret: true }),
    windowsAuthentication: z.boolean().optional().meta({ description: "Whether Windows signs in." }),
  },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { type, connectionString }, { signal }) {
    return present(await dataSources.api.parseConnectionString(type, connectionString, signal));
  },
});

/** `groupid.checkDataSource`: GET DataSource/ValidateServerConnectivity. */
export const checkDataSource = defineFunction({
  type: "groupid:checkDataSource",
  description: "Tells whether GroupID reaches the server or the file that settings name; nothing is stored.",
  inputs: {
    name: z.string().min(1).default("check").meta({ description: "A name, for GroupID's log." }),
    settings: settingsInput,
  },
  outputs: {
    isReachable: z.boolean().meta({ description: "Whether it is reached." }),
    message: text("GroupID's own words."),
  },
  async invoke({ synchronization: { dataSources } }: GroupIdClient, { name, settings }, { signal }) {
    const [violation] = fileViolations(settings);
    if (violation !== undefined) {
      throw new Error(`groupid:checkDataSource: ${violation.path.join(".")}: ${violation.reason}`);
    }
    const { type, ...rest } = settings;
    const source = { name, type, settings: rest as DataSourceSettings };
    return present(await dataSources.api.checkConnection(source, signal));
  },
});

/** All functions of data sources. */
export const dataSourceFunctions = [
  getDataSource,
  getDataSources,
  getDataSourceMetadata,
  getDataSourceFiles,
  getDataSourceParameters,
  getDataSourceProviderOptions,
  parseConnectionString,
  checkDataSource,
];
