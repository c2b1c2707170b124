import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

/** Some times as long as a machine needs that nothing else is done on. */
const SOON_MS = 5_000;

describe('a document', () => {
  it('of 50,000 aliases is read soon', async () => {
    const aliases = '      - *cited\n'.repeat(50_000);
    const text = `kenes: 1
sources: [{ slug: paper, publisher: press }]
entities:
  - slug: press
    type: Organization
    evidence:
      - &cited { source: paper }
${aliases}`;
    const start = performance.now();
    const problems = await problemsOf(text);
    expect(performance.now() - start).toBeLessThan(SOON_MS);
    expect(problems).toEqual([]);
  });

  it('of JSON in one line takes in proportion to its length', async () => {
    const timeFor = async (count: number): Promise<number> => {
      const topic = (_: unknown, index: number): object => ({
        slug: `topic-${index}`,
        type: 'Topic',
        names: { en: `Topic ${index}` },
      });
      const text = JSON.stringify({ kenes: 1, entities: Array.from({ length: count }, topic) });
      const start = performance.now();
      expect(await problemsOf(text)).toEqual([]);
      return performance.now() - start;
    };
    await timeFor(2_000);
    const short = await timeFor(5_000);
    const long = await timeFor(40_000);
    expect(long / short).toBeLessThan(24);
  });

  // A quadratic reader would take 16 times as long for four times as much.
  it('takes in proportion to its length', async () => {
    const textOf = (count: number): string => {
      const entity = (_: unknown, index: number): string =>
        `  - { slug: person-${index}, type: Person, names: { en: Ann ${index}, ru: Анна ${index} } }\n`;
      return `kenes: 1\nentities:\n${Array.from({ length: count }, entity).join('')}`;
    };
    const timeFor = async (count: number): Promise<number> => {
      const text = textOf(count);
      const start = performance.now();
      expect(await problemsOf(text)).toEqual([]);
      return performance.now() - start;
    };
    await timeFor(1_000);
    const short = await timeFor(2_500);
    const long = await timeFor(10_000);
    expect(long / short).toBeLessThan(10);
  });
});
