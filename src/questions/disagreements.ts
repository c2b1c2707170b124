import { pickText } from '../values/localized-text.js';
import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import {
  entityShape,
  relationShape,
  sourceShape,
  type EntityShape,
  type EvidenceExpansion,
  type EvidenceShape,
  type RelationShape,
} from '../store/reading.js';
import {
  isRelationKey,
  type DisagreementKind,
  type DisagreementRecord,
  type EntityRecord,
  type EvidenceRecord,
  type Page,
  type RelationRecord,
} from '../model/records.js';
import type { Store } from '../store/store.js';
import { attestationOf } from '../model/attestation.js';
import {
  sideOfStatement,
  sidesOfDenial,
  sidesOfProperty,
  sidesOfRivals,
  type Side,
} from '../model/disagreement.js';

/** A matter that sources do not agree on, with all its sides. */
export interface Disagreement {
  readonly kind: DisagreementKind;
  readonly target: EntityRecord | RelationRecord;
  readonly property: string | null;
  /** Shown sides first, then those with the most origins, then the most publishers, then by value. */
  readonly sides: readonly DisagreementSide[];
}

export interface DisagreementSide extends Side<EvidenceRecord> {
  /** The rival or the denied relation; null for other sides, and where the graph does not have it. */
  readonly relation: RelationRecord | null;
  /** The disputed statement; null for other sides. */
  readonly statement: EntityRecord | null;
  readonly publisherCount: number;
  readonly originCount: number;
}

/** What to read of the records that disagreements are on, and of the evidence of their sides. */
export interface DisagreementShapes {
  readonly entity: EntityShape;
  readonly relation: RelationShape;
  readonly evidence: EvidenceShape;
}

export function disagreementShapes(): DisagreementShapes {
  return { entity: entityShape(), relation: relationShape(), evidence: {} };
}

/** The languages in which a text that the graph has in several is shown, best first. */
interface Reader {
  readonly vocabulary: Vocabulary;
  readonly languages: readonly Language[];
}

/** The size of a page of evidence; further pages of one target are read one by one. */
const EVIDENCE_PAGE = 200;

const SIDES = 'evidence of sides';

/**
 * The disagreements with their sides, in the order of the records, however many there are: one
 * reading of the entities and one of the relations, each with its evidence. An item is null where
 * its targets were deleted in the meantime.
 */
export async function readDisagreements(
  store: Pick<Store, 'read'>,
  records: readonly DisagreementRecord[],
  shapes: DisagreementShapes,
  reader: Reader,
): Promise<(Disagreement | null)[]> {
  const owners = [...new Set(records.flatMap(ownersOf))];
  const [keys, slugs] = [owners.filter(isRelationKey), owners.filter((one) => !isRelationKey(one))];
  const properties = [...new Set(records.map(({ property }) => property ?? ''))];
  const expansion = evidenceOfSides(properties, shapes.evidence);
  const { entity, relation } = shapesWithSides(shapes, properties, expansion);
  const found = await Promise.all([
    slugs.length === 0 ? [] : store.read({ start: 'entities by slug', slugs, shape: entity }),
    keys.length === 0 ? [] : store.read({ start: 'relations by key', keys, shape: relation }),
  ]);
  const byOwner = new Map<string, OwnerOfEvidence>();
  for (const record of found.flat()) {
    const owner = 'key' in record ? record.key : record.slug;
    byOwner.set(owner, { record, evidence: await allEvidence(store, owner, record, expansion) });
  }
  return records.map((record) => withSides(record, byOwner, reader));
}

/** The evidence on the properties that the disagreements are on, each piece with its source. */
function evidenceOfSides(properties: readonly string[], shape: EvidenceShape): EvidenceExpansion {
  return {
    kind: 'evidence',
    key: SIDES,
    onTypes: null,
    question: { of: 'target', properties },
    page: { limit: EVIDENCE_PAGE, backward: false },
    wantsRows: true,
    wantsCount: false,
    evidence: { ...shape, source: shape.source ?? sourceShape() },
  };
}

/** The shapes with what the sides need beside what the caller selects. */
function shapesWithSides(
  { entity, relation }: DisagreementShapes,
  properties: readonly string[],
  expansion: EvidenceExpansion,
): Pick<DisagreementShapes, 'entity' | 'relation'> {
  return {
    entity: {
      // The shown value is read from the entity; relations are always read whole.
      parts: properties.some((property) => property !== '') ? null : entity.parts,
      details: entity.details || properties.some((property) => property.startsWith('description')),
      expansions: new Map([...entity.expansions, [SIDES, expansion]]),
    },
    relation: {
      ...relation,
      expansions: new Map([...relation.expansions, [SIDES, expansion]]),
    },
  };
}

/** A record with all evidence for it on what the disagreements are on. */
interface OwnerOfEvidence {
  readonly record: EntityRecord | RelationRecord;
  readonly evidence: readonly EvidenceRecord[];
}

/** The records whose evidence makes the sides: the target, its rivals, both disputed statements. */
function ownersOf({ kind, target, rivals }: DisagreementRecord): string[] {
  return kind === 'DISPUTED_STATEMENT' ? [target, ...statementsOf(target)] : [target, ...rivals];
}

