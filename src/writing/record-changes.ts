import type { EntityRecord, RelationRecord, SourceRecord } from '../model/records.js';
import { statedEntity, statedRelation, type ChangeSet } from './change-set.js';
import type { Difference } from './record-table.js';

/** One value of a record before and after a change; null where it has none. */
export interface ValueChange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What a change of documents means for one record. */
export interface RecordChange {
  readonly change: 'added' | 'changed' | 'removed';
  readonly kind: 'source' | 'entity' | 'relation';
  /** The slug or the relation key. */
  readonly key: string;
  /** The values that change, by name, such as `names.en`; none of a record that is added or removed. */
  readonly values: Readonly<Record<string, ValueChange>>;
  /** The pieces of evidence for it that are added and removed. */
  readonly evidence: { readonly added: number; readonly removed: number };
}

/** Returns what changes, record by record, without what only follows from other records. */
export function recordChanges({
  sources,
  entities,
  relations,
  evidence,
}: ChangeSet): readonly RecordChange[] {
  const pieces = new Map<string, { added: number; removed: number }>();
  const count = (target: string, by: 'added' | 'removed'): void => {
    const known = pieces.get(target) ?? { added: 0, removed: 0 };
    pieces.set(target, { ...known, [by]: known[by] + 1 });
  };
  for (const { target } of evidence.added) count(target, 'added');
  for (const { target } of evidence.removed) count(target, 'removed');
  const changes = [
    ...changesOf(
      'source',
      sources,
      ({ slug }: SourceRecord) => slug,
      (source) => source,
    ),
    ...changesOf('entity', entities, ({ slug }: EntityRecord) => slug, statedEntity),
    ...changesOf('relation', relations, ({ key }: RelationRecord) => key, statedRelation),
  ].map((change) => ({ ...change, evidence: pieces.get(change.key) ?? NO_EVIDENCE }));
  const listed = new Set(changes.filter(({ kind }) => kind !== 'source').map(({ key }) => key));
  const onlyEvidence = [...pieces]
    .filter(([target]) => !listed.has(target))
    .map(([key, counts]) => ({
      change: 'changed' as const,
      kind: key.includes('~') ? ('relation' as const) : ('entity' as const),
      key,
      values: {},
      evidence: counts,
    }));
  return [...changes, ...onlyEvidence].filter(
    ({ change, values, evidence: { added, removed } }) =>
      change !== 'changed' || Object.keys(values).length > 0 || added > 0 || removed > 0,
  );
}

const NO_EVIDENCE = { added: 0, removed: 0 };

function changesOf<T extends object>(
  kind: RecordChange['kind'],
  { added, changed, removed }: Difference<T>,
  keyOf: (record: T) => string,
  stated: (record: T) => object,
): Omit<RecordChange, 'evidence'>[] {
  return [
    ...added.map((record) => ({ change: 'added' as const, kind, key: keyOf(record), values: {} })),
    ...changed.map(({ before, now }) => ({
      change: 'changed' as const,
      kind,
      key: keyOf(now),
      values: valueChanges(flat(stated(before)), flat(stated(now))),
    })),
    ...removed.map((record) => ({
      change: 'removed' as const,
      kind,
      key: keyOf(record),
      values: {},
    })),
  ];
}

function valueChanges(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Record<string, ValueChange> {
  const names = [...new Set([...before.keys(), ...now.keys()])];
  return Object.fromEntries(
    names
      .filter((name) => before.get(name) !== now.get(name))
      .map((name) => [name, { from: before.get(name) ?? null, to: now.get(name) ?? null }]),
  );
}

/** The parts of a record that only hold others, and do not name them. */
const CONTAINERS = new Set(['properties', 'details']);

type Part = string | number | boolean | null | readonly string[] | { readonly [key: string]: Part };

/** Returns the values of nested objects as text by their path, such as `names.en`. */
function flat(value: object, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, part] of Object.entries(value) as [string, Part][]) {
    const inner = CONTAINERS.has(key) ? path : path === '' ? key : `${path}.${key}`;
    if (part === null) continue;
    if (Array.isArray(part)) {
      if (part.length > 0) found.set(inner, part.join(', '));
    } else if (typeof part === 'object') {
      for (const [name, text] of flat(part, inner)) found.set(name, text);
    } else found.set(inner, String(part));
  }
  return found;
}
