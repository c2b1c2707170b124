import { describe, expect, it } from '@jest/globals';
import { explanationParts, type ExplanationPart, type Hop } from '../../src/wording/explanation.js';
import type { SentenceEnd } from '../../src/wording/sentences.js';
import { textOf } from '../../src/wording/text-part.js';
import type { Testimony } from '../../src/wording/telling.js';
import { UNDATED } from '../../src/model/time.js';
import { NO_LATEST_DAY } from '../../src/values/partial-date.js';
import type { EntityType } from '../../src/vocabulary/entity-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

const vocabulary = createVocabulary();
const TITLE = 'Human Rights and the Development of the Penitentiary System: National Priorities';

function end(name: string, type: EntityType = 'Person'): SentenceEnd {
  return {
    slug: name, type, kind: null, name, language: 'en', act: null, form: null,
    endLatest: NO_LATEST_DAY,
  }; // prettier-ignore
}

/** What one publisher says of a relation, as a whole unless it is about a property. */
function says(publisher: string, more: Partial<Testimony['evidence']> = {}): Testimony {
  return {
    evidence: {
      property: null, stance: 'CONFIRMS', value: null, inferred: false, position: null,
      sourceSlug: publisher, ...more,
    },
    source: { title: null, publishedAt: null, urls: [], language: null },
    publisher: end(publisher, 'Organization'),
  }; // prettier-ignore
}

function hop(from: string, role: string, more: Partial<Hop> = {}): Hop {
  return {
    relation: {
      type: 'PARTICIPATED_IN', fromType: 'Person', toType: 'Event', properties: { role },
      time: UNDATED,
    },
    ends: { from: end(from), to: end(TITLE, 'Event') }, standing: 'STATED', isContested: false,
    testimony: [says('kt')], rivals: new Map(), ...more,
  }; // prettier-ignore
}

const explained = (...hops: Hop[]): string => textOf(explanationParts(hops, 'en', vocabulary));

