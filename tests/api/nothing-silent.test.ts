import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openApp, type Answer, type TestApp } from '../support/app.js';
import { engines } from '../support/engines.js';

const schema = createSchema(createVocabulary());

const NONSENSE = 'qqqqqqqqqq';

/** Arguments that may name what is not there, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'Query.entity(slug)': 'null says that there is none; `suggestions` has the nearest',
  'Query.relation(key)': 'null says that there is none',
  'Query.source(slug)': 'null says that there is none',
  'Query.document(slug)': 'null says that there is none',
  'Query.node(id)': 'null says that there is none, as Relay has it',
  'Query.nodes(ids)': 'null says that there is none, as Relay has it',
  'Query.suggestions(slug)': 'it is asked about what is not there',
  'Query.search(query)': 'free text',
};

/** One record of each type, on which the fields of the type are asked. */
const samples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({
      Person: 'artur-lastaev',
      Organization: 'ombudsman-kz',
      Event: 'conference-penitentiary-2025',
      Topic: 'npm',
      Instrument: 'opcat',
      Report: 'spt-report-kaz-2023',
      Statement: 'st-bogner-npm',
      Place: 'astana',
    }).map(([type, slug]) => [type, `entity(slug: "${slug}") { ... on ${type} {} }`]),
  ),
  Positions: 'positions(about: "npm") {}',
  Relation: 'relation(key: "artur-lastaev~MEMBER_OF~ombudsman-kz") {}',
  Source: 'source(slug: "kt-2025-12-11") {}',
  Evidence: 'source(slug: "kt-2025-12-11") { evidence(first: 1) { nodes {} } }',
  Query: '',
};

/** Values of arguments that a field cannot do without. */
const required: Readonly<Record<string, string>> = {
  slug: '"npm"',
  from: '"npm"',
  to: '"opcat"',
  query: '"npm"',
  about: '"npm"',
  measure: 'DEGREE',
};

/** A place in the arguments that takes a text, and the argument with nonsense in that place. */
interface Place {
  readonly path: string;
  readonly text: string;
}

/** Returns the places of an input that take a text. No input object is entered twice. */
function placesIn(type: GraphQLInputType, path: string, above: readonly string[] = []): Place[] {
  const named = getNamedType(type);
  const list = isListType(isNonNullType(type) ? type.ofType : type);
  const listed = (text: string): string => (list ? `[${text}]` : text);
  if (named.name === 'String' || named.name === 'ID')
    return [{ path, text: listed(JSON.stringify(NONSENSE)) }];
  if (!isInputObjectType(named) || above.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    placesIn(field.type, `${path}.${field.name}`, [...above, named.name]).map((place) => ({
      path: place.path,
      text: listed(`{ ${field.name}: ${place.text} }`),
    })),
  );
}

type Field = GraphQLField<unknown, unknown>;

/** Returns the queries of a field, each with nonsense in one place, by that place. */
function queriesOf(owner: string, field: Field): [place: string, query: string][] {
  const type = getNamedType(field.type);
  const count = isObjectType(type) && type.getFields()['totalCount'] ? 'totalCount' : '__typename';
  const selection = 'getFields' in type ? ` { ${count} }` : '';
  return field.args.flatMap((argument) =>
    placesIn(argument.type, argument.name).map(({ path, text }): [string, string] => {
      const others = field.args
        .filter((other) => other !== argument && isNonNullType(other.type))
        .filter(({ defaultValue }) => defaultValue === undefined)
        .map(({ name }) => `${name}: ${required[name] ?? '"?"'}`);
      const asked = `${field.name}(${[...others, `${argument.name}: ${text}`].join(', ')})${selection}`;
      const sample = samples[owner] ?? '';
      const query = sample === '' ? `{ ${asked} }` : `{ ${sample.replace('{}', `{ ${asked} }`)} }`;
      return [`${owner}.${field.name}(${path})`, query];
    }),
  );
}

