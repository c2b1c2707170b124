import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, pressDocument, printEvidence } from '../support/merging.js';

const key = '$ann~MEMBER_OF~$ministry';

/** Returns a document with one term of office. Each source is cited for all of it. */
function term(values: string, ...sources: string[]): string {
  const evidence = sources.map((source) => `{ source: ${source} }`).join(', ');
  return pressDocument(
    '\n  - { slug: $ann, type: Person }',
    `\n  - { type: MEMBER_OF, from: $ann, to: $ministry, ${values}, evidence: [${evidence}] }`,
  );
}

describeOnEngines('the office and the years of one relation', (engine) => {
  const merging = new Merging(engine);

  it.each<[string, readonly string[], object]>([
    [
      'are those of the source with more origins, not of two terms',
      [
        term('title: Deputy, since: 2011, until: 2015', '$gazette', '$herald'),
        term('title: Chair, since: 2013', '$letter'),
      ],
      { title: { en: 'Deputy' }, since: '2011', until: '2015' },
    ],
    [
      'have no end from the source of another term',
      [
        term('title: Deputy, since: 2011, until: 2015', '$letter'),
        term('title: Chair, since: 2013', '$gazette', '$herald'),
      ],
      { title: { en: 'Chair' }, since: '2013' },
    ],
    [
      'are those of the source that says more where both have as many voices',
      [
        term('title: Chair, since: 2013', '$letter'),
        term('title: Deputy, since: 2011, until: 2015', '$herald'),
      ],
      { title: { en: 'Deputy' }, since: '2011', until: '2015' },
    ],
    [
      'are completed by a source that contradicts nothing',
      [
        term('title: Deputy, since: 2011', '$gazette', '$herald'),
        term('title: Deputy minister, until: 2015', '$letter'),
      ],
      { title: { en: 'Deputy' }, since: '2011', until: '2015' },
    ],
    [
      'are those of the earlier source where all else is equal',
      [term('title: Deputy, since: 2011', '$herald'), term('title: Chair, since: 2021', '$mirror')],
      { title: { en: 'Chair' }, since: '2021' },
    ],
    [
      'may be a narrower date that a wider one supports',
      [
        term('since: 2011-05', '$herald'),
        term('since: 2011', '$letter'),
        term('since: 2012', '$courier'),
      ],
      { since: '2011-05' },
    ],
    [
      'are supported by a source with the same office in another language of both',
      [
        term('title: { en: Deputy, ru: Заместитель }, since: 2011', '$herald'),
        term('title: { en: Deputy head, ru: Заместитель }', '$gazette'),
        term('title: { en: Chair }, since: 2013', '$mirror'),
      ],
      { title: { en: 'Deputy', ru: 'Заместитель' }, since: '2011' },
    ],
    [
      'are said in each language by a source that contradicts nothing',
      [
        term('title: { en: Deputy }, since: 2011', '$gazette', '$herald'),
        term('title: { en: Vice-minister, kk: Орынбасар }, until: 2015', '$letter'),
      ],
      { title: { en: 'Deputy', kk: 'Орынбасар' }, since: '2011', until: '2015' },
    ],
    [
      'have no language from the source of another term',
      [
        term('title: { en: Deputy }, since: 2011', '$gazette', '$herald'),
        term('title: { kk: Төраға }, since: 2013', '$letter'),
      ],
      { title: { en: 'Deputy' }, since: '2011' },
    ],
  ])('%s', async (_, documents, properties) => {
    const { relation } = await merging.settle(documents, key);
    expect(relation?.properties).toEqual(properties);
  });

  it('are those that are preferred, whatever others say', async () => {
    const { relation } = await merging.settle(
      [
        term('title: Deputy, since: 2011', '$gazette', '$herald'),
        term('title: Chair', '$letter').replace(
          'evidence: [{ source: $letter }',
          'evidence: [{ source: $letter }, { source: $letter, property: since, value: 2021, preferred: true }',
        ),
      ],
      key,
    );
    expect(relation?.properties).toEqual({ title: { en: 'Chair' }, since: '2021' });
  });

  it('leave what another source says as evidence that contradicts', async () => {
    const { evidence } = await merging.settle(
      [
        term('title: Deputy, since: 2011', '$gazette', '$herald'),
        term('title: Chair, since: 2021, until: 2023', '$letter'),
      ],
      key,
    );
    expect(printEvidence(evidence).filter((line) => line.includes('letter'))).toEqual([
      'the whole: letter CONFIRMS',
      'since: letter CONTRADICTS 2021',
      'title.en: letter CONFIRMS Chair',
      'until: letter CONTRADICTS 2023',
    ]);
  });

  it('show nothing that no source says when a document is corrected', async () => {
    const at = merging.newWorld();
    const file = (text: string) => at(text.replace('kenes: 1', 'kenes: 1\ndocument: $office'));
    await merging.merge(file(term('title: Deputy, since: 2011', '$gazette')));
    await merging.merge(file(term('title: Chair, since: 2012', '$gazette')));
    const { relation, evidence } = await merging.find(at(key));
    expect(relation?.properties).toEqual({ title: { en: 'Chair' }, since: '2012' });
    expect(evidence.map(({ stance }) => stance)).toEqual(['CONFIRMS', 'CONFIRMS', 'CONFIRMS']);
  });
});
