import type { EntityRecord, RelationRecord } from '../model/records.js';
import type { Answers } from '../store/answers.js';
import { bareEntity, bareRelation, type RelationShape } from '../store/reading.js';
import { languagesFor, nameIn } from '../values/localized-text.js';
import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { NO_MARKS } from '../wording/reservations.js';
import { sentenceParts, type SentenceEnds } from '../wording/sentences.js';
import { againstIt, type Rival, type Rivals } from '../wording/telling.js';
import { readEvidence, type IsCounted } from './evidence-reading.js';
import type { ExportedEntity, ExportedEvidence, ExportedRelation } from './exported-graph.js';
import type { ExportReads } from './export-reads.js';
import { namedEntity, namedShape } from './named-entities.js';
import { wholeRelations } from './whole-rows.js';

/** Adds to records what an export says of them beside: evidence, names of ends, sentences. */
export class RecordReading {
  constructor(
    private readonly reads: ExportReads,
    private readonly vocabulary: Vocabulary,
    private readonly language: Language,
    private readonly isCounted: IsCounted,
  ) {}

  async entities(records: readonly EntityRecord[]): Promise<readonly ExportedEntity[]> {
    const slugs = records.map(({ slug }) => slug);
    const { evidence } = await readEvidence(
      slugs,
      async (some, expansions) => {
        const shape = { ...bareEntity, expansions };
        return (await this.reads.read({ start: 'entities by slug', slugs: some, shape })).answers;
      },
      this.language,
      this.isCounted,
    );
    return records.map((record) => ({
      record,
      label: labelOf(record, this.language),
      evidence: evidence.get(record.slug) ?? [],
    }));
  }

  async relations(records: readonly RelationRecord[]): Promise<readonly ExportedRelation[]> {
    const keys = records.map(({ key }) => key);
    const { evidence, answers } = await this.evidenceOf(keys);
    const rivals = await this.rivalsOf(records);
    return records.map((record) => {
      const own = evidence.get(record.key) ?? [];
      const ends = this.endsOf(record, answers);
      return {
        record,
        from: { slug: ends.from.slug, label: ends.from.name },
        to: { slug: ends.to.slug, label: ends.to.name },
        sentence: this.sentenceOf(record, ends, own, rivals.get(record.key) ?? new Map()),
        evidence: own,
      };
    });
  }

  /** Reads the rivals of contested relations, with the evidence for them, by the relation. */
  private async rivalsOf(records: readonly RelationRecord[]): Promise<ReadonlyMap<string, Rivals>> {
    const contested = records.filter(({ isContested }) => isContested).map(({ key }) => key);
    if (contested.length === 0) return new Map();
    const reading = { start: 'rivals of relations', keys: contested } as const;
    const { found: rivals } = await this.reads.read(reading);
    const keys = [...new Set([...rivals.values()].flat())];
    if (keys.length === 0) return new Map();
    const shape: RelationShape = { parts: null, expansions: new Map() };
    const { found } = await this.reads.read({ start: 'relations by key', keys, shape });
    const { evidence, answers } = await this.evidenceOf(keys);
    const known = wholeRelations(found).map((relation): [string, Rival] => {
      const testimony = evidence.get(relation.key) ?? [];
      return [relation.key, { relation, ends: this.endsOf(relation, answers), testimony }];
    });
    return new Map(
      [...rivals].map(([key, own]) => [
        key,
        new Map(known.filter(([rival]) => own.includes(rival))),
      ]),
    );
  }

  /** Reads the evidence of relations, and both of their ends. */
  private evidenceOf(keys: readonly string[]) {
    return readEvidence(
      keys,
      async (some, expansions) => {
        const shape = { ...bareRelation, ...namedEnds, expansions };
        return (await this.reads.read({ start: 'relations by key', keys: some, shape })).answers;
      },
      this.language,
      this.isCounted,
    );
  }

  private endsOf(
    { fromSlug, fromType, toSlug, toType }: RelationRecord,
    answers: Answers,
  ): SentenceEnds {
    const end = (slug: string, type: typeof fromType) =>
      namedEntity(slug, type, answers.entity(namedShape, slug), this.language);
    return { from: end(fromSlug, fromType), to: end(toSlug, toType) };
  }

  private sentenceOf(
    relation: RelationRecord,
    ends: SentenceEnds,
    evidence: readonly ExportedEvidence[],
    rivals: Rivals,
  ) {
    const { standing, isContested } = relation;
    const against = isContested ? againstIt(evidence, rivals, () => '') : null;
    const told = { relation, ends, standing, against, marks: NO_MARKS };
    return sentenceParts(told, this.language, this.vocabulary);
  }
}

const namedEnds = { from: namedShape, to: namedShape };

function labelOf({ slug, names, details: { aliases } }: EntityRecord, language: Language): string {
  return nameIn({ names, aliases }, languagesFor(language))?.text ?? slug;
}
