import type { KenesDocument } from '../../src/documents/format.js';
import type { EntityType } from '../../src/vocabulary/entity-types.js';
import type { EntityEntry, EvidenceEntry, RelationEntry } from '../../src/writing/entries.js';
import type { Random } from './worlds.js';

const DATES = ['2025', '2025-03', '2025-03-10', '2025-03-11'];
const NAMES = ['Timur Akhmetov', 'AKHMETOV Timur', 'T. Akhmetov', 'ICCPR', 'Ann'];
const TITLES = [
  'Head',
  { en: 'Head', ru: 'Глава' },
  { en: 'Chair', ru: 'Глава' },
  { kk: 'Төраға' },
];
const SOURCES = [
  { slug: 'paper', publisher: 'press', informers: ['ministry'], publishedAt: '2025-03-12' },
  { slug: 'agency', publisher: 'ministry', informers: ['ministry'], publishedAt: '2025-03' },
  { slug: 'blog', publisher: 'press' },
];

const EDITORIAL: readonly EvidenceEntry[] = [{ source: 'kenes-editorial' }];

/**
 * Returns a document on the same few things as all others. It mostly declares what it names, and
 * else needs another document that does.
 */
export function randomDocumentNamed(
  document: string,
  random: Random,
): KenesDocument & { readonly document: string } {
  const maker = new RandomDocument(random);
  const entities = maker.entities();
  const relations = maker.relations();
  return { kenes: 1, document, sources: maker.sources(), entities, relations };
}

/** Returns a document that declares everything which the random ones name. */
export function declarations(document: string): KenesDocument & { readonly document: string } {
  const entity = (slug: string, type: EntityType): EntityEntry => ({ slug, type });
  return {
    kenes: 1,
    document,
    sources: SOURCES,
    entities: [
      entity('press', 'Organization'),
      entity('ministry', 'Organization'),
      entity('ann', 'Person'),
      entity('forum', 'Event'),
      entity('report', 'Report'),
      entity('said', 'Statement'),
    ],
  };
}

class RandomDocument {
  private readonly cited = new Set<string>();

  constructor(private readonly random: Random) {}

  /** Sources may be described otherwise than in other documents. */
  sources(): NonNullable<KenesDocument['sources']> {
    const { random } = this;
    const own = SOURCES.filter(({ slug }) => this.cited.has(slug) && random.chance(0.97));
    const editorial = {
      slug: 'kenes-editorial',
      publisher: random.pick(['press', 'ministry']),
      ...this.maybe(0.5, () => ({ title: random.pick(['Ours', 'Choices']) })),
    };
    return [
      ...own.map((source) => ({
        ...source,
        ...this.maybe(0.2, () => ({ publisher: random.pick(['press', 'ministry']) })),
        ...this.maybe(0.2, () => ({ informers: ['press'] })),
        ...this.maybe(0.3, () => ({ publishedAt: random.pick([...DATES, '2025-03-12?']) })),
        ...this.maybe(0.3, () => ({ title: random.pick(['News', 'Report']) })),
      })),
      ...(random.chance(0.1) ? [editorial] : []),
    ];
  }

