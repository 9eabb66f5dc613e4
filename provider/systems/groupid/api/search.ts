/** One page of a list, from 1. */
export interface Page {
  readonly pageSize: number;
  readonly pageIndex: number;
}

/** `SearchOption` of the calls that page, as the samples have it: unsorted. */
export function searchOption({ pageSize, pageIndex }: Page): Record<string, unknown> {
  return { PageSize: pageSize, PageIndex: pageIndex, SortColumnName: "", SortOrder: 1 };
}

/** `FilterCriteria` with one condition, in a combination as the samples have it; without a value it asks for nothing. */
export function filterBy(operator: string, attribute: string, value: string | undefined): Record<string, unknown> {
  const condition = { Operator: operator, Attribute: attribute, Value: value, ValueType: 0, ValueTypes: [0] };
  return {
    Operator: "and",
    Attribute: null,
    Value: null,
    ValueType: 0,
    ValueTypes: [],
    DonotEscapeValue: false,
    Child: value === undefined ? [] : [{ ...condition, DonotEscapeValue: false, Child: null }],
  };
}

/**
 * `filterCriteria` with one condition by itself, in small letters, as the samples of jobs, collections and requests have
 * it; without a value it asks for nothing.
 */
export function conditionOf(operator: string, attribute: string, value: string | undefined): Record<string, unknown> {
  const rest = { valueType: 0, valueTypes: [0], donotEscapeValue: true, child: [] };
  return value === undefined
    ? { operator: null, attribute: null, value: null, ...rest }
    : { operator, attribute, value, ...rest };
}
