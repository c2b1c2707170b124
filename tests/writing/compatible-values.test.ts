import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, pressDocument, printEvidence } from '../support/merging.js';

describeOnEngines('documents that are merged', (engine) => {
  const merging = new Merging(engine);

  const dated = (date: string, source: string): string =>
    pressDocument(
      `\n  - { slug: $forum, type: Event, startDate: ${date}, evidence: [{ source: ${source}, property: startDate }] }`,
    );

  it.each<[string, string[], string, string[]]>([
    [
      'which is shown',
      [dated('2025', '$mirror'), dated('2025-03', '$courier'), dated('2025-03-10', '$herald')],
      '2025-03-10',
      [
        'startDate: courier CONFIRMS 2025-03',
        'startDate: herald CONFIRMS 2025-03-10',
        'startDate: mirror CONFIRMS 2025',
      ],
    ],
    [
      'also against another one',
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
  ])(
    'take a wider date as support of a narrower one within it, %s',
    async (_, documents, shown, evidence) => {
      const { entity, evidence: found } = await merging.settle(documents, '$forum');
      expect(entity?.properties).toEqual({ startDate: shown });
      expect(printEvidence(found)).toEqual(evidence);
    },
  );

  it('take a wider date as support of a narrower one though no source gives the wider one', async () => {
    const { evidence } = await merging.settle(
      [
        pressDocument('\n  - { slug: $forum, type: Event, startDate: 2025 }'),
        dated('2025-03', '$courier'),
      ],
      '$forum',
    );
    expect(printEvidence(evidence)).toEqual([
      'startDate: courier CONFIRMS 2025-03',
      'startDate: kenes-editorial CONFIRMS 2025',
    ]);
  });

  it('take titles of an office as wordings, none of which contradicts another', async () => {
    const titled = (title: string, evidence: string): string =>
      pressDocument(
        '\n  - { slug: $ann, type: Person }',
        `\n  - { type: MEMBER_OF, from: $ann, to: $ministry, title: ${title}, evidence: [${evidence}] }`,
      );
    const { relation, evidence } = await merging.settle(
      [
        titled('Head', '{ source: $gazette }'),
        titled('Chair', '{ source: $courier, inferred: true }'),
        titled('Director', ''),
      ],
      '$ann~MEMBER_OF~$ministry',
    );
    expect(relation?.properties).toEqual({ title: { en: 'Head' } });
    expect(printEvidence(evidence)).toEqual([
      'the whole: courier CONFIRMS',
      'the whole: gazette CONFIRMS',
      'the whole: kenes-editorial CONFIRMS',
      'title.en: courier CONFIRMS Chair',
      'title.en: gazette CONFIRMS Head',
      'title.en: kenes-editorial CONFIRMS Director',
    ]);
  });

  it('keep each text of a statement, by language', async () => {
    const said = (text: string, evidence = ''): string =>
      pressDocument(
        `\n  - { slug: $said, type: Statement, text: ${text}, evidence: [${evidence}] }`,
      );
    const { entity, evidence } = await merging.settle(
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
});
