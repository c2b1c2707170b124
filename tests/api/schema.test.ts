import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { examples } from '../../src/graphiql/examples.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const schema = createSchema(createVocabulary());
const FILE = 'schema.graphql';

describe('the schema', () => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

  it.each(types.map((type) => [type.name, type] as const))(
    'describes %s and all that it has in sentences',
    (_name, type) => {
      const wrong = describedParts(type).filter(
        ([, description]) =>
          !/^[A-Z`][^]*\.$/.test(description ?? '') || / {2}/.test(description ?? ''),
      );
      expect(wrong).toEqual([]);
    },
  );

  // What clients may count on: whatever is always there is not null.
  it.each([
    ['Entity', 'id', 'ID!'],
    ['Entity', 'slug', 'String!'],
    ['Entity', 'type', 'EntityType!'],
    ['Entity', 'kind', 'String'],
    ['Entity', 'version', 'Int!'],
    ['Entity', 'name', 'String!'],
    ['Entity', 'names', '[LocalizedText!]!'],
    ['Entity', 'aliases', '[LocalizedText!]!'],
    ['Entity', 'description', 'String'],
    ['Entity', 'sameAs', '[URL!]!'],
    ['Entity', 'degree', 'Int!'],
    ['Entity', 'relations', 'RelatedConnection!'],
    ['Entity', 'evidence', 'EvidenceConnection!'],
    ['Organization', 'members', 'RelatedPersonConnection!'],
    ['Person', 'statements', 'RelatedStatementConnection!'],
    ['Topic', 'discussedIn', 'RelatedConnection!'],
    ['Event', 'startDate', 'PartialDate'],
    ['Report', 'ordinal', 'Int'],
    ['Statement', 'act', 'StatementAct'],
    ['Statement', 'text', 'String'],
    ['RelatedPersonConnection', 'totalCount', 'Int!'],
    ['RelatedPersonConnection', 'pageInfo', 'PageInfo!'],
    ['RelatedPersonConnection', 'edges', '[RelatedPersonEdge!]!'],
    ['RelatedPersonConnection', 'nodes', '[Person!]!'],
    ['RelatedPersonEdge', 'node', 'Person!'],
    ['RelatedPersonEdge', 'relation', 'Relation!'],
    ['RelatedPersonEdge', 'cursor', 'String!'],
    ['RelatedEdge', 'node', 'Entity!'],
    ['PageInfo', 'endCursor', 'String'],
    ['Relation', 'key', 'String!'],
    ['Relation', 'type', 'RelationType!'],
    ['Relation', 'from', 'Entity!'],
    ['Relation', 'to', 'Entity!'],
    ['Relation', 'label', 'String!'],
    ['Relation', 'role', 'ParticipationRole'],
    ['Relation', 'act', 'TreatyAct'],
    ['Relation', 'kind', 'SupportKind'],
    ['Relation', 'title', 'String'],
    ['Relation', 'since', 'PartialDate'],
    ['Relation', 'publisherCount', 'Int!'],
    ['Relation', 'originCount', 'Int!'],
    ['Evidence', 'target', 'EvidenceTarget!'],
    ['Evidence', 'property', 'String'],
    ['Evidence', 'source', 'Source!'],
    ['Evidence', 'selector', 'TextPositionSelector'],
    ['Evidence', 'stance', 'Stance!'],
    ['Evidence', 'value', 'String'],
    ['Evidence', 'inferred', 'Boolean!'],
    ['Evidence', 'note', 'String'],
    ['Source', 'title', 'String'],
    ['Source', 'urls', '[URL!]!'],
    ['Source', 'publisher', 'Organization!'],
    ['Source', 'informers', '[Organization!]!'],
    ['Source', 'evidence', 'EvidenceConnection!'],
    ['Query', 'node', 'Node'],
    ['Query', 'nodes', '[Node]!'],
    ['Query', 'entity', 'Entity'],
    ['Query', 'relation', 'Relation'],
    ['Query', 'source', 'Source'],
    ['Query', 'entities', 'EntityConnection!'],
    ['Query', 'people', 'PersonConnection!'],
    ['Query', 'sources', 'SourceConnection!'],
    ['Query', 'relations', 'RelationConnection!'],
    ['Query', 'vocabulary', 'Vocabulary!'],
    ['Query', 'graphInfo', 'GraphInfo!'],
  ])('has %s.%s of the type %s', (name, field, type) => {
    const parent = schema.getType(name);
    const found =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field] : undefined;
    expect(String(found?.type)).toBe(type);
  });
});

describeOnEngines('the service', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('says in its schema what it is and where to begin, with fields that there are', () => {
    const { description } = schema;
    expect(description).toMatch(/^A graph of public life: .*\n\nBegin with `search`/);
    const named = [...(description ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()) : [],
    );
    expect(named.filter((name) => !fields.includes(name))).toEqual([]);
  });

  it('lists its root fields in the order in which one needs them', () => {
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(fields.slice(0, 5)).toEqual(['search', 'entity', 'suggestions', 'relation', 'source']);
    expect(fields.slice(-2)).toEqual(['node', 'nodes']);
  });

  it('serves the schema that is checked in', async () => {
    const response = await app.fetch('/schema.graphql');
    expect(await response.text()).toBe(await readFile(FILE, 'utf8'));
  });

  it.each(examples.map((example) => [example.title, example] as const))(
    'answers the example of GraphiQL with something for each of its fields: %s',
    async (_title, { query, variables }) => {
      const found = new Map<string, boolean>();
      note(await app.data(query, { ...(variables && { variables }) }), '', found);
      const empty = [...found].filter(([, isThere]) => !isThere).map(([path]) => path);
      expect([found.size > 3, empty]).toEqual([true, []]);
    },
  );
});

/** Everything of a type that a person can read about, with what there is to read. */
function describedParts(type: GraphQLNamedType): [name: string, description: string | undefined][] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type)) {
    for (const value of type.getValues()) parts.push([value.name, value.description]);
  }
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([field.name, field.description]);
      for (const arg of 'args' in field ? field.args : [])
        parts.push([`${field.name}(${arg.name})`, arg.description]);
    }
  }
  return parts.map(([name, description]) => [name, description ?? undefined]);
}

/** By path of fields, whether the answer has anything there at least once. */
function note(value: unknown, path: string, found: Map<string, boolean>): void {
  if (Array.isArray(value)) {
    for (const entry of value) note(entry, path, found);
    found.set(path, (found.get(path) ?? false) || value.length > 0);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) note(part, `${path}/${name}`, found);
    found.set(path, true);
  } else {
    found.set(path, (found.get(path) ?? false) || value !== null);
  }
}
