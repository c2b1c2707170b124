import {
  relatedParts,
  wantedEntityParts,
  type EntityPart,
  type EntityShape,
  type EvidenceExpansion,
  type RelatedCountExpansion,
  type RelatedExpansion,
  type RelationShape,
  type SoleSupportExpansion,
  type SourceShape,
} from '../reading.js';
import { Level } from './level.js';
import { pageOf, unique } from '../page.js';
import type {
  AnsweredExpansion,
  Answers,
  EntityRecord,
  EvidenceRecord,
  Page,
  RelatedRow,
  RelationRecord,
  Row,
  SourceRecord,
} from '../../model/records.js';
import { isRelationKey } from '../../model/records.js';
import type { Steps } from './steps.js';

type EntityOf = (slug: string) => EntityRecord | undefined;

/** Entities that records of a level point to, by slug, and what gets them. */
interface EntityWish {
  readonly shape: EntityShape;
  readonly parts: readonly EntityPart[];
  readonly slugs: readonly string[];
  readonly give: (entityOf: EntityOf) => void;
}

/** Something that has answers, by the key that expansions find it with. */
interface Owner {
  readonly key: string;
  readonly record: { answers?: Answers };
}

/** Expansions of one shape, answered by one statement over all their owners. */
type Group<E> = { readonly expansion: E; readonly owners: readonly Owner[] }[];

/** Reads all expansions of one level; gives the next one. */
export class LevelReading {
  private readonly next = new Level();
  /** By the parts that are wanted. */
  private readonly entityWishes = new Map<string, EntityWish[]>();
  private readonly sourceWishes: (readonly [SourceShape, readonly EvidenceRecord[]])[] = [];
  private readonly related = new Map<string, Group<RelatedExpansion>>();
  private readonly relatedCounts = new Map<
    string,
    Group<RelatedExpansion | RelatedCountExpansion>
  >();
  private readonly evidence = new Map<string, Group<EvidenceExpansion>>();
  private readonly evidenceCounts = new Map<string, Group<EvidenceExpansion>>();
  private readonly soleSupport = new Map<string, Group<SoleSupportExpansion>>();
  private readonly soleSupportCounts = new Map<string, Group<SoleSupportExpansion>>();

  constructor(
    private readonly steps: Steps,
    private readonly level: Level,
  ) {}

  async run(): Promise<Level> {
    this.collect();
    // Counts complete pages, so they come once the pages are there.
    const rows = Promise.all([
      this.readDetails(),
      this.readTargetRelations(),
      this.readSources(),
      ...[...this.related.values()].map((group) => this.readRelated(group)),
      ...[...this.evidence.values()].map((group) => this.readEvidence(group)),
      ...[...this.soleSupport.values()].map((group) => this.readSoleSupport(group)),
    ]);
    const counts = Promise.all([
      ...[...this.relatedCounts.values()].map((group) => this.readRelatedCounts(group)),
      ...[...this.evidenceCounts.values()].map((group) =>
        readCounts(group, (slugs, { question }) => this.steps.evidenceCount(slugs, question)),
      ),
      ...[...this.soleSupportCounts.values()].map((group) =>
        readCounts(group, (slugs) => this.steps.soleSupportCount(slugs)),
      ),
    ]);
    const [, give] = await Promise.all([rows, counts]);
    for (const giveCounts of give) giveCounts();
    await this.readEntities();
    return this.next;
  }

  private collect(): void {
    for (const [shape, records] of this.level.entities) this.collectEntities(shape, records);
    for (const [shape, records] of this.level.relations) this.collectRelations(shape, records);
    for (const [shape, records] of this.level.evidence) {
      if (shape.source) this.sourceWishes.push([shape.source, records]);
      if (shape.target) this.wishTargets(shape.target.entity, records);
    }
    for (const [shape, records] of this.level.sources) this.collectSources(shape, records);
  }

