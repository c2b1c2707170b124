import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addressQuery, relationFilter } from '../../src/addresses/address.js';
import type { ViewState } from '../../src/addresses/parameters.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';
import { Random, randomSeed } from '../support/worlds.js';

/** The least number of lines that are compared, of entities and filters at random. */
const LINES = { SQLite: 300, Neo4j: 60 };

const TIMEOUT_MS = 300_000;

/** What the API says of a relation, and what a line has to show of it. */
interface Told {
  readonly key: string;
  readonly standing: string;
  readonly originCount: number;
  readonly isContested: boolean;
  readonly held: 'CERTAINLY' | 'POSSIBLY' | 'NOT';
}

describeOnEngines(`the lines of pictures, KENES_TEST_SEED=${randomSeed},`, (engine) => {
  let app: TestApp;
  let slugs: string[];
  beforeAll(async () => {
    app = await openApp(engine);
    const { organizations, people, topics, events } = await app.data(`{
      organizations(first: 100) { nodes { slug } } people(first: 100) { nodes { slug } }
      topics(first: 100) { nodes { slug } } events(first: 100) { nodes { slug } } }`);
    slugs = [organizations, people, topics, events].flatMap(({ nodes }) =>
      nodes.map((node: { slug: string }) => node.slug),
    );
  });
  afterAll(() => app.close());

  it(
    'have the dash, the width and the ≠ of what the API says of their relations',
    async () => {
      const random = new Random(randomSeed);
      let compared = 0;
      while (compared < LINES[engine.name]) {
        const slug = random.pick(slugs);
        const state = randomState(random);
        const page = await readPage(app, `/e/${slug}${addressQuery(state)}`);
        expect([slug, state, page.status]).toEqual([slug, state, 200]);
        const told = await toldOf(app, slug, state);
        const drawn = [...page.document.querySelectorAll('.ladder .line')];
        for (const line of drawn) {
          const path = line.querySelector('path')!;
          const relation = told.get(path.getAttribute('data-key')!);
          expect(relation).toBeDefined();
          expect(shownBy(line)).toEqual(expected(relation!, state));
          compared += 1;
        }
      }
    },
    TIMEOUT_MS,
  );
});

function randomState(random: Random): ViewState {
  const year = String(2019 + random.below(8));
  return {
    ...(random.chance(0.5) && { during: { from: year, to: year } }),
    ...(random.chance(0.2) && { certainly: true, during: { from: year, to: year } }),
    ...(random.chance(0.2) && { minOrigins: random.below(3) }),
    ...(random.chance(0.2) && { minPublishers: random.below(3) }),
    ...(random.chance(0.2) && { standing: ['STATED'] }),
    ...(random.chance(0.1) && { contested: random.chance(0.5) }),
    ...(random.chance(0.2) && { without: ['kt-2025-12-11'] }),
  };
}

async function toldOf(app: TestApp, slug: string, state: ViewState): Promise<Map<string, Told>> {
  const { during } = state;
  const { entity } = await app.data(
    `query ($slug: String!, $filter: RelationFilter, $from: PartialDate, $to: PartialDate) {
      entity(slug: $slug) { relations(first: 100, filter: $filter) { edges { relation {
        key standing originCount isContested held(from: $from, to: $to) } } } } }`,
    {
      variables: {
        slug,
        filter: relationFilter(state),
        from: during?.from ?? null,
        to: during?.to ?? null,
      },
    },
  );
  return new Map(
    entity.relations.edges.map(({ relation }: { relation: Told }) => [relation.key, relation]),
  );
}

/** Says in other words than the code what a line has to look like. */
function expected({ standing, originCount, isContested, held }: Told, state: ViewState) {
  const isPossible = state.during !== undefined && held === 'POSSIBLY';
  if (standing !== 'STATED') return { dash: '1.5 4', width: '1.3', isContested };
  const width = ['1.3', '1.35', '2', '2.65', '3.3'][Math.min(4, originCount)];
  return { dash: isPossible ? '7 5' : null, width, isContested };
}

function shownBy(line: Element) {
  const path = line.querySelector('path')!;
  return {
    dash: path.getAttribute('stroke-dasharray'),
    width: path.getAttribute('stroke-width'),
    isContested:
      path.classList.contains('contested') && line.querySelector('text')?.textContent === '≠',
  };
}
