import { command } from "../report/annotation.ts";
import type { KindVerdict, Loss, Verdict } from "./guard.ts";

/** How many resources of a kind a text for people names. */
const named = 50;

const words = { delete: "deleted", replace: "replaced", empty: "emptied" } as const;

/** For a terminal or a log. */
export function guardText(verdict: Verdict): string {
  const { kinds, exceeded } = verdict;
  if (kinds.length === 0) {
    return "The run would delete, replace or empty nothing.\n";
  }
  return [
    exceeded ? "The run would take away more than is allowed:" : "The run stays within the limit:",
    "",
    ...kinds.flatMap((kind) => [
      `${kind.exceeded ? "✗" : "✓"} ${sentence(kind)}`,
      ...kind.losses.slice(0, named).map((loss) => `    ${lossText(loss)}`),
      ...more(kind).map((text) => `    ${text}`),
    ]),
    "",
    ...advice(verdict),
    "",
  ].join("\n");
}

/** For a comment on a pull request. */
export function guardMarkdown(verdict: Verdict): string {
  const { kinds, exceeded } = verdict;
  if (kinds.length === 0) {
    return "### Guard: nothing is deleted, replaced or emptied\n";
  }
  return [
    exceeded ? "### Guard: more would go than is allowed" : "### Guard: within the limit",
    "",
    "| kind | deleted | replaced | emptied | of | allowed | |",
    "|---|---:|---:|---:|---:|---:|---|",
    ...kinds.map((kind) => {
      const counts = (Object.keys(words) as Loss["effect"][]).map((effect) => count(kind, effect));
      return `| \`${kind.kind}\` | ${counts.join(" | ")} | ${kind.total} | ${kind.allowed} | ${kind.exceeded ? "**too many**" : ""} |`;
    }),
    "",
    ...kinds.flatMap((kind) => [
      `<details><summary>${kind.kind}: ${kind.losses.length}</summary>`,
      "",
      ...kind.losses.slice(0, named).map((loss) => `- \`${lossText(loss).replaceAll("`", "'")}\``),
      ...more(kind).map((text) => `- ${text}`),
      "",
      "</details>",
      "",
    ]),
    ...advice(verdict),
    "",
  ].join("\n");
}

/** Workflow commands of GitHub Actions: each kind that loses too much becomes an error of the run. */
export function guardAnnotations({ kinds }: Verdict): string {
  return kinds
    .filter(({ exceeded }) => exceeded)
    .map((kind) => {
      const names = [...kind.losses.slice(0, named).map(lossText), ...more(kind)];
      return command("error", { title: "groupware guard" }, `${sentence(kind)}\n${names.join("\n")}`);
    })
    .join("");
}

/** For other programs. */
export function guardJson(verdict: Verdict): string {
  return `${JSON.stringify(verdict, null, 2)}\n`;
}

function sentence(kind: KindVerdict): string {
  const parts = (Object.keys(words) as Loss["effect"][])
    .map((effect) => ({ effect, number: count(kind, effect) }))
    .filter(({ number }) => number > 0)
    .map(({ effect, number }) => `${number} ${words[effect]}`);
  return `${kind.kind}: ${parts.join(", ")} of ${kind.total}; allowed are ${kind.allowed}`;
}

function count({ losses }: KindVerdict, effect: Loss["effect"]): number {
  return losses.filter((loss) => loss.effect === effect).length;
}

function lossText({ name, effect, emptied }: Loss): string {
  return `${effect} ${name}${emptied.length === 0 ? "" : `: ${emptied.join(", ")}`}`;
}

function more({ losses }: KindVerdict): string[] {
  return losses.length > named ? [`and ${losses.length - named} more`] : [];
}

function advice({ exceeded, hidden, limit }: Verdict): string[] {
  if (!exceeded) {
    return [];
  }
  const raise = `If this is meant, allow it for this run with --percent (now ${limit.percent}) or --at-least (now ${limit.atLeast}).`;
  return hidden === 0
    ? [raise]
    : [
        `The preview does not show ${hidden} unchanged resources, so that the share is taken of what it shows. ` +
          "Run `pulumi preview --json --show-sames` to have all counted.",
        raise,
      ];
}
