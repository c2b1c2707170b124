const TERM = { title: 'role', since: 'since', until: 'until' };
const PART = { since: 'since', until: 'until' };
const ROLE = { role: 'role' };
const ACT = { act: 'act', date: 'date' };

/**
 * The ends of relations that both Kenes and @neo4j/graphql have, by entity type, under the peer's
 * field name: `kenes` is Kenes' field where it has another name, `only` the far type where Kenes'
 * field has several, `relation` the properties of the relation, each with its names in Kenes and
 * in the peer.
 */
export const ends = {
  Person: {
    memberships: { far: 'Organization', relation: TERM },
    participations: { far: 'Event', relation: ROLE },
    statements: { far: 'Statement' },
  },
  Organization: {
    members: { far: 'Person', relation: TERM },
    participations: { far: 'Event', relation: ROLE },
    statements: { far: 'Statement' },
    parents: { kenes: 'partOf', far: 'Organization', relation: PART },
    parts: { far: 'Organization', relation: PART },
    treatyActions: { far: 'Instrument', relation: ACT },
    reports: { kenes: 'submitted', far: 'Report', only: 'REPORT' },
    reviews: { kenes: 'reportsReviewed', far: 'Report', relation: { date: 'date' } },
    spokenFor: { kenes: 'statementsOnBehalf', far: 'Statement' },
  },
  Event: {
    participantPeople: { kenes: 'participants', far: 'Person', only: 'PERSON', relation: ROLE },
    participantOrganizations: {
      kenes: 'participants',
      far: 'Organization',
      only: 'ORGANIZATION',
      relation: ROLE,
    },
    statements: { far: 'Statement' },
    topics: { kenes: 'about', far: 'Topic', only: 'TOPIC' },
    places: { kenes: 'heldIn', far: 'Place' },
    parents: { kenes: 'partOf', far: 'Event' },
    parts: { far: 'Event' },
  },
  Topic: {
    statements: { kenes: 'discussedIn', far: 'Statement', only: 'STATEMENT' },
    events: { kenes: 'discussedIn', far: 'Event', only: 'EVENT' },
    broader: { far: 'Topic' },
    narrower: { far: 'Topic' },
  },
  Instrument: {
    parties: { far: 'Organization', relation: ACT },
    reports: { far: 'Report' },
    supplements: { far: 'Instrument' },
    protocols: { kenes: 'supplementedBy', far: 'Instrument' },
  },
  Report: {
    submitters: { kenes: 'submittedBy', far: 'Organization' },
    instruments: { kenes: 'submittedUnder', far: 'Instrument', only: 'INSTRUMENT' },
    reviewers: { kenes: 'reviewedBy', far: 'Organization', relation: { date: 'date' } },
    topics: { kenes: 'about', far: 'Topic', only: 'TOPIC' },
  },
  Statement: {
    people: { kenes: 'madeBy', far: 'Person', only: 'PERSON' },
    organizations: { kenes: 'madeBy', far: 'Organization', only: 'ORGANIZATION' },
    onBehalfOf: { far: 'Organization' },
    events: { kenes: 'madeAt', far: 'Event' },
    topics: { kenes: 'about', far: 'Topic', only: 'TOPIC' },
  },
  Place: { events: { far: 'Event' } },
};

/** Properties of every entity, beside `slug`; `own` ones only where the type has them. */
const COMMON = {
  name: { kenes: 'name', peer: 'name' },
  kind: { kenes: 'kind', peer: 'kind' },
  names: { kenes: 'names { language text }', peer: 'nameRu nameEn nameKk' },
  aliases: { kenes: 'aliases { language text }', peer: 'aliases' },
};
const OWN = {
  Event: {
    startDate: { kenes: 'startDate', peer: 'startDate' },
    endDate: { kenes: 'endDate', peer: 'endDate' },
  },
  Statement: { act: { kenes: 'act', peer: 'act' } },
  Instrument: { adoptedOn: { kenes: 'adoptedOn', peer: 'adoptedDate' } },
};

/** All properties of a type, by name. */
export const propertiesOf = (type) => ({ ...COMMON, ...OWN[type] });

/** Filters of people, in both dialects, each with the variable that it takes. */
export const filters = {
  slugs: {
    variable: 'slugs',
    type: '[String!]!',
    kenes: 'slugs: $slugs',
    peer: 'slug: { in: $slugs }',
  },
  memberOf: {
    variable: 'organization',
    type: 'String!',
    kenes:
      'related: [{ relation: { relationTypes: [MEMBER_OF] }, entity: { slugs: [$organization] } }]',
    peer: 'memberships: { some: { slug: { eq: $organization } } }',
  },
  spokeAbout: {
    variable: 'topic',
    type: 'String!',
    kenes: `related: [{ relation: { relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }, entity: {
      related: [{ relation: { relationTypes: [ABOUT] }, entity: { slugs: [$topic] } }] } }]`,
    peer: `participationsConnection: { some: { edge: { role: { eq: "SPEAKER" } },
      node: { topics: { some: { slug: { eq: $topic } } } } } }`,
  },
  statedAbout: {
    variable: 'topic',
    type: 'String!',
    kenes: `related: [{ relation: { relationTypes: [MADE] }, entity: {
      related: [{ relation: { relationTypes: [ABOUT] }, entity: { slugs: [$topic] } }] } }]`,
    peer: 'statements: { some: { topics: { some: { slug: { eq: $topic } } } } }',
  },
};
