import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const MISSING =
  'The relation has no evidence. Add `evidence: [{ source: … }]` to it, or at the top of the document for all its relations without evidence. The source of what is yours is `kenes-editorial`.';

/** A document of one relation. */
const document = (relation: string, top = ''): string => `kenes: 1
sources: [{ slug: paper, publisher: press, text: { length: 9, sha256: ${'a'.repeat(64)} } }]
entities: [{ slug: press, type: Organization }, { slug: ann, type: Person }]
relations:
  - { type: MEMBER_OF, from: ann, to: press${relation} }
${top}`;

describe('a relation of a document', () => {
  it.each([
    ['of its own', ', evidence: [{ source: paper }]', ''],
    ['for one property', ', title: Head, evidence: [{ source: paper, property: title }]', ''],
    ['against it', ', evidence: [{ source: paper, stance: CONTRADICTS }]', ''],
    ['of the editors', ', evidence: [{ source: kenes-editorial }]', ''],
    ['by default', '', 'evidence: [{ source: paper, inferred: true, note: So. }]'],
    ['by default, beside an empty list', ', evidence: []', 'evidence: [{ source: paper }]'],
  ])('is taken with evidence %s', async (_, relation, top) => {
    expect(await problemsOf(document(relation, top))).toEqual([]);
  });

  it.each([
    ['none', '', ''],
    ['an empty list', ', evidence: []', ''],
    ['an empty list by default', '', 'evidence: []'],
  ])('is a problem with %s, which says both ways out', async (_, relation, top) => {
    expect(await problemsOf(document(relation, top))).toEqual([`5:5 relations[0]: ${MISSING}`]);
  });

  it('is no second problem where the form of its evidence is wrong', async () => {
    expect(await problemsOf(document(', evidence: paper'))).toEqual([
      '5:56 relations[0].evidence: This must be a list.',
    ]);
    expect(await problemsOf(document('', 'evidence: paper'))).toEqual([
      '6:11 evidence: This must be a list.',
    ]);
  });
});

describe('the default evidence of a document', () => {
  it('must name a source and a passage that are there, if a relation takes it', async () => {
    const digest = 'b'.repeat(64);
    const top = `evidence:
  - { source: papr }
  - { source: paper, position: { start: 4, end: 10, sha256: ${digest} } }`;
    expect(await problemsOf(document('', top))).toEqual([
      '7:15 evidence[0].source: Unknown source “papr”. Did you mean “paper”? Declare it under `sources`.',
      '8:49 evidence[1].position.end: `end` must be at most 9, the length of the source’s text (got 10).',
    ]);
    expect(await problemsOf(document(', evidence: [{ source: paper }]', top))).toEqual([]);
  });

  it('is for relations as a whole', async () => {
    const top = 'evidence: [{ source: paper, property: title, stance: CONTRADICTS }]';
    const allowed = 'Allowed: source, position, inferred, note.';
    expect(await problemsOf(document('', top))).toEqual([
      `6:29 evidence[0].property: Unknown key “property”. ${allowed}`,
      `6:46 evidence[0].stance: Unknown key “stance”. ${allowed}`,
    ]);
  });
});
