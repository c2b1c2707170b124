import { badInput } from '../../errors.js';
import { quoted } from '../../values/shown-input.js';
import { attestationBy, type Attestation } from '../../model/attestation.js';
import { unique } from '../page.js';
import type {
  DisagreementQuestion,
  EntityPart,
  EntityQuestion,
  EvidenceQuestion,
  InterlockQuestion,
  NetworkQuestion,
  PageRequest,
  PathsQuestion,
  Reading,
  RecordParts,
  RelatedQuestion,
  RelationConditions,
  RelationPart,
  RelationQuestion,
  SourceQuestion,
} from '../reading.js';
import type { RelationRecord, Row } from '../../model/records.js';
import type { Steps } from './steps.js';

/** Whether a filter somewhere in a reading sets sources aside. */
export function setsSourcesAside(reading: Reading): boolean {
  return mentions(reading);
}

function mentions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Set) return false;
  if (value instanceof Map) return [...value.values()].some(mentions);
  if (Array.isArray(value)) return value.some(mentions);
  return 'without' in value || Object.values(value).some(mentions);
}

/** How a relation is attested without some sources, and whether others at least imply it. */
interface Remainder {
  readonly attestation: Attestation;
  readonly hasOthers: boolean;
}

/** Of the relations that some of the sources say or imply, by key. */
type Recount = ReadonlyMap<string, Remainder>;

/**
 * Steps that take filters with sources set aside. Of the relations that these say or imply, which
 * alone can change, it is worked out what is left; an engine is told which of them do not match then.
 */
export class WithoutSources implements Steps {
  private readonly recounts = new Map<string, Promise<Recount>>();

  constructor(private readonly steps: Steps) {}

  entities(slugs: readonly string[], parts?: readonly EntityPart[]) {
    return this.steps.entities(slugs, parts);
  }

  details(slugs: readonly string[]) {
    return this.steps.details(slugs);
  }

  async entityPage(question: EntityQuestion, page: PageRequest, parts?: readonly EntityPart[]) {
    return this.steps.entityPage(await this.settled(question), page, parts);
  }

  async entityCount(question: EntityQuestion) {
    return this.steps.entityCount(await this.settled(question));
  }

  async related(
    slugs: readonly string[],
    question: RelatedQuestion,
    page: PageRequest,
    parts?: Partial<RecordParts>,
  ) {
    const found = await this.steps.related(slugs, await this.settled(question), page, parts);
    const recount = await this.recountOf(question.filter);
    if (!recount) return found;
    return new Map(
      [...found].map(([slug, rows]) => [
        slug,
        rows.map(({ item, keyset }) => ({
          item: { ...item, relation: recounted(item.relation, recount) },
          keyset,
        })),
      ]),
    );
  }

  async relatedCount(slugs: readonly string[], question: RelatedQuestion) {
    return this.steps.relatedCount(slugs, await this.settled(question));
  }

  async relations(keys: readonly string[], seenBy: RelationConditions = {}) {
    const found = await this.steps.relations(keys);
    const recount = await this.recountOf(seenBy);
    return recount ? found.map((relation) => recounted(relation, recount)) : found;
  }

  async relationPage(
    question: RelationQuestion,
    page: PageRequest,
    parts?: readonly RelationPart[],
  ): Promise<Row<RelationRecord>[]> {
    const found = await this.steps.relationPage(await this.settled(question), page, parts);
    const recount = await this.recountOf(question.filter);
    if (!recount) return found;
    return found.map(({ item, keyset }) => ({ item: recounted(item, recount), keyset }));
  }

  async relationCount(question: RelationQuestion) {
    return this.steps.relationCount(await this.settled(question));
  }

  evidence(ids: readonly string[]) {
    return this.steps.evidence(ids);
  }

  evidencePage(owners: readonly string[], question: EvidenceQuestion, page: PageRequest) {
    return this.steps.evidencePage(owners, question, page);
  }

  evidenceCount(owners: readonly string[], question: EvidenceQuestion) {
    return this.steps.evidenceCount(owners, question);
  }

  sources(slugs: readonly string[]) {
    return this.steps.sources(slugs);
  }

  sourcePage(question: SourceQuestion, page: PageRequest) {
    return this.steps.sourcePage(question, page);
  }

  sourceCount(question: SourceQuestion) {
    return this.steps.sourceCount(question);
  }

