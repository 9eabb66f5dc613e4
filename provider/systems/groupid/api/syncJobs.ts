import * as z from "zod";
import { refuseFailure } from "./envelope.ts";
import { conditionOf, type Page, searchOption } from "./search.ts";
import type { GroupIdService } from "./service.ts";
import { type JobDefinition, newJobBody, type ResolvedProvider, scheduleOf } from "./syncJobDefinition.ts";
import { type WireJob, type WireJobInfo, wireJob, wireJobInfo } from "./syncJobWire.ts";
import { wireId, wireItems, wireObject, wireText } from "./wire.ts";

/** What lists show of a job. */
export interface JobSummary {
  readonly jobId: string;
  readonly name: string;
  readonly description: string | null;
  readonly sourceName: string | null;
  readonly destinationName: string | null;
  readonly schedule: string | null;
  readonly enabled: boolean;
  readonly onFailure: string | null;
  readonly runOrder: number | null;
  readonly created: string | null;
  readonly lastRun: string | null;
  readonly lastOutcome: string | null;
  readonly nextRun: string | null;
  readonly timesRun: number | null;
}

/** One page of a list. */
export interface Listed<Item> {
  readonly total: number;
  readonly items: readonly Item[];
  /** The IDs of all that the page has, those that are left out of `items` among them. */
  readonly ids: readonly string[];
}

/** What a list is asked for: all, or those of a name. */
export interface NameSearch extends Page {
  readonly name?: string | undefined;
}

/** The numbers of what lists show beside jobs of their own: jobs of collections, and templates. */
const otherTypes: readonly unknown[] = [2, 3];

/** The calls that deal with single jobs (seeds/001, "Synchronize Jobs APIs"). */
export class SyncJobsApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET DataSyncJobs: one page of the jobs, those of collections and templates not among them. */
  async list(search: NameSearch, signal: AbortSignal): Promise<Listed<JobSummary>> {
    const call = { path: this.#path(), json: searchBody(search) };
    const { count, data } = await this.#service.read(call, pageOf(wireJobInfo), signal);
    return {
      total: count ?? data.length,
      items: data.filter(({ type }) => !otherTypes.includes(type)).map(summaryOf),
      ids: data.map(({ jobid }) => jobid),
    };
  }

  /** GET DataSyncJobs/Names: jobs and templates. */
  async names(signal: AbortSignal): Promise<{ name: string; isTemplate: boolean }[]> {
    const schema = z.array(wireObject({ name: wireText, type: wireText }));
    const found = await this.#service.read({ path: this.#path("Names") }, schema, signal);
    return found.map(({ name, type }) => ({ name: name ?? "", isTemplate: type === "3" }));
  }

  /** GET DataSyncJobs/{jobId}/Details. Throws a `NotFoundError` where the system says that there is no such job. */
  async get(jobId: string, signal: AbortSignal): Promise<WireJob> {
    const { data } = await this.#service.read(
      { path: this.#path(jobId, "Details") },
      wireObject({ data: wireJob }),
      signal,
    );
    return data;
  }

  /** POST DataSyncJobs. Answers with the ID. */
  async create(
    job: JobDefinition,
    source: ResolvedProvider,
    destination: ResolvedProvider,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const json = newJobBody(job, source, destination);
    const call = { method: "POST", path: this.#path(), json, idempotent: false } as const;
    const answer = await this.#service.write(call, signal);
    refuseFailure(answer);
    return wireId.safeParse(answer.data).data;
  }

  /** DELETE DataSyncJobs?jobids=… */
  async delete(jobIds: readonly string[], signal: AbortSignal): Promise<void> {
    const call = { method: "DELETE", path: this.#path(), query: { jobids: jobIds }, idempotent: true } as const;
    refuseFailure(await this.#service.write(call, signal));
  }

  #path(...parts: readonly string[]): string {
    return this.#service.path("DataSyncJobs", ...parts);
  }
}

/** One page of a list of jobs or of collections, as the wire has it. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  wireObject({ count: z.coerce.number().nullish(), data: wireItems(item) });

/** The body of a list of jobs or of collections. */
export function searchBody({ name, ...page }: NameSearch): Record<string, unknown> {
  return { filterCriteria: conditionOf("is exactly", "Name", name), SearchOption: searchOption(page) };
}

/** What a head says of a job. */
export function summaryOf(info: WireJobInfo): JobSummary {
  return {
    jobId: info.jobid,
    name: info.name ?? "",
    description: info.description,
    sourceName: info.sourceprovider,
    destinationName: info.destinationprovider,
    schedule: scheduleOf(info.schedule),
    enabled: info.isenable !== false,
    onFailure: info.onfailure === null ? null : info.onfailure.toLowerCase(),
    runOrder: info.runorder ?? null,
    created: info.created,
    lastRun: info.lastrun,
    lastOutcome: info.lastoutcome,
    nextRun: info.nextrun,
    timesRun: info.timesrun ?? null,
  };
}
