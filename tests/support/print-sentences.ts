import { timeOfState, UNDATED, type Time } from '../../src/model/time.js';
import type { Standing } from '../../src/model/records.js';
import { NO_LATEST_DAY } from '../../src/values/partial-date.js';
import { languagesFor, textIn } from '../../src/values/localized-text.js';
import { languages, type Language, type LocalizedText } from '../../src/vocabulary/languages.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { NO_MARKS, type Voice } from '../../src/wording/reservations.js';
import {
  sentenceParts,
  type SentenceEnd,
  type SentenceRelation,
} from '../../src/wording/sentences.js';
import { textOf } from '../../src/wording/text-part.js';
import { cast, type Actor, type Role } from './sentence-cast.js';
import { furtherSections, samplesOf } from './sentence-samples.js';

const vocabulary = createVocabulary();

/** A row of the page, which is a sentence in each language. */
export interface Row {
  /** What the sentence shows. */
  readonly shows: string;
  readonly type: string;
  readonly from: Role;
  readonly to: Role;
  readonly properties?: Readonly<Record<string, string | LocalizedText>>;
  readonly time?: Time;
  readonly standing?: Standing;
  /**
   * Who says otherwise: the first end of a rival, or null for those who merely deny it. With
   * `isRivalDenied`, they deny the rival instead, which nobody says.
   */
  readonly against?: {
    readonly rival: Role | null;
    readonly by: readonly Role[];
    readonly isRivalDenied?: true;
  };
}

function endOf(role: Role, language: Language): SentenceEnd {
  const actor: Actor = cast[role];
  const shown = textIn(actor.names, languagesFor(language));
  return {
    slug: role,
    type: actor.type,
    kind: actor.kind ?? null,
    name: shown?.text ?? `${role}-slug`,
    language: shown?.language ?? null,
    act: actor.act ?? null,
    form: actor.form ?? null,
    endLatest: NO_LATEST_DAY,
  };
}

function sentenceOf(row: Row, language: Language): string {
  const { properties = {}, against } = row;
  const date = (name: 'since' | 'until') => properties[name] as string | undefined;
  const hasPeriod = 'since' in properties || 'until' in properties;
  const time = row.time ?? (hasPeriod ? timeOfState(date('since'), date('until')) : UNDATED);
  const tell = (from: Role) => {
    const ends = { from: endOf(from, language), to: endOf(row.to, language) };
    const relation: SentenceRelation = {
      type: row.type,
      fromType: ends.from.type,
      toType: ends.to.type,
      properties,
      time,
    };
    return { relation, ends };
  };
  const voice = against && { publishers: against.by.map((one) => endOf(one, language)), mark: '' };
  const rivals = (by: Voice) => (against?.rival ? [{ ...tell(against.rival), voice: by }] : []);
  const told = {
    ...tell(row.from),
    standing: row.standing ?? ('STATED' as const),
    against:
      against && voice
        ? {
            rivals: against.isRivalDenied ? [] : rivals(voice),
            deniedRivals: against.isRivalDenied ? rivals(voice) : [],
            denial: against.rival === null && against.by.length > 0 ? voice : null,
          }
        : null,
    marks: NO_MARKS,
  };
  return textOf(sentenceParts(told, language, vocabulary));
}

/** Returns a page with sentences of every kind in all languages, for native readers to go through. */
export function printSentences(): string {
  const sections = [
    ['Every relation type', samplesOf(vocabulary.relationTypes)] as const,
    ...furtherSections,
  ];
  const all = sections.flatMap(([, rows]) => rows);
  const printed = sections.map(([heading, rows]) => {
    const items = rows.map((row) => {
      const sentences = languages.map((language) => `- ${language}: ${sentenceOf(row, language)}`);
      return `### ${row.shows}\n\n${sentences.join('\n')}\n`;
    });
    return `## ${heading}\n\n${items.join('\n')}`;
  });
  return `# Sentences

How relations are told, by names that are made up. \`npm run generate\` writes this page from the templates in \`src/vocabulary/relation-types.ts\` and the words in \`src/wording/\`. It is for native readers, who need not read all languages: each heading says what its sentences show, and whoever finds one that nobody would write can name it by its heading. There are ${all.length} headings.

${printed.join('\n')}`;
}
