import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import { SystemError } from "../../resource/errors.ts";
import { mayBeAbsent } from "./absence.ts";
import type { GroupIdService } from "./api/service.ts";
import { type Collection, type CollectionSummary, SyncJobCollectionsApi } from "./api/syncJobCollections.ts";
import {
  activeDirectory,
  definitionOf,
  type JobDefinition,
  type JobProvider,
  type ResolvedProvider,
} from "./api/syncJobDefinition.ts";
import { type JobSummary, type Listed, type NameSearch, SyncJobsApi } from "./api/syncJobs.ts";
import type { WireJob } from "./api/syncJobWire.ts";
import type { DataSources } from "./dataSources.ts";

/** How many jobs or collections a page is asked to have when all are wanted. */
const pageSize = 100;
/** How often a list that changes while its pages are read is read again. */
const listAttempts = 3;

/** Single jobs and the collections that hold copies of them. */
export class SyncJobs {
  readonly api: SyncJobsApi;
  readonly collections: SyncJobCollectionsApi;
  readonly #dataSources: DataSources;
  readonly #signal: AbortSignal;
  readonly #jobs: Snapshot<readonly JobSummary[]>;
  readonly #collectionList: Snapshot<readonly CollectionSummary[]>;
  readonly #usage: Snapshot<ReadonlyMap<string, readonly string[]>>;
  /** When jobs and collections were last written. */
  #written: Moment = 0;

