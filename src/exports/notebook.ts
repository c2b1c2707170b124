import { citationOf } from '../wording/citation.js';
import { languages, type Language } from '../vocabulary/languages.js';
import { valuesOf } from './column.js';
import { entityColumns, publishersOf, relationColumns, weightOf } from './columns.js';
import type { ExportedEvidence, ExportedGraph } from './exported-graph.js';
import { textInOrder } from './in-order.js';
import { jsonEntries } from './json-text.js';

/**
 * Writes one JSON of nodes and edges, with lists and evidence as they are. D3 draws it, and
 * `node_link_graph` of NetworkX reads it.
 */
export async function* notebook(graph: ExportedGraph): AsyncGenerator<string> {
  const { about, vocabulary, language } = graph;
  const nodeColumns = entityColumns(vocabulary, language);
  const edgeColumns = relationColumns(vocabulary, language);
  yield `{"directed": true, "multigraph": true, "graph": ${JSON.stringify(about)},\n"nodes": [`;
  yield* jsonEntries(graph.entities(), (entity) => ({
    id: entity.record.slug,
    label: entity.label,
    ...valuesOf(entity, nodeColumns),
    names: textInOrder(entity.record.names),
    aliases: languages.flatMap((one) => entity.record.details.aliases[one] ?? []),
    sameAs: entity.record.details.sameAs,
    evidence: entity.evidence.map((piece) => evidenceOf(piece, language)),
  }));
  yield '], "edges": [';
  yield* jsonEntries(graph.relations(), (relation) => ({
    id: relation.record.key,
    source: relation.record.fromSlug,
    target: relation.record.toSlug,
    weight: weightOf(relation),
    ...valuesOf(relation, edgeColumns),
    publishers: publishersOf(relation),
    sources: relation.record.sources,
    evidence: relation.evidence.map((piece) => evidenceOf(piece, language)),
  }));
  yield ']}\n';
}

function evidenceOf(cited: ExportedEvidence, language: Language) {
  const { sourceSlug, property, stance, inferred, value, position, note } = cited.evidence;
  return {
    source: sourceSlug,
    publisher: cited.publisher.slug,
    property,
    stance,
    inferred,
    value,
    position,
    note,
    citation: citationOf(cited, language),
  };
}
