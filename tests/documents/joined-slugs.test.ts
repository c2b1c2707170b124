import { describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { graphOf, openStore } from '../support/importing.js';
import { problemsIn, problemsWithout } from '../support/joining.js';
import { problemsOf } from '../support/bad-documents.js';

const council = `kenes: 1
document: council
sources:
  - { slug: gazette, publisher: gazette-house }
entities:
  - { slug: gazette-house, type: Organization }
  - { slug: council, type: Organization }
  - { slug: club, type: Organization }
  - slug: artur-lastaev
    type: Person
    names: { en: Artur Lastaev }
    evidence: [{ source: gazette }]
relations:
  - { type: MEMBER_OF, from: artur-lastaev, to: council, title: Head, evidence: [{ source: gazette }] }
`;

const paper = `kenes: 1
document: paper
sources:
  - { slug: courier, publisher: courier-house }
entities:
  - { slug: courier-house, type: Organization }
  - { slug: artur-lastayev, type: Person, names: { ru: Артур Ластаев }, evidence: [{ source: courier }] }
relations:
  - { type: MEMBER_OF, from: artur-lastayev, to: council, title: Head, evidence: [{ source: courier }] }
  - { type: MEMBER_OF, from: artur-lastayev, to: club, evidence: [{ source: courier }] }
`;

const joins = (...entries: string[]): string =>
  `kenes: 1\ndocument: joins\nentities:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`;

const oneMan = joins('slug: artur-lastayev, mergedInto: artur-lastaev');

describeOnEngines('two slugs of one person', (engine) => {
  it('are read as one once an entry joins them, and as two once it is taken back', async () => {
    const store = await openStore(engine);
    expect(await problemsIn(store, council, paper)).toEqual([]);
    const before = await graphOf(store);
    expect(await problemsIn(store, oneMan)).toEqual([]);
    const { entities, derived } = await graphOf(store);
    expect(entities?.filter(({ type }) => type === 'Person')).toEqual([
      {
        slug: 'artur-lastaev',
        type: 'Person',
        names: { en: 'Artur Lastaev', ru: 'Артур Ластаев' },
        evidence: [{ source: 'courier' }, { source: 'gazette' }],
      },
    ]);
    expect(derived).toMatchObject({
      'artur-lastaev': { degree: 2 },
      council: { degree: 1 },
      'artur-lastaev~MEMBER_OF~club': { publisherCount: 1 },
      'artur-lastaev~MEMBER_OF~council': { publisherCount: 2, sources: ['courier', 'gazette'] },
    });
    expect(await problemsWithout(store, 'joins')).toEqual([]);
    expect(await graphOf(store)).toEqual(before);
  });

  it('are both valid in later documents, which say it of the one', async () => {
    const store = await openStore(engine);
    expect(await problemsIn(store, council, paper, oneMan)).toEqual([]);
    const later = `kenes: 1
document: later
entities:
  - { slug: party, type: Organization }
  - { slug: artur-lastayev, type: Person, aliases: { en: [Lastayev] } }
relations:
  - { type: MEMBER_OF, from: artur-lastayev, to: party }
`;
    expect(await problemsIn(store, later)).toEqual([]);
    const { entities, derived } = await graphOf(store);
    expect(entities).toContainEqual(
      expect.objectContaining({ slug: 'artur-lastaev', aliases: { en: ['Lastayev'] } }),
    );
    expect(derived).toHaveProperty(['artur-lastaev~MEMBER_OF~party']);
    const wrong = later.replaceAll('Person', 'Event').replace('later', 'wrong');
    expect(await problemsIn(store, wrong)).toEqual([
      'file-1.yaml:5:35: entities[1].type: The type of “artur-lastayev” cannot change: it is already a Person.',
    ]);
  });

  it('count their new versions like any other that is said anew', async () => {
    const store = await openStore(engine);
    const versions = (): Promise<Record<string, number>> =>
      store.write(async (transaction) => {
        const found = await transaction.entities(['artur-lastaev', 'artur-lastayev', 'council']);
        return Object.fromEntries(found.map(({ slug, version }) => [slug, version]));
      });
    await problemsIn(store, council, paper);
    expect(await versions()).toEqual({ 'artur-lastaev': 1, 'artur-lastayev': 1, council: 1 });
    await problemsIn(store, oneMan);
    expect(await versions()).toEqual({ 'artur-lastaev': 2, council: 1 });
    await problemsWithout(store, 'joins');
    expect(await versions()).toEqual({ 'artur-lastaev': 3, 'artur-lastayev': 1, council: 1 });
  });

  it('may be joined by two documents, and part when neither does it', async () => {
    const store = await openStore(engine);
    await problemsIn(store, council, paper);
    const before = await graphOf(store);
    const again = oneMan.replace('document: joins', 'document: again');
    expect(await problemsIn(store, oneMan, again)).toEqual([]);
    const joined = await graphOf(store);
    expect(await problemsWithout(store, 'joins')).toEqual([]);
    expect(await graphOf(store)).toEqual(joined);
    expect(await problemsWithout(store, 'again')).toEqual([]);
    expect(await graphOf(store)).toEqual(before);
  });

  it('need each other as long as they are joined, unless the entry gives the type', async () => {
    const store = await openStore(engine);
    await problemsIn(store, council, paper, oneMan);
    const joined = await graphOf(store);
    expect(await problemsWithout(store, 'paper')).toEqual([
      'joins:4:5: artur-lastayev: It needs the entity “artur-lastayev”, which no document would state any more.',
    ]);
    expect(await problemsWithout(store, 'council')).toContain(
      'joins:4:5: artur-lastayev: It needs the entity “artur-lastaev”, which no document would state any more.',
    );
    expect(await graphOf(store)).toEqual(joined);
    const typed = joins('slug: artur-lastayev, type: Person, mergedInto: artur-lastaev');
    expect(await problemsIn(store, typed)).toEqual([]);
    expect(await problemsWithout(store, 'paper')).toEqual([]);
    const named = `kenes: 1\ndocument: named\nrelations:\n  - { type: MEMBER_OF, from: artur-lastayev, to: club }\n`;
    expect(await problemsIn(store, named)).toEqual([]);
    expect(await problemsWithout(store, 'joins')).toEqual([
      'named:4:5: artur-lastayev~MEMBER_OF~club: It needs the entity “artur-lastayev”, which no document would state any more.',
    ]);
  });

  it('are read as one in what rivals and publishers are called', async () => {
    const store = await openStore(engine);
    const rivals = `kenes: 1
document: rivals
sources:
  - { slug: letter, publisher: house-two, informers: [council] }
entities:
  - { slug: house-one, type: Organization }
  - { slug: house-two, type: Organization }
  - { slug: forum, type: Event }
relations:
  - type: PARTICIPATED_IN
    from: council
    to: forum
    role: ORGANIZER
    evidence:
      - { source: letter, stance: CONTRADICTS, value: house-two~PARTICIPATED_IN~forum~ORGANIZER }
      - { source: gazette, stance: CONTRADICTS, value: house-two~PARTICIPATED_IN~forum~SPEAKER }
`;
    await problemsIn(store, council, rivals);
    const before = await graphOf(store);
    const house = joins('slug: house-two, mergedInto: house-one');
    expect(await problemsIn(store, house)).toEqual([]);
    const joined = await graphOf(store);
    expect(joined.sources).toContainEqual(
      expect.objectContaining({ slug: 'letter', publisher: 'house-one' }),
    );
    const { evidence = [] } = joined.relations?.find(({ from }) => from === 'council') ?? {};
    expect(evidence.filter(({ stance }) => stance === 'CONTRADICTS')).toEqual([
      {
        source: 'gazette',
        stance: 'CONTRADICTS',
        value: 'house-one~PARTICIPATED_IN~forum~SPEAKER',
      },
      {
        source: 'letter',
        stance: 'CONTRADICTS',
        value: 'house-one~PARTICIPATED_IN~forum~ORGANIZER',
      },
    ]);
    expect(await problemsWithout(store, 'joins')).toEqual([]);
    expect(await graphOf(store)).toEqual(before);
  });

  it('cannot be joined if a relation would lead from an entity to itself', async () => {
    const store = await openStore(engine);
    const parts = `kenes: 1\ndocument: parts\nrelations:\n  - { type: PART_OF, from: club, to: council }\n`;
    await problemsIn(store, council, parts);
    expect(await problemsIn(store, joins('slug: club, mergedInto: council'))).toEqual([
      'parts:4:5: club~PART_OF~council: It would lead from “council” to itself, since “club” and “council” are merged. Leave it out, or part the two.',
    ]);
    expect((await store.counts()).documents).toBe(2);
  });

  it('cannot be joined in a chain or to two others, in the import or against the store', async () => {
    const store = await openStore(engine);
    const third = joins('slug: artur, type: Person, mergedInto: artur-lastayev').replace(
      'document: joins',
      'document: third',
    );
    expect(await problemsIn(store, council, paper, oneMan, third)).toEqual([
      'file-4.yaml:4:46: entities[0].mergedInto: “artur-lastayev” is itself merged into “artur-lastaev” (document “joins”, line 4). Merge “artur” into “artur-lastaev”.',
    ]);
    await problemsIn(store, council, paper, oneMan);
    expect(await problemsIn(store, third)).toEqual([
      'file-1.yaml:4:46: entities[0].mergedInto: “artur-lastayev” is itself merged into “artur-lastaev” (document “joins”, line 4). Merge “artur” into “artur-lastaev”.',
    ]);
    const people = `kenes: 1\ndocument: people\nentities:\n  - { slug: bob, type: Person }\n`;
    await problemsIn(store, people);
    const onward = oneMan.replace('document: joins', 'document: onward');
    expect(
      await problemsIn(
        store,
        onward
          .replace('Into: artur-lastaev', 'Into: bob')
          .replace('artur-lastayev', 'artur-lastaev'),
      ),
    ).toEqual([
      'file-1.yaml:4:40: entities[0].mergedInto: “artur-lastayev” is merged into “artur-lastaev” (document “joins”, line 4). Merge that one into “bob”, too, in the same import.',
    ]);
    expect(await problemsIn(store, onward.replace('Into: artur-lastaev', 'Into: bob'))).toEqual([
      'file-1.yaml:4:41: entities[0].mergedInto: “artur-lastayev” is also merged into “artur-lastaev” (document “joins”, line 4). Leave one of the two entries out.',
    ]);
    // A document that is replaced may change its mind.
    expect(await problemsIn(store, oneMan.replace('Into: artur-lastaev', 'Into: bob'))).toEqual([]);
  });
});

describe('an entry that joins two slugs', () => {
  it.each([
    [
      'slug: a, mergedInto: a',
      '7:28 entities[3].mergedInto: “a” cannot be merged into itself. Give the slug that stays.',
    ],
    [
      'slug: a, mergedInto: bb',
      '7:28 entities[3].mergedInto: Unknown entity “bb”. Did you mean “b”? Declare it under `entities`.',
    ],
    [
      'slug: zzz, mergedInto: b',
      '7:13 entities[3].slug: Unknown entity “zzz”. Give its `type` if no document describes it.',
    ],
    [
      'slug: a, mergedInto: said',
      '7:28 entities[3].mergedInto: Only entities of one type can be merged: “a” is of the type Person, and “said” is of the type Statement.',
    ],
    [
      'slug: a, type: Statement, mergedInto: said',
      '7:22 entities[3].type: The type of “a” cannot change: it is already a Person.',
    ],
    [
      'slug: a, mergedInto: b, names: { en: A }',
      '7:31 entities[3].names: Unknown key “names”. Allowed: slug, type, mergedInto.',
    ],
    [
      'slug: a, type: Persom, mergedInto: b',
      '7:22 entities[3].type: Unknown type “Persom”. Did you mean “Person”? Allowed: Person, Organization, Event, Topic, Instrument, Report, Statement, Place.',
    ],
    [
      'slug: a, mergedInto: B',
      '7:28 entities[3].mergedInto: A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters. Did you mean “b”?',
    ],
  ])('is wrong as %j', async (entry, problem) => {
    const people = `kenes: 1\nentities:\n  - { slug: a, type: Person }\n`;
    const own = `kenes: 1
entities:
  - { slug: b, type: Person }
  - { slug: c, type: Person }
  - { slug: said, type: Statement }

  - { ${entry} }
`;
    const problems = await problemsOf(people, own);
    expect(problems).toContain(problem);
    expect(problems).toHaveLength(entry.includes('type: Statement') ? 2 : 1);
  });

  it('goes round in a circle with others', async () => {
    const people = `kenes: 1\nentities:\n  - { slug: a, type: Person }\n  - { slug: b, type: Person }\n`;
    const both = joins('slug: a, mergedInto: b', 'slug: b, mergedInto: a');
    expect(await problemsOf(people, both)).toEqual([
      '4:28 entities[0].mergedInto: The entries go round in a circle: a → b → a.',
      '5:28 entities[1].mergedInto: The entries go round in a circle: b → a → b.',
    ]);
  });

  it('cannot stand beside another entry of the slug in its document', async () => {
    const both = joins('slug: a, type: Person', 'slug: b, type: Person', 'slug: a, mergedInto: b');
    expect(await problemsOf(both)).toEqual([
      '6:13 entities[2].slug: The entity “a” has two entries. One of them merges it into another slug: write what the other says under that slug.',
    ]);
  });
});
