import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import { SystemError } from "../../resource/errors.ts";
import { mayBeAbsent } from "./absence.ts";
import { type DataSource, DataSourcesApi, type WrittenDataSource } from "./api/dataSources.ts";
import type { GroupIdService } from "./api/service.ts";

/** All data sources: reads share the list of all, which shows their settings, too. */
export class DataSources {
  readonly api: DataSourcesApi;
  readonly #signal: AbortSignal;
  readonly #snapshot: Snapshot<readonly DataSource[]>;
  /** When the data sources of these names and IDs were last written. */
  readonly #written = new Map<string, Moment>();
  /** When one was last deleted, whose name may be free now. */
  #deleted: Moment = 0;

  constructor(service: GroupIdService, signal: AbortSignal) {
    this.api = new DataSourcesApi(service);
    this.#signal = signal;
    this.#snapshot = new Snapshot((ending) => this.api.getAll(ending));
  }

  /** Those of a name. `fresh`: as they are now. */
  async withName(name: string, fresh: boolean): Promise<DataSource[]> {
    const since = Math.max(this.#written.get(nameKey(name)) ?? 0, this.#deleted);
    const all = await this.#snapshot.get(this.#signal, fresh ? now() : since);
    return Promise.all(all.filter((source) => source.name === name).map((source) => this.#complete(source)));
  }

  /** One of them, or `undefined` when there is surely none of that ID. */
  async withId(dataSourceId: string): Promise<DataSource | undefined> {
    const listed = await this.#listed(dataSourceId, this.#written.get(idKey(dataSourceId)));
    if (listed !== undefined) {
      return this.#complete(listed);
    }
    try {
      return await this.api.get(dataSourceId, this.#signal);
    } catch (error) {
      if (!mayBeAbsent(error)) {
        throw error;
      }
      const again = await this.#listed(dataSourceId, now());
      return again === undefined ? undefined : this.#complete(again);
    }
  }

  /** All of them, as they are now. */
  async all(): Promise<readonly DataSource[]> {
    return this.#snapshot.get(this.#signal, now());
  }

  /** Makes one. Answers with its ID. */
  async create(source: WrittenDataSource): Promise<string> {
    try {
      const dataSourceId = await this.api.create(source, this.#signal);
      if (dataSourceId === undefined) {
        throw new SystemError("GroupID's answer does not tell the ID of the data source.", "unknown");
      }
      this.#written.set(idKey(dataSourceId), now());
      return dataSourceId;
    } finally {
      this.#written.set(nameKey(source.name), now());
    }
  }

  /** Writes one over what GroupID holds of it: settings that are not written stay as they are. */
  async update(dataSourceId: string, source: WrittenDataSource): Promise<void> {
    const held = await this.api.get(dataSourceId, this.#signal);
    try {
      await this.api.update(held, source, this.#signal);
    } finally {
      this.#written.set(idKey(dataSourceId), now());
      this.#written.set(nameKey(held.name), now());
      this.#written.set(nameKey(source.name), now());
    }
  }

  /** Deletes one; one that is gone is no error. */
  async delete(dataSourceId: string): Promise<void> {
    try {
      await this.api.delete(dataSourceId, this.#signal);
    } catch (error) {
      if (!mayBeAbsent(error) || (await this.#listed(dataSourceId, now())) !== undefined) {
        throw error;
      }
    } finally {
      this.#deleted = now();
      this.#written.set(idKey(dataSourceId), this.#deleted);
    }
  }

  async #listed(dataSourceId: string, since: Moment | undefined): Promise<DataSource | undefined> {
    const all = await this.#snapshot.get(this.#signal, since);
    return all.find((source) => source.dataSourceId === dataSourceId);
  }

  /** An installation may leave the settings out of the list. */
  async #complete(source: DataSource): Promise<DataSource> {
    return source.settings === undefined ? this.api.get(source.dataSourceId, this.#signal) : source;
  }
}

function nameKey(name: string): string {
  return `name ${name}`;
}

function idKey(dataSourceId: string): string {
  return `id ${dataSourceId}`;
}
