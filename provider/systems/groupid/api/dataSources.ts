import * as z from "zod";
import {
  configurationOf,
  type DataSourceSettings,
  type DataSourceType,
  fileServers,
  isTrue,
  settingsOf,
  typeOf,
  wireTypes,
  wordOf,
  writtenValues,
} from "./dataSourceSettings.ts";
import { envelopeOf, refuseFailure } from "./envelope.ts";
import { filterBy, type Page, searchOption } from "./search.ts";
import type { GroupIdService } from "./service.ts";
import { isObject, numeric, wireId, wireObject, wireText } from "./wire.ts";

/** A data source as GroupID shows it. */
export interface DataSource {
  readonly dataSourceId: string;
  readonly name: string;
  /** The number of the wire as text, where the document does not name the type. */
  readonly type: DataSourceType | (string & {});
  readonly providerName: string | null;
  readonly created: string | null;
  readonly updated: string | null;
  /** `null`: there is no value. Absent as a whole where the answer does not show them. */
  readonly settings: Readonly<Record<string, string | boolean | number | null>> | undefined;
  /** All values under the names of the wire; an update sends back what it does not manage. */
  readonly values: Readonly<Record<string, string>>;
}

/** A data source to be made, changed or tried. */
export interface WrittenDataSource {
  readonly name: string;
  readonly type: DataSourceType;
  readonly settings: DataSourceSettings;
}

const wireDataSource = wireObject({
  id: wireId,
  name: wireText,
  providertypename: wireText,
  type: wireId,
  creationdate: wireText,
  lastupdate: wireText,
  configurationvalues: z.unknown().optional(),
});
const wireList = z.array(wireDataSource);
const wireEnvelopeOf = <Schema extends z.ZodType>(data: Schema) => wireObject({ data });

/** One field of the form that describes a type of data sources. */
export interface SettingDescription {
  readonly name: string;
  readonly displayName: string | null;
  readonly dataType: string | null;
  readonly defaultValue: string | null;
  readonly regularExpression: string | null;
  readonly required: boolean;
  readonly values: readonly string[] | null;
}

/** The form that describes a type of data sources. */
export interface DataSourceMetadata {
  readonly name: string | null;
  readonly type: string;
  readonly fileServer: string | null;
  readonly settings: readonly SettingDescription[];
}

