import { nameIn } from '../../src/values/localized-text.js';
import {
  isRelationKey,
  recordsOfDisagreement,
  type DisagreementRecord,
} from '../../src/model/records.js';
import type { Answers } from '../../src/store/answers.js';
import type { Page } from '../../src/store/page.js';
import {
  entityParts,
  evidenceParts,
  relationParts,
  sourceParts,
  type EntityExpansion,
  type EntityShape,
  type EvidenceShape,
  type GraphShape,
  type Parts,
  type Reading,
  type RelationShape,
  type SourceExpansion,
  type SourceShape,
  type Start,
} from '../../src/store/reading.js';
import {
  ownValue,
  type EntityRow,
  type EvidenceRow,
  type PathRow,
  type RelationRow,
  type SourceRow,
} from '../../src/store/rows.js';
import type { Found, ReadingResult } from '../../src/store/store.js';
import type { Language } from '../../src/vocabulary/languages.js';

// Turns the result of a reading into one nested value, which tests compare: rows with their
// selected parts, the records that they refer to, and the answers of their expansions.

type Nested = Record<string, unknown>;

/** The starts that find records of the graph, and not what is kept of its documents. */
export type GraphStart = Exclude<
  Start,
  | 'documents by slug'
  | 'page of documents'
  | 'documents of records'
  | 'dates of sources'
  | 'ends of relations'
  | 'rivals of relations'
  | 'numbers of the fallen'
  | 'joins'
  | 'former slugs'
>;

/** Returns linked records and answers of expansions, from a reading or from the reference. */
export interface Expander {
  entity(shape: EntityShape, slug: string): EntityRow | undefined;
  relation(shape: RelationShape, key: string): RelationRow | undefined;
  source(shape: SourceShape, slug: string): SourceRow | undefined;
  expand(
    expansion: EntityExpansion | SourceExpansion,
    owner: string,
  ): Page<unknown> | number | undefined;
}

/** Returns the selected parts of a row by name, with its slug and its type. */
function selected(row: EntityRow, parts: Parts<string>): Nested {
  const all = parts ?? new Set<string>(entityParts);
  const { slug, type } = row;
  return { slug, type, ...partsOf(row, all) };
}

function partsOf(row: EntityRow | RelationRow, parts: ReadonlySet<string>): Nested {
  return Object.fromEntries(
    [...parts].map((part) => {
      if (part.startsWith('own ')) return [part, ownValue(row, part.slice('own '.length))];
      if (part.startsWith('name ') && 'slug' in row) return [part, shownName(row, part)];
      if (part === 'ends' && 'key' in row) return [part, [row.fromType, row.toType]];
      return [part, valueIn(row, part)];
    }),
  );
}

function valueIn(row: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(row)).get(name);
}

function shownName({ names, details, name }: EntityRow, part: string): string | null | undefined {
  const chain = part.slice('name '.length);
  const languages = chain.split(' ') as Language[];
  if (names && details) return nameIn({ names, aliases: details.aliases }, languages)?.text ?? null;
  return name?.languages === chain ? name.text : undefined;
}

interface GraphRows {
  readonly entities: readonly EntityRow[];
  readonly relations: readonly RelationRow[];
}

/** Nests rows by their shapes. An expander supplies linked records and answers of expansions. */
export class Nesting {
  constructor(private readonly expander: Expander) {}

  entity(row: EntityRow, shape: EntityShape): Nested {
    return {
      ...selected(row, shape.parts),
      answers: this.answers(shape.expansions, row.slug, row),
    };
  }

  relation(row: RelationRow, shape: RelationShape): Nested {
    const { key, type, fromSlug, toSlug } = row;
    return {
      key,
      type,
      fromSlug,
      toSlug,
      ...partsOf(row, shape.parts ?? new Set<string>(relationParts)),
      ...(shape.from && { from: this.linked(shape.from, fromSlug) }),
      ...(shape.to && { to: this.linked(shape.to, toSlug) }),
      ...(shape.sources && { sourceRecords: this.linkedSources(shape.sources, row) }),
      answers: this.answers(shape.expansions, key),
    };
  }

