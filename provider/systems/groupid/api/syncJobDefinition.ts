import { isTrue } from "./dataSourceSettings.ts";
import { emptyScriptModule } from "./scriptModule.ts";
import { type Transform, transformOf, wireTransform } from "./syncJobTransform.ts";
import { headBody, type JobBody, jobBody, settingBody, type WireJob } from "./syncJobWire.ts";
import { numeric } from "./wire.ts";

/** What a job reads or writes: a data source or an identity store. */
export interface JobProvider {
  readonly dataSourceId?: string | null | undefined;
  readonly table?: string | null | undefined;
  readonly identityStoreId?: string | null | undefined;
  readonly identityStoreName?: string | null | undefined;
  readonly provider?: string | null | undefined;
  readonly container?: string | null | undefined;
  readonly includeSubContainers?: boolean | null | undefined;
}

/** What a job does with one type of objects. */
export interface JobObject {
  readonly type: string;
  readonly create: boolean;
  readonly delete: boolean;
  readonly deprovision: boolean;
  readonly container?: string | undefined;
}

/** How one field of the destination is filled. */
export interface JobMapping {
  readonly to: string;
  readonly from?: string | undefined;
  readonly key: boolean;
  readonly createOnly: boolean;
  readonly delimiter?: string | undefined;
  /** Absent where the job has one type of objects. */
  readonly objectType?: string | undefined;
  readonly transform?: Transform | undefined;
}

