import { pageScript } from "./pageScript.ts";
import { pageStyle } from "./pageStyle.ts";
import { type DriftReport, headline, unlistedTitle, valueText } from "./report.ts";

/** How much of a value the page shows, in characters. */
const longestValue = 2000;

/** What a row of the page is about; also what the page filters by. */
const kinds = {
  changed: "drifted",
  gone: "gone",
  failed: "not read",
  unmanaged: "managed by no stack",
  accepted: "accepted",
  blind: "not observable",
} as const;

type Kind = keyof typeof kinds;

interface Row {
  readonly kind: Kind;
  readonly type: string;
  readonly resource: string;
  readonly detail: string;
  readonly property: string;
  readonly declared?: string;
  readonly held?: string;
  readonly note?: string;
}

/**
 * One page that needs nothing but itself: readable as it comes, filtered by a few lines of script. It loads nothing and
 * sends nothing.
 */
export function driftHtml(report: DriftReport): string {
  const rows = rowsOf(report);
  const counts = (Object.keys(kinds) as Kind[]).map(
    (kind) => [kind, resourceCount(rows.filter((row) => row.kind === kind))] as const,
  );
  const systems = unique(rows.map(({ type }) => systemOf(type)));
  const properties = unique(rows.map(({ property }) => topOf(property)).filter((property) => property !== ""));
  const title = `Drift of ${report.stacks.join(", ")}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${html(title)}</h1>
<p>${html(headline(report))} <time datetime="${html(report.time)}">${html(report.time.replace("T", " ").slice(0, 16))} UTC</time></p>
</header>
<form class="filters" role="search">
<div class="kinds">
${counts
  .filter(([, count]) => count > 0)
  .map(
    ([kind, count]) =>
      `<label class="kind ${kind}"><input type="checkbox" name="kind" value="${kind}"${isShownFirst(kind) ? " checked" : ""}><b>${count}</b> ${kinds[kind]}</label>`,
  )
  .join("\n")}
</div>
<label>System <select name="system"><option value="">all</option>${options(systems)}</select></label>
<label>Property <select name="property"><option value="">all</option>${options(properties)}</select></label>
<label>Find <input type="search" name="text" placeholder="name, ID or value"></label>
<output name="shown"></output>
</form>
${rows.length === 0 ? '<p class="none">Everything is as it was declared.</p>' : table(rows)}
<p class="none" id="nothing" hidden>Nothing fits these filters.</p>
${outdated(report)}
<script>${pageScript}</script>
</body>
</html>
`;
}

function rowsOf({
  drifts,
  failures,
  unmanaged = [],
  unmanagedFailures,
  unlisted,
  accepted,
  notObservable,
}: DriftReport): Row[] {
  return [
    ...drifts.flatMap((drift): Row[] => {
      const row = { type: drift.type, resource: drift.name, detail: `${drift.stack} · ${drift.id}` };
      return drift.status === "gone"
        ? [{ ...row, kind: "gone", property: "", note: "The object is in the system no longer." }]
        : drift.changes.map(({ path, declared, held, replaces }) => ({
            ...row,
            kind: "changed",
            property: path,
            declared: valueText(declared, longestValue),
            held: valueText(held, longestValue),
            ...(replaces ? { note: "Healed only by a replacement." } : {}),
          }));
    }),
    ...failures.map(({ type, name, stack, id, message }): Row => {
      return { kind: "failed", type, resource: name, detail: `${stack} · ${id}`, property: "", note: message };
    }),
    ...unmanaged.map(({ type, name, id, connection }): Row => {
      return { kind: "unmanaged", type, resource: name, detail: `${connection} · ${id}`, property: "" };
    }),
    ...unmanagedFailures.map((note): Row => {
      return { kind: "failed", type: note.split(" ")[0] ?? "", resource: "", detail: "", property: "", note };
    }),
    ...unlisted.map((type): Row => {
      return { kind: "blind", type, resource: "", detail: "", property: "", note: `${unlistedTitle}.` };
    }),
    ...accepted.map(({ type, name, stack, id, path, reason, until }): Row => {
      const note = until === undefined ? reason : `${reason} (until ${until})`;
      return { kind: "accepted", type, resource: name, detail: `${stack} · ${id}`, property: path ?? "", note };
    }),
    ...notObservable.map(({ type, property, reason, resources }): Row => {
      const resource = resources === 1 ? "1 resource" : `${resources} resources`;
      return { kind: "blind", type, resource, detail: "", property, note: `Drift cannot be seen: ${reason}.` };
    }),
  ];
}

/** A resource may have a row for each of its properties. */
function resourceCount(rows: readonly Row[]): number {
  return new Set(
    rows.map(({ kind, type, resource, detail, property }) =>
      kind === "changed" ? `${type} ${resource} ${detail}` : `${type} ${resource} ${detail} ${property}`,
    ),
  ).size;
}

function table(rows: readonly Row[]): string {
  const body = rows.map(
    ({ kind, type, resource, detail, property, declared, held, note }) =>
      `<tr class="${kind}" data-kind="${kind}" data-system="${html(systemOf(type))}" data-property="${html(topOf(property))}"${isShownFirst(kind) ? "" : " hidden"}>` +
      `<td><span class="tag">${kinds[kind]}</span></td>` +
      `<td><strong>${html(resource)}</strong><small>${html(type)}${detail === "" ? "" : ` · ${html(detail)}`}</small></td>` +
      `<td>${property === "" ? "" : `<code>${html(property)}</code>`}</td>` +
      (declared === undefined
        ? `<td colspan="2">${html(note ?? "")}</td>`
        : `<td><code class="declared">${html(declared)}</code></td><td><code class="held">${html(held ?? "")}</code>${note === undefined ? "" : `<small>${html(note)}</small>`}</td>`) +
      "</tr>",
  );
  return `<table>
<thead><tr><th></th><th>Resource</th><th>Property</th><th>Declared</th><th>In the system</th></tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>`;
}

function outdated(report: DriftReport): string {
  return report.outdated.length === 0
    ? ""
    : `<section><h2>Without effect in the file of accepted drift</h2><ul>${report.outdated.map((text) => `<li>${html(text)}</li>`).join("")}</ul></section>`;
}

/** What needs somebody to act is shown at first; the rest is a click away. */
function isShownFirst(kind: Kind): boolean {
  return kind === "changed" || kind === "gone" || kind === "failed";
}

function systemOf(type: string): string {
  return type.split(":")[0] ?? "";
}

function topOf(property: string): string {
  return property.split(/[.[]/)[0] ?? "";
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function options(values: readonly string[]): string {
  return values.map((value) => `<option>${html(value)}</option>`).join("");
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