  supportedBy(slugs: readonly string[]) {
    return this.steps.supportedBy(slugs);
  }

  soleSupportPage(slugs: readonly string[], page: PageRequest) {
    return this.steps.soleSupportPage(slugs, page);
  }

  soleSupportCount(slugs: readonly string[]) {
    return this.steps.soleSupportCount(slugs);
  }

  disagreementPage(question: DisagreementQuestion, page: PageRequest) {
    return this.steps.disagreementPage(question, page);
  }

  disagreementCount(question: DisagreementQuestion) {
    return this.steps.disagreementCount(question);
  }

  async paths(question: PathsQuestion, parts?: Partial<RecordParts>) {
    const found = await this.steps.paths(await this.settled(question), parts);
    const recount = await this.recountOf(question.filter);
    if (!recount || !found.relations) return found;
    const relations = found.relations.map((relation) => recounted(relation, recount));
    return { ...found, relations };
  }

  async network(question: NetworkQuestion, parts?: Partial<RecordParts>) {
    const found = await this.steps.network(await this.settled(question), parts);
    const recount = await this.recountOf(question.filter);
    if (!recount) return found;
    const relations = found.relations.map((relation) => recounted(relation, recount));
    return { ...found, relations };
  }

  async interlockPage(
    question: InterlockQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ) {
    return this.steps.interlockPage(await this.settled(question), page, parts);
  }

  async interlockCount(question: InterlockQuestion) {
    return this.steps.interlockCount(await this.settled(question));
  }

  async witnesses(others: readonly string[], question: InterlockQuestion, page: PageRequest) {
    return this.steps.witnesses(others, await this.settled(question), page);
  }

  /** The same question with what an engine understands in the place of each `without`. */
  private async settled<Q>(question: Q): Promise<Q> {
    if (typeof question !== 'object' || question === null) return question;
    if (Array.isArray(question))
      return (await Promise.all(question.map((part) => this.settled(part as unknown)))) as Q;
    const { without, ...others } = question as RelationConditions;
    const entries = Object.entries(others).map(
      async ([name, part]) => [name, await this.settled(part as unknown)] as const,
    );
    const settled = Object.fromEntries(await Promise.all(entries));
    if (!without) return settled as Q;
    return { ...settled, excluded: await this.excluded({ without, ...others }) } as Q;
  }

  private async excluded(filter: RelationConditions): Promise<string[]> {
    const { minPublishers = 0, minOrigins = 0 } = filter;
    const recount = (await this.recountOf(filter)) ?? new Map<string, Remainder>();
    return [...recount]
      .filter(
        ([, { attestation, hasOthers }]) =>
          !hasOthers ||
          attestation.publisherCount < minPublishers ||
          attestation.originCount < minOrigins,
      )
      .map(([key]) => key);
  }

  private recountOf({ without }: RelationConditions): Promise<Recount> | null {
    if (!without) return null;
    const name = JSON.stringify(unique(without).sort());
    let recount = this.recounts.get(name);
    if (!recount) {
      recount = this.recount(without);
      this.recounts.set(name, recount);
    }
    return recount;
  }

  private async recount(without: readonly string[]): Promise<Recount> {
    const setAside = new Set(without);
    const [supported, known] = await Promise.all([
      this.steps.supportedBy([...setAside]),
      this.steps.sources([...setAside]),
    ]);
    for (const { slug } of known) setAside.delete(slug);
    const [unknown] = setAside;
    if (unknown !== undefined)
      throw badInput(`Unknown source ${quoted(unknown)} in \`without\`.`, {
        hint: '`sources` lists the sources with their slugs.',
      });
    const left = supported.map(([key, sources, hasOthers]) => ({
      key,
      slugs: sources.filter((slug) => !without.includes(slug)),
      hasOthers,
    }));
    const records = await this.steps.sources(unique(left.flatMap(({ slugs }) => slugs)));
    const sources = new Map(records.map((source) => [source.slug, source]));
    return new Map(
      left.map(({ key, slugs, hasOthers }) => [
        key,
        { attestation: attestationBy(slugs, sources), hasOthers },
      ]),
    );
  }
}

function recounted(relation: RelationRecord, recount: Recount): RelationRecord {
  return { ...relation, ...recount.get(relation.key)?.attestation };
}
