import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/** Offices of one body, by a source of 2019, and treaties with the states that acceded. */
const world = `kenes: 1
sources: [{ slug: paper, publisher: body, publishedAt: 2019-05-01 }]
evidence: [{ source: paper }]
entities:
  - { slug: body, type: Organization }
  - { slug: ann, type: Person }
  - { slug: bob, type: Person }
  - { slug: cleo, type: Person }
  - { slug: dana, type: Person }
  - { slug: eva, type: Person }
  - { slug: treaty, type: Instrument, kind: TREATY, adoptedOn: 1989-06 }
  - { slug: protocol, type: Instrument, kind: PROTOCOL, adoptedOn: "[1995..2002]" }
  - { slug: early, type: Organization, kind: STATE }
  - { slug: nineties, type: Organization, kind: STATE }
  - { slug: about-1999, type: Organization, kind: STATE }
  - { slug: unknown, type: Organization, kind: STATE }
relations:
  - { type: MEMBER_OF, from: ann, to: body, since: 2010/.. }
  - { type: MEMBER_OF, from: bob, to: body, since: 2010/ }
  - { type: MEMBER_OF, from: cleo, to: body, since: "[2016-03..2016-05]" }
  - { type: MEMBER_OF, from: dana, to: body }
  - { type: MEMBER_OF, from: eva, to: body, since: 2010?, until: 2012 }
  - { type: PARTY_TO, from: early, to: treaty, act: ACCESSION, date: 1989-12-31 }
  - { type: PARTY_TO, from: nineties, to: treaty, act: ACCESSION, date: 199X }
  - { type: PARTY_TO, from: about-1999, to: treaty, act: ACCESSION, date: 1999~ }
  - { type: PARTY_TO, from: unknown, to: treaty, act: ACCESSION }
`;

describeOnEngines('the time of a relation', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [world] });
  });

  afterAll(async () => {
    await app.close();
  });

  it('is what its dates and the dates of its sources tell, year by year', async () => {
    const { body } = await app.data(`{
      body: entity(slug: "body") { ... on Organization { members { edges {
        node { slug }
        relation {
          y2009: held(from: "2009", to: "2009")
          y2015: held(from: "2015", to: "2015")
          april2016: held(from: "2016-04", to: "2016-04")
          y2019: held(from: "2019", to: "2019")
          june2019: held(from: "2019-06", to: "2019-06")
        }
      } } } }
    }`);
    const held = Object.fromEntries(
      (body.members.edges as { node: { slug: string }; relation: object }[]).map(
        ({ node, relation }) => [node.slug, Object.values(relation).join(' ')],
      ),
    );
    expect(held).toEqual({
      ann: 'NOT CERTAINLY CERTAINLY CERTAINLY POSSIBLY',
      bob: 'NOT POSSIBLY POSSIBLY POSSIBLY NOT',
      cleo: 'NOT NOT POSSIBLY CERTAINLY POSSIBLY',
      dana: 'POSSIBLY POSSIBLY POSSIBLY CERTAINLY POSSIBLY',
      eva: 'NOT NOT NOT NOT NOT',
    });
  });

  it('has four days, of which those that are open are null', async () => {
    const { body } = await app.data(`{
      body: entity(slug: "body") { ... on Organization { members { edges {
        relation { from { slug } period { startsEarliest startsLatest endsEarliest endsLatest } }
      } } } }
    }`);
    const periods = Object.fromEntries(
      (body.members.edges as { relation: { from: { slug: string }; period: object } }[]).map(
        ({ relation: { from, period } }) => [from.slug, Object.values(period)],
      ),
    );
    expect(periods).toEqual({
      ann: ['2010-01-01', '2010-12-31', '2019-05-01', null],
      bob: ['2010-01-01', '2010-12-31', '2010-01-01', '2019-05-01'],
      cleo: ['2016-03-01', '2016-05-31', '2019-05-01', null],
      dana: [null, '2019-05-01', '2019-05-01', null],
      eva: ['2010-01-01', '2012-12-31', '2012-01-01', '2012-12-31'],
    });
  });

  it.each([
    ['from: "1990", to: "1999"', ['about-1999', 'nineties', 'unknown']],
    ['from: "1990", to: "1999", certainly: true', ['nineties']],
    ['to: "1989"', ['early', 'unknown']],
    ['from: "1998", certainly: true', ['about-1999']],
    ['', ['about-1999', 'early', 'nineties', 'unknown']],
  ])('selects the states that acceded within { %s }', async (range, slugs) => {
    const { treaty, states } = await app.data(`{
      treaty: entity(slug: "treaty") { ... on Instrument {
        parties(filter: { began: { ${range} } }) { nodes { slug } }
      } }
      states: organizations(orderBy: { by: SLUG }, filter: { related: [
        { relation: { relationTypes: [PARTY_TO], began: { ${range} } } }
      ] }) { nodes { slug } }
    }`);
    expect([slugsOf(treaty.parties), slugsOf(states)]).toEqual([slugs, slugs]);
  });

  it.each([
    ['from: "1990", to: "1999"', ['protocol']],
    ['from: "1990", to: "1999", certainly: true', []],
    ['from: "1989-06", to: "1989", certainly: true', ['treaty']],
  ])('of an entity selects those that began within { %s }', async (range, slugs) => {
    const { instruments } = await app.data(
      `{ instruments(filter: { began: { ${range} } }) { nodes { slug } } }`,
    );
    expect(slugsOf(instruments)).toEqual(slugs);
  });

  it('keeps with `during` what certainly held, as far as its source can know', async () => {
    const members = (during: string): string =>
      `members(filter: { during: { ${during}, certainly: true } }) { nodes { slug } }`;
    const { body } = await app.data(`{
      body: entity(slug: "body") { ... on Organization {
        y2015: ${members('from: "2015", to: "2015"')}
        y2019: ${members('from: "2019", to: "2019"')}
        y2020: ${members('from: "2020", to: "2020"')}
      } }
    }`);
    expect([slugsOf(body.y2015), slugsOf(body.y2019), slugsOf(body.y2020)]).toEqual([
      ['ann'],
      ['ann', 'cleo', 'dana'],
      [],
    ]);
  });

  it('refuses a range of beginnings that ends before it begins', async () => {
    const { errors } = await app.ask(
      '{ entities(filter: { began: { from: "2000", to: "1999" } }) { nodes { slug } } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      '`from` must not be after `to` (got 2000 and 1999).',
    ]);
  });
});
