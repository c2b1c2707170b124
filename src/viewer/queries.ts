// Generated from src/viewer/queries/*.graphql by `npm run generate`.

import type { Query } from './ask.js';

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type BeganInput = {
  readonly certainly?: boolean | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type CentralityMeasure =
  | 'BETWEENNESS'
  | 'DEGREE'
  | 'PAGERANK';

export type DisagreementKind =
  | 'DENIAL'
  | 'DISPUTED_STATEMENT'
  | 'PROPERTY'
  | 'RIVAL_RELATIONS';

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

export type SourceFilter = {
  readonly during?: DuringInput | null | undefined;
  readonly informers?: ReadonlyArray<string> | null | undefined;
  readonly kinds?: ReadonlyArray<string> | null | undefined;
  readonly languages?: ReadonlyArray<string> | null | undefined;
  readonly publishers?: ReadonlyArray<string> | null | undefined;
};

export type Stance =
  | 'CONFIRMS'
  | 'CONTRADICTS';

export type Standing =
  | 'DENIED'
  | 'EDITORIAL'
  | 'INFERRED'
  | 'STATED';

export type StatementAct =
  | 'ASKED'
  | 'NOTED'
  | 'PRAISED'
  | 'RECALLED'
  | 'REPORTED'
  | 'STRESSED'
  | 'URGED'
  | 'WELCOMED';

export type SupportKind =
  | 'EXPERTISE'
  | 'FUNDING'
  | 'PROJECT';

export type TreatyAct =
  | 'ACCESSION'
  | 'RATIFICATION'
  | 'SIGNATURE';

export type TruncationReason =
  | 'EFFORT'
  | 'LIMIT';

export type AboutQueryVariables = Exact<{
  language?: Language | null | undefined;
}>;


export type AboutQuery = { readonly vocabulary: { readonly entityTypes: ReadonlyArray<{ readonly type: EntityType, readonly label: string, readonly kinds: ReadonlyArray<{ readonly label: string }> }>, readonly relationTypes: ReadonlyArray<{ readonly type: RelationType, readonly label: string, readonly ends: ReadonlyArray<{ readonly from: ReadonlyArray<EntityType>, readonly to: ReadonlyArray<EntityType> }> }> } };

export type SourceNameQueryVariables = Exact<{
  slug: string;
  language?: Language | null | undefined;
}>;


export type SourceNameQuery = { readonly source: { readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } | null };

export type FallenQueryVariables = Exact<{
  slug: string;
  all?: RelationFilter | null | undefined;
  left?: RelationFilter | null | undefined;
}>;


export type FallenQuery = { readonly entity: { readonly all: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly id: string, readonly key: string } }> }, readonly left: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string } }> } } | null };

export type SentencesQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
  language?: Language | null | undefined;
}>;


export type SentencesQuery = { readonly nodes: ReadonlyArray<{ readonly key: string, readonly sentence: string } | null> };

export type SourcesOfQueryVariables = Exact<{
  filter: SourceFilter;
}>;


export type SourcesOfQuery = { readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly publisher: { readonly slug: string }, readonly informers: ReadonlyArray<{ readonly slug: string }> }> } };

export type ClaimsPageQueryVariables = Exact<{
  filter?: RelationFilter | null | undefined;
  stated?: RelationFilter | null | undefined;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type ClaimsPageQuery = { readonly relations: { readonly totalCount: number }, readonly stated: { readonly totalCount: number }, readonly sources: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly soleSupportOf: { readonly totalCount: number }, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }> } };

export type ClaimsOfSourceQueryVariables = Exact<{
  slug: string;
  filter?: RelationFilter | null | undefined;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type ClaimsOfSourceQuery = { readonly source: { readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly soleSupportOf: { readonly totalCount: number }, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } | null, readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }>, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }> } };

export type DisagreementsPageQueryVariables = Exact<{
  targets?: ReadonlyArray<string> | string | null | undefined;
  kinds?: ReadonlyArray<DisagreementKind> | DisagreementKind | null | undefined;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
  language?: Language | null | undefined;
}>;


export type DisagreementsPageQuery = { readonly disagreements: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly kind: DisagreementKind, readonly property: string | null, readonly target:
        | (
          { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }
          & { readonly __typename: 'Event' | 'Instrument' | 'Organization' | 'Person' | 'Place' | 'Report' | 'Statement' | 'Topic' }
        )
        | (
          { readonly key: string, readonly sentence: string, readonly from: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly to: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }
          & { readonly __typename: 'Relation' }
        )
      , readonly sides: ReadonlyArray<{ readonly value: string | null, readonly shown: boolean, readonly publisherCount: number, readonly originCount: number, readonly relation: { readonly key: string, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly label: string, readonly from: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly to: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } } | null, readonly statement: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } } | null, readonly evidence: ReadonlyArray<{ readonly value: string | null, readonly stance: Stance, readonly inferred: boolean, readonly note: string | null, readonly citationParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null }>, readonly selector: { readonly start: number, readonly end: number } | null, readonly source: { readonly slug: string } }> }> }> } };

export type DocumentPageQueryVariables = Exact<{
  slug: string;
  language?: Language | null | undefined;
}>;


export type DocumentPageQuery = { readonly document: { readonly slug: string, readonly entryCount: number } | null, readonly source: { readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } | null };

