import { containsDate, isPartialDate } from '../values/partial-date.js';
import { pickText, plainText } from '../values/localized-text.js';
import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Answers, EntityItem, EvidenceItem, RelationItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import {
  wholeEntity,
  wholeRelation,
  type DisagreementQuestion,
  type EvidenceExpansion,
  type EvidenceShape,
  type GraphShape,
  type SetAside,
  type SourcePart,
} from '../store/reading.js';
import type { EntityRow, RelationRow } from '../store/rows.js';
import {
  isRelationKey,
  recordsOfDisagreement,
  type DisagreementKind,
  type DisagreementRecord,
  type PropertyValue,
} from '../model/records.js';
import type { Store } from '../store/store.js';
import { attestationOf } from '../model/attestation.js';
import {
  sideOfStatement,
  sidesOfDenial,
  sidesOfProperty,
  sidesOfRivals,
  type Claim,
  type Side,
} from '../model/disagreement.js';
import { relationFalls, sidesLeft } from '../model/disagreement-left.js';
import { isSetAside } from './set-aside.js';

/** A matter on which sources disagree, with all its sides. */
export interface Disagreement {
  readonly kind: DisagreementKind;
  readonly target: EntityItem | RelationItem;
  readonly property: string | null;
  /** In the order of `shown` (shown first), origins and publishers (most first), then value. */
  readonly sides: readonly DisagreementSide[];
}

export interface DisagreementSide {
  readonly value: string | null;
  /** True if the graph shows this side. */
  readonly shown: boolean;
  readonly evidence: readonly EvidenceItem[];
  /**
   * The rival or denied relation. Null for other sides, and if the graph does not have the
   * relation.
   */
  readonly relation: RelationItem | null;
  /** The disputed statement. Null for other sides. */
  readonly statement: EntityItem | null;
  readonly publisherCount: number;
  readonly originCount: number;
}

/** The shapes of the records that disagreements are about, and of the evidence of their sides. */
export interface DisagreementShapes extends GraphShape {
  readonly evidence: EvidenceShape;
}

/** The vocabulary, and the languages in which the reader sees texts, best first. */
interface Reader {
  readonly vocabulary: Vocabulary;
  readonly languages: readonly Language[];
}

/** The size of a page of evidence. Further pages of one target are read one by one. */
const EVIDENCE_PAGE = 200;

const SIDES = 'evidence of sides';

/**
 * Returns a page of disagreements with their sides. One reading selects the page and the records that
 * it is about, each with its evidence. Disagreements about properties need one more reading for each
 * of entities and relations, to get the values that the graph shows.
 */
export async function readDisagreements(
  store: Pick<Store, 'read'>,
  question: DisagreementQuestion,
  selection: PageSelection,
  shapes: DisagreementShapes,
  reader: Reader,
): Promise<Page<Disagreement>> {
  const expansion = evidenceOfSides(shapes.evidence, question);
  const shape = shapeWithSides(shapes, expansion);
  const reading = { start: 'page of disagreements', question, shape, ...selection } as const;
  const { found, answers } = await store.read(reading);
  const records = found.rows.map(({ item }) => item);
  const values = await readShownValues(store, records);
  const owners = new Map<string, OwnerOfEvidence>();
  for (const owner of new Set(records.flatMap(recordsOfDisagreement))) {
    const item = itemOf(owner, shape, answers);
    if (!item) continue;
    const evidence = await allEvidence(store, owner, expansion, answers);
    owners.set(owner, { item, whole: values.get(owner) ?? item.row, evidence });
  }
  return mapPage(found, (record) => withSides(record, owners, { setAside: question, reader }));
}

/** Returns an expansion to all evidence of a record, with the parts that decide sides and counts. */
function evidenceOfSides(
  { parts, source, target }: EvidenceShape,
  { publishedUntil }: SetAside,
): EvidenceExpansion {
  const needed: readonly SourcePart[] = [
    'publisher',
    'informers',
    ...(publishedUntil === undefined ? [] : (['publishedAt'] as const)),
  ];
  return {
    kind: 'evidence',
    onTypes: null,
    question: { of: 'target', properties: null },
    page: { limit: EVIDENCE_PAGE, backward: false },
    wantsRows: true,
    wantsCount: false,
    evidence: {
      parts: parts && new Set([...parts, 'value', 'inferred']),
      target,
      source: {
        expansions: new Map(),
        ...source,
        parts: source?.parts === null ? null : new Set([...(source?.parts ?? []), ...needed]),
      },
    },
  };
}

/** Adds the evidence of the sides to the shapes that the caller selects. */
function shapeWithSides({ entities, relations }: GraphShape, sides: EvidenceExpansion): GraphShape {
  return {
    entities: { ...entities, expansions: new Map([...entities.expansions, [SIDES, sides]]) },
    relations: { ...relations, expansions: new Map([...relations.expansions, [SIDES, sides]]) },
  };
}

