import { badInput, KenesError } from '../errors.js';
import { limits } from '../limits.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { RequiredRelationType } from '../vocabulary/required-relation-types.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import type { EntityItem } from '../store/answers.js';
import { itemsOf, type Page } from '../store/page.js';
import {
  bareEntity,
  type DuringCondition,
  type EntityConditions,
  type EntityShape,
  type RelatedCondition,
  type RelatedExpansion,
  type SetAside,
} from '../store/reading.js';
import { ownValue, type EntityRow, type RelatedRow } from '../store/rows.js';
import { plainText } from '../values/localized-text.js';
import { quoted } from '../values/shown-input.js';
import { duringCondition, type DuringInput } from './filters.js';
import { currentSlugs } from './former-slugs.js';
import { requireAllEntities } from './known-slugs.js';
import { limitSlugs } from './limit-slugs.js';
import type { StoreWithNames } from './meant-slugs.js';
import { setAsideOf, type SetAsideInput } from './set-aside.js';

/** The question for statements and for their speakers: about an entity, made at an event, or both. */
export interface PositionsQuestion {
  /** The slug of the entity that the statements are about; null for any. */
  readonly about: string | null;
  /** The slugs of `about` and, if it is a topic, of its narrower topics; null for any. */
  readonly subjects: readonly string[] | null;
  readonly event: string | null;
  readonly acts: readonly string[] | null;
  readonly actors: readonly string[] | null;
  readonly during: DuringCondition | null;
  /** The sources whose relations fall if no other source supports them. */
  readonly setAside: SetAside;
}

const speakerTypes: readonly EntityType[] = ['Person', 'Organization'];

export interface PositionsArguments extends SetAsideInput {
  readonly about?: string | null | undefined;
  readonly topic?: string | null | undefined;
  readonly event?: string | null | undefined;
  readonly acts?: readonly string[] | null | undefined;
  readonly actors?: readonly string[] | null | undefined;
  readonly during?: DuringInput | null | undefined;
}

/**
 * Returns the question that the arguments stand for, with all narrower topics.
 * @throws KenesError BAD_USER_INPUT for unknown slugs, for a question about nothing and for a range
 *   that ends before it begins, TOO_LARGE for a topic with too many narrower topics.
 */
export async function readQuestion(
  store: StoreWithNames,
  { about, topic, event, acts, actors, during, ...others }: PositionsArguments,
): Promise<PositionsQuestion> {
  if (about != null && topic != null)
    throw badInput('`about` and `topic` cannot be used together.', { hint: 'Use `about`.' });
  if (about == null && topic == null && event == null)
    throw badInput('`positions` needs `about`, `event` or both.', {
      hint: '`about` is the slug of any entity, `event` that of an event.',
    });
  if (actors != null) limitSlugs(actors, 'actors');
  const setAside = setAsideOf(others);
  const joined = await requireAllEntities(store, [
    { argument: 'about', slugs: about == null ? [] : [about] },
    { argument: 'topic', type: 'Topic', slugs: topic == null ? [] : [topic] },
    { argument: 'event', type: 'Event', slugs: event == null ? [] : [event] },
    { argument: 'actors', slugs: actors ?? [] },
  ]);
  const subject = about ?? topic ?? null;
  const current = subject === null ? null : joined.into(subject);
  return {
    about: current,
    subjects: current === null ? null : await withNarrowerTopics(store, current, setAside),
    event: event == null ? null : joined.into(event),
    acts: acts ?? null,
    actors: actors == null ? null : currentSlugs(actors, joined),
    during: during == null ? null : duringCondition(during, 'during'),
    setAside,
  };
}

/**
 * Returns the slugs of a topic and of all its narrower topics on all levels: the topic first, then
 * the others sorted. Each level takes one reading. A cycle of narrower topics is followed only once.
 * @throws KenesError TOO_LARGE if there are too many narrower topics.
 */