  private collectEntities(shape: EntityShape, records: readonly EntityRecord[]): void {
    for (const expansion of shape.expansions.values()) {
      const { onTypes } = expansion;
      const owners = records
        .filter((record) => onTypes?.has(record.type) ?? true)
        .map((record) => ({ key: record.slug, record }));
      if (owners.length === 0) continue;
      if (expansion.kind === 'evidence') this.collectEvidence(expansion, owners);
      else this.collectRelated(expansion, owners);
    }
  }

  private collectRelated(
    expansion: RelatedExpansion | RelatedCountExpansion,
    owners: readonly Owner[],
  ): void {
    const { question } = expansion;
    if (expansion.kind === 'related' && expansion.wantsRows) {
      const asked = JSON.stringify([question, expansion.page, relatedParts(expansion)]);
      addTo(this.related, asked, { expansion, owners });
    }
    if (expansion.kind === 'related count' || expansion.wantsCount) {
      addTo(
        this.relatedCounts,
        JSON.stringify([question.types, question.direction, question.filter]),
        { expansion, owners },
      );
    }
  }

  private collectEvidence(expansion: EvidenceExpansion, owners: readonly Owner[]): void {
    const { question, page, wantsRows, wantsCount } = expansion;
    if (wantsRows) addTo(this.evidence, JSON.stringify([question, page]), { expansion, owners });
    if (wantsCount) addTo(this.evidenceCounts, JSON.stringify(question), { expansion, owners });
  }

  private collectSoleSupport(expansion: SoleSupportExpansion, owners: readonly Owner[]): void {
    const { page, wantsRows, wantsCount } = expansion;
    if (wantsRows) addTo(this.soleSupport, JSON.stringify(page), { expansion, owners });
    if (wantsCount) addTo(this.soleSupportCounts, '', { expansion, owners });
  }

  private collectRelations(shape: RelationShape, records: readonly RelationRecord[]): void {
    const owners = records.map((record) => ({ key: record.key, record }));
    for (const expansion of shape.expansions.values()) this.collectEvidence(expansion, owners);
    for (const end of ['from', 'to'] as const) {
      const wanted = shape[end];
      if (!wanted) continue;
      const slugOf = (record: RelationRecord): string =>
        end === 'from' ? record.fromSlug : record.toSlug;
      this.wishEntities(wanted, records.map(slugOf), (entityOf) => {
        for (const record of records) {
          const entity = entityOf(slugOf(record));
          if (entity) record[end] = entity;
        }
      });
    }
  }

  private collectSources(shape: SourceShape, records: readonly SourceRecord[]): void {
    const owners = records.map((record) => ({ key: record.slug, record }));
    for (const expansion of shape.expansions.values()) {
      if (expansion.kind === 'evidence') this.collectEvidence(expansion, owners);
      else this.collectSoleSupport(expansion, owners);
    }
    if (shape.publisher) {
      this.wishEntities(
        shape.publisher,
        records.map((record) => record.publisherSlug),
        (entityOf) => {
          for (const record of records) {
            const publisher = entityOf(record.publisherSlug);
            if (publisher) record.publisher = publisher;
          }
        },
      );
    }
    if (shape.informers) {
      this.wishEntities(
        shape.informers,
        records.flatMap((record) => record.informerSlugs),
        (entityOf) => {
          for (const record of records) {
            record.informers = record.informerSlugs.flatMap((slug) => entityOf(slug) ?? []);
          }
        },
      );
    }
  }

  private wishEntities(
    shape: EntityShape,
    slugs: readonly string[],
    give: (entityOf: EntityOf) => void,
  ): void {
    const parts = wantedEntityParts(shape);
    const wish = { shape, parts, slugs, give };
    addTo(this.entityWishes, parts.join(), wish);
  }

  private wishTargets(shape: EntityShape, records: readonly EvidenceRecord[]): void {
    const ofEntities = records.filter((record) => !isRelationKey(record.target));
    this.wishEntities(
      shape,
      ofEntities.map((record) => record.target),
      (entityOf) => {
        for (const record of ofEntities) {
          const entity = entityOf(record.target);
          if (entity) record.targetRecord = entity;
        }
      },
    );
  }

