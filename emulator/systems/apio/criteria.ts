import * as z from "zod";
import type { ApioGroup } from "./group.ts";

const text = z.string();
const count = z.int().min(1);
// A query is text throughout.
const countText = z.coerce.number().pipe(count);

interface Operator {
  readonly name: string;
  readonly isInsensitive: boolean;
  readonly field: "groupId" | "groupName";
  readonly fits: (value: string, criterion: string) => boolean;
}

/** The search criteria of seeds/003, such as `insensitiveGroupNameContains`. */
const operators: readonly Operator[] = ["sensitive", "insensitive"].flatMap((sensitivity) =>
  (["Id", "Name"] as const).flatMap((field) =>
    Object.entries({
      Starts: (value: string, criterion: string) => value.startsWith(criterion),
      Contains: (value: string, criterion: string) => value.includes(criterion),
      Equals: (value: string, criterion: string) => value === criterion,
    }).map(([operator, fits]) => ({
      name: `${sensitivity}Group${field}${operator}`,
      isInsensitive: sensitivity === "insensitive",
      field: `group${field}` as const,
      fits,
    })),
  ),
);
const search = Object.fromEntries(operators.map(({ name }) => [name, text.optional()]));
const sortOrder = text.regex(
  /^(in)?sensitive(Ascending|Descending)Group(Name|Id)$/,
  "must be one such as insensitiveAscendingGroupId",
);
const sortOrders = z.array(sortOrder).min(1).max(3);

/** The criteria of a list in the body of a GET, as the document's samples have them. */
export const bodyCriteria = z.strictObject({
  ...search,
  responseSizeLimit: count.optional(),
  pagingControl: z.strictObject({ startIndex: count, pageSize: count }).optional(),
  sortOrders: sortOrders.optional(),
});

/** The criteria of a list as a query: the same names, without nesting. */
export const queryCriteria = z
  .strictObject({
    ...search,
    responseSizeLimit: countText.optional(),
    startIndex: countText.optional(),
    pageSize: countText.optional(),
    sortOrders: text
      .transform((list) => list.split(","))
      .pipe(sortOrders)
      .optional(),
  })
  .refine(({ startIndex, pageSize }) => (startIndex === undefined) === (pageSize === undefined), {
    error: "startIndex and pageSize need each other",
  });

export type BodyCriteria = z.output<typeof bodyCriteria>;
type QueryCriteria = z.output<typeof queryCriteria>;

/** The criteria of a query in the form that they have in a body. */
export function fromQuery({ startIndex, pageSize, ...criteria }: QueryCriteria): BodyCriteria {
  return startIndex === undefined || pageSize === undefined
    ? criteria
    : { ...criteria, pagingControl: { startIndex, pageSize } };
}

/** The groups that fit, in the order and as many as asked for; `undefined` for a page that begins after the last. */
export function select(
  groups: readonly ApioGroup[],
  criteria: BodyCriteria,
): readonly Pick<ApioGroup, "groupId" | "groupName" | "userLimit">[] | undefined {
  const {
    pagingControl,
    responseSizeLimit = groups.length,
    sortOrders: orders = ["insensitiveAscendingGroupId"],
  } = criteria;
  const fitting = groups
    .filter((group) => operators.every((operator) => fits(group, operator, criteria)))
    .sort(inOrder(orders));
  const start = (pagingControl?.startIndex ?? 1) - 1;
  if (start > 0 && start >= fitting.length) {
    return undefined;
  }
  return fitting
    .slice(start, start + (pagingControl?.pageSize ?? responseSizeLimit))
    .map(({ groupId, groupName, userLimit }) => ({ groupId, groupName, userLimit }));
}

function fits(group: ApioGroup, { name, isInsensitive, field, fits }: Operator, criteria: BodyCriteria): boolean {
  const criterion: unknown = criteria[name as keyof BodyCriteria];
  return typeof criterion !== "string" || fits(folded(group[field], isInsensitive), folded(criterion, isInsensitive));
}

function inOrder(orders: readonly string[]): (a: ApioGroup, b: ApioGroup) => number {
  const keys = orders.map((order) => ({
    field: order.endsWith("Name") ? ("groupName" as const) : ("groupId" as const),
    isInsensitive: order.startsWith("in"),
    direction: order.includes("Descending") ? -1 : 1,
  }));
  return (a, b) => {
    for (const { field, isInsensitive, direction } of keys) {
      const [x, y] = [folded(a[field], isInsensitive), folded(b[field], isInsensitive)];
      if (x !== y) {
        return x < y ? -direction : direction;
      }
    }
    return 0;
  };
}

function folded(value: string | null, isInsensitive: boolean): string {
  return isInsensitive ? (value ?? "").toLowerCase() : (value ?? "");
}