  entities(): EntityEntry[] {
    const { random } = this;
    const organizations: EntityEntry[] = ['press', 'ministry'].map((slug) => ({
      slug,
      type: 'Organization',
      ...this.maybe(0.2, () => this.naming()),
    }));
    const others: EntityEntry[] = [
      { slug: 'ann', type: 'Person', ...this.naming(), ...this.evidence('description.en', ['One.', 'Three.']) },
      {
        slug: 'forum',
        type: 'Event',
        ...this.maybe(0.6, () => ({ startDate: random.pick(DATES) })),
        ...this.evidence('startDate', DATES),
      },
      {
        slug: 'report',
        type: 'Report',
        ...this.maybe(0.5, () => ({ ordinal: random.pick([3, 4, 5]) })),
        ...this.maybe(0.3, () => ({ kind: random.pick(['ACCOUNT', 'SUBMISSION']) })),
        ...this.evidence('ordinal', [3, 4]),
      },
      {
        slug: 'said',
        type: 'Statement',
        ...this.maybe(0.5, () => ({ text: { en: random.pick(['Yes.', 'No.']) } })),
        ...this.evidence('act', ['URGED', 'NOTED']),
      },
    ]; // prettier-ignore
    const editors: EntityEntry = {
      slug: 'kenes-editors',
      type: 'Organization',
      names: { en: random.pick(['We', 'Editors']) },
    };
    const kept = [...organizations, ...others].filter(() => random.chance(0.96));
    return random.chance(0.1) ? [...kept, editors] : kept;
  }

  relations(): RelationEntry[] {
    const { random } = this;
    const all: RelationEntry[] = [
      { type: 'MADE_AT', from: 'said', to: 'forum', ...this.evidence() },
      { type: 'MADE', from: 'ann', to: 'said', ...this.evidence() },
      {
        type: 'MEMBER_OF',
        from: 'ann',
        to: 'ministry',
        ...this.maybe(0.6, () => ({ title: random.pick(TITLES) })),
        ...this.maybe(0.5, () => ({ since: random.pick(DATES) })),
        ...this.maybe(0.3, () => ({ until: '2025-04' })),
        ...this.evidence(random.pick(['title', 'title.en']), ['Head', 'Boss']),
      },
      {
        type: 'PARTICIPATED_IN',
        from: 'ann',
        to: 'forum',
        role: 'SPEAKER',
        ...this.evidence(),
      },
      { type: 'PART_OF', from: 'press', to: 'ministry', ...this.evidence('since', DATES) },
    ];
    return all
      .filter(() => random.chance(0.5))
      .map((relation) =>
        relation.evidence?.length ? relation : { ...relation, evidence: EDITORIAL },
      );
  }

  private naming(): Partial<EntityEntry> {
    const { random } = this;
    const name = random.pick(NAMES);
    return {
      ...this.maybe(0.7, () => ({ names: { en: name } })),
      ...this.maybe(0.2, () => ({ editorialNames: { [random.pick(['en', 'ru'])]: random.pick(NAMES) } })),
      ...this.maybe(0.3, () => ({ aliases: { en: [random.pick(NAMES)] } })),
      ...this.maybe(0.3, () => ({ description: { en: random.pick(['One.', 'Two.']) } })),
      ...this.maybe(0.5, () => this.evidence('names.en', NAMES)),
    }; // prettier-ignore
  }

  /** Returns evidence for the entry, and for one of its properties if there are values for it. */
  private evidence(
    property?: string,
    values: readonly (string | number)[] = [],
  ): { evidence?: readonly EvidenceEntry[] } {
    const { random } = this;
    if (random.chance(0.2)) return {};
    const evidence = random.list(random.below(4), (): EvidenceEntry => {
      const source = random.pick(['paper', 'agency', 'blog', 'kenes-editorial']);
      this.cited.add(source);
      return {
        source,
        ...this.maybe(0.2, () => ({
          position: { start: random.below(2), end: 5, sha256: 'a'.repeat(64) },
        })),
        ...this.maybe(property === undefined ? 0 : 0.6, () => ({
          property: property!,
          value: random.pick(values),
          ...this.maybe(0.2, () => ({ preferred: true })),
          ...this.maybe(0.3, () => ({ stance: 'CONTRADICTS' as const })),
        })),
        ...this.maybe(0.2, () => ({ inferred: true })),
        ...this.maybe(0.2, () => ({ note: random.pick(['So.', 'Thus.']) })),
      };
    });
    return { evidence };
  }

  private maybe<T extends object>(chance: number, value: () => T): Partial<T> {
    return this.random.chance(chance) ? value() : {};
  }
}
