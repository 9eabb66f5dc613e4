import type { DeclaredResource } from "./declared.ts";

/** What `pulumi import --file` takes: every resource with its ID, in the order of their names. */
export function importFile(resources: readonly DeclaredResource[]): string {
  const list = resources
    .map(({ type, name, importId }) => ({ type: `groupware:${type}`, name, id: importId }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  return `${JSON.stringify({ resources: list }, null, 2)}\n`;
}