describe('an explanation', () => {
  it('numbers its citations, and lists each once', () => {
    const hops = [
      hop('Ann', 'SPEAKER', { testimony: [says('kt'), says('apt'), says('kt')] }),
      hop('Bob', 'MODERATOR', { testimony: [says('omct'), says('apt')] }),
    ];
    expect(explained(...hops)).toBe(
      `Ann spoke at the event “${TITLE}” [1, 2]. Bob moderated the event “Human Rights and the Development…” [2, 3].\n\n[1] kt\n[2] apt\n[3] omct`,
    );
  });

  it('has each part in one sentence or in one citation alone', () => {
    const hops = [hop('Ann', 'SPEAKER'), hop('Bob', 'MODERATOR', { testimony: [says('apt')] })];
    const parts = explanationParts(hops, 'en', vocabulary);
    const texts = (of: (part: ExplanationPart) => boolean): string => textOf(parts.filter(of));
    expect(
      [1, 2].map((number) => texts(({ sentenceNumber }) => sentenceNumber === number)),
    ).toEqual([
      `Ann spoke at the event “${TITLE}” [1]. `,
      'Bob moderated the event “Human Rights and the Development…” [2].',
    ]);
    expect(
      [1, 2].map((number) => texts(({ citationNumber }) => citationNumber === number)),
    ).toEqual(['\n\n[1] kt', '\n[2] apt']);
    const both = parts.filter(
      ({ sentenceNumber, citationNumber }) =>
        (sentenceNumber === null) === (citationNumber === null),
    );
    expect(both).toEqual([]);
  });

  it('cites what is only implied by what implies it, and nothing if there is no evidence', () => {
    const implied = [says('kt', { inferred: true })];
    expect(explained(hop('Ann', 'SPEAKER', { testimony: implied, standing: 'INFERRED' }))).toBe(
      `Judging by the sources, Ann spoke at the event “${TITLE}” [1].\n\n[1] kt`,
    );
    expect(explained(hop('Ann', 'SPEAKER', { testimony: [], standing: 'EDITORIAL' }))).toBe(
      `In the editors’ reading, Ann spoke at the event “${TITLE}”.`,
    );
  });

  it('names the other side of what is contested, with its citation', () => {
    const rival = hop('Bob', 'SPEAKER');
    const testimony = [says('kt'), says('apt', { stance: 'CONTRADICTS', value: 'a~B~c' })];
    const rivals = new Map([['a~B~c', rival]]);
    expect(explained(hop('Ann', 'SPEAKER', { testimony, rivals, isContested: true }))).toBe(
      `Ann spoke at the event “${TITLE}” [1]; however, according to apt, Bob spoke at the event “Human Rights and the Development…” [2].\n\n[1] kt\n[2] apt`,
    );
  });

  it('names the rival and who holds it if only the rival is denied', () => {
    const denial = says('omct', { stance: 'CONTRADICTS', value: 'x~Y~z' });
    const rival = { ...hop('Bob', 'SPEAKER'), testimony: [says('apt'), denial] };
    const rivals = new Map([['a~B~c', rival]]);
    expect(explained(hop('Ann', 'SPEAKER', { rivals, isContested: true }))).toBe(
      `Ann spoke at the event “${TITLE}” [1]; however, according to apt, Bob spoke at the event “Human Rights and the Development…” [2].\n\n[1] kt\n[2] apt`,
    );
  });

  it('says who denies a rival that nobody states, and does not claim a disagreement', () => {
    const denial = says('omct', { stance: 'CONTRADICTS', value: 'x~Y~z' });
    const rivals = new Map([['a~B~c', { ...hop('Bob', 'SPEAKER'), testimony: [denial] }]]);
    expect(explained(hop('Ann', 'SPEAKER', { rivals, isContested: true }))).toBe(
      `Ann spoke at the event “${TITLE}” [1]; omct denies that Bob spoke at the event “Human Rights and the Development…” [2].\n\n[1] kt\n[2] omct`,
    );
  });

  it('gives the sources of what is said before those of what is denied', () => {
    const denial = says('omct', { stance: 'CONTRADICTS', value: 'x~Y~z' });
    const rivals = new Map([
      ['a~B~c', { ...hop('Bob', 'SPEAKER'), testimony: [denial] }],
      ['d~E~f', { ...hop('Cleo', 'SPEAKER'), testimony: [says('apt')] }],
    ]);
    expect(explained(hop('Ann', 'SPEAKER', { rivals, isContested: true }))).toMatch(
      /; however, according to apt, Cleo spoke at .* \[2\]; omct denies that Bob spoke at .* \[3\]\.\n\n\[1\] kt\n\[2\] apt\n\[3\] omct$/,
    );
  });

  it('cites a date by itself if not all sources give it, and the ones that give another', () => {
    const treaty = {
      relation: {
        type: 'PARTY_TO', fromType: 'Organization', toType: 'Instrument',
        properties: { act: 'RATIFICATION', date: '2008-06-26' }, time: UNDATED,
      },
      ends: { from: end('Kazakhstan', 'Organization'), to: end('Convention', 'Instrument') },
      testimony: [
        says('kt'), says('adilet'), says('adilet', { property: 'date' }), says('apt'),
        says('apt', { property: 'date', stance: 'CONTRADICTS', value: '2008-10-22' }),
      ],
    } as const; // prettier-ignore
    expect(explained(hop('', '', treaty))).toBe(
      'Kazakhstan ratified the Convention (26 June 2008 [1]; according to apt, 22 October 2008 [2]) [1, 2, 3].\n\n[1] adilet\n[2] apt\n[3] kt',
    );
  });

  it('cites the latest source of each publisher for an office, since it says of when they are', () => {
    const early = { ...says('kt'), source: { ...says('kt').source, publishedAt: '2024' } };
    const late = { ...says('kt'), source: { ...says('kt').source, publishedAt: '2025-12-10' } };
    const office = {
      relation: {
        type: 'MEMBER_OF', fromType: 'Person', toType: 'Organization',
        properties: { title: { en: 'Chair' } }, time: UNDATED,
      },
      ends: { from: end('Ann'), to: end('Council', 'Organization') },
      testimony: [early, late],
    } as const; // prettier-ignore
    expect(explained(hop('', '', office))).toMatch(/ \[1\]\.\n\n\[1\] kt, 10 December 2025$/);
  });

  it('is empty without relations', () => {
    expect(explained()).toBe('');
  });
});
