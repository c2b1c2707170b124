import type { Properties } from '../model/records.js';
import { languages } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { citationOf } from '../wording/citation.js';
import { textOf } from '../wording/text-part.js';
import { aboutLines, type About } from './about.js';
import { periodOf, publishersOf } from './columns.js';
import type {
  ExportedEntity,
  ExportedEvidence,
  ExportedGraph,
  ExportedRelation,
  ExportedSource,
} from './exported-graph.js';
import { CONTEXT_PATH, propertyTerm, publicTerm } from './json-ld-context.js';
import { propertiesInOrder, textInOrder } from './in-order.js';
import { jsonEntries } from './json-text.js';

type Node = Readonly<Record<string, unknown>>;

/**
 * Writes JSON-LD. A relation is a node of its own, `rdf:Statement`, with its evidence as Web
 * Annotations. It is a triple as well only if sources state it and none denies it: a triple has no
 * room for a doubt.
 */
export async function* jsonLd(graph: ExportedGraph): AsyncGenerator<string> {
  const { origin } = graph;
  const context = [`${origin}${CONTEXT_PATH}`, { '@base': `${origin}/` }];
  yield `{"@context": ${JSON.stringify(context)},\n"@graph": [`;
  yield* jsonEntries(nodesOf(graph), (node) => node);
  yield ']}\n';
}

async function* nodesOf(graph: ExportedGraph): AsyncGenerator<readonly Node[]> {
  yield [datasetNode(graph.about)];
  for await (const entities of graph.entities())
    yield entities.map((entity) => entityNode(entity, graph));
  for await (const relations of graph.relations())
    yield relations.flatMap((relation) => [
      relationNode(relation, graph),
      ...triplesOf(relation, graph.vocabulary),
    ]);
  for await (const sources of graph.sources()) yield sources.map(sourceNode);
}

function datasetNode(about: About): Node {
  return {
    '@id': about.address,
    '@type': 'schema:Dataset',
    name: about.title,
    about: aboutLines(about).map(([name, text]) => `${name}: ${text}`),
    exportedOn: about.exportedOn,
    entityCount: about.entityCount,
    relationCount: about.relationCount,
  };
}

function entityNode({ record, label, evidence }: ExportedEntity, graph: ExportedGraph): Node {
  const { slug, type, kind, names, properties, time, degree, details } = record;
  const { term, nameProperty } = graph.vocabulary.entityTypes[type];
  const { aliases, description, sameAs } = details;
  const { [nameProperty ?? '']: _name, ...own } = properties;
  return {
    '@id': entityId(slug),
    '@type': [type, term],
    ...(kind === null ? {} : { kind }),
    label,
    names: textInOrder(names),
    ...filled('aliases', inLanguages(aliases)),
    ...filled('description', textInOrder(description)),
    ...filled('sameAs', sameAs),
    degree,
    ...periodOf(time, { start: 'earliest', end: 'latest' }),
    ...ownProperties(own),
    ...filled(
      'evidence',
      evidence.map((piece) => annotation(piece, graph)),
    ),
  };
}

function relationNode(relation: ExportedRelation, graph: ExportedGraph): Node {
  const { key, type, fromSlug, toSlug, properties, time, ...record } = relation.record;
  return {
    '@id': relationId(key),
    '@type': 'rdf:Statement',
    subject: entityId(fromSlug),
    predicate: type,
    object: entityId(toSlug),
    sentence: { '@value': textOf(relation.sentence), '@language': graph.language },
    standing: record.standing,
    contested: record.isContested,
    publisherCount: record.publisherCount,
    originCount: record.originCount,
    ...filled('publishers', publishersOf(relation).map(entityId)),
    ...filled('sources', record.sources.map(sourceId)),
    ...periodOf(time, { start: 'earliest', end: 'latest' }),
    ...ownProperties(properties),
    ...filled(
      'evidence',
      relation.evidence.map((piece) => annotation(piece, graph)),
    ),
  };
}

/** Returns the relation as triples: in the terms of Kenes, and of a public vocabulary. */
function triplesOf({ record }: ExportedRelation, vocabulary: Vocabulary): readonly Node[] {
  const { type, fromSlug, toSlug, standing, isContested } = record;
  if (standing !== 'STATED' || isContested) return [];
  const [from, to] = [entityId(fromSlug), entityId(toSlug)];
  const own = { '@id': from, [type]: { '@id': to } };
  const known = publicTerm(type, vocabulary);
  if (!known) return [own];
  const [first, second] = known.isBackward ? [to, from] : [from, to];
  return [own, { '@id': first, [known.term]: { '@id': second } }];
}

/** Returns evidence as an annotation of a source, whose body is what it says. */
function annotation(cited: ExportedEvidence, { language }: ExportedGraph): Node {
  const { position, property, stance, inferred, value, note } = cited.evidence;
  return {
    '@type': 'oa:Annotation',
    target: {
      '@type': 'oa:SpecificResource',
      source: sourceId(cited.source.slug),
      ...(position && {
        selector: {
          '@type': 'oa:TextPositionSelector',
          start: position.start,
          end: position.end,
          sha256: position.sha256,
        },
      }),
    },
    stance,
    inferred,
    ...(property === null ? {} : { property }),
    ...(value === null ? {} : { value }),
    ...(note === null ? {} : { note }),
    citation: { '@value': citationOf(cited, language), '@language': language },
  };
}

function sourceNode({ record, publisher }: ExportedSource): Node {
  const { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs } = record;
  return {
    '@id': sourceId(slug),
    '@type': 'Source',
    ...(title === null ? {} : { title }),
    ...filled('urls', urls),
    ...(language === null ? {} : { inLanguage: language }),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(kind === null ? {} : { kind }),
    publishers: entityId(publisherSlug),
    publisherName: publisher,
    ...filled('informers', informerSlugs.map(entityId)),
  };
}

function ownProperties(properties: Properties): Node {
  const named = propertiesInOrder(properties).map(([name, value]) => [propertyTerm(name), value]);
  return Object.fromEntries(named) as Node;
}

function inLanguages(texts: Readonly<Partial<Record<string, readonly string[]>>>): Node[] {
  return languages.flatMap((language) =>
    (texts[language] ?? []).map((text) => ({ '@value': text, '@language': language })),
  );
}

function filled(name: string, value: object): Node {
  return Object.keys(value).length === 0 ? {} : { [name]: value };
}

function entityId(slug: string): string {
  return `e/${slug}`;
}

function relationId(key: string): string {
  return `r/${encodeURIComponent(key)}`;
}

function sourceId(slug: string): string {
  return `s/${slug}`;
}
