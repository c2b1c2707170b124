import { aboutLines } from './about.js';
import { valuesOf, type ColumnValue } from './column.js';
import { entityColumns, relationColumns } from './columns.js';
import type { ExportedGraph } from './exported-graph.js';

/** Writes DOT (https://graphviz.org/doc/info/lang.html), for pictures that Graphviz lays out. */
export async function* dot(graph: ExportedGraph): AsyncGenerator<string> {
  const { about, vocabulary, language } = graph;
  const nodeColumns = entityColumns(vocabulary, language).filter(({ name }) => !TAKEN.has(name));
  const edgeColumns = relationColumns(vocabulary, language).filter(({ name }) => !TAKEN.has(name));
  const comment = aboutLines(about)
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n');
  yield `digraph kenes {\ncomment=${quotedId(comment)}\nrankdir=LR\nnode [shape=box]\n`;
  for await (const entities of graph.entities()) {
    const lines = entities.map((entity) => {
      const values = { label: entity.label, ...valuesOf(entity, nodeColumns) };
      return `${quotedId(entity.record.slug)} ${attributes(values)}\n`;
    });
    yield lines.join('');
  }
  for await (const relations of graph.relations()) {
    const lines = relations.map((relation) => {
      const { key: id, fromSlug, toSlug, standing, isContested } = relation.record;
      const style = isContested ? 'dashed' : standing === 'STATED' ? 'solid' : 'dotted';
      const values = { id, style, ...valuesOf(relation, edgeColumns) };
      return `${quotedId(fromSlug)} -> ${quotedId(toSlug)} ${attributes(values)}\n`;
    });
    yield lines.join('');
  }
  yield '}\n';
}

/** Columns whose names mean something else to Graphviz. */
const TAKEN = new Set(['start', 'style', 'model']);

function attributes(values: Readonly<Record<string, ColumnValue>>): string {
  const written = Object.entries(values).map(
    ([name, value]) => `${name}=${quotedId(String(value))}`,
  );
  return `[${written.join(' ')}]`;
}

/**
 * Writes text as an ID in quotation marks. A backslash begins an escape in labels, and so does an
 * ampersand an entity of HTML: both are written as what they are.
 */
function quotedId(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\0', '\u{FFFD}');
  return `"${escaped}"`;
}
