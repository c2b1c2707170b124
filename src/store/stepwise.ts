import { BoundedSteps } from './bounded-steps.js';
import type { Bounds } from './bounds.js';
import { wantedEntityParts, wantedRelationParts, type Reading } from './reading.js';
import { LevelReading } from './level-reading.js';
import { Level } from './level.js';
import { pageOf, unique, type PageWish } from './pages.js';
import type { Page, Row } from './records.js';
import type { Steps } from './steps.js';
import type { Answer } from './store.js';

/**
 * Answers a reading level by level: one statement for each shape of expansion in a level, over
 * all entities of the level at once, however many they are. Statements of a level run side by side.
 */
export async function readStepwise<R extends Reading>(
  unbounded: Steps,
  reading: R,
  bounds: Bounds,
): Promise<Answer<R>> {
  const steps = new BoundedSteps(unbounded, bounds);
  const level = new Level();
  const answer = await readStart(steps, reading, level);
  for (let next = level; !next.isEmpty();) next = await new LevelReading(steps, next).run();
  return answer as Answer<R>;
}

async function readStart(steps: Steps, reading: Reading, level: Level): Promise<unknown> {
  switch (reading.start) {
    case 'entities by slug': {
      const records = await steps.entities(unique(reading.slugs));
      level.addEntities(reading.shape, records);
      return records;
    }
    case 'relations by key': {
      const records = await steps.relations(unique(reading.keys));
      level.addRelations(reading.shape, records);
      return records;
    }
    case 'evidence by id': {
      const records = await steps.evidence(unique(reading.ids));
      level.addEvidence(reading.shape, records);
      return records;
    }
    case 'sources by slug': {
      const records = await steps.sources(unique(reading.slugs));
      level.addSources(reading.shape, records);
      return records;
    }
    case 'page of entities': {
      const { question, page } = reading;
      const found = await readPage(
        reading,
        () => steps.entityPage(question, page, wantedEntityParts(reading.shape)),
        () => steps.entityCount(question),
      );
      level.addEntities(reading.shape, itemsOf(found));
      return found;
    }
    case 'page of relations': {
      const { question, page } = reading;
      const found = await readPage(
        reading,
        () => steps.relationPage(question, page, wantedRelationParts(reading.shape)),
        () => steps.relationCount(question),
      );
      level.addRelations(reading.shape, itemsOf(found));
      return found;
    }
    case 'page of sources': {
      const { question, page } = reading;
      const found = await readPage(
        reading,
        () => steps.sourcePage(question, page),
        () => steps.sourceCount(question),
      );
      level.addSources(reading.shape, itemsOf(found));
      return found;
    }
    case 'page of disagreements':
      return readPage(
        reading,
        () => steps.disagreementPage(reading.question, reading.page),
        () => steps.disagreementCount(reading.question),
      );
  }
}

function itemsOf<T>({ rows }: Page<T>): T[] {
  return rows.map((row) => row.item);
}

async function readPage<T>(
  { page, wantsRows, wantsCount }: PageWish,
  readRows: () => Promise<Row<T>[]>,
  readCount: () => Promise<number>,
): Promise<Page<T>> {
  const [rows, totalCount] = await Promise.all([
    wantsRows ? readRows() : [],
    wantsCount ? readCount() : undefined,
  ]);
  return pageOf(rows, page, totalCount);
}
