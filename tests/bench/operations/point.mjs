import { at, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const point = {
  name: 'point',
  title: 'one entity by slug',
  readsEntity: true,
  variables: (handles, index) => ({ slug: at(handles.people, index) }),
  kenes: graphql`
    query ($slug: String!) {
      entity(slug: $slug) {
        slug
        type
        kind
        name
        names {
          language
          text
        }
      }
    }
  `,
  neo4jGraphql: graphql`
    query ($slug: String!) {
      people(where: { slug: { eq: $slug } }) {
        slug
        kind
        name
        nameRu
        nameEn
        nameKk
        __typename
      }
    }
  `,
  handWritten: {
    cypher: `
MATCH (n:Entity {slug: $slug})
RETURN n.slug, labels(n), n.kind, n.name, n.nameRu, n.nameEn, n.nameKk`,
    answer: ([[slug, labels, kind, name, nameRu, nameEn, nameKk]]) => {
      const type = labels.find((label) => label !== 'Entity');
      return { slug, type, kind, name, nameRu, nameEn, nameKk };
    },
  },
  variant: (draw, handles, index) => {
    const [type, list] = draw.random.pick([
      ['Person', 'people'],
      ['Organization', 'organizations'],
      ['Event', 'events'],
    ]);
    const variables = { slug: at(handles[list], index) };
    return { variables, start: { by: 'slug' }, node: draw.node(type, []) };
  },
};