export type EntityDossierQueryVariables = Exact<{
  slug: string;
  filter?: RelationFilter | null | undefined;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type EntityDossierQuery = { readonly entity: { readonly kind: string | null, readonly version: number, readonly description: string | null, readonly sameAs: ReadonlyArray<string>, readonly formerSlugs: ReadonlyArray<string>, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly names: ReadonlyArray<{ readonly language: Language, readonly text: string, readonly editorial: boolean }>, readonly aliases: ReadonlyArray<{ readonly language: Language, readonly text: string }>, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly evidence: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly stance: Stance, readonly inferred: boolean, readonly citation: string }> }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type EntityPageQueryVariables = Exact<{
  slug: string;
  filter?: RelationFilter | null | undefined;
  ofAllTypes?: RelationFilter | null | undefined;
  statements?: RelationFilter | null | undefined;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  language?: Language | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  isDuring: boolean;
  isWithStatements: boolean;
  rows: number;
}>;


export type EntityPageQuery = { readonly entity:
    | { readonly startDate: string | null, readonly endDate: string | null, readonly kind: string | null, readonly description: string | null, readonly sameAs: ReadonlyArray<string>, readonly formerSlugs: ReadonlyArray<string>, readonly version: number, readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly statements?: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly about: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } }> }, readonly names: ReadonlyArray<{ readonly language: Language, readonly text: string, readonly editorial: boolean }>, readonly aliases: ReadonlyArray<{ readonly language: Language, readonly text: string }>, readonly differentFrom: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly disagreements: { readonly totalCount: number }, readonly documents: ReadonlyArray<{ readonly slug: string }>, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }, readonly node: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }> } }
    | { readonly kind: string | null, readonly description: string | null, readonly sameAs: ReadonlyArray<string>, readonly formerSlugs: ReadonlyArray<string>, readonly version: number, readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly names: ReadonlyArray<{ readonly language: Language, readonly text: string, readonly editorial: boolean }>, readonly aliases: ReadonlyArray<{ readonly language: Language, readonly text: string }>, readonly differentFrom: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly disagreements: { readonly totalCount: number }, readonly documents: ReadonlyArray<{ readonly slug: string }>, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }, readonly node: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }> } }
   | null, readonly network: { readonly truncated: boolean, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly links: ReadonlyArray<{ readonly from: { readonly slug: string }, readonly to: { readonly slug: string }, readonly relations: ReadonlyArray<{ readonly key: string, readonly role: ParticipationRole | null, readonly sentence: string, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly held?: Held, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }>, readonly statements: ReadonlyArray<{ readonly slug: string }> }> } };

export type AroundQueryVariables = Exact<{
  related: RelatedFilter;
}>;


export type AroundQuery = { readonly people: { readonly totalCount: number }, readonly organizations: { readonly totalCount: number }, readonly events: { readonly totalCount: number }, readonly topics: { readonly totalCount: number }, readonly instruments: { readonly totalCount: number }, readonly reports: { readonly totalCount: number }, readonly places: { readonly totalCount: number } };

export type HomePageQueryVariables = Exact<{
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type HomePageQuery = { readonly graphInfo: { readonly sourceCount: number, readonly evidenceCount: number, readonly documentCount: number, readonly entityCounts: ReadonlyArray<{ readonly type: EntityType, readonly count: number }>, readonly relationCounts: ReadonlyArray<{ readonly count: number }> }, readonly disagreements: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: DisagreementKind, readonly property: string | null, readonly target:
        | { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }
        | { readonly key: string, readonly sentence: string }
       }> }, readonly events: { readonly nodes: ReadonlyArray<{ readonly dateText: string | null, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } };

export type CentralityQueryVariables = Exact<{
  measure: CentralityMeasure;
  filter?: RelationFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type CentralityQuery = { readonly centrality: { readonly nodeCount: number, readonly relationCount: number, readonly sample: { readonly nodeCount: number, readonly seed: number } | null, readonly edges: ReadonlyArray<{ readonly rank: number, readonly score: number, readonly node: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }> } };

export type CommunitiesQueryVariables = Exact<{
  filter?: RelationFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type CommunitiesQuery = { readonly communities: { readonly nodeCount: number, readonly relationCount: number, readonly modularity: number | null, readonly seed: number, readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly number: number, readonly size: number, readonly entities: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } }> } };

export type MissingQueryVariables = Exact<{
  slug: string;
  language?: Language | null | undefined;
}>;


export type MissingQuery = { readonly entity: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } | null, readonly suggestions: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> };

export type NetworkLadderQueryVariables = Exact<{
  center?: ReadonlyArray<string> | string | null | undefined;
  depth: number;
  filter?: RelationFilter | null | undefined;
  limit: number;
  language?: Language | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  isDuring: boolean;
  isWithStatements: boolean;
  heard: EntityFilter;
  statements?: RelationFilter | null | undefined;
}>;


export type NetworkLadderQuery = { readonly heard?: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly about: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } }> }, readonly network: { readonly truncated: boolean, readonly reason: TruncationReason | null, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly links: ReadonlyArray<{ readonly from: { readonly slug: string }, readonly to: { readonly slug: string }, readonly relations: ReadonlyArray<{ readonly key: string, readonly role: ParticipationRole | null, readonly sentence: string, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly held?: Held, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }>, readonly statements: ReadonlyArray<{ readonly slug: string }> }> } };

