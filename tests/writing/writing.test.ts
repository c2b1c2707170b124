import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entityShape, relationShape, sourceShape } from '../../src/store/reading.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../src/model/records.js';
import type { Changes, GraphRecords, Store, Transaction } from '../../src/store/store.js';
import { describeOnEngines } from '../support/engines.js';
import { UNDATED, compareTexts } from '../store/reference.js';

const nothing: Changes = {
  sources: [],
  entities: [],
  relations: [],
  evidence: [],
  removedEvidence: [],
};

function entity(slug: string, more: Partial<EntityRecord> = {}): EntityRecord {
  return {
    slug,
    type: 'Organization',
    kind: null,
    version: 1,
    names: {},
    properties: {},
    time: UNDATED,
    degree: 0,
    details: { aliases: {}, description: {}, sameAs: [], editorial: [] },
    ...more,
  };
}

function relation(
  key: string,
  more: Partial<Omit<RelationRecord, 'key' | 'type'>> = {},
): RelationRecord {
  const [fromSlug = '', type = '', toSlug = ''] = key.split('~');
  return {
    key,
    type,
    fromSlug,
    toSlug,
    fromType: 'Organization',
    toType: 'Organization',
    version: 1,
    properties: {},
    time: UNDATED,
    sources: [],
    publisherCount: 0,
    originCount: 0,
    ...more,
  };
}

function source(
  slug: string,
  publisherSlug: string,
  more: Partial<SourceRecord> = {},
): SourceRecord {
  return {
    slug,
    publisherSlug,
    title: null,
    urls: [],
    language: null,
    publishedAt: null,
    kind: null,
    informerSlugs: [],
    text: null,
    ...more,
  };
}

function evidence(
  id: string,
  target: string,
  sourceSlug: string,
  more: Partial<EvidenceRecord> = {},
): EvidenceRecord {
  return {
    id,
    target,
    sourceSlug,
    property: null,
    position: null,
    stance: 'CONFIRMS',
    value: null,
    preferred: false,
    inferred: false,
    note: null,
    ...more,
  };
}

/** What a text can be made of that somebody could take for something else. */
const strangeTexts = [
  "O'Neil",
  '"quoted"',
  'back\\slash \\n \\u0041',
  '`tick` $1 {x} [y] (z)',
  '%_*? -- ; // /* */ #',
  '\t tab and\nline',
  '  space  ',
  '😀 👩‍👩‍👧 \u{20000}',
  'e\u0301 é',
  'Қазақстан Ёлка',
  'null',
  '\u2028\u2029\ufeff',
  '',
];

const strangeKeys = [
  '',
  "' OR 1=1 --",
  '"',
  '\\',
  '`',
  '\u0000',
  'a\u0000',
  '😀',
  '\ud83d',
  '~',
  'a~b~c',
];

const bySlug = (a: { slug: string }, b: { slug: string }): number => compareTexts(a.slug, b.slug);
const byKey = (a: { key: string }, b: { key: string }): number => compareTexts(a.key, b.key);
const byId = (a: { id: string }, b: { id: string }): number => compareTexts(a.id, b.id);

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

async function everything(records: GraphRecords) {
  return {
    entities: await all(records.entities()),
    relations: await all(records.relations()),
    sources: await all(records.sources()),
    evidence: await all(records.evidence()),
  };
}

