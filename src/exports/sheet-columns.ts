import { entityPath, relationPath, sourcePath } from '../addresses/record-paths.js';
import type { Language } from '../vocabulary/languages.js';
import { aboutTexts } from './about-texts.js';
import { text, type Column } from './column.js';
import type {
  ExportedEntity,
  ExportedEvidence,
  ExportedRelation,
  ExportedSource,
} from './exported-graph.js';

// The columns of the sheets of a workbook, each with what its cells lead to.

/** A column whose cells may lead to an address. */
export interface SheetColumn<R> extends Column<R> {
  readonly linkOf?: (record: R) => string | null;
}

/** Returns columns of which the one of a name leads to an address. */
function linked<R>(
  columns: readonly SheetColumn<R>[],
  wanted: string,
  linkOf: (record: R) => string | null,
): SheetColumn<R>[] {
  return columns.map((column) => (column.name === wanted ? { ...column, linkOf } : column));
}

/** Evidence has a sheet of its own. */
const isForPeople = ({ name }: { readonly name: string }): boolean => name !== 'evidence';

export function entitySheet(
  columns: readonly Column<ExportedEntity>[],
  origin: string,
): SheetColumn<ExportedEntity>[] {
  const all = [
    text<ExportedEntity>('name', '', ({ label }) => label),
    text<ExportedEntity>('slug', '', ({ record }) => record.slug),
    ...columns.filter(isForPeople),
  ];
  return linked(all, 'name', ({ record }) => origin + entityPath(record.slug));
}

export function relationSheet(
  columns: readonly Column<ExportedRelation>[],
  origin: string,
): SheetColumn<ExportedRelation>[] {
  const all = [
    text<ExportedRelation>('from', '', ({ from }) => from.label),
    ...columns.filter(({ name }) => name === 'label'),
    text<ExportedRelation>('to', '', ({ to }) => to.label),
    ...columns.filter((one) => isForPeople(one) && one.name !== 'label'),
    text<ExportedRelation>('fromSlug', '', ({ from }) => from.slug),
    text<ExportedRelation>('toSlug', '', ({ to }) => to.slug),
  ];
  return linked(all, 'relation', ({ record }) => origin + relationPath(record.key));
}

export function evidenceSheet(
  columns: readonly Column<ExportedEvidence>[],
  origin: string,
): SheetColumn<ExportedEvidence>[] {
  return linked(columns, 'source', ({ source }) => origin + sourcePath(source.slug));
}

export function sourceSheet(origin: string): SheetColumn<ExportedSource>[] {
  const all = [
    text<ExportedSource>('slug', '', ({ record }) => record.slug),
    text<ExportedSource>('publisher', '', ({ publisher }) => publisher),
    text<ExportedSource>('title', '', ({ record }) => record.title),
    text<ExportedSource>('publishedAt', '', ({ record }) => record.publishedAt),
    text<ExportedSource>('kind', '', ({ record }) => record.kind),
    text<ExportedSource>('language', '', ({ record }) => record.language),
    text<ExportedSource>('informers', '', ({ record }) => record.informerSlugs.join('; ') || null),
    text<ExportedSource>('urls', '', ({ record }) => record.urls.join('; ') || null),
  ];
  const withPages = linked(all, 'slug', ({ record }) => origin + sourcePath(record.slug));
  return linked(withPages, 'urls', ({ record }) => record.urls[0] ?? null);
}

/** The names of sheets and of the columns of records are keys, the same in every language; these are not. */
export function aboutSheet(
  language: Language,
): SheetColumn<readonly [name: string, text: string]>[] {
  const { heads, names } = aboutTexts[language];
  return [
    text(heads[0], '', ([name]) => name),
    {
      ...text(heads[1], '', ([, said]) => said),
      linkOf: ([name, said]) => (name === names.address ? said : null),
    },
  ];
}
