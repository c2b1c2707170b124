import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Answers } from '../store/answers.js';
import { ABOUT, MADE, type GraphShape } from '../store/reading.js';
import type { NetworkFold, NetworkQuestion } from '../store/reading.js';
import type { EntityRow, NetworkRows, RelationRow } from '../store/rows.js';
import { following, within, type RelationFilterInput } from './filters.js';
import { limitSlugs } from './limit-slugs.js';
import { currentSlugs } from './former-slugs.js';
import { requireEntities } from './known-slugs.js';
import type { StoreWithNames } from './meant-slugs.js';

export interface NetworkArguments {
  readonly center?: readonly string[] | null | undefined;
  readonly depth: number;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly limit: number;
  readonly fold?: NetworkFold | null | undefined;
}

/**
 * Returns the question for a network.
 * @throws KenesError BAD_USER_INPUT for a depth, a limit or a number of centres that is not allowed.
 */
export function networkQuestion(
  { center = null, depth, filter, limit, fold = null }: NetworkArguments,
  vocabulary: Vocabulary,
): NetworkQuestion {
  return {
    ...following(filter, vocabulary),
    center: center && limitSlugs(center, 'center'),
    depth: within('depth', depth, 0, limits.networkDepth.value),
    limit: within('limit', limit, 1, limits.networkNodes.value),
    fold,
  };
}

/** A network, with the answers of the reading that found it. */
export interface FoundNetwork extends NetworkRows {
  readonly answers: Answers;
}

/**
 * Reads a network.
 * @throws KenesError BAD_USER_INPUT for centres that do not exist.
 */
export async function readNetwork(
  store: StoreWithNames,
  question: NetworkQuestion,
  shape: GraphShape,
): Promise<FoundNetwork> {
  const { found, answers } = await store.read({ start: 'network', question, shape });
  const present = new Set(found.entities.map(({ slug }) => slug));
  const center = question.center ?? [];
  const absent = center.filter((slug) => !present.has(slug));
  if (absent.length === 0) return { ...found, answers };
  // An absent centre may exist but lie beyond the limit.
  const joined = await requireEntities(store, absent, { argument: 'center' });
  if (joined.isEmpty) return { ...found, answers };
  return readNetwork(store, { ...question, center: currentSlugs(center, joined) }, shape);
}

/** All that leads from one entity of a network to another one: at least one relation or statement. */
export interface NetworkLink {
  readonly from: EntityRow;
  readonly to: EntityRow;
  /** In the order of their keys. */
  readonly relations: readonly RelationRow[];
  /** The slugs of the statements that the one made about the other, sorted. */
  readonly statements: readonly string[];
}

/** Returns the relations between entities of a network, without those of statements that are lines. */
export function edgesOf({ entities, relations }: NetworkRows): readonly RelationRow[] {
  const slugs = new Set(entities.map(({ slug }) => slug));
  return relations.filter(({ fromSlug, toSlug }) => slugs.has(fromSlug) && slugs.has(toSlug));
}

/** Returns the links of a network, by the slugs of `from` and `to`. */
export function linksOf(network: NetworkRows): NetworkLink[] {
  const entities = new Map(network.entities.map((entity) => [entity.slug, entity]));
  const links = new Map<string, { relations: RelationRow[]; statements: Set<string> }>();
  const link = (from: string, to: string) => {
    const ends = `${from} ${to}`;
    const known = links.get(ends) ?? { relations: [], statements: new Set() };
    links.set(ends, known);
    return known;
  };
  for (const relation of edgesOf(network))
    link(relation.fromSlug, relation.toSlug).relations.push(relation);
  for (const { maker, statement, subject } of statementsIn(network))
    link(maker, subject).statements.add(statement);
  return [...links]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([ends, { relations, statements }]) => {
      const [from, to] = ends.split(' ').map((slug) => entities.get(slug));
      return from && to ? [{ from, to, relations, statements: [...statements].sort() }] : [];
    });
}

/** Returns who made each statement that is a line, and what it is about. */
function* statementsIn({ entities, relations }: NetworkRows) {
  const slugs = new Set(entities.map(({ slug }) => slug));
  const subjects = new Map<string, string[]>();
  for (const { type, fromSlug, toSlug } of relations) {
    if (type === ABOUT && !slugs.has(fromSlug))
      subjects.set(fromSlug, [...(subjects.get(fromSlug) ?? []), toSlug]);
  }
  for (const { type, fromSlug: maker, toSlug: statement } of relations) {
    if (type !== MADE || slugs.has(statement)) continue;
    for (const subject of subjects.get(statement) ?? []) yield { maker, statement, subject };
  }
}
