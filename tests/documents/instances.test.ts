import { describe, expect, it } from '@jest/globals';
import { instancesOf, problemsIn } from '../support/joining.js';
import { describeOnEngines } from '../support/engines.js';
import { openStore } from '../support/importing.js';
import { problemsOf } from '../support/bad-documents.js';

const club = `kenes: 1
document: club
entities:
  - { slug: ann, type: Person }
  - { slug: club, type: Organization }
`;

const editors = 'evidence: [{ source: kenes-editorial }]\n';

const terms = (...of: string[]): string =>
  `kenes: 1\ndocument: terms\nrelations:\n${of.map((more) => `  - { type: MEMBER_OF, from: ann, to: club${more} }\n`).join('')}`;

describeOnEngines('several relations of one type between the same two', (engine) => {
  it('are told apart by their instances, which end their keys', async () => {
    const store = await openStore(engine);
    const document = terms(
      ', since: 2011, until: 2015, instance: 2011-12-29',
      ', since: 2021, instance: eighth-convocation',
    );
    expect(await problemsIn(store, club, document)).toEqual([]);
    expect(await instancesOf(store)).toEqual({
      'ann~MEMBER_OF~club~2011-12-29': '2011-12-29',
      'ann~MEMBER_OF~club~eighth-convocation': 'eighth-convocation',
    });
  });

  it('may have `repeat` in the place of an instance, which an export writes as one', async () => {
    const store = await openStore(engine);
    expect(await problemsIn(store, club, terms('', ', repeat: 2'))).toEqual([]);
    expect(await instancesOf(store)).toEqual({
      'ann~MEMBER_OF~club': undefined,
      'ann~MEMBER_OF~club~2': '2',
    });
    expect(await problemsIn(store, terms('', ', instance: "2"'))).toEqual([]);
    expect(Object.keys(await instancesOf(store))).toHaveLength(2);
  });
});

describe('an instance', () => {
  it.each([
    [
      ', instance: Second',
      '8:55 relations[0].instance: A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters. Did you mean “second”?',
    ],
    [
      ', instance: second, repeat: 2',
      '8:71 relations[0].repeat: Give only `instance`, which stands in the place of `repeat`.',
    ],
    [
      ', repeat: 1',
      '8:53 relations[0].repeat: `repeat` must be at least 2, for the second relation with the same key.',
    ],
  ])('is wrong as %j', async (more, problem) => {
    const relations = `relations:\n  - { type: MEMBER_OF, from: ann, to: club${more} }\n`;
    expect(await problemsOf(`${club}\n${relations}${editors}`)).toEqual([problem]);
  });

  it('is what two relations with one key lack', async () => {
    const two = terms(', instance: second', ', repeat: 2', ', instance: "2"');
    expect(await problemsOf(club, two + editors)).toEqual([
      '6:5 relations[2]: The relation “ann~MEMBER_OF~club~2” has two entries. Merge them into one, or tell them apart by `instance`, a slug such as the day on which each began.',
    ]);
  });
});
