import { describe, expect, it } from '@jest/globals';
import { citationOf, onePerPublisher, type CitedEvidence } from '../../src/wording/citation.js';
import { explainHop, explanationOf } from '../../src/wording/explanation.js';

function cited(publisherSlug: string, more: Partial<CitedEvidence> = {}): CitedEvidence {
  return {
    evidence: { position: null, inferred: false },
    source: { title: null, publishedAt: null, urls: [], publisherSlug },
    publisher: null,
    ...more,
  };
}

const report = cited('kibhr', {
  evidence: { position: { start: 10, end: 20, sha256: 'ab'.repeat(32) }, inferred: false },
  source: {
    title: 'A report', publishedAt: '2025-12', urls: ['https://one.example', 'https://two.example'],
    publisherSlug: 'kibhr',
  },
  publisher: { names: { ru: 'Бюро', en: 'Bureau' } },
}); // prettier-ignore

describe('a citation', () => {
  it('names publisher, title, date, first address and passage, in the asked language', () => {
    expect(citationOf(report, 'en', [])).toBe(
      'Bureau, “A report”, December 2025, https://one.example, characters 10–20',
    );
    expect(citationOf(report, 'ru', [])).toBe(
      'Бюро, «A report», декабрь 2025 г., https://one.example, символы 10–20',
    );
  });

  it('is in the first accepted language where none is asked for, and in English without one', () => {
    expect(citationOf(report, null, ['ru', 'en'])).toMatch(/^Бюро, «A report»/);
    expect(citationOf(report, undefined, [])).toMatch(/^Bureau, “A report”/);
  });

  it('leaves out what is not known, and has the slug of a publisher that is not there', () => {
    expect(citationOf(cited('kt'), 'en', [])).toBe('kt');
  });
});

describe('an explained hop', () => {
  const inferred = { position: null, inferred: true };

  it('has the first citation of each publisher, in the order of the evidence', () => {
    const pieces = [cited('kt'), report, cited('kt', { evidence: inferred }), cited('kibhr')];
    expect(onePerPublisher(pieces)).toEqual([pieces[0], report]);
    expect(explainHop('Ann met Bob.', pieces, 'en', []).citations).toEqual([
      'kt',
      'Bureau, “A report”, December 2025, https://one.example, characters 10–20',
    ]);
  });

  it('is inferred where all of its evidence is, and not without any', () => {
    const hop = (...pieces: CitedEvidence[]) => explainHop('Ann met Bob.', pieces, 'en', []);
    expect(hop(cited('kt', { evidence: inferred })).inferred).toBe(true);
    expect(hop(cited('kt', { evidence: inferred }), cited('kibhr')).inferred).toBe(false);
    expect(hop().inferred).toBe(false);
  });

  it('is a sentence with its citations in brackets, or with the remark that it has no source', () => {
    const hops = [
      explainHop('Ann met Bob.', [cited('kt'), cited('kibhr')], 'en', []),
      explainHop('Bob met Cem.', [cited('kt', { evidence: inferred })], 'en', []),
      explainHop('Cem met Dan.', [], 'en', []),
    ];
    expect(explanationOf(hops, 'en')).toBe(
      'Ann met Bob. [kt; kibhr] Bob met Cem. [inferred from: kt] Cem met Dan. [no source]',
    );
  });
});
