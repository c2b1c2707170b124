import { splitText } from './split-text.js';

const wordsIn = (text: string): string => splitText(text, ' ');

/** The words of an entity's descriptions, each with the place of its text. */
const described = (row: string): string => `
  SELECT DISTINCT w.value AS word, d.value ->> 0 AS place
  FROM json_each(${row}.described) d, ${wordsIn('(d.value ->> 1)')} w`;
const addDescribed = (row: string): string => `
  INSERT INTO text_word SELECT word, ${row}.slug, place FROM (${described(row)});`;
const removeDescribed = (row: string): string => `
  DELETE FROM text_word WHERE slug = ${row}.slug
    AND (word, place) IN (SELECT word, place FROM (${described(row)}));`;

/** The entity that is found by evidence, and where the words of its note stand. */
const noted = (row: string): string =>
  `substr(${row}.target, 1, instr(${row}.target || '~', '~') - 1), '~' || ${row}.id`;
const addNote = (row: string): string => `
  INSERT INTO text_word SELECT DISTINCT value, ${noted(row)}
    FROM ${wordsIn(`${row}.folded_note`)} WHERE value <> '';`;
const removeNote = (row: string): string => `
  DELETE FROM text_word WHERE (slug, place) = (${noted(row)})
    AND word IN (SELECT value FROM ${wordsIn(`${row}.folded_note`)});`;

/**
 * The words of descriptions and of notes, with the entity that is found by them: the target of the
 * evidence, or the entity where its relation starts. The place is the number of a language or, after
 * a tilde, the id of evidence. Triggers keep the words up to date.
 */
export const textTables = `
ALTER TABLE entity ADD COLUMN described TEXT NOT NULL DEFAULT '[]';
ALTER TABLE evidence ADD COLUMN folded_note TEXT NOT NULL DEFAULT '';
CREATE TABLE text_word (
  word TEXT NOT NULL,
  slug TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (word, slug, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER entity_text_insert AFTER INSERT ON entity
  WHEN new.described <> '[]' BEGIN ${addDescribed('new')} END;
CREATE TRIGGER entity_text_update AFTER UPDATE OF described ON entity
  WHEN old.described <> new.described BEGIN ${removeDescribed('old')} ${addDescribed('new')} END;
CREATE TRIGGER entity_text_delete AFTER DELETE ON entity
  WHEN old.described <> '[]' BEGIN ${removeDescribed('old')} END;
CREATE TRIGGER evidence_text_insert AFTER INSERT ON evidence
  WHEN new.folded_note <> '' BEGIN ${addNote('new')} END;
CREATE TRIGGER evidence_text_update AFTER UPDATE OF folded_note ON evidence
  WHEN old.folded_note <> new.folded_note BEGIN ${removeNote('old')} ${addNote('new')} END;
CREATE TRIGGER evidence_text_delete AFTER DELETE ON evidence
  WHEN old.folded_note <> '' BEGIN ${removeNote('old')} END;
`;
