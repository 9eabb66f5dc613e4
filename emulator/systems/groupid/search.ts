import * as z from "zod";

/** A condition on one attribute, or a combination of others. */
interface Criteria {
  readonly operator?: string | null | undefined;
  readonly attribute?: string | null | undefined;
  readonly value?: string | null | undefined;
  readonly child?: readonly (Criteria | null)[] | null | undefined;
}

/** Names in any letter case: the samples write them both ways. */
const anyCase = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), part]))
        : value,
    z.strictObject(shape),
  );

/** `filterCriteria` of the calls that filter. */
export const criteria: z.ZodType<Criteria> = anyCase({
  operator: z.string().nullish(),
  attribute: z.string().nullish(),
  value: z.string().nullish(),
  valuetype: z.int().optional(),
  valuetypes: z.array(z.int()).nullish(),
  donotescapevalue: z.boolean().optional(),
  get child() {
    return z.array(z.nullable(criteria)).nullish();
  },
});

/** `SearchOption` of the calls that page. */
export const searchOption = anyCase({
  pagesize: z.int().positive(),
  pageindex: z.int().positive(),
  sortcolumnname: z.string(),
  sortorder: z.int(),
});

/** The body of a call that filters and pages; all of it may be left out. */
export const search = anyCase({
  filtercriteria: criteria.nullish(),
  filters: criteria.nullish(),
  searchoption: searchOption.optional(),
  loadconfigurations: z.boolean().optional(),
  jobcollectionid: z.int().optional(),
}).optional();

/** Whether an object fits; `attributeOf` gives the value of an attribute. */
export function fits(wanted: Criteria | null | undefined, attributeOf: (attribute: string) => string): boolean {
  if (wanted === null || wanted === undefined) {
    return true;
  }
  const children = (wanted.child ?? []).filter((child) => child !== null && child.operator !== "string");
  const isOwn =
    wanted.attribute === null ||
    wanted.attribute === undefined ||
    wanted.attribute === "" ||
    matches(wanted, attributeOf);
  return isOwn && (wanted.operator === "or" ? children.some(fit) || children.length === 0 : children.every(fit));

  function fit(child: Criteria | null): boolean {
    return fits(child, attributeOf);
  }
}

/** One page, from 1; everything where none is asked for. */
export function paged<Item>(
  items: readonly Item[],
  page: { readonly pagesize: number; readonly pageindex: number } | undefined,
): readonly Item[] {
  return page === undefined ? items : items.slice((page.pageindex - 1) * page.pagesize, page.pageindex * page.pagesize);
}

function matches({ operator, attribute, value }: Criteria, attributeOf: (attribute: string) => string): boolean {
  const [held, asked] = [attributeOf((attribute ?? "").toLowerCase()), value ?? ""].map((text) => text.toLowerCase());
  switch ((operator ?? "").toLowerCase()) {
    case "is exactly":
    case "equals":
      return held === asked;
    case "starts with":
      return (held ?? "").startsWith(asked ?? "");
    default:
      return (held ?? "").includes(asked ?? "");
  }
}
