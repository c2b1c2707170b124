import { BoundedSteps } from './bounded-steps.js';
import type { Bounds } from '../bounds.js';
import { wantedEntityParts, wantedRelationParts, type Reading } from '../reading.js';
import { LevelReading } from './level-reading.js';
import { Level } from './level.js';
import { itemsOf, readPage, unique } from '../page.js';
import { readGraph } from './graph-reading.js';
import type { Steps } from './steps.js';
import type { Answer } from '../store.js';
import { setsSourcesAside, WithoutSources } from './without-sources.js';

/**
 * Answers a reading level by level: one statement for each shape of what is wanted in a level,
 * over all entities of the level at once, however many they are. Statements of a level run side by side.
 */
export async function readStepwise<R extends Reading>(
  unbounded: Steps,
  reading: R,
  bounds: Bounds,
): Promise<Answer<R>> {
  const bounded = new BoundedSteps(unbounded, bounds);
  const steps = setsSourcesAside(reading) ? new WithoutSources(bounded) : bounded;
  const level = new Level();
  const answer = await readStart(steps, reading, level);
  for (let next = level; !next.isEmpty();) next = await new LevelReading(steps, next).run();
  return answer as Answer<R>;
}

async function readStart(steps: Steps, reading: Reading, level: Level): Promise<unknown> {
  switch (reading.start) {
    case 'entities by slug': {
      const records = await steps.entities(unique(reading.slugs), wantedEntityParts(reading.shape));
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
    default:
      return readGraph(steps, reading, level);
  }
}