  private async readDetails(): Promise<void> {
    const wanted = this.level.entities
      .filter(([shape]) => shape.details)
      .flatMap(([, records]) => records.filter((record) => !record.details));
    if (wanted.length === 0) return;
    const details = await this.steps.details(unique(wanted.map((record) => record.slug)));
    for (const record of wanted) {
      const found = details.get(record.slug);
      if (found) record.details = found;
    }
  }

  private async readRelated(expansions: Group<RelatedExpansion>): Promise<void> {
    const [first] = expansions;
    if (!first) return;
    const { question, page } = first.expansion;
    const parts = relatedParts(first.expansion);
    const found = await this.steps.related(keysOf(expansions), question, page, parts);
    const copies = expansions.length > 1;
    for (const { expansion, owners } of expansions) {
      const distinct = new Map<string, EntityRecord>();
      const pages = new Map<string, Page<RelatedRow>>();
      for (const { key, record } of owners) {
        let answer = pages.get(key);
        if (!answer) {
          const all = pageOf(found.get(key) ?? [], page);
          answer = { ...all, rows: distinctRows(all.rows, distinct, copies) };
          pages.set(key, answer);
        }
        give(record, expansion.key, answer);
      }
      const rows = [...pages.values()].flatMap((answer) => answer.rows);
      this.next.addEntities(expansion.entity, [...distinct.values()]);
      this.next.addRelations(
        expansion.relation,
        rows.map((row) => row.item.relation),
      );
    }
  }

  private async readRelatedCounts(
    expansions: Group<RelatedExpansion | RelatedCountExpansion>,
  ): Promise<() => void> {
    const [first] = expansions;
    if (!first) return () => undefined;
    const counts = await this.steps.relatedCount(keysOf(expansions), first.expansion.question);
    return () => {
      for (const { expansion, owners } of expansions) {
        for (const { key, record } of owners) {
          const count = counts.get(key) ?? 0;
          if (expansion.kind === 'related count') give(record, expansion.key, count);
          else giveCount(record, expansion.key, count);
        }
      }
    };
  }

  private async readEvidence(expansions: Group<EvidenceExpansion>): Promise<void> {
    const [first] = expansions;
    if (!first) return;
    const { question, page } = first.expansion;
    const found = await this.steps.evidencePage(keysOf(expansions), question, page);
    for (const { expansion, owners } of expansions)
      this.next.addEvidence(expansion.evidence, givePages(expansion, owners, found));
  }

  private async readSoleSupport(expansions: Group<SoleSupportExpansion>): Promise<void> {
    const [first] = expansions;
    if (!first) return;
    const found = await this.steps.soleSupportPage(keysOf(expansions), first.expansion.page);
    for (const { expansion, owners } of expansions)
      this.next.addRelations(expansion.relation, givePages(expansion, owners, found));
  }

  private async readTargetRelations(): Promise<void> {
    const wishes = this.level.evidence.flatMap(([shape, records]) =>
      shape.target
        ? [
            {
              shape: shape.target.relation,
              records: records.filter((record) => isRelationKey(record.target)),
            },
          ]
        : [],
    );
    const keys = unique(wishes.flatMap(({ records }) => records.map((record) => record.target)));
    if (keys.length === 0) return;
    const found = new Map((await this.steps.relations(keys)).map((record) => [record.key, record]));
    for (const { shape, records } of wishes) {
      const own = new Copies(found);
      for (const record of records) {
        const relation = own.take(record.target);
        if (relation) record.targetRecord = relation;
      }
      this.next.addRelations(shape, own.taken());
    }
  }

