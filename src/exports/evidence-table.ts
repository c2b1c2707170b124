import type { Language } from '../vocabulary/languages.js';
import { citationOf } from '../wording/citation.js';
import { count, flag, text, type Column } from './column.js';
import type { ExportedEvidence, ExportedGraph } from './exported-graph.js';

/** Returns the columns of evidence, for formats that have a table of it. */
export function evidenceColumns(language: Language): Column<ExportedEvidence>[] {
  return [
    text(
      'target',
      'The slug of an entity or the key of a relation.',
      (cited) => cited.evidence.target,
    ),
    text(
      'property',
      'The property that it is on; empty for the whole.',
      (cited) => cited.evidence.property,
    ),
    text('stance', 'CONFIRMS or CONTRADICTS.', (cited) => cited.evidence.stance),
    flag('inferred', 'Whether the source only implies it.', (cited) => cited.evidence.inferred),
    text(
      'value',
      'The value that the source has for the property, or the relation that it states instead.',
      (cited) => cited.evidence.value,
    ),
    text('source', 'The slug of the source.', (cited) => cited.source.slug),
    text('publisher', 'The slug of its publisher.', (cited) => cited.source.publisherSlug),
    count(
      'start',
      'The first character of the passage in the source, from 0.',
      (cited) => cited.evidence.position?.start ?? null,
    ),
    count(
      'end',
      'The character after the passage.',
      (cited) => cited.evidence.position?.end ?? null,
    ),
    text(
      'sha256',
      'The digest of the passage.',
      (cited) => cited.evidence.position?.sha256 ?? null,
    ),
    text('note', 'What the editors note.', (cited) => cited.evidence.note),
    text('citation', 'Where it is to be found.', (cited) => citationOf(cited, language)),
  ];
}

/** Returns all evidence, first of entities, then of relations. */
export async function* allEvidence(
  graph: ExportedGraph,
): AsyncGenerator<readonly ExportedEvidence[]> {
  for await (const entities of graph.entities()) yield entities.flatMap(({ evidence }) => evidence);
  for await (const relations of graph.relations())
    yield relations.flatMap(({ evidence }) => evidence);
}
