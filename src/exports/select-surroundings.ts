import type { EntityRecord, RelationRecord } from '../model/records.js';
import { limits } from '../limits.js';
import { following, type RelationFilterInput } from '../questions/filters.js';
import { networkQuestion, readNetwork } from '../questions/network.js';
import { ABOUT, MADE, MADE_AT, wholeEntity, wholeRelation } from '../store/reading.js';
import type { NetworkQuestion, RelationConditions, RelationQuestion } from '../store/reading.js';
import type { Truncation } from '../store/rows.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ExportReads } from './export-reads.js';
import { BATCH, relationPages, selectRecords, type Selection } from './selection.js';
import { wholeEntities, wholeRelations } from './whole-rows.js';

/**
 * Reads all that pages show around entities. A statement, which a picture draws as a line, is an
 * entity with its relations to who made it and to what it is about; with an event in the centre come
 * the statements that were made there. The entity types of the filter choose among what was found, as
 * they do on pages; a statement between two entities that are chosen is kept.
 */
export async function selectSurroundings(
  reads: ExportReads,
  center: readonly string[],
  depth: number,
  filter: RelationFilterInput,
  vocabulary: Vocabulary,
): Promise<Selection> {
  const { entityTypes, ...ofAllTypes } = filter;
  const found = new Surroundings(reads);
  const limit = limits.networkNodes.value;
  // Nothing is between entities that are not left.
  for (const fold of depth === 0 ? [null] : ([null, 'STATEMENTS'] as const)) {
    const asked = { center, depth, filter: ofAllTypes, limit, fold };
    await found.addNetwork(networkQuestion(asked, vocabulary));
  }
  if (depth > 0) {
    const { relationTypes, direction, ...ofStatements } = ofAllTypes;
    await found.addHeard(center, following(ofStatements, vocabulary).filter);
  }
  await found.readEnds();
  return found.chosen(new Set(center), entityTypes ?? null);
}

/** What has been found so far. */
class Surroundings {
  private readonly entities = new Map<string, EntityRecord>();
  private readonly relations = new Map<string, RelationRecord>();
  private truncation: Truncation | null = null;

  constructor(private readonly reads: ExportReads) {}

  async addNetwork(question: NetworkQuestion): Promise<void> {
    const shape = { entities: wholeEntity, relations: wholeRelation };
    const { entities, relations, truncation } = await readNetwork(this.reads, question, shape);
    for (const entity of wholeEntities(entities)) this.entities.set(entity.slug, entity);
    this.addRelations(wholeRelations(relations));
    this.truncation ??= truncation;
  }

  /** Adds what leads to and from the statements that were made at events in the centre. */
  async addHeard(center: readonly string[], filter: RelationConditions): Promise<void> {
    const heard = [...this.relations.values()].filter(
      ({ type, toSlug }) => type === MADE_AT && center.includes(toSlug),
    );
    for (const slugs of inBatches(heard.map(({ fromSlug }) => fromSlug))) {
      await this.addAll({ types: [MADE], from: null, to: slugs, filter });
      await this.addAll({ types: [ABOUT], from: slugs, to: null, filter });
    }
  }

  /** Reads the entities at the ends of relations that are not found yet. */
  async readEnds(): Promise<void> {
    const ends = [...this.relations.values()].flatMap(({ fromSlug, toSlug }) => [fromSlug, toSlug]);
    const unknown = new Set(ends.filter((slug) => !this.entities.has(slug)));
    for (const slugs of inBatches([...unknown])) {
      const reading = { start: 'entities by slug', slugs, shape: wholeEntity } as const;
      for (const entity of wholeEntities((await this.reads.read(reading)).found))
        this.entities.set(entity.slug, entity);
    }
  }

  /** Selects what has one of the types, and the centres whatever they are. */
  chosen(center: ReadonlySet<string>, types: readonly EntityType[] | null): Selection {
    const isChosen = ({ slug, type }: EntityRecord): boolean =>
      types === null || center.has(slug) || types.includes(type);
    const chosen = new Set([...this.entities.values()].filter(isChosen).map(({ slug }) => slug));
    for (const slug of this.linesBetween(chosen)) chosen.add(slug);
    return selectRecords(
      [...this.entities.values()].filter(({ slug }) => chosen.has(slug)).sort(by('slug')),
      [...this.relations.values()]
        .filter(({ fromSlug, toSlug }) => chosen.has(fromSlug) && chosen.has(toSlug))
        .sort(by('key')),
      this.truncation,
    );
  }

  /** Returns the statements that one of these entities made about one of them. */
  private linesBetween(slugs: ReadonlySet<string>): string[] {
    const relations = [...this.relations.values()];
    const about = relations.filter(({ type, toSlug }) => type === ABOUT && slugs.has(toSlug));
    const subjects = new Set(about.map(({ fromSlug }) => fromSlug));
    return relations
      .filter(({ type, fromSlug }) => type === MADE && slugs.has(fromSlug))
      .flatMap(({ toSlug }) => (subjects.has(toSlug) ? [toSlug] : []));
  }

  private async addAll(question: RelationQuestion): Promise<void> {
    for await (const relations of relationPages(this.reads, question)) this.addRelations(relations);
  }

  private addRelations(relations: readonly RelationRecord[]): void {
    for (const relation of relations) this.relations.set(relation.key, relation);
  }
}

function by<Name extends string>(name: Name) {
  type Named = Readonly<Record<Name, string>>;
  return ({ [name]: one }: Named, { [name]: other }: Named): number =>
    one < other ? -1 : one > other ? 1 : 0;
}

function* inBatches(slugs: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < slugs.length; start += BATCH) yield slugs.slice(start, start + BATCH);
}
