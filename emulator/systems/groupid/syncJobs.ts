import * as z from "zod";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import type { DataSources } from "./dataSources.ts";
import { answer } from "./envelope.ts";
import { missing } from "./missing.ts";
import { fits, paged, search } from "./search.ts";
import { setAt } from "./setAt.ts";
import { type Job, type JobInfo, job } from "./syncJob.ts";
import { type Collection, collection } from "./syncJobCollection.ts";

const base = "/GroupIDDataService/api/DataSyncJobs";
const contentType = "application/json";
const jobScope = "syncJobs";
const collectionScope = "syncJobCollections";
/** Templates that every installation has; only the list of names shows them. */
const templates = [
  "Move and Disable Objects In Active Directory",
  "Linked Mailbox Creation In Active Directory",
  "Move Objects in Active Directory",
  "Sync GAL In Active Directory",
];

const ids = z.strictObject({ jobids: z.union([z.string(), z.array(z.string())]) });

/** Sync jobs and their collections, which hold jobs of their own: seeds/001, "Synchronize Jobs APIs". */
export class SyncJobs implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly #behaviour: GroupIdBehaviour;
  readonly #dataSources: DataSources;
  readonly #jobs = new Map<number, Job>();
  readonly #collections = new Map<number, Collection>();
  #nextId = 1;

  constructor(behaviour: GroupIdBehaviour, dataSources: DataSources) {
    this.#behaviour = behaviour;
    this.#dataSources = dataSources;
    this.endpoints = [...this.#jobEndpoints(), ...this.#collectionEndpoints()];
  }

  owns(scope: string): boolean {
    return scope === jobScope || scope === collectionScope;
  }

  /** Fields of the wire by their path, such as `jobInfo.description`. */
  change({ scope, id, set = {}, remove }: Change): string {
    const objects: Map<number, unknown> = scope === jobScope ? this.#jobs : this.#collections;
    const number = z.coerce.number().int().parse(id);
    const old = objects.get(number);
    if (remove === true) {
      objects.delete(number);
    } else if (old === undefined) {
      throw new Error(`GroupID has no object ${id} in ${scope} that could be changed`);
    } else {
      objects.set(number, setAt(old, set));
    }
    return String(number);
  }

  objects(): Objects {
    return {
      [jobScope]: Object.fromEntries([...this.#jobs].map(([id, one]) => [id, { ...one }])),
      [collectionScope]: Object.fromEntries([...this.#collections].map(([id, one]) => [id, { ...one }])),
    };
  }

  #jobEndpoints(): Endpoint[] {
    const authentication = "required";
    return [
      endpoint({
        id: "groupid.jobs.create",
        method: "POST",
        path: base,
        authentication,
        contentType,
        body: job,
        handle: ({ body }) => this.#create(body),
      }),
      endpoint({
        id: "groupid.jobs.delete",
        method: "DELETE",
        path: base,
        authentication,
        query: ids,
        handle: ({ query }) => this.#delete(this.#jobs, query, "Job"),
      }),
      endpoint({
        id: "groupid.jobs.list",
        method: "GET",
        path: base,
        authentication,
        contentType,
        body: search,
        handle: ({ body }) => {
          const copies = [...this.#collections.values()].flatMap(({ jobCollectionInfo: { jobs } }) => jobs);
          const heads = this.#behaviour.listsCopies ? [...copies, ...this.#heads()] : this.#heads();
          return this.#listed(heads, body?.filtercriteria, body?.searchoption);
        },
      }),
      endpoint({
        id: "groupid.jobs.names",
        method: "GET",
        path: `${base}/Names`,
        authentication,
        handle: () => ({
          status: 200,
          body: [
            ...templates.map((name) => ({ name, type: "3" })),
            ...this.#heads().map(({ name, type }) => ({ name, type: String(type) })),
          ],
        }),
      }),
      endpoint({
        id: "groupid.jobs.get",
        method: "GET",
        path: `${base}/:id/Details`,
        authentication,
        handle: ({ parameters: { id } }) => {
          const found = this.#jobs.get(Number(id));
          return found === undefined
            ? missing(this.#behaviour, `Job ${id} does not exist.`)
            : { status: 200, body: { count: 0, data: found, status: 0, message: null } };
        },
      }),
    ];
  }

  #collectionEndpoints(): Endpoint[] {
    const authentication = "required";
    const path = `${base}/Collections`;
    return [
      endpoint({
        id: "groupid.jobCollections.create",
        method: "POST",
        path,
        authentication,
        contentType,
        body: collection,
        handle: ({ body }) => this.#createCollection(body),
      }),
      endpoint({
        id: "groupid.jobCollections.update",
        method: "PATCH",
        path,
        authentication,
        contentType,
        body: collection,
        handle: ({ body }) => this.#updateCollection(body),
      }),
      endpoint({
        id: "groupid.jobCollections.delete",
        method: "DELETE",
        path,
        authentication,
        query: ids,
        handle: ({ query }) => this.#delete(this.#collections, query, "Job collection"),
      }),
      endpoint({
        id: "groupid.jobCollections.list",
        method: "GET",
        path,
        authentication,
        contentType,
        body: search,
        handle: ({ body }) =>
          this.#listed(
            [...this.#collections.values()].map(({ jobCollectionInfo, jobs }) => ({
              ...jobCollectionInfo,
              jobCollectionGuid: null,
              totalJobs: jobs.length,
              enabled: true,
              jobs: [],
            })),
            body?.filtercriteria,
            body?.searchoption,
          ),
      }),
      endpoint({
        id: "groupid.jobCollections.jobs",
        method: "GET",
        path: `${path}/Details`,
        authentication,
        contentType,
        body: search,
        // The sample's filter has the name of the collection, and its answer all jobs: the ID alone chooses.
        handle: ({ body }) => {
          const found = this.#collections.get(body?.jobcollectionid ?? 0);
          return found === undefined
            ? missing(this.#behaviour, `Job collection ${body?.jobcollectionid} does not exist.`)
            : this.#listed(found.jobCollectionInfo.jobs, undefined, body?.searchoption);
        },
      }),
      endpoint({
        id: "groupid.jobCollections.get",
        method: "GET",
        path: `${path}/:id/Details`,
        authentication,
        handle: ({ parameters: { id } }) => {
          const found = this.#collections.get(Number(id));
          return found === undefined
            ? missing(this.#behaviour, `Job collection ${id} does not exist.`)
            : { status: 200, body: { count: found.jobs.length, data: found, status: 0, message: null } };
        },
      }),
    ];
  }

  #listed(
    heads: readonly Readonly<Record<string, unknown>>[],
    criteria: Parameters<typeof fits>[0],
    page: Parameters<typeof paged>[1],
  ): EndpointAnswer {
    const found = heads.filter((head) =>
      fits(criteria, (attribute) => {
        const entry = Object.entries(head).find(([name]) => name.toLowerCase() === attribute);
        return String(entry?.[1] ?? "");
      }),
    );
    const shown = page && { ...page, pagesize: Math.min(page.pagesize, this.#behaviour.pageSize) };
    return { status: 200, body: { count: found.length, data: paged(found, shown), status: 0, message: null } };
  }

  #heads(): JobInfo[] {
    // Lists and details differ in these two, as the samples do.
    return [...this.#jobs.values()].map(({ jobInfo }) => ({ ...jobInfo, enabled: true, smartgroupSchedule: null }));
  }

  #create(body: Job): EndpointAnswer {
    const { name } = body.jobInfo;
    const problem = this.#problem(body) ?? this.#taken(name, this.#heads());
    if (problem !== undefined) {
      return answer({ type: 6, message: problem });
    }
    const made = this.#made(body, { type: 1, collectionId: null });
    this.#jobs.set(made.jobInfo.jobId, made);
    return answer({ type: 6, data: made.jobInfo.jobId });
  }

  #createCollection(body: Collection): EndpointAnswer {
    const infos = [...this.#collections.values()].map(({ jobCollectionInfo }) => jobCollectionInfo);
    const problem = this.#problems(body.jobs) ?? this.#taken(body.jobCollectionInfo.name, infos);
    if (problem !== undefined) {
      return answer({ type: 6, message: problem });
    }
    const id = this.#nextId++;
    this.#collections.set(id, this.#holding(id, body, new Map()));
    return answer({ type: 6, data: id });
  }

  #updateCollection(body: Collection): EndpointAnswer {
    const { id } = body.jobCollectionInfo;
    const old = this.#collections.get(id);
    if (old === undefined) {
      return answer({ type: 6, message: `Job collection ${id} does not exist.` });
    }
    const held = new Map(old.jobs.map((one) => [one.jobInfo.jobId, one]));
    const foreign = body.jobs.find(({ jobInfo: { jobId } }) => jobId !== 0 && !held.has(jobId));
    const problem =
      foreign === undefined
        ? this.#problems(body.jobs)
        : `Job ${foreign.jobInfo.jobId} is not a job of the collection ${id}.`;
    if (problem !== undefined) {
      return answer({ type: 6, message: problem });
    }
    const changed = this.#holding(id, body, held);
    this.#collections.set(id, {
      ...changed,
      jobCollectionInfo: { ...changed.jobCollectionInfo, created: old.jobCollectionInfo.created, modified: now() },
    });
    return answer({ type: 6, data: id });
  }

  /** A collection with jobs of its own, those that it held already under their IDs. */
  #holding(id: number, body: Collection, held: ReadonlyMap<number, Job>): Collection {
    const jobs = body.jobs.map((one) => {
      const old = held.get(one.jobInfo.jobId);
      return this.#made(one, { type: 2, collectionId: id }, old?.jobInfo);
    });
    return {
      ...body,
      jobCollectionInfo: {
        ...body.jobCollectionInfo,
        id,
        created: now(),
        jobs: jobs.map(({ jobInfo }) => ({ ...jobInfo, enabled: true, smartgroupSchedule: null, collectionId: null })),
      },
      jobs,
    };
  }

  #made(body: Job, head: Pick<JobInfo, "type" | "collectionId">, old?: JobInfo): Job {
    const jobId = old?.jobId ?? this.#nextId++;
    const numbered = <Item extends { id: number }>(items: readonly Item[]): Item[] =>
      items.map((item) => ({ ...item, id: item.id > 0 && old !== undefined ? item.id : this.#nextId++ }));
    return {
      ...body,
      jobInfo: {
        ...body.jobInfo,
        ...head,
        jobId,
        created: old?.created ?? now(),
        schedule: body.jobInfo.schedule ?? "",
        smartgroupSchedule: body.jobInfo.smartgroupSchedule ?? "",
        enabled: false,
      },
      fieldsMap: numbered(body.fieldsMap),
      objectsOption: numbered(body.objectsOption).map((option) => ({ ...option, jobId })),
      syncQuery: numbered(body.syncQuery),
      settings: numbered(withDefaults(body.settings)),
      delimiterSchema: null,
      sourceSchema: null,
      destinationSchema: null,
    };
  }

  #problems(jobs: readonly Job[]): string | undefined {
    return jobs.map((one) => this.#problem(one)).find((problem) => problem !== undefined);
  }

  /** Why a job cannot be made: a data source that there is not, or that has another name. */
  #problem({ jobInfo: { sourceProvider, destinationProvider }, settings }: Job): string | undefined {
    const settingOf = (key: string) => settings.find((candidate) => candidate.key === key)?.value;
    for (const [side, provider] of [
      ["Source", sourceProvider],
      ["Destination", destinationProvider],
    ] as const) {
      const id = settingOf(`${side}.Provider`);
      if (settingOf(`${side}.ProviderType`) === "2" && this.#dataSources.get(Number(id))?.name !== provider) {
        return `${side}: there is no data source ${id} with the name ${provider}.`;
      }
    }
    return undefined;
  }

  #taken(name: string, others: readonly { readonly name: string }[]): string | undefined {
    const isTaken = others.some((other) => other.name.toLowerCase() === name.toLowerCase());
    return isTaken && this.#behaviour.existingName === "refuse" ? `The name ${name} is taken.` : undefined;
  }

  #delete(objects: Map<number, unknown>, { jobids }: z.output<typeof ids>, what: string): EndpointAnswer {
    const wanted = [jobids].flat();
    const absent = wanted.filter((id) => !objects.delete(Number(id)));
    return absent.length === 0
      ? answer({ type: 7 })
      : answer({ type: 7, message: absent.map((id) => `${what} ${id} does not exist.`).join(" ") });
  }
}

/** Settings that the server adds to every job; some keys it has twice, as the samples do. */
function withDefaults(settings: Job["settings"]): Job["settings"] {
  const added = [
    { key: "ScheduledTask", value: "", dataType: "System.String" },
    { key: "SmartGroupScheduleTask", value: "", dataType: "System.String" },
    { key: "Destination.ScriptingLanguage", value: "0", dataType: "System.String" },
    { key: "IsNotificationEnabled", value: "False", dataType: "System.Boolean" },
    { key: "Destination.ExposedScriptCode", value: "Option Strict Off\r\n", dataType: "System.String" },
  ] as const;
  const held = new Set(settings.map(({ key }) => key));
  return [
    ...settings,
    ...added.filter(({ key }) => !held.has(key)).map((one) => ({ ...one, action: 0, id: 0, objectType: null })),
  ];
}

function now(): string {
  return new Date().toISOString();
}
