import type { Vocabulary } from '../vocabulary/vocabulary.js';
import {
  UNDATED,
  hasTimeOfEnd,
  timeAround,
  timeOfProperties,
  timeOfRelation,
  type Time,
} from '../model/time.js';
import type { EntityRecord, RelationRecord } from '../model/records.js';
import type { WorkingGraph } from './working-graph.js';

/**
 * Upholds when entities and relations were. Time flows from an event to the statements made at it,
 * and from both to the relations that have the time of one of their ends.
 */
export async function upholdTimes(
  graph: WorkingGraph,
  vocabulary: Vocabulary,
  slugs: readonly string[],
  keys: readonly string[],
): Promise<void> {
  const times = new Times(graph, vocabulary);
  const dated = times.upholdEntities(slugs);
  const lent = await times.upholdBorrowers(slugs, keys, dated);
  await times.upholdRelations(keys, [...dated, ...lent]);
}

class Times {
  constructor(
    private readonly graph: WorkingGraph,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Gives those of the entities whose time is another one now. */
  upholdEntities(slugs: readonly string[]): string[] {
    return slugs.filter((slug) => {
      const entity = this.graph.entities.now.get(slug);
      if (!entity || this.elseOf(entity) !== undefined) return false;
      const definition = this.vocabulary.entityTypes[entity.type];
      return this.put(entity, timeOfProperties(definition, entity.properties) ?? UNDATED);
    });
  }

  /** Those that have the time of what they were made at, where they have none of their own. */
  async upholdBorrowers(
    slugs: readonly string[],
    keys: readonly string[],
    dated: readonly string[],
  ): Promise<string[]> {
    const types = this.lendingTypes();
    const redated = new Set(dated);
    const lending = keys.flatMap((key) => {
      const relation = this.graph.relations.now.get(key);
      return relation && types.includes(relation.type) ? [relation] : [];
    });
    const touched = [
      ...this.stored(dated),
      ...this.stored(slugs),
      ...this.stored(lending.map((relation) => relation.fromSlug)),
    ];
    await this.loadRelationsOf(touched, types);
    const borrowers = new Set([...slugs, ...lending.map((relation) => relation.fromSlug)]);
    const lendersOf = new Map<string, RelationRecord[]>();
    for (const relation of this.graph.relations.now.values()) {
      if (!types.includes(relation.type)) continue;
      if (redated.has(relation.toSlug)) borrowers.add(relation.fromSlug);
      const lenders = lendersOf.get(relation.fromSlug);
      if (lenders) lenders.push(relation);
      else lendersOf.set(relation.fromSlug, [relation]);
    }
    await this.graph.entities.load(borrowers);
    const known = [...borrowers].flatMap((slug) => lendersOf.get(slug) ?? []);
    await this.graph.entities.load(known.map((relation) => relation.toSlug));
    return [...borrowers].filter((slug) => this.upholdBorrower(slug, lendersOf.get(slug) ?? []));
  }

  private upholdBorrower(slug: string, lenders: readonly RelationRecord[]): boolean {
    const entity = this.graph.entities.now.get(slug);
    const type = entity && this.elseOf(entity);
    if (!entity || type === undefined) return false;
    const own = timeOfProperties(this.vocabulary.entityTypes[entity.type], entity.properties);
    const lent = lenders
      .filter((relation) => relation.type === type)
      .flatMap((relation) => this.graph.entities.now.get(relation.toSlug)?.time ?? []);
    return this.put(entity, own ?? timeAround(lent));
  }

  async upholdRelations(keys: readonly string[], dated: readonly string[]): Promise<void> {
    await this.loadRelationsOf(this.stored(dated), this.followingTypes());
    const again = new Set(dated);
    const ends = new Set<string>();
    const affected: RelationRecord[] = [];
    const given = new Set(keys);
    for (const relation of this.graph.relations.now.values()) {
      if (!given.has(relation.key) && !again.has(relation.fromSlug) && !again.has(relation.toSlug))
        continue;
      affected.push(relation);
      ends.add(relation.fromSlug).add(relation.toSlug);
    }
    await this.graph.entities.load(ends);
    for (const relation of affected) {
      const { now } = this.graph.entities;
      const ends = { from: now.get(relation.fromSlug)?.time, to: now.get(relation.toSlug)?.time };
      const time = timeOfRelation(relation, ends, this.vocabulary);
      this.graph.relations.put({ ...relation, time });
    }
  }

  private put(entity: EntityRecord, time: Time): boolean {
    if (JSON.stringify(time) === JSON.stringify(entity.time)) return false;
    this.graph.entities.put({ ...entity, time });
    return true;
  }

  private elseOf({ type }: EntityRecord): string | undefined {
    return this.vocabulary.entityTypes[type].time?.elseOf;
  }

  /** The relation types along which an entity gets its time. */
  private lendingTypes(): string[] {
    return Object.values(this.vocabulary.entityTypes).flatMap((type) => type.time?.elseOf ?? []);
  }

  /** The relation types that have the time of an end. */
  private followingTypes(): string[] {
    return this.vocabulary.relationTypeNames.filter((type) => hasTimeOfEnd(type, this.vocabulary));
  }

  /** What the store has: only that has relations there. */
  private stored(slugs: readonly string[]): string[] {
    return [...new Set(slugs)].filter((slug) => this.graph.entities.before.has(slug));
  }

  private async loadRelationsOf(slugs: readonly string[], types: readonly string[]): Promise<void> {
    if (slugs.length === 0 || types.length === 0) return;
    for (const relation of await this.graph.transaction.relationsOf(slugs, types)) {
      this.graph.relations.remember(relation);
    }
  }
}
