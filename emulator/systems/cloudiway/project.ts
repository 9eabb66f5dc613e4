import { randomUUID } from "node:crypto";
import type { GroupFields } from "./bodies.ts";

/** A group under the names of the wire. What it does not have is `null`. */
export interface CloudiwayGroup extends Nullable<Omit<GroupFields, "sourceGroupName" | "targetGroupName">> {
  readonly migrationTag: string;
  readonly customerGroupID: number;
  readonly sourceGroupName: string;
  readonly targetGroupName: string;
  readonly status: string;
  readonly licensed: boolean;
  /** How often it was audited. */
  readonly audits: number;
}

/** A batch under the names of the wire, but for `running`, which no call shows. */
export interface CloudiwayBatch {
  readonly id: number;
  readonly batchName: string;
  readonly running: boolean;
}

/** That a group is in a batch. */
export interface Membership {
  readonly id: number;
  readonly customerBatchID: number;
  readonly customerGroupID: number;
}

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null };

/** A migration that takes its course: see the behaviour `migration`. */
interface Course {
  readonly begun: number;
  readonly statuses: readonly string[];
  readonly step: number;
}

/** The groups and batches of one project. */
export class Project {
  readonly #groups = new Map<string, CloudiwayGroup>();
  readonly #courses = new Map<string, Course>();
  readonly #hidden = new Map<string, number>();
  readonly #batches = new Map<string, CloudiwayBatch>();
  #memberships: readonly Membership[] = [];
  #nextGroup = 279_858;
  #nextBatch = 2267;
  #nextMembership = 124_637;

  /** All groups by migration tag, in the order in which they were made, each with the status that it has now. */
  get groups(): ReadonlyMap<string, CloudiwayGroup> {
    return new Map([...this.#groups.values()].map((group) => [group.migrationTag, this.#current(group)]));
  }

  get batches(): ReadonlyMap<string, CloudiwayBatch> {
    return this.#batches;
  }

  get memberships(): readonly Membership[] {
    return this.#memberships;
  }

  group(migrationTag: string): CloudiwayGroup | undefined {
    const group = this.#groups.get(migrationTag);
    return group === undefined ? undefined : this.#current(group);
  }

  /** Makes a group; it is missing from the next `hiddenReads` reads by names. */
  addGroup(fields: Partial<CloudiwayGroup>, hiddenReads = 0): CloudiwayGroup {
    const group: CloudiwayGroup = {
      migrationTag: randomUUID(),
      customerGroupID: this.#nextGroup++,
      sourceGroupName: "source",
      targetGroupName: "target",
      sourceGroupUrl: null,
      targetGroupUrl: null,
      sourceConnectorName: null,
      targetConnectorName: null,
      sourceEmail: null,
      recipientType: null,
      status: "NOTSTARTED",
      licensed: false,
      audits: 0,
      ...fields,
    };
    this.#groups.set(group.migrationTag, group);
    if (hiddenReads > 0) {
      this.#hidden.set(group.migrationTag, hiddenReads);
    }
    return group;
  }

  /** Changes a group. A new status ends the migration's own course. */
  changeGroup(migrationTag: string, fields: Partial<CloudiwayGroup>): void {
    const group = this.#groups.get(migrationTag);
    if (group !== undefined) {
      this.#groups.set(migrationTag, { ...this.#current(group), ...fields });
    }
    if (fields.status !== undefined) {
      this.#courses.delete(migrationTag);
    }
  }

  deleteGroup(migrationTag: string): void {
    const group = this.#groups.get(migrationTag);
    this.#memberships = this.#memberships.filter((row) => row.customerGroupID !== group?.customerGroupID);
    this.#groups.delete(migrationTag);
    this.#courses.delete(migrationTag);
    this.#hidden.delete(migrationTag);
  }

  /** The groups that the next read by names shows, as a list or by their names; counts as a read of them. */
  shown(groups: Iterable<CloudiwayGroup> = this.groups.values()): CloudiwayGroup[] {
    return [...groups].filter(({ migrationTag }) => {
      const left = this.#hidden.get(migrationTag) ?? 0;
      if (left > 1) {
        this.#hidden.set(migrationTag, left - 1);
      } else {
        this.#hidden.delete(migrationTag);
      }
      return left === 0;
    });
  }

  withNames(sourceGroupName: string, targetGroupName: string): CloudiwayGroup[] {
    return [...this.groups.values()].filter(
      (group) => group.sourceGroupName === sourceGroupName && group.targetGroupName === targetGroupName,
    );
  }

  /** Whether the migration of a group has been started and goes on. */
  isRunning(migrationTag: string): boolean {
    return (
      this.#courses.has(migrationTag) && !/DONE|ERROR|EXCEEDED|FAIL|STOP/i.test(this.group(migrationTag)?.status ?? "")
    );
  }

  start(migrationTag: string, statuses: readonly string[], step: number): void {
    this.#courses.set(migrationTag, { begun: performance.now(), statuses, step });
  }

  addBatch(batchName: string): CloudiwayBatch {
    const batch = { id: this.#nextBatch++, batchName, running: false };
    this.#batches.set(batchName, batch);
    return batch;
  }

  runBatch(batch: CloudiwayBatch, running: boolean): void {
    this.#batches.set(batch.batchName, { ...batch, running });
  }

  deleteBatch({ id, batchName }: CloudiwayBatch): void {
    this.#memberships = this.#memberships.filter(({ customerBatchID }) => customerBatchID !== id);
    this.#batches.delete(batchName);
  }

  membershipsOf({ id }: CloudiwayBatch): Membership[] {
    return this.#memberships.filter(({ customerBatchID }) => customerBatchID === id);
  }

  groupsOf(batch: CloudiwayBatch): CloudiwayGroup[] {
    const numbers = new Set(this.membershipsOf(batch).map(({ customerGroupID }) => customerGroupID));
    return [...this.groups.values()].filter(({ customerGroupID }) => numbers.has(customerGroupID));
  }

  batchOf({ customerGroupID }: CloudiwayGroup): CloudiwayBatch | undefined {
    const row = this.#memberships.find((membership) => membership.customerGroupID === customerGroupID);
    return [...this.#batches.values()].find(({ id }) => id === row?.customerBatchID);
  }

  /** Puts a group into a batch, and takes it out of the one that it was in. */
  join({ customerGroupID }: CloudiwayGroup, { id }: CloudiwayBatch): void {
    const others = this.#memberships.filter((row) => row.customerGroupID !== customerGroupID);
    this.#memberships = [...others, { id: this.#nextMembership++, customerBatchID: id, customerGroupID }];
  }

  leave({ customerGroupID }: CloudiwayGroup): void {
    this.#memberships = this.#memberships.filter((row) => row.customerGroupID !== customerGroupID);
  }

  #current(group: CloudiwayGroup): CloudiwayGroup {
    const course = this.#courses.get(group.migrationTag);
    if (course === undefined) {
      return group;
    }
    const passed = course.step === 0 ? Number.POSITIVE_INFINITY : (performance.now() - course.begun) / course.step;
    const status = course.statuses[Math.min(Math.floor(passed), course.statuses.length - 1)];
    return { ...group, status: status ?? group.status };
  }
}
