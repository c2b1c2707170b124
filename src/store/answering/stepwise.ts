import type { Bounds } from '../bounds.js';
import { itemsOf, pageOf, unique, type Page, type PageSelection, type Row } from '../page.js';
import { setAsideBy, type Reading, type Start } from '../reading.js';
import type { Found, ReadingResult } from '../store.js';
import type { Engine } from './asks.js';
import { bounded } from './bounded.js';
import { readDocumentsOfRecords } from './documents-of-records.js';
import { readNetwork, readPaths, readWitnesses } from './graph-starts.js';
import { Levels } from './levels.js';
import { entityPartsOf, evidencePartsOf, relationPartsOf, sourcePartsOf } from './parts.js';
import { readRelationEnds } from './relation-ends.js';
import { countFallen, setsSourcesAside, withoutSources } from './without-sources.js';

/** Answers a reading ask by ask: first its start, then the follow-ups level by level. */
export async function readStepwise<S extends Start>(
  unbounded: Engine,
  reading: Reading<S>,
  bounds: Bounds,
): Promise<ReadingResult<S>> {
  const within = bounded(unbounded, bounds);
  const engine = setsSourcesAside(reading) ? withoutSources(within) : within;
  const levels = new Levels();
  const found = await starts[reading.start](reading, engine, levels);
  return { found, answers: await levels.run(engine) };
}

/** Finds the rows that a reading starts at, and adds them to the levels. */
type ReadStart<S extends Start> = (
  reading: Reading<S>,
  engine: Engine,
  levels: Levels,
) => Promise<Found[S]>;

const starts: { readonly [S in Start]: ReadStart<S> } = {
  'entities by slug': async ({ slugs, shape }, engine, levels) => {
    const ask = { kind: 'entities by slug', parts: entityPartsOf(shape) } as const;
    const rows = await byKey(engine.each(ask, unique(slugs)));
    levels.addEntities(shape, () => rows);
    return rows;
  },
  'relations by key': async ({ keys, shape, ...filter }, engine, levels) => {
    const parts = relationPartsOf(shape);
    const ask = { kind: 'relations by key', parts, ...setAsideBy(filter) } as const;
    const rows = await byKey(engine.each(ask, unique(keys)));
    levels.addRelations(shape, () => rows);
    return rows;
  },
  'evidence by id': async ({ ids, shape }, engine, levels) => {
    const ask = { kind: 'evidence by id', parts: evidencePartsOf(shape) } as const;
    const rows = await byKey(engine.each(ask, unique(ids)));
    levels.addEvidence(shape, () => rows);
    return rows;
  },
  'sources by slug': async ({ slugs, shape }, engine, levels) => {
    const ask = { kind: 'sources by slug', parts: sourcePartsOf(shape) } as const;
    const rows = await byKey(engine.each(ask, unique(slugs)));
    levels.addSources(shape, () => rows);
    return rows;
  },
  'page of entities': async (reading, engine, levels) => {
    const { question, page, shape } = reading;
    const found = await readPage(
      reading,
      () => engine.one({ kind: 'page of entities', question, page, parts: entityPartsOf(shape) }),
      () => engine.one({ kind: 'count of entities', question: { filter: question.filter } }),
    );
    levels.addEntities(shape, () => itemsOf(found));
    return found;
  },
  'page of relations': async (reading, engine, levels) => {
    const { question, page, shape } = reading;
    const found = await readPage(
      reading,
      () =>
        engine.one({ kind: 'page of relations', question, page, parts: relationPartsOf(shape) }),
      () => engine.one({ kind: 'count of relations', question }),
    );
    levels.addRelations(shape, () => itemsOf(found));
    return found;
  },
  'page of sources': async (reading, engine, levels) => {
    const { question, page, shape } = reading;
    const found = await readPage(
      reading,
      () => engine.one({ kind: 'page of sources', question, page, parts: sourcePartsOf(shape) }),
      () => engine.one({ kind: 'count of sources', question }),
    );
    levels.addSources(shape, () => itemsOf(found));
    return found;
  },
  'dates of sources': (_reading, engine) => engine.one({ kind: 'dates of sources' }),
  'page of interlocks': async (reading, engine, levels) => {
    const { question, page, shape } = reading;
    const parts = entityPartsOf(shape);
    const found = await readPage(
      reading,
      () => engine.one({ kind: 'page of interlocks', question, page, parts }),
      () => engine.one({ kind: 'count of interlocks', question }),
    );
    levels.addEntities(shape, () => itemsOf(found).map(({ entity }) => entity));
    return found;
  },
  'page of disagreements': async (reading, engine, levels) => {
    const { question, page, shape } = reading;
    const found = await readPage(
      reading,
      () => engine.one({ kind: 'page of disagreements', question, page }),
      () => engine.one({ kind: 'count of disagreements', question }),
    );
    levels.addDisagreements(shape, setAsideBy(question), () => itemsOf(found));
    return found;
  },
  'documents by slug': async ({ slugs }, engine) =>
    byKey(engine.each({ kind: 'documents by slug' }, unique(slugs))),
  'page of documents': (reading, engine) =>
    readPage(
      reading,
      () => engine.one({ kind: 'page of documents', page: reading.page }),
      () => engine.one({ kind: 'count of documents' }),
    ),
  'documents of records': readDocumentsOfRecords,
  'rivals of relations': async ({ keys, ...filter }, engine) => {
    const found = await engine.each({ kind: 'rivals', ...setAsideBy(filter) }, unique(keys));
    return new Map([...found].map(([key, rivals]) => [key, rivals.map(([rival]) => rival)]));
  },
  'numbers of the fallen': (filter, engine) => countFallen(setAsideBy(filter), engine),
  joins: async ({ slugs }, engine) => {
    const found = await engine.each({ kind: 'joins' }, unique(slugs));
    return [...found].map(([slug, into]) => ({ slug, into }));
  },
  'former slugs': ({ slugs }, engine) => engine.each({ kind: 'former slugs' }, unique(slugs)),
  paths: readPaths,
  network: readNetwork,
  witnesses: readWitnesses,
  'ends of relations': readRelationEnds,
};

/** Returns the rows in the order of their keys. */
async function byKey<T>(answer: Promise<ReadonlyMap<string, T>>): Promise<T[]> {
  const found = [...(await answer)];
  return found.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** Reads the rows and the count of a page at the same time, as far as they are selected. */
async function readPage<T>(
  { page, wantsRows, wantsCount }: PageSelection,
  readRows: () => Promise<readonly Row<T>[]>,
  readCount: () => Promise<number>,
): Promise<Page<T>> {
  const [rows, totalCount] = await Promise.all([
    wantsRows ? readRows() : [],
    wantsCount ? readCount() : undefined,
  ]);
  return pageOf(rows, page, totalCount);
}
