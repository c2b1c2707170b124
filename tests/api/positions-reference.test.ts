import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { randomSetAside, withoutSources, type SetAsideArguments } from '../support/set-aside.js';
import { Random, randomSeed, randomWorld, type World } from '../support/worlds.js';

interface Found {
  readonly statements: readonly string[];
  readonly speakers: readonly string[];
  readonly silent: readonly string[];
  readonly topics: readonly string[];
}

type Question = [about: string | null, event: string | null, setAside: SetAsideArguments];

/** Who said what, as simply as it can be found: in lists of relations. */
class PlainPositions {
  constructor(private readonly world: World) {}

  /** The entities that a relation of the type leads to. */
  private to(type: string, from: string): string[] {
    const { relations = [] } = this.world;
    return relations.filter((one) => one.type === type && one.from === from).map(({ to }) => to);
  }

  private from(type: string, to: string): string[] {
    const { relations = [] } = this.world;
    return relations.filter((one) => one.type === type && one.to === to).map(({ from }) => from);
  }

  private slugs(...types: string[]): string[] {
    return this.world.entities.filter(({ type }) => types.includes(type)).map(({ slug }) => slug);
  }

  /** Who made a statement, and on whose behalf it was made. */
  speakersOf(statement: string): [made: string[], onBehalfOf: string[]] {
    const [made, onBehalfOf] = [
      this.from('MADE', statement),
      this.to('ON_BEHALF_OF', statement),
    ].map((slugs) => [...new Set(slugs)].sort());
    return [made!, onBehalfOf!];
  }

  find(about: string | null, event: string | null): Found {
    const subjects = new Set(about === null ? [] : [about]);
    for (const subject of subjects)
      for (const narrower of this.from('BROADER', subject)) subjects.add(narrower);
    const statements = this.slugs('Statement').filter(
      (slug) =>
        (about === null || this.to('ABOUT', slug).some((subject) => subjects.has(subject))) &&
        (event === null || this.to('MADE_AT', slug).includes(event)),
    );
    const saidSome = (slug: string): boolean =>
      [...this.to('MADE', slug), ...this.from('ON_BEHALF_OF', slug)].some((one) =>
        statements.includes(one),
      );
    const actors = this.slugs('Person', 'Organization');
    const topics = about === null ? statements.flatMap((slug) => this.to('ABOUT', slug)) : subjects;
    return {
      statements: statements.sort(),
      speakers: actors.filter(saidSome).sort(),
      silent: actors
        .filter((slug) => event !== null && this.to('PARTICIPATED_IN', slug).includes(event))
        .filter((slug) => !saidSome(slug))
        .sort(),
      topics: this.slugs('Topic')
        .filter((slug) => [...topics].includes(slug))
        .sort(),
    };
  }

  questions(random: Random, count: number): Question[] {
    const events = this.slugs('Event');
    const subjects = (this.world.relations ?? [])
      .filter(({ type }) => type === 'ABOUT' || type === 'BROADER')
      .map(({ to }) => to);
    return random.list(count, () => {
      const about = random.chance(0.7) ? random.pick(subjects) : null;
      const event = about === null || random.chance(0.5) ? random.pick(events) : null;
      return [about, event, random.chance(0.3) ? {} : randomSetAside(random, this.world)];
    });
  }
}

const slugsOf = (nodes: readonly { readonly slug: string }[]): string[] =>
  nodes.map(({ slug }) => slug).sort();

describeOnEngines('positions in a random graph', (engine) => {
  describe(`KENES_TEST_SEED=${randomSeed}`, () => {
    const random = new Random(randomSeed);
    const world = randomWorld(random, createVocabulary(), { entities: 60, relations: 300 });
    const plain = new PlainPositions(world);
    let app: TestApp;

    beforeAll(async () => {
      app = await openApp(engine, { documents: [JSON.stringify(world)] });
    });

    afterAll(() => app.close());

    it.each(plain.questions(random, 12))(
      'are what its relations say, about %s and at %s, if a reader sets aside %j',
      async (about, event, setAside) => {
        const left = new PlainPositions(withoutSources(world, setAside));
        const { positions } = await app.data(
          `query Q($about: String, $event: String, $without: [String!], $publishedUntil: PartialDate) {
            positions(about: $about, event: $event, without: $without, publishedUntil: $publishedUntil) {
              topics { slug }
              statements(first: 100) {
                nodes { statement { slug } actors { slug } onBehalfOf { slug } }
              }
              speakers(first: 100) { nodes { slug } }
              silent(first: 100) { nodes { slug } }
            }
          }`,
          { variables: { about, event, ...setAside } },
        );
        for (const { statement, actors, onBehalfOf } of positions.statements.nodes)
          expect([slugsOf(actors), slugsOf(onBehalfOf)]).toEqual(left.speakersOf(statement.slug));
        expect({
          statements: positions.statements.nodes
            .map(({ statement }: { statement: { slug: string } }) => statement.slug)
            .sort(),
          speakers: slugsOf(positions.speakers.nodes),
          silent: slugsOf(positions.silent.nodes),
          topics: slugsOf(positions.topics),
        }).toEqual(left.find(about, event));
      },
    );
  });
});
