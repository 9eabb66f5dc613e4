import { isDeepStrictEqual } from "node:util";
import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import { appliedOf, messageOf, SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import { type CloudiwayApi, type Group, type GroupFields, type GroupNames, vanishedGroup } from "./api.ts";
import { refuses } from "./refusedError.ts";

/** A group with its tag, which the list does not show. */
export interface TaggedGroup extends Group {
  readonly migrationTag: string;
}

/** How long a group that is listed may be without a tag, in seconds. */
const longestWaitForTag = 10;
/** How long a group may be invisible that was perhaps made by a create whose answer was lost, in seconds. */
const longestWaitForLost = 7;

/** The groups of the project: the list, which all reads share, has names and URLs; tags are looked up by names. */
export class Groups {
  readonly #api: CloudiwayApi;
  readonly #signal: AbortSignal;
  readonly #snapshot: Snapshot<ReadonlyMap<string, readonly Group[]>>;
  /** When groups of these names were last written: what was listed before says nothing about them. */
  readonly #written = new Map<string, Moment>();
  /** Names of groups whose create had no clear answer, until they have been looked for. */
  readonly #lost = new Set<string>();

  constructor(api: CloudiwayApi, signal: AbortSignal) {
    this.#api = api;
    this.#signal = signal;
    this.#snapshot = new Snapshot(async () => Map.groupBy(await api.getGroups(signal), keyOf));
  }

  /** All groups as the list shows them. */
  async listed(): Promise<Group[]> {
    return [...(await this.#snapshot.get(this.#signal)).values()].flat();
  }

  /**
   * All groups with their tags: one call for each pair of names. Where several groups have the same names, the tags that
   * Cloudiway tells stand for them. A group without a name at one side, as a connector may have found it, can be neither
   * declared nor looked up: it is left out.
   */
  async tagged(report: (message: string) => void): Promise<TaggedGroup[]> {
    const all = await this.listed();
    const named = all.filter(
      ({ sourceGroupName, targetGroupName }) => sourceGroupName !== "" && targetGroupName !== "",
    );
    if (named.length < all.length) {
      report(`cloudiway:Group: left out ${all.length - named.length} groups that have no name at one side.`);
    }
    const byNames = Map.groupBy(named, (group) => JSON.stringify(namesOf(group)));
    const found = await Promise.all(
      [...byNames.values()].map(async (groups) => {
        const [first] = groups;
        const tags = first === undefined ? [] : await this.#tags(first, groups);
        return tags.map((migrationTag) => taggedAs(migrationTag, groups));
      }),
    );
    return found.flat();
  }

  /** The groups that have these names, with their tags. Throws where there are more of them than tags. */
  async withNames(names: GroupNames, fresh: boolean): Promise<TaggedGroup[]> {
    if (!fresh || !this.#lost.delete(keyOf(names))) {
      return this.#find(names, fresh);
    }
    // One that is not seen at once may have been made all the same, and would be made a second time.
    const [timeout, signal] = [longestWaitForLost, this.#signal];
    const visible = async () => {
      const found = await this.#find(names, true);
      return found.length === 0 ? undefined : found;
    };
    return (await waitFor(visible, { timeout, signal })) ?? [];
  }

  /**
   * A group, or `undefined` when Cloudiway surely has none of that tag. `known` names, where exactly one group has them,
   * spare the call that reads one group: the list, which all share, is enough.
   */
  async read(migrationTag: string, known: Partial<GroupNames>): Promise<TaggedGroup | undefined> {
    const { sourceGroupName, targetGroupName } = known;
    if (sourceGroupName !== undefined && targetGroupName !== undefined) {
      const names = { sourceGroupName, targetGroupName };
      const [listed, ...others] = await this.#withNames(names, this.#written.get(keyOf(names)));
      if (listed !== undefined && others.length === 0) {
        return { ...listed, migrationTag };
      }
    }
    return this.readOne(migrationTag);
  }

  /** A group by its tag alone. The single read shows no URL of the target, which the list may show. */
  async readOne(migrationTag: string): Promise<TaggedGroup | undefined> {
    const group = await this.#api.getGroup(migrationTag, this.#signal);
    if (group === undefined) {
      return undefined;
    }
    const listed = await this.#withNames(group, this.#written.get(keyOf(group)));
    const targetGroupUrl = group.targetGroupUrl ?? (listed.length === 1 ? listed[0]?.targetGroupUrl : undefined);
    return { ...group, targetGroupUrl, migrationTag };
  }

  /** Makes a group and waits until its tag can be looked up, for `timeout` seconds at the most; answers with the tag. */
  async create(fields: GroupFields, timeout: number): Promise<string> {
    try {
      await this.#api.createGroup(fields, this.#signal);
    } catch (error) {
      if (appliedOf(error) === "unknown") {
        this.#lost.add(keyOf(fields));
      }
      throw error;
    } finally {
      this.#wrote(fields);
    }
    const tags = await waitFor(
      async () => {
        const found = await this.#api.getMigrationTags(fields, this.#signal);
        return found.length === 0 ? undefined : found;
      },
      { timeout, signal: this.#signal },
    ).catch((error: unknown) => {
      throw accepted(`but looking up its migration tag failed: ${messageOf(error)}`, error);
    });
    const [migrationTag, ...others] = tags ?? [];
    if (migrationTag === undefined) {
      throw accepted(
        `but does not tell its migration tag after ${timeout} s. Run \`pulumi up\` again later: it looks for the group first.`,
      );
    }
    if (others.length > 0) {
      throw accepted(`and now ${tags?.length} groups have its names: ${tags?.join(", ")}.`);
    }
    return migrationTag;
  }

  /**
   * Changes a group. Nothing says whether what an update leaves out is kept or cleared, so the URLs that are not managed
   * are sent as they are; what Cloudiway does not show cannot be.
   */
  async update(migrationTag: string, fields: GroupFields, known: Partial<GroupNames>): Promise<void> {
    const needsUrls = fields.sourceGroupUrl === undefined || fields.targetGroupUrl === undefined;
    const current = needsUrls ? await this.read(migrationTag, known) : undefined;
    const sourceGroupUrl = fields.sourceGroupUrl ?? (current?.sourceGroupUrl || undefined);
    const targetGroupUrl = fields.targetGroupUrl ?? (current?.targetGroupUrl || undefined);
    try {
      await this.#api.updateGroup(migrationTag, { ...fields, sourceGroupUrl, targetGroupUrl }, this.#signal);
    } catch (error) {
      throw await this.explained(error, migrationTag);
    } finally {
      this.#wrote(fields);
      this.#wrote({ ...fields, ...known });
    }
  }

  /** Deletes a group; one that is gone is no error. */
  async delete(migrationTag: string, known: Partial<GroupNames>): Promise<void> {
    try {
      await this.#api.deleteGroup(migrationTag, this.#signal);
    } catch (error) {
      throw await this.explained(error, migrationTag);
    } finally {
      this.#wrote({ sourceGroupName: "", targetGroupName: "", ...known });
    }
  }

  /** After a call about a group was refused: the error, or that there is no such group any more. */
  async explained(error: unknown, migrationTag: string): Promise<unknown> {
    if (!refuses(error)) {
      return error;
    }
    const group = await this.#api.getGroup(migrationTag, this.#signal);
    return group === undefined ? vanishedGroup(migrationTag, error) : error;
  }

  #wrote(names: GroupNames): void {
    this.#written.set(keyOf(names), now());
  }

  async #find(names: GroupNames, fresh: boolean): Promise<TaggedGroup[]> {
    const listed = await this.#withNames(names, fresh ? now() : this.#written.get(keyOf(names)));
    // A group that was made just now may be visible in one place and not yet in the other.
    const tags = listed.length === 0 && !fresh ? [] : await this.#tags(names, listed);
    return tags.map((migrationTag) => taggedAs(migrationTag, listed.length === 0 ? [unseen(names)] : listed));
  }

  /** The listed groups that have these names, as they are written; else those that have them in other letters. */
  async #withNames(names: GroupNames, since: Moment | undefined): Promise<readonly Group[]> {
    const listed = (await this.#snapshot.get(this.#signal, since)).get(keyOf(names)) ?? [];
    const exact = listed.filter((group) => isDeepStrictEqual(namesOf(group), namesOf(names)));
    return exact.length > 0 ? exact : listed;
  }

  /** The tags of groups with these names, of which `listed` are in the list. */
  async #tags(names: GroupNames, listed: readonly Group[]): Promise<string[]> {
    const tags = await this.#lookUp(names, listed);
    const told = `the names ${JSON.stringify(names.sourceGroupName)} and ${JSON.stringify(names.targetGroupName)}`;
    if (listed.length > 1 && tags.length < listed.length) {
      throw new SystemError(
        `Cloudiway lists ${listed.length} groups with ${told}, and tells ` +
          `${tags.length === 0 ? "no migration tag of them" : `only these migration tags: ${tags.join(", ")}`}. ` +
          "Rename or delete all but one of them in Cloudiway.",
        "no",
      );
    }
    if (listed.length === 0 || tags.length > 0) {
      return tags;
    }
    // The list may be older than a deletion, or newer than what the look-up knows.
    const [timeout, signal] = [longestWaitForTag, this.#signal];
    const found = await waitFor(
      async () => {
        const again = await this.#withNames(names, now());
        const late = again.length === 0 ? [] : await this.#lookUp(names, again);
        return again.length === 0 || late.length > 0 ? late : undefined;
      },
      { timeout, signal },
    );
    if (found === undefined) {
      throw new SystemError(`Cloudiway lists a group with ${told}, and tells no migration tag of it.`, "no");
    }
    return found;
  }

  /** The tags of the groups of these names; where they are listed in other letters only, also by those. */
  async #lookUp(names: GroupNames, listed: readonly Group[]): Promise<string[]> {
    const spellings = new Map([names, ...listed].map((one) => [JSON.stringify(namesOf(one)), one]));
    for (const spelling of spellings.values()) {
      const tags = await this.#api.getMigrationTags(spelling, this.#signal);
      if (tags.length > 0) {
        return tags;
      }
    }
    return [];
  }
}

/** The group is made, whatever became of the look-up: it must not be made again. */
function accepted(what: string, cause?: unknown): SystemError {
  return new SystemError(`Cloudiway accepted the group, ${what}`, "partly", { cause });
}

/** A group under its tag. Which of several groups a tag belongs to, the list does not say. */
function taggedAs(migrationTag: string, groups: readonly Group[]): TaggedGroup {
  const [group, ...others] = groups;
  if (group === undefined) {
    throw new TypeError("there is no group to be tagged");
  }
  return others.length === 0 ? { ...group, migrationTag } : { ...unseen(group), migrationTag };
}

/** A group of which only the names are known. */
function unseen({ sourceGroupName, targetGroupName }: GroupNames): Group {
  return { sourceGroupName, targetGroupName, sourceGroupUrl: undefined, targetGroupUrl: undefined };
}

function namesOf({ sourceGroupName, targetGroupName }: GroupNames): readonly string[] {
  return [sourceGroupName, targetGroupName];
}

function keyOf(names: GroupNames): string {
  return JSON.stringify(namesOf(names)).toLowerCase();
}
