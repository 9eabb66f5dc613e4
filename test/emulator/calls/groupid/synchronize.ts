import type { RawAnswer, RawClient } from "../../rawClient.ts";
import type { DocumentedCalls } from "../documentedCall.ts";

const service = "/groupid/GroupIDDataService/api";
const workflows = `${service}/IdentityStores/2/Workflows`;
const dataSync = `${service}/DataSyncJobs`;

const newSource = (type: number, configurationValues: Readonly<Record<string, string>>, name = "Source_API") => ({
  name,
  providerTypeName: null,
  type,
  creationDate: "2024-05-07T04:08:56.95",
  lastUpdate: null,
  configurationValues,
});
const excel = newSource(
  1,
  { FileServer: "LocalServer", FilePath: "C:\\User5.xls", UserName: "", Password: "" },
  "ExcelOne",
);
const create = (body: object) => (client: RawClient) => client.call("POST", `${service}/DataSource/Create`, { body });

/** The ID that a create answers with. */
const idOf = ({ body }: RawAnswer) => (body as { data: number }).data;
const withSource = (run: (client: RawClient, id: number) => Promise<RawAnswer>) => async (client: RawClient) =>
  run(client, idOf(await create(excel)(client)));

const row = { action: 0, id: 0 };
const setting = (key: string, value: string) => ({ ...row, key, value, dataType: "System.String", objectType: null });
const head = (jobId: number, type: number, runOrder: number) => ({
  jobId,
  templateId: null,
  jobGuid: null,
  name: "Sync_API",
  type,
  description: "Sync_API",
  sourceProvider: "ExcelOne",
  destinationProvider: "ADEnt",
  lastRun: null,
  lastOutCome: "None",
  lastOutComeDisplayText: null,
  nextRun: null,
  timesRun: 0,
  created: "2024-06-04T09:45:25.373Z",
  modified: null,
  schedule: "",
  smartgroupSchedule: "",
  enabled: false,
  onFailure: "Abort",
  runOrder,
  isEnable: true,
  action: 0,
  collectionId: null,
  scheduledTask: null,
});
const job = (source: number, jobInfo: object) => ({
  isTemplate: false,
  jobInfo,
  fieldsMap: [
    {
      ...row,
      sourceField: "",
      destinationField: "cn",
      delimiter: "",
      transform: "Join:field=First;separator=_api_;field=Last",
      forCreateOnly: true,
      objectType: 1,
      isKey: true,
      options: null,
    },
  ],
  objectsOption: [
    {
      ...row,
      objectType: 1,
      jobId: 0,
      isCreate: true,
      displayName: "User",
      isDelete: false,
      isSelected: true,
      containerOption: "1",
      containerOptionValue: "OU=API,DC=groupid,DC=lab",
      createObjectContainerStrategy: 1,
      isDeprovisioning: false,
      objectTypeSettings: null,
    },
  ],
  syncQuery: [
    {
      ...row,
      queryFor: null,
      objectType: 1,
      query: "SELECT * FROM [TTSheet1$]",
      queryType: "SQL",
      isSource: true,
      timeStampField: "",
      updateAll: true,
    },
  ],
  settings: [
    setting("Source.Provider", String(source)),
    setting("Source.ProviderType", "2"),
    setting("Destination.Provider", "24"),
    setting("Destination.ProviderType", "1"),
  ],
  delimiterSchema: null,
  sourceSchema: null,
  destinationSchema: null,
  hasAccess: true,
});
const collection = (source: number, id: number, jobId: number) => ({
  isTemplate: false,
  description: null,
  isNotificationEnabled: false,
  notificationSendIndividualEmail: false,
  notifyWhen: 3,
  notificationRecipients: "",
  jobCollectionInfo: {
    id,
    jobCollectionGuid: "",
    name: "TestCollection",
    description: "TestCollection",
    totalJobs: 0,
    timesRun: 0,
    lastRunDate: null,
    lastOutCome: "None",
    lastOutComeDisplayText: null,
    nextRun: null,
    created: "2024-06-04T10:46:33.13Z",
    modified: "2024-06-04T10:45:47Z",
    schedule: "0",
    smartgroupSchedule: null,
    enabled: false,
    jobs: [head(jobId, 2, 1)],
  },
  jobs: [job(source, head(jobId, 2, 1))],
  totalJobs: 0,
  hasAccess: false,
});
const withJob = (run: (client: RawClient, id: number) => Promise<RawAnswer>) =>
  withSource(async (client, source) =>
    run(client, idOf(await client.call("POST", dataSync, { body: job(source, head(0, 1, 0)) }))),
  );
