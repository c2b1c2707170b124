import { BY_SLUG, at, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const entity20 = {
  name: 'entity20',
  title: 'an organisation and 20 relations of four types',
  readsEntity: true,
  variables: (handles, index) => ({ slug: at(handles.midOrganizations, index) }),
  kenes: graphql`
    query ($slug: String!) {
      entity(slug: $slug) {
        slug
        name
        ... on Organization {
          members(first: 8) {
            edges {
              relation {
                title
                since
              }
              node {
                slug
                name
              }
            }
          }
          participations(first: 8) {
            edges {
              relation {
                role
              }
              node {
                slug
                name
                startDate
              }
            }
          }
          partOf(first: 2) {
            edges {
              relation {
                since
              }
              node {
                slug
                name
              }
            }
          }
          treatyActions(first: 2) {
            edges {
              relation {
                act
                date
              }
              node {
                slug
                name
              }
            }
          }
        }
      }
    }
  `,
  neo4jGraphql: graphql`query($slug: String!) {
    organizations(where: { slug: { eq: $slug } }) { slug name
      membersConnection(first: 8, ${BY_SLUG}) {
        edges { properties { role since } node { slug name } } }
      participationsConnection(first: 8, ${BY_SLUG}) {
        edges { properties { role } node { slug name startDate } } }
      parentsConnection(first: 2, ${BY_SLUG}) {
        edges { properties { since } node { slug name } } }
      treatyActionsConnection(first: 2, ${BY_SLUG}) {
        edges { properties { act date } node { slug name } } } } }`,
  handWritten: {
    cypher: `
MATCH (o:Organization {slug: $slug})
CALL (o) {
  MATCH (o)<-[r:MEMBER_OF]-(p:Person) WITH r, p ORDER BY p.slug LIMIT 8
  RETURN collect([r.role, r.since, p.slug, p.name]) AS members
}
CALL (o) {
  MATCH (o)-[r:PARTICIPATED_IN]->(e:Event) WITH r, e ORDER BY e.slug LIMIT 8
  RETURN collect([r.role, e.slug, e.name, e.startDate]) AS participations
}
CALL (o) {
  MATCH (o)-[r:PART_OF]->(x:Organization) WITH r, x ORDER BY x.slug LIMIT 2
  RETURN collect([r.since, x.slug, x.name]) AS partOf
}
CALL (o) {
  MATCH (o)-[r:PARTY_TO]->(i:Instrument) WITH r, i ORDER BY i.slug LIMIT 2
  RETURN collect([r.act, r.date, i.slug, i.name]) AS treatyActions
}
RETURN o.slug, o.name, members, participations, partOf, treatyActions`,
    answer: ([
      [organizationSlug, organizationName, members, participations, partOf, treaties],
    ]) => ({
      slug: organizationSlug,
      name: organizationName,
      members: members.map(([title, since, slug, name]) => ({
        title,
        since,
        node: { slug, name },
      })),
      participations: participations.map(([role, slug, name, startDate]) => ({
        role,
        node: { slug, name, startDate },
      })),
      partOf: partOf.map(([since, slug, name]) => ({ since, node: { slug, name } })),
      treatyActions: treaties.map(([act, date, slug, name]) => ({
        act,
        date,
        node: { slug, name },
      })),
    }),
  },
  variant: (draw, handles, index) => ({
    variables: { slug: at(handles.midOrganizations, index) },
    start: { by: 'slug' },
    node: draw.node('Organization', [{ count: [3, 5], first: [2, 10] }]),
  }),
};
