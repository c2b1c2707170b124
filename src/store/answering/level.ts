import type { EntityShape, EvidenceShape, RelationShape, SourceShape } from '../reading.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';

/** Records whose expansions are still to be read, with what is wanted of them. */
export class Level {
  readonly entities: (readonly [EntityShape, readonly EntityRecord[]])[] = [];
  readonly relations: (readonly [RelationShape, readonly RelationRecord[]])[] = [];
  readonly evidence: (readonly [EvidenceShape, readonly EvidenceRecord[]])[] = [];
  readonly sources: (readonly [SourceShape, readonly SourceRecord[]])[] = [];

  addEntities(shape: EntityShape, records: readonly EntityRecord[]): void {
    if (records.length > 0 && (shape.details || shape.expansions.size > 0))
      this.entities.push([shape, records]);
  }

  addRelations(shape: RelationShape, records: readonly RelationRecord[]): void {
    const wanted = shape.from ?? shape.to ?? (shape.expansions.size > 0 || undefined);
    if (records.length > 0 && wanted) this.relations.push([shape, records]);
  }

  addEvidence(shape: EvidenceShape, records: readonly EvidenceRecord[]): void {
    if (records.length > 0 && (shape.source ?? shape.target)) this.evidence.push([shape, records]);
  }

  addSources(shape: SourceShape, records: readonly SourceRecord[]): void {
    const wanted = shape.publisher ?? shape.informers ?? (shape.expansions.size > 0 || undefined);
    if (records.length > 0 && wanted) this.sources.push([shape, records]);
  }

  isEmpty(): boolean {
    return [this.entities, this.relations, this.evidence, this.sources].every(
      (list) => list.length === 0,
    );
  }
}
