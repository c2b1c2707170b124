import { aboutLines } from './about.js';
import type { Column } from './column.js';
import { END, entityColumns, relationColumns, START, weightOf } from './columns.js';
import type { ExportedEntity, ExportedGraph, ExportedRelation } from './exported-graph.js';
import { emptyElement, xmlAttributes, xmlText } from './xml.js';

/**
 * Writes GEXF 1.3 (https://gexf.net), for Gephi, Gephi Lite and NetworkX. It is dynamic: a node or
 * an edge has `start` and `end` as far as they are known, and without both is always there. The type
 * of a relation is the `kind` of its edge, since `type` says whether an edge is directed.
 */
export async function* gexf(graph: ExportedGraph): AsyncGenerator<string> {
  const { about, vocabulary, language } = graph;
  const nodeColumns = attributes(entityColumns(vocabulary, language));
  const edgeColumns = attributes(relationColumns(vocabulary, language));
  const description = aboutLines(about).map(([name, text]) => `${name}: ${text}`);
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    // Readers look for this very name: with `www.`, NetworkX finds no graph.
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<meta lastmodifieddate="${about.exportedOn}">`,
    `<creator>${xmlText(about.version)}</creator>`,
    `<description>${xmlText(description.join('\n'))}</description>`,
    '</meta>',
    '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">',
    declaration('node', nodeColumns),
    declaration('edge', edgeColumns),
    `<nodes count="${about.entityCount}">\n`,
  ].join('\n');
  for await (const entities of graph.entities())
    yield entities.map((entity) => node(entity, nodeColumns)).join('');
  yield `</nodes>\n<edges count="${about.relationCount}">\n`;
  for await (const relations of graph.relations())
    yield relations.map((relation) => edge(relation, edgeColumns)).join('');
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** A column that is an attribute, with the id by which its values name it. */
interface Attribute<R> extends Column<R> {
  readonly id: string;
}

interface Attributes<R> {
  readonly label: Column<R>['of'];
  readonly start: Column<R>['of'];
  readonly end: Column<R>['of'];
  readonly others: readonly Attribute<R>[];
}

/** Tells the label and the time of a record from its other columns: GEXF has its own names for them. */
function attributes<R>(columns: readonly Column<R>[]): Attributes<R> {
  const named = (wanted: string): Column<R>['of'] =>
    columns.find(({ name }) => name === wanted)?.of ?? (() => null);
  const others = columns.filter(({ name }) => ![START, END, 'label'].includes(name));
  return {
    label: named('label'),
    start: named(START),
    end: named(END),
    // A number: graphology takes any other id for the title.
    others: others.map((column, index) => ({ ...column, id: String(index) })),
  };
}

function declaration<R>(className: 'node' | 'edge', { others }: Attributes<R>): string {
  const lines = others.map(({ id, name, type }) =>
    emptyElement('attribute', { id, title: name, type }),
  );
  return [`<attributes class="${className}">`, ...lines, '</attributes>'].join('\n');
}

function node(entity: ExportedEntity, { start, end, others }: Attributes<ExportedEntity>): string {
  const own = {
    id: entity.record.slug,
    label: entity.label,
    start: start(entity),
    end: end(entity),
  };
  return `<node${xmlAttributes(own)}>${values(entity, others)}</node>\n`;
}

function edge(
  relation: ExportedRelation,
  { label, start, end, others }: Attributes<ExportedRelation>,
): string {
  const { key, type, fromSlug, toSlug } = relation.record;
  const own = {
    id: key,
    source: fromSlug,
    target: toSlug,
    kind: type,
    label: String(label(relation)),
    weight: weightOf(relation),
    start: start(relation),
    end: end(relation),
  };
  return `<edge${xmlAttributes(own)}>${values(relation, others)}</edge>\n`;
}

function values<R>(record: R, columns: readonly Attribute<R>[]): string {
  let text = '<attvalues>';
  for (const { id, of } of columns) {
    const value = of(record);
    if (value !== null) text += `<attvalue for="${id}" value="${xmlText(String(value))}"/>`;
  }
  return `${text}</attvalues>`;
}
