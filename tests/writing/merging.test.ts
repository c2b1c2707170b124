import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDocuments } from '../../src/documents/import.js';
import type { ImportSummary } from '../../src/writing/change-counts.js';
import { printProblem } from '../../src/documents/problem.js';
import { isoDay, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../src/values/partial-date.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
  Time,
} from '../../src/model/records.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';

const vocabulary = createVocabulary();

/** Imports documents together; nothing may be wrong with them. */
async function merge(store: Store, ...documents: string[]): Promise<ImportSummary> {
  const files = documents.map((document, index) => ({
    name: `document-${index + 1}`,
    read: () => Promise.resolve(document),
  }));
  const { problems, summary } = await importDocuments(store, vocabulary, files);
  expect(problems.map(printProblem)).toEqual([]);
  return summary;
}

/** What a record of a slug or key is. */
interface Found {
  readonly entity?: EntityRecord;
  readonly relation?: RelationRecord;
  readonly source?: SourceRecord;
  readonly evidence: readonly EvidenceRecord[];
}

function find(store: Store, key: string): Promise<Found> {
  return store.write(async (transaction) => {
    const [entity] = await transaction.entities([key]);
    const [relation] = await transaction.relations([key]);
    const [source] = await transaction.sources([key]);
    return {
      ...(entity ? { entity } : {}),
      ...(relation ? { relation } : {}),
      ...(source ? { source } : {}),
      evidence: await transaction.evidence([key]),
    };
  });
}

