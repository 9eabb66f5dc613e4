import { definitionOfToken } from "../systems/definitionOfToken.ts";
import { kindOf } from "../systems/kind.ts";
import type { Limit } from "./limit.ts";
import type { Preview, PreviewStep } from "./preview.ts";

/** A resource that a run would take something away from. */
export interface Loss {
  readonly urn: string;
  readonly name: string;
  readonly effect: "delete" | "replace" | "empty";
  /** Of an emptied resource: the paths of the lists and maps that would have nothing in them any more. */
  readonly emptied: readonly string[];
}

/** What a run would take away of one kind of resource. */
export interface KindVerdict {
  /** Such as `barium:Group`; both hosts make the same kind. */
  readonly kind: string;
  readonly losses: readonly Loss[];
  /** How many resources of the kind there are now, as far as the preview shows them. */
  readonly total: number;
  readonly allowed: number;
  readonly exceeded: boolean;
}

export interface Verdict {
  readonly limit: Limit;
  /** The kinds that lose anything, by name. */
  readonly kinds: readonly KindVerdict[];
  readonly exceeded: boolean;
  /**
   * How many unchanged resources the preview did not show, so that the totals may be too small; with `--show-sames` there
   * are none.
   */
  readonly hidden: number;
}

/** Judges what a run would delete, replace or empty, kind by kind. */
export function judge({ steps: all, changes }: Preview, limit: Limit): Verdict {
  const steps = stepsOfRun(all);
  const counted = steps.filter(isCounted);
  const kinds = Map.groupBy(counted, ({ oldState }) => kindOf(oldState?.type ?? ""));
  const verdicts = [...kinds]
    .map(([kind, of]) => {
      const total = new Set(of.map(({ urn }) => urn)).size;
      const losses = [...new Map(of.flatMap((step) => lossOf(step) ?? []).map((loss) => [loss.urn, loss])).values()];
      const allowed = Math.max(limit.atLeast, Math.floor((total * limit.percent) / 100));
      return { kind, losses, total, allowed, exceeded: losses.length > allowed };
    })
    .filter(({ losses }) => losses.length > 0)
    .sort((left, right) => (left.kind < right.kind ? -1 : 1));
  const shownSames = steps.filter(({ op }) => op === "same").length;
  return {
    limit,
    kinds: verdicts,
    exceeded: verdicts.some(({ exceeded }) => exceeded),
    hidden: Math.max(0, (changes.same ?? 0) - shownSames),
  };
}

/**
 * What the run itself would do. With `--refresh` the steps begin with what the refresh has found, where an object that
 * somebody else has deleted or emptied may look as if the run did it; the run begins with the stack itself.
 */
function stepsOfRun(steps: readonly PreviewStep[]): readonly PreviewStep[] {
  const isStack = ({ urn }: PreviewStep) => urn.includes("::pulumi:pulumi:Stack::");
  const refresh = steps.findIndex((step) => isStack(step) && step.op === "refresh");
  const run = steps.findIndex((step) => isStack(step) && step.op !== "refresh");
  return refresh >= 0 && run > refresh ? steps.slice(run) : steps;
}

/**
 * Whether a step is about an object that exists. Pulumi's own resources are no objects of a system, an action undoes
 * nothing when it goes, what is only read stays, and so does what the stack merely lets go; a leftover of an earlier
 * replacement was counted when that was made.
 */
function isCounted({ oldState }: PreviewStep): boolean {
  if (oldState === undefined || oldState === null || oldState.type.startsWith("pulumi:")) {
    return false;
  }
  const isLeft = oldState.external === true || oldState.retainOnDelete === true || oldState.delete === true;
  return !isLeft && definitionOfToken(oldState.type)?.isAction !== true;
}

function lossOf({ op, urn, oldState, newState }: PreviewStep): Loss | undefined {
  const loss = { urn, name: urn.split("::").at(-1) ?? urn, emptied: [] };
  if (op === "delete") {
    return { ...loss, effect: "delete" };
  }
  // The steps of a replacement belong together; an engine may show any of them.
  if (["replace", "create-replacement", "delete-replaced"].includes(op)) {
    return { ...loss, effect: "replace" };
  }
  const emptied = op === "update" ? emptiedPaths(oldState?.inputs, newState?.inputs) : [];
  return emptied.length === 0 ? undefined : { ...loss, effect: "empty", emptied };
}

/** Where a list or map had something in it and has nothing any more. What is left out is not managed, and stays. */
function emptiedPaths(before: unknown, after: unknown, path = ""): string[] {
  if (!isContainer(before) || !isContainer(after)) {
    return [];
  }
  if (path !== "" && Object.keys(before).length > 0 && Object.keys(after).length === 0) {
    return [path];
  }
  return Array.isArray(before)
    ? []
    : Object.keys(before).flatMap((name) =>
        emptiedPaths(
          (before as Record<string, unknown>)[name],
          (after as Record<string, unknown>)[name],
          path === "" ? name : `${path}.${name}`,
        ),
      );
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
