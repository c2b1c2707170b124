import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, printEvidence, reportDocument } from '../support/merging.js';

describeOnEngines('documents that are merged', (engine) => {
  const merging = new Merging(engine);

  it.each<[string, string[], number, string[]]>([
    [
      'the only one',
      [reportDocument(3, '$gazette')],
      3,
      ['the whole: gazette CONFIRMS', 'ordinal: gazette CONFIRMS 3'],
    ],
    [
      'the one with more origins, though another has more publishers',
      [
        reportDocument(3, '$gazette'),
        reportDocument(3, '$courier'),
        reportDocument(4, '$herald', '$gazette'),
      ],
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
        reportDocument(4, '$gazette, property: ordinal', '$courier, property: ordinal'),
        reportDocument(3, '$herald, property: ordinal'),
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
      [
        reportDocument(3, '$gazette, property: ordinal'),
        reportDocument(4, '$courier, property: ordinal'),
      ],
      4,
      ['ordinal: courier CONFIRMS 4', 'ordinal: gazette CONTRADICTS 3'],
    ],
    [
      'by the last day on which the source may have been published',
      [
        reportDocument(3, '$herald, property: ordinal'),
        reportDocument(4, '$letter, property: ordinal'),
      ],
      3,
      ['ordinal: herald CONFIRMS 3', 'ordinal: letter CONTRADICTS 4'],
    ],
    [
      'the one that is preferred, whatever speaks for another',
      [
        reportDocument(3, '$gazette', '$herald'),
        reportDocument(5, '$letter, property: ordinal, preferred: true'),
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
        reportDocument(3, '$mirror, property: ordinal, inferred: true'),
        reportDocument(4, '$herald, property: ordinal'),
      ],
      4,
      ['ordinal: herald CONFIRMS 4', 'ordinal: mirror CONTRADICTS 3'],
    ],
    [
      'one of a source before one of the editors',
      [
        reportDocument(3, 'kenes-editorial, property: ordinal'),
        reportDocument(4, '$herald, property: ordinal'),
      ],
      4,
      ['ordinal: herald CONFIRMS 4', 'ordinal: kenes-editorial CONTRADICTS 3'],
    ],
    [
      'what a source contradicts by its own entry',
      [
        reportDocument(3, '$gazette', '$herald, property: ordinal, stance: CONTRADICTS, value: 4'),
        reportDocument(null, '$courier'),
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
      [reportDocument(3), reportDocument(4, '$letter, property: ordinal')],
      4,
      ['ordinal: kenes-editorial CONTRADICTS 3', 'ordinal: letter CONFIRMS 4'],
    ],
    [
      'the lesser of two that no source gives',
      [reportDocument(4), reportDocument(3)],
      3,
      ['ordinal: kenes-editorial CONTRADICTS 4'],
    ],
    [
      'one that no source gave until one does',
      [reportDocument(3), reportDocument(3, '$letter, property: ordinal')],
      3,
      ['ordinal: letter CONFIRMS 3'],
    ],
  ])('keep each value that sources give, and show %s', async (_, documents, ordinal, evidence) => {
    const { entity, evidence: found } = await merging.settle(documents, '$report');
    expect(entity?.properties).toEqual({ ordinal });
    expect(printEvidence(found)).toEqual(evidence);
  });

  it('show, of two values that are equal in all else, the one of the source whose slug is first', async () => {
    const said = (source: string, ordinal: number): string => `kenes: 1
sources: [{ slug: ${source}, publisher: $house, publishedAt: 2025 }]
entities:
- { slug: $house, type: Organization }
- { slug: $report, type: Report, ordinal: ${ordinal}, evidence: [{ source: ${source} }] }
`;
    const documents = [said('$b', 3), said('$a', 4), said('$c', 2)];
    const { entity, evidence } = await merging.settle(documents, '$report');
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
