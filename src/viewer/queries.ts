// Generated from src/viewer/queries/*.graphql by `npm run generate`.

import type { Query } from './ask.js';

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type BeganInput = {
  readonly certainly?: boolean | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type DuringInput = {
  readonly certainly?: boolean | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type EntityFilter = {
  readonly and?: ReadonlyArray<EntityFilter> | null | undefined;
  readonly began?: BeganInput | null | undefined;
  readonly during?: DuringInput | null | undefined;
  readonly kinds?: ReadonlyArray<string> | null | undefined;
  readonly not?: EntityFilter | null | undefined;
  readonly or?: ReadonlyArray<EntityFilter> | null | undefined;
  readonly related?: ReadonlyArray<RelatedFilter> | null | undefined;
  readonly sameAs?: ReadonlyArray<string> | null | undefined;
  readonly slugs?: ReadonlyArray<string> | null | undefined;
  readonly types?: ReadonlyArray<EntityType> | null | undefined;
};

export type EntityType =
  | 'EVENT'
  | 'INSTRUMENT'
  | 'ORGANIZATION'
  | 'PERSON'
  | 'PLACE'
  | 'REPORT'
  | 'STATEMENT'
  | 'TOPIC';

export type Held =
  | 'CERTAINLY'
  | 'NOT'
  | 'POSSIBLY';

export type Language =
  | 'EN'
  | 'KK'
  | 'RU';

export type ParticipationRole =
  | 'CO_ORGANIZER'
  | 'MODERATOR'
  | 'ORGANIZER'
  | 'PARTICIPANT'
  | 'REPRESENTED'
  | 'SPEAKER'
  | 'SUPPORTER';

export type Quantifier =
  | 'EVERY'
  | 'NONE'
  | 'SOME';

export type RelatedFilter = {
  readonly atLeast?: number | null | undefined;
  readonly entity?: EntityFilter | null | undefined;
  readonly quantifier?: Quantifier | null | undefined;
  readonly relation?: RelationFilter | null | undefined;
};

export type RelationDirection =
  | 'BACKWARD'
  | 'EITHER'
  | 'FORWARD';

export type RelationFilter = {
  readonly acts?: ReadonlyArray<TreatyAct> | null | undefined;
  readonly began?: BeganInput | null | undefined;
  readonly contested?: boolean | null | undefined;
  readonly direction?: RelationDirection | null | undefined;
  readonly during?: DuringInput | null | undefined;
  readonly entityTypes?: ReadonlyArray<EntityType> | null | undefined;
  readonly kinds?: ReadonlyArray<SupportKind> | null | undefined;
  readonly maxOrigins?: number | null | undefined;
  readonly maxPublishers?: number | null | undefined;
  readonly minOrigins?: number | null | undefined;
  readonly minPublishers?: number | null | undefined;
  readonly publishedUntil?: string | null | undefined;
  readonly publishers?: ReadonlyArray<string> | null | undefined;
  readonly relationTypes?: ReadonlyArray<RelationType> | null | undefined;
  readonly roles?: ReadonlyArray<ParticipationRole> | null | undefined;
  readonly sources?: ReadonlyArray<string> | null | undefined;
  readonly standing?: ReadonlyArray<Standing> | null | undefined;
  readonly without?: ReadonlyArray<string> | null | undefined;
};

export type RelationType =
  | 'ABOUT'
  | 'ADOPTED'
  | 'BELONGS_TO'
  | 'BROADER'
  | 'COORDINATES'
  | 'DIFFERS_FROM'
  | 'DISPUTES'
  | 'ESTABLISHED_UNDER'
  | 'HELD_IN'
  | 'IMPLEMENTS'
  | 'ISSUED_UNDER'
  | 'LOCATED_IN'
  | 'MADE'
  | 'MADE_AT'
  | 'MEMBER_OF'
  | 'ON_BEHALF_OF'
  | 'PARTICIPATED_IN'
  | 'PARTY_TO'
  | 'PART_OF'
  | 'PRESENTED_AT'
  | 'REPEALS'
  | 'REVIEWED_BY'
  | 'SUBMITTED'
  | 'SUBMITTED_UNDER'
  | 'SUPPLEMENTS'
  | 'SUPPORTS';

export type Stance =
  | 'CONFIRMS'
  | 'CONTRADICTS';

export type Standing =
  | 'DENIED'
  | 'EDITORIAL'
  | 'INFERRED'
  | 'STATED';

export type SupportKind =
  | 'EXPERTISE'
  | 'FUNDING'
  | 'PROJECT';

export type TreatyAct =
  | 'ACCESSION'
  | 'RATIFICATION'
  | 'SIGNATURE';

export type EntityPageQueryVariables = Exact<{
  slug: string;
  filter?: RelationFilter | null | undefined;
  ofAllTypes?: RelationFilter | null | undefined;
  statements?: RelationFilter | null | undefined;
  language?: Language | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  isDuring: boolean;
  isWithStatements: boolean;
  rows: number;
}>;


export type EntityPageQuery = { readonly entity:
    | { readonly startDate: string | null, readonly endDate: string | null, readonly kind: string | null, readonly description: string | null, readonly sameAs: ReadonlyArray<string>, readonly formerSlugs: ReadonlyArray<string>, readonly version: number, readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly statements?: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly about: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } }> }, readonly names: ReadonlyArray<{ readonly language: Language, readonly text: string, readonly editorial: boolean }>, readonly aliases: ReadonlyArray<{ readonly language: Language, readonly text: string }>, readonly disagreements: { readonly totalCount: number }, readonly documents: ReadonlyArray<{ readonly slug: string }>, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }, readonly node: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }> } }
    | { readonly kind: string | null, readonly description: string | null, readonly sameAs: ReadonlyArray<string>, readonly formerSlugs: ReadonlyArray<string>, readonly version: number, readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly names: ReadonlyArray<{ readonly language: Language, readonly text: string, readonly editorial: boolean }>, readonly aliases: ReadonlyArray<{ readonly language: Language, readonly text: string }>, readonly disagreements: { readonly totalCount: number }, readonly documents: ReadonlyArray<{ readonly slug: string }>, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }, readonly node: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }> } }
   | null, readonly network: { readonly truncated: boolean, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly links: ReadonlyArray<{ readonly from: { readonly slug: string }, readonly to: { readonly slug: string }, readonly relations: ReadonlyArray<{ readonly key: string, readonly role: ParticipationRole | null, readonly sentence: string, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly held?: Held, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }>, readonly statements: ReadonlyArray<{ readonly slug: string }> }> } };