/** A job in the words of the definitions. */
export interface JobDefinition {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly source: JobProvider;
  readonly destination: JobProvider;
  readonly objects: readonly JobObject[];
  readonly mappings: readonly JobMapping[];
  readonly sourceQuery?: string | null | undefined;
  readonly destinationQuery?: string | null | undefined;
  readonly timestampField?: string | null | undefined;
  readonly schedule?: string | null | undefined;
  readonly smartGroupSchedule?: string | null | undefined;
  readonly onFailure: string;
  readonly enabled: boolean;
  readonly owner?: { readonly id: string; readonly name: string } | null | undefined;
  /** Settings that have no other form, under the keys of the wire. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** What of a provider only GroupID knows. */
export interface ResolvedProvider {
  readonly id: string;
  readonly name: string;
  readonly providerName: string;
  readonly isDirectory: boolean;
  readonly isTable: boolean;
}

/** Types of objects that the samples show. */
const objectTypes: Readonly<Record<string, number>> = { user: 1, group: 4 };
/** GroupID's name for the usual directory. */
export const activeDirectory = "Active Directory";
const failures: Readonly<Record<string, string>> = { abort: "Abort", continue: "Continue" };
/** `ProviderType` of an identity store and of a data source. */
const [storeType, dataSourceType] = ["1", "2"];
/** The last parts of the keys that `source` and `destination` stand for. */
const providerKeys = [
  "Type",
  "Provider",
  "ProviderName",
  "ProviderType",
  "IsDirectoryProvider",
  "IsTableProvider",
  "Table",
  "Container",
  "ShouldIncludeSubTree",
];
const typedKeys: Readonly<Record<string, string>> = {
  SourceProvider: "source",
  DestinationProvider: "destination",
  JobOwners: "owner",
  JobOwnerIds: "owner",
  ...Object.fromEntries(providerKeys.map((key) => [`Source.${key}`, "source"])),
  ...Object.fromEntries(providerKeys.map((key) => [`Destination.${key}`, "destination"])),
};
/** What the jobs of the samples have, and nobody asks for. */
const usualSettings: Readonly<Record<string, string>> = {
  "Destination.ChangeServiceAccount": "",
  "Destination.ScriptingLanguage": "0",
  "Destination.ExposedScriptCode": emptyScriptModule,
  IsNotificationEnabled: "False",
  ScheduledTask: "",
  SmartGroupScheduleTask: "",
};

/** The input that stands for a key of the settings; `undefined` where the key has no other form. */
export function inputOfSetting(key: string): string | undefined {
  return Object.entries(typedKeys).find(([typed]) => typed.toLowerCase() === key.toLowerCase())?.[1];
}

/** Whether a setting is one that GroupID adds by itself. */
export function isUnasked(key: string): boolean {
  return key in usualSettings;
}

/** Whether a setting is one that nobody may see. */
export function isSecretSetting(key: string): boolean {
  return /password|certificate|secret|token/i.test(key);
}

/** The body that makes a job. */
export function newJobBody(
  job: JobDefinition,
  source: ResolvedProvider,
  destination: ResolvedProvider,
): Readonly<Record<string, unknown>> {
  const head = headBody({
    jobId: 0,
    name: job.name,
    type: 1,
    description: job.description ?? "",
    sourceProvider: source.name,
    destinationProvider: destination.name,
    schedule: job.schedule ?? "",
    smartgroupSchedule: job.smartGroupSchedule ?? "",
    enabled: false,
    onFailure: failures[job.onFailure] ?? job.onFailure,
    runOrder: 0,
    isEnable: job.enabled,
    collectionId: null,
  });
  return jobBody(head, partsOf(job, source, destination), true);
}

function partsOf(job: JobDefinition, source: ResolvedProvider, destination: ResolvedProvider): JobBody {
  const types = job.objects.map(({ type }) => type);
  return {
    fieldsMap: job.mappings.map((mapping) => ({
      action: 0,
      sourceField: mapping.from ?? "",
      destinationField: mapping.to,
      id: 0,
      delimiter: mapping.delimiter ?? "",
      transform: wireTransform(mapping.transform).transform,
      forCreateOnly: mapping.createOnly,
      objectType: typeNumber(mapping.objectType ?? types[0] ?? ""),
      isKey: mapping.key,
      options: wireTransform(mapping.transform).options,
    })),
    objectsOption: job.objects.map(({ type, container, ...object }) => ({
      objectType: typeNumber(type),
      id: 0,
      jobId: 0,
      isCreate: object.create,
      displayName: type.charAt(0).toUpperCase() + type.slice(1),
      isDelete: object.delete,
      isSelected: true,
      containerOption: "1",
      containerOptionValue: container ?? job.destination.container ?? "",
      createObjectContainerStrategy: 1,
      isDeprovisioning: object.deprovision,
      objectTypeSettings: null,
      action: 0,
    })),
    syncQuery: types.flatMap((type) => [
      ...queryBody(type, true, source, job.sourceQuery ?? usualQuery(type, job.source), job.timestampField),
      ...queryBody(type, false, destination, job.destinationQuery ?? usualQuery(type, job.destination), undefined),
    ]),
    settings: settingsBody(job, source, destination),
  };
}

function queryBody(
  type: string,
  isSource: boolean,
  provider: ResolvedProvider,
  query: string | undefined,
  timestampField: string | null | undefined,
): Readonly<Record<string, unknown>>[] {
  if (query === undefined) {
    return [];
  }
  const body = {
    action: 0,
    id: 0,
    queryFor: null,
    objectType: typeNumber(type),
    query,
    queryType: provider.isDirectory ? "GroupID" : "SQL",
    isSource,
  };
  return isSource
    ? [{ ...body, timeStampField: timestampField ?? "", updateAll: (timestampField ?? "") === "" }]
    : [{ ...body, timeStampField: null, updateAll: false }];
}

/** The query that the product's own interface proposes. */
function usualQuery(type: string, provider: JobProvider): string | undefined {
  if (typeof provider.table === "string") {
    return `SELECT * FROM [${provider.table}]`;
  }
  const isDirectory = typeof provider.identityStoreId === "string" && type in objectTypes;
  return isDirectory ? `objectClass is exactly "${type}"` : undefined;
}

function settingsBody(job: JobDefinition, source: ResolvedProvider, destination: ResolvedProvider) {
  const owner =
    job.owner === undefined || job.owner === null
      ? []
      : [
          settingBody("JobOwners", `${job.owner.name}#${job.owner.id}`, "System.String"),
          settingBody("JobOwnerIds", job.owner.id, "System.String"),
        ];
  return [
    ...providerBody("Source", source, job.source),
    ...owner,
    ...providerBody("Destination", destination, job.destination),
    ...Object.entries({ ...usualSettingsOf(job, destination), ...job.settings }).map(([key, value]) =>
      settingBody(key, value, key === "IsNotificationEnabled" ? "System.Boolean" : "System.String"),
    ),
  ];
}

function usualSettingsOf({ settings }: JobDefinition, destination: ResolvedProvider): Readonly<Record<string, string>> {
  const {
    "Destination.ChangeServiceAccount": account = "",
    "Destination.ExposedScriptCode": module = "",
    ...usual
  } = usualSettings;
  const language = settings?.["Destination.ScriptingLanguage"] ?? usual["Destination.ScriptingLanguage"];
  return {
    ...(destination.providerName === activeDirectory ? { "Destination.ChangeServiceAccount": account } : {}),
    ...usual,
    // It is written in the usual language.
    ...(language === usual["Destination.ScriptingLanguage"] ? { "Destination.ExposedScriptCode": module } : {}),
  };
}

function providerBody(side: "Source" | "Destination", resolved: ResolvedProvider, written: JobProvider) {
  const { table, container, includeSubContainers } = written;
  const text = (key: string, value: string) => settingBody(`${side}.${key}`, value, "System.String");
  return [
    settingBody(`${side}.Type`, resolved.id, "System.Int32"),
    settingBody(`${side}Provider`, resolved.id, "System.Int32"),
    text("ProviderName", resolved.providerName),
    text("Provider", resolved.id),
    text("ProviderType", (typeof written.dataSourceId === "string" ? dataSourceType : storeType) ?? ""),
    text("IsDirectoryProvider", truth(resolved.isDirectory)),
    text("IsTableProvider", truth(resolved.isTable)),
    ...(typeof table === "string" ? [text("Table", table)] : []),
    ...(typeof includeSubContainers === "boolean" ? [text("ShouldIncludeSubTree", truth(includeSubContainers))] : []),
    ...(typeof container === "string" ? [text("Container", container)] : []),
  ];
}

/** A job as the definitions see it. */
export function definitionOf(job: WireJob): JobDefinition {
  const { jobinfo, fieldsmap, syncquery } = job;
  const settings = settingsOf(job);
  const selected = job.objectsoption.filter(({ isselected }) => isselected !== false);
  const only = selected.length <= 1;
  const queryOf = (isSource: boolean) => syncquery.find(({ issource }) => issource === isSource);
  return {
    name: jobinfo.name ?? "",
    description: blankless(jobinfo.description),
    source: providerOf("Source", settings, jobinfo.sourceprovider),
    destination: providerOf("Destination", settings, jobinfo.destinationprovider),
    objects: selected.map((option) => ({
      type: typeWord(option.objecttype),
      create: option.iscreate === true,
      delete: option.isdelete === true,
      deprovision: option.isdeprovisioning === true,
      ...present("container", option.containeroptionvalue),
    })),
    mappings: fieldsmap.map((field) => {
      const transform = transformOf(field.transform ?? "", field.options);
      return {
        to: field.destinationfield ?? "",
        ...present("from", field.sourcefield),
        key: field.iskey === true,
        createOnly: field.forcreateonly === true,
        ...present("delimiter", field.delimiter),
        ...(only ? {} : { objectType: typeWord(field.objecttype) }),
        ...(transform === undefined ? {} : { transform }),
      };
    }),
    sourceQuery: blankless(queryOf(true)?.query ?? null),
    destinationQuery: blankless(queryOf(false)?.query ?? null),
    timestampField: blankless(queryOf(true)?.timestampfield ?? null),
    schedule: scheduleOf(jobinfo.schedule),
    smartGroupSchedule: scheduleOf(jobinfo.smartgroupschedule),
    onFailure: (jobinfo.onfailure ?? "").toLowerCase(),
    enabled: jobinfo.isenable !== false,
    owner: ownerOf(settings),
    settings: Object.fromEntries([...settings].filter(([key]) => inputOfSetting(key) === undefined)),
  };
}

/** Keys may come twice; the last one counts. */
function settingsOf({ settings }: WireJob): ReadonlyMap<string, string> {
  return new Map(settings.map(({ key, value }) => [key ?? "", value ?? ""]));
}

function providerOf(
  side: "Source" | "Destination",
  settings: ReadonlyMap<string, string>,
  name: string | null,
): JobProvider {
  const byKey = new Map([...settings].map(([key, value]) => [key.toLowerCase(), value]));
  const value = (key: string) => blankless(byKey.get(`${side}.${key}`.toLowerCase()) ?? null);
  const id = value("Provider") ?? value("Type") ?? blankless(byKey.get(`${side}Provider`.toLowerCase()) ?? null);
  const isDirectory = value("IsDirectoryProvider");
  const providerType =
    value("ProviderType") ?? (isDirectory !== null && isTrue(isDirectory) ? storeType : dataSourceType);
  const isDataSource = providerType === dataSourceType;
  const subContainers = value("ShouldIncludeSubTree");
  return {
    dataSourceId: isDataSource ? id : null,
    table: value("Table"),
    identityStoreId: isDataSource ? null : id,
    identityStoreName: isDataSource ? null : name,
    provider: isDataSource ? null : value("ProviderName"),
    container: value("Container"),
    includeSubContainers: subContainers === null ? null : isTrue(subContainers),
  };
}

function ownerOf(settings: ReadonlyMap<string, string>): JobDefinition["owner"] {
  const [, name, id] = /^(.*)#([^#]+)$/.exec(settings.get("JobOwners") ?? "") ?? [];
  return name === undefined || id === undefined ? null : { id, name };
}

/** What `jobs` and `collections` have where they have no schedule: nothing, or a zero. */
export function scheduleOf(text: string | null): string | null {
  return text === null || text.trim() === "" || text.trim() === "0" ? null : text;
}

function typeNumber(type: string): number | string {
  return objectTypes[type] ?? numeric(type);
}

function typeWord(number: number | null | undefined): string {
  const word = Object.entries(objectTypes).find(([, wire]) => wire === number)?.[0];
  return word ?? String(number ?? "");
}

function truth(value: boolean): string {
  return value ? "True" : "False";
}

function blankless(text: string | null): string | null {
  return text === null || text === "" ? null : text;
}

function present<Name extends string>(name: Name, text: string | null): { readonly [name in Name]?: string } {
  return (blankless(text) === null ? {} : { [name]: text }) as { readonly [name in Name]?: string };
}
