import { aboutLines } from './about.js';
import { count, text, type Column, type ColumnValue } from './column.js';
import { entityColumns, relationColumns, weightOf } from './columns.js';
import type { ExportedEntity, ExportedGraph, ExportedRelation } from './exported-graph.js';
import { allEvidence, evidenceColumns } from './evidence-table.js';
import type { FormatOptions } from './format.js';
import { zipped, type ArchivedFile } from './zip.js';

/**
 * Writes an archive of CSV (RFC 4180, UTF-8): entities and relations with the columns that Gephi and
 * Flourish look for, evidence, and a README. With `bom=1` the files begin with a byte order mark;
 * `separator` is another separator; `for=spreadsheet` disarms what a spreadsheet takes for formulas.
 */
export function csv(graph: ExportedGraph, options: FormatOptions = {}): AsyncIterable<Uint8Array> {
  const { vocabulary, language } = graph;
  const writer = new CsvWriter(options);
  return zipped([
    { name: 'README.txt', write: () => readme(graph) },
    {
      name: 'entities.csv',
      write: () => writer.table(entityTable(entityColumns(vocabulary, language)), graph.entities()),
    },
    {
      name: 'relations.csv',
      write: () =>
        writer.table(relationTable(relationColumns(vocabulary, language)), graph.relations()),
    },
    {
      name: 'evidence.csv',
      write: () => writer.table(evidenceColumns(language), allEvidence(graph)),
    },
  ] satisfies ArchivedFile[]);
}

/** Returns the columns of entities, with those that Gephi looks for. */
function entityTable(columns: readonly Column<ExportedEntity>[]): Column<ExportedEntity>[] {
  return [
    text('Id', 'The slug.', ({ record }) => record.slug),
    text('Label', 'The name.', ({ label }) => label),
    ...columns,
  ];
}

/** Returns the columns of relations, with those that Gephi looks for: `Type` is how it is directed. */
function relationTable(columns: readonly Column<ExportedRelation>[]): Column<ExportedRelation>[] {
  const others = columns.filter(({ name }) => !['kind', 'label', 'relation'].includes(name));
  return [
    text('Id', 'The key.', ({ record }) => record.key),
    text('Source', 'The slug of the entity that it leads from.', ({ from }) => from.slug),
    text('Target', 'The slug of the entity that it leads to.', ({ to }) => to.slug),
    text('Type', 'Always Directed.', () => 'Directed'),
    text('Kind', 'The type of the relation.', ({ record }) => record.type),
    ...columns
      .filter(({ name }) => name === 'label')
      .map((column) => ({ ...column, name: 'Label' })),
    count('Weight', 'The number of its publishers, and 1 without any.', (relation) =>
      weightOf(relation),
    ),
    text('SourceLabel', 'The name of the entity that it leads from.', ({ from }) => from.label),
    text('TargetLabel', 'The name of the entity that it leads to.', ({ to }) => to.label),
    ...others,
  ];
}

async function* readme(graph: ExportedGraph): AsyncGenerator<string> {
  const { about, vocabulary, language } = graph;
  const described = <R>(columns: readonly Column<R>[]): string[] =>
    columns.map(({ name, description }) => `  ${name}: ${description}`);
  const lines = [
    ...aboutLines(about).map(([name, value]) => `${name}: ${value}`),
    '',
    'Lists within a cell are separated by “; ”. An empty cell is not known.',
    '',
    'entities.csv',
    ...described(entityTable(entityColumns(vocabulary, language))),
    '',
    'relations.csv',
    ...described(relationTable(relationColumns(vocabulary, language))),
    '',
    'evidence.csv',
    ...described(evidenceColumns(language)),
  ];
  yield `${lines.join('\r\n')}\r\n`;
}

const separators: Readonly<Record<string, string>> = { ',': ',', ';': ';', tab: '\t' };

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

class CsvWriter {
  private readonly separator: string;
  private readonly mark: string;
  private readonly isDisarmed: boolean;
  private readonly special: RegExp;

  constructor(options: FormatOptions) {
    this.separator = separators[options.separator ?? ','] ?? ',';
    this.mark = options.bom === '1' ? '\u{FEFF}' : '';
    this.isDisarmed = options.for === 'spreadsheet';
    this.special = new RegExp(`["\\r\\n${this.separator}]`);
  }

  async *table<R>(
    columns: readonly Column<R>[],
    batches: AsyncIterable<readonly R[]>,
  ): AsyncGenerator<string> {
    yield this.mark + this.row(columns.map(({ name }) => name));
    for await (const records of batches)
      yield records.map((record) => this.row(columns.map(({ of }) => of(record)))).join('');
  }

  private row(values: readonly ColumnValue[]): string {
    return `${values.map((value) => this.cell(value)).join(this.separator)}\r\n`;
  }

  private cell(value: ColumnValue): string {
    if (value === null) return '';
    if (typeof value !== 'string') return String(value);
    const disarmed = this.isDisarmed && FORMULA.test(value) ? `'${value}` : value;
    return this.special.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
  }
}
