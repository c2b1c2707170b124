import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts, openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/** One publisher, Kazakhstan Today, has two texts on the conference; another has the third. */
const OF_THE_MINISTRY = ['kt-2025-12-11', 'kt-en-2025-12-11', 'astana-times-2025-12'];

describeOnEngines('the graph without some sources', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const organizers = async (without: readonly string[]) => {
    const { entity } = await app.data(
      `query ($without: [String!]) {
        entity(slug: "conference-penitentiary-2025") {
          degree(filter: { roles: [CO_ORGANIZER], without: $without })
          ... on Event {
            participants(filter: { roles: [CO_ORGANIZER], without: $without }) {
              totalCount
              edges { node { slug } relation { publisherCount originCount } }
            }
          }
        }
      }`,
      { variables: { without } },
    );
    return entity;
  };

  it('counts publishers and origins anew', async () => {
    const of = async (without: readonly string[]) =>
      (await organizers(without)).participants.edges.find(
        ({ node }: { node: { slug: string } }) => node.slug === 'mvd-kz',
      )?.relation;
    expect(await of([])).toEqual({ publisherCount: 3, originCount: 2 });
    expect(await of(OF_THE_MINISTRY.slice(0, 1))).toEqual({ publisherCount: 3, originCount: 2 });
    expect(await of(OF_THE_MINISTRY.slice(0, 2))).toEqual({ publisherCount: 2, originCount: 2 });
    expect(await of(OF_THE_MINISTRY)).toEqual({ publisherCount: 1, originCount: 1 });
    expect(await of([...OF_THE_MINISTRY, 'kazpravda-2025-12-10'])).toBeUndefined();
  });

  it('leaves out what only they confirm, in lists and in counts', async () => {
    const all = await organizers([]);
    const { degree, participants } = await organizers([...OF_THE_MINISTRY, 'kazpravda-2025-12-10']);
    expect(participants.totalCount).toBe(participants.edges.length);
    expect(degree).toBe(participants.totalCount);
    expect(degree).toBeLessThan(all.degree);
  });

  it('has paths, networks and interlocks over what is left', async () => {
    const query = `query ($without: [String!]) {
      paths(from: "matilda-bogner", to: "mvd-kz", filter: { without: $without }) {
        paths { relations { key originCount } }
      }
      network(center: ["st-bogner-npm"], filter: { without: $without }) { nodes { slug } edges { originCount } }
      interlocks(slug: "matilda-bogner", filter: { without: $without }) { totalCount }
    }`;
    const all = await app.data(query, { variables: { without: [] } });
    const left = await app.data(query, { variables: { without: OF_THE_MINISTRY } });
    expect(all.paths.paths[0].relations).toHaveLength(2);
    // Only these three say that she spoke there, or imply that her points were made there.
    expect(JSON.stringify(left.paths)).not.toMatch(
      /(matilda-bogner|st-bogner)[^"]*~conference-penitentiary-2025/,
    );
    expect(left.network.nodes.length).toBeLessThan(all.network.nodes.length);
    expect(left.interlocks.totalCount).toBeLessThan(all.interlocks.totalCount);
  });

  it('keeps what another source at least implies, and nothing that only these imply', async () => {
    const relationsWithout = async (without: string) => {
      const { relations } = await app.data(`{
        relations(from: ["ada"], filter: { without: ["${without}"] }) {
          nodes { key publisherCount originCount }
        }
      }`);
      return relations.nodes;
    };
    await importTexts(app.store, createVocabulary(), [
      `kenes: 1
sources:
  - { slug: says, publisher: paper }
  - { slug: implies, publisher: paper }
entities:
  - { slug: paper, type: Organization, names: { en: Paper } }
  - { slug: ada, type: Person, names: { en: Ada } }
  - { slug: club, type: Organization, names: { en: Club } }
relations:
  - { type: MEMBER_OF, from: ada, to: paper, evidence: [{ source: says }, { source: implies, inferred: true }] }
  - { type: MEMBER_OF, from: ada, to: club, evidence: [{ source: implies, inferred: true }] }
`,
    ]);
    const paper = { key: 'ada~MEMBER_OF~paper', publisherCount: 1, originCount: 1 };
    expect(await relationsWithout('implies')).toEqual([paper]);
    expect(await relationsWithout('says')).toEqual([
      { key: 'ada~MEMBER_OF~club', publisherCount: 0, originCount: 0 },
      { ...paper, publisherCount: 0, originCount: 0 },
    ]);
  });

  it('is explained without them', async () => {
    const explanation = async (without: readonly string[]): Promise<string> => {
      const { paths } = await app.data(
        `query ($without: [String!]) {
          paths(from: "mvd-kz", to: "conference-penitentiary-2025", filter: { without: $without }) {
            paths { explanation }
          }
        }`,
        { variables: { without } },
      );
      return paths.paths[0].explanation as string;
    };
    expect(await explanation([])).toContain('The Astana Times');
    const left = await explanation(OF_THE_MINISTRY);
    expect(left).toContain('Kazakhstanskaya Pravda');
    expect(left).not.toMatch(/Astana Times|Kazakhstan Today/);
  });

  it('is what filters of entities look at', async () => {
    const { people } = await app.data(`{
      people(first: 100, filter: { related: [{ relation: {
        relationTypes: [PARTICIPATED_IN], roles: [SPEAKER], without: ${JSON.stringify(OF_THE_MINISTRY)}
      }, entity: { slugs: ["conference-penitentiary-2025"] } }] }) { nodes { slug } }
    }`);
    const slugs = people.nodes.map(({ slug }: { slug: string }) => slug);
    expect(slugs).not.toContain('matilda-bogner');
    expect(slugs).toContain('artur-lastaev');
  });

  it('is refused for a source that there is not', async () => {
    const { errors } = await app.ask(`{
      paths(from: "npm", to: "opcat", filter: { without: ["kt-2025"] }) { truncated }
    }`);
    expect(errors?.[0]?.message).toMatch(/^Unknown source “kt-2025” in `without`\./);
  });
});