  private async readSources(): Promise<void> {
    const slugs = unique(
      this.sourceWishes.flatMap(([, records]) => records.map((record) => record.sourceSlug)),
    );
    if (slugs.length === 0) return;
    const found = new Map((await this.steps.sources(slugs)).map((record) => [record.slug, record]));
    for (const [shape, records] of this.sourceWishes) {
      const own = new Copies(found);
      for (const record of records) {
        const source = own.take(record.sourceSlug);
        if (source) record.source = source;
      }
      this.next.addSources(shape, own.taken());
    }
  }

  private async readEntities(): Promise<void> {
    await Promise.all([...this.entityWishes.values()].map((wishes) => this.readWished(wishes)));
  }

  private async readWished(wishes: readonly EntityWish[]): Promise<void> {
    const parts = wishes[0]?.parts;
    const slugs = unique(wishes.flatMap((wish) => wish.slugs));
    const records = slugs.length === 0 ? [] : await this.steps.entities(slugs, parts);
    const found = new Map(records.map((record) => [record.slug, record]));
    for (const wish of wishes) {
      const own = new Copies(found);
      wish.give((slug) => own.take(slug));
      this.next.addEntities(wish.shape, own.taken());
    }
  }
}

function addTo<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}

function keysOf(members: readonly { readonly owners: readonly Owner[] }[]): string[] {
  return unique(members.flatMap(({ owners }) => owners.map((owner) => owner.key)));
}

/** Gives each owner its page, with records of its own; gives all of these. */
function givePages<T extends EvidenceRecord | RelationRecord>(
  { key: name, page }: EvidenceExpansion | SoleSupportExpansion,
  owners: readonly Owner[],
  found: ReadonlyMap<string, readonly Row<T>[]>,
): T[] {
  return owners.flatMap(({ key, record }) => {
    const rows = (found.get(key) ?? []).map(({ item, keyset }) => ({ item: { ...item }, keyset }));
    const answer = pageOf<T>(rows, page);
    give(record, name, answer as AnsweredExpansion);
    return answer.rows.map((row) => row.item);
  });
}

/** Gives, once the pages are there, how many there are on all of them. */
async function readCounts<E extends EvidenceExpansion | SoleSupportExpansion>(
  expansions: Group<E>,
  read: (keys: readonly string[], expansion: E) => Promise<Map<string, number>>,
): Promise<() => void> {
  const [first] = expansions;
  if (!first) return () => undefined;
  const counts = await read(keysOf(expansions), first.expansion);
  return () => {
    for (const { expansion, owners } of expansions) {
      for (const { key, record } of owners) giveCount(record, expansion.key, counts.get(key) ?? 0);
    }
  };
}

function give(record: { answers?: Answers }, key: string, answer: AnsweredExpansion): void {
  record.answers ??= new Map();
  record.answers.set(key, answer);
}

function giveCount(record: { answers?: Answers }, key: string, totalCount: number): void {
  const page = record.answers?.get(key);
  const rows =
    typeof page === 'object' ? page : { rows: [], hasNextPage: false, hasPreviousPage: false };
  give(record, key, { ...rows, totalCount });
}

/** The rows with one record for each entity, however many relations lead to it. */
function distinctRows(
  rows: readonly Row<RelatedRow>[],
  distinct: Map<string, EntityRecord>,
  copies: boolean,
): readonly Row<RelatedRow>[] {
  return rows.map(({ item, keyset }) => {
    let entity = distinct.get(item.entity.slug);
    if (!entity) {
      entity = copies ? { ...item.entity } : item.entity;
      distinct.set(entity.slug, entity);
    }
    return { item: { relation: copies ? { ...item.relation } : item.relation, entity }, keyset };
  });
}

/** Records of which each one that is taken is a copy: what is wanted of it is its own. */
class Copies<T extends object> {
  private readonly own = new Map<string, T>();

  constructor(private readonly found: ReadonlyMap<string, T>) {}

  take(key: string): T | undefined {
    const known = this.own.get(key);
    const original = this.found.get(key);
    if (known || !original) return known;
    const copy = { ...original };
    this.own.set(key, copy);
    return copy;
  }

  taken(): T[] {
    return [...this.own.values()];
  }
}
