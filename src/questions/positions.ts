import { KenesError } from '../errors.js';
import { limits } from '../limits.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { RequiredRelationType } from '../vocabulary/required-relation-types.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import { itemsOf, type Page } from '../store/page.js';
import {
  bareEntity,
  type DuringCondition,
  type EntityConditions,
  type RelatedCondition,
  type RelatedExpansion,
} from '../store/reading.js';
import { ownValue, type EntityRow, type RelatedRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { quoted } from '../values/shown-input.js';

/** The question for the statements about topics and for their speakers. */
export interface PositionsQuestion {
  /** The slugs of the topic and of its narrower topics. */
  readonly topics: readonly string[];
  readonly event: string | null;
  readonly acts: readonly string[] | null;
  readonly actors: readonly string[] | null;
  readonly during: DuringCondition | null;
}

const speakerTypes: readonly EntityType[] = ['Person', 'Organization'];

/**
 * Returns the slugs of a topic and of all its narrower topics on all levels: the topic first, then
 * the others sorted. Each level takes one reading. A cycle of narrower topics is followed only once.
 * @throws KenesError TOO_LARGE if there are too many narrower topics.
 */
export async function withNarrowerTopics(
  store: Pick<Store, 'read'>,
  topic: string,
): Promise<readonly string[]> {
  const maximum = limits.narrowerTopics.value;
  const known = new Set([topic]);
  for (let level = [topic]; level.length > 0;) {
    const { found } = await store.read({
      start: 'page of entities',
      question: {
        filter: { types: ['Topic'], related: [to('BROADER', 'FORWARD', { slugs: level })] },
        order: { by: 'SLUG', descending: false, language: 'en' },
      },
      page: { limit: maximum, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: bareEntity,
    });
    level = itemsOf(found)
      .map(({ slug }) => slug)
      .filter((slug) => !known.has(slug));
    for (const slug of level) known.add(slug);
    if (found.rows.length >= maximum || known.size > maximum) {
      throw new KenesError(
        'TOO_LARGE',
        `The topic ${quoted(topic)} has more than ${maximum.toLocaleString('en')} narrower topics.`,
        { hint: 'Choose one of them.', argument: 'topic' },
      );
    }
  }
  known.delete(topic);
  return [topic, ...[...known].sort()];
}

/** Returns conditions for the statements about the topics, by all conditions of the question. */
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

/** Returns conditions for the entities that made such a statement or on whose behalf one was made. */
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
 * Returns conditions for the entities that took part in the event and made no statement about the
 * topics there. Acts and dates are ignored, since anyone who spoke at all was not silent. Returns
 * null if the question has no event.
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

function to(
  type: RequiredRelationType,
  direction: Direction,
  entity: EntityConditions,
): RelatedCondition {
  return { types: [type], direction, filter: {}, entity, quantifier: 'SOME', atLeast: 1 };
}

/** The relations of a statement that lead to the other entities of a position. */
const ends = {
  actors: { type: 'MADE', direction: 'BACKWARD', entityTypes: speakerTypes },
  onBehalfOf: { type: 'ON_BEHALF_OF', direction: 'FORWARD', entityTypes: ['Organization'] },
  topics: { type: 'ABOUT', direction: 'FORWARD', entityTypes: ['Topic'] },
  events: { type: 'MADE_AT', direction: 'FORWARD', entityTypes: ['Event'] },
} as const satisfies Readonly<Record<string, PositionEndDefinition>>;

interface PositionEndDefinition {
  readonly type: RequiredRelationType;
  readonly direction: Direction;
  readonly entityTypes: readonly EntityType[];
}

export type PositionEnd = keyof typeof ends;

/** Returns the question and the page for the relations of a statement to one of its ends. */
export function endSelection(end: PositionEnd): Pick<RelatedExpansion, 'question' | 'page'> {
  const { type, direction, entityTypes } = ends[end];
  return {
    question: {
      types: [type],
      direction,
      filter: { entityTypes },
      order: { by: 'SLUG', descending: false },
    },
    page: { limit: limits.positionEnds.value, backward: false },
  };
}

/**
 * Returns the entities at one end of a statement, each once, in the order of the page.
 * @throws KenesError TOO_LARGE if the page does not have all of them.
 */
export function entitiesAtEnd(
  statement: string,
  end: PositionEnd,
  page: Page<RelatedRow>,
): EntityRow[] {
  if (page.hasNextPage) {
    throw new KenesError(
      'TOO_LARGE',
      `The statement “${statement}” has more than ${limits.positionEnds.value} \`${end}\`.`,
      { hint: 'Page through them with `relations` of the statement.' },
    );
  }
  return [...new Map(itemsOf(page).map(({ entity }) => [entity.slug, entity])).values()];
}

/** The parts of an event that `dateOf` needs. */
export const eventParts = ['own startDate', 'time'] as const;

/**
 * Returns the date of a statement, else the start date of the earliest event at which it was made.
 */
export function dateOf(
  own: string | number | null | undefined,
  events: readonly EntityRow[],
): string | null {
  if (own != null) return String(own);
  const [first] = events
    .flatMap((event) => {
      const start = ownValue(event, 'startDate');
      return start == null ? [] : [{ start, day: event.time?.startEarliest ?? 0 }];
    })
    .sort((a, b) => a.day - b.day);
  return first ? String(first.start) : null;
}