export type NetworkTablesQueryVariables = Exact<{
  center?: ReadonlyArray<string> | string | null | undefined;
  depth: number;
  filter?: RelationFilter | null | undefined;
  limit: number;
  language?: Language | null | undefined;
  isWithStatements: boolean;
  heard: EntityFilter;
  statements?: RelationFilter | null | undefined;
}>;


export type NetworkTablesQuery = { readonly heard?: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly about: { readonly nodes: ReadonlyArray<{ readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } }> }, readonly network: { readonly truncated: boolean, readonly reason: TruncationReason | null, readonly nodes: ReadonlyArray<{ readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly links: ReadonlyArray<{ readonly from: { readonly slug: string }, readonly to: { readonly slug: string }, readonly relations: ReadonlyArray<{ readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly standing: Standing, readonly isContested: boolean, readonly publisherCount: number, readonly originCount: number }>, readonly statements: ReadonlyArray<{ readonly slug: string }> }> } };

export type ExtentFragment = { readonly truncated: boolean, readonly reason: TruncationReason | null };

export type WebQueryVariables = Exact<{
  center?: ReadonlyArray<string> | string | null | undefined;
  depth: number;
  filter?: RelationFilter | null | undefined;
  limit: number;
  language?: Language | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  isDuring: boolean;
  isWithStatements: boolean;
  heard: EntityFilter;
  statements?: RelationFilter | null | undefined;
}>;


export type WebQuery = { readonly heard?: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string }> }, readonly about: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string }> } }> }, readonly network: { readonly truncated: boolean, readonly reason: TruncationReason | null, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string }>, readonly links: ReadonlyArray<{ readonly count: number, readonly from: { readonly slug: string }, readonly to: { readonly slug: string }, readonly relations: ReadonlyArray<{ readonly standing: Standing, readonly originCount: number, readonly isContested: boolean, readonly held?: Held }> }> } };

export type NamedFragment = { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null };

export type PartsFragment = { readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null };

export type MarkedFragment = { readonly text: string, readonly language: Language | null };

export type ExplainedFragment = { readonly sentenceNumber: number | null, readonly citationNumber: number | null, readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null };

export type LineFragment = { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } };

export type DrawnLineFragment = { readonly key: string, readonly role: ParticipationRole | null, readonly sentence: string, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly held?: Held, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } };

export type SourcedFragment = { readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> };

export type HeardFragment = { readonly slug: string, readonly madeBy: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly about: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } };

export type PassageFragment = { readonly stance: Stance, readonly inferred: boolean, readonly note: string | null, readonly citationParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null }>, readonly selector: { readonly start: number, readonly end: number } | null, readonly source: { readonly slug: string } };

export type PathEndsQueryVariables = Exact<{
  start: string;
  end: string;
  language?: Language | null | undefined;
}>;


export type PathEndsQuery = { readonly start: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } | null, readonly end: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } | null };

export type CandidatesQueryVariables = Exact<{
  query: string;
  language?: Language | null | undefined;
}>;


export type CandidatesQuery = { readonly search: { readonly edges: ReadonlyArray<{ readonly matchedName: string, readonly matchedLanguage: Language | null, readonly node: { readonly kind: string | null, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }> } };

export type PathsPageQueryVariables = Exact<{
  start: string;
  end: string;
  filter?: RelationFilter | null | undefined;
  maxLength: number;
  limit: number;
  language?: Language | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  isDuring: boolean;
}>;


export type PathsPageQuery = { readonly paths: { readonly truncated: boolean, readonly reason: TruncationReason | null, readonly paths: ReadonlyArray<{ readonly length: number, readonly entities: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly relations: ReadonlyArray<{ readonly key: string }>, readonly hops: ReadonlyArray<{ readonly relationCount: number, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly publisherCount: number, readonly key: string, readonly role: ParticipationRole | null, readonly sentence: string, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly held?: Held, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }> }>, readonly explanationParts: ReadonlyArray<{ readonly sentenceNumber: number | null, readonly citationNumber: number | null, readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }> }> } };

export type PathCountQueryVariables = Exact<{
  start: string;
  end: string;
  filter?: RelationFilter | null | undefined;
  maxLength: number;
}>;


export type PathCountQuery = { readonly paths: { readonly truncated: boolean, readonly reason: TruncationReason | null, readonly paths: ReadonlyArray<{ readonly length: number }> } };

export type PositionsPageQueryVariables = Exact<{
  slug: string;
  about?: string | null | undefined;
  event?: string | null | undefined;
  acts?: ReadonlyArray<StatementAct> | StatementAct | null | undefined;
  during?: DuringInput | null | undefined;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  left?: RelationFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type PositionsPageQuery = { readonly entity: { readonly kind: string | null, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } | null, readonly positions: { readonly event: { readonly startDate: string | null, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } | null, readonly topics: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly statements: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly date: string | null, readonly act: StatementAct | null, readonly actors: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly onBehalfOf: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }>, readonly statement: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly madeAt: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly evidence: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly stance: Stance, readonly inferred: boolean, readonly note: string | null, readonly citationParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null }>, readonly selector: { readonly start: number, readonly end: number } | null, readonly source: { readonly slug: string } }> } } }> }, readonly silent: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } } };

export type QuestionsQueryVariables = Exact<{
  language?: Language | null | undefined;
}>;


export type QuestionsQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly events: { readonly nodes: ReadonlyArray<{ readonly startDate: string | null, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> }, readonly topics: { readonly nodes: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } };

export type ToldFragment = { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }>, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } };

export type RelationPageQueryVariables = Exact<{
  key: string;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type RelationPageQuery = { readonly relation: { readonly version: number, readonly difference: string | null, readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly period: { readonly startsEarliest: string | null, readonly startsLatest: string | null, readonly endsEarliest: string | null, readonly endsLatest: string | null }, readonly from: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly to: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly documents: ReadonlyArray<{ readonly slug: string }>, readonly rivals: ReadonlyArray<{ readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }>, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } }>, readonly evidence: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly stance: Stance, readonly inferred: boolean, readonly property: string | null, readonly value: string | null, readonly note: string | null, readonly citation: string, readonly selector: { readonly start: number, readonly end: number } | null, readonly source: { readonly urls: ReadonlyArray<string>, readonly publishedAt: string | null, readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }> } | null };

export type RelationWithoutQueryVariables = Exact<{
  from: ReadonlyArray<string> | string;
  to: ReadonlyArray<string> | string;
  after?: string | null | undefined;
  filter?: RelationFilter | null | undefined;
}>;


export type RelationWithoutQuery = { readonly relations: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RelationsBetweenQueryVariables = Exact<{
  from: ReadonlyArray<string> | string;
  to: ReadonlyArray<string> | string;
  language?: Language | null | undefined;
}>;


export type RelationsBetweenQuery = { readonly relations: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly sentence: string }> } };

export type CitedFragment = { readonly stance: Stance, readonly inferred: boolean, readonly property: string | null, readonly value: string | null, readonly note: string | null, readonly citation: string, readonly selector: { readonly start: number, readonly end: number } | null, readonly source: { readonly urls: ReadonlyArray<string>, readonly publishedAt: string | null, readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } };

export type SearchPageQueryVariables = Exact<{
  query: string;
  types?: ReadonlyArray<EntityType> | EntityType | null | undefined;
  left?: RelationFilter | null | undefined;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type SearchPageQuery = { readonly search: { readonly edges: ReadonlyArray<{ readonly matchedName: string, readonly matchedLanguage: Language | null, readonly matchedText: string | null, readonly node: { readonly kind: string | null, readonly degree: number, readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type NearestNamesQueryVariables = Exact<{
  query: string;
  language?: Language | null | undefined;
}>;


export type NearestNamesQuery = { readonly suggestions: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> };

export type SheetQueryVariables = Exact<{
  key: string;
  language?: Language | null | undefined;
}>;


export type SheetQuery = { readonly relation: { readonly key: string, readonly type: RelationType, readonly role: ParticipationRole | null, readonly act: TreatyAct | null, readonly kind: SupportKind | null, readonly title: string | null, readonly dateText: string | null, readonly sentence: string, readonly publisherCount: number, readonly originCount: number, readonly standing: Standing, readonly isContested: boolean, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }>, readonly rivals: ReadonlyArray<{ readonly key: string, readonly sentenceParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null, readonly entity: { readonly slug: string } | null }> }>, readonly evidence: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly stance: Stance, readonly inferred: boolean, readonly note: string | null, readonly citationParts: ReadonlyArray<{ readonly text: string, readonly language: Language | null }>, readonly source: { readonly slug: string }, readonly selector: { readonly start: number, readonly end: number } | null }> }, readonly from: { readonly slug: string }, readonly to: { readonly slug: string } } | null };

export type EntitySheetQueryVariables = Exact<{
  slug: string;
  filter?: RelationFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type EntitySheetQuery = { readonly entity: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly relation: { readonly key: string, readonly sentence: string } }> } } | null };

export type SourcePageQueryVariables = Exact<{
  slug: string;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type SourcePageQuery = { readonly source: { readonly urls: ReadonlyArray<string>, readonly publishedAt: string | null, readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly documents: ReadonlyArray<{ readonly slug: string }>, readonly evidence: { readonly totalCount: number }, readonly soleSupportOf: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly sentence: string }> }, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } | null };