/** The slugs of disputed statements, from the key of the relation between them. */
function statementsOf(key: string): string[] {
  const [from = '', , to = ''] = key.split('~');
  return [...new Set([from, to])];
}

/** The evidence that was read with a record, and all further pages of it. */
async function allEvidence(
  store: Pick<Store, 'read'>,
  owner: string,
  record: EntityRecord | RelationRecord,
  expansion: EvidenceExpansion,
): Promise<EvidenceRecord[]> {
  const evidence: EvidenceRecord[] = [];
  let page = record.answers?.get(SIDES) as Page<EvidenceRecord> | undefined;
  while (page) {
    evidence.push(...page.rows.map(({ item }) => item));
    const last = page.rows.at(-1);
    if (!page.hasNextPage || !last) break;
    const next = { ...expansion, page: { ...expansion.page, after: last.keyset } };
    const expansions = new Map([[SIDES, next]]);
    const [more] = await (isRelationKey(owner)
      ? store.read({
          start: 'relations by key',
          keys: [owner],
          shape: { ...relationShape(), expansions },
        })
      : store.read({
          start: 'entities by slug',
          slugs: [owner],
          shape: { ...entityShape(), expansions },
        }));
    page = more?.answers?.get(SIDES) as Page<EvidenceRecord> | undefined;
  }
  return evidence;
}

/** Null if its targets were deleted in the meantime. */
function withSides(
  record: DisagreementRecord,
  byOwner: ReadonlyMap<string, OwnerOfEvidence>,
  reader: Reader,
): Disagreement | null {
  const { kind, property } = record;
  // A rival that the graph does not have is known only from the evidence that names it.
  const owners = ownersOf(record).flatMap((owner) => byOwner.get(owner) ?? []);
  const [first] = owners;
  if (!first) return null;
  const sides = {
    PROPERTY: () => valuesOfProperty(first, property ?? '', reader),
    DENIAL: () => denial(first),
    RIVAL_RELATIONS: () => rivals([record.target, ...record.rivals], owners),
    DISPUTED_STATEMENT: () => statements(owners),
  }[kind]();
  return { kind, target: first.record, property, sides: sides.sort(compareSides) };
}

function valuesOfProperty(
  { record, evidence }: OwnerOfEvidence,
  property: string,
  reader: Reader,
): DisagreementSide[] {
  const sides = sidesOfProperty(property, shownValue(record, property, reader), evidence);
  return sides.map((side) => attested(side));
}

function denial({ record, evidence }: OwnerOfEvidence): DisagreementSide[] {
  const isRelation = 'key' in record;
  return sidesOfDenial(isRelation ? record.key : record.slug, evidence).map((side) =>
    attested(side, { relation: side.shown && isRelation ? record : null }),
  );
}

function rivals(keys: readonly string[], owners: readonly OwnerOfEvidence[]): DisagreementSide[] {
  const relations = new Map(
    owners.flatMap(({ record }) => ('key' in record ? [[record.key, record] as const] : [])),
  );
  const evidence = owners.flatMap((owner) => owner.evidence);
  return sidesOfRivals(keys, new Set(relations.keys()), evidence).map((side) =>
    attested(side, { relation: relations.get(side.value ?? '') ?? null }),
  );
}

function statements(owners: readonly OwnerOfEvidence[]): DisagreementSide[] {
  return owners.flatMap(({ record, evidence }) =>
    'key' in record ? [] : [attested(sideOfStatement(evidence), { statement: record })],
  );
}

/** A side with the number of its publishers and origins, and the record that it stands for. */
function attested(
  side: Side<EvidenceRecord>,
  records: Partial<Pick<DisagreementSide, 'relation' | 'statement'>> = {},
): DisagreementSide {
  const sources = new Map(
    side.evidence.flatMap(({ source }) => (source ? [[source.slug, source] as const] : [])),
  );
  const { publisherCount, originCount } = attestationOf(side.evidence, sources);
  return { ...side, relation: null, statement: null, ...records, publisherCount, originCount };
}

function compareSides(a: DisagreementSide, b: DisagreementSide): number {
  const name = ({ value, statement }: DisagreementSide): string => value ?? statement?.slug ?? '';
  return (
    Number(b.shown) - Number(a.shown) ||
    b.originCount - a.originCount ||
    b.publisherCount - a.publisherCount ||
    (name(a) < name(b) ? -1 : 1)
  );
}

/** The value that the graph shows, as text; of a text in several languages, the reader's best. */
function shownValue(
  record: EntityRecord | RelationRecord,
  property: string,
  { vocabulary, languages }: Reader,
): string | null {
  const [name = '', language] = property.split('.');
  if (!('key' in record)) {
    if (name === 'kind') return record.kind;
    const isName = name === 'names' || name === vocabulary.entityTypes[record.type].nameProperty;
    const texts = isName ? record.names : name === 'description' && record.details?.description;
    if (texts) {
      return language === undefined
        ? pickText(texts, undefined, languages)
        : (texts[language as Language] ?? null);
    }
  }
  const value = record.properties[property];
  return value === undefined ? null : String(value);
}
