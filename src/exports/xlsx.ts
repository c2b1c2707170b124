import { KenesError } from '../errors.js';
import { limits } from '../limits.js';
import { aboutLines, type About } from './about.js';
import type { ColumnValue } from './column.js';
import { entityColumns, relationColumns } from './columns.js';
import { allEvidence, evidenceColumns } from './evidence-table.js';
import type { ExportedGraph } from './exported-graph.js';
import {
  aboutSheet,
  entitySheet,
  evidenceSheet,
  relationSheet,
  sourceSheet,
  type SheetColumn,
} from './sheet-columns.js';
import { emptyElement, possibleInXml, xmlText } from './xml.js';
import { zipped, type ArchivedFile } from './zip.js';

// The parts of a workbook are those of ECMA-376. It is written row by row, with the texts in the
// cells, since a table of shared texts would have to be complete before the first row.

/**
 * Writes a workbook for people: entities, relations, evidence, sources, and what it says of itself.
 * Texts are never formulas, whatever they begin with; names, keys and addresses are links.
 */
export function xlsx(graph: ExportedGraph): AsyncIterable<Uint8Array> {
  const sheets = sheetsOf(graph);
  return zipped([
    xml('[Content_Types].xml', contentTypes(sheets)),
    xml('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])),
    xml('xl/workbook.xml', workbook(sheets)),
    xml(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    xml('xl/styles.xml', STYLES),
    ...sheets.flatMap(({ write, links }, index) => [
      { name: `xl/worksheets/sheet${index + 1}.xml`, write },
      { name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, write: () => links.write() },
    ]),
  ] satisfies ArchivedFile[]);
}

/** @throws KenesError TOO_LARGE for more rows than a sheet can have. */
export function checkRows({ entityCount, relationCount }: About): void {
  if (Math.max(entityCount, relationCount) > limits.sheetRows.value) throw tooManyRows();
}

function tooManyRows(): KenesError {
  const maximum = limits.sheetRows.value.toLocaleString('en');
  return new KenesError('TOO_LARGE', `A sheet can have at most ${maximum} rows.`, {
    hint: 'Choose the format csv.zip, or export a part of the graph.',
  });
}

interface Sheet {
  readonly name: string;
  readonly write: () => AsyncIterable<string>;
  /** The links of its cells, once it is written. */
  readonly links: SheetLinks;
}

function sheetsOf(graph: ExportedGraph): readonly Sheet[] {
  const { vocabulary, language, origin } = graph;
  const sheet = <R>(
    name: string,
    columns: readonly SheetColumn<R>[],
    rows: () => AsyncIterable<readonly R[]>,
  ): Sheet => {
    const links = new SheetLinks();
    return { name, links, write: () => written(columns, rows(), links) };
  };
  return [
    sheet('Entities', entitySheet(entityColumns(vocabulary, language), origin), () =>
      graph.entities(),
    ),
    sheet('Relations', relationSheet(relationColumns(vocabulary, language), origin), () =>
      graph.relations(),
    ),
    sheet('Evidence', evidenceSheet(evidenceColumns(language), origin), () => allEvidence(graph)),
    // By now all sources have been read with the evidence.
    sheet('Sources', sourceSheet(origin), () => graph.sources()),
    sheet('About', aboutSheet(language), () => inOneBatch(aboutLines(graph.about, language))),
  ];
}

async function* inOneBatch<R>(records: readonly R[]): AsyncGenerator<readonly R[]> {
  yield records;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The most links that a program shows of a sheet, and the longest address of one. */
const MOST_LINKS = 65_530;
const LONGEST_LINK = 2_079;

/**
 * The links of a sheet. A sheet names them by their numbers, after all of its cells; their addresses
 * are in a part of their own, so that a cell is never more than its text.
 */
class SheetLinks {
  private readonly cells: string[] = [];
  private readonly targets: string[] = [];

  /** Adds a link unless a program could not open it, and returns whether it did. */
  add(cell: string, address: string): boolean {
    const isPossible = /^https?:\/\//.test(address) && address.length <= LONGEST_LINK;
    if (!isPossible || !URL.canParse(address) || this.cells.length >= MOST_LINKS) return false;
    this.cells.push(cell);
    this.targets.push(new URL(address).href);
    return true;
  }

  /** Returns the part of the sheet that says which cells are links. */
  get element(): string {
    if (this.cells.length === 0) return '';
    const links = this.cells.map(
      (cell, index) => `<hyperlink ref="${cell}" r:id="rId${index + 1}"/>`,
    );
    return `<hyperlinks>${links.join('')}</hyperlinks>`;
  }

  async *write(): AsyncGenerator<string> {
    yield (
      DECLARATION + relationships(this.targets.map((target) => ['hyperlink', target, 'External']))
    );
  }
}

async function* written<R>(
  columns: readonly SheetColumn<R>[],
  batches: AsyncIterable<readonly R[]>,
  links: SheetLinks,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => lettersOf(index));
  // The first row stays in view.
  yield `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  let row = 1;
  yield `<row r="1">${columns.map(({ name }, index) => cell(`${letters[index]}1`, name, HEADING)).join('')}</row>`;
  for await (const records of batches) {
    let text = '';
    for (const record of records) {
      row++;
      text += `<row r="${row}">`;
      for (const [index, { of, linkOf }] of columns.entries()) {
        const reference = `${letters[index]}${row}`;
        const address = linkOf?.(record) ?? null;
        const isLink = address !== null && links.add(reference, address);
        text += cell(reference, of(record), isLink ? LINK : '');
      }
      text += '</row>';
    }
    if (row - 1 > limits.sheetRows.value) throw tooManyRows();
    yield text;
  }
  yield `</sheetData>${links.element}</worksheet>`;
}

/** The indices of the styles of headings and of links. */
const HEADING = ' s="1"';
const LINK = ' s="2"';

/** The most UTF-16 units that a cell can have. */
const LONGEST_TEXT = 32_767;

function cell(reference: string, value: ColumnValue, style = ''): string {
  const own = `<c r="${reference}"${style}`;
  if (value === null) return '';
  if (typeof value === 'number') return `${own}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${own} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${own} t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(value))}</t></is></c>`;
}

/**
 * Returns the text of a cell. `_x0041_` stands for a letter in such texts, and so does an underscore
 * for itself where it would begin one.
 */
function cellText(text: string): string {
  const possible = possibleInXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (possible.length <= LONGEST_TEXT) return possible;
  return `${possible.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Returns the letters of a column by its index: A to Z, then AA. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

function xml(name: string, content: string): ArchivedFile {
  async function* write(): AsyncGenerator<string> {
    yield DECLARATION + content;
  }
  return { name, write };
}

function contentTypes(sheets: readonly Sheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`;
  const parts = [
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...sheets.map((_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet')),
  ];
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relationships(
  targets: readonly (readonly [type: string, target: string, mode?: 'External'])[],
): string {
  const entries = targets.map(([type, target, mode = null], index) =>
    emptyElement('Relationship', {
      Id: `rId${index + 1}`,
      Type: `${RELATIONSHIPS}/${type}`,
      Target: target,
      TargetMode: mode,
    }),
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${entries.join('')}</sheets></workbook>`;
}

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="3"><font/><font><b/></font><font><u/><color rgb="FF1A4FB4"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf fontId="2" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