const wireMetadata = wireObject({
  name: wireText,
  type: wireId,
  fileservertype: wireText,
  configurations: z
    .array(
      wireObject({
        name: wireText,
        displayname: wireText,
        datatype: wireText,
        defaultvalue: wireText,
        regularexpression: wireText,
        isrequired: z.boolean().nullish(),
        values: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
});

/** What a data source offers to a job: its tables and columns. */
export interface DataSourceTables {
  readonly name: string | null;
  readonly providerName: string | null;
  readonly identityStoreId: string | null;
  readonly connectionString: string | null;
  readonly query: string | null;
  readonly tables: readonly string[];
  readonly selectedTable: string | null;
  readonly columns: readonly string[];
}

const wireTables = z.array(
  wireObject({
    name: wireText,
    providetypename: wireText,
    identitystoreid: wireText,
    connectionstring: wireText,
    commandstring: wireText,
    tablenames: z.array(z.string()).nullish(),
    selectedtable: wireText,
    columnnames: z.array(z.string()).nullish(),
  }),
);

/** What can be done with a data source. */
export interface ProviderOptions {
  readonly providerName: string | null;
  readonly isDirectory: boolean;
  readonly isTable: boolean;
  readonly capabilities: Readonly<Record<string, readonly string[]>>;
  readonly creatableObjects: readonly { readonly name: string; readonly displayName: string | null }[];
}

const wireProviderOptions = wireObject({
  isdirectoryprovider: z.boolean().nullish(),
  istableprovider: z.boolean().nullish(),
  capabilitymappings: z.record(z.string(), z.array(z.string()).nullable()).nullish(),
  providertype: wireText,
  creatableobjects: z.array(wireObject({ ldapname: wireText, displayname: wireText })).nullish(),
});

/** The parts of a connection string. */
export interface ConnectionStringParts {
  readonly server: string | null;
  readonly database: string | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly windowsAuthentication: boolean | null;
}

const wireParts = wireObject({
  connectionstring: wireText,
  database: wireText,
  password: wireText,
  username: wireText,
  windowsauthentication: wireText,
});

/** The calls that deal with data sources (seeds/001, "Data Source APIs"). */
export class DataSourcesApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET DataSource/GetAll: all of them, with their configuration. */
  async getAll(signal: AbortSignal): Promise<DataSource[]> {
    return (await this.#service.read({ path: this.#path("GetAll") }, wireList, signal)).map(dataSourceOf);
  }

  /** GET DataSource/GetAllByType/{type}. */
  async getAllByType(type: DataSourceType, signal: AbortSignal): Promise<DataSource[]> {
    const path = this.#path("GetAllByType", String(wireTypes[type].number));
    return (await this.#service.read({ path }, wireList, signal)).map(dataSourceOf);
  }

  /** GET DataSource/GetFilteredDataSources: those that the user's role policy lets be a source, or all. */
  async getFiltered(isSource: boolean, signal: AbortSignal): Promise<DataSource[]> {
    const call = { path: this.#path("GetFilteredDataSources"), query: { isSource } };
    return (await this.#service.read(call, wireList, signal)).map(dataSourceOf);
  }

  /** GET DataSource/GetByType/{dataSourceTypeId}: one page of those whose name contains a text. */
  async search(
    type: DataSourceType,
    { nameContains, ...page }: Page & { readonly nameContains?: string | undefined },
    signal: AbortSignal,
  ): Promise<{ total: number; dataSources: DataSource[] }> {
    const schema = wireEnvelopeOf(wireObject({ count: z.coerce.number().nullish(), data: wireList.nullish() }));
    const { data } = await this.#service.read(
      {
        path: this.#path("GetByType", String(wireTypes[type].number)),
        json: {
          LoadConfigurations: true,
          FilterCriteria: filterBy("Contains", "Datasource Name", nameContains),
          SearchOption: searchOption(page),
        },
      },
      schema,
      signal,
    );
    const ownStatus = envelopeOf(data);
    if (ownStatus !== undefined) {
      refuseFailure(ownStatus);
    }
    const dataSources = (data.data ?? []).map(dataSourceOf);
    return { total: data.count ?? dataSources.length, dataSources };
  }

  /** GET DataSource/Get: those of a type and a name, without their configuration. */
  async getByName(type: DataSourceType, name: string, signal: AbortSignal): Promise<DataSource[]> {
    const call = { path: this.#path("Get"), query: { type: wireTypes[type].number, name } };
    return (await this.#service.read(call, wireEnvelopeOf(wireList), signal)).data.map(dataSourceOf);
  }

  /** GET DataSource/{dataSourceId}, with its configuration. Throws a `NotFoundError` where the system says there is none. */
  async get(dataSourceId: string, signal: AbortSignal): Promise<DataSource> {
    const call = { path: this.#path(dataSourceId), json: true };
    return dataSourceOf((await this.#service.read(call, wireEnvelopeOf(wireDataSource), signal)).data);
  }

  /** POST DataSource/Create. Answers with the ID. */
  async create(source: WrittenDataSource, signal: AbortSignal): Promise<string | undefined> {
    const call = { method: "POST", path: this.#path("Create"), json: bodyOf(source), idempotent: false } as const;
    const answer = await this.#service.write(call, signal);
    refuseFailure(answer);
    return wireId.safeParse(answer.data).data;
  }

  /** PUT DataSource/Update: the whole data source. */
  async update(held: DataSource, source: WrittenDataSource, signal: AbortSignal): Promise<void> {
    const call = {
      method: "PUT",
      path: this.#path("Update"),
      json: {
        id: numeric(held.dataSourceId),
        ...bodyOf(source, held.values),
        ...(held.created === null ? {} : { creationDate: held.created }),
        lastUpdate: held.updated,
      },
      idempotent: true,
    } as const;
    refuseFailure(await this.#service.write(call, signal));
  }

  /** DELETE DataSource/{dataSourceId}. Jobs that use it are broken from then on. */
  async delete(dataSourceId: string, signal: AbortSignal): Promise<void> {
    const call = { method: "DELETE", path: this.#path(dataSourceId), idempotent: true } as const;
    refuseFailure(await this.#service.write(call, signal));
  }

  /** GET DataSource/GetMetaData: the forms of all types. */
  async metadata(signal: AbortSignal): Promise<DataSourceMetadata[]> {
    const schema = wireEnvelopeOf(z.array(wireMetadata));
    return (await this.#service.read({ path: this.#path("GetMetaData") }, schema, signal)).data.map(metadataOf);
  }

  /** GET DataSource/GetMetaDataByType/{serverType}/{datasourceType}: the form of a type. */
  async metadataOfType(fileServer: string, type: DataSourceType, signal: AbortSignal): Promise<DataSourceMetadata> {
    const server = fileServers[fileServer] ?? fileServer;
    const path = this.#path("GetMetaDataByType", server, String(wireTypes[type].number));
    return metadataOf((await this.#service.read({ path }, wireEnvelopeOf(wireMetadata), signal)).data);
  }

  /** GET DataSource/GetFileServerMetaDataByType: the form of the files on a kind of server. */
  async metadataOfFileServer(fileServer: string, signal: AbortSignal): Promise<DataSourceMetadata> {
    const query = { fileServerType: fileServers[fileServer] ?? fileServer };
    const call = { path: this.#path("GetFileServerMetaDataByType"), query };
    return metadataOf((await this.#service.read(call, wireEnvelopeOf(wireMetadata), signal)).data);
  }

  /** GET DataSource/GetDataSourceParameter/{DatasourceId}: tables and columns. */
  async tables(dataSourceId: string, signal: AbortSignal): Promise<DataSourceTables[]> {
    const call = { path: this.#path("GetDataSourceParameter", dataSourceId) };
    return (await this.#service.read(call, wireTables, signal)).map((found) => ({
      name: found.name,
      providerName: found.providetypename,
      identityStoreId: found.identitystoreid,
      connectionString: found.connectionstring,
      query: found.commandstring,
      tables: found.tablenames ?? [],
      selectedTable: found.selectedtable,
      columns: found.columnnames ?? [],
    }));
  }

  /** GET DataSource/GetDataSourceProviderOptions/{id}. */
  async providerOptions(dataSourceId: string, signal: AbortSignal): Promise<ProviderOptions> {
    const call = { path: this.#path("GetDataSourceProviderOptions", dataSourceId) };
    const found = await this.#service.read(call, wireProviderOptions, signal);
    return {
      providerName: found.providertype,
      isDirectory: found.isdirectoryprovider === true,
      isTable: found.istableprovider === true,
      capabilities: Object.fromEntries(
        Object.entries(found.capabilitymappings ?? {}).map(([name, values]) => [name, values ?? []]),
      ),
      creatableObjects: (found.creatableobjects ?? []).map(({ ldapname, displayname }) => ({
        name: ldapname ?? "",
        displayName: displayname,
      })),
    };
  }

  /** GET DataSource/GetFilesNameByType: the files that an account sees. */
  async fileNames(type: DataSourceType, settings: DataSourceSettings, signal: AbortSignal): Promise<string[]> {
    const json = { type: wireTypes[type].number, configurationValues: writtenValues(type, settings) };
    return this.#service.read({ path: this.#path("GetFilesNameByType"), json }, z.array(z.string()), signal);
  }

  /** POST DataSource/ParseConnectionString. */
  async parseConnectionString(
    type: DataSourceType,
    connectionString: string,
    signal: AbortSignal,
  ): Promise<ConnectionStringParts> {
    const json = { connectionString, dataSourceType: wireTypes[type].number };
    const call = { method: "POST", path: this.#path("ParseConnectionString"), json } as const;
    const parts = await this.#service.read(call, wireParts, signal);
    return {
      server: unquoted(parts.connectionstring),
      database: unquoted(parts.database),
      username: unquoted(parts.username),
      password: unquoted(parts.password),
      windowsAuthentication: parts.windowsauthentication === null ? null : isTrue(parts.windowsauthentication),
    };
  }

  /** GET DataSource/ValidateServerConnectivity: whether GroupID reaches the server or the file, and what it says. */
  async checkConnection(
    source: WrittenDataSource,
    signal: AbortSignal,
  ): Promise<{ isReachable: boolean; message: string | null }> {
    const call = { method: "GET", path: this.#path("ValidateServerConnectivity"), idempotent: true } as const;
    const answer = await this.#service.write({ ...call, json: bodyOf(source) }, signal);
    return { isReachable: answer.succeeded, message: answer.message };
  }

  #path(...parts: readonly string[]): string {
    return this.#service.path("DataSource", ...parts);
  }
}

/** The body of a write. */
function bodyOf({ name, type, settings }: WrittenDataSource, held: Readonly<Record<string, string>> = {}) {
  const { number, providerName } = wireTypes[type];
  return {
    name,
    providerTypeName: providerName,
    type: number,
    creationDate: new Date().toISOString().replace("Z", ""),
    lastUpdate: null,
    configurationValues: configurationOf(type, settings, held),
  };
}

function dataSourceOf(found: z.output<typeof wireDataSource>): DataSource {
  const type = typeOf(found.type);
  const values = Object.fromEntries(
    Object.entries(isObject(found.configurationvalues) ? found.configurationvalues : {}).map(([key, value]) => [
      key,
      value === null || value === undefined ? "" : String(value),
    ]),
  );
  return {
    dataSourceId: found.id,
    name: found.name ?? "",
    type,
    providerName: found.providertypename,
    created: found.creationdate,
    updated: found.lastupdate,
    settings: Object.keys(values).length === 0 ? undefined : settingsOf(type, values),
    values,
  };
}

function metadataOf(found: z.output<typeof wireMetadata>): DataSourceMetadata {
  return {
    name: found.name,
    type: typeOf(found.type),
    fileServer: found.fileservertype === null ? null : wordOf(fileServers, found.fileservertype),
    settings: (found.configurations ?? []).map((setting) => ({
      name: setting.name ?? "",
      displayName: setting.displayname,
      dataType: setting.datatype,
      defaultValue: setting.defaultvalue,
      regularExpression: setting.regularexpression,
      required: setting.isrequired === true,
      values: setting.values ?? null,
    })),
  };
}

/** The sample has the quotes of the connection string in its parts. */
function unquoted(text: string | null): string | null {
  return text === null ? null : text.replace(/^'(.*)'$/, "$1");
}
