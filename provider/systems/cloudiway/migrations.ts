import type { Operation } from "../../resource/definition.ts";
import { appliedOf, SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import { type CloudiwayApi, vanishedGroup } from "./api.ts";
import { isSoAlready, RefusedError } from "./refusedError.ts";
import { described, migrationIn, type Phase, phaseOf } from "./status.ts";

/** What is declared of a migration. */
export type Migration = "started" | "stopped";
/** How far a started migration is waited for. */
export type WaitUntil = "scheduled" | "finished";

/** How often a start or a stop is sent when its answers are lost. */
const attempts = 3;

/** What stands for the status of a group that has none. */
const noStatus = "UNKNOWN";

/** How long after a start the status from before it may be shown, in milliseconds. */
const longestOldStatus = 10_000;

/** Starts and stops the migrations of groups, and waits for them. */
export class Migrations {
  readonly #api: CloudiwayApi;
  readonly #signal: AbortSignal;

  constructor(api: CloudiwayApi, signal: AbortSignal) {
    this.#api = api;
    this.#signal = signal;
  }

  /** The status of a group. Throws when there is no such group. */
  async status(migrationTag: string): Promise<string> {
    const status = await this.#api.getGroupStatus(migrationTag, this.#signal);
    if (status === undefined && (await this.#api.getGroup(migrationTag, this.#signal)) === undefined) {
      throw vanishedGroup(migrationTag, undefined);
    }
    return status ?? noStatus;
  }

  /**
   * Brings a migration to where it is declared to be. One that is there already is left alone; an answer that is lost is
   * made up for by the status. Answers with the statuses before and after.
   */
  async bring(migrationTag: string, wanted: Migration): Promise<{ readonly before: string; readonly after: string }> {
    for (let attempt = 1; ; attempt++) {
      const before = await this.status(migrationTag);
      if (isAt(before, wanted)) {
        return { before: "", after: before };
      }
      try {
        await (wanted === "started"
          ? this.#api.startGroup(migrationTag, this.#signal)
          : this.#api.stopGroup(migrationTag, this.#signal));
        return { before, after: await this.status(migrationTag) };
      } catch (error) {
        const isLost = appliedOf(error) === "unknown";
        const after = this.#signal.aborted ? before : await this.status(migrationTag);
        // The status may be older than what a refusal says.
        const isSo = error instanceof RefusedError && isSoAlready(error.reason, wanted === "started");
        const isIdle = !isLost && wanted === "stopped" && migrationIn(phaseOf(after)) !== "started";
        if (isSo || isIdle || isAt(after, wanted)) {
          return { before, after };
        }
        if (!isLost || attempt === attempts || this.#signal.aborted) {
          throw error;
        }
      }
    }
  }

  /**
   * Waits until a started migration is at least scheduled, or finished, and answers with the status then. A status that
   * says that it failed or was stopped ends the wait with an error; the one from before the start may still be shown for
   * a while.
   */
  async waitFor(migrationTag: string, until: WaitUntil, before: string, operation: Operation): Promise<string> {
    const { timeout, signal } = operation;
    const began = performance.now();
    let last = "";
    const reached = await waitFor(
      async () => {
        const status = await this.status(migrationTag);
        if (status !== last) {
          operation.report(`cloudiway:Group ${migrationTag}: ${described(status)}`);
          last = status;
        }
        const phase = phaseOf(status);
        const isOld = status === before && performance.now() - began < longestOldStatus;
        if ((phase === "failed" || phase === "stopped") && !isOld) {
          throw new SystemError(
            `The migration of ${migrationTag} did not get ${until}: its status is ${described(status)}. ${advice(status, phase)}`,
            "partly",
          );
        }
        const isReached = phase === "finished" || (until === "scheduled" && migrationIn(phase) === "started");
        return isReached ? status : undefined;
      },
      { timeout, signal },
    );
    if (reached === undefined) {
      throw new SystemError(
        `The migration of ${migrationTag} is not ${until} after ${timeout} s: its status is ${described(last)}. ` +
          "It goes on in Cloudiway; `pulumi up` waits again. To wait longer, raise `customTimeouts` of the resource " +
          "(with the plugin) or `timeout` of the connection.",
        "partly",
      );
    }
    return reached;
  }
}

/** Whether a migration with that status needs no start, or no stop. One that is finished must not be done again. */
function isAt(status: string, wanted: Migration): boolean {
  const phase = phaseOf(status);
  return migrationIn(phase) === wanted || phase === "finished";
}

/** What to do about a migration that does not go on. */
function advice(status: string, phase: Phase): string {
  if (/LICEN[CS]E/i.test(status)) {
    return (
      "Assign a license in Cloudiway and run `pulumi up` again: it starts the migration anew. A `cloudiway.GroupLicense` " +
      "of this group waits for the group itself: to use one, leave the start to a `cloudiway.Batch` that depends on it, " +
      "or declare `migration` once the license is assigned."
    );
  }
  return phase === "stopped"
    ? "Somebody stopped it; `pulumi up` starts it again."
    : "Look at the group's errors in Cloudiway, mend the cause, and run `pulumi up` again: it starts the migration anew.";
}
