/** Shows the rows that fit the filters. The page can be read without it. */
export const pageScript = `
"use strict";
const form = document.querySelector("form");
const rows = [...document.querySelectorAll("tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase() }));
const show = () => {
  const data = new FormData(form);
  const kinds = new Set(data.getAll("kind"));
  const system = data.get("system");
  const property = data.get("property");
  const text = data.get("text").trim().toLowerCase();
  let shown = 0;
  for (const { row, text: own } of rows) {
    const fits =
      kinds.has(row.dataset.kind) &&
      (system === "" || row.dataset.system === system) &&
      (property === "" || row.dataset.property === property) &&
      (text === "" || own.includes(text));
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  form.elements.shown.value = shown + " of " + rows.length + (rows.length === 1 ? " row" : " rows");
  document.querySelector("#nothing").hidden = shown > 0 || rows.length === 0;
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
`;
