import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, pressDocument, printEvidence, reportDocument } from '../support/merging.js';

describeOnEngines('documents that are merged', (engine) => {
  const merging = new Merging(engine);

  const relation = (evidence: string): string =>
    pressDocument(
      '\n  - { slug: $forum, type: Event }',
      `\n  - { type: PARTICIPATED_IN, from: $ministry, to: $forum, role: ORGANIZER, evidence: [${evidence}] }`,
    );
  const sources = (...slugs: string[]): string[] =>
    slugs.map((slug) => relation(`{ source: ${slug} }`));

  it.each<[string, string[], string[], number, number]>([
    ['without a source as none', [relation('')], [], 0, 0],
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
      [relation('{ source: $gazette, stance: CONTRADICTS, value: rival }'), ...sources('$letter')],
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
  ])(
    'count the publishers and origins of a relation %s',
    async (_, documents, slugs, publisherCount, originCount) => {
      const found = await merging.settle(documents, '$ministry~PARTICIPATED_IN~$forum~ORGANIZER');
      expect(found.relation).toMatchObject({ sources: slugs, publisherCount, originCount });
    },
  );

  it('count origins and choose values again when a source gets another informer', async () => {
    const at = merging.newWorld();
    await merging.merge(
      at(reportDocument(3, '$letter, property: ordinal')),
      at(reportDocument(4, '$mirror, property: ordinal')),
      ...sources('$letter', '$mirror').map(at),
    );
    const key = at('$ministry~PARTICIPATED_IN~$forum~ORGANIZER');
    expect((await merging.find(key)).relation).toMatchObject({
      publisherCount: 1,
      originCount: 1,
    });
    expect((await merging.find(at('$report'))).entity?.properties).toEqual({ ordinal: 4 });
    const summary = await merging.merge(
      at(`kenes: 1
sources:
- { slug: $letter, publisher: $letter-house, informers: [$ministry, $herald-house] }
`),
    );
    const changed = { added: 0, changed: 1, removed: 0 };
    expect(summary).toEqual({
      sources: changed,
      entities: changed,
      relations: changed,
      evidence: { added: 0, changed: 2, removed: 0 },
    });
    expect((await merging.find(key)).relation).toMatchObject({
      publisherCount: 1,
      originCount: 2,
    });
    const { entity, evidence } = await merging.find(at('$report'));
    expect(entity?.properties).toEqual({ ordinal: 3 });
    expect(printEvidence(evidence)).toEqual([
      at('ordinal: $letter CONFIRMS 3'),
      at('ordinal: $mirror CONTRADICTS 4'),
    ]);
  });

  it('keep rival relations, each with who contradicts it', async () => {
    const organizer = (slug: string, source: string, rival: string): string =>
      pressDocument(
        '\n  - { slug: $forum, type: Event }',
        `
  - { type: PARTICIPATED_IN, from: ${slug}, to: $forum, role: ORGANIZER, evidence: [{ source: ${source} }] }
  - { type: PARTICIPATED_IN, from: ${rival}, to: $forum, role: ORGANIZER, evidence: [{ source: ${source}, stance: CONTRADICTS, value: ${slug}~PARTICIPATED_IN~$forum~ORGANIZER }] }`,
      );
    const documents = [
      organizer('$ministry', '$gazette', '$letter-house'),
      organizer('$letter-house', '$herald', '$ministry'),
    ];
    const { relation, evidence } = await merging.settle(
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

  it('count for each entity the relations that touch it, one with itself once', async () => {
    const { entity } = await merging.settle(
      [
        pressDocument('', '\n  - { type: SUPPORTS, from: $ministry, to: $ministry }'),
        pressDocument(
          '\n  - { slug: $ann, type: Person }',
          `
  - { type: MEMBER_OF, from: $ann, to: $ministry }
  - { type: MEMBER_OF, from: $ann, to: $ministry, repeat: 2 }
  - { type: SUPPORTS, from: $ministry, to: $ministry }`,
        ),
      ],
      '$ministry',
    );
    expect(entity?.degree).toBe(3);
  });

  it('raise the version of what they speak of, and change nothing when they come again', async () => {
    const at = merging.newWorld();
    const versionOf = async (key: string): Promise<number | undefined> => {
      const { entity, relation } = await merging.find(at(key));
      return (entity ?? relation)?.version;
    };
    const first = at(pressDocument('\n  - { slug: $ann, type: Person, names: { en: Ann } }'));
    const second = at(
      pressDocument(
        '\n  - { slug: $ann, type: Person }',
        '\n  - { type: MEMBER_OF, from: $ann, to: $ministry, evidence: [{ source: $gazette }] }',
      ),
    );
    expect(await merging.merge(first)).toMatchObject({
      entities: { added: 6, changed: 0, removed: 0 },
    });
    expect(await versionOf('$ann')).toBe(1);
    expect(await merging.merge(second)).toEqual({
      sources: { added: 0, changed: 0, removed: 0 },
      entities: { added: 0, changed: 2, removed: 0 },
      relations: { added: 1, changed: 0, removed: 0 },
      evidence: { added: 1, changed: 0, removed: 0 },
    });
    // A relation more is nothing that is said of its ends.
    expect(await versionOf('$ann')).toBe(1);
    expect(await versionOf('$ann~MEMBER_OF~$ministry')).toBe(1);
    const nothing = { added: 0, changed: 0, removed: 0 };
    expect(await merging.merge(first, second)).toEqual({
      sources: nothing,
      entities: nothing,
      relations: nothing,
      evidence: nothing,
    });
    expect(await versionOf('$ann')).toBe(1);
    await merging.merge(
      at(pressDocument('\n  - { slug: $ann, type: Person, names: { ru: Анна } }')),
    );
    expect(await versionOf('$ann')).toBe(2);
  });
});
