import { describe, expect, it } from '@jest/globals';
import { EDITORIAL_SOURCE } from '../../src/model/attestation.js';
import { isContested, sayingsOf, standingOf } from '../../src/model/standing.js';
import { evidence } from '../support/written-store.js';

const KEY = 'club~BELONGS_TO~union';
const RIVAL = 'club~BELONGS_TO~party';

const states = evidence('states', KEY, 'paper');
const implies = evidence('implies', KEY, 'radio', { inferred: true });
const dates = evidence('dates', KEY, 'gazette', { property: 'since', value: '2020' });
const datesOtherwise = evidence('otherwise', KEY, 'tv', {
  property: 'since',
  value: '2019',
  stance: 'CONTRADICTS',
});
const denies = evidence('denies', KEY, 'ministry', { stance: 'CONTRADICTS' });
const deniesForRival = evidence('rival', KEY, 'court', { stance: 'CONTRADICTS', value: RIVAL });
const deniesRival = evidence('favours', RIVAL, 'court', { stance: 'CONTRADICTS', value: KEY });
const chosen = evidence('chosen', KEY, EDITORIAL_SOURCE);

describe('the standing of a relation', () => {
  it.each([
    ['stated if a source states it', [implies, states], 'STATED'],
    ['stated however many sources deny it', [states, denies, deniesForRival], 'STATED'],
    ['inferred if sources only imply it', [implies], 'INFERRED'],
    ['inferred if sources only say when it was so', [dates], 'INFERRED'],
    ['inferred, not editorial, where the editors follow a source', [chosen, implies], 'INFERRED'],
    ['editorial if only the editors say so', [chosen], 'EDITORIAL'],
    ['editorial, not denied, where the editors keep it against a source', [chosen, denies], 'EDITORIAL'],
    ['denied if sources only contradict it', [denies], 'DENIED'],
    ['editorial if nothing is said of it', [], 'EDITORIAL'],
    ['editorial if only another value of a property is known', [datesOtherwise], 'EDITORIAL'],
  ] as const)('is %s', (_, pieces, standing) => {
    expect(standingOf(sayingsOf(KEY, pieces))).toBe(standing);
  }); // prettier-ignore

  it('does not depend on what is said of its rival', () => {
    expect(standingOf(sayingsOf(RIVAL, [deniesForRival, states]))).toBe('EDITORIAL');
  });
});

describe('a relation', () => {
  it.each([
    ['contested if a source denies it', [states, denies], true],
    ['contested if a source denies it for a rival', [states, deniesForRival], true],
    ['contested if a source denies a rival in its favour', [states, deniesRival], true],
    ['not contested if sources only differ in a date', [states, dates, datesOtherwise], false],
    ['not contested if nobody is against it', [states, implies], false],
  ] as const)('is %s', (_, pieces, expected) => {
    expect(isContested(sayingsOf(KEY, pieces))).toBe(expected);
  });
});
