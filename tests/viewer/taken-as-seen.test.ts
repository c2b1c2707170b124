import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { downloadText } from '../support/exports.js';
import { readPage } from '../support/page.js';

/** What a picture or a file has: entities by their slugs, relations by their keys. */
interface Seen {
  readonly entities: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  /** How many statements each entity made about another one: `from to`. */
  readonly statements: ReadonlyMap<string, number>;
}

/** An edge of a file: its key, its type and its two ends. */
type Edge = readonly [key: string, type: string, from: string, to: string];

const CONFERENCE = '/e/conference-penitentiary-2025';
const NETWORK = '/network?center=conference-penitentiary-2025';

describeOnEngines('what a picture shows', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it.each([
    CONFERENCE,
    `${CONFERENCE}?minOrigins=2`,
    `${CONFERENCE}?entityTypes=TOPIC`,
    `${CONFERENCE}?entityTypes=PERSON,TOPIC&lang=kk`,
    `${CONFERENCE}?roles=SPEAKER`,
    `${CONFERENCE}?relationTypes=MADE_AT`,
    `${CONFERENCE}?direction=FORWARD`,
    `${CONFERENCE}?without=kt-2025-12-11`,
    '/e/matilda-bogner',
    '/e/ombudsman-kz',
    '/e/ombudsman-kz?during=2025&certainly=true&lang=ru',
    '/e/npm',
    '/network?center=ombudsman-kz&depth=2&minPublishers=2',
    `${NETWORK}&minOrigins=2`,
    `${NETWORK}&depth=2&without=kt-2025-12-11`,
  ])(
    'is in the files of its page: %s',
    async (path) => {
      const page = await readPage(app, path);
      expect([path, page.status]).toEqual([path, 200]);
      const seen = inPicture(page.document.querySelector('.ladder')!);
      const address = (format: string): string =>
        page.document
          .querySelector(`.take-away a[href^="/export/${format}?"]`)
          ?.getAttribute('href') ?? '';
      const read = (format: string): Promise<string> =>
        downloadText(app, address(format).slice('/export/'.length));
      for (const taken of [inJson(await read('json')), inGexf(await read('gexf'))]) {
        expect(absent(seen.entities, taken.entities)).toEqual([]);
        expect(absent(seen.relations, taken.relations)).toEqual([]);
        for (const [ends, count] of seen.statements)
          expect([ends, taken.statements.get(ends)]).toEqual([ends, count]);
      }
    },
    120_000,
  );

  it('has statements and their topics, or there is nothing to compare', async () => {
    const page = await readPage(app, CONFERENCE);
    const seen = inPicture(page.document.querySelector('.ladder')!);
    expect(seen.entities.size).toBeGreaterThan(50);
    expect(seen.relations.size).toBeGreaterThan(40);
    expect(seen.statements.size).toBeGreaterThan(20);
  });

  it.each(['', '&minOrigins=2', '&entityTypes=TOPIC', '&relationTypes=MADE_AT', '&roles=SPEAKER'])(
    'is the same around an event on its own page and in a network: %s',
    async (filter) => {
      const [own, network] = await Promise.all(
        [`${CONFERENCE}?${filter}`, NETWORK + filter].map(async (path) =>
          inPicture((await readPage(app, path)).document.querySelector('.ladder')!),
        ),
      );
      expect(network).toEqual(own);
    },
  );

  it('is in the files, which say that statements are entities there', async () => {
    const { graph } = JSON.parse(await downloadText(app, 'json?center=npm'));
    expect(graph.selection).toContain('A statement, which a picture draws as a line, is an entity');
  });
});

function absent(all: ReadonlySet<string>, from: ReadonlySet<string>): string[] {
  return [...all].filter((one) => !from.has(one));
}

function inPicture(ladder: Element): Seen {
  const all = (selector: string, name: string): string[] =>
    [...ladder.querySelectorAll(selector)].map((one) => one.getAttribute(name) ?? '');
  const said = [...ladder.querySelectorAll('.said')].map((line) => {
    const ends = ['data-from', 'data-to'].map((name) => line.getAttribute(name)).join(' ');
    return [ends, Number(/\d+/.exec(line.textContent)?.[0])] as const;
  });
  return {
    entities: new Set(all('.row[data-slug]', 'data-slug')),
    relations: new Set(all('[data-key]', 'data-key')),
    statements: new Map(said),
  };
}

function inJson(text: string): Seen {
  const { nodes, edges } = JSON.parse(text) as {
    readonly nodes: readonly { readonly id: string }[];
    readonly edges: readonly {
      readonly id: string;
      readonly kind: string;
      readonly source: string;
      readonly target: string;
    }[];
  };
  return taken(
    nodes.map(({ id }) => id),
    edges.map(({ id, kind, source, target }) => [id, kind, source, target]),
  );
}

function inGexf(text: string): Seen {
  const graph = gexf.parse(MultiDirectedGraph, text, { respectInputGraphType: true });
  return taken(
    graph.nodes(),
    graph.mapEdges((key, { kind }, from, to) => [key, String(kind), from, to]),
  );
}

function taken(nodes: readonly string[], edges: readonly Edge[]): Seen {
  const about = edges.filter(([, type]) => type === 'ABOUT');
  const statements = new Map<string, number>();
  for (const [, type, maker, statement] of edges) {
    if (type !== 'MADE') continue;
    for (const [, , , subject] of about.filter(([, , from]) => from === statement)) {
      const ends = `${maker} ${subject}`;
      statements.set(ends, (statements.get(ends) ?? 0) + 1);
    }
  }
  return { entities: new Set(nodes), relations: new Set(edges.map(([key]) => key)), statements };
}
