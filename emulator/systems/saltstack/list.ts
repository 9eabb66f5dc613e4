import type { EndpointAnswer } from "../../endpoint.ts";
import type { Entity, Kind } from "./entity.ts";
import { detailed } from "./refusal.ts";
import type { Store } from "./store.ts";

/** Whether an object has what a filter asks for. */
export type Filter = (entity: Entity, value: string) => boolean;

/** Text anywhere in a field, in any letter case. */
export function contains(field: string | ((entity: Entity) => unknown)): Filter {
  const read = typeof field === "string" ? (entity: Entity) => entity.fields[field] : field;
  return (entity, value) =>
    String(read(entity) ?? "")
      .toLowerCase()
      .includes(value.toLowerCase());
}

/** The ID of another object; what is none fits nothing. */
export function refersTo(read: (entity: Entity) => unknown): Filter {
  return (entity, value) => /^[0-9a-f]{32}$/.test(value) && read(entity) === value;
}

/** What a list can be asked for. */
export interface ListOptions {
  readonly filters: Readonly<Record<string, Filter>>;
  /** The fields that the document lets it be ordered by. */
  readonly orders: readonly string[];
}

const pageParameters = ["page", "page_size", "o"];

/** A page of a list, with its links and the count of all. */
export function listed(
  store: Store,
  kind: Kind,
  { filters, orders }: ListOptions,
  query: Readonly<Record<string, unknown>>,
  render: (entity: Entity) => unknown,
): EndpointAnswer {
  const unknown = Object.keys(query).filter((name) => !(name in filters) && !pageParameters.includes(name));
  if (store.behaviour.strict && unknown.length > 0) {
    throw detailed(400, `Unknown filter: ${unknown.join(", ")}.`);
  }
  const order = query.o === undefined ? undefined : String(query.o);
  if (order !== undefined && store.behaviour.ordering === "documented" && !orders.includes(order.replace(/^-/, ""))) {
    throw detailed(400, "Unknown filter: o.");
  }
  const found = (store.behaviour.role ? store.all(kind) : []).filter((entity) =>
    Object.entries(query).every(([name, value]) =>
      (Array.isArray(value) ? value : [value]).some((one) => filters[name]?.(entity, String(one)) ?? true),
    ),
  );
  const ordered = order === undefined ? store.shuffled(found) : sorted(store.shuffled(found), order);
  return paged(store, `${kind}/`, ordered.map(render), query);
}

/** A page of what is found, with its links and the count of all. */
export function paged(
  store: Store,
  path: string,
  items: readonly unknown[],
  query: Readonly<Record<string, unknown>>,
): EndpointAnswer {
  const pageSize = Math.min(
    Number(query.page_size ?? store.behaviour.defaultPageSize) || store.behaviour.defaultPageSize,
    store.behaviour.maximumPageSize,
  );
  const last = Math.max(Math.ceil(items.length / pageSize), 1);
  const page = Number(query.page ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > last) {
    throw detailed(404, "Invalid page.");
  }
  const link = (target: number, rel: string) => {
    const parameters = new URLSearchParams(
      Object.entries({ ...query, page: target }).flatMap(([name, value]): [string, string][] =>
        (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
      ),
    );
    return `<${store.behaviour.publicUrl}/${path}?${parameters}>; rel="${rel}"`;
  };
  const links = [
    link(1, "first"),
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next")] : []),
    link(last, "last"),
  ];
  return {
    status: 200,
    headers: { "X-Result-Count": String(items.length), Link: links.join(", ") },
    body: items.slice((page - 1) * pageSize, page * pageSize),
  };
}

function sorted(entities: readonly Entity[], order: string): Entity[] {
  const field = order.replace(/^-/, "");
  const direction = order.startsWith("-") ? -1 : 1;
  const key = ({ fields }: Entity) => String(fields[field] ?? "");
  return [...entities].sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -direction : direction));
}
