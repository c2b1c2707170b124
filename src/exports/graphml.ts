import { aboutLines } from './about.js';
import type { Column } from './column.js';
import { entityColumns, relationColumns, weightOf } from './columns.js';
import type { ExportedEntity, ExportedGraph, ExportedRelation } from './exported-graph.js';
import { emptyElement, xmlAttributes, xmlText } from './xml.js';

/** Writes GraphML (http://graphml.graphdrawing.org), for igraph, R, yEd and TinkerPop. */
export async function* graphml(graph: ExportedGraph): AsyncGenerator<string> {
  const { about, vocabulary, language } = graph;
  const nodeKeys = keysOf(nodeColumns(entityColumns(vocabulary, language)), 'n');
  const edgeKeys = keysOf(edgeColumns(relationColumns(vocabulary, language)), 'e');
  const facts = aboutLines(about).map(([name, text], index) => ({ id: `g${index}`, name, text }));
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...facts.map(({ id, name }) => declaration(id, 'graph', name, 'string')),
    ...nodeKeys.map(({ id, name, type }) => declaration(id, 'node', name, types[type])),
    ...edgeKeys.map(({ id, name, type }) => declaration(id, 'edge', name, types[type])),
    '<graph id="kenes" edgedefault="directed">',
    ...facts.map(({ id, text }) => `<data key="${id}">${xmlText(text)}</data>`),
    '',
  ].join('\n');
  for await (const entities of graph.entities())
    yield entities.map((entity) => node(entity, nodeKeys)).join('');
  for await (const relations of graph.relations())
    yield relations.map((relation) => edge(relation, edgeKeys)).join('');
  yield '</graph>\n</graphml>\n';
}

/** A column with the id by which its values name it. */
interface Key<R> extends Column<R> {
  readonly id: string;
}

const types = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' } as const;

function keysOf<R>(columns: readonly Column<R>[], prefix: string): readonly Key<R>[] {
  return columns.map((column, index) => ({ ...column, id: `${prefix}${index}` }));
}

function nodeColumns(columns: readonly Column<ExportedEntity>[]): Column<ExportedEntity>[] {
  const label = { name: 'label', type: 'string', description: 'Its name.' } as const;
  return [{ ...label, of: (entity) => entity.label }, ...columns];
}

function edgeColumns(columns: readonly Column<ExportedRelation>[]): Column<ExportedRelation>[] {
  const weight = { name: 'weight', type: 'double', description: 'Its weight.' } as const;
  return [...columns, { ...weight, of: weightOf }];
}

function declaration(id: string, of: string, name: string, type: string): string {
  return emptyElement('key', { id, for: of, 'attr.name': name, 'attr.type': type });
}

function node(entity: ExportedEntity, keys: readonly Key<ExportedEntity>[]): string {
  return `<node${xmlAttributes({ id: entity.record.slug })}>${data(entity, keys)}</node>\n`;
}

function edge(relation: ExportedRelation, keys: readonly Key<ExportedRelation>[]): string {
  const { key: id, fromSlug: source, toSlug: target } = relation.record;
  return `<edge${xmlAttributes({ id, source, target })}>${data(relation, keys)}</edge>\n`;
}

function data<R>(record: R, keys: readonly Key<R>[]): string {
  let text = '';
  for (const { id, of } of keys) {
    const value = of(record);
    if (value !== null) text += `<data key="${id}">${xmlText(String(value))}</data>`;
  }
  return text;
}