const withCollection = (run: (client: RawClient, id: number, source: number) => Promise<RawAnswer>) =>
  withSource(async (client, source) =>
    run(client, idOf(await client.call("POST", `${dataSync}/Collections`, { body: collection(source, 0, 0) })), source),
  );

const filter = { operator: "is exactly", attribute: "Name", value: "Sync_API", valueType: 0, valueTypes: [0] };
const placeholder = {
  Operator: "string",
  Attribute: "string",
  Value: "string",
  ValueType: 0,
  ValueTypes: [0],
  Child: null,
};
const search = {
  filterCriteria: { ...filter, donotEscapeValue: true, child: [placeholder] },
  SearchOption: { PageSize: 10, PageIndex: 1, SortColumnName: "", SortOrder: 1 },
};

const route = (workflowRouteId: number) => ({
  workflowRouteId,
  identityStoreID: 0,
  name: "API_Definied",
  description: "API_Definied",
  isEnabled: true,
  type: 1,
  typeDTO: null,
  event: 2,
  eventDTO: null,
  routeFieldDTOList: [{ workflowRouteFieldId: 0, field: "department", workflowRouteId }],
  routeFilterDTOList: [
    { workflowRouteFilterId: 0, name: "department", operator: "Present", value: "", workflowRouteId },
  ],
  routeApproverDTOList: [
    {
      workflowRouteApproverId: 0,
      approver: "80ffbf0d-142c-4822-b843-1840bf50c05a",
      approverIdentityStoreID: 2,
      workflowRouteId,
      approverType: 0,
      approverName: null,
    },
  ],
  routeObjectDTOList: [
    {
      workflowRouteObjectId: 0,
      objectTypeId: 2,
      workflowRouteId,
      objectTypeDTO: { objectTypeId: 0, name: null },
    },
  ],
  enableEmailApproval: false,
  disableApproverAcceleration: true,
  portalUrl: "https://gidauto:4443/GroupIDPortal",
  msFlowRequestUrl: null,
  msFlowToken: null,
  isMsFlowTemplateRouteCreated: false,
  updateMsFlowToken: false,
});
const withRoute =
  (run: (client: RawClient, id: number) => Promise<RawAnswer>) =>
  async (client: RawClient): Promise<RawAnswer> => {
    const { body } = await client.call("POST", `${workflows}/Routes`, { body: { items: [route(0)] } });
    const [{ details } = { details: [] }] = (body as { details: { details: { data: number }[] }[] }).details;
    return run(client, details[0]?.data ?? 0);
  };
const withRequest =
  (run: (client: RawClient, id: number) => Promise<RawAnswer>) =>
  async (client: RawClient): Promise<RawAnswer> =>
    run(client, Number(client.emulator.change({ system: "groupid", scope: "workflowRequests/2" })));

const flow = (msFlowID: number) => ({
  msFlowID,
  msFlowUserID: "69d41d70-9b80-492d-aee8-56458db65582",
  groupIDServiceUrl: "https://powerautomate.example/directorymanagerdataservice",
  identityStoreID: 2,
  isAuthenticated: true,
  organizationalCode: "Netwrix-US",
  region: "US",
  tenantID: "69d41d70-9b80-492d-aee8-56458db65582",
});
const flowSettings = `${workflows}/MsFlow/Settings`;
const withFlow =
  (run: (client: RawClient, id: number) => Promise<RawAnswer>) =>
  async (client: RawClient): Promise<RawAnswer> => {
    const { body } = await client.call("POST", flowSettings, { body: flow(0) });
    return run(client, (body as { msFlowID: number }).msFlowID);
  };
const page = { pageIndex: 1, pageSize: 10, getRecent: true, totalFound: 0, sortOrder: "asc" };
const condition = { operator: "Contains", attribute: "Route.description", value: "UserDefinied" };

