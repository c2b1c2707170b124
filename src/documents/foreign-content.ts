/** Content that is no document: what it is, and what its owner can do with it. */
interface ForeignKind {
  readonly what: string;
  readonly remedy: string;
}

const FORM =
  'a document: YAML or JSON that begins with `kenes: 1`, in the form of documents.schema.json';
const ENTRIES = `Write what it says as entries of ${FORM}.`;
const TEXT = `${ENTRIES} \`kenes verify --source SLUG=FILE\` takes its text, saved as UTF-8.`;
const UNPACK = 'Unpack it first.';
const UTF_8 = 'Save it as UTF-8.';

/**
 * Returns what bytes are that no document begins with, and what takes them; null for all others.
 */
export function foreignBytes(bytes: Uint8Array): string | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = content.toString('latin1', 0, SIGNATURE_LENGTH);
  const known = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (known) return messageFor(typeof known === 'function' ? known(content) : known);
  if (!content.includes(0)) return null;
  return messageFor(
    isUtf16(content)
      ? { what: 'text in UTF-16', remedy: UTF_8 }
      : { what: 'a binary file', remedy: `Kenes takes ${FORM}.` },
  );
}

const SIGNATURE_LENGTH = 16;

/** How files begin, in Latin-1. https://www.iana.org/assignments/media-types */
const signatures: readonly (readonly [string, ForeignKind | ((content: Buffer) => ForeignKind)])[] =
  [
    ['%PDF-', { what: 'a PDF file', remedy: TEXT }],
    ['{\\rtf', { what: 'an RTF file', remedy: TEXT }],
    ['PK\x03\x04', archive],
    ['\xD0\xCF\x11\xE0', { what: 'a file of an older Office (.xls or .doc)', remedy: ENTRIES }],
    ['\x1F\x8B', { what: 'a gzip file', remedy: UNPACK }],
    ['BZh', { what: 'a bzip2 file', remedy: UNPACK }],
    ['\xFD7zXZ', { what: 'an XZ file', remedy: UNPACK }],
    ['7z\xBC\xAF', { what: 'a 7z archive', remedy: UNPACK }],
    ['\x28\xB5\x2F\xFD', { what: 'a Zstandard file', remedy: UNPACK }],
    [
      'SQLite format 3\0',
      { what: 'an SQLite database', remedy: '`KENES_DATA` names the folder of a store of Kenes.' },
    ],
    ['\x89PNG', { what: 'an image', remedy: TEXT }],
    ['\xFF\xD8\xFF', { what: 'an image', remedy: TEXT }],
    ['GIF8', { what: 'an image', remedy: TEXT }],
    ['\xFF\xFE\0\0', { what: 'text in UTF-32', remedy: UTF_8 }],
    ['\xFF\xFE', { what: 'text in UTF-16', remedy: UTF_8 }],
    ['\xFE\xFF', { what: 'text in UTF-16', remedy: UTF_8 }],
  ];

/** The names of files that archives of one kind have. */
const archives: readonly (readonly [string, ForeignKind])[] = [
  ['xl/workbook', { what: 'an Excel workbook', remedy: ENTRIES }],
  ['word/document', { what: 'a Word document', remedy: TEXT }],
  ['opendocument.spreadsheet', { what: 'a spreadsheet of OpenDocument', remedy: ENTRIES }],
  ['opendocument.text', { what: 'a text of OpenDocument', remedy: TEXT }],
];

function archive(content: Buffer): ForeignKind {
  const known = archives.find(([name]) => content.includes(name));
  return known?.[1] ?? { what: 'a ZIP archive', remedy: UNPACK };
}

/** The first bytes of letters of Latin and Cyrillic in UTF-16, which every second byte is. */
const HIGH_BYTES = [0x00, 0x04];