export type AroundQueryVariables = Exact<{
  related: RelatedFilter;
}>;


export type AroundQuery = { readonly people: { readonly totalCount: number }, readonly organizations: { readonly totalCount: number }, readonly events: { readonly totalCount: number }, readonly topics: { readonly totalCount: number }, readonly instruments: { readonly totalCount: number }, readonly reports: { readonly totalCount: number }, readonly places: { readonly totalCount: number } };

export type MissingQueryVariables = Exact<{
  slug: string;
  language?: Language | null | undefined;
}>;


export type MissingQuery = { readonly entity: { readonly slug: string } | null, readonly suggestions: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> };

export type NamedFragment = { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null };

export type PartsFragment = { readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null };

export type LineFragment = { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } };

export type DrawnLineFragment = { readonly key: string, readonly role: ParticipationRole | null, readonly sentence: string, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly held?: Held, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } };

export type SheetQueryVariables = Exact<{
  key: string;
  language?: Language | null | undefined;
}>;


export type SheetQuery = { readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }>, readonly rivals: ReadonlyArray<{ readonly key: string, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }> }>, readonly evidence: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly stance: Stance, readonly inferred: boolean, readonly note: string | null, readonly citation: string, readonly source: { readonly slug: string }, readonly selector: { readonly start: number, readonly end: number } | null }> }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } } | null };

export type VocabularyQueryVariables = Exact<{
  language?: Language | null | undefined;
}>;


export type VocabularyQuery = { readonly vocabulary: { readonly entityTypes: ReadonlyArray<{ readonly type: EntityType, readonly label: string, readonly kinds: ReadonlyArray<{ readonly name: string, readonly label: string }> }>, readonly relationTypes: ReadonlyArray<{ readonly type: RelationType, readonly forward: string, readonly backward: string }>, readonly valueLists: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<{ readonly name: string, readonly label: string }> }> } };

