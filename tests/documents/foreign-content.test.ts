import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const form =
  'a document: YAML or JSON that begins with `kenes: 1`, in the form of documents.schema.json';
const entries = `Write what it says as entries of ${form}.`;
const text = `${entries} \`kenes verify --source SLUG=FILE\` takes its text, saved as UTF-8.`;

/** A ZIP file begins with the name of its first file. */
const zip = (name: string): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(name), Buffer.alloc(9)]);

describe('a file that is no document', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'lines of JSON',
      '{"id":"a","schema":"Person"}\n'.repeat(1_000),
      `a file of JSON lines, ${entries}`,
    ],
    ['lists as lines of JSON', '["a","b"]\n["c","d"]\n', `a file of JSON lines, ${entries}`],
    ['JSON', '{\n  "name": "kenes",\n  "version": "0.1.0"\n}', `JSON of another form, ${entries}`],
    ['a list in JSON', '[\n  { "name": "Ann" }\n]', `JSON of another form, ${entries}`],
    [
      'CSV',
      'name,"office, or post"\n"Doe, Jane",Adviser\nRoe,Deputy\n',
      `CSV, a table with commas between its columns, ${entries}`,
    ],
    [
      'CSV of a Russian Excel',
      '\ufeffИмя;Должность\r\nОспанов;Министр\r\n',
      `CSV, a table with semicolons between its columns, ${entries}`,
    ],
    ['TSV', 'a\tb\tc\n1\t2\t3\n', `CSV, a table with tabs between its columns, ${entries}`],
    ['XML', '<?xml version="1.0"?>\n<gexf><graph/></gexf>\n', `XML, ${entries}`],
    ['HTML', '<!DOCTYPE html>\n<html><p>Sources: none</p></html>', `an HTML page, ${text}`],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="x"></html>', `an HTML page, ${text}`],
    ['N-Triples', '<http://a.example/b> <http://c.example/d> "e" .\n', `RDF, ${entries}`],
    ['Turtle', '@prefix a: <http://a.example/> .\n', `RDF, ${entries}`],
    ['other YAML', 'services:\n  neo4j:\n    image: neo4j\n', `YAML of another form, ${entries}`],
    [
      'an article',
      'Astana, 11 December. The conference: it began\nToday.\n',
      `plain text, ${text}`,
    ],
    ['a word', 'kenes', `plain text, ${text}`],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xE2\xE3', 'latin1'), `a PDF file, ${text}`],
    ['an Excel workbook', zip('xl/workbook.xml'), `an Excel workbook, ${entries}`],
    ['a Word document', zip('word/document.xml'), `a Word document, ${text}`],
    ['a ZIP archive', zip('a.yaml'), 'a ZIP archive, Unpack it first.'],
    [
      'an older Excel workbook',
      Buffer.from('D0CF11E0A1B11AE1', 'hex'),
      `a file of an older Office (.xls or .doc), ${entries}`,
    ],
    ['a compressed document', gzipSync('kenes: 1'), 'a gzip file, Unpack it first.'],
    [
      'a store',
      Buffer.from('SQLite format 3\0'),
      'an SQLite database, `KENES_DATA` names the folder of a store of Kenes.',
    ],
    ['an image', Buffer.from('89504E470D0A1A0A', 'hex'), `an image, ${text}`],
    [
      'a program',
      Buffer.from('7F454C46020101000000', 'hex'),
      `a binary file, Kenes takes ${form}.`,
    ],
    [
      'UTF-16 with a byte order mark',
      Buffer.from('\ufeffkenes: 1\n', 'utf16le'),
      'text in UTF-16, Save it as UTF-8.',
    ],
    [
      'UTF-16 without a byte order mark',
      Buffer.from('kenes: 1 # Қазақстан\n', 'utf16le'),
      'text in UTF-16, Save it as UTF-8.',
    ],
  ])('is told in one line, with what takes it: %s', async (_, content, expected) => {
    const [what = '', ...remedy] = expected.split(/, (?=[A-Z`])/);
    expect(await problemsOf(content)).toEqual([
      `1:1 This is ${what}, not a document of Kenes. ${remedy.join(', ')}`,
    ]);
  });

  it.each([
    ['a key is misspelt', 'kenes: 1\nentites: []\n'],
    ['its first line is missing', 'entities: []\nnames: []\n'],
    ['it is a line of JSON', '{ "kenes": 1, "entites": [] }\n{ "kenes": 1, "entites": [] }'],
    ['it speaks of tables', 'kenes: 1, a\nsources: a, b\n'],
  ])('is not what is meant as a document, although %s', async (_, content) => {
    expect((await problemsOf(content)).join()).not.toContain('not a document of Kenes');
  });
});
