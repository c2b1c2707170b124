/** The values of one row that an order compares, the most significant first. */
export type Keyset = readonly (string | number)[];

export interface Row<T> {
  readonly item: T;
  readonly keyset: Keyset;
}

export interface Page<T> {
  readonly rows: readonly Row<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The number of rows on all pages; absent if it was not selected. */
  readonly totalCount?: number;
}

/** Up to `limit` rows between two keysets, counted from the start or, backward, from the end. */
export interface PageRequest {
  readonly limit: number;
  readonly backward: boolean;
  readonly after?: Keyset;
  readonly before?: Keyset;
}

/** A page, and whether its rows and its total count are selected. */
export interface PageSelection {
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
}

/**
 * Returns a page of at most `page.limit` rows. One row more than the limit shows that there is a
 * next page, or, backward, a previous one. The rows are in the order of the page.
 */
export function pageOf<T>(
  rows: readonly Row<T>[],
  page: PageRequest,
  totalCount?: number,
): Page<T> {
  const more = rows.length > page.limit;
  const kept = !more
    ? rows
    : page.backward
      ? rows.slice(rows.length - page.limit)
      : rows.slice(0, page.limit);
  return {
    rows: kept,
    hasNextPage: page.backward ? page.before !== undefined : more,
    hasPreviousPage: page.backward ? more : page.after !== undefined,
    ...(totalCount === undefined ? {} : { totalCount }),
  };
}

export function itemsOf<T>({ rows }: Page<T>): T[] {
  return rows.map((row) => row.item);
}

/** Returns the page with mapped items. Rows whose mapped item is null are left out. */
export function mapPage<T, R>(page: Page<T>, itemOf: (item: T) => R | null): Page<R> {
  return {
    ...page,
    rows: page.rows.flatMap(({ item, keyset }) => {
      const mapped = itemOf(item);
      return mapped === null ? [] : [{ item: mapped, keyset }];
    }),
  };
}

/** Removes duplicate keys; the rest stay in the order of their first appearance. */
export function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