const dataSources: DocumentedCalls = {
  "groupid.dataSources.create.access": create(
    newSource(2, { FileServer: "LocalServer", FilePath: "C:\\a.accdb", FilePassword: "" }),
  ),
  "groupid.dataSources.create.excel": create(excel),
  "groupid.dataSources.create.odbc": create({
    ...newSource(6, { Server: "Excel", DsnType: "SystemDsn", UserName: "", Password: "" }),
    identityStoreObject: null,
    details: [],
    currentDirectoryServer: null,
    errorCode: null,
    exceptionMessagesAttributeWise: null,
    isResyncAble: true,
  }),
  "groupid.dataSources.create.oracle": create(
    newSource(5, { ConnectionString: "orca", UserName: "HR", PortNumber: "" }),
  ),
  "groupid.dataSources.create.sqlServer": create(newSource(3, { ConnectionString: "MSSQL", Database: "ExternalDB" })),
  "groupid.dataSources.create.textCsv": create(
    newSource(4, { FileServer: "LocalServer", File: "C:\\a.txt", Delimiter: "," }),
  ),
  "groupid.dataSources.update": withSource((client, id) =>
    client.call("PUT", `${service}/DataSource/Update`, { body: { ...excel, id, name: "Excel_API_Updated" } }),
  ),
  "groupid.dataSources.delete": withSource((client, id) => client.call("DELETE", `${service}/DataSource/${id}`)),
  "groupid.dataSources.getAll": withSource((client) => client.call("GET", `${service}/DataSource/GetAll`)),
  "groupid.dataSources.getAllByType": withSource((client) =>
    client.call("GET", `${service}/DataSource/GetAllByType/1`),
  ),
  "groupid.dataSources.get": withSource((client, id) =>
    client.call("GET", `${service}/DataSource/${id}`, { body: "true" }),
  ),
  "groupid.dataSources.parameters": withSource((client, id) =>
    client.call("GET", `${service}/DataSource/GetDataSourceParameter/${id}`),
  ),
  "groupid.dataSources.providerOptions": withSource((client, id) =>
    client.call("GET", `${service}/DataSource/GetDataSourceProviderOptions/${id}`),
  ),
  "groupid.dataSources.getByType": withSource((client) =>
    client.call("GET", `${service}/DataSource/GetByType/1`, { body: { LoadConfigurations: false, ...search } }),
  ),
  "groupid.dataSources.getByTypeAndName": withSource((client) =>
    client.call("GET", `${service}/DataSource/Get?type=1&name=ExcelOne`),
  ),
  "groupid.dataSources.getFiltered": withSource((client) =>
    client.call("GET", `${service}/DataSource/GetFilteredDataSources?isSource=true`),
  ),
  "groupid.dataSources.fileNames": ({ call }) =>
    call("GET", `${service}/DataSource/GetFilesNameByType`, {
      body: { type: 1, configurationValues: { FileServer: "OneDrive", ServiceAccounUserName: "a@b.example" } },
    }),
  "groupid.dataSources.metaData": ({ call }) => call("GET", `${service}/DataSource/GetMetaData`),
  "groupid.dataSources.metaDataByType": ({ call }) =>
    call("GET", `${service}/DataSource/GetMetaDataByType/LocalServer/4`),
  // The document has the question mark twice.
  "groupid.dataSources.fileServerMetaData": ({ call }) =>
    call("GET", `${service}/DataSource/GetFileServerMetaDataByType??fileServerType=OneDrive`),
  "groupid.dataSources.parseConnectionString": ({ call }) =>
    call("POST", `${service}/DataSource/ParseConnectionString`, {
      body: { connectionString: "Data Source='MSSQL';Initial Catalog=ExternalDB;", dataSourceType: 3 },
    }),
  "groupid.dataSources.validate": ({ call }) =>
    call("GET", `${service}/DataSource/ValidateServerConnectivity`, { body: excel }),
};

