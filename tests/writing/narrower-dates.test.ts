import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, pressDocument, printEvidence } from '../support/merging.js';

describeOnEngines('the date of a relation', (engine) => {
  const merging = new Merging(engine);

  const dated = (source: string, date: string): string =>
    pressDocument(
      '\n  - { slug: $report, type: Report }',
      `\n  - { type: REVIEWED_BY, from: $report, to: $ministry, date: ${date}, evidence: [{ source: ${source} }] }`,
    );

  it('is the day within the month of an earlier source, which supports it', async () => {
    const { relation, evidence } = await merging.settle(
      [dated('$courier', '2025-01'), dated('$herald', '2025-01-23')],
      '$report~REVIEWED_BY~$ministry',
    );
    expect(relation?.properties).toEqual({ date: '2025-01-23' });
    expect(printEvidence(evidence)).toEqual([
      'the whole: courier CONFIRMS',
      'the whole: herald CONFIRMS',
      'date: courier CONFIRMS 2025-01',
      'date: herald CONFIRMS 2025-01-23',
    ]);
  });
});
