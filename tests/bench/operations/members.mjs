import { BY_SLUG, at, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const members = {
  name: 'members',
  title: 'an organisation and its first 20 members',
  readsEntity: true,
  variables: (handles, index) => ({ slug: at(handles.midOrganizations, index) }),
  kenes: graphql`
    query ($slug: String!) {
      entity(slug: $slug) {
        slug
        name
        ... on Organization {
          members(first: 20) {
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
        }
      }
    }
  `,
  neo4jGraphql: graphql`query($slug: String!) {
    organizations(where: { slug: { eq: $slug } }) { slug name
      membersConnection(first: 20, ${BY_SLUG}) {
        edges { properties { role since } node { slug name } } } } }`,
  handWritten: {
    cypher: `
MATCH (o:Organization {slug: $slug})
CALL (o) {
  MATCH (o)<-[r:MEMBER_OF]-(p:Person) WITH r, p ORDER BY p.slug LIMIT 20
  RETURN collect([r.role, r.since, p.slug, p.name]) AS members
}
RETURN o.slug, o.name, members`,
    answer: ([[slug, name, rows]]) => ({
      slug,
      name,
      members: rows.map(([title, since, memberSlug, memberName]) => ({
        title,
        since,
        node: { slug: memberSlug, name: memberName },
      })),
    }),
  },
  variant: (draw, handles, index) => ({
    variables: { slug: at(handles.midOrganizations, index) },
    start: { by: 'slug' },
    node: draw.node('Organization', [{ ends: ['members'], first: [10, 30] }]),
  }),
};