export type PassagesQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type PassagesQuery = { readonly source: { readonly evidence: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly selector: { readonly start: number, readonly end: number, readonly sha256: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ProofsQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
  language?: Language | null | undefined;
}>;


export type ProofsQuery = { readonly nodes: ReadonlyArray<{ readonly id: string, readonly stance: Stance, readonly inferred: boolean, readonly property: string | null, readonly value: string | null, readonly note: string | null, readonly target:
      | { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }
      | { readonly key: string, readonly sentence: string }
     } | null> };

export type SoleSupportQueryVariables = Exact<{
  slug: string;
  without?: ReadonlyArray<string> | string | null | undefined;
  publishedUntil?: string | null | undefined;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type SoleSupportQuery = { readonly source: { readonly slug: string, readonly title: string | null, readonly kind: string | null, readonly dateText: string | null, readonly language: string | null, readonly soleSupportOf: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly sentence: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly publisher: { readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }, readonly informers: ReadonlyArray<{ readonly slug: string, readonly type: EntityType, readonly name: string, readonly nameLanguage: Language | null }> } | null };

export type VocabularyQueryVariables = Exact<{
  language?: Language | null | undefined;
}>;


export type VocabularyQuery = { readonly vocabulary: { readonly entityTypes: ReadonlyArray<{ readonly type: EntityType, readonly label: string, readonly kinds: ReadonlyArray<{ readonly name: string, readonly label: string }> }>, readonly relationTypes: ReadonlyArray<{ readonly type: RelationType, readonly heading: string, readonly forward: string, readonly backwardHeading: string }>, readonly valueLists: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<{ readonly name: string, readonly label: string }> }> } };

export const About: Query<AboutQuery, AboutQueryVariables> = {
  name: 'About',
  text: `query About($language: Language) {
  vocabulary {
    entityTypes {
      type
      label(language: $language)
      kinds {
        label(language: $language)
      }
    }
    relationTypes {
      type
      label(language: $language)
      ends {
        from
        to
      }
    }
  }
}`,
};

export const SourceName: Query<SourceNameQuery, SourceNameQueryVariables> = {
  name: 'SourceName',
  text: `query SourceName($slug: String!, $language: Language) {
  source(slug: $slug) {
    ...Sourced
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
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

export const Fallen: Query<FallenQuery, FallenQueryVariables> = {
  name: 'Fallen',
  text: `query Fallen($slug: String!, $all: RelationFilter, $left: RelationFilter) {
  entity(slug: $slug) {
    all: relations(first: 100, filter: $all) {
      totalCount
      edges {
        relation {
          id
          key
        }
      }
    }
    left: relations(first: 100, filter: $left) {
      totalCount
      edges {
        relation {
          key
        }
      }
    }
  }
}`,
};

export const Sentences: Query<SentencesQuery, SentencesQueryVariables> = {
  name: 'Sentences',
  text: `query Sentences($ids: [ID!]!, $language: Language) {
  nodes(ids: $ids) {
    ... on Relation {
      key
      sentence(language: $language)
    }
  }
}`,
};

export const SourcesOf: Query<SourcesOfQuery, SourcesOfQueryVariables> = {
  name: 'SourcesOf',
  text: `query SourcesOf($filter: SourceFilter!) {
  sources(filter: $filter, first: 100) {
    totalCount
    nodes {
      slug
      publisher {
        slug
      }
      informers {
        slug
      }
    }
  }
}`,
};

export const ClaimsPage: Query<ClaimsPageQuery, ClaimsPageQueryVariables> = {
  name: 'ClaimsPage',
  text: `query ClaimsPage($filter: RelationFilter, $stated: RelationFilter, $without: [String!], $publishedUntil: PartialDate, $after: String, $language: Language) {
  relations(first: 0, filter: $filter) {
    totalCount
  }
  stated: relations(first: 0, filter: $stated) {
    totalCount
  }
  sources(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Sourced
      soleSupportOf(first: 0, without: $without, publishedUntil: $publishedUntil) {
        totalCount
      }
    }
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
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

export const ClaimsOfSource: Query<ClaimsOfSourceQuery, ClaimsOfSourceQueryVariables> = {
  name: 'ClaimsOfSource',
  text: `query ClaimsOfSource($slug: String!, $filter: RelationFilter, $without: [String!], $publishedUntil: PartialDate, $after: String, $language: Language) {
  source(slug: $slug) {
    ...Sourced
    soleSupportOf(first: 0, without: $without, publishedUntil: $publishedUntil) {
      totalCount
    }
  }
  relations(first: 50, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Line
      sentenceParts(language: $language) {
        ...Parts
      }
    }
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
    ...Named
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

fragment Parts on TextPart {
  text
  language
  entity {
    slug
  }
}`,
};

export const DisagreementsPage: Query<DisagreementsPageQuery, DisagreementsPageQueryVariables> = {
  name: 'DisagreementsPage',
  text: `query DisagreementsPage($targets: [String!], $kinds: [DisagreementKind!], $without: [String!], $publishedUntil: PartialDate, $after: String, $first: Int!, $language: Language) {
  disagreements(
    targets: $targets
    kinds: $kinds
    without: $without
    publishedUntil: $publishedUntil
    after: $after
    first: $first
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      kind
      property
      target {
        __typename
        ... on Entity {
          ...Named
        }
        ... on Relation {
          key
          sentence(language: $language)
          from {
            ...Named
          }
          to {
            ...Named
          }
        }
      }
      sides {
        value
        shown
        publisherCount
        originCount
        relation {
          key
          role
          act
          kind
          label(language: $language)
          from {
            ...Named
          }
          to {
            ...Named
          }
        }
        statement {
          ...Named
          madeBy(first: 3) {
            nodes {
              ...Named
            }
          }
        }
        evidence {
          ...Passage
          value
        }
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

fragment Passage on Evidence {
  stance
  inferred
  note
  citationParts(language: $language) {
    ...Marked
  }
  selector {
    start
    end
  }
  source {
    slug
  }
}

fragment Marked on TextPart {
  text
  language
}`,
};

export const DocumentPage: Query<DocumentPageQuery, DocumentPageQueryVariables> = {
  name: 'DocumentPage',
  text: `query DocumentPage($slug: String!, $language: Language) {
  document(slug: $slug) {
    slug
    entryCount
  }
  source(slug: $slug) {
    ...Sourced
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
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

export const EntityDossier: Query<EntityDossierQuery, EntityDossierQueryVariables> = {
  name: 'EntityDossier',
  text: `query EntityDossier($slug: String!, $filter: RelationFilter, $after: String, $language: Language) {
  entity(slug: $slug) {
    ...Named
    kind
    version
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
    relations(first: 50, after: $after, filter: $filter) {
      totalCount
      edges {
        relation {
          ...Line
          evidence(first: 10, properties: []) {
            totalCount
            nodes {
              stance
              inferred
              citation(language: $language)
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
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
}`,
};

export const EntityPage: Query<EntityPageQuery, EntityPageQueryVariables> = {
  name: 'EntityPage',
  text: `query EntityPage($slug: String!, $filter: RelationFilter, $ofAllTypes: RelationFilter, $statements: RelationFilter, $without: [String!], $publishedUntil: PartialDate, $language: Language, $from: PartialDate, $to: PartialDate, $isDuring: Boolean!, $isWithStatements: Boolean!, $rows: Int!) {
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
    differentFrom {
      ...Named
    }
    version
    degree
    disagreements(first: 1, without: $without, publishedUntil: $publishedUntil) {
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
          ...Heard
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

fragment Heard on Statement {
  slug
  madeBy(first: 3, filter: $statements) {
    nodes {
      ...Named
    }
  }
  about(first: 5, filter: $statements) {
    nodes {
      ...Named
    }
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

export const HomePage: Query<HomePageQuery, HomePageQueryVariables> = {
  name: 'HomePage',
  text: `query HomePage($without: [String!], $publishedUntil: PartialDate, $language: Language) {
  graphInfo(without: $without, publishedUntil: $publishedUntil) {
    sourceCount
    evidenceCount
    documentCount
    entityCounts {
      type
      count
    }
    relationCounts {
      count
    }
  }
  disagreements(first: 5, without: $without, publishedUntil: $publishedUntil) {
    totalCount
    nodes {
      kind
      property
      target {
        ... on Entity {
          ...Named
        }
        ... on Relation {
          key
          sentence(language: $language)
        }
      }
    }
  }
  events(first: 5, orderBy: {by: DATE, direction: DESC}) {
    nodes {
      ...Named
      dateText(language: $language)
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const Centrality: Query<CentralityQuery, CentralityQueryVariables> = {
  name: 'Centrality',
  text: `query Centrality($measure: CentralityMeasure!, $filter: RelationFilter, $language: Language) {
  centrality(measure: $measure, filter: $filter, first: 50) {
    nodeCount
    relationCount
    sample {
      nodeCount
      seed
    }
    edges {
      rank
      score
      node {
        ...Named
      }
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const Communities: Query<CommunitiesQuery, CommunitiesQueryVariables> = {
  name: 'Communities',
  text: `query Communities($filter: RelationFilter, $language: Language) {
  communities(filter: $filter, first: 20) {
    nodeCount
    relationCount
    modularity
    seed
    totalCount
    nodes {
      number
      size
      entities(first: 100) {
        nodes {
          ...Named
        }
      }
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const Missing: Query<MissingQuery, MissingQueryVariables> = {
  name: 'Missing',
  text: `query Missing($slug: String!, $language: Language) {
  entity(slug: $slug) {
    ...Named
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

export const NetworkLadder: Query<NetworkLadderQuery, NetworkLadderQueryVariables> = {
  name: 'NetworkLadder',
  text: `query NetworkLadder($center: [String!], $depth: Int!, $filter: RelationFilter, $limit: Int!, $language: Language, $from: PartialDate, $to: PartialDate, $isDuring: Boolean!, $isWithStatements: Boolean!, $heard: EntityFilter!, $statements: RelationFilter) {
  heard: statements(first: 60, filter: $heard) @include(if: $isWithStatements) {
    nodes {
      ...Heard
    }
  }
  network(
    center: $center
    depth: $depth
    filter: $filter
    limit: $limit
    fold: STATEMENTS
  ) {
    ...Extent
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

fragment Heard on Statement {
  slug
  madeBy(first: 3, filter: $statements) {
    nodes {
      ...Named
    }
  }
  about(first: 5, filter: $statements) {
    nodes {
      ...Named
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}

fragment Extent on Network {
  truncated
  reason
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

export const NetworkTables: Query<NetworkTablesQuery, NetworkTablesQueryVariables> = {
  name: 'NetworkTables',
  text: `query NetworkTables($center: [String!], $depth: Int!, $filter: RelationFilter, $limit: Int!, $language: Language, $isWithStatements: Boolean!, $heard: EntityFilter!, $statements: RelationFilter) {
  heard: statements(first: 60, filter: $heard) @include(if: $isWithStatements) {
    nodes {
      slug
      madeBy(first: 3, filter: $statements) {
        nodes {
          ...Named
          degree
        }
      }
      about(first: 5, filter: $statements) {
        nodes {
          ...Named
          degree
        }
      }
    }
  }
  network(
    center: $center
    depth: $depth
    filter: $filter
    limit: $limit
    fold: STATEMENTS
  ) {
    ...Extent
    nodes {
      ...Named
      degree
    }
    links {
      from {
        slug
      }
      to {
        slug
      }
      relations {
        key
        type
        role
        standing
        isContested
        publisherCount
        originCount
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

fragment Extent on Network {
  truncated
  reason
}`,
};

export const Web: Query<WebQuery, WebQueryVariables> = {
  name: 'Web',
  text: `query Web($center: [String!], $depth: Int!, $filter: RelationFilter, $limit: Int!, $language: Language, $from: PartialDate, $to: PartialDate, $isDuring: Boolean!, $isWithStatements: Boolean!, $heard: EntityFilter!, $statements: RelationFilter) {
  heard: statements(first: 60, filter: $heard) @include(if: $isWithStatements) {
    nodes {
      slug
      madeBy(first: 3, filter: $statements) {
        nodes {
          slug
          type
          name(language: $language)
        }
      }
      about(first: 5, filter: $statements) {
        nodes {
          slug
          type
          name(language: $language)
        }
      }
    }
  }
  network(
    center: $center
    depth: $depth
    filter: $filter
    limit: $limit
    fold: STATEMENTS
  ) {
    ...Extent
    nodes {
      slug
      type
      name(language: $language)
    }
    links {
      from {
        slug
      }
      to {
        slug
      }
      count
      relations {
        standing
        originCount
        isContested
        held(from: $from, to: $to) @include(if: $isDuring)
      }
    }
  }
}

fragment Extent on Network {
  truncated
  reason
}`,
};

export const PathEnds: Query<PathEndsQuery, PathEndsQueryVariables> = {
  name: 'PathEnds',
  text: `query PathEnds($start: String!, $end: String!, $language: Language) {
  start: entity(slug: $start) {
    ...Named
  }
  end: entity(slug: $end) {
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

export const Candidates: Query<CandidatesQuery, CandidatesQueryVariables> = {
  name: 'Candidates',
  text: `query Candidates($query: String!, $language: Language) {
  search(query: $query, first: 8) {
    edges {
      matchedName
      matchedLanguage
      node {
        ...Named
        kind
      }
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const PathsPage: Query<PathsPageQuery, PathsPageQueryVariables> = {
  name: 'PathsPage',
  text: `query PathsPage($start: String!, $end: String!, $filter: RelationFilter, $maxLength: Int!, $limit: Int!, $language: Language, $from: PartialDate, $to: PartialDate, $isDuring: Boolean!) {
  paths(
    from: $start
    to: $end
    filter: $filter
    maxLength: $maxLength
    limit: $limit
  ) {
    truncated
    reason
    paths {
      length
      entities {
        ...Named
      }
      relations {
        key
      }
      hops {
        relationCount
        relations {
          ...DrawnLine
          type
          publisherCount
        }
      }
      explanationParts(language: $language) {
        ...Explained
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
}

fragment Explained on TextPart {
  ...Parts
  sentenceNumber
  citationNumber
}

fragment Parts on TextPart {
  text
  language
  entity {
    slug
  }
}`,
};

export const PathCount: Query<PathCountQuery, PathCountQueryVariables> = {
  name: 'PathCount',
  text: `query PathCount($start: String!, $end: String!, $filter: RelationFilter, $maxLength: Int!) {
  paths(from: $start, to: $end, filter: $filter, maxLength: $maxLength, limit: 50) {
    truncated
    reason
    paths {
      length
    }
  }
}`,
};

export const PositionsPage: Query<PositionsPageQuery, PositionsPageQueryVariables> = {
  name: 'PositionsPage',
  text: `query PositionsPage($slug: String!, $about: String, $event: String, $acts: [StatementAct!], $during: DuringInput, $without: [String!], $publishedUntil: PartialDate, $left: RelationFilter, $language: Language) {
  entity(slug: $slug) {
    ...Named
    kind
  }
  positions(
    about: $about
    event: $event
    acts: $acts
    during: $during
    without: $without
    publishedUntil: $publishedUntil
  ) {
    event {
      ...Named
      startDate
    }
    topics {
      ...Named
    }
    statements(first: 50) {
      totalCount
      nodes {
        date
        act
        actors {
          ...Named
        }
        onBehalfOf {
          ...Named
        }
        statement {
          ...Named
          madeAt(first: 2, filter: $left) {
            nodes {
              ...Named
            }
          }
          evidence(first: 10, without: $without, publishedUntil: $publishedUntil) {
            totalCount
            nodes {
              ...Passage
            }
          }
        }
      }
    }
    silent(first: 50, orderBy: {by: NAME, language: $language}) {
      totalCount
      nodes {
        ...Named
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

fragment Passage on Evidence {
  stance
  inferred
  note
  citationParts(language: $language) {
    ...Marked
  }
  selector {
    start
    end
  }
  source {
    slug
  }
}

fragment Marked on TextPart {
  text
  language
}`,
};

export const Questions: Query<QuestionsQuery, QuestionsQueryVariables> = {
  name: 'Questions',
  text: `query Questions($language: Language) {
  organizations(first: 2, orderBy: {by: DEGREE, direction: DESC}) {
    nodes {
      ...Named
    }
  }
  events(first: 1, orderBy: {by: DEGREE, direction: DESC}) {
    nodes {
      ...Named
      startDate
    }
  }
  topics(first: 1, orderBy: {by: DEGREE, direction: DESC}) {
    nodes {
      ...Named
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const RelationPage: Query<RelationPageQuery, RelationPageQueryVariables> = {
  name: 'RelationPage',
  text: `query RelationPage($key: String!, $after: String, $language: Language) {
  relation(key: $key) {
    ...Told
    version
    difference(language: $language)
    period {
      startsEarliest
      startsLatest
      endsEarliest
      endsLatest
    }
    from {
      ...Named
    }
    to {
      ...Named
    }
    documents {
      slug
    }
    rivals {
      ...Told
    }
    evidence(first: 100, after: $after) {
      totalCount
      nodes {
        ...Cited
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment Told on Relation {
  ...Line
  sentenceParts(language: $language) {
    ...Parts
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
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}

fragment Cited on Evidence {
  stance
  inferred
  property
  value
  note
  citation(language: $language)
  selector {
    start
    end
  }
  source {
    ...Sourced
    urls
    publishedAt
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
    ...Named
  }
}`,
};

export const RelationWithout: Query<RelationWithoutQuery, RelationWithoutQueryVariables> = {
  name: 'RelationWithout',
  text: `query RelationWithout($from: [String!]!, $to: [String!]!, $after: String, $filter: RelationFilter) {
  relations(from: $from, to: $to, filter: $filter, first: 100, after: $after) {
    nodes {
      key
      publisherCount
      originCount
      standing
      isContested
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export const RelationsBetween: Query<RelationsBetweenQuery, RelationsBetweenQueryVariables> = {
  name: 'RelationsBetween',
  text: `query RelationsBetween($from: [String!]!, $to: [String!]!, $language: Language) {
  relations(from: $from, to: $to, first: 5) {
    nodes {
      key
      sentence(language: $language)
    }
  }
}`,
};

export const SearchPage: Query<SearchPageQuery, SearchPageQueryVariables> = {
  name: 'SearchPage',
  text: `query SearchPage($query: String!, $types: [EntityType!], $left: RelationFilter, $after: String, $language: Language) {
  search(
    query: $query
    types: $types
    first: 20
    after: $after
    in: [NAMES, TEXTS]
  ) {
    edges {
      matchedName
      matchedLanguage
      matchedText
      node {
        ...Named
        kind
        degree(filter: $left)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const NearestNames: Query<NearestNamesQuery, NearestNamesQueryVariables> = {
  name: 'NearestNames',
  text: `query NearestNames($query: String!, $language: Language) {
  suggestions(slug: $query) {
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
        citationParts(language: $language) {
          ...Marked
        }
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
}

fragment Marked on TextPart {
  text
  language
}`,
};

export const EntitySheet: Query<EntitySheetQuery, EntitySheetQueryVariables> = {
  name: 'EntitySheet',
  text: `query EntitySheet($slug: String!, $filter: RelationFilter, $language: Language) {
  entity(slug: $slug) {
    ...Named
    relations(first: 5, filter: $filter) {
      totalCount
      edges {
        relation {
          key
          sentence(language: $language)
        }
      }
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const SourcePage: Query<SourcePageQuery, SourcePageQueryVariables> = {
  name: 'SourcePage',
  text: `query SourcePage($slug: String!, $without: [String!], $publishedUntil: PartialDate, $language: Language) {
  source(slug: $slug) {
    ...Sourced
    urls
    publishedAt
    documents {
      slug
    }
    evidence(first: 1) {
      totalCount
    }
    soleSupportOf(first: 5, without: $without, publishedUntil: $publishedUntil) {
      totalCount
      nodes {
        key
        sentence(language: $language)
      }
    }
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
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

export const Passages: Query<PassagesQuery, PassagesQueryVariables> = {
  name: 'Passages',
  text: `query Passages($slug: String!, $after: String) {
  source(slug: $slug) {
    evidence(first: 100, after: $after) {
      nodes {
        id
        selector {
          start
          end
          sha256
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export const Proofs: Query<ProofsQuery, ProofsQueryVariables> = {
  name: 'Proofs',
  text: `query Proofs($ids: [ID!]!, $language: Language) {
  nodes(ids: $ids) {
    ... on Evidence {
      id
      stance
      inferred
      property
      value
      note
      target {
        ... on Entity {
          ...Named
        }
        ... on Relation {
          key
          sentence(language: $language)
        }
      }
    }
  }
}

fragment Named on Entity {
  slug
  type
  name(language: $language)
  nameLanguage(language: $language)
}`,
};

export const SoleSupport: Query<SoleSupportQuery, SoleSupportQueryVariables> = {
  name: 'SoleSupport',
  text: `query SoleSupport($slug: String!, $without: [String!], $publishedUntil: PartialDate, $after: String, $language: Language) {
  source(slug: $slug) {
    ...Sourced
    soleSupportOf(
      first: 100
      after: $after
      without: $without
      publishedUntil: $publishedUntil
    ) {
      totalCount
      nodes {
        key
        sentence(language: $language)
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment Sourced on Source {
  slug
  title
  kind
  dateText(language: $language)
  language
  publisher {
    ...Named
  }
  informers {
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
      heading(language: $language)
      backwardHeading: heading(language: $language, direction: BACKWARD)
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