  constructor(service: GroupIdService, dataSources: DataSources, signal: AbortSignal) {
    this.api = new SyncJobsApi(service);
    this.collections = new SyncJobCollectionsApi(service);
    this.#dataSources = dataSources;
    this.#signal = signal;
    this.#jobs = new Snapshot((ending) =>
      all(
        (search) => this.api.list(search, ending),
        ({ jobId }) => jobId,
      ),
    );
    this.#collectionList = new Snapshot((ending) =>
      all(
        (search) => this.collections.list(search, ending),
        ({ jobCollectionId }) => jobCollectionId,
      ),
    );
    this.#usage = new Snapshot(() => this.#readUsage());
  }

  /** All single jobs, as they are now, or as they were a short time ago. */
  jobs(fresh: boolean): Promise<readonly JobSummary[]> {
    return this.#jobs.get(this.#signal, fresh ? now() : this.#written);
  }

  /** All collections, without their jobs. */
  collectionSummaries(fresh: boolean): Promise<readonly CollectionSummary[]> {
    return this.#collectionList.get(this.#signal, fresh ? now() : this.#written);
  }

  /** A whole job, or `undefined` when there is surely none of that ID. */
  async job(jobId: string): Promise<WireJob | undefined> {
    try {
      return await this.api.get(jobId, this.#signal);
    } catch (error) {
      const isGone = mayBeAbsent(error) && !(await this.jobs(true)).some((job) => job.jobId === jobId);
      return isGone ? undefined : Promise.reject(error);
    }
  }

  /** A whole collection, or `undefined` when there is surely none of that ID. */
  async collection(jobCollectionId: string): Promise<Collection | undefined> {
    try {
      return await this.collections.get(jobCollectionId, this.#signal);
    } catch (error) {
      const isListed = async () =>
        (await this.collectionSummaries(true)).some((one) => one.jobCollectionId === jobCollectionId);
      return mayBeAbsent(error) && !(await isListed()) ? undefined : Promise.reject(error);
    }
  }

  /** Makes a job. Answers with its ID. */
  async create(job: JobDefinition): Promise<string> {
    const [source, destination] = await Promise.all([
      this.#resolved(job.source, "source"),
      this.#resolved(job.destination, "destination"),
    ]);
    try {
      return identified(await this.api.create(job, source, destination, this.#signal), "sync job");
    } finally {
      this.#written = now();
    }
  }

  /** Runs a call that writes jobs or collections: what was read before says nothing any more. */
  async write<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } finally {
      this.#written = now();
    }
  }

  /** Deletes a job; one that is gone is no error. */
  async delete(jobId: string): Promise<void> {
    try {
      await this.write(() => this.api.delete([jobId], this.#signal));
    } catch (error) {
      if (!mayBeAbsent(error) || (await this.jobs(true)).some((job) => job.jobId === jobId)) {
        throw error;
      }
    }
  }

  /** Deletes a collection; one that is gone is no error. */
  async deleteCollection(jobCollectionId: string): Promise<void> {
    try {
      await this.write(() => this.collections.delete([jobCollectionId], this.#signal));
    } catch (error) {
      const left = mayBeAbsent(error) ? await this.collectionSummaries(true) : undefined;
      if (left === undefined || left.some((one) => one.jobCollectionId === jobCollectionId)) {
        throw error;
      }
    }
  }

  /** The names of the jobs that use a data source now, those of collections among them. */
  async usersOf(dataSourceId: string): Promise<readonly string[]> {
    return (await this.#usage.get(this.#signal, now())).get(dataSourceId) ?? [];
  }

  /** Reads every job and collection whole: only then is it sure who uses what. */
  async #readUsage(): Promise<ReadonlyMap<string, readonly string[]>> {
    const [jobs, collections] = await Promise.all([this.jobs(true), this.collectionSummaries(true)]);
    const [wholeJobs, wholeCollections] = await Promise.all([
      Promise.all(jobs.map(({ jobId }) => this.job(jobId))),
      Promise.all(collections.map(({ jobCollectionId }) => this.collection(jobCollectionId))),
    ]);
    const users = new Map<string, string[]>();
    const add = (job: WireJob, name: string) => {
      const { source, destination } = definitionOf(job);
      for (const id of new Set([source.dataSourceId, destination.dataSourceId])) {
        if (typeof id === "string") {
          users.set(id, [...(users.get(id) ?? []), name]);
        }
      }
    };
    for (const job of wholeJobs) {
      if (job !== undefined) {
        add(job, JSON.stringify(job.jobinfo.name));
      }
    }
    for (const collection of wholeCollections) {
      for (const job of collection?.jobs ?? []) {
        add(job, `${JSON.stringify(job.jobinfo.name)} of the collection ${JSON.stringify(collection?.name)}`);
      }
    }
    return users;
  }

  async #resolved(provider: JobProvider, input: string): Promise<ResolvedProvider> {
    const { dataSourceId, identityStoreId, identityStoreName } = provider;
    if (typeof dataSourceId !== "string") {
      return {
        id: identityStoreId ?? "",
        name: identityStoreName ?? "",
        providerName: provider.provider ?? activeDirectory,
        isDirectory: true,
        isTable: false,
      };
    }
    const source = await this.#dataSources.withId(dataSourceId);
    if (source === undefined) {
      throw new SystemError(`${input}.dataSourceId: there is no data source ${dataSourceId}.`, "no");
    }
    const options = await this.#dataSources.api.providerOptions(dataSourceId, this.#signal);
    return {
      id: dataSourceId,
      name: source.name,
      providerName: options.providerName ?? source.providerName ?? "",
      isDirectory: options.isDirectory,
      isTable: options.isTable,
    };
  }
}

/** The ID that a create answered with. */
export function identified(id: string | undefined, what: string): string {
  if (id === undefined) {
    throw new SystemError(`GroupID's answer does not tell the ID of the ${what}.`, "unknown");
  }
  return id;
}

/** All items of a list. One that changes while its pages are read is read again; then all that was found counts. */
async function all<Item>(
  list: (search: NameSearch) => Promise<Listed<Item>>,
  idOf: (item: Item) => string,
): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  for (let attempt = 1; ; attempt++) {
    const { items, isWhole } = await allPages(list, idOf);
    for (const [id, item] of items) {
      found.set(id, item);
    }
    if (isWhole || attempt === listAttempts) {
      return [...(isWhole ? items : found).values()];
    }
  }
}

/** Reads page by page; one that brings nothing new ends the list. Tells whether the pages fit together. */
async function allPages<Item>(
  list: (search: NameSearch) => Promise<Listed<Item>>,
  idOf: (item: Item) => string,
): Promise<{ readonly items: ReadonlyMap<string, Item>; readonly isWhole: boolean }> {
  const items = new Map<string, Item>();
  const ids = new Set<string>();
  const totals = new Set<number>();
  for (let pageIndex = 1; ; pageIndex++) {
    const before = ids.size;
    const page = await list({ pageSize, pageIndex });
    totals.add(page.total);
    for (const id of page.ids) {
      ids.add(id);
    }
    for (const item of page.items) {
      items.set(idOf(item), item);
    }
    if (ids.size === before || (page.ids.length < pageSize && ids.size >= page.total)) {
      return { items, isWhole: pageIndex === 1 || (totals.size === 1 && totals.has(ids.size)) };
    }
  }
}