const owners = Object.values(schema.getTypeMap()).filter(isObjectType);

describe('an argument that names what is not there', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engines[0]!);
  });

  afterAll(() => app.close());

  const errorsOf = async (query: string): Promise<Answer['errors']> => {
    const body = JSON.stringify({ query });
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
    const response = await app.fetch('/graphql', { method: 'POST', headers, body });
    return ((await response.json()) as Answer).errors;
  };

  it.each(Object.keys(samples))('is an error in every field of %s', async (owner) => {
    const type = owners.find(({ name }) => name === owner)!;
    const silent: string[] = [];
    for (const field of Object.values(type.getFields())) {
      for (const [place, query] of queriesOf(owner, field)) {
        const errors = await errorsOf(query);
        const isError = errors?.every(
          ({ extensions }) => extensions?.['code'] === 'BAD_USER_INPUT',
        );
        if (isError !== true && !(place in exceptions)) silent.push(`${place}: ${query}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it('is asked for in every type whose fields have arguments with names', () => {
    const withNames = owners
      .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Connection'))
      .filter((type) =>
        Object.values(type.getFields()).some(({ args }) =>
          args.some(({ type: input, name }) =>
            placesIn(input, name).some(({ path }) => !/^(after|before)$/.test(path)),
          ),
        ),
      )
      .map(({ name }) => name);
    expect(Object.keys(samples)).toEqual(expect.arrayContaining(withNames));
    expect(Object.keys(samples)).toEqual(expect.arrayContaining([...entityTypeNames]));
  });

  it('is not an error only where an exception says why', () => {
    const places = owners.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        queriesOf(type.name, field).map(([place]) => place),
      ),
    );
    expect(places).toEqual(expect.arrayContaining(Object.keys(exceptions)));
  });

  it.each([
    ['organizations(filter: { kinds: ["OMBUDSMAN"] })', 'filter.kinds[0]', undefined],
    ['organizations(filter: { kinds: ["CONFERENCE"] })', 'filter.kinds[0]', undefined],
    ['organizations(filter: { kinds: ["nhri"] })', 'filter.kinds[0]', 'NHRI'],
    ['entities(filter: { types: [EVENT], kinds: ["NHRI"] })', 'filter.kinds[0]', undefined],
    ['people(filter: { kinds: ["NHRI"] })', 'filter.kinds[0]', undefined],
    [
      'sources(filter: { publishers: ["Kazakhstan Today"] })',
      'filter.publishers',
      'kazakhstan-today',
    ],
    ['sources(filter: { informers: ["mfa-kx"] })', 'filter.informers', 'mfa-kz'],
    ['sources(filter: { languages: ["rus"] })', 'filter.languages[0]', 'ru'],
    ['relations(from: ["artur-lastayev"])', 'from', 'artur-lastaev'],
    ['relations(filter: { without: ["kt-2025-12-10"] })', 'filter.without', 'kt-2025-12-11'],
    [
      'relations(filter: { relationTypes: [MEMBER_OF], roles: [SPEAKER] })',
      'filter.roles',
      undefined,
    ],
    ['entities(filter: { slugs: ["NPM"] })', 'filter.slugs', 'npm'],
    ['disagreements(targets: ["nope"])', 'targets', undefined],
  ])('is an error with the nearest name: %s', async (field, argument, nearest) => {
    const errors = await errorsOf(`{ ${field} { totalCount } }`);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', argument },
    ]);
    expect(errors?.[0]?.extensions?.['nearest']).toBe(nearest);
  });

  it('is an error in the connection of one end whose relations do not have the property', async () => {
    const errors = await errorsOf(
      '{ entity(slug: "ombudsman-kz") { ... on Organization { members(filter: { roles: [SPEAKER] }) { totalCount } } } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      'Relations of the type MEMBER_OF never have the property `role`. `roles` is for PARTICIPATED_IN.',
    ]);
  });
});