  private linkedSources(shape: SourceShape, { sources = [] }: RelationRow): unknown[] {
    return sources.map((slug) => this.linkedSource(shape, slug));
  }

  evidence(row: EvidenceRow, { parts, source, target }: EvidenceShape): Nested {
    const { id, property, sourceSlug, stance } = row;
    const all = parts ?? new Set<string>(evidenceParts);
    const named = [...all].map((part) => [part, valueIn(row, part)]);
    return {
      id,
      target: row.target,
      property,
      sourceSlug,
      stance,
      ...(Object.fromEntries(named) as Nested),
      ...(source && { source: this.linkedSource(source, sourceSlug) }),
      ...(target && {
        targetRecord: isRelationKey(row.target)
          ? this.linkedRelation(target.relation, row.target)
          : this.linked(target.entity, row.target),
      }),
    };
  }

  source(row: SourceRow, shape: SourceShape): Nested {
    const names: Readonly<Record<string, string>> = {
      publisher: 'publisherSlug',
      informers: 'informerSlugs',
    };
    const all = shape.parts ?? new Set<string>(sourceParts);
    const named = [...all].map((part) => [part, valueIn(row, names[part] ?? part)]);
    const { publisher, informers } = shape;
    return {
      slug: row.slug,
      ...(Object.fromEntries(named) as Nested),
      ...(publisher && { publisherRecord: this.linked(publisher, row.publisherSlug!) }),
      ...(informers && {
        informerRecords: row.informerSlugs!.map((slug) => this.linked(informers, slug)),
      }),
      answers: this.answers(shape.expansions, row.slug),
    };
  }

  path({ entities, hops }: PathRow, shape: GraphShape) {
    return {
      entities: entities.map((row) => this.entity(row, shape.entities)),
      hops: hops.map(({ relations, count }) => ({
        relations: relations.map((row) => ({
          ...this.relation(row, shape.relations),
          counts: [row.publisherCount, row.originCount],
        })),
        count,
      })),
    };
  }

  graph({ entities, relations }: GraphRows, shape: GraphShape) {
    return {
      entities: entities.map((row) => this.entity(row, shape.entities)),
      relations: relations.map((row) => this.relation(row, shape.relations)),
    };
  }

  /** Nests the records that disagreements are about, as far as the graph has them. */
  disagreements(found: readonly DisagreementRecord[], shape: GraphShape): Nested {
    const records = new Set(found.flatMap(recordsOfDisagreement));
    return Object.fromEntries(
      [...records]
        .sort()
        .map((record) => [
          record,
          isRelationKey(record)
            ? this.linkedRelation(shape.relations, record)
            : this.linked(shape.entities, record),
        ]),
    );
  }

  private linked(shape: EntityShape, slug: string): Nested | undefined {
    const row = this.expander.entity(shape, slug);
    return row && this.entity(row, shape);
  }

  private linkedRelation(shape: RelationShape, key: string): Nested | undefined {
    const row = this.expander.relation(shape, key);
    return row && this.relation(row, shape);
  }

  private linkedSource(shape: SourceShape, slug: string): Nested | undefined {
    const row = this.expander.source(shape, slug);
    return row && this.source(row, shape);
  }

  private answers(
    expansions: ReadonlyMap<string, EntityExpansion | SourceExpansion>,
    owner: string,
    entity?: EntityRow,
  ): Nested {
    const answers: Nested = {};
    for (const [key, expansion] of expansions) {
      const onTypes = 'onTypes' in expansion ? expansion.onTypes : null;
      if (entity && onTypes && !onTypes.has(entity.type)) continue;
      answers[key] = this.answer(expansion, this.expander.expand(expansion, owner));
    }
    return answers;
  }