function itemOf(
  owner: string,
  { entities, relations }: GraphShape,
  answers: Answers,
): EntityItem | RelationItem | null {
  if (isRelationKey(owner)) {
    const row = answers.relation(relations, owner);
    return row ? { row, shape: relations, answers } : null;
  }
  const row = answers.entity(entities, owner);
  return row ? { row, shape: entities, answers } : null;
}

/** Reads the whole targets of disagreements about a property, by slug or key. */
async function readShownValues(
  store: Pick<Store, 'read'>,
  records: readonly DisagreementRecord[],
): Promise<ReadonlyMap<string, EntityRow | RelationRow>> {
  const targets = records.filter(({ kind }) => kind === 'PROPERTY').map(({ target }) => target);
  const keys = targets.filter(isRelationKey);
  const slugs = targets.filter((target) => !isRelationKey(target));
  const [entities, relations] = await Promise.all([
    slugs.length === 0
      ? null
      : store.read({ start: 'entities by slug', slugs, shape: wholeEntity }),
    keys.length === 0
      ? null
      : store.read({ start: 'relations by key', keys, shape: wholeRelation }),
  ]);
  return new Map<string, EntityRow | RelationRow>([
    ...(entities?.found ?? []).map((row) => [row.slug, row] as const),
    ...(relations?.found ?? []).map((row) => [row.key, row] as const),
  ]);
}

/** A piece of evidence with the values that decide its side and whether it counts. */
interface ClaimItem extends Claim {
  readonly item: EvidenceItem;
  readonly sourceSlug: string;
  readonly inferred: boolean;
}

/** A record with all evidence about it. */
interface OwnerOfEvidence {
  readonly item: EntityItem | RelationItem;
  /** The whole record if a disagreement is about one of its properties, else the selected row. */
  readonly whole: EntityRow | RelationRow;
  readonly evidence: readonly ClaimItem[];
}

/** Returns the evidence that was read with a record, and reads all further pages. */
async function allEvidence(
  store: Pick<Store, 'read'>,
  owner: string,
  expansion: EvidenceExpansion,
  first: Answers,
): Promise<ClaimItem[]> {
  const evidence: ClaimItem[] = [];
  const shape = expansion.evidence;
  let answers = first;
  let page = answers.of('evidence', expansion, owner);
  while (page) {
    for (const { item: row } of page.rows) {
      const { value = null, inferred = false } = row;
      evidence.push({ ...row, value, inferred, item: { row, shape, answers } });
    }
    const last = page.rows.at(-1);
    if (!page.hasNextPage || !last) break;
    const next = { ...expansion, page: { ...expansion.page, after: last.keyset } };
    const bare = { parts: new Set<never>(), expansions: new Map([[SIDES, next]]) };
    ({ answers } = await (isRelationKey(owner)
      ? store.read({ start: 'relations by key', keys: [owner], shape: bare })
      : store.read({ start: 'entities by slug', slugs: [owner], shape: bare })));
    page = answers.of('evidence', next, owner);
  }
  return evidence;
}

/** What all disagreements of a page are told with. */
interface Telling {
  readonly setAside: SetAside;
  readonly reader: Reader;
}

/** Returns the disagreement with its sides, or null if its records were deleted in the meantime. */
function withSides(
  record: DisagreementRecord,
  byOwner: ReadonlyMap<string, OwnerOfEvidence>,
  { setAside, reader }: Telling,
): Disagreement | null {
  const { kind, target, property } = record;
  // A rival that the graph does not have is known only from the evidence that names it.
  const owners = recordsOfDisagreement(record).flatMap((owner) => byOwner.get(owner) ?? []);
  const [first] = owners;
  if (!first) return null;
  const aside = sourcesAside(owners, setAside);
  const isAside = (source: string): boolean => aside.has(source);
  const sides = {
    PROPERTY: () => valuesOfProperty(first, property ?? '', isAside, reader),
    DENIAL: () => denial(first, isAside),
    RIVAL_RELATIONS: () => rivals([target, ...record.rivals], owners, isAside),
    DISPUTED_STATEMENT: () => statements(owners, isAside),
  }[kind]();
  return { kind, target: first.item, property, sides: sides.sort(compareSides) };
}

/** Returns those of the sources of the evidence that are set aside. */
function sourcesAside(owners: readonly OwnerOfEvidence[], setAside: SetAside): ReadonlySet<string> {
  const { without, publishedUntil } = setAside;
  if (!without && publishedUntil === undefined) return new Set();
  const evidence = owners.flatMap((owner) => owner.evidence);
  const aside = evidence.filter(({ item: { row, shape, answers } }) => {
    const { publishedAt = null } = answers.source(shape.source, row.sourceSlug) ?? {};
    return isSetAside(setAside, { slug: row.sourceSlug, publishedAt });
  });
  return new Set(aside.map(({ sourceSlug }) => sourceSlug));
}

