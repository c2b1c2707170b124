import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, pressDocument } from '../support/merging.js';

describeOnEngines('of several names in one language', (engine) => {
  const merging = new Merging(engine);

  it.each<[string, readonly string[], string, readonly string[]]>([
    [
      'the one in capitals gives way',
      ['names: { en: Тимур Ахметов }', 'names: { en: АХМЕТОВ Тимур }'],
      'Тимур Ахметов',
      ['АХМЕТОВ Тимур'],
    ],
    [
      'an abbreviation gives way',
      [
        'names: { en: International Covenant on Civil and Political Rights }',
        'names: { en: ICCPR }',
      ],
      'International Covenant on Civil and Political Rights',
      ['ICCPR'],
    ],
    [
      'one with initials gives way',
      ['names: { en: Timur Akhmetov }', 'names: { en: T. Akhmetov }'],
      'Timur Akhmetov',
      ['T. Akhmetov'],
    ],
    [
      'the one with more letters is shown, else the first by code point',
      ['names: { en: Anne }', 'names: { en: Anna }', 'names: { en: Ann }'],
      'Anna',
      ['Ann', 'Anne'],
    ],
    [
      'the one that more documents use is shown, also where it is shorter',
      ['names: { en: T. Akhmetov }', 'names: { en: Timur Akhmetov }', 'names: { en: T. Akhmetov }'],
      'T. Akhmetov',
      ['Timur Akhmetov'],
    ],
    [
      'the one that more publishers use is shown, whatever documents do',
      [
        'names: { en: Timur Akhmetov }, evidence: [{ source: $gazette }]',
        'names: { en: Timur Akhmetov }',
        'names: { en: Timur Akhmetov }',
        'names: { en: T. A. }, evidence: [{ source: $gazette }, { source: $courier }]',
      ],
      'T. A.',
      ['Timur Akhmetov'],
    ],
    [
      'the one that more origins use is shown, whatever publishers do',
      [
        // Both papers have it from the ministry.
        'names: { en: Timur Akhmetov }, evidence: [{ source: $gazette }, { source: $courier }]',
        'names: { en: T. A. }, evidence: [{ source: $gazette }, { source: $herald }]',
      ],
      'T. A.',
      ['Timur Akhmetov'],
    ],
    [
      'one that is only inferred or an editor’s has no voice',
      [
        'names: { en: Timur Akhmetov }, evidence: [{ source: $gazette, inferred: true }, { source: kenes-editorial }]',
        'names: { en: T. A. }, evidence: [{ source: $letter }]',
      ],
      'T. A.',
      ['Timur Akhmetov'],
    ],
    [
      'evidence for one name is no voice for another one of its entry',
      [
        'names: { en: T. A. }, evidence: [{ source: $letter }, { source: $gazette, property: names.en, value: Timur }]',
        'names: { en: Timur Akhmetov }, evidence: [{ source: $herald }, { source: $gazette }]',
      ],
      'Timur Akhmetov',
      ['T. A.'],
    ],
    [
      'one that is preferred is shown, whatever others do',
      [
        'names: { en: Akhmetov }, evidence: [{ source: $letter, property: names.en, preferred: true }]',
        'names: { en: Timur Akhmetov }, evidence: [{ source: $gazette }, { source: $herald }]',
      ],
      'Akhmetov',
      ['Timur Akhmetov'],
    ],
    [
      'an editor’s name gives way to one that was seen',
      ['editorialNames: { en: Our very own long name }', 'names: { en: T. A. }'],
      'T. A.',
      [],
    ],
  ])('%s', async (_, entries, shown, others) => {
    const documents = entries.map((entry) =>
      pressDocument(`\n  - { slug: $ann, type: Person, ${entry} }`),
    );
    const { entity } = await merging.settle(documents, '$ann');
    expect(entity?.names).toEqual({ en: shown });
    expect(entity?.details.aliases).toEqual(others.length > 0 ? { en: others } : {});
    expect(entity?.details.editorial).toEqual([]);
  });

  it('each language has its own, an editor’s beside one that was seen', async () => {
    const documents = [
      'names: { ru: Тимур }, editorialNames: { en: Ours }',
      'names: { en: Timur }, editorialNames: { kk: Біздікі }',
    ].map((entry) => pressDocument(`\n  - { slug: $ann, type: Person, ${entry} }`));
    const { entity } = await merging.settle(documents, '$ann');
    expect(entity?.names).toEqual({ en: 'Timur', ru: 'Тимур', kk: 'Біздікі' });
    expect(entity?.details.editorial).toEqual(['kk']);
  });

  it('another is shown when a source gets another informer', async () => {
    const at = merging.newWorld();
    const papers = (informers: string): string =>
      `  - { slug: $a, publisher: $house, informers: [$agency] }
  - { slug: $b, publisher: $house, informers: [${informers}] }
entities:
  - { slug: $house, type: Organization }
  - { slug: $agency, type: Organization }
`;
    await merging.merge(
      at(`kenes: 1\nsources:\n${papers('$agency')}  - { slug: $ann, type: Person, names: { en: T. A. }, evidence: [{ source: $a }, { source: $b }] }`),
      at(`kenes: 1\nsources:\n${papers('$agency')}  - { slug: $ann, type: Person, names: { en: Timur }, evidence: [{ source: $a }, { source: $b }] }`),
      at(`kenes: 1\nsources:\n${papers('$agency')}  - { slug: $ann, type: Person, names: { en: Timur }, evidence: [{ source: $a }] }`),
      at(`kenes: 1\nsources:\n  - { slug: $c, publisher: $house, informers: [$agency] }\nentities:\n  - { slug: $ann, type: Person, names: { en: T. A. }, evidence: [{ source: $c }] }`),
    ); // prettier-ignore
    const shown = async () => (await merging.find(at('$ann'))).entity?.names;
    expect(await shown()).toEqual({ en: 'Timur' });
    await merging.merge(
      at('kenes: 1\nsources: [{ slug: $c, publisher: $house, informers: [$house] }]'),
    );
    expect(await shown()).toEqual({ en: 'T. A.' });
  });
});