const jobs: DocumentedCalls = {
  "groupid.jobs.create": withSource((client, source) =>
    client.call("POST", dataSync, { body: job(source, head(0, 1, 0)) }),
  ),
  "groupid.jobs.delete": withJob((client, id) => client.call("DELETE", `${dataSync}?jobids=${id}&jobids=${id}`)),
  "groupid.jobs.list": withJob((client) => client.call("GET", dataSync, { body: search })),
  "groupid.jobs.get": withJob((client, id) => client.call("GET", `${dataSync}/${id}/Details`)),
  "groupid.jobs.names": withJob((client) => client.call("GET", `${dataSync}/Names`)),
  "groupid.jobCollections.create": withSource((client, source) =>
    client.call("POST", `${dataSync}/Collections`, { body: collection(source, 0, 0) }),
  ),
  "groupid.jobCollections.delete": withCollection((client, id) =>
    client.call("DELETE", `${dataSync}/Collections?jobids=${id}`),
  ),
  "groupid.jobCollections.jobs": withCollection((client, id) =>
    client.call("GET", `${dataSync}/Collections/Details`, {
      body: {
        filters: { Operator: "is exactly", Attribute: "Name", Value: "TestCollection", ValueType: 0, ValueTypes: [] },
        SearchOption: { ...search.SearchOption, SortColumnName: "modified" },
        jobCollectionId: id,
      },
    }),
  ),
  "groupid.jobCollections.get": withCollection((client, id) =>
    client.call("GET", `${dataSync}/Collections/${id}/Details`),
  ),
  "groupid.jobCollections.list": withCollection((client) =>
    client.call("GET", `${dataSync}/Collections`, { body: search }),
  ),
  "groupid.jobCollections.update": withCollection((client, id, source) =>
    client.call("PATCH", `${dataSync}/Collections`, { body: collection(source, id, 0) }),
  ),
};

const workflowCalls: DocumentedCalls = {
  "groupid.workflows.routes": ({ call }) => call("GET", `${workflows}/Routes`),
  "groupid.workflows.approve": withRequest((client, workflowRequestID) =>
    client.call("POST", `${workflows}/Approve`, { body: { workflowRequestID } }),
  ),
  "groupid.workflows.configurePowerAutomate": ({ call }) => call("POST", flowSettings, { body: flow(0) }),
  "groupid.workflows.createRoute": ({ call }) => call("POST", `${workflows}/Routes`, { body: { items: [route(0)] } }),
  "groupid.workflows.deleteByStatus": ({ call }) =>
    call("DELETE", `${workflows}/Status/Approved?RequestsOlderThanInDays=1`),
  "groupid.workflows.deleteRoute": withRoute((client, id) => client.call("DELETE", `${workflows}/Routes?ids=${id}`)),
  "groupid.workflows.deleteRequest": withRequest((client, id) => client.call("DELETE", `${workflows}/${id}`)),
  "groupid.workflows.deny": withRequest((client, workflowRequestID) =>
    client.call("POST", `${workflows}/Deny`, { body: { workflowRequestID, reason: "Denied From API" } }),
  ),
  "groupid.workflows.approvers": withRequest((client, workflowRequestID) =>
    client.call("GET", `${workflows}/Approvers`, {
      body: {
        ...page,
        filterCriteria: { operator: null, attribute: null, value: null, child: [condition] },
        loadDetails: true,
        workflowRequestID,
        resolveApprovers: true,
        excludedApprovers: ["string"],
      },
    }),
  ),
  "groupid.workflows.defaultRoutes": ({ call }) => call("GET", `${workflows}/Routes/Default`),
  "groupid.workflows.myRequests": withRequest((client) => client.call("GET", `${workflows}/MyRequests`)),
  "groupid.workflows.pending": withRequest((client) =>
    client.call("GET", `${workflows}/Pending`, {
      body: { ...page, filterCriteria: { ...condition, child: [null] }, sortOrder: "string" },
    }),
  ),
  "groupid.workflows.getPowerAutomate": withFlow((client) => client.call("GET", flowSettings)),
  "groupid.workflows.requests": withRequest((client, id) => client.call("GET", `${workflows}?ids=${id}`)),
  "groupid.workflows.getRoute": withRoute((client, id) => client.call("GET", `${workflows}/Routes/${id}`)),
  "groupid.workflows.updatePowerAutomate": withFlow((client, id) =>
    client.call("PATCH", flowSettings, { body: flow(id) }),
  ),
  "groupid.workflows.updateRoute": withRoute((client, id) =>
    client.call("PATCH", `${workflows}/Route`, { body: { items: [route(id)] } }),
  ),
};

const logs: DocumentedCalls = Object.fromEntries(
  Object.entries({
    adminCenter: "AdminCenter",
    dataService: "GroupIDDataService",
    emailService: "GroupIDEmailService",
    portal: "GroupIDPortal",
    replicationService: "GroupIDReplicationService",
    schedulerService: "GroupIDSchedulerService",
    securityService: "GroupIDSecurityService",
  }).map(([name, path]) => [
    `groupid.logs.${name}`,
    ({ call }: RawClient) => call("GET", `/groupid/${path}/api/Logs/Download`),
  ]),
);

export const synchronize: DocumentedCalls = { ...dataSources, ...jobs, ...workflowCalls, ...logs };
