import * as z from "zod";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { changedDataSource, type DataSource, dataSourceTypes, keysOf, newDataSource } from "./dataSource.ts";
import { metadata } from "./dataSourceMetadata.ts";
import { answer, envelope } from "./envelope.ts";
import { missing } from "./missing.ts";
import { fits, paged, search } from "./search.ts";

const base = "/GroupIDDataService/api/DataSource";
const scope = "dataSources";
const contentType = "application/json";
/** The type of most answers, as in the samples. */
const answerType = 6;

/** Data sources: seeds/001, "Data Source APIs". */
export class DataSources implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly #behaviour: GroupIdBehaviour;
  readonly #sources = new Map<number, DataSource>();
  #nextId = 1;

  constructor(behaviour: GroupIdBehaviour) {
    this.#behaviour = behaviour;
    this.endpoints = [...this.#writes(), ...this.#lists(), ...this.#details()];
  }

  owns(candidate: string): boolean {
    return candidate === scope;
  }

  /** Fields of the wire; those of the configuration are `configurationValues.<key>`. */
  change({ id, set = {}, remove }: Change): string {
    const number = id === undefined ? this.#nextId++ : z.coerce.number().int().parse(id);
    if (remove === true) {
      this.#sources.delete(number);
      return String(number);
    }
    const old =
      this.#sources.get(number) ?? made(number, { name: `Source ${number}`, type: 4, configurationValues: {} });
    const prefix = "configurationValues.";
    const values = Object.entries(set).filter(([name]) => name.startsWith(prefix));
    const fields = Object.fromEntries(Object.entries(set).filter(([name]) => !name.startsWith(prefix)));
    const changed = {
      ...old,
      ...fields,
      configurationValues: {
        ...old.configurationValues,
        ...Object.fromEntries(values.map(([name, value]) => [name.slice(prefix.length), String(value)])),
      },
    };
    this.#sources.set(number, changed);
    return String(number);
  }

  objects(): Objects {
    return { [scope]: Object.fromEntries([...this.#sources].map(([id, source]) => [id, { ...source }])) };
  }

  get(id: number): DataSource | undefined {
    return this.#sources.get(id);
  }

  #writes(): Endpoint[] {
    return [
      ...dataSourceTypes.map(({ type, name }) =>
        endpoint({
          id: `groupid.dataSources.create.${creations[name]}`,
          method: "POST",
          path: `${base}/Create`,
          isFor: (body) => (body as { type?: unknown } | undefined)?.type === type || type === 6,
          authentication: "required",
          contentType,
          body: newDataSource,
          handle: ({ body }) => this.#create(body),
        }),
      ),
      endpoint({
        id: "groupid.dataSources.update",
        method: "PUT",
        path: `${base}/Update`,
        authentication: "required",
        contentType,
        body: changedDataSource,
        handle: ({ body: { id, ...changed } }) => {
          const old = this.#sources.get(id);
          if (old === undefined) {
            return answer({ type: answerType, message: `Data source ${id} does not exist.` });
          }
          if (old.type !== changed.type) {
            return answer({ type: answerType, message: "The type of a data source cannot be changed." });
          }
          this.#sources.set(id, { ...made(id, changed), creationDate: old.creationDate, lastUpdate: timestamp() });
          return answer({ type: answerType, data: true });
        },
      }),
      endpoint({
        id: "groupid.dataSources.delete",
        method: "DELETE",
        path: `${base}/:id`,
        authentication: "required",
        handle: ({ parameters: { id } }) =>
          this.#sources.delete(Number(id))
            ? answer({ type: answerType, data: true })
            : answer({ type: answerType, message: `Data source ${id} does not exist.` }),
      }),
      endpoint({
        id: "groupid.dataSources.parseConnectionString",
        method: "POST",
        path: `${base}/ParseConnectionString`,
        authentication: "required",
        contentType,
        body: z.strictObject({ connectionString: z.string().min(1), dataSourceType: z.int() }),
        handle: ({ body }) => ({ status: 200, body: parsed(body.connectionString) }),
      }),
    ];
  }

  #lists(): Endpoint[] {
    const authentication = "required";
    return [
      endpoint({
        id: "groupid.dataSources.getAll",
        method: "GET",
        path: `${base}/GetAll`,
        authentication,
        handle: () => ({ status: 200, body: this.#all().map(shown) }),
      }),
      endpoint({
        id: "groupid.dataSources.getAllByType",
        method: "GET",
        path: `${base}/GetAllByType/:type`,
        authentication,
        handle: ({ parameters }) => ({
          status: 200,
          body: this.#all()
            .filter(({ type }) => type === Number(parameters.type))
            .map(shown),
        }),
      }),
      endpoint({
        id: "groupid.dataSources.getFiltered",
        method: "GET",
        path: `${base}/GetFilteredDataSources`,
        authentication,
        query: z.strictObject({ isSource: z.enum(["true", "false"]) }),
        // A text file can be a source only.
        handle: ({ query }) => ({
          status: 200,
          body: this.#all()
            .filter(({ type }) => query.isSource === "true" || type !== 4)
            .map(shown),
        }),
      }),
      endpoint({
        id: "groupid.dataSources.getByType",
        method: "GET",
        path: `${base}/GetByType/:type`,
        authentication,
        contentType,
        body: search,
        handle: ({ parameters, body }) => {
          const found = this.#all().filter(
            (source) =>
              source.type === Number(parameters.type) &&
              fits(body?.filtercriteria, (attribute) => (/^(datasource )?name$/.test(attribute) ? source.name : "")),
          );
          const page = paged(found, body?.searchoption).map((source) =>
            body?.loadconfigurations === true ? shown(source) : unconfigured(source),
          );
          return answer({ type: answerType, data: { count: found.length, data: page, status: 0, message: null } });
        },
      }),
      endpoint({
        id: "groupid.dataSources.getByTypeAndName",
        method: "GET",
        path: `${base}/Get`,
        authentication,
        query: z.strictObject({ type: z.coerce.number().int(), name: z.string() }),
        handle: ({ query }) =>
          answer({
            type: answerType,
            data: this.#all()
              .filter(({ type, name }) => type === query.type && name.toLowerCase() === query.name.toLowerCase())
              .map(unconfigured),
          }),
      }),
      endpoint({
        id: "groupid.dataSources.get",
        method: "GET",
        path: `${base}/:id`,
        authentication,
        contentType,
        body: z.boolean().optional(),
        handle: ({ parameters: { id }, body }) => {
          const source = this.#sources.get(Number(id));
          return source === undefined
            ? missing(this.#behaviour, `Data source ${id} does not exist.`)
            : answer({
                type: answerType,
                data: { ...(body === true ? shown(source) : unconfigured(source)), providerTypeName: null },
              });
        },
      }),
    ];
  }

  #details(): Endpoint[] {
    const authentication = "required";
    return [
      endpoint({
        id: "groupid.dataSources.parameters",
        method: "GET",
        path: `${base}/GetDataSourceParameter/:id`,
        authentication,
        handle: ({ parameters: { id } }) => {
          const source = this.#sources.get(Number(id));
          return source === undefined
            ? missing(this.#behaviour, `Data source ${id} does not exist.`)
            : { status: 200, body: [tables(source)] };
        },
      }),
      endpoint({
        id: "groupid.dataSources.providerOptions",
        method: "GET",
        path: `${base}/GetDataSourceProviderOptions/:id`,
        authentication,
        handle: ({ parameters: { id } }) => {
          const source = this.#sources.get(Number(id));
          return source === undefined
            ? missing(this.#behaviour, `Data source ${id} does not exist.`)
            : { status: 200, body: providerOptions(source) };
        },
      }),
      endpoint({
        id: "groupid.dataSources.metaData",
        method: "GET",
        path: `${base}/GetMetaData`,
        authentication,
        handle: () =>
          answer({ type: answerType, data: dataSourceTypes.map(({ type }) => metadata("LocalServer", type)) }),
      }),
      endpoint({
        id: "groupid.dataSources.metaDataByType",
        method: "GET",
        path: `${base}/GetMetaDataByType/:serverType/:type`,
        authentication,
        handle: ({ parameters: { serverType = "", type } }) =>
          dataSourceTypes.some((known) => known.type === Number(type))
            ? answer({ type: answerType, data: metadata(serverType, Number(type)) })
            : missing(this.#behaviour, `There is no data source type ${type}.`),
      }),
      endpoint({
        id: "groupid.dataSources.fileServerMetaData",
        method: "GET",
        path: `${base}/GetFileServerMetaDataByType`,
        authentication,
        // The document has the question mark twice.
        query: z
          .strictObject({ fileServerType: z.string().optional(), "?fileServerType": z.string().optional() })
          .refine((query) => Object.keys(query).length === 1, "fileServerType is missing"),
        handle: ({ query }) =>
          answer({
            type: answerType,
            data: {
              ...metadata(query.fileServerType ?? query["?fileServerType"] ?? "", 1),
              name: null,
              type: 0,
              icon: null,
            },
          }),
      }),
      endpoint({
        id: "groupid.dataSources.fileNames",
        method: "GET",
        path: `${base}/GetFilesNameByType`,
        authentication,
        contentType,
        body: z.strictObject({ type: z.int(), configurationValues: z.record(z.string(), z.string()) }),
        handle: ({ body }) => ({ status: 200, body: [body.type === 4 ? "Employees.csv" : "User5.xls"] }),
      }),
      endpoint({
        id: "groupid.dataSources.validate",
        method: "GET",
        path: `${base}/ValidateServerConnectivity`,
        authentication,
        contentType,
        body: newDataSource,
        handle: ({ body }) => {
          const isReached = !Object.values(body.configurationValues).some((value) => /unreachable/i.test(value));
          return {
            status: 200,
            body: {
              ...envelope({ name: body.name, type: 5 }),
              status: isReached ? 0 : 1,
              message: isReached ? "Connection Succeeded" : "The server or the file cannot be reached.",
              currentDirectoryServer: "",
              errorCode: "",
            },
          };
        },
      }),
    ];
  }

  #all(): DataSource[] {
    return [...this.#sources.values()];
  }

  #create(source: z.output<typeof newDataSource>): EndpointAnswer {
    const same = this.#all().some(({ name }) => name.toLowerCase() === source.name.toLowerCase());
    if (same && this.#behaviour.existingName === "refuse") {
      return answer({ type: answerType, message: `A data source with the name ${source.name} already exists.` });
    }
    const id = this.#nextId++;
    this.#sources.set(id, made(id, source));
    return answer({ type: answerType, data: id });
  }
}

const creations: Readonly<Record<(typeof dataSourceTypes)[number]["name"], string>> = {
  "Microsoft Excel": "excel",
  "Microsoft Access": "access",
  "SQL Server": "sqlServer",
  "Text/CSV": "textCsv",
  Oracle: "oracle",
  ODBC: "odbc",
};

/** A data source with what the server fills in: every key of its type. */
function made(id: number, source: Pick<DataSource, "name" | "type" | "configurationValues">): DataSource {
  const { name, type, configurationValues } = source;
  const known = dataSourceTypes.find((candidate) => candidate.type === type);
  return {
    id,
    name,
    providerTypeName: known?.name ?? null,
    type,
    creationDate: timestamp(),
    lastUpdate: null,
    configurationValues: {
      ...Object.fromEntries(keysOf(type).map((key) => [key, ""])),
      ...(known?.files === true ? { FileServer: "LocalServer" } : {}),
      ...(type === 3 ? { WindowsAuthentication: "false" } : {}),
      ...configurationValues,
    },
  };
}

function shown(source: DataSource): DataSource {
  return source;
}

function unconfigured(source: DataSource): DataSource {
  return { ...source, configurationValues: {} };
}

function timestamp(): string {
  return new Date().toISOString().replace("Z", "");
}

function tables({ name, type, configurationValues }: DataSource): Record<string, unknown> {
  const {
    ConnectionString: server = "",
    Database: database = "",
    Password: password = "",
    UserName: user = "",
  } = configurationValues;
  return {
    identityStoreId: 2,
    connectionString: `Data Source='${server}';Initial Catalog=${database};Password='${password}';User ID='${user}';Integrated Security=false;`,
    commandString: "SELECT * FROM []",
    columnNames: ["EmployeeID", "FirstName", "LastName", "DepartmentID"],
    tableNames: ["[dbo].[Employee]", "[dbo].[Department]", "[dbo].[EmployeeDepartmentView]"],
    selectedTable: "[dbo].[Employee]",
    name,
    provideTypeName: type === 3 ? "MSSQL" : (dataSourceTypes.find((known) => known.type === type)?.name ?? null),
  };
}

function providerOptions({ type }: DataSource): Record<string, unknown> {
  const providerType = dataSourceTypes.find((known) => known.type === type)?.name ?? "";
  return {
    isDirectoryProvider: false,
    isTableProvider: true,
    capabilityMappings: { Source: ["Active Directory", providerType] },
    providerType,
    creatableObjects: [{ ldapName: "Object", displayName: "Object" }],
  };
}

/** What the parts of a connection string are called in the answer. */
const parts: Readonly<Record<string, string>> = {
  "data source": "ConnectionString",
  "initial catalog": "Database",
  password: "Password",
  "user id": "UserName",
};

function parsed(connectionString: string): Record<string, string> {
  const entries = connectionString
    .split(";")
    .map((part) => part.split("="))
    .flatMap(([name = "", ...value]) => {
      const key = parts[name.trim().toLowerCase()];
      return key === undefined ? [] : [[key, value.join("=")]];
    });
  // The sample has it so, although its connection string says false.
  return { ...(Object.fromEntries(entries) as Record<string, string>), WindowsAuthentication: "true" };
}
