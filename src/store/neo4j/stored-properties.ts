import neo4j, { type Integer } from 'neo4j-driver';
import { foldName } from '../../values/folded-name.js';
import { languages } from '../../vocabulary/languages.js';
import type { PropertyDefinitions } from '../../vocabulary/properties.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { disagreementOf, namesRival } from '../../model/disagreement.js';
import type {
  DocumentRecord,
  EntityRecord,
  EntryRecord,
  EvidenceRecord,
  Properties,
  RelationRecord,
  SourceRecord,
  Time,
} from '../../model/records.js';
import {
  dateFirst,
  evidenceKeyset,
  foldedDescriptions,
  searchedTexts,
  sortKeys,
} from '../engine/stored-values.js';
import { entityPropertyName, relationPropertyName, textPropertyName } from './stored-names.js';

/** The properties of a node or relation. One that is null is not there. */
export type StoredProperties = Readonly<Record<string, StoredValue>>;

type StoredValue = string | number | boolean | Integer | readonly string[] | null;

export function entityProperties(entity: EntityRecord, vocabulary: Vocabulary): StoredProperties {
  const { slug, type, kind, version, degree, details } = entity;
  const sort = sortKeys(entity);
  const described = foldedDescriptions(entity);
  const properties: Record<string, StoredValue> = {
    slug,
    type,
    kind,
    version: neo4j.int(version),
    degree: neo4j.int(degree),
    // A bar after each text: else Lucene finds the last word of one and the first of the next together.
    folded: searchedTexts(entity).flatMap((text) => [text, '|']),
    sameAs: details.sameAs,
    differentFrom: details.differentFrom ?? null,
    editorial: details.editorial,
    ...timeProperties(entity.time),
    ...ownProperties(
      entity.properties,
      vocabulary.entityTypes[type].properties,
      entityPropertyName,
    ),
  };
  for (const language of languages) {
    properties[`name_${language}`] = entity.names[language] ?? null;
    properties[`sort_${language}`] = sort[language];
    properties[`aliases_${language}`] = details.aliases[language] ?? null;
    properties[`description_${language}`] = details.description[language] ?? null;
    properties[`foldedDescription_${language}`] = described[language] ?? null;
  }
  return properties;
}

/** The properties that are derived from an entity's relations; the others stay. */
export function derivedProperties({ slug, version, degree, time }: EntityRecord): StoredProperties {
  return {
    slug,
    version: neo4j.int(version),
    degree: neo4j.int(degree),
    ...timeProperties(time),
  };
}

export function relationProperties(
  relation: RelationRecord,
  vocabulary: Vocabulary,
): StoredProperties {
  const { key, type, fromSlug, toSlug, fromType, toType, version, sources } = relation;
  const definitions = vocabulary.relationTypes[type]?.properties ?? {};
  return {
    key,
    fromSlug,
    toSlug,
    fromType,
    toType,
    version: neo4j.int(version),
    sources,
    publisherCount: neo4j.int(relation.publisherCount),
    originCount: neo4j.int(relation.originCount),
    standing: relation.standing,
    isContested: relation.isContested,
    ...timeProperties(relation.time),
    ...ownProperties(relation.properties, definitions, relationPropertyName),
  };
}

export function sourceProperties(source: SourceRecord): StoredProperties {
  const { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text } =
    source;
  return {
    slug,
    title,
    urls,
    language,
    publishedAt,
    kind,
    publisher: publisherSlug,
    informers: informerSlugs,
    textLength: text && neo4j.int(text.length),
    textSha256: text && text.sha256,
  };
}

export function evidenceProperties(evidence: EvidenceRecord): StoredProperties {
  const { id, target, property, sourceSlug, stance, value, preferred, inferred, note, position } =
    evidence;
  return {
    id,
    target,
    property: property ?? '',
    sourceSlug,
    stance,
    value,
    preferred,
    inferred,
    note,
    start: position && neo4j.int(position.start),
    end: position && neo4j.int(position.end),
    sha256: position && position.sha256,
    place: evidenceKeyset(evidence),
    foldedNote: note === null ? null : foldName(note),
    ...disagreementOf(evidence),
    rival: namesRival(evidence) ? value : null,
  };
}

export function documentProperties({
  slug,
  entryCount,
  defaults,
}: DocumentRecord): StoredProperties {
  return { slug, entryCount: neo4j.int(entryCount), defaults };
}

export function entryProperties(entry: EntryRecord): StoredProperties {
  const { document, kind, key, place, line, column, mergedInto, content } = entry;
  return {
    id: entryId(entry),
    document,
    kind,
    key,
    place: neo4j.int(place),
    line: line === null ? null : neo4j.int(line),
    column: column === null ? null : neo4j.int(column),
    mergedInto,
    content,
  };
}

/** Returns the identity of an entry. Neither part has a blank. */
export function entryId({
  document,
  kind,
  key,
}: Pick<EntryRecord, 'document' | 'kind' | 'key'>): string {
  return `${document} ${kind} ${key}`;
}

function timeProperties(time: Time): StoredProperties {
  return {
    startEarliest: neo4j.int(time.startEarliest),
    startLatest: neo4j.int(time.startLatest),
    endEarliest: neo4j.int(time.endEarliest),
    endLatest: neo4j.int(time.endLatest),
    dateFirst: neo4j.int(dateFirst(time)),
  };
}

/** A number in JavaScript is a float in Neo4j, so what is an integer is said to be one. */
function ownProperties(
  properties: Properties,
  definitions: PropertyDefinitions,
  storedName: (name: string) => string,
): StoredProperties {
  const found: Record<string, StoredValue> = {};
  for (const [name, value] of Object.entries(properties)) {
    const own = storedName(name);
    if (typeof value === 'object') {
      for (const language of languages)
        found[textPropertyName(own, language)] = value[language] ?? null;
    } else found[own] = definitions[name]?.type === 'integer' ? neo4j.int(value) : value;
  }
  return found;
}
