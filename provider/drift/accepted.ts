import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import { glob } from "../report/glob.ts";
import { kindOf } from "../systems/kind.ts";
import type { Change, Drift, Subject } from "./drift.ts";
import type { Unmanaged } from "./unmanaged.ts";

const subject = {
  stack: z.string().optional(),
  type: z.string().optional(),
  name: z.string().optional(),
  id: z.string().optional(),
};
const reason = z.string({ error: "say why, for whoever reviews the file" }).min(1);
const property = z.string().min(1);
const date = z.union([z.string(), z.date().transform((value) => value.toISOString().slice(0, 10))]).pipe(z.iso.date());

const rules = z.strictObject({
  ignore: z.array(z.strictObject({ ...subject, property, reason })).default([]),
  accept: z
    .array(
      z
        .strictObject({
          ...subject,
          property: property.optional(),
          held: z.unknown().optional(),
          gone: z.literal(true).optional(),
          until: date.optional(),
          reason,
        })
        .refine(
          (entry) => (entry.property === undefined) === (entry.gone === true),
          "needs `property`, or `gone: true`",
        ),
    )
    .default([]),
  unmanaged: z
    .array(
      z.strictObject({
        type: subject.type,
        connection: z.string().optional(),
        name: subject.name,
        id: subject.id,
        reason,
      }),
    )
    .default([]),
});

type Rules = z.output<typeof rules>;
type AcceptRule = Rules["accept"][number];

/** Drift that a reviewed file accepts, and why. */
export interface AcceptedDrift extends Subject {
  /** The path, or nothing for an object that is gone. */
  readonly path?: string;
  readonly reason: string;
  readonly until?: string;
}

/** What is left of drift when a reviewed file is applied. */
export interface Judged {
  readonly drifts: readonly Drift[];
  readonly accepted: readonly AcceptedDrift[];
  /** How many changes the file says never to look at. */
  readonly ignored: number;
  /** What of the file has no effect any more, and can go. */
  readonly outdated: readonly string[];
}

/** The reviewed file: properties that are ignored, drift that is accepted, and objects that no stack shall manage. */
export class Acceptance {
  readonly #rules: Rules;
  readonly #today: string;

  /**
   * @param text the YAML; nothing for no file.
   * @param today as `2026-01-31`; drift is accepted up to the day of `until`.
   * @throws what is wrong in the file, with lines.
   */
  constructor(text: string | undefined, name = "", today = new Date().toISOString().slice(0, 10)) {
    this.#rules = text === undefined ? rules.parse({}) : parse(text, name);
    this.#today = today;
  }

  /**
   * @param stacks those that were compared: of what the file says of others, nothing is known.
   * @param failures the resources that could not be read: nothing is known of them either.
   */
  judge(drifts: readonly Drift[], stacks: readonly string[], failures: readonly Subject[]): Judged {
    const accepted: AcceptedDrift[] = [];
    const used = new Set<AcceptRule>();
    let ignored = 0;
    const accepts = (drift: Drift, change?: Change): boolean => {
      const rule = this.#rules.accept.find((entry) => !this.#isOver(entry) && fits(entry, drift, change));
      if (rule !== undefined) {
        used.add(rule);
        accepted.push({
          ...subjectOf(drift),
          ...(change === undefined ? {} : { path: change.path }),
          reason: rule.reason,
          ...(rule.until === undefined ? {} : { until: rule.until }),
        });
      }
      return rule !== undefined;
    };
    const left = drifts.flatMap((drift): Drift[] => {
      if (drift.status === "gone") {
        return accepts(drift) ? [] : [drift];
      }
      const seen = drift.changes.filter(
        ({ path }) => !this.#rules.ignore.some((entry) => isAbout(entry, drift) && fitsPath(entry.property, path)),
      );
      ignored += drift.changes.length - seen.length;
      const changes = seen.filter((change) => !accepts(drift, change));
      return changes.length === 0 ? [] : [{ ...drift, changes }];
    });
    const isJudged = (entry: AcceptRule) =>
      (entry.stack === undefined || stacks.some(glob(entry.stack))) &&
      !failures.some((failed) => isAbout(entry, failed));
    const outdated = this.#rules.accept
      .filter((entry) => !used.has(entry) && (this.#isOver(entry) || isJudged(entry)))
      .map(
        (entry) =>
          `${describe(entry)}: ${this.#isOver(entry) ? `was accepted until ${entry.until}` : "there is no such drift"}`,
      );
    return { drifts: left, accepted, ignored, outdated };
  }

  /** The objects that the file does not speak of. */
  unmanaged(objects: readonly Unmanaged[]): readonly Unmanaged[] {
    return objects.filter(
      (object) =>
        !this.#rules.unmanaged.some(
          (entry) =>
            isAbout(entry, { ...object, stack: "" }) && (entry.connection ?? object.connection) === object.connection,
        ),
    );
  }

  #isOver({ until }: AcceptRule): boolean {
    return until !== undefined && until < this.#today;
  }
}

function parse(text: string, name: string): Rules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined) => (offset === undefined ? name : `${name}:${lines.linePos(offset).line}`);
  const [failure] = document.errors;
  if (failure !== undefined) {
    throw new Error(`${at(failure.pos[0])}: ${failure.message}`);
  }
  const result = rules.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const path = issue.path.map((segment) => (typeof segment === "symbol" ? String(segment) : segment));
      return `${at(startOf(document, path))}: ${path.join(".")}: ${issue.message}`;
    });
    throw new Error(problems.join("\n"));
  }
  return result.data;
}

/** Where what stands at a path begins, or the nearest that is written of it. */
function startOf(document: Document.Parsed, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range !== undefined && node.range !== null) {
      return node.range[0];
    }
  }
  return undefined;
}

function fits(entry: AcceptRule, drift: Drift, change: Change | undefined): boolean {
  if (!isAbout(entry, drift)) {
    return false;
  }
  if (change === undefined) {
    return entry.gone === true;
  }
  return (
    entry.property !== undefined &&
    fitsPath(entry.property, change.path) &&
    (!("held" in entry) || JSON.stringify(entry.held ?? null) === JSON.stringify(change.held ?? null))
  );
}

function isAbout(
  entry: { readonly [Name in keyof typeof subject]?: string | undefined },
  about: Pick<Subject, "stack" | "type" | "name" | "id">,
): boolean {
  return (["stack", "type", "name", "id"] as const).every((part) => {
    const pattern = entry[part];
    return pattern === undefined || glob(part === "type" ? kindOf(pattern) : pattern)(about[part]);
  });
}

/** A property stands for all that is in it. */
function fitsPath(pattern: string, path: string): boolean {
  return glob(pattern)(path) || path.startsWith(`${pattern}.`) || path.startsWith(`${pattern}[`);
}

function subjectOf({ stack, urn, name, type, id }: Drift): Subject {
  return { stack, urn, name, type, id };
}

function describe({ stack, type, name, id, property: path, gone }: AcceptRule): string {
  const parts = { stack, type, name, id, property: path, gone };
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([part, value]) => `${part} ${JSON.stringify(value)}`)
    .join(", ");
}
