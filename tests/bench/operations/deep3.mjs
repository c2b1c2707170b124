import { BY_SLUG, at, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const deep3 = {
  name: 'deep3',
  title: 'an event, 10 people, 5 organisations of each, 5 events of each',
  readsEntity: true,
  variables: (handles, index) => ({ slug: at(handles.events, index) }),
  kenes: graphql`
    query ($slug: String!) {
      entity(slug: $slug) {
        slug
        name
        ... on Event {
          participants(first: 10, filter: { entityTypes: [PERSON] }) {
            edges {
              relation {
                role
              }
              node {
                slug
                name
                ... on Person {
                  memberships(first: 5) {
                    edges {
                      relation {
                        title
                        since
                      }
                      node {
                        slug
                        name
                        participations(first: 5) {
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
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  neo4jGraphql: graphql`query($slug: String!) {
    events(where: { slug: { eq: $slug } }) { slug name
      participantPeopleConnection(first: 10, ${BY_SLUG}) {
        edges { properties { role } node { slug name
          membershipsConnection(first: 5, ${BY_SLUG}) {
            edges { properties { role since } node { slug name
              participationsConnection(first: 5, ${BY_SLUG}) {
                edges { properties { role } node { slug name startDate } } } } } } } } } } }`,
  // Each level's distinct entities are read once: an organisation of ten people is expanded and
  // sent once.
  handWritten: {
    cypher: `
MATCH (e:Event {slug: $slug})
CALL (e) {
  MATCH (e)<-[r:PARTICIPATED_IN]-(p:Person) WITH r, p ORDER BY p.slug LIMIT 10
  CALL (p) {
    MATCH (p)-[m:MEMBER_OF]->(o:Organization) WITH m, o ORDER BY o.slug LIMIT 5
    RETURN collect([m.role, m.since, o.slug]) AS memberships, collect(o) AS joined
  }
  RETURN collect([r.role, p.slug, p.name, memberships]) AS participants, collect(joined) AS lists
}
CALL (lists) {
  UNWIND lists AS list UNWIND list AS o WITH DISTINCT o
  CALL (o) {
    MATCH (o)-[x:PARTICIPATED_IN]->(other:Event) WITH x, other ORDER BY other.slug LIMIT 5
    RETURN collect([x.role, other.slug, other.name, other.startDate]) AS events
  }
  RETURN collect([o.slug, o.name, events]) AS organizations
}
RETURN e.slug, e.name, participants, organizations`,
    answer: ([[eventSlug, eventName, participants, organizations]]) => {
      const bySlug = new Map(organizations.map((row) => [row[0], toOrganization(row)]));
      return {
        slug: eventSlug,
        name: eventName,
        participants: participants.map(([role, slug, name, memberships]) => ({
          role,
          node: { slug, name, memberships: toMemberships(memberships, bySlug) },
        })),
      };
    },
  },
  variant: (draw, handles, index) => ({
    variables: { slug: at(handles.events, index) },
    start: { by: 'slug' },
    node: draw.node('Event', [
      { ends: ['participantPeople'], first: [6, 12] },
      { count: [1, 2], first: [3, 6] },
      { count: [1, 2], first: [3, 6] },
    ]),
  }),
};

function toOrganization([organizationSlug, organizationName, events]) {
  return {
    slug: organizationSlug,
    name: organizationName,
    participations: events.map(([role, slug, name, startDate]) => ({
      role,
      node: { slug, name, startDate },
    })),
  };
}

function toMemberships(rows, organizations) {
  return rows.map(([title, since, slug]) => ({ title, since, node: organizations.get(slug) }));
}
