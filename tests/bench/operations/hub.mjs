import { BY_SLUG, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const hub = {
  name: 'hub',
  title: 'the hub: 50 of its members, and how many there are',
  readsEntity: true,
  variables: (handles) => ({ slug: handles.hub }),
  kenes: graphql`
    query ($slug: String!) {
      entity(slug: $slug) {
        slug
        name
        ... on Organization {
          members(first: 50) {
            totalCount
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
      membersConnection(first: 50, ${BY_SLUG}) { totalCount
        edges { properties { role since } node { slug name } } } } }`,
  handWritten: {
    cypher: `
MATCH (o:Organization {slug: $slug})
CALL (o) {
  MATCH (o)<-[r:MEMBER_OF]-(p:Person) WITH r, p ORDER BY p.slug LIMIT 50
  RETURN collect([r.role, r.since, p.slug, p.name]) AS members
}
RETURN o.slug, o.name, COUNT { (o)<-[:MEMBER_OF]-() } AS total, members`,
    answer: ([[slug, name, totalCount, rows]]) => ({
      slug,
      name,
      members: {
        totalCount,
        edges: rows.map(([title, since, memberSlug, memberName]) => ({
          title,
          since,
          node: { slug: memberSlug, name: memberName },
        })),
      },
    }),
  },
  variant: (draw, handles) => ({
    variables: { slug: handles.hub },
    start: { by: 'slug' },
    node: draw.node('Organization', [{ ends: ['members'], first: [20, 80], total: true }]),
  }),
};