type IsAside = (source: string) => boolean;

function valuesOfProperty(
  { whole, evidence }: OwnerOfEvidence,
  property: string,
  isAside: IsAside,
  reader: Reader,
): DisagreementSide[] {
  const sides = sidesOfProperty(property, shownValue(whole, property, reader), evidence);
  return sidesLeft(sides, isAside).map((side) =>
    attested(side, {}, side.evidence.filter(statesValue(side.value))),
  );
}

/** A month supports the days within it, and does not state them. */
function statesValue(value: string | null): (claim: ClaimItem) => boolean {
  return ({ value: stated }) => {
    if (value === null || stated === null || stated === value) return true;
    return isPartialDate(value) && isPartialDate(stated) && containsDate(value, stated);
  };
}

function isRelation(item: EntityItem | RelationItem): item is RelationItem {
  return 'key' in item.row;
}

function denial({ item, evidence }: OwnerOfEvidence, isAside: IsAside): DisagreementSide[] {
  const relation = isRelation(item) ? item : null;
  const target = 'key' in item.row ? item.row.key : item.row.slug;
  return sidesLeft(sidesOfDenial(target, evidence), isAside).map((side) =>
    attested(side, { relation: side.shown ? relation : null }),
  );
}

function rivals(
  keys: readonly string[],
  owners: readonly OwnerOfEvidence[],
  isAside: IsAside,
): DisagreementSide[] {
  const evidence = owners.flatMap((owner) => owner.evidence);
  const items = owners.map(({ item }) => item).filter(isRelation);
  // One that falls is like one that the graph does not have.
  const standing = items.filter(({ row }) => !relationFalls(row.key, evidence, isAside));
  const relations = new Map(standing.map((item) => [item.row.key, item]));
  const sides = sidesOfRivals(keys, new Set(relations.keys()), evidence);
  return sidesLeft(sides, isAside).map((side) =>
    attested(side, { relation: relations.get(side.value ?? '') ?? null }),
  );
}

function statements(owners: readonly OwnerOfEvidence[], isAside: IsAside): DisagreementSide[] {
  return owners.flatMap(({ item, evidence }) =>
    isRelation(item)
      ? []
      : sidesLeft([sideOfStatement(evidence)], isAside).map((side) =>
          attested(side, { statement: item }),
        ),
  );
}

/**
 * Returns a side with its numbers of publishers and origins, by the evidence that counts for it, and
 * with the record that it stands for.
 */
function attested(
  { value, shown, evidence }: Side<ClaimItem>,
  records: Partial<Pick<DisagreementSide, 'relation' | 'statement'>> = {},
  counted: readonly ClaimItem[] = evidence,
): DisagreementSide {
  const sources = new Map(
    evidence.flatMap(({ item: { row, shape, answers } }) => {
      const { publisherSlug, informerSlugs } = answers.source(shape.source, row.sourceSlug) ?? {};
      return publisherSlug === undefined || informerSlugs === undefined
        ? []
        : [[row.sourceSlug, { publisherSlug, informerSlugs }] as const];
    }),
  );
  const { publisherCount, originCount } = attestationOf(counted, sources);
  return {
    value,
    shown,
    evidence: evidence.map(({ item }) => item),
    relation: null,
    statement: null,
    ...records,
    publisherCount,
    originCount,
  };
}

function compareSides(a: DisagreementSide, b: DisagreementSide): number {
  const name = ({ value, statement }: DisagreementSide): string =>
    value ?? statement?.row.slug ?? '';
  return (
    Number(b.shown) - Number(a.shown) ||
    b.originCount - a.originCount ||
    b.publisherCount - a.publisherCount ||
    (name(a) < name(b) ? -1 : 1)
  );
}

/**
 * Returns the value that the graph shows, as text in the reader's best language. Null if there is
 * none.
 */
function shownValue(
  record: EntityRow | RelationRow,
  property: string,
  { vocabulary, languages }: Reader,
): string | null {
  const [name = '', language] = property.split('.');
  if (!('key' in record) && name === 'kind') return record.kind ?? null;
  const value =
    'key' in record ? record.properties?.[name] : valueOfEntity(record, name, vocabulary);
  if (typeof value !== 'object') return plainText(value) ?? null;
  return language === undefined
    ? pickText(value, undefined, languages)
    : (value[language as Language] ?? null);
}

function valueOfEntity(
  { type, names, details, properties }: EntityRow,
  name: string,
  { entityTypes }: Vocabulary,
): PropertyValue | undefined {
  if (name === 'names' || name === entityTypes[type].nameProperty) return names;
  return name === 'description' ? details?.description : properties?.[name];
}
