import type { JoinRecord } from '../model/records.js';
import type { EvidenceEntry, RelationEntry, SourceEntry } from './entries.js';

/**
 * The slugs that documents have joined: all that is said of a former slug is read as said of the one
 * that it is merged into.
 */
export class Joins {
  private readonly targets = new Map<string, string>();
  private readonly formers = new Map<string, string[]>();

  constructor(joins: readonly JoinRecord[]) {
    for (const { slug, into } of joins) {
      // Several documents may state the same join.
      if (this.targets.has(slug)) continue;
      this.targets.set(slug, into);
      this.formers.set(into, [...(this.formers.get(into) ?? []), slug]);
    }
  }

  /** Returns the slug that a slug is read as. */
  into(slug: string): string {
    return this.targets.get(slug) ?? slug;
  }

  /** Returns the slugs that are read as a slug: itself, and the former ones. */
  slugsInto(slug: string): readonly string[] {
    return [slug, ...(this.formers.get(slug) ?? [])];
  }

  /** Returns the relation key that a key is read as. */
  keyInto(key: string): string {
    const [from = '', type = '', to = '', ...rest] = key.split('~');
    return [this.into(from), type, this.into(to), ...rest].join('~');
  }

  /** Returns the relation keys that are read as a key. */
  keysInto(key: string): readonly string[] {
    const [from = '', type = '', to = '', ...rest] = key.split('~');
    return this.slugsInto(from).flatMap((near) =>
      this.slugsInto(to).map((far) => [near, type, far, ...rest].join('~')),
    );
  }

  /** Returns the former slugs whose target differs between these joins and others. */
  changedSince(before: Joins): readonly string[] {
    const all = new Set([...this.targets.keys(), ...before.targets.keys()]);
    return [...all].filter((slug) => this.targets.get(slug) !== before.targets.get(slug));
  }

  /** Returns a source as it is read. */
  source(entry: SourceEntry): SourceEntry {
    if (this.targets.size === 0) return entry;
    const { publisher, informers } = entry;
    return {
      ...entry,
      publisher: this.into(publisher),
      ...(informers ? { informers: informers.map((slug) => this.into(slug)) } : {}),
    };
  }

  /** Returns a relation as it is read. Its evidence may name a rival by a former key. */
  relation(entry: RelationEntry): RelationEntry {
    if (this.targets.size === 0) return entry;
    const { from, to, evidence } = entry;
    return {
      ...entry,
      from: this.into(from),
      to: this.into(to),
      ...(evidence ? { evidence: evidence.map((piece) => this.evidence(piece)) } : {}),
    };
  }

  private evidence(piece: EvidenceEntry): EvidenceEntry {
    const { property, value } = piece;
    if (property !== undefined || typeof value !== 'string' || !value.includes('~')) return piece;
    return { ...piece, value: this.keyInto(value) };
  }
}