  private answer(expansion: EntityExpansion | SourceExpansion, answer: unknown): unknown {
    if (typeof answer !== 'object' || answer === null) return answer;
    const page = answer as Page<never>;
    return mapItems(page, (item) => this.item(expansion, item));
  }

  private item(expansion: EntityExpansion | SourceExpansion, item: never): unknown {
    switch (expansion.kind) {
      case 'related': {
        const { relation, entity } = item as { relation: RelationRow; entity: EntityRow };
        return {
          relation: this.relation(relation, expansion.relation),
          entity: this.entity(entity, expansion.entity),
        };
      }
      case 'evidence':
        return this.evidence(item, expansion.evidence);
      case 'sole support':
        return this.relation(item, expansion.relation);
      case 'related count':
        return item;
    }
  }
}

function mapItems<T, R>(page: Page<T>, of: (item: T) => R): Page<R> {
  return { ...page, rows: page.rows.map(({ item, keyset }) => ({ item: of(item), keyset })) };
}

/** Nests the result of a reading. */
export function nested(reading: Reading<GraphStart>, result: ReadingResult<Start>): unknown {
  return nestedFound(reading, result.found, new Nesting(ofAnswers(result.answers)));
}

function ofAnswers(answers: Answers): Expander {
  return {
    entity: (shape, slug) => answers.entity(shape, slug),
    relation: (shape, key) => answers.relation(shape, key),
    source: (shape, slug) => answers.source(shape, slug),
    expand: (expansion, owner) => {
      switch (expansion.kind) {
        case 'related':
          return answers.of('related', expansion, owner);
        case 'related count':
          return answers.of('related count', expansion, owner);
        case 'evidence':
          return answers.of('evidence', expansion, owner);
        case 'sole support':
          return answers.of('sole support', expansion, owner);
      }
    },
  };
}

/** Nests the rows that a reading found; also those of the reference, which finds whole records. */
export function nestedFound(
  reading: Reading<GraphStart>,
  found: unknown,
  nesting: Nesting,
): unknown {
  switch (reading.start) {
    case 'entities by slug':
      return (found as Found['entities by slug']).map((row) => nesting.entity(row, reading.shape));
    case 'relations by key':
      return (found as Found['relations by key']).map((row) =>
        nesting.relation(row, reading.shape),
      );
    case 'evidence by id':
      return (found as Found['evidence by id']).map((row) => nesting.evidence(row, reading.shape));
    case 'sources by slug':
      return (found as Found['sources by slug']).map((row) => nesting.source(row, reading.shape));
    case 'page of entities':
      return mapItems(found as Found['page of entities'], (row) =>
        nesting.entity(row, reading.shape),
      );
    case 'page of relations':
      return mapItems(found as Found['page of relations'], (row) =>
        nesting.relation(row, reading.shape),
      );
    case 'page of sources':
      return mapItems(found as Found['page of sources'], (row) =>
        nesting.source(row, reading.shape),
      );
    case 'page of interlocks':
      return mapItems(found as Found['page of interlocks'], ({ entity, weight }) => ({
        entity: nesting.entity(entity, reading.shape),
        weight,
      }));
    case 'page of disagreements': {
      const page = found as Found['page of disagreements'];
      const records = page.rows.map(({ item }) => item);
      return { ...page, records: nesting.disagreements(records, reading.shape) };
    }
    case 'paths': {
      const { paths, truncation } = found as Found['paths'];
      return { paths: paths.map((path) => nesting.path(path, reading.shape)), truncation };
    }
    case 'network': {
      const { truncation, ...part } = found as Found['network'];
      return { ...nesting.graph(part, reading.shape), truncation };
    }
    case 'witnesses':
      return new Map(
        [...(found as Found['witnesses'])].map(([other, page]) => [
          other,
          mapItems(page, ({ entity, relations }) =>
            nesting.graph({ entities: [entity], relations }, reading.shape),
          ),
        ]),
      );
  }
}
