/**
 * `@neo4j/graphql` behind graphql-yoga, over the peers' layout. PORT, NEO4J_URI, NEO4J_USERNAME,
 * NEO4J_PASSWORD.
 */
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import { operations } from '../workload.mjs';
import { connect } from './connect.mjs';

const NAMES = `slug: String! kind: String name: String!
  nameRu: String nameEn: String nameKk: String aliases: [String!]`;

const relationship = (direction) => (field, far, type, properties) =>
  `${field}: [${far}!]!
    @relationship(type: "${type}", direction: ${direction}, properties: "${properties}")`;
const to = relationship('OUT');
const from = relationship('IN');

const typeDefs = `
type MemberOf @relationshipProperties {
  key: String role: String since: String until: String originCount: Int }
type ParticipatedIn @relationshipProperties {
  key: String role: String onBehalfOf: String originCount: Int }
type PartyTo @relationshipProperties { key: String act: String date: String originCount: Int }
type ReviewedBy @relationshipProperties {
  key: String session: String date: String originCount: Int }
type Supports @relationshipProperties {
  key: String kind: String since: String until: String originCount: Int }
type Plain @relationshipProperties {
  key: String since: String until: String originCount: Int }

type Person @node { ${NAMES} birthDate: String
  ${to('memberships', 'Organization', 'MEMBER_OF', 'MemberOf')}
  ${to('participations', 'Event', 'PARTICIPATED_IN', 'ParticipatedIn')}
  ${to('statements', 'Statement', 'MADE', 'Plain')}
}
type Organization @node { ${NAMES} foundedDate: String
  ${from('members', 'Person', 'MEMBER_OF', 'MemberOf')}
  ${to('participations', 'Event', 'PARTICIPATED_IN', 'ParticipatedIn')}
  ${to('statements', 'Statement', 'MADE', 'Plain')}
  ${to('parents', 'Organization', 'PART_OF', 'Plain')}
  ${from('parts', 'Organization', 'PART_OF', 'Plain')}
  ${to('treatyActions', 'Instrument', 'PARTY_TO', 'PartyTo')}
  ${to('reports', 'Report', 'SUBMITTED', 'Plain')}
  ${from('reviews', 'Report', 'REVIEWED_BY', 'ReviewedBy')}
  ${to('supports', 'Organization', 'SUPPORTS', 'Supports')}
  ${from('spokenFor', 'Statement', 'ON_BEHALF_OF', 'Plain')}
}
type Event @node { ${NAMES} startDate: String endDate: String
  ${from('participantPeople', 'Person', 'PARTICIPATED_IN', 'ParticipatedIn')}
  ${from('participantOrganizations', 'Organization', 'PARTICIPATED_IN', 'ParticipatedIn')}
  ${from('statements', 'Statement', 'MADE_AT', 'Plain')}
  ${to('topics', 'Topic', 'ABOUT', 'Plain')}
  ${to('places', 'Place', 'HELD_IN', 'Plain')}
  ${to('parents', 'Event', 'PART_OF', 'Plain')}
  ${from('parts', 'Event', 'PART_OF', 'Plain')}
}
type Topic @node { ${NAMES}
  ${from('statements', 'Statement', 'ABOUT', 'Plain')}
  ${from('events', 'Event', 'ABOUT', 'Plain')}
  ${to('broader', 'Topic', 'BROADER', 'Plain')}
  ${from('narrower', 'Topic', 'BROADER', 'Plain')}
}
type Instrument @node { ${NAMES} adoptedDate: String
  ${from('parties', 'Organization', 'PARTY_TO', 'PartyTo')}
  ${from('reports', 'Report', 'SUBMITTED_UNDER', 'Plain')}
  ${to('supplements', 'Instrument', 'SUPPLEMENTS', 'Plain')}
  ${from('protocols', 'Instrument', 'SUPPLEMENTS', 'Plain')}
}
type Report @node { ${NAMES}
  ${from('submitters', 'Organization', 'SUBMITTED', 'Plain')}
  ${to('instruments', 'Instrument', 'SUBMITTED_UNDER', 'Plain')}
  ${to('reviewers', 'Organization', 'REVIEWED_BY', 'ReviewedBy')}
  ${to('topics', 'Topic', 'ABOUT', 'Plain')}
}
type Statement @node { ${NAMES} act: String textRu: String
  ${from('people', 'Person', 'MADE', 'Plain')}
  ${from('organizations', 'Organization', 'MADE', 'Plain')}
  ${to('onBehalfOf', 'Organization', 'ON_BEHALF_OF', 'Plain')}
  ${to('events', 'Event', 'MADE_AT', 'Plain')}
  ${to('topics', 'Topic', 'ABOUT', 'Plain')}
}
type Place @node { ${NAMES}
  ${from('events', 'Event', 'HELD_IN', 'Plain')}
}

type Named { slug: String! name: String! type: String }
type Edge { key: String! type: String! from: String! to: String! }
type Network { nodes: [Named!]! edges: [Edge!]! }
type Hop { key: String! type: String! }
type Path { length: Int! entities: [Named!]! relations: [Hop!]! }
type Interlock { weight: Int! entity: Named! }
type Query {
  ${operations.map(({ neo4jGraphqlField = '' }) => neo4jGraphqlField).join('\n  ')}
}`;

const driver = connect();
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({
  schema,
  logging: false,
  maskedErrors: false,
  context: () => ({ driver, sessionConfig: { database: 'neo4j' } }),
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
