import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { openStore } from '../support/importing.js';
import { problemsIn } from '../support/joining.js';

const club = `kenes: 1
document: club
sources:
  - { slug: old-paper, publisher: club }
  - { slug: new-paper, publisher: club }
entities:
  - { slug: ann, type: Person }
  - { slug: mine, type: Organization }
  - { slug: club, type: Organization }
`;

const memberOf = (document: string, more: string): string => `kenes: 1
document: ${document}
relations:
  - { type: MEMBER_OF, from: ann, to: club, ${more} }
`;

const remedy =
  'both cannot be right of one term. If there are two terms, tell them apart by `instance`, a slug such as the day on which each began. If the sources mean the same term, leave the dates out of one entry and cite its source with `stance: CONTRADICTS` and its `value`.';

describeOnEngines('two documents on one relation', (engine) => {
  it('have a problem if one term ended before the other can have begun', async () => {
    const store = await openStore(engine);
    const old = memberOf('old', 'since: 2011, until: 2015');
    expect(await problemsIn(store, club, old)).toEqual([]);
    expect(await problemsIn(store, memberOf('new', 'since: 2021'))).toEqual([
      `file-1.yaml:4:5: ann~MEMBER_OF~club: It says “since 2021”, and the document “old”, line 4, says “since 2011, until 2015”: ${remedy}`,
    ]);
    expect((await store.counts()).documents).toBe(2);
  });

  it('have none once an instance tells the terms apart', async () => {
    const store = await openStore(engine);
    const old = memberOf('old', 'since: 2011, until: 2015');
    const other = memberOf('new', 'since: 2021, instance: "2021"');
    expect(await problemsIn(store, club, old, other)).toEqual([]);
    expect((await store.counts()).relations).toEqual([{ type: 'MEMBER_OF', count: 2 }]);
  });

  it('have none if one source contradicts the dates of the other', async () => {
    const store = await openStore(engine);
    const old = memberOf('old', 'since: 2011, until: 2015, evidence: [{ source: old-paper }]');
    const other = memberOf(
      'new',
      'evidence: [{ source: new-paper, property: since, stance: CONTRADICTS, value: 2021 }]',
    );
    expect(await problemsIn(store, club, old, other)).toEqual([]);
    expect((await store.counts()).relations).toEqual([{ type: 'MEMBER_OF', count: 1 }]);
  });

  it.each([
    ['since: 2011, until: 2015', 'since: 2015'],
    ['since: 2011, until: "2015?"', 'since: 2021'],
    ['since: 2011', 'since: 2021'],
    ['since: 2011, until: 2015', 'until: 2021'],
  ])('have none with %j and %j, which can both be right', async (one, other) => {
    const store = await openStore(engine);
    const documents = [memberOf('old', one), memberOf('new', other)];
    expect(await problemsIn(store, club, ...documents)).toEqual([]);
  });
});