export const EntityPage: Query<EntityPageQuery, EntityPageQueryVariables> = {
  name: 'EntityPage',
  text: `query EntityPage($slug: String!, $filter: RelationFilter, $ofAllTypes: RelationFilter, $statements: RelationFilter, $language: Language, $from: PartialDate, $to: PartialDate, $isDuring: Boolean!, $isWithStatements: Boolean!, $rows: Int!) {
  entity(slug: $slug) {
    ...Named
    kind
    names {
      language
      text
      editorial
    }
    aliases {
      language
      text
    }
    description(language: $language)
    sameAs
    formerSlugs
    version
    degree
    disagreements(first: 1) {
      totalCount
    }
    documents {
      slug
    }
    relations(first: 100, filter: $filter) {
      totalCount
      edges {
        relation {
          ...Line
        }
        node {
          ...Named
        }
      }
    }
    ... on Event {
      startDate
      endDate
      statements(first: 60, filter: $statements) @include(if: $isWithStatements) {
        totalCount
        nodes {
          slug
          madeBy(first: 3) {
            nodes {
              ...Named
            }
          }
          about(first: 5) {
            nodes {
              ...Named
            }
          }
        }
      }
    }
  }
  network(
    center: [$slug]
    depth: 1
    fold: STATEMENTS
    filter: $ofAllTypes
    limit: $rows
  ) {
    truncated
    nodes {
      ...Named
    }
    links {
      from {
        slug
      }
      to {
        slug
      }
      relations {
        ...DrawnLine
      }
      statements {
        slug
      }
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}

fragment Line on Relation {
  key
  type
  role
  act
  kind
  title(language: $language)
  dateText(language: $language)
  sentence(language: $language)
  publisherCount
  originCount
  standing
  isContested
  from {
    slug
  }
  to {
    slug
  }
}

fragment DrawnLine on Relation {
  key
  role
  sentence(language: $language)
  originCount
  standing
  isContested
  held(from: $from, to: $to) @include(if: $isDuring)
  period {
    startsEarliest
    startsLatest
    endsEarliest
    endsLatest
  }
  from {
    slug
  }
  to {
    slug
  }
}`,
};

export const Around: Query<AroundQuery, AroundQueryVariables> = {
  name: 'Around',
  text: `query Around($related: RelatedFilter!) {
  people(filter: {related: [$related]}) {
    totalCount
  }
  organizations(filter: {related: [$related]}) {
    totalCount
  }
  events(filter: {related: [$related]}) {
    totalCount
  }
  topics(filter: {related: [$related]}) {
    totalCount
  }
  instruments(filter: {related: [$related]}) {
    totalCount
  }
  reports(filter: {related: [$related]}) {
    totalCount
  }
  places(filter: {related: [$related]}) {
    totalCount
  }
}`,
};

export const Missing: Query<MissingQuery, MissingQueryVariables> = {
  name: 'Missing',
  text: `query Missing($slug: String!, $language: Language) {
  entity(slug: $slug) {
    slug
  }
  suggestions(slug: $slug) {
    ...Named
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const Sheet: Query<SheetQuery, SheetQueryVariables> = {
  name: 'Sheet',
  text: `query Sheet($key: String!, $language: Language) {
  relation(key: $key) {
    ...Line
    sentenceParts(language: $language) {
      ...Parts
    }
    rivals {
      key
      sentenceParts(language: $language) {
        ...Parts
      }
    }
    evidence(first: 10) {
      totalCount
      nodes {
        stance
        inferred
        note
        citation(language: $language)
        source {
          slug
        }
        selector {
          start
          end
        }
      }
    }
  }
}

fragment Line on Relation {
  key
  type
  role
  act
  kind
  title(language: $language)
  dateText(language: $language)
  sentence(language: $language)
  publisherCount
  originCount
  standing
  isContested
  from {
    slug
  }
  to {
    slug
  }
}

fragment Parts on TextPart {
  text
  language
  entity {
    slug
  }
}`,
};

export const Vocabulary: Query<VocabularyQuery, VocabularyQueryVariables> = {
  name: 'Vocabulary',
  text: `query Vocabulary($language: Language) {
  vocabulary {
    entityTypes {
      type
      label(language: $language)
      kinds {
        name
        label(language: $language)
      }
    }
    relationTypes {
      type
      forward: label(language: $language)
      backward: label(language: $language, direction: BACKWARD)
    }
    valueLists {
      name
      values {
        name
        label(language: $language)
      }
    }
  }
}`,
};
