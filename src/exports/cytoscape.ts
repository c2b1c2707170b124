import { valuesOf } from './column.js';
import { entityColumns, relationColumns, weightOf } from './columns.js';
import type { ExportedGraph } from './exported-graph.js';
import type { FormatOptions } from './format.js';
import { jsonEntries } from './json-text.js';
import { notebook } from './notebook.js';

/** Writes the JSON of Cytoscape and Cytoscape.js, or with `for=notebook` that for notebooks. */
export async function* cytoscape(
  graph: ExportedGraph,
  options: FormatOptions = {},
): AsyncGenerator<string> {
  if (options.for === 'notebook') {
    yield* notebook(graph);
    return;
  }
  const { about, vocabulary, language } = graph;
  const nodeColumns = entityColumns(vocabulary, language);
  const edgeColumns = relationColumns(vocabulary, language);
  const data = { name: about.title, ...about };
  yield `{"format_version": "1.0", "generated_by": ${JSON.stringify(about.version)}, "target_cytoscapejs_version": "~3.35",\n`;
  yield `"data": ${JSON.stringify(data)},\n"elements": {"nodes": [`;
  yield* jsonEntries(graph.entities(), (entity) => ({
    // `name` is what the program on the desktop shows, `label` what all other formats have.
    data: {
      id: entity.record.slug,
      name: entity.label,
      label: entity.label,
      ...valuesOf(entity, nodeColumns),
    },
  }));
  yield '], "edges": [';
  yield* jsonEntries(graph.relations(), (relation) => ({
    data: {
      id: relation.record.key,
      source: relation.record.fromSlug,
      target: relation.record.toSlug,
      weight: weightOf(relation),
      ...valuesOf(relation, edgeColumns),
    },
  }));
  yield ']}}\n';
}
