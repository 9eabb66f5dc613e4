/** The look of the page, by day and by night. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1c2430, #e6e9ee);
  --quiet: light-dark(#5b6675, #98a3b3);
  --page: light-dark(#f6f7f9, #14181e);
  --sheet: light-dark(#ffffff, #1b2129);
  --line: light-dark(#dfe3e8, #2d3540);
  --changed: light-dark(#9a5b00, #f0b352);
  --gone: light-dark(#b3261e, #ff8a80);
  --failed: light-dark(#7b1fa2, #d8a3f0);
  --unmanaged: light-dark(#0b5cad, #7db8f5);
  --accepted: light-dark(#2c6e3f, #86cf9a);
  --blind: light-dark(#5b6675, #98a3b3);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1280px; padding: 32px 24px 64px; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
h1 { margin: 0; font-size: 26px; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 17px; margin: 32px 0 8px; }
header p { margin: 4px 0 24px; color: var(--quiet); }
time { margin-left: 8px; }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center;
  padding: 14px 16px; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
.kinds { display: flex; flex-wrap: wrap; gap: 8px; flex-basis: 100%; }
.kind { display: inline-flex; gap: 6px; align-items: center; padding: 3px 12px 3px 8px; border: 1px solid var(--line);
  border-radius: 99px; cursor: pointer; color: var(--quiet); }
.kind:has(:checked) { color: var(--own); border-color: var(--own); background: color-mix(in srgb, var(--own) 8%, transparent); }
.kind input { accent-color: var(--own); margin: 0; }
.changed { --own: var(--changed); } .gone { --own: var(--gone); } .failed { --own: var(--failed); }
.unmanaged { --own: var(--unmanaged); } .accepted { --own: var(--accepted); } .blind { --own: var(--blind); }
select, input[type="search"] { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line);
  border-radius: 6px; padding: 4px 8px; }
input[type="search"] { width: 16em; }
output { margin-left: auto; color: var(--quiet); font-variant-numeric: tabular-nums; }
table { width: 100%; margin-top: 16px; border-collapse: separate; border-spacing: 0; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 10px; overflow: hidden; table-layout: fixed; }
th { text-align: left; font-weight: 600; font-size: 13px; color: var(--quiet); padding: 10px 12px; }
th:nth-child(1) { width: 130px; } th:nth-child(2) { width: 27%; } th:nth-child(3) { width: 18%; }
td { padding: 10px 12px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td strong { font-weight: 600; display: block; }
small { display: block; color: var(--quiet); font-size: 12.5px; }
code { font: 13px/1.5 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
.tag { color: var(--own); font-size: 13px; font-weight: 600; white-space: nowrap; }
.tag::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 7px; border-radius: 50%;
  background: var(--own); }
.held { color: var(--own); }
.none { padding: 48px; text-align: center; color: var(--quiet); }
[hidden] { display: none !important; }
@media (max-width: 720px) {
  body { padding: 16px 10px; } .filters { position: static; }
  thead { display: none; } table, tbody, tr, td { display: block; width: 100%; }
  td { border: 0; padding: 2px 12px; } tr { padding: 10px 0; border-top: 1px solid var(--line); }
  td:empty { display: none; } .declared::before { content: "declared "; color: var(--quiet); }
  .held::before { content: "in the system "; color: var(--quiet); }
}
@media print { body { max-width: none; background: none; } .filters { display: none; } }
`;
