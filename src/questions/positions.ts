import { KenesError } from '../errors.js';
import { limits } from '../limits.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import {
  bareEntityShape,
  bareRelationShape,
  entityShape,
  type DuringCondition,
  type EntityConditions,
  type RelatedCondition,
  type RelatedExpansion,
} from '../store/reading.js';
import type { EntityRecord, Page, RelatedRow } from '../model/records.js';
import type { Store } from '../store/store.js';
import { quoted } from '../values/shown-input.js';

/** Who spoke on a topic, and as what. */
export interface PositionsQuestion {
  /** The slugs of the topic and of its narrower ones. */
  readonly topics: readonly string[];
  readonly event: string | null;
  readonly acts: readonly string[] | null;
  readonly actors: readonly string[] | null;
  readonly during: DuringCondition | null;
}

const speakerTypes: readonly EntityType[] = ['Person', 'Organization'];

/**
 * The slugs of a topic and of all that are narrower, at whatever remove, the topic first and then
 * by slug. A level of them is one statement; topics that are narrower than themselves end it.
 * @throws KenesError TOO_LARGE
 */
export async function withNarrowerTopics(
  store: Pick<Store, 'read'>,
  topic: string,
): Promise<readonly string[]> {
  const most = limits.narrowerTopics.value;
  const known = new Set([topic]);
  for (let level = [topic]; level.length > 0;) {
    const { rows } = await store.read({
      start: 'page of entities',
      question: {
        filter: { types: ['Topic'], related: [to('BROADER', 'FORWARD', { slugs: level })] },
        order: { by: 'SLUG', descending: false, language: 'en' },
      },
      page: { limit: most, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: bareEntityShape(),
    });
    level = rows.map(({ item }) => item.slug).filter((slug) => !known.has(slug));
    for (const slug of level) known.add(slug);
    if (rows.length >= most || known.size > most) {
      throw new KenesError(
        'TOO_LARGE',
        `The topic ${quoted(topic)} has more than ${most.toLocaleString('en')} narrower topics.`,
        { hint: 'Choose one of them.', argument: 'topic' },
      );
    }
  }
  known.delete(topic);
  return [topic, ...[...known].sort()];
}

/** The statements on the topics, with all that is asked of them. */
export function statementConditions(question: PositionsQuestion): EntityConditions {
  const { acts, actors, during } = question;
  const { related = [], ...others } = onTopics(question);
  return {
    ...others,
    related,
    ...(acts ? { values: { act: acts } } : {}),
    ...(during ? { during } : {}),
    ...(actors
      ? {
          or: [
            { related: [to('MADE', 'BACKWARD', { slugs: actors })] },
            { related: [to('ON_BEHALF_OF', 'FORWARD', { slugs: actors })] },
          ],
        }
      : {}),
  };
}

/** Those who made such a statement, or on whose behalf one was made. */
export function speakerConditions(question: PositionsQuestion): EntityConditions {
  const statements = statementConditions(question);
  return {
    types: speakerTypes,
    or: [
      { related: [to('MADE', 'FORWARD', statements)] },
      { related: [to('ON_BEHALF_OF', 'BACKWARD', statements)] },
    ],
  };
}

/**
 * Those who took part in the event without a statement on the topics there: whatever its act and
 * its date, who spoke was not silent. Null where no event is given.
 */
export function silentConditions(question: PositionsQuestion): EntityConditions | null {
  const { event, actors } = question;
  if (event === null) return null;
  const statements = onTopics(question);
  return {
    types: speakerTypes,
    ...(actors ? { slugs: actors } : {}),
    related: [
      to('PARTICIPATED_IN', 'FORWARD', { slugs: [event] }),
      { ...to('MADE', 'FORWARD', statements), quantifier: 'NONE' },
      { ...to('ON_BEHALF_OF', 'BACKWARD', statements), quantifier: 'NONE' },
    ],
  };
}

function onTopics({ topics, event }: PositionsQuestion): EntityConditions {
  return {
    types: ['Statement'],
    related: [
      to('ABOUT', 'FORWARD', { slugs: topics }),
      ...(event === null ? [] : [to('MADE_AT', 'FORWARD', { slugs: [event] })]),
    ],
  };
}

function to(type: string, direction: Direction, entity: EntityConditions): RelatedCondition {
  return { types: [type], direction, filter: {}, entity, quantifier: 'SOME', atLeast: 1 };
}

/** What of a statement its position shows, each read with the page of statements. */
const ends = {
  actors: { type: 'MADE', direction: 'BACKWARD', entityTypes: speakerTypes },
  onBehalfOf: { type: 'ON_BEHALF_OF', direction: 'FORWARD', entityTypes: ['Organization'] },
  topics: { type: 'ABOUT', direction: 'FORWARD', entityTypes: ['Topic'] },
  events: { type: 'MADE_AT', direction: 'FORWARD', entityTypes: ['Event'] },
} as const;

export type PositionEnd = keyof typeof ends;

export function endExpansion(end: PositionEnd): RelatedExpansion {
  const { type, direction, entityTypes } = ends[end];
  return {
    kind: 'related',
    key: `${end} of a position`,
    onTypes: null,
    question: {
      types: [type],
      direction,
      filter: { entityTypes },
      order: { by: 'SLUG', descending: false },
    },
    page: { limit: limits.positionEnds.value, backward: false },
    wantsRows: true,
    wantsCount: false,
    relation: bareRelationShape(),
    entity: entityShape(),
  };
}

/**
 * What is at one end of a statement, by slug, each once.
 * @throws KenesError TOO_LARGE
 */
export function endsOf(statement: EntityRecord, end: PositionEnd): EntityRecord[] {
  const page = statement.answers?.get(endExpansion(end).key) as Page<RelatedRow> | undefined;
  if (page?.hasNextPage) {
    throw new KenesError(
      'TOO_LARGE',
      `The statement “${statement.slug}” has more than ${limits.positionEnds.value} \`${end}\`.`,
      { hint: 'Page through them with `relations` of the statement.' },
    );
  }
  const entities = page?.rows.map(({ item }) => item.entity) ?? [];
  return [...new Map(entities.map((entity) => [entity.slug, entity])).values()];
}

/** The day it was made, else that on which the first event began at which it was made. */
export function dateOf(statement: EntityRecord, events: readonly EntityRecord[]): string | null {
  const own = statement.properties['date'];
  if (own !== undefined) return String(own);
  const [first] = events
    .filter(({ properties }) => properties['startDate'] !== undefined)
    .sort((a, b) => a.time.startEarliest - b.time.startEarliest);
  return first ? String(first.properties['startDate']) : null;
}