/** In an order that does not depend on ids. */
function sorted(evidence: readonly EvidenceRecord[]): EvidenceRecord[] {
  const keyOf = ({ property, sourceSlug, value }: EvidenceRecord): string =>
    [property ?? '', sourceSlug, value ?? ''].join(' ');
  return [...evidence].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** `PROPERTY: SOURCE STANCE VALUE` */
function printEvidence(evidence: readonly EvidenceRecord[]): string[] {
  return evidence.map(
    ({ property, sourceSlug, stance, value }) =>
      `${property ?? 'the whole'}: ${sourceSlug} ${stance}${value === null ? '' : ` ${value}`}`,
  );
}

/** First and last day, each earliest..latest. */
function printTime({ startEarliest, startLatest, endEarliest, endLatest }: Time): string {
  const print = (day: number): string =>
    day === NO_EARLIEST_DAY || day === NO_LATEST_DAY ? '' : isoDay(day);
  const first = `${print(startEarliest)}..${print(startLatest)}`;
  const last = `${print(endEarliest)}..${print(endLatest)}`;
  return first === last ? first : `${first} to ${last}`;
}

/** A press of four papers: two agencies of one ministry, one of its own, one without an informer. */
const press = `
  - { slug: $gazette, publisher: $gazette-house, informers: [$ministry], publishedAt: 2025-03-03 }
  - { slug: $courier, publisher: $courier-house, informers: [$ministry], publishedAt: 2025-03-02 }
  - { slug: $herald, publisher: $herald-house, informers: [$herald-house], publishedAt: 2025-03-04 }
  - { slug: $letter, publisher: $letter-house, publishedAt: 2025-03 }
  - { slug: $mirror, publisher: $letter-house, publishedAt: 2025-03-01 }`;

const houses = ['gazette-house', 'courier-house', 'herald-house', 'letter-house', 'ministry']
  .map((slug) => `\n  - { slug: $${slug}, type: Organization }`)
  .join('');

const document = (entities: string, relations = ''): string =>
  `kenes: 1\nsources:${press}\nentities:${houses}${entities}\nrelations:${relations || ' []'}\n`;

describeOnEngines('documents that are merged', (engine) => {
  let store: Store;
  let world = 0;

  beforeAll(async () => {
    store = await engine.open(vocabulary);
  });

  afterAll(async () => {
    await store.close();
  });

  /**
   * Imports documents in their order, in the reverse order, and all at once, into a part of the
   * store of its own each time ($ stands for it); gives what is there afterwards of a slug or key,
   * which has to be the same each time.
   */
  async function settle(documents: readonly string[], key: string): Promise<Found> {
    const results: Found[] = [];
    for (const way of ['in order', 'in reverse', 'together']) {
      const prefix = `w${++world}-`;
      const texts = documents.map((text) => text.replaceAll('$', prefix));
      if (way === 'in reverse') texts.reverse();
      if (way === 'together') await merge(store, ...texts);
      else for (const text of texts) await merge(store, text);
      const found = await find(store, key.replaceAll('$', prefix));
      const text = JSON.stringify(found, (name, value: unknown) =>
        name === 'id' || name === 'version' ? undefined : value,
      );
      const result = JSON.parse(text.replaceAll(prefix, '')) as Found;
      results.push({ ...result, evidence: sorted(result.evidence) });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    return results[0]!;
  }

  describe('unite names', () => {
    it.each([
      [
        'of several languages',
        ['names: { en: Ann }', 'names: { ru: Анна }, aliases: { ru: [Аня] }'],
        { names: { en: 'Ann', ru: 'Анна' }, aliases: { ru: ['Аня'] }, editorial: [] },
      ],
      [
        'of one language: the first by code point is shown, the others are aliases',
        [
          'names: { en: Anne }',
          'names: { en: Ann }, aliases: { en: [Nan] }',
          'names: { en: Anna }',
        ],
        { names: { en: 'Ann' }, aliases: { en: ['Anna', 'Anne', 'Nan'] }, editorial: [] },
      ],
      [
        'and leave out an alias that is the name',
        ['names: { en: Ann }', 'aliases: { en: [Ann, Nan] }'],
        { names: { en: 'Ann' }, aliases: { en: ['Nan'] }, editorial: [] },
      ],
      [
        'of editors only where none was seen',
        ['editorialNames: { en: A lady, kk: Анна ханым }', 'names: { en: Ann }'],
        { names: { en: 'Ann', kk: 'Анна ханым' }, aliases: {}, editorial: ['kk'] },
      ],
      [
        'of editors, which are no aliases of each other',
        ['editorialNames: { en: The lady }', 'editorialNames: { en: A lady }'],
        { names: { en: 'A lady' }, aliases: {}, editorial: ['en'] },
      ],
      [
        'of editors that are also an alias that was seen',
        ['editorialNames: { en: Nan }', 'aliases: { en: [Nan] }', 'names: { en: Ann }'],
        { names: { en: 'Ann' }, aliases: { en: ['Nan'] }, editorial: [] },
      ],
    ])('%s', async (_, entries, expected) => {
      const documents = entries.map((entry) =>
        document(`\n  - { slug: $ann, type: Person, ${entry} }`),
      );
      const { entity } = await settle(documents, '$ann');
      expect({
        names: entity?.names,
        aliases: entity?.details?.aliases,
        editorial: entity?.details?.editorial,
      }).toEqual(expected);
    });

    it('and addresses of the same thing', async () => {
      const { entity } = await settle(
        [
          document('\n  - { slug: $ann, type: Person, sameAs: [https://b.example/ann] }'),
          document(
            '\n  - { slug: $ann, type: Person, sameAs: [https://b.example/ann, https://a.example/1] }',
          ),
        ],
        '$ann',
      );
      expect(entity?.details?.sameAs).toEqual(['https://a.example/1', 'https://b.example/ann']);
    });
  });

  /** A document in which a report has a number, said by some. */
  const numbered = (ordinal: number | null, ...evidence: string[]): string =>
    document(
      `\n  - { slug: $report, type: Report${ordinal === null ? '' : `, ordinal: ${ordinal}`}, evidence: [${evidence.map((piece) => `{ source: ${piece} }`).join(', ')}] }`,
    );

  describe('keep each value that sources give, and show', () => {
    it.each<[string, string[], number, string[]]>([
      [
        'the only one',
        [numbered(3, '$gazette')],
        3,
        ['the whole: gazette CONFIRMS', 'ordinal: gazette CONFIRMS 3'],
      ],
      [
        'the one with more origins, though another has more publishers',
        [numbered(3, '$gazette'), numbered(3, '$courier'), numbered(4, '$herald', '$gazette')],
        4,
        [
          'the whole: courier CONFIRMS',
          'the whole: gazette CONFIRMS',
          'the whole: herald CONFIRMS',
          'ordinal: courier CONTRADICTS 3',
          'ordinal: gazette CONTRADICTS 3',
          'ordinal: gazette CONFIRMS 4',
          'ordinal: herald CONFIRMS 4',
        ],
      ],
      [
        'else the one with more publishers',
        [
          numbered(4, '$gazette, property: ordinal', '$courier, property: ordinal'),
          numbered(3, '$herald, property: ordinal'),
        ],
        4,
        [
          'ordinal: courier CONFIRMS 4',
          'ordinal: gazette CONFIRMS 4',
          'ordinal: herald CONTRADICTS 3',
        ],
      ],
      [
        'else the one of the earlier source',
        [numbered(3, '$gazette, property: ordinal'), numbered(4, '$courier, property: ordinal')],
        4,
        ['ordinal: courier CONFIRMS 4', 'ordinal: gazette CONTRADICTS 3'],
      ],
      [
        'by the last day on which the source may have been published',
        [numbered(3, '$herald, property: ordinal'), numbered(4, '$letter, property: ordinal')],
        3,
        ['ordinal: herald CONFIRMS 3', 'ordinal: letter CONTRADICTS 4'],
      ],
      [
        'the one that is preferred, whatever speaks for another',
        [
          numbered(3, '$gazette', '$herald'),
          numbered(5, '$letter, property: ordinal, preferred: true'),
        ],
        5,
        [
          'the whole: gazette CONFIRMS',
          'the whole: herald CONFIRMS',
          'ordinal: gazette CONTRADICTS 3',
          'ordinal: herald CONTRADICTS 3',
          'ordinal: letter CONFIRMS 5',
        ],
      ],
      [
        'one that was said before one that was inferred',
        [
          numbered(3, '$mirror, property: ordinal, inferred: true'),
          numbered(4, '$herald, property: ordinal'),
        ],
        4,
        ['ordinal: herald CONFIRMS 4', 'ordinal: mirror CONTRADICTS 3'],
      ],
      [
        'one of a source before one of the editors',
        [
          numbered(3, 'kenes-editorial, property: ordinal'),
          numbered(4, '$herald, property: ordinal'),
        ],
        4,
        ['ordinal: herald CONFIRMS 4', 'ordinal: kenes-editorial CONTRADICTS 3'],
      ],
      [
        'what a source contradicts by its own entry',
        [
          numbered(3, '$gazette', '$herald, property: ordinal, stance: CONTRADICTS, value: 4'),
          numbered(null, '$courier'),
        ],
        3,
        [
          'the whole: courier CONFIRMS',
          'the whole: gazette CONFIRMS',
          'ordinal: gazette CONFIRMS 3',
          'ordinal: herald CONTRADICTS 4',
        ],
      ],
      [
        'one of a source before one that no source gives',
        [numbered(3), numbered(4, '$letter, property: ordinal')],
        4,
        ['ordinal: kenes-editorial CONTRADICTS 3', 'ordinal: letter CONFIRMS 4'],
      ],
      [
        'the lesser of two that no source gives',
        [numbered(4), numbered(3)],
        3,
        ['ordinal: kenes-editorial CONTRADICTS 4'],
      ],
      [
        'one that no source gave until one does',
        [numbered(3), numbered(3, '$letter, property: ordinal')],
        3,
        ['ordinal: letter CONFIRMS 3'],
      ],
    ])('%s', async (_, documents, ordinal, evidence) => {
      const { entity, evidence: found } = await settle(documents, '$report');
      expect(entity?.properties).toEqual({ ordinal });
      expect(printEvidence(found)).toEqual(evidence);
    });

    it('of two that are equal in all else, the one of the source whose slug is first', async () => {
      const said = (source: string, ordinal: number): string => `kenes: 1
sources: [{ slug: ${source}, publisher: $house, publishedAt: 2025 }]
entities:
  - { slug: $house, type: Organization }
  - { slug: $report, type: Report, ordinal: ${ordinal}, evidence: [{ source: ${source} }] }
`;
      const documents = [said('$b', 3), said('$a', 4), said('$c', 2)];
      const { entity, evidence } = await settle(documents, '$report');
      expect(entity?.properties).toEqual({ ordinal: 4 });
      expect(printEvidence(evidence)).toEqual([
        'the whole: a CONFIRMS',
        'the whole: b CONFIRMS',
        'the whole: c CONFIRMS',
        'ordinal: a CONFIRMS 4',
        'ordinal: b CONTRADICTS 3',
        'ordinal: c CONTRADICTS 2',
      ]);
    });
  });

  describe('take a wider date as support of a narrower one within it', () => {
    const dated = (date: string, source: string): string =>
      document(
        `\n  - { slug: $forum, type: Event, startDate: ${date}, evidence: [{ source: ${source}, property: startDate }] }`,
      );

    it.each<[string, string[], string, string[]]>([
      [
        'and show that',
        [dated('2025', '$mirror'), dated('2025-03', '$courier'), dated('2025-03-10', '$herald')],
        '2025-03-10',
        [
          'startDate: courier CONFIRMS 2025-03',
          'startDate: herald CONFIRMS 2025-03-10',
          'startDate: mirror CONFIRMS 2025',
        ],
      ],
      [
        'and count it for that against another',
        [
          dated('2025-03', '$letter'),
          dated('2025-03-11', '$mirror'),
          dated('2025-03-10', '$herald'),
          dated('2025-03-10', '$gazette'),
        ],
        '2025-03-10',
        [
          'startDate: gazette CONFIRMS 2025-03-10',
          'startDate: herald CONFIRMS 2025-03-10',
          'startDate: letter CONFIRMS 2025-03',
          'startDate: mirror CONTRADICTS 2025-03-11',
        ],
      ],
      [
        'whether it is uncertain or not',
        [dated('2025-03-10?', '$herald'), dated('2025-03-10', '$gazette')],
        '2025-03-10',
        ['startDate: gazette CONFIRMS 2025-03-10', 'startDate: herald CONFIRMS 2025-03-10?'],
      ],
    ])('%s', async (_, documents, shown, evidence) => {
      const { entity, evidence: found } = await settle(documents, '$forum');
      expect(entity?.properties).toEqual({ startDate: shown });
      expect(printEvidence(found)).toEqual(evidence);
    });

    it('also where no source gives the wider one', async () => {
      const { evidence } = await settle(
        [
          document('\n  - { slug: $forum, type: Event, startDate: 2025 }'),
          dated('2025-03', '$courier'),
        ],
        '$forum',
      );
      expect(printEvidence(evidence)).toEqual([
        'startDate: courier CONFIRMS 2025-03',
        'startDate: kenes-editorial CONFIRMS 2025',
      ]);
    });
  });

  it('take titles of an office as wordings, none of which contradicts another', async () => {
    const titled = (title: string, evidence: string): string =>
      document(
        '\n  - { slug: $ann, type: Person }',
        `\n  - { type: MEMBER_OF, from: $ann, to: $ministry, title: ${title}, evidence: [${evidence}] }`,
      );
    const { relation, evidence } = await settle(
      [
        titled('Head', '{ source: $gazette }'),
        titled('Chair', '{ source: $courier, inferred: true }'),
        titled('Director', ''),
      ],
      '$ann~MEMBER_OF~$ministry',
    );
    expect(relation?.properties).toEqual({ title: 'Head' });
    expect(printEvidence(evidence)).toEqual([
      'the whole: courier CONFIRMS',
      'the whole: gazette CONFIRMS',
      'title: courier CONFIRMS Chair',
      'title: gazette CONFIRMS Head',
      'title: kenes-editorial CONFIRMS Director',
    ]);
  });

  it('keep each text of a statement, by language', async () => {
    const said = (text: string, evidence = ''): string =>
      document(`\n  - { slug: $said, type: Statement, text: ${text}, evidence: [${evidence}] }`);
    const { entity, evidence } = await settle(
      [
        said('{ en: Rights matter., ru: Права важны. }'),
        said('{ en: Rights count. }', '{ source: $herald, property: text.en }'),
      ],
      '$said',
    );
    expect(entity?.names).toEqual({ en: 'Rights count.', ru: 'Права важны.' });
    expect(printEvidence(evidence)).toEqual([
      'text.en: herald CONFIRMS Rights count.',
      'text.en: kenes-editorial CONTRADICTS Rights matter.',
    ]);
  });

  describe('count the publishers and origins of a relation', () => {
    const relation = (evidence: string): string =>
      document(
        '\n  - { slug: $forum, type: Event }',
        `\n  - { type: PARTICIPATED_IN, from: $ministry, to: $forum, role: ORGANIZER, evidence: [${evidence}] }`,
      );
    const sources = (...slugs: string[]): string[] =>
      slugs.map((slug) => relation(`{ source: ${slug} }`));

    it.each<[string, string[], string[], number, number]>([
      ['none of which is known', [relation('')], [], 0, 0],
      [
        'with one informer as one origin',
        sources('$gazette', '$courier'),
        ['courier', 'gazette'],
        2,
        1,
      ],
      ['with two informers as two', sources('$gazette', '$herald'), ['gazette', 'herald'], 2, 2],
      ['with an unknown informer as one', sources('$letter'), ['letter'], 1, 1],
      [
        'with an unknown informer as none beside a known one',
        sources('$letter', '$gazette'),
        ['gazette', 'letter'],
        2,
        1,
      ],
      [
        'once where two sources are of one publisher',
        sources('$letter', '$mirror'),
        ['letter', 'mirror'],
        1,
        1,
      ],
      ['without the editors', sources('kenes-editorial', '$gazette'), ['gazette'], 1, 1],
      ['without what is inferred', [relation('{ source: $gazette, inferred: true }')], [], 0, 0],
      [
        'without who contradicts',
        [
          relation('{ source: $gazette, stance: CONTRADICTS, value: rival }'),
          ...sources('$letter'),
        ],
        ['letter'],
        1,
        1,
      ],
      [
        'without who only speaks of a property',
        [relation('{ source: $gazette, property: role }')],
        [],
        0,
        0,
      ],
    ])('%s', async (_, documents, slugs, publisherCount, originCount) => {
      const found = await settle(documents, '$ministry~PARTICIPATED_IN~$forum~ORGANIZER');
      expect(found.relation).toMatchObject({ sources: slugs, publisherCount, originCount });
    });

    it('anew when a source gets another informer, and choose values anew', async () => {
      const prefix = `w${++world}-`;
      const at = (text: string): string => text.replaceAll('$', prefix);
      await merge(
        store,
        at(numbered(3, '$letter, property: ordinal')),
        at(numbered(4, '$mirror, property: ordinal')),
        ...sources('$letter', '$mirror').map(at),
      );
      const key = at('$ministry~PARTICIPATED_IN~$forum~ORGANIZER');
      expect((await find(store, key)).relation).toMatchObject({
        publisherCount: 1,
        originCount: 1,
      });
      expect((await find(store, at('$report'))).entity?.properties).toEqual({ ordinal: 4 });
      const summary = await merge(
        store,
        at(`kenes: 1
sources:
  - { slug: $letter, publisher: $letter-house, informers: [$ministry, $herald-house] }
`),
      );
      const changed = { added: 0, changed: 1 };
      expect(summary).toEqual({
        sources: changed,
        entities: changed,
        relations: changed,
        evidence: { added: 0, changed: 2, removed: 0 },
      });
      expect((await find(store, key)).relation).toMatchObject({
        publisherCount: 1,
        originCount: 2,
      });
      const { entity, evidence } = await find(store, at('$report'));
      expect(entity?.properties).toEqual({ ordinal: 3 });
      expect(printEvidence(evidence)).toEqual([
        at('ordinal: $letter CONFIRMS 3'),
        at('ordinal: $mirror CONTRADICTS 4'),
      ]);
    });
  });

  it('keep rival relations, each with who contradicts it', async () => {
    const organizer = (slug: string, source: string, rival: string): string =>
      document(
        '\n  - { slug: $forum, type: Event }',
        `
  - { type: PARTICIPATED_IN, from: ${slug}, to: $forum, role: ORGANIZER, evidence: [{ source: ${source} }] }
  - { type: PARTICIPATED_IN, from: ${rival}, to: $forum, role: ORGANIZER, evidence: [{ source: ${source}, stance: CONTRADICTS, value: ${slug}~PARTICIPATED_IN~$forum~ORGANIZER }] }`,
      );
    const documents = [
      organizer('$ministry', '$gazette', '$letter-house'),
      organizer('$letter-house', '$herald', '$ministry'),
    ];
    const { relation, evidence } = await settle(
      documents,
      '$ministry~PARTICIPATED_IN~$forum~ORGANIZER',
    );
    expect(relation).toMatchObject({ sources: ['gazette'], publisherCount: 1, originCount: 1 });
    expect(printEvidence(evidence)).toEqual([
      'the whole: gazette CONFIRMS',
      'the whole: herald CONTRADICTS letter-house~PARTICIPATED_IN~forum~ORGANIZER',
      'role: gazette CONFIRMS ORGANIZER',
    ]);
  });

  it('unite what is known of a source', async () => {
    const { source } = await settle(
      [
        document(''),
        document('').replace(
          'publishedAt: 2025-03-03 }',
          `title: News, urls: [https://b.example/1], language: en, kind: NEWS, text: { length: 5, sha256: ${'a'.repeat(64)} } }`,
        ),
        document('').replace(
          'informers: [$ministry], publishedAt: 2025-03-03 }',
          'informers: [$herald-house], urls: [https://a.example/1] }',
        ),
      ],
      '$gazette',
    );
    expect(source).toEqual({
      slug: 'gazette',
      title: 'News',
      urls: ['https://a.example/1', 'https://b.example/1'],
      language: 'en',
      publishedAt: '2025-03-03',
      kind: 'NEWS',
      publisherSlug: 'gazette-house',
      informerSlugs: ['herald-house', 'ministry'],
      text: { length: 5, sha256: 'a'.repeat(64) },
    });
  });

  it('count for each entity the relations that touch it, one with itself once', async () => {
    const { entity } = await settle(
      [
        document('', '\n  - { type: BELONGS_TO, from: $ministry, to: $ministry }'),
        document(
          '\n  - { slug: $ann, type: Person }',
          `
  - { type: MEMBER_OF, from: $ann, to: $ministry }
  - { type: MEMBER_OF, from: $ann, to: $ministry, repeat: 2 }
  - { type: BELONGS_TO, from: $ministry, to: $ministry }`,
        ),
      ],
      '$ministry',
    );
    expect(entity?.degree).toBe(3);
  });

  it('count versions on with each change, and change nothing when they come again', async () => {
    const prefix = `w${++world}-`;
    const at = (text: string): string => text.replaceAll('$', prefix);
    const versionOf = async (key: string): Promise<number | undefined> => {
      const { entity, relation } = await find(store, at(key));
      return (entity ?? relation)?.version;
    };
    const first = at(document('\n  - { slug: $ann, type: Person, names: { en: Ann } }'));
    const second = at(
      document(
        '\n  - { slug: $ann, type: Person }',
        '\n  - { type: MEMBER_OF, from: $ann, to: $ministry, evidence: [{ source: $gazette }] }',
      ),
    );
    expect(await merge(store, first)).toMatchObject({ entities: { added: 6, changed: 0 } });
    expect(await versionOf('$ann')).toBe(1);
    expect(await merge(store, second)).toEqual({
      sources: { added: 0, changed: 0 },
      entities: { added: 0, changed: 2 },
      relations: { added: 1, changed: 0 },
      evidence: { added: 1, changed: 0, removed: 0 },
    });
    expect(await versionOf('$ann')).toBe(2);
    expect(await versionOf('$ann~MEMBER_OF~$ministry')).toBe(1);
    const nothing = { added: 0, changed: 0 };
    expect(await merge(store, first, second)).toEqual({
      sources: nothing,
      entities: nothing,
      relations: nothing,
      evidence: { ...nothing, removed: 0 },
    });
    expect(await versionOf('$ann')).toBe(2);
  });

  describe('say when things were', () => {
    /** What is dated in an invented world, and what has its time from elsewhere. */
    const calendar = (dates: Readonly<Record<string, string>> = {}): string => {
      const at = (name: string): string => dates[name] ?? '';
      return `kenes: 1
entities:
  - { slug: $event, type: Event${at('event')} }
  - { slug: $session, type: Event${at('session')} }
  - { slug: $statement, type: Statement${at('statement')} }
  - { slug: $loose, type: Statement }
  - { slug: $topic, type: Topic${at('topic')} }
  - { slug: $instrument, type: Instrument${at('instrument')} }
  - { slug: $report, type: Report${at('report')} }
  - { slug: $place, type: Place }
  - { slug: $state, type: Organization }
  - { slug: $body, type: Organization }
  - { slug: $ann, type: Person }
relations:
  - { type: MEMBER_OF, from: $ann, to: $body${at('state')} }
  - { type: PARTY_TO, from: $state, to: $instrument, act: ACCESSION${at('act')} }
  - { type: SUBMITTED, from: $state, to: $report${at('point')} }
  - { type: PARTICIPATED_IN, from: $ann, to: $event, role: SPEAKER }
  - { type: HELD_IN, from: $event, to: $place }
  - { type: PRESENTED_AT, from: $report, to: $event }
  - { type: MADE_AT, from: $statement, to: $event }
  - { type: MADE, from: $ann, to: $statement }
  - { type: MADE, from: $ann, to: $loose }
  - { type: ON_BEHALF_OF, from: $statement, to: $body }
  - { type: ABOUT, from: $statement, to: $topic }
  - { type: ABOUT, from: $event, to: $topic }
  - { type: ABOUT, from: $report, to: $topic }
  - { type: DISPUTES, from: $statement, to: $loose }
  - { type: BROADER, from: $topic, to: $topic }
`;
    };
    const undated = '..';
    const day = '2025-03-10..2025-03-10';

    it.each<[string, Record<string, string>, string, string]>([
      ['an event on its day', { event: ', startDate: 2025-03-10' }, '$event', day],
      [
        'an event within its month',
        { event: ', startDate: 2025-03' },
        '$event',
        '2025-03-01..2025-03-31',
      ],
      [
        'an event from its first day to its last',
        { event: ', startDate: 2025-03-10, endDate: 2025-03-12' },
        '$event',
        `${day} to 2025-03-12..2025-03-12`,
      ],
      [
        'an event by its interval',
        { event: ', startDate: 2025-03-10/2025-03-12' },
        '$event',
        `${day} to 2025-03-12..2025-03-12`,
      ],
      [
        'an event until its last day, where only that is known',
        { event: ', endDate: 2025-03-10' },
        '$event',
        `..2025-03-10 to ${day}`,
      ],
      ['an event at any time, where no day is known', {}, '$event', undated],
      [
        'a topic since its beginning',
        { topic: ', since: 2014-04' },
        '$topic',
        '2014-04-01..2014-04-30 to 2014-04-01..',
      ],
      [
        'an instrument since it was adopted',
        { instrument: ', adoptedOn: 2025-03-10, inForceOn: 2026-01-01' },
        '$instrument',
        `${day} to 2025-03-10..`,
      ],
      ['a report on the day it bears', { report: ', date: 2025-03-10' }, '$report', day],
      [
        'a statement on its own day',
        { event: ', startDate: 2025-03', statement: ', date: 2025-03-10' },
        '$statement',
        day,
      ],
      [
        'else on the day of the event that it was made at',
        { event: ', startDate: 2025-03-10' },
        '$statement',
        day,
      ],
      ['a statement at any time, where neither is known', {}, '$loose', undated],
      ['a person at any time', { event: ', startDate: 2025-03-10' }, '$ann', undated],
      ['a place at any time', { event: ', startDate: 2025-03-10' }, '$place', undated],
      [
        'a state of things since its beginning',
        { state: ', since: 2025-03-10' },
        '$ann~MEMBER_OF~$body',
        `${day} to 2025-03-10..`,
      ],
      [
        'a state of things until its end',
        { state: ', until: 2025-03-10' },
        '$ann~MEMBER_OF~$body',
        `..2025-03-10 to ${day}`,
      ],
      [
        'a state of things between both',
        { state: ', since: 2024, until: 2025-03-10' },
        '$ann~MEMBER_OF~$body',
        `2024-01-01..2024-12-31 to ${day}`,
      ],
      [
        'a state of things at any time, where neither is known',
        {},
        '$ann~MEMBER_OF~$body',
        undated,
      ],
      [
        'a state that begins with an act since its day',
        { act: ', date: 2025-03-10' },
        '$state~PARTY_TO~$instrument~ACCESSION',
        `${day} to 2025-03-10..`,
      ],
      [
        'what happened on its day',
        { point: ', date: 2025-03-10' },
        '$state~SUBMITTED~$report',
        day,
      ],
      [
        'what happened over several days on these',
        { point: ', date: 2025-03-10/2025-03-12' },
        '$state~SUBMITTED~$report',
        `${day} to 2025-03-12..2025-03-12`,
      ],
      [
        'what happened at any time, where no day is known',
        { report: ', date: 2025-03-10' },
        '$state~SUBMITTED~$report',
        undated,
      ],
      [
        'a part in an event when that was',
        { event: ', startDate: 2025-03-10' },
        '$ann~PARTICIPATED_IN~$event~SPEAKER',
        day,
      ],
      [
        'the place of an event when that was',
        { event: ', startDate: 2025-03-10' },
        '$event~HELD_IN~$place',
        day,
      ],
      [
        'the presentation of a report when the event was',
        { event: ', startDate: 2025-03-10', report: ', date: 2024' },
        '$report~PRESENTED_AT~$event',
        day,
      ],
      [
        'who made a statement when that was made',
        { statement: ', date: 2025-03-10' },
        '$ann~MADE~$statement',
        day,
      ],
      [
        'for whom a statement was made when it was made',
        { event: ', startDate: 2025-03-10' },
        '$statement~ON_BEHALF_OF~$body',
        day,
      ],
      [
        'that a statement was made at an event when the event was',
        { event: ', startDate: 2025-03-10', statement: ', date: 2025-03-09' },
        '$statement~MADE_AT~$event',
        day,
      ],
      [
        'what a statement is about when it was made',
        { event: ', startDate: 2025-03-10' },
        '$statement~ABOUT~$topic',
        day,
      ],
      [
        'what an event is about when it was',
        { event: ', startDate: 2025-03-10' },
        '$event~ABOUT~$topic',
        day,
      ],
      [
        'what a report is about when it was',
        { report: ', date: 2025-03-10', topic: ', since: 2014' },
        '$report~ABOUT~$topic',
        day,
      ],
      [
        'disputes at any time',
        { event: ', startDate: 2025-03-10' },
        '$statement~DISPUTES~$loose',
        undated,
      ],
      ['breadth at any time', { topic: ', since: 2014' }, '$topic~BROADER~$topic', undated],
    ])('%s', async (_, dates, key, time) => {
      // The dates come before, after, and together with what has its time from them.
      const { entity, relation } = await settle([calendar(), calendar(dates)], key);
      expect(printTime((entity ?? relation)!.time)).toBe(time);
    });

    it('a statement that was made at two events within the time of both', async () => {
      const events = `kenes: 1
entities:
  - { slug: $first, type: Event, startDate: 2025-03-10 }
  - { slug: $second, type: Event, startDate: 2025-03-12 }
  - { slug: $statement, type: Statement }
`;
      const relation = (event: string): string =>
        `${events}relations: [{ type: MADE_AT, from: $statement, to: ${event} }]\n`;
      const { entity } = await settle([relation('$first'), relation('$second')], '$statement');
      expect(printTime(entity!.time)).toBe('2025-03-10..2025-03-12');
    });

    it('anew, from the event over its statements to all their relations, when its day changes', async () => {
      const prefix = `w${++world}-`;
      const at = (text: string): string => text.replaceAll('$', prefix);
      const times = async (...keys: string[]): Promise<string[]> => {
        const found = await Promise.all(keys.map((key) => find(store, at(key))));
        return found.map(({ entity, relation }) => printTime((entity ?? relation)!.time));
      };
      const followers = [
        '$event', '$statement', '$ann~PARTICIPATED_IN~$event~SPEAKER', '$event~HELD_IN~$place',
        '$report~PRESENTED_AT~$event', '$statement~MADE_AT~$event', '$ann~MADE~$statement',
        '$statement~ON_BEHALF_OF~$body', '$statement~ABOUT~$topic', '$event~ABOUT~$topic',
      ]; // prettier-ignore
      const said = (source: string, startDate: string): string =>
        at(`kenes: 1
sources: [{ slug: ${source}, publisher: $house, informers: [${source}-agency] }]
entities:
  - { slug: $house, type: Organization }
  - { slug: ${source}-agency, type: Organization }
  - slug: $event
    type: Event
    startDate: ${startDate}
    evidence: [{ source: ${source} }]
`);
      await merge(store, at(calendar()), said('$b', '2025-03'));
      expect(await times(...followers)).toEqual(followers.map(() => '2025-03-01..2025-03-31'));
      await merge(store, said('$a', '2025-03-10'));
      expect(await times(...followers)).toEqual(followers.map(() => day));
      const others = { added: 0, changed: 0 };
      const april = ['$b', '$c', '$d'].map((source) => said(source, '2025-04'));
      expect(await merge(store, ...april)).toMatchObject({
        entities: { changed: 2 },
        relations: { added: 0, changed: 8 },
      });
      expect(await times(...followers)).toEqual(followers.map(() => '2025-04-01..2025-04-30'));
      expect(await merge(store, at(calendar()))).toMatchObject({
        entities: others,
        relations: others,
      });
      expect(await times('$loose', '$ann~MADE~$loose')).toEqual([undated, undated]);
    });
  });
});
