import { GraphQLObjectType, GraphQLSchema } from 'graphql';

const DESCRIPTION = `A graph of public life: who is connected to whom, on what matter, who said what, and how we know.

Begin with \`search\`, which finds people, institutions, events and topics by their names, in any script and spelling. Then ask \`entity\` by the slug that was found: each field of its type is a kind of relation, such as \`memberships\` or \`participants\`.

An edge of such a list has the \`relation\`, which says how it is known: \`sentence\` tells it in words, \`standing\` and \`isContested\` say whether sources state it and agree, \`publisherCount\` and \`originCount\` count who says so, and \`evidence\` names the sources, with the passage.

Questions to the whole graph are \`disagreements\`, \`positions\`, \`paths\`, \`network\` and \`interlocks\`. \`vocabulary\` lists what entities and relations there can be.`;

/** The root fields that one needs first, in that order. The others follow by their names. */
const FIRST_FIELDS = [
  'search',
  'entity',
  'suggestions',
  'relation',
  'source',
  'entities',
  'people',
  'organizations',
  'events',
  'statements',
  'topics',
  'instruments',
  'reports',
  'places',
  'relations',
  'disagreements',
  'positions',
  'paths',
  'network',
  'interlocks',
  'sources',
  'documents',
  'document',
  'vocabulary',
  'graphInfo',
];

/** The fields for programs, which stand at the end. */
const LAST_FIELDS = ['node', 'nodes'];

/** Returns a schema with what one reads first: what it is, and where to begin. */
export function withEntrance(schema: GraphQLSchema): GraphQLSchema {
  const { query, types, ...config } = schema.toConfig();
  if (!query) throw new Error('The schema has no root fields.');
  const { fields, ...rest } = query.toConfig();
  const named = Object.keys(fields).filter((name) => !LAST_FIELDS.includes(name));
  const first = FIRST_FIELDS.filter((name) => named.includes(name));
  const order = new Set([...first, ...named, ...LAST_FIELDS]);
  const ordered = Object.fromEntries(
    [...order].flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])),
  );
  const root = new GraphQLObjectType({ ...rest, fields: ordered });
  return new GraphQLSchema({
    ...config,
    description: DESCRIPTION,
    query: root,
    types: types.map((type) => (type === query ? root : type)),
  });
}
