import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId, nodes } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('an entity', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    {
      slug: 'ada',
      type: 'PERSON',
      selection: '... on Person { memberships { nodes { slug } } statements { nodes { slug } } }',
      own: { memberships: nodes('council', 'council'), statements: nodes('st-water') },
    },
    {
      slug: 'council',
      type: 'ORGANIZATION',
      selection: `... on Organization {
        members { nodes { slug } } partOf { nodes { slug } }
        statementsOnBehalf { nodes { slug } }
      }`,
      own: {
        members: nodes('ada', 'ada', 'bek'),
        partOf: nodes('ministry'),
        statementsOnBehalf: nodes('st-water'),
      },
    },
    {
      slug: 'forum-2024',
      type: 'EVENT',
      selection: `... on Event {
        startDate endDate heldIn { nodes { slug } } statements { nodes { slug } }
      }`,
      own: {
        startDate: '2024-05-10',
        endDate: '2024-05-12',
        heldIn: nodes('hall'),
        statements: nodes('st-water'),
      },
    },
    {
      slug: 'watch',
      type: 'TOPIC',
      selection: `... on Topic {
        since model establishedUnder { nodes { slug } } discussedIn { nodes { slug } }
      }`,
      own: {
        since: '2020-01',
        model: 'Ombuds Plus',
        establishedUnder: nodes('treaty'),
        discussedIn: nodes('st-bread'),
      },
    },
    {
      slug: 'treaty',
      type: 'INSTRUMENT',
      selection: `... on Instrument {
        identifier adoptedOn inForceOn supplementedBy { nodes { slug } }
      }`,
      own: {
        identifier: 'T-1',
        adoptedOn: '1966-12-16',
        inForceOn: '1976',
        supplementedBy: nodes('protocol'),
      },
    },
    {
      slug: 'report',
      type: 'REPORT',
      selection: `... on Report {
        identifier ordinal date submittedBy { edges { relation { date } node { slug } } }
      }`,
      own: {
        identifier: 'R/3',
        ordinal: 3,
        date: '2024-03',
        submittedBy: { edges: [{ relation: { date: '2024-04' }, node: { slug: 'ministry' } }] },
      },
    },
    {
      slug: 'st-water',
      type: 'STATEMENT',
      selection: `... on Statement {
        act form date text ru: text(language: RU) kk: text(language: KK)
        disputedBy { nodes { slug } }
      }`,
      own: {
        act: 'URGED',
        form: 'QUOTATION',
        date: null,
        text: 'Let there be water.',
        ru: 'Да будет вода.',
        kk: 'Да будет вода.',
        disputedBy: nodes('st-bread'),
      },
    },
    {
      slug: 'st-silence',
      type: 'STATEMENT',
      selection: '... on Statement { act form date text madeBy { nodes { slug } } }',
      own: { act: null, form: null, date: null, text: null, madeBy: nodes() },
    },
    {
      slug: 'hall',
      type: 'PLACE',
      selection: `... on Place {
        latitude longitude locatedIn { nodes { slug } } events { nodes { slug } }
      }`,
      own: {
        latitude: 43.25,
        longitude: -76.5,
        locatedIn: nodes('almaty'),
        events: nodes('forum-2024'),
      },
    },
  ])('has the properties and connections of its type: $slug', async (entry) => {
    const { slug, type, selection, own } = entry;
    const { entity } = await app.data(
      `query ($slug: String!) { entity(slug: $slug) { slug type ${selection} } }`,
      { variables: { slug } },
    );
    expect(entity).toEqual({ slug, type, ...own });
  });

  it('has what all entities have', async () => {
    const { council, ada, cleo } = await app.data(`{
      council: entity(slug: "council") { ...all }
      ada: entity(slug: "ada") { ...all }
      cleo: entity(slug: "cleo") { ...all }
    }
    fragment all on Entity {
      id slug type kind degree sameAs description name
      names { language text editorial } aliases { language text editorial }
    }`);
    expect(council).toEqual({
      id: globalId('Organization:council'),
      slug: 'council',
      type: 'ORGANIZATION',
      kind: 'NHRI',
      degree: 6,
      sameAs: ['https://www.wikidata.org/entity/Q1', 'https://www.wikidata.org/entity/Q2'],
      description: 'Совещательный орган.',
      name: 'Council for Rights',
      names: [
        { language: 'EN', text: 'Council for Rights', editorial: false },
        { language: 'RU', text: 'Совет по правам', editorial: false },
        { language: 'KK', text: 'Құқық кеңесі', editorial: true },
      ],
      aliases: [],
    });
    expect(ada).toEqual({
      id: globalId('Person:ada'),
      slug: 'ada',
      type: 'PERSON',
      kind: null,
      degree: 5,
      sameAs: [],
      description: null,
      name: 'Ada Ivanova',
      names: [
        { language: 'EN', text: 'Ada Ivanova', editorial: false },
        { language: 'RU', text: 'Ада Иванова', editorial: false },
      ],
      aliases: [
        { language: 'EN', text: 'A. Ivanova', editorial: false },
        { language: 'EN', text: 'The Chair', editorial: false },
        { language: 'RU', text: 'А. Иванова', editorial: false },
      ],
    });
    expect(cleo).toEqual({
      id: globalId('Person:cleo'),
      slug: 'cleo',
      type: 'PERSON',
      kind: null,
      degree: 1,
      sameAs: [],
      description: null,
      name: 'cleo',
      names: [],
      aliases: [],
    });
  });

  it('counts its relations, of all sorts or those of a filter, and one with itself once', async () => {
    const { ministry, council } = await app.data(`{
      ministry: entity(slug: "ministry") {
        degree
        none: degree(filter: { relationTypes: [] })
        supports: degree(filter: { relationTypes: [SUPPORTS] })
        from: degree(filter: { relationTypes: [SUPPORTS], direction: FORWARD })
        to: degree(filter: { relationTypes: [SUPPORTS], direction: BACKWARD })
        funding: degree(filter: { kinds: [FUNDING] })
        people: degree(filter: { entityTypes: [PERSON] })
        confirmed: degree(filter: { minPublishers: 1 })
      }
      council: entity(slug: "council") {
        members: degree(filter: { relationTypes: [MEMBER_OF], direction: BACKWARD })
        in2023: degree(filter: { during: { from: "2023", to: "2023" } })
        surelyIn2021: degree(filter: { during: { from: "2021-06", to: "2021", certainly: true } })
      }
    }`);
    expect(ministry).toEqual({
      degree: 6,
      none: 0,
      supports: 2,
      from: 2,
      to: 1,
      funding: 1,
      people: 1,
      confirmed: 2,
    });
    expect(council).toEqual({
      members: 3,
      // Bek since 2021, the ministry it is part of and, undated, the statement on its behalf,
      // which was made at the forum of 2024: not that one, nor the forum itself.
      in2023: 2,
      // Ada's first term. Bek's began some day of 2021, perhaps in December.
      surelyIn2021: 1,
    });
  });
});
