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

/** What sources do not agree on, with all sides. */
export interface Disagreement {
  readonly kind: DisagreementKind;
  readonly target: EntityRecord | RelationRecord;
  readonly property: string | null;
  /** What the graph shows first; then by origins and publishers, most first, then by value. */
  readonly sides: readonly DisagreementSide[];
}

export interface DisagreementSide {
  readonly value: string | null;
  /** The rival; null also where the graph does not have it. */
  readonly relation: RelationRecord | null;
  readonly statement: EntityRecord | null;
  readonly shown: boolean;
  readonly evidence: readonly EvidenceRecord[];
  readonly publisherCount: number;
  readonly originCount: number;
}

/** What is wanted of the records that disagreements are on, and of the evidence of their sides. */
export interface DisagreementShapes {
  readonly entity: EntityShape;
  readonly relation: RelationShape;
  readonly evidence: EvidenceShape;
}

export function disagreementShapes(): DisagreementShapes {
  return { entity: entityShape(), relation: relationShape(), evidence: {} };
}

/** How texts without a language of their own are shown. */
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
  return records.map((record) => disagreementOf(record, byOwner, reader));
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

interface OwnerOfEvidence {
  readonly record: EntityRecord | RelationRecord;
  readonly evidence: readonly EvidenceRecord[];
}

/** What has the evidence of the sides: what it is on, its rivals, the two statements of a dispute. */
function ownersOf({ kind, target, rivals }: DisagreementRecord): string[] {
  return kind === 'DISPUTED_STATEMENT' ? [target, ...statementsOf(target)] : [target, ...rivals];
}

/** The ends of the relation between disputed statements. */
function statementsOf(key: string): string[] {
  const [from = '', , to = ''] = key.split('~');
  return [...new Set([from, to])];
}

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
function disagreementOf(
  record: DisagreementRecord,
  byOwner: ReadonlyMap<string, OwnerOfEvidence>,
  reader: Reader,
): Disagreement | null {
  const { kind, property } = record;
  // Rivals that the graph does not have are known from what they rule out.
  const owners = ownersOf(record).flatMap((owner) => byOwner.get(owner) ?? []);
  const [first] = owners;
  if (!first) return null;
  const sides = {
    PROPERTY: () => sidesOfProperty(first, property ?? '', reader),
    DENIAL: () => sidesOfDenial(first),
    RIVAL_RELATIONS: () => sidesOfRivals([record.target, ...record.rivals], owners),
    DISPUTED_STATEMENT: () => sidesOfDispute(owners),
  }[kind]();
  return { kind, target: first.record, property, sides: sides.sort(compareSides) };
}

function sidesOfProperty(
  { record, evidence }: OwnerOfEvidence,
  property: string,
  reader: Reader,
): DisagreementSide[] {
  return sidesByValue(
    shownValue(record, property, reader),
    evidence.filter((piece) => piece.property === property),
  );
}

/** The thing itself, and what denies it without a rival. */
function sidesOfDenial({ record, evidence }: OwnerOfEvidence): DisagreementSide[] {
  const name = 'key' in record ? record.key : record.slug;
  return sidesByValue(
    name,
    evidence.filter(
      ({ property, stance, value }) =>
        property === null &&
        (stance === 'CONFIRMS' || value === name || !isRival(value) || !isRelationKey(name)),
    ),
  ).map((one) => (one.shown && 'key' in record ? { ...one, relation: record } : one));
}

function isRival(value: string | null): boolean {
  return value !== null && isRelationKey(value);
}

/** What confirms is on the side of the shown value, also where it gives a wider date. */
function sidesByValue(
  shown: string | null,
  evidence: readonly EvidenceRecord[],
): DisagreementSide[] {
  const confirming = evidence.filter(({ stance }) => stance === 'CONFIRMS');
  const others = evidence.filter(({ stance }) => stance === 'CONTRADICTS');
  const values = new Set(others.map(({ value }) => value));
  const isShown = shown !== null || confirming.length > 0;
  return [
    ...(isShown ? [side({ value: shown, shown: true }, confirming)] : []),
    ...[...values].map((value) =>
      side(
        { value, shown: false },
        others.filter((piece) => piece.value === value),
      ),
    ),
  ];
}

/** What confirms a relation, and what rules out one of its rivals for it. */
function sidesOfRivals(
  keys: readonly string[],
  owners: readonly OwnerOfEvidence[],
): DisagreementSide[] {
  const evidence = owners.flatMap((owner) => owner.evidence).filter(onTheWhole);
  return keys.map((key) => {
    const owner = owners.find(({ record }) => 'key' in record && record.key === key);
    const relation = owner ? (owner.record as RelationRecord) : null;
    return side(
      { value: key, shown: relation !== null, relation },
      evidence.filter(({ target, stance, value }) =>
        stance === 'CONFIRMS' ? target === key : value === key,
      ),
    );
  });
}

function sidesOfDispute(owners: readonly OwnerOfEvidence[]): DisagreementSide[] {
  return owners.flatMap(({ record, evidence }) =>
    'key' in record
      ? []
      : [
          side(
            { value: null, shown: true, statement: record },
            evidence.filter((piece) => onTheWhole(piece) && piece.stance === 'CONFIRMS'),
          ),
        ],
  );
}

function onTheWhole({ property }: EvidenceRecord): boolean {
  return property === null;
}

function side(
  what: Pick<DisagreementSide, 'value' | 'shown'> &
    Partial<Pick<DisagreementSide, 'relation' | 'statement'>>,
  evidence: readonly EvidenceRecord[],
): DisagreementSide {
  const sources = new Map(
    evidence.flatMap(({ source }) => (source ? [[source.slug, source] as const] : [])),
  );
  const { publisherCount, originCount } = attestationOf(evidence, sources);
  return { relation: null, statement: null, ...what, evidence, publisherCount, originCount };
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

/** The value that the graph shows, as text; of text in several languages the one that is read best. */
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