async function withNarrowerTopics(
  store: StoreWithNames,
  topic: string,
  setAside: SetAside,
): Promise<readonly string[]> {
  const maximum = limits.narrowerTopics.value;
  const known = new Set([topic]);
  for (let level = [topic]; level.length > 0;) {
    const { found } = await store.read({
      start: 'page of entities',
      question: {
        filter: {
          types: ['Topic'],
          related: [to('BROADER', 'FORWARD', { slugs: level }, setAside)],
        },
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
        { hint: 'Choose one of them.', argument: 'about' },
      );
    }
  }
  known.delete(topic);
  return [topic, ...[...known].sort()];
}

/** Returns conditions for the statements that meet all conditions of the question. */
export function statementConditions(question: PositionsQuestion): EntityConditions {
  const { acts, actors, during, setAside } = question;
  return {
    ...onSubject(question),
    ...(acts ? { values: { act: acts } } : {}),
    ...(during ? { during } : {}),
    ...(actors
      ? {
          or: [
            { related: [to('MADE', 'BACKWARD', { slugs: actors }, setAside)] },
            { related: [to('ON_BEHALF_OF', 'FORWARD', { slugs: actors }, setAside)] },
          ],
        }
      : {}),
  };
}

/** Returns conditions for the entities that made such a statement or on whose behalf one was made. */
export function speakerConditions(question: PositionsQuestion): EntityConditions {
  const { setAside } = question;
  const statements = statementConditions(question);
  return {
    types: speakerTypes,
    or: [
      { related: [to('MADE', 'FORWARD', statements, setAside)] },
      { related: [to('ON_BEHALF_OF', 'BACKWARD', statements, setAside)] },
    ],
  };
}

/**
 * Returns conditions for the entities that took part in the event and made no statement there, or
 * none about the subject if there is one. Acts and dates are ignored, since anyone who spoke at all
 * was not silent. Returns null if the question has no event.
 */
export function silentConditions(question: PositionsQuestion): EntityConditions | null {
  const { event, actors, setAside } = question;
  if (event === null) return null;
  const statements = onSubject(question);
  return {
    types: speakerTypes,
    ...(actors ? { slugs: actors } : {}),
    related: [
      to('PARTICIPATED_IN', 'FORWARD', { slugs: [event] }, setAside),
      { ...to('MADE', 'FORWARD', statements, setAside), quantifier: 'NONE' },
      { ...to('ON_BEHALF_OF', 'BACKWARD', statements, setAside), quantifier: 'NONE' },
    ],
  };
}

/**
 * Reads the topics of all statements that were made at an event, sorted by slug.
 * @throws KenesError TOO_LARGE if there are too many.
 */
export async function readTopicsOfEvent(
  store: StoreWithNames,
  { event, setAside }: Pick<PositionsQuestion, 'setAside'> & { readonly event: string },
  shape: EntityShape,
): Promise<EntityItem[]> {
  const maximum = limits.narrowerTopics.value;
  const statements = onSubject({ subjects: null, event, setAside });
  const related = [to('ABOUT', 'BACKWARD', statements, setAside)];
  const filter = { types: ['Topic'], related } as const;
  const { found, answers } = await store.read({
    start: 'page of entities',
    question: { filter, order: { by: 'SLUG', descending: false, language: 'en' } },
    page: { limit: maximum, backward: false },
    wantsRows: true,
    wantsCount: false,
    shape,
  });
  if (found.hasNextPage) {
    throw new KenesError(
      'TOO_LARGE',
      `The statements at ${quoted(event)} have more than ${maximum.toLocaleString('en')} topics.`,
      { hint: 'Choose one of them as `about`.', argument: 'event' },
    );
  }
  return itemsOf(found).map((row) => ({ row, shape, answers }));
}

function onSubject({
  subjects,
  event,
  setAside,
}: Pick<PositionsQuestion, 'subjects' | 'event' | 'setAside'>): EntityConditions {
  return {
    types: ['Statement'],
    related: [
      ...(subjects === null ? [] : [to('ABOUT', 'FORWARD', { slugs: subjects }, setAside)]),
      ...(event === null ? [] : [to('MADE_AT', 'FORWARD', { slugs: [event] }, setAside)]),
    ],
  };
}

function to(
  type: RequiredRelationType,
  direction: Direction,
  entity: EntityConditions,
  setAside: SetAside,
): RelatedCondition {
  return { types: [type], direction, filter: setAside, entity, quantifier: 'SOME', atLeast: 1 };
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

/**
 * Returns the question and the page for the relations of a statement to one of its ends, as they are
 * without the sources set aside.
 */
export function endSelection(
  end: PositionEnd,
  setAside: SetAside,
): Pick<RelatedExpansion, 'question' | 'page'> {
  const { type, direction, entityTypes } = ends[end];
  return {
    question: {
      types: [type],
      direction,
      filter: { entityTypes, ...setAside },
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
      const start = plainText(ownValue(event, 'startDate'));
      return start === undefined ? [] : [{ start, day: event.time?.startEarliest ?? 0 }];
    })
    .sort((a, b) => a.day - b.day);
  return first?.start ?? null;
}
