import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { removeDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { EvidenceEntry } from '../../src/writing/entries.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, importAll, openStore } from '../support/importing.js';
import { Merging, printTime } from '../support/merging.js';

const vocabulary = createVocabulary();

describeOnEngines('what sources can know of a state', (engine) => {
  const merging = new Merging(engine);

  /** Returns a document on one membership and its sources, each by its date. */
  const membership = (dates: string, evidence: string): string => `kenes: 1
sources:
  - { slug: $2016, publisher: $club, publishedAt: 2016-03-01 }
  - { slug: $2019, publisher: $club, publishedAt: 2019-05-01 }
  - { slug: $month, publisher: $club, publishedAt: 2019-05 }
  - { slug: $doubted, publisher: $club, publishedAt: 2019-05-01? }
  - { slug: $undated, publisher: $club }
entities:
  - { slug: $club, type: Organization }
  - { slug: $ann, type: Person }
relations:
  - { type: MEMBER_OF, from: $ann, to: $club, ${dates}evidence: [${evidence}] }
`;

  const since2010 = '2010-01-01..2010-12-31 to';

  it.each<[what: string, dates: string, evidence: string, time: string]>([
    ['certain until its source', 'since: 2010, ', '{ source: $2019 }', `${since2010} 2019-05-01..`],
    ['certain until then as what is still so', 'since: 2010/.., ', '{ source: $2019 }', `${since2010} 2019-05-01..`],
    ['certain until the latest of its sources', 'since: 2010, ', '{ source: $2019 }, { source: $2016 }', `${since2010} 2019-05-01..`],
    ['over by the day of its source where that says so', 'since: 2010/, ', '{ source: $2019 }', `${since2010} 2010-01-01..2019-05-01`],
    ['over by the day of the first such source', 'since: 2010/, ', '{ source: $2019 }, { source: $2016 }', `${since2010} 2010-01-01..2016-03-01`],
    ['certain on the day of its source without dates', '', '{ source: $2019 }', '..2019-05-01 to 2019-05-01..'],
    ['certain between its sources without dates', '', '{ source: $2019 }, { source: $2016 }', '..2016-03-01 to 2019-05-01..'],
    ['certain on a day of a month', '', '{ source: $month }', '..2019-05-31 to 2019-05-01..'],
    ['certain on no day by a source with a doubted date', '', '{ source: $doubted }', '..'],
    ['certain on no day by a source without a date', '', '{ source: $undated }', '..'],
    ['certain on no day by what is only implied', '', '{ source: $2019, inferred: true }', '..'],
    ['certain on no day by the editors', '', '{ source: kenes-editorial }', '..'],
    ['certain on no day by a source that contradicts', '', '{ source: $2019, stance: CONTRADICTS }, { source: $undated }', '..'],
    ['certain by a source of one of its values', 'title: Chair, ', '{ source: $2019, property: title }', '..2019-05-01 to 2019-05-01..'],
    ['as long as its dates say', 'since: 2010, until: 2015, ', '{ source: $2019 }', `${since2010} 2015-01-01..2015-12-31`],
    ['not seen by a source that gives its end', 'until: 2019, ', '{ source: $2019 }', '..2019-12-31 to 2019-01-01..2019-12-31'],
    ['seen by a source that does not give its end', 'until: 2019, ', '{ source: $2019, property: until }, { source: $2016 }', '..2016-03-01 to 2019-01-01..2019-12-31'],
    ['not seen by a source that announces it', 'since: 2020, ', '{ source: $2019 }', '2020-01-01..2020-12-31 to 2020-01-01..'],
  ])('makes it %s', async (_what, dates, evidence, time) => {
    const at = merging.newWorld();
    await merging.merge(at(membership(dates, evidence)));
    const { relation } = await merging.find(at('$ann~MEMBER_OF~$club'));
    expect(printTime(relation!.time)).toBe(time);
  }); // prettier-ignore

  it('makes a topic certain, which lasts from its first date on', async () => {
    const at = merging.newWorld();
    const topic = '{ slug: $topic, type: Topic, since: 2014, evidence: [{ source: $2019 }] }';
    const document = membership('', '{ source: $undated }').replace(
      'relations:',
      `  - ${topic}\nrelations:`,
    );
    await merging.merge(at(document));
    const { entity } = await merging.find(at('$topic'));
    expect(printTime(entity!.time)).toBe('2014-01-01..2014-12-31 to 2019-05-01..');
  });
});

describeOnEngines('the time of a state', (engine) => {
  const club = { slug: 'club', type: 'Organization' } as const;
  const ann = { slug: 'ann', type: 'Person' } as const;
  const paper = (publishedAt: string) => ({
    document: 'paper',
    sources: [{ slug: 'paper', publisher: 'club', publishedAt }],
    entities: [club],
  });
  const member = (document: string, evidence: EvidenceEntry) => ({
    document,
    sources: [{ slug: `${document}-paper`, publisher: 'club', publishedAt: '2017-01-01' }],
    entities: [club, ann],
    relations: [{ type: 'MEMBER_OF', from: 'ann', to: 'club', evidence: [evidence] }],
  });

  it('changes with the date of its source, and with the documents that say so', async () => {
    const store = await openStore(engine);
    const put = async (...documents: Omit<KenesDocument, 'kenes'>[]): Promise<string> => {
      await importAll(store, documents.map((document) => fileOf(document))); // prettier-ignore
      return time();
    };
    const time = async (): Promise<string> => {
      const key = 'ann~MEMBER_OF~club';
      const [relation] = await store.write((transaction) => transaction.relations([key]));
      return printTime(relation!.time);
    };
    const first = member('first', { source: 'paper' });
    const second = member('second', { source: 'second-paper' });
    expect([
      await put(paper('2019-05-01'), first, second),
      await put(paper('2020-06')),
      await put(paper('2020-06?')),
      await put(paper('2019-05-01')),
    ]).toEqual([
      '..2017-01-01 to 2019-05-01..',
      '..2017-01-01 to 2020-06-01..',
      '..2017-01-01 to 2017-01-01..',
      '..2017-01-01 to 2019-05-01..',
    ]);
    const { problems } = await removeDocuments(store, vocabulary, ['second']);
    expect([problems, await time()]).toEqual([[], '..2019-05-01 to 2019-05-01..']);
    expect(await put(member('first', { source: 'paper', inferred: true }))).toBe('..');
  });
});
