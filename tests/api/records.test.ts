import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entityTypeNames, entityTypes } from '../../src/vocabulary/entity-types.js';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const globalId = (text: string): string => Buffer.from(text).toString('base64url');
const nodes = (...slugs: string[]) => ({ nodes: slugs.map((slug) => ({ slug })) });

/** What a client may send as a slug or key, and nothing has. */
const strangeKeys = [
  '',
  ' ',
  'Ada',
  'ada ',
  'ada\n',
  "ada' OR '1'='1",
  "'; DROP TABLE entity; --",
  'ada" RETURN 1 //',
  '`ada`',
  'ada\\',
  '\\u0061da',
  'ad%',
  'ad?',
  '$ada',
  'ada\u0000',
  '\u0000',
  '😀',
  '\ud83d',
  'Бек Әлиев',
  'ada~MEMBER_OF~council~',
  'ada~`MEMBER_OF`]-()//~council',
  'ada~NOTHING~council',
  '~~~',
  'a'.repeat(20_000),
].map((key) => [JSON.stringify(key).slice(0, 40), key] as const);

describeOnEngines('what is asked for by its id, slug or key', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, {
      documents: [await readFile('tests/worlds/council.yaml', 'utf8')],
    });
  });

  afterAll(async () => {
    await app.close();
  });

  describe('an entity', () => {
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
          kk: 'Let there be water.',
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

    it.each([
      // The first language that the client accepts and that has a name, else English, Russian, Kazakh.
      { accepted: undefined, names: ['Ada Ivanova', 'Бек Әлиев', 'Council for Rights', 'Курьер'] },
      { accepted: 'ru', names: ['Ада Иванова', 'Бек Әлиев', 'Совет по правам', 'Курьер'] },
      { accepted: 'kk', names: ['Ada Ivanova', 'Бек Әлиев', 'Құқық кеңесі', 'Курьер'] },
      {
        accepted: 'kk-KZ, ru;q=0.8',
        names: ['Ада Иванова', 'Бек Әлиев', 'Құқық кеңесі', 'Курьер'],
      },
      {
        accepted: 'ru;q=0.2, kk;q=0.7',
        names: ['Ада Иванова', 'Бек Әлиев', 'Құқық кеңесі', 'Курьер'],
      },
      { accepted: 'en;q=0, ru', names: ['Ада Иванова', 'Бек Әлиев', 'Совет по правам', 'Курьер'] },
      {
        accepted: 'de, fr;q=0.5',
        names: ['Ada Ivanova', 'Бек Әлиев', 'Council for Rights', 'Курьер'],
      },
      {
        accepted: '*;q=ru,,;',
        names: ['Ada Ivanova', 'Бек Әлиев', 'Council for Rights', 'Курьер'],
      },
    ])('is named in the language that the client accepts: $accepted', async (entry) => {
      const { accepted, names } = entry;
      const answer = await app.data(
        `{ nodes(ids: ["${[
          'Person:ada',
          'Person:bek',
          'Organization:council',
          'Organization:courier',
        ]
          .map(globalId)
          .join('", "')}"]) { ... on Entity { name } } }`,
        accepted === undefined ? {} : { language: accepted },
      );
      expect(answer.nodes.map(({ name }: { name: string }) => name)).toEqual(names);
    });

    it('is named in the language that is asked for, before the one that the client accepts', async () => {
      const data = await app.data(
        `{
          entity(slug: "council") {
            name en: name(language: EN) kk: name(language: KK)
            description inEnglish: description(language: EN)
          }
          ada: entity(slug: "ada") { kk: name(language: KK) }
        }`,
        { language: 'ru' },
      );
      expect(data).toEqual({
        entity: {
          name: 'Совет по правам',
          en: 'Council for Rights',
          kk: 'Құқық кеңесі',
          description: 'Совещательный орган.',
          inEnglish: 'Совещательный орган.',
        },
        // She has no Kazakh name, so the one in the language that the client accepts.
        ada: { kk: 'Ада Иванова' },
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

    it.each(strangeKeys)('is null for the slug %s', async (_shown, slug) => {
      const data = await app.data(
        `query ($slug: String!) { entity(slug: $slug) { slug relations { totalCount } } }`,
        { variables: { slug } },
      );
      expect(data).toEqual({ entity: null });
    });
  });

  describe('a relation', () => {
    it('has its ends, properties, labels and counts', async () => {
      const { term, again, role } = await app.data(`{
        term: relation(key: "ada~MEMBER_OF~council") { ...all }
        again: relation(key: "ada~MEMBER_OF~council~2") { ...all }
        role: relation(key: "ada~PARTICIPATED_IN~forum-2024~SPEAKER") { ...all }
      }
      fragment all on Relation {
        id key type version from { slug } to { slug }
        title since until role act kind date publisherCount originCount
        label back: label(direction: BACKWARD)
        ru: label(language: RU, direction: FORWARD) kk: label(language: KK, direction: BACKWARD)
      }`);
      const membership = {
        type: 'MEMBER_OF',
        version: 1,
        from: { slug: 'ada' },
        to: { slug: 'council' },
        title: 'Chair',
        role: null,
        act: null,
        kind: null,
        date: null,
        label: 'is a member of',
        back: 'has as a member',
        ru: 'состоит в',
        kk: 'мүшесі',
      };
      expect(term).toEqual({
        ...membership,
        id: globalId('Relation:ada~MEMBER_OF~council'),
        key: 'ada~MEMBER_OF~council',
        since: '2020',
        until: '2022-06-30',
        // The Gazette and the Courier, which both have it from the ministry.
        publisherCount: 2,
        originCount: 1,
      });
      expect(again).toEqual({
        ...membership,
        id: globalId('Relation:ada~MEMBER_OF~council~2'),
        key: 'ada~MEMBER_OF~council~2',
        since: '2024-01-01',
        until: null,
        // What is only inferred does not count.
        publisherCount: 0,
        originCount: 0,
      });
      expect(role).toEqual({
        id: globalId('Relation:ada~PARTICIPATED_IN~forum-2024~SPEAKER'),
        key: 'ada~PARTICIPATED_IN~forum-2024~SPEAKER',
        type: 'PARTICIPATED_IN',
        version: 1,
        from: { slug: 'ada' },
        to: { slug: 'forum-2024' },
        title: null,
        since: null,
        until: null,
        role: 'SPEAKER',
        act: null,
        kind: null,
        date: null,
        publisherCount: 3,
        originCount: 1,
        label: 'took part in',
        back: 'had as a participant',
        ru: 'участвует в',
        kk: 'қатысушысы болды',
      });
    });

    it('is labelled in the language that the client accepts', async () => {
      const { relation } = await app.data(
        `{ relation(key: "ada~MADE~st-water") { label en: label(language: EN) } }`,
        { language: 'kk' },
      );
      expect(relation).toEqual({ label: 'айтты', en: 'said' });
    });

    it('has one origin where only sources without a known informer confirm it', async () => {
      const { relation } = await app.data(
        `{ relation(key: "cleo~MEMBER_OF~ministry") { publisherCount originCount } }`,
      );
      expect(relation).toEqual({ publisherCount: 1, originCount: 1 });
    });

    it('counts no publisher where only the editors attest it', async () => {
      const { relation } = await app.data(`{
        relation(key: "council~PART_OF~ministry") {
          publisherCount originCount
          evidence { nodes { source { slug kind publisher { slug kind } } } }
        }
      }`);
      const publisher = { slug: 'kenes-editors', kind: 'EDITORIAL' };
      expect(relation).toEqual({
        publisherCount: 0,
        originCount: 0,
        evidence: {
          nodes: [{ source: { slug: 'kenes-editorial', kind: 'EDITORIAL', publisher } }],
        },
      });
    });

    it.each(strangeKeys)('is null for the key %s', async (_shown, key) => {
      const data = await app.data(
        `query ($key: String!) { relation(key: $key) { key from { slug } } }`,
        { variables: { key } },
      );
      expect(data).toEqual({ relation: null });
    });
  });

  describe('a source', () => {
    it('has what is known of it', async () => {
      const { gazette, note } = await app.data(`{
        gazette: source(slug: "gazette-2024") { ...all }
        note: source(slug: "note") { ...all }
      }
      fragment all on Source {
        id slug title urls language publishedAt kind
        publisher { slug name } informers { slug degree }
      }`);
      expect(gazette).toEqual({
        id: globalId('Source:gazette-2024'),
        slug: 'gazette-2024',
        title: 'The council meets',
        urls: ['https://gazette.example/a', 'https://gazette.example/b'],
        language: 'en',
        publishedAt: '2024-05-11',
        kind: 'NEWS',
        publisher: { slug: 'gazette', name: 'The Gazette' },
        informers: [{ slug: 'ministry', degree: 6 }],
      });
      expect(note).toEqual({
        id: globalId('Source:note'),
        slug: 'note',
        title: null,
        urls: [],
        language: null,
        publishedAt: null,
        kind: null,
        publisher: { slug: 'courier', name: 'Курьер' },
        informers: [],
      });
    });

    it('lists what it is evidence for, by target, property and passage', async () => {
      const { source } = await app.data(`{
        source(slug: "gazette-2024") {
          evidence {
            totalCount
            nodes {
              property stance inferred selector { start end sha256 }
              target { __typename ... on Entity { slug } ... on Relation { key } }
            }
          }
          whole: evidence(properties: []) { totalCount }
          role: evidence(properties: ["role"]) { totalCount nodes { value } }
        }
      }`);
      const on = (target: object, property: string | null, rest: object = {}) => ({
        target,
        property,
        stance: 'CONFIRMS',
        inferred: false,
        selector: null,
        ...rest,
      });
      const at = (start: number, end: number) => ({
        selector: { start, end, sha256: 'a'.repeat(64) },
      });
      const relation = (key: string) => ({ __typename: 'Relation', key });
      const term = relation('ada~MEMBER_OF~council');
      const speaker = relation('ada~PARTICIPATED_IN~forum-2024~SPEAKER');
      const second = relation('bek~PARTICIPATED_IN~forum-2024~SPEAKER');
      const organizer = relation('council~PARTICIPATED_IN~forum-2024~ORGANIZER');
      const rival = relation('ministry~PARTICIPATED_IN~forum-2024~ORGANIZER');
      const forum = { __typename: 'Event', slug: 'forum-2024' };
      expect(source.evidence).toEqual({
        totalCount: 18,
        nodes: [
          on(term, null, at(0, 10)),
          on(term, 'since', at(0, 10)),
          on(term, 'title', at(0, 10)),
          on(term, 'until', at(0, 10)),
          on(speaker, null),
          on(speaker, 'role'),
          on(second, null, { inferred: true }),
          on(second, 'role', { inferred: true }),
          on({ __typename: 'Organization', slug: 'council' }, null, at(5, 12)),
          on(organizer, null),
          on(organizer, 'role'),
          on(forum, null, { ...at(7, 20), inferred: true }),
          on(forum, null, at(90, 99)),
          on(forum, 'endDate', { ...at(7, 20), inferred: true }),
          on(forum, 'endDate', at(90, 99)),
          on(forum, 'names.en'),
          on(forum, 'startDate'),
          on(rival, null, { stance: 'CONTRADICTS' }),
        ],
      });
      expect([source.whole.totalCount, source.role]).toEqual([
        8,
        {
          totalCount: 3,
          nodes: [{ value: 'SPEAKER' }, { value: 'SPEAKER' }, { value: 'ORGANIZER' }],
        },
      ]);
    });

    it.each(strangeKeys)('is null for the slug %s', async (_shown, slug) => {
      const data = await app.data(
        `query ($slug: String!) { source(slug: $slug) { slug publisher { slug } } }`,
        { variables: { slug } },
      );
      expect(data).toEqual({ source: null });
    });
  });

  describe('evidence', () => {
    const select = `nodes {
      property value stance inferred note source { slug } selector { start end }
    }`;
    const from = (slug: string, rest: object = {}) => ({
      property: null,
      value: null,
      stance: 'CONFIRMS',
      inferred: false,
      note: null,
      selector: null,
      source: { slug },
      ...rest,
    });

    it('is for the whole and for each property, in their order', async () => {
      const { entity } = await app.data(
        `{ entity(slug: "forum-2024") { evidence { totalCount ${select} } } }`,
      );
      const early = { selector: { start: 7, end: 20 }, inferred: true };
      const late = { selector: { start: 90, end: 99 } };
      const endDate = { property: 'endDate', value: '2024-05-12' };
      const startDate = { property: 'startDate', value: '2024-05-10' };
      expect(entity.evidence).toEqual({
        totalCount: 8,
        nodes: [
          from('gazette-2024', early),
          from('gazette-2024', late),
          // Evidence on the whole stands for what has none of its own.
          from('gazette-2024', { ...endDate, ...early }),
          from('gazette-2024', { ...endDate, ...late }),
          from('gazette-2024', { property: 'names.en', note: 'As the banner had it.' }),
          from('courier-2024', { ...startDate, value: '2024-05-11', stance: 'CONTRADICTS' }),
          from('gazette-2024', startDate),
          from('ministry-2024', startDate),
        ],
      });
    });

    it.each([
      ['[]', 2],
      ['["startDate"]', 3],
      // Of a text the evidence on its value in any language, or in the one that is named.
      ['["names"]', 1],
      ['["names.en"]', 1],
      ['["names.ru"]', 0],
      ['["startDate", "endDate"]', 5],
      ['["startDate", "startDate"]', 3],
      // Evidence could be for it, and none is.
      ['["kind"]', 0],
      ['["latitude"]', 0],
      ['null', 8],
    ])('is limited to properties: %s', async (properties, count) => {
      const { entity } = await app.data(
        `{ entity(slug: "forum-2024") {
          evidence(properties: ${properties}) { totalCount nodes { id } }
        } }`,
      );
      expect([entity.evidence.totalCount, entity.evidence.nodes.length]).toEqual([count, count]);
    });

    it.each([
      ['startdate', 'startDate'],
      ['nmes', 'names'],
      ['startDate.en', 'startDate'],
      ['names.de', null],
      ["x' OR 1=1", null],
    ])('is refused for the property %s that nothing has', async (property, nearest) => {
      const suggestion = nearest === null ? '' : `Did you mean “${nearest}”? `;
      const hint =
        'Allowed: kind, names, aliases, description, sameAs, startDate, endDate, since, model, identifier, adoptedOn, inForceOn, ordinal, date, act, form, text, latitude, longitude, title, until, role.';
      const { data, errors } = await app.ask(
        `query ($properties: [String!]) {
          entity(slug: "forum-2024") { slug evidence(properties: $properties) { totalCount } }
        }`,
        { variables: { properties: ['startDate', property] } },
      );
      expect(data).toEqual({ entity: null });
      expect(errors).toEqual([
        {
          message: `Unknown property “${property}”. ${suggestion}${hint}`,
          path: ['entity', 'evidence'],
          locations: expect.any(Array),
          extensions: {
            code: 'BAD_USER_INPUT',
            hint,
            ...(nearest === null ? {} : { nearest }),
            argument: 'properties[1]',
          },
        },
      ]);
    });

    it('leads to its target and its source, and on from them', async () => {
      const { relation } = await app.data(`{
        relation(key: "ministry~PARTICIPATED_IN~forum-2024~ORGANIZER") {
          evidence(properties: []) {
            nodes {
              id __typename stance value
              target { ... on Relation { key from { slug name } to { ... on Event { startDate } } } }
              source { slug publisher { slug } evidence(properties: [], first: 1) { totalCount } }
            }
          }
        }
      }`);
      const target = {
        key: 'ministry~PARTICIPATED_IN~forum-2024~ORGANIZER',
        from: { slug: 'ministry', name: 'Ministry' },
        to: { startDate: '2024-05-10' },
      };
      expect(relation.evidence.nodes).toEqual([
        {
          id: expect.any(String),
          __typename: 'Evidence',
          stance: 'CONFIRMS',
          value: null,
          target,
          source: {
            slug: 'courier-2024',
            publisher: { slug: 'courier' },
            evidence: { totalCount: 4 },
          },
        },
        {
          id: expect.any(String),
          __typename: 'Evidence',
          stance: 'CONTRADICTS',
          value: 'council~PARTICIPATED_IN~forum-2024~ORGANIZER',
          target,
          source: {
            slug: 'gazette-2024',
            publisher: { slug: 'gazette' },
            evidence: { totalCount: 8 },
          },
        },
      ]);
    });
  });

  describe('a node', () => {
    const kinds = `__typename
      ... on Entity { slug }
      ... on Relation { key from { slug } }
      ... on Evidence { property source { slug } target { ... on Entity { slug } } }
      ... on Source { slug publisher { slug } }`;

    async function evidenceId(): Promise<string> {
      const { entity } = await app.data(
        `{ entity(slug: "council") { evidence { nodes { id } } } }`,
      );
      return entity.evidence.nodes[0].id;
    }

    it('is an entity, a relation, a source or a piece of evidence', async () => {
      const ids = ['Organization:council', 'Relation:ada~MEMBER_OF~council~2', 'Source:note'].map(
        globalId,
      );
      const evidence = await evidenceId();
      const answer = await app.data(
        `query ($a: ID!, $b: ID!, $c: ID!, $d: ID!) {
          entity: node(id: $a) { id ${kinds} } relation: node(id: $b) { id ${kinds} }
          source: node(id: $c) { id ${kinds} } evidence: node(id: $d) { id ${kinds} }
        }`,
        { variables: { a: ids[0], b: ids[1], c: ids[2], d: evidence } },
      );
      expect(answer).toEqual({
        entity: { id: ids[0], __typename: 'Organization', slug: 'council' },
        relation: {
          id: ids[1],
          __typename: 'Relation',
          key: 'ada~MEMBER_OF~council~2',
          from: { slug: 'ada' },
        },
        source: { id: ids[2], __typename: 'Source', slug: 'note', publisher: { slug: 'courier' } },
        evidence: {
          id: evidence,
          __typename: 'Evidence',
          property: null,
          source: { slug: 'gazette-2024' },
          target: { slug: 'council' },
        },
      });
    });

    it.each([
      ['of nothing', globalId('Person:nobody')],
      ['of another type', globalId('Person:council')],
      ['of an interface', globalId('Entity:council')],
      ['of a type that there is not', globalId('Thing:council')],
      ['of a relation of nothing', globalId('Relation:ada~MEMBER_OF~nothing')],
      ['of evidence of nothing', globalId('Evidence:nothing')],
      ['of a source of nothing', globalId('Source:council')],
      ['without a type', globalId(':council')],
      ['without a colon', globalId('council')],
      ['without a key', globalId('Person:')],
      ['with padding', `${globalId('Person:ada')}=`],
      ['with space after it', `${globalId('Person:ada')} `],
      ['in another case', globalId('person:ada')],
      ['that is a slug', 'ada'],
      ['that is no Base64', '\u0000?'],
      ['that is empty', ''],
    ])('is null for an id %s', async (_what, id) => {
      const answer = await app.data(
        `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }`,
        { variables: { id } },
      );
      expect(answer).toEqual({ node: null, nodes: [null] });
    });

    it('stands in a list at the place of its id, as often as that is given', async () => {
      const ids = [
        'Source:note',
        'Person:ada',
        'Person:nobody',
        'Relation:ada~MADE~st-water',
        'Event:forum-2024',
        'Person:ada',
      ].map(globalId);
      const answer = await app.data(
        `query ($ids: [ID!]!) {
          nodes(ids: $ids) {
            __typename
            ... on Person { slug statements { nodes { slug } } }
            ... on Event { slug startDate }
            ... on Relation { key }
            ... on Source { slug }
          }
          none: nodes(ids: []) { __typename }
        }`,
        { variables: { ids } },
      );
      const ada = { __typename: 'Person', slug: 'ada', statements: nodes('st-water') };
      expect(answer).toEqual({
        nodes: [
          { __typename: 'Source', slug: 'note' },
          ada,
          null,
          { __typename: 'Relation', key: 'ada~MADE~st-water' },
          { __typename: 'Event', slug: 'forum-2024', startDate: '2024-05-10' },
          ada,
        ],
        none: [],
      });
    });

    it('is refused where more than 100 ids are given', async () => {
      const ids = Array.from({ length: 101 }, (_, index) => globalId(`Person:p-${index}`));
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
      const { data, errors } = await app.ask(query, { variables: { ids } });
      expect(data).toBeNull();
      expect(errors).toEqual([
        {
          message: '`ids` must have at most 100 ids (got 101).',
          path: ['nodes'],
          locations: [{ line: 1, column: 24 }],
          extensions: { code: 'BAD_USER_INPUT', argument: 'ids' },
        },
      ]);
      const hundred = await app.data(query, { variables: { ids: ids.slice(1) } });
      expect(hundred.nodes).toEqual(ids.slice(1).map(() => null));
    });
  });

  describe('the vocabulary', () => {
    it('has the entity types of the table', async () => {
      const { vocabulary } = await app.data(`{
        vocabulary {
          entityTypes {
            type field description term properties kinds { name description }
            label ru: label(language: RU) kk: label(language: KK)
          }
        }
      }`);
      expect(vocabulary.entityTypes).toEqual(
        entityTypeNames.map((name) => {
          const { plural, description, term, properties, kinds, label } = entityTypes[name];
          return {
            type: name.toUpperCase(),
            field: plural,
            description,
            term,
            properties: Object.keys(properties),
            kinds: Object.entries(kinds).map(([kind, meaning]) => ({
              name: kind,
              description: meaning,
            })),
            label: label.en,
            ru: label.ru,
            kk: label.kk,
          };
        }),
      );
    });

    it('has the relation types of the table', async () => {
      const { vocabulary } = await app.data(
        `{
          vocabulary {
            relationTypes {
              type description term time qualifier properties forwardField backwardField
              ends { from to } label en: label(language: EN, direction: BACKWARD)
            }
          }
        }`,
        { language: 'ru' },
      );
      const upper = (types: readonly string[]) => types.map((type) => type.toUpperCase());
      expect(vocabulary.relationTypes).toEqual(
        Object.entries<RelationTypeDefinition>(relationTypes).map(([type, definition]) => ({
          type,
          description: definition.description,
          term: definition.term ?? null,
          time: definition.time,
          qualifier: definition.qualifier ?? null,
          properties: Object.keys(definition.properties),
          forwardField: definition.forward[0],
          backwardField: definition.backward[0],
          ends: definition.ends.map(({ from, to }) => ({ from: upper(from), to: upper(to) })),
          label: definition.label.ru[0],
          en: definition.label.en[1],
        })),
      );
    });
  });

  it('says what the graph holds and what keeps it', async () => {
    const { graphInfo } = await app.data(`{
      graphInfo {
        engine engineVersion version sourceCount evidenceCount
        entityCounts { type count } relationCounts { type count }
      }
    }`);
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    const held = (counts: readonly { type: string; count: number }[]) =>
      Object.fromEntries(counts.filter(({ count }) => count > 0).map((of) => [of.type, of.count]));
    expect({
      ...graphInfo,
      entityCounts: held(graphInfo.entityCounts),
      relationCounts: held(graphInfo.relationCounts),
    }).toEqual({
      engine: engine.name,
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
      version,
      sourceCount: 5,
      evidenceCount: 38,
      // One is the editors, whom evidence names.
      entityCounts: {
        PERSON: 5,
        ORGANIZATION: 5,
        EVENT: 4,
        TOPIC: 3,
        INSTRUMENT: 2,
        REPORT: 1,
        STATEMENT: 3,
        PLACE: 2,
      },
      relationCounts: {
        MEMBER_OF: 4,
        PART_OF: 1,
        PARTICIPATED_IN: 7,
        MADE: 2,
        ON_BEHALF_OF: 1,
        MADE_AT: 1,
        ABOUT: 3,
        DISPUTES: 1,
        HELD_IN: 1,
        LOCATED_IN: 1,
        SUPPLEMENTS: 1,
        ESTABLISHED_UNDER: 1,
        SUBMITTED: 1,
        SUPPORTS: 2,
        BROADER: 1,
      },
    });
    expect(graphInfo.entityCounts).toHaveLength(entityTypeNames.length);
    expect(graphInfo.relationCounts).toHaveLength(Object.keys(relationTypes).length);
  });
});
