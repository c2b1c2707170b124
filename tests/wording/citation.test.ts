import { describe, expect, it } from '@jest/globals';
import { citationOf, citationParts, onePerPublisher } from '../../src/wording/citation.js';
import type { CitedEvidence } from '../../src/wording/citation.js';
import type { Named } from '../../src/wording/named.js';

const bureau: Named = {
  slug: 'kibhr', type: 'Organization', kind: null, name: 'Bureau', language: 'en', act: null,
  form: null,
}; // prettier-ignore

const report: CitedEvidence = {
  evidence: { position: { start: 10, end: 20, sha256: 'ab'.repeat(32) } },
  source: {
    title: 'Доклад', publishedAt: '2025-12', urls: ['https://one.example', 'https://two.example'],
    language: 'ru',
  },
  publisher: bureau,
}; // prettier-ignore

describe('a citation', () => {
  it('names publisher, title, date, first address and passage, in a language', () => {
    expect(citationOf(report, 'en')).toBe(
      'Bureau, “Доклад”, December 2025, https://one.example, characters 10–20',
    );
    expect(citationOf(report, 'ru')).toBe(
      'Bureau, «Доклад», декабрь 2025 г., https://one.example, символы 10–20',
    );
    expect(citationOf(report, 'kk')).toBe(
      'Bureau, «Доклад», 2025 жылғы желтоқсан, https://one.example, 10–20-таңбалар',
    );
  });

  it('comes in parts, each with its language', () => {
    const own = { entity: null, language: 'kk' };
    expect(citationParts(report, 'kk')).toEqual([
      { text: 'Bureau', entity: 'kibhr', language: 'en' },
      { ...own, text: ', «' },
      { text: 'Доклад', entity: null, language: 'ru' },
      { ...own, text: '», 2025 жылғы желтоқсан, ' },
      { text: 'https://one.example', entity: null, language: null },
      { ...own, text: ', 10–20-таңбалар' },
    ]);
  });

  it('leaves out what is not known', () => {
    const source = { title: null, publishedAt: null, urls: [], language: null };
    const cited = { evidence: { position: null }, source, publisher: bureau };
    expect(citationOf(cited, 'en')).toBe('Bureau');
  });
});

describe('the citations of a relation', () => {
  it('are the first one of each publisher, in the order of the evidence', () => {
    const of = (slug: string): CitedEvidence => ({ ...report, publisher: { ...bureau, slug } });
    const pieces = [of('kt'), of('kibhr'), of('kt'), of('kibhr')];
    expect(onePerPublisher(pieces)).toEqual(pieces.slice(0, 2));
  });
});