function isUtf16(content: Buffer): boolean {
  const sample = [...content.subarray(0, 1_024)];
  const share = (parity: number, bytes: readonly number[]): number => {
    const half = sample.filter((_, index) => index % 2 === parity);
    return half.filter((byte) => bytes.includes(byte)).length / half.length;
  };
  const isHigh = (parity: 0 | 1): boolean =>
    share(parity, HIGH_BYTES) > 0.6 && share(1 - parity, [0]) < 0.1;
  return isHigh(0) || isHigh(1);
}

/**
 * Returns what a text is that is meant for something else, and what takes it; null if it may be a
 * document, so that its mistakes are worth telling.
 */
export function foreignText(text: string): string | null {
  const kind = kindOfBeginning(text.slice(0, BEGINNING));
  if (kind === null || isMeantAsDocument(text)) return null;
  if (kind === JSON_TEXT && !isJson(text)) return null;
  return messageFor(kind);
}

/** Returns what a text without a key of documents is, once it was parsed as YAML or failed to. */
export function foreignYaml(text: string, value: unknown): string | null {
  const isEmpty = !/^[ \t]*[^#\s]/m.test(text);
  if (isEmpty || isMeantAsDocument(text)) return null;
  const isCollection = typeof value === 'object' && value !== null;
  // The mistakes of what looks like YAML or JSON are worth telling.
  if (value === undefined && /^\s*([[{]|- )/.test(text)) return null;
  return messageFor(
    isCollection
      ? { what: 'YAML of another form', remedy: ENTRIES }
      : { what: 'plain text', remedy: TEXT },
  );
}

/** Returns whether a text has a key that stands at the top of documents. */
function isMeantAsDocument(text: string): boolean {
  const keys = 'kenes|document|evidence|sources|entities|relations';
  const isInBraces = /^\s*[[{]/.test(text);
  const before = isInBraces ? '[{,\\s]' : '^[ \\t]*(- )?';
  return new RegExp(`${before}["']?(${keys})["']?\\s*:`, 'm').test(text);
}

const JSON_TEXT: ForeignKind = { what: 'JSON of another form', remedy: ENTRIES };

/** Returns what begins so; null if it may be YAML or plain text. */
function kindOfBeginning(text: string): ForeignKind | null {
  const start = text.slice(0, 4_096).trimStart();
  if (/^(<[a-z]+:\/\/[^>\s]*>\s|@prefix\s|PREFIX\s)/.test(start))
    return { what: 'RDF', remedy: ENTRIES };
  if (/^<(!doctype html|html|[^]*?<html)[\s>]/i.test(start))
    return { what: 'an HTML page', remedy: TEXT };
  if (/^<[?!a-z]/i.test(start)) return { what: 'XML', remedy: ENTRIES };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (/^[[{]/.test(start)) return isOfLines(lines) ? JSON_LINES : JSON_TEXT;
  const separator = separatorOf(lines);
  if (separator === null) return null;
  return { what: `CSV, a table with ${separator} between its columns`, remedy: ENTRIES };
}

const JSON_LINES: ForeignKind = { what: 'a file of JSON lines', remedy: ENTRIES };

function isOfLines([first = '', second = '']: readonly string[]): boolean {
  return /^\s*[[{]/.test(second) && isJson(first);
}

/** The number of characters by which the lines of a text are known. */
const BEGINNING = 65_536;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

/** Returns what stands between the columns of a table: as often in its second line as in its first. */
function separatorOf(lines: readonly string[]): string | null {
  const [first = '', second = ''] = lines
    .slice(0, 2)
    .map((line) => line.trimEnd().replace(/"[^"]*"/g, ''));
  for (const [separator, name] of Object.entries(separators)) {
    // In sentences a blank follows.
    const count = (line: string): number =>
      line.split(separator).filter((cell) => !/^ /.test(cell)).length;
    if (count(first) > 1 && count(first) === count(second)) return name;
  }
  return null;
}

function messageFor({ what, remedy }: ForeignKind): string {
  return `This is ${what}, not a document of Kenes. ${remedy}`;
}
