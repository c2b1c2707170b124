import type { PageRequest } from './reading.js';
import type { Page, Row } from '../model/records.js';

/** A page, and what of it is wanted. */
export interface PageWish {
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
}

/** Rows of which there may be one too many, as a page. */
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

export function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}

export function itemsOf<T>({ rows }: Page<T>): T[] {
  return rows.map((row) => row.item);
}

/** The rows and the count of a page, side by side, as far as they are wanted. */
export async function readPage<T>(
  { page, wantsRows, wantsCount }: PageWish,
  readRows: () => Promise<Row<T>[]>,
  readCount: () => Promise<number>,
): Promise<Page<T>> {
  const [rows, totalCount] = await Promise.all([
    wantsRows ? readRows() : [],
    wantsCount ? readCount() : undefined,
  ]);
  return pageOf(rows, page, totalCount);
}

/** A backward page is read from its end. */
export function inOrder<T>(list: T[], page: PageRequest): T[] {
  return page.backward ? list.reverse() : list;
}
