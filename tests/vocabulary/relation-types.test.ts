import { describe, expect, it } from '@jest/globals';
import { entityTypes } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { isEnumerated } from '../../src/vocabulary/properties.js';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { kazakhCases } from '../../src/wording/kazakh-cases.js';
import { russianCases } from '../../src/wording/russian-cases.js';
import { piecesOf, type TemplatePiece } from '../../src/wording/template.js';
import { sentence, textsOf } from './texts.js';

const relationTypeEntries = Object.entries<RelationTypeDefinition>(relationTypes);

describe.each(relationTypeEntries)('the relation type %s', (_, definition) => {
  it('has a label in every language, read from either end', () => {
    for (const language of languages) {
      expect(definition.label[language]).toEqual([
        expect.stringMatching(/^\S.*\S$/),
        expect.stringMatching(/^\S.*\S$/),
      ]);
    }
    expect(Object.keys(definition.label).sort()).toEqual([...languages].sort());
  });

  it('has a heading in every language for what is at either end', () => {
    for (const language of languages) {
      const headings = definition.heading[language];
      expect(headings).toHaveLength(2);
      for (const heading of headings) expect(heading).toMatch(/^\p{Lu}.*[\p{L}]$/u);
    }
    expect(Object.keys(definition.heading).sort()).toEqual([...languages].sort());
  });

  it('is described in whole sentences', () => {
    const { description, forward, backward, properties } = definition;
    for (const text of [description, forward[1], backward[1], ...textsOf(properties)])
      expect(text).toMatch(sentence);
  });

  it('has two fields with names of their own, and joins something', () => {
    const { forward, backward, ends } = definition;
    expect(forward[0]).toMatch(/^[a-z][A-Za-z]+$/);
    expect(backward[0]).toMatch(/^[a-z][A-Za-z]+$/);
    expect(forward[0]).not.toBe(backward[0]);
    expect(ends.every(({ from, to }) => from.length > 0 && to.length > 0)).toBe(true);
    expect(ends.length).toBeGreaterThan(0);
  });

  it('has a time that its properties and ends give', () => {
    const { time, properties, ends } = definition;
    const names = Object.keys(properties);
    const reaches = (type: string): boolean =>
      ends.every(({ from, to }) => [from, to].some((end) => end.every((name) => name === type)));
    expect(
      {
        STATE: names.includes('since') || names.includes('date'),
        POINT: names.includes('date'),
        OF_EVENT: reaches('Event'),
        OF_STATEMENT: reaches('Statement'),
        OF_FIRST_END: ends.every(({ from }) => from.every((type) => 'time' in entityTypes[type])),
        TIMELESS: true,
      }[time],
    ).toBe(true);
  });

  it('has its qualifier among its properties, as a closed list of values', () => {
    const { qualifier, properties } = definition;
    expect(qualifier === undefined || isEnumerated(properties[qualifier]!.type)).toBe(true);
  });
});

describe.each(relationTypeEntries)('the sentences of the relation type %s', (_, definition) => {
  const { sentence: general, sentenceWith = {}, qualifier = '', properties } = definition;
  const values = (name: string): string[] => {
    const type = properties[name]?.type;
    return type !== undefined && isEnumerated(type) ? Object.keys(type.values) : [];
  };
  const templates = [['', general] as const, ...Object.entries(sentenceWith)];
  const everyChoice = (['masculine', 'plural', 'singular'] as const).flatMap((agreement) =>
    [true, false].map((hasEnded) => ({ agreement, hasEnded })),
  );
  const slotsOf = (pieces: readonly TemplatePiece[]): string[] =>
    pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : [])).sort();

  it('are there for every value of its qualifier, and for nothing that it does not have', () => {
    const texts = Object.keys(properties).filter((name) =>
      ['text', 'localizedText'].some((type) => type === properties[name]!.type),
    );
    const froms = definition.ends.flatMap(({ from }) => from);
    const tos = definition.ends.flatMap(({ to }) => to.map((type) => `to${type}`));
    const special = [
      ...(froms.includes('Statement') ? ['Question'] : []),
      ...(tos.includes('toOrganization') ? ['toOffice'] : []),
    ];
    expect(Object.keys(sentenceWith)).toEqual(expect.arrayContaining(values(qualifier)));
    const ofKinds = definition.ends.flatMap(({ to }) =>
      to.flatMap((type) =>
        Object.keys(entityTypes[type].kinds).flatMap((kind) =>
          values(qualifier).map((value) => `${value} ${kind}`),
        ),
      ),
    );
    expect([...values(qualifier), ...ofKinds, ...texts, ...froms, ...tos, ...special]).toEqual(
      expect.arrayContaining(Object.keys(sentenceWith)),
    );
  });

  it('name both ends and the text that they are for, and nothing else, in every language', () => {
    for (const [known, sentences] of templates) {
      expect(Object.keys(sentences).sort()).toEqual([...languages].sort());
      for (const text of Object.values(sentences)) {
        for (const choice of everyChoice) {
          const pieces = piecesOf(text, choice);
          const ends = slotsOf(pieces).filter((slot) => slot !== known || !(known in properties));
          expect(ends).toHaveLength(2);
          const [from, to] = ends;
          expect(from).toMatch(/^from\b/);
          // An office comes with its institution.
          expect(to).toMatch(known === 'title' ? /^office$/ : /^to\b/);
          const words = pieces.flatMap((piece) => ('words' in piece ? [piece.words] : []));
          expect(words.join('')).not.toMatch(/[{}|/[\]?]|[.!]$/);
        }
      }
    }
  });

  it('use the cases that there are in each language', () => {
    const forms = { en: ['bare', 'title', 'said', 'work'], ru: russianCases, kk: kazakhCases };
    for (const [, sentences] of templates) {
      for (const language of languages) {
        const used = everyChoice
          .flatMap((choice) => slotsOf(piecesOf(sentences[language], choice)))
          .flatMap((slot) => slot.split(' ').slice(1));
        expect([...forms.en, ...forms[language]]).toEqual(expect.arrayContaining(used));
      }
    }
  });

  it('tell of what may last whether it has ended, in every language', () => {
    const sentences = templates.flatMap(([, label]) => Object.values(label));
    const telling = sentences.filter((text: string) => /\{[^{}|]*\|[^{}|]*\}/.test(text));
    expect(telling).toEqual('until' in properties ? sentences : []);
  });
});
