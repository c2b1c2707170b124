import type { EntryKind, EntryRecord } from '../../src/model/records.js';
import { openApp, type TestApp } from './app.js';
import type { TestEngine } from './engines.js';
import { nothing } from './written-store.js';

const evidence = 'evidence: [{ source: gazette-1 }]';

const world = `
kenes: 1
document: gazette
sources:
  - { slug: gazette-1, publisher: gazette, title: First }
  - { slug: gazette-2, publisher: gazette, title: Second }
entities:
  - { slug: gazette, type: Organization, names: { en: Gazette } }
  - { slug: council, type: Organization, names: { en: Council } }
  - { slug: watch, type: Organization, names: { en: Watch } }
  - { slug: forum, type: Event, names: { en: Forum } }
  - { slug: rights, type: Topic, names: { en: Rights } }
  - { slug: aida, type: Person, names: { en: Aida }, evidence: [
      { source: gazette-2, property: names.en, stance: CONTRADICTS, value: Aide }] }
  - { slug: st-rights, type: Statement, text: { en: Rights matter } }
relations:
  - { type: MEMBER_OF, from: aida, to: council, evidence: [
      { source: gazette-1 }, { source: gazette-2, stance: CONTRADICTS }] }
  - { type: PARTICIPATED_IN, from: aida, to: forum, role: SPEAKER, ${evidence} }
  - { type: PARTICIPATED_IN, from: council, to: forum, role: ORGANIZER, ${evidence} }
  - { type: PARTICIPATED_IN, from: watch, to: forum, role: PARTICIPANT, ${evidence} }
  - { type: MADE, from: aida, to: st-rights, ${evidence} }
  - { type: ABOUT, from: st-rights, to: rights, ${evidence} }
  - { type: MADE_AT, from: st-rights, to: forum, ${evidence} }
`;

const names = `
kenes: 1
document: names
entities:
  - { slug: aida, type: Person, names: { ru: Аида } }
  - { slug: council, type: Organization, names: { ru: Совет } }
`;

/** The former slugs, with those that they are merged into. */
export const formerSlugs = {
  'a-ida': 'aida',
  ayda: 'aida',
  'the-council': 'council',
  'the-forum': 'forum',
  'the-gazette': 'gazette',
  'human-rights': 'rights',
};

function entry(document: string, kind: EntryKind, key: string, place: number): EntryRecord {
  return { document, kind, key, place, line: null, mergedInto: null, content: '{}' };
}

/**
 * Opens a world of the documents `gazette` and `names`, of `old-paper`, which writes former slugs,
 * and of `joins`, which merges these into others.
 */
export async function openJoinedWorld(engine: TestEngine): Promise<TestApp> {
  const app = await openApp(engine, { documents: [world, names] });
  const joins = Object.entries(formerSlugs).map(([slug, mergedInto], place) => ({
    ...entry('joins', 'ENTITY', slug, place),
    mergedInto,
  }));
  const oldPaper = [
    entry('old-paper', 'SOURCE', 'gazette-1', 0),
    entry('old-paper', 'ENTITY', 'ayda', 0),
    entry('old-paper', 'RELATION', 'ayda~MEMBER_OF~the-council', 0),
  ];
  await app.store.write((transaction) =>
    transaction.apply({
      ...nothing,
      documents: [
        { slug: 'joins', entryCount: joins.length, defaults: null },
        { slug: 'old-paper', entryCount: oldPaper.length, defaults: null },
      ],
      entries: [...joins, ...oldPaper],
    }),
  );
  return app;
}
