import { JoinedSlugs } from '../model/joined-slugs.js';
import type { EntityEntry, EvidenceEntry, RelationEntry, SourceEntry } from './entries.js';

/** The joins of a graph, with how entries are read by them. */
export class Joins extends JoinedSlugs {
  /** Returns the former slugs whose target differs between these joins and others. */
  changedSince(before: Joins): readonly string[] {
    const all = new Set([...this.targets.keys(), ...before.targets.keys()]);
    return [...all].filter((slug) => this.targets.get(slug) !== before.targets.get(slug));
  }

  /** Returns a source as it is read. */
  source(entry: SourceEntry): SourceEntry {
    if (this.isEmpty) return entry;
    const { publisher, informers } = entry;
    return {
      ...entry,
      publisher: this.into(publisher),
      ...(informers ? { informers: informers.map((slug) => this.into(slug)) } : {}),
    };
  }

  /** Returns an entity as it is read. */
  entity(entry: EntityEntry): EntityEntry {
    const { differentFrom } = entry;
    if (this.isEmpty || !differentFrom) return entry;
    return { ...entry, differentFrom: differentFrom.map((slug) => this.into(slug)) };
  }

  /** Returns a relation as it is read. Its evidence may name a rival by a former key. */
  relation(entry: RelationEntry): RelationEntry {
    if (this.isEmpty) return entry;
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