describeOnEngines('a store that is written to', (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
  });

  afterAll(async () => {
    await store.close();
  });

  const apply = (changes: Partial<Changes>): Promise<void> =>
    store.write((transaction) => transaction.apply({ ...nothing, ...changes }));

  async function numbers() {
    const { entities, relations, sources, evidence: pieces } = await store.counts();
    const sum = (list: readonly { count: number }[]): number =>
      list.reduce((total, { count }) => total + count, 0);
    return { entities: sum(entities), relations: sum(relations), sources, evidence: pieces };
  }

  // The tests of this block build on each other.
  it('is empty at first', async () => {
    expect(store.engine).toEqual({
      name: engine.name,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(await numbers()).toEqual({ entities: 0, relations: 0, sources: 0, evidence: 0 });
    expect(await store.snapshot(everything)).toEqual({
      entities: [],
      relations: [],
      sources: [],
      evidence: [],
    });
  });

  it('stays empty when nothing is put into it', async () => {
    await apply({});
    expect(await numbers()).toEqual({ entities: 0, relations: 0, sources: 0, evidence: 0 });
  });

  const time = { startEarliest: -719162, startLatest: 0, endEarliest: 1, endLatest: 2932896 };
  const digest = 'f'.repeat(64);
  const entities = strangeTexts.map((text, index) =>
    entity(`e-${index}`, {
      kind: text === '' ? null : text,
      version: index + 1,
      degree: index,
      time: index % 2 === 0 ? UNDATED : time,
      names: { en: text, ...(index % 3 === 0 ? { ru: `${text}!`, kk: text } : {}) },
      details: {
        aliases: index % 2 === 0 ? {} : { kk: [text, `${text} 2`], en: ['b', 'a'] },
        description: index % 2 === 0 ? { ru: text } : {},
        sameAs: [text, 'https://example.org/'],
        editorial: index % 3 === 0 ? ['ru', 'kk'] : [],
      },
    }),
  );
  const typed = [
    entity('event', { type: 'Event', properties: { startDate: '2024', endDate: '2025/..' } }),
    entity('place', { type: 'Place', properties: { latitude: -0.5, longitude: 180 } }),
    entity('report', { type: 'Report', properties: { ordinal: 3, identifier: "R'3" } }),
    entity('statement', { type: 'Statement', properties: { act: 'NOTED', form: 'QUOTATION' } }),
  ];
  const sources = [
    source('full', 'e-0', {
      title: 'It\'s \\ "here"',
      urls: ['https://b.example/', 'https://a.example/?q=%27'],
      language: 'kk-KZ',
      publishedAt: '2025-12-11?',
      kind: 'NEWS',
      informerSlugs: ['e-1', 'e-2'],
      text: { length: 3513, sha256: digest },
    }),
    source('bare', 'e-1'),
  ];
  const relations = [
    relation('e-0~BELONGS_TO~e-1', {
      properties: { title: "Chair's \\", since: '2020', until: '2021-05' },
      time,
      sources: ['bare', 'full'],
      publisherCount: 2,
      originCount: 3,
      version: 7,
    }),
    relation('e-0~BELONGS_TO~e-1~2'),
    relation('e-1~BELONGS_TO~e-1'),
    relation('e-0~PARTICIPATED_IN~event~ORGANIZER', {
      toType: 'Event',
      properties: { role: 'ORGANIZER' },
    }),
    relation('e-1~SUPPORTS~e-2~FUNDING', { properties: { kind: 'FUNDING' } }),
  ];
  const pieces = [
    evidence('v1', 'e-0', 'full', {
      property: 'names.en',
      position: { start: 0, end: 5, sha256: digest },
      stance: 'CONTRADICTS',
      value: "it's \\",
      preferred: true,
      inferred: true,
      note: '😀',
    }),
    evidence('v2', 'e-0', 'bare'),
    evidence('v3', 'e-0~BELONGS_TO~e-1', 'full', { property: 'title', value: 'x' }),
    evidence('v4', 'e-0~BELONGS_TO~e-1', 'bare'),
    evidence('v5', 'e-1', 'bare', { position: { start: 30, end: 31, sha256: digest } }),
    evidence('v6', 'e-1', 'bare', { position: { start: 4, end: 31, sha256: digest } }),
  ];

  it('gives back what was put, whatever it says', async () => {
    await apply({ entities: [...entities, ...typed], sources, relations, evidence: pieces });
    const found = await store.snapshot(everything);
    expect(found).toEqual({
      entities: [...entities, ...typed].sort(bySlug),
      relations: [...relations].sort(byKey),
      sources: [...sources].sort(bySlug),
      // By target; of one target by property, source and passage.
      evidence: ['v2', 'v1', 'v4', 'v3', 'v6', 'v5'].map((id) =>
        pieces.find((piece) => piece.id === id),
      ),
    });
    expect(await numbers()).toEqual({
      entities: 17,
      relations: 5,
      sources: 2,
      evidence: 6,
    });
  });

  it('is the same when the same is put again', async () => {
    const before = await store.snapshot(everything);
    await apply({ entities: [...entities, ...typed], sources, relations, evidence: pieces });
    expect(await store.snapshot(everything)).toEqual(before);
    expect(await numbers()).toEqual({ entities: 17, relations: 5, sources: 2, evidence: 6 });
  });

  describe('shows a transaction', () => {
    const within = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
      store.write(work);

    it('what it asks for, with the details of entities', async () => {
      await within(async (transaction) => {
        const slugs = ['e-5', 'e-1', 'event', 'e-1', 'nothing', ...strangeKeys];
        expect([...(await transaction.entities(slugs))].sort(bySlug)).toEqual(
          [entities[1]!, entities[5]!, typed[0]!].sort(bySlug),
        );
        const keys = [relations[0]!.key, relations[2]!.key, 'e-0~NOTHING~e-1', ...strangeKeys];
        expect([...(await transaction.relations(keys))].sort(byKey)).toEqual([
          relations[0],
          relations[2],
        ]);
        expect([...(await transaction.sources(['full', 'none', ...strangeKeys]))]).toEqual([
          sources[0],
        ]);
        const targets = ['e-1', 'e-0~BELONGS_TO~e-1', 'nothing', ...strangeKeys];
        expect([...(await transaction.evidence(targets))].sort(byId)).toEqual(
          ['v3', 'v4', 'v5', 'v6'].map((id) => pieces.find((piece) => piece.id === id)),
        );
        const ofSources = await transaction.targetsOfSources(['bare', ...strangeKeys]);
        expect([...ofSources].sort()).toEqual(['e-0', 'e-0~BELONGS_TO~e-1', 'e-1']);
      });
    });

    it.each([
      [['e-0'], [], [0, 1, 3]],
      [['e-1'], [], [0, 1, 2, 4]],
      [['e-1'], ['BELONGS_TO'], [0, 1, 2]],
      [
        ['e-1', 'e-2', 'event'],
        ['SUPPORTS', 'PARTICIPATED_IN', 'NOTHING'],
        [3, 4],
      ],
      [['e-0', 'e-1', 'nothing'], [], [0, 1, 2, 3, 4]],
      [['e-3'], [], []],
      [[], [], []],
      [[], ['BELONGS_TO'], []],
      [strangeKeys, [], []],
    ])('the relations that touch %j, of %j', async (slugs, types, expected) => {
      const found = await within((transaction) => transaction.relationsOf(slugs, types));
      expect([...found].sort(byKey)).toEqual(
        expected.map((index) => relations[index]).sort(byKey as never),
      );
    });

    it('nothing where it asks for nothing', async () => {
      const found = await within(async (transaction) => [
        await transaction.entities([]),
        await transaction.relations([]),
        await transaction.sources([]),
        await transaction.evidence([]),
        await transaction.targetsOfSources([]),
      ]);
      expect(found).toEqual([[], [], [], [], []]);
    });

    it('what it has put itself, and others only once it is done', async () => {
      const added = entity('added', { names: { en: 'Added' } });
      const seen = await within(async (transaction) => {
        await transaction.apply({
          ...nothing,
          entities: [added],
          relations: [relation('added~BELONGS_TO~e-0')],
          evidence: [evidence('v7', 'added', 'full')],
          removedEvidence: ['v6'],
        });
        const outside = await store.read({
          start: 'entities by slug',
          slugs: ['added'],
          shape: entityShape(),
        });
        return {
          outside,
          entities: await transaction.entities(['added']),
          relations: (await transaction.relationsOf(['added'], [])).map(({ key }) => key),
          evidence: (await transaction.evidence(['added', 'e-1'])).map(({ id }) => id).sort(),
          targets: [...(await transaction.targetsOfSources(['full']))].sort(),
        };
      });
      expect(seen).toEqual({
        outside: [],
        entities: [added],
        relations: ['added~BELONGS_TO~e-0'],
        evidence: ['v5', 'v7'],
        targets: ['added', 'e-0', 'e-0~BELONGS_TO~e-1'],
      });
      expect(await numbers()).toEqual({ entities: 18, relations: 6, sources: 2, evidence: 6 });
    });
  });

  it('puts a record in the place of the one before, whole', async () => {
    const emptied = entity('e-1', { version: 3 });
    const changed = relation(relations[0]!.key, { properties: { since: '2021' }, version: 8 });
    const bare = source('full', 'e-3', { informerSlugs: ['e-4'] });
    const moved = evidence('v1', 'e-0', 'bare', { property: 'kind', note: 'now' });
    await apply({ entities: [emptied], relations: [changed], sources: [bare], evidence: [moved] });
    await store.write(async (transaction) => {
      expect(await transaction.entities(['e-1'])).toEqual([emptied]);
      expect(await transaction.relations([changed.key])).toEqual([changed]);
      expect(await transaction.sources(['full'])).toEqual([bare]);
      const ofTarget = [...(await transaction.evidence(['e-0']))].sort(byId);
      expect(ofTarget).toEqual([moved, pieces[1]]);
      const targets = [...(await transaction.targetsOfSources(['full']))].sort();
      expect(targets).toEqual(['added', 'e-0~BELONGS_TO~e-1']);
    });
    expect(await numbers()).toEqual({ entities: 18, relations: 6, sources: 2, evidence: 6 });
  });

  it('upholds what an entity has from others, and its place in orders with it', async () => {
    const before = entities[3]!;
    const upheld = { ...before, version: 20, degree: 1000, time: { ...time, startEarliest: 5 } };
    await apply({ derivedEntities: [upheld] });
    await store.write(async (transaction) => {
      expect(await transaction.entities([before.slug])).toEqual([upheld]);
    });
    for (const by of ['DEGREE', 'DATE'] as const) {
      const order = { by, descending: true, language: 'en' as const };
      const { rows } = await store.read({
        start: 'page of entities',
        question: { filter: {}, order },
        page: { limit: 1, backward: false },
        wantsRows: true,
        wantsCount: false,
        shape: entityShape(),
      });
      const place = by === 'DEGREE' ? 1000 : 5;
      expect(rows.map(({ item, keyset }) => [item.slug, keyset])).toEqual([
        [before.slug, [place, before.slug]],
      ]);
    }
  });

  it('keeps nothing of a piece of writing that throws, and tells the error as it is', async () => {
    const before = await store.snapshot(everything);
    const error = new Error('no more');
    const writing = store.write(async (transaction) => {
      await transaction.apply({
        ...nothing,
        entities: [entity('lost'), entity('e-0', { kind: 'LOST' })],
        relations: [relation('lost~BELONGS_TO~e-0')],
        removedEvidence: ['v2', 'v3'],
      });
      throw error;
    });
    await expect(writing).rejects.toBe(error);
    expect(await store.snapshot(everything)).toEqual(before);
    expect(await numbers()).toEqual({ entities: 18, relations: 6, sources: 2, evidence: 6 });
  });

  it.each([
    ['a relation from nothing', { relations: [relation('nobody~BELONGS_TO~e-0')] }],
    ['a relation to nothing', { relations: [relation('e-0~BELONGS_TO~nobody')] }],
    ['evidence of no source', { evidence: [evidence('v9', 'e-0', 'nothing')] }],
    ['a source of no publisher', { sources: [source('s9', 'nobody')] }],
  ])('refuses %s, and keeps nothing of what came with it', async (_what, changes) => {
    const before = await store.snapshot(everything);
    await expect(apply({ entities: [entity('with-it')], ...changes })).rejects.toThrow();
    expect(await store.snapshot(everything)).toEqual(before);
  });

  it('goes on after what it refused, one piece of writing after the other', async () => {
    await apply({ entities: [entity('counter')] });
    const more = (fails: boolean) =>
      store.write(async (transaction) => {
        const [found] = await transaction.entities(['counter']);
        await transaction.apply({
          ...nothing,
          entities: [{ ...found!, degree: found!.degree + 1 }],
        });
        if (fails) throw new Error('not this one');
      });
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => more(index % 4 === 1)),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
    const [counter] = await store.read({
      start: 'entities by slug',
      slugs: ['counter'],
      shape: entityShape(),
    });
    expect(counter?.degree).toBe(9);
  });

  it('shows a snapshot as it was when that began, whatever is written meanwhile', async () => {
    const before = await store.snapshot(everything);
    const seen = await store.snapshot(async (records) => {
      await apply({
        entities: [entity('meanwhile'), entity('e-2', { kind: 'MEANWHILE' })],
        relations: [relation('meanwhile~BELONGS_TO~e-0')],
        removedEvidence: ['v2'],
      });
      return everything(records);
    });
    expect(seen).toEqual(before);
    const after = await store.snapshot(everything);
    expect(after.entities.map(({ slug }) => slug)).toContain('meanwhile');
    expect(after.evidence.map(({ id }) => id)).not.toContain('v2');
  });

  it('gives the error of a snapshot, and can be asked for another one', async () => {
    const error = new Error('enough');
    await expect(store.snapshot(() => Promise.reject(error))).rejects.toBe(error);
    expect((await store.snapshot(everything)).sources).toHaveLength(2);
  });

  it('finds nothing by strange keys, and nothing where it is asked for nothing', async () => {
    const page = { page: { limit: 5, backward: false }, wantsRows: true, wantsCount: true };
    const none = { rows: [], hasNextPage: false, hasPreviousPage: false, totalCount: 0 };
    for (const keys of [[], strangeKeys]) {
      expect(
        await store.read({ start: 'entities by slug', slugs: keys, shape: entityShape() }),
      ).toEqual([]);
      expect(await store.read({ start: 'relations by key', keys, shape: relationShape() })).toEqual(
        [],
      );
      expect(await store.read({ start: 'evidence by id', ids: keys, shape: {} })).toEqual([]);
      expect(
        await store.read({ start: 'sources by slug', slugs: keys, shape: sourceShape() }),
      ).toEqual([]);
      const order = { by: 'NAME' as const, descending: false, language: 'en' as const };
      for (const filter of [
        { slugs: keys },
        { kinds: keys },
        { or: [{ slugs: keys }] },
        { types: [] },
      ]) {
        const question = { filter, order };
        expect(
          await store.read({ start: 'page of entities', question, shape: entityShape(), ...page }),
        ).toEqual(none);
      }
      for (const question of [
        { types: null, from: keys, to: null, filter: {} },
        { types: null, from: null, to: keys, filter: {} },
        { types: [], from: null, to: null, filter: {} },
        { types: null, from: null, to: null, filter: { values: { role: keys } } },
        { types: null, from: null, to: null, filter: { entityTypes: [] } },
      ]) {
        expect(
          await store.read({
            start: 'page of relations',
            question,
            shape: relationShape(),
            ...page,
          }),
        ).toEqual(none);
      }
      for (const question of [
        { publishers: keys, kinds: null, languages: null },
        { publishers: null, kinds: keys, languages: null },
        { publishers: null, kinds: null, languages: keys },
      ]) {
        expect(
          await store.read({ start: 'page of sources', question, shape: sourceShape(), ...page }),
        ).toEqual(none);
      }
    }
  });

  it('writes and reads more than goes into one statement', async () => {
    const count = 2_500;
    const many = Array.from({ length: count }, (_, index) =>
      entity(`many-${String(index).padStart(5, '0')}`),
    );
    const joined = many.map(({ slug }) => relation(`${slug}~BELONGS_TO~e-0`));
    const said = many.map(({ slug }, index) => evidence(`m${index}`, slug, 'bare'));
    const before = await store.snapshot(everything);
    await apply({ entities: many, relations: joined, evidence: said });
    const after = await store.snapshot(everything);
    expect(after.entities).toEqual([...before.entities, ...many].sort(bySlug));
    expect(after.relations).toEqual([...before.relations, ...joined].sort(byKey));
    expect(after.evidence).toHaveLength(before.evidence.length + count);
    await store.write(async (transaction) => {
      const slugs = many.map(({ slug }) => slug);
      expect(await transaction.entities(slugs)).toHaveLength(count);
      expect(await transaction.relationsOf(slugs, [])).toHaveLength(count);
      expect(await transaction.evidence(slugs)).toHaveLength(count);
    });
    await apply({ removedEvidence: said.map(({ id }) => id) });
    expect((await store.snapshot(everything)).evidence).toEqual(before.evidence);
  });
});
