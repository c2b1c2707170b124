import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate, isObjectType, isScalarType, isEnumType, getNamedType } from 'graphql';
import { usualWords } from '../../src/api/kit/usual-words.js';
import { createSchema } from '../../src/api/schema.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openCouncil } from '../support/council.js';
import type { TestApp } from '../support/app.js';
import { engines } from '../support/engines.js';

const schema = createSchema(createVocabulary());

describe('an unknown field', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engines[0]!);
  });

  afterAll(() => app.close());

  it.each([
    ['{ people { name } }', 'nodes { name }'],
    ['{ people { edges { name } } }', 'node { name }'],
    ['{ people { speakers } }', null],
    ['{ statements { speaker } }', 'nodes { madeBy }'],
    ['{ statements { nodes { speaker } } }', 'madeBy'],
    ['{ statements { edges { node { author { name } } } } }', 'madeBy'],
    ['{ person(slug: "ada") { name } }', 'entity(slug: "…")'],
    ['{ persons { totalCount } }', 'people'],
    ['{ organisation(slug: "council") { name } }', 'entity(slug: "…")'],
    ['{ events { nodes { speakers { name } } } }', 'participants(filter: { roles: [SPEAKER] })'],
    ['{ entity(slug: "ada") { title } }', 'name'],
    ['{ people { nodes { title } } }', 'name'],
    ['{ entity(slug: "council") { ... on Organization { members { name } } } }', 'nodes { name }'],
    ['{ relations { key } }', 'nodes { key }'],
    ['{ relations { nodes { sentences } } }', null],
    ['{ sources { nodes { url } } }', 'urls'],
    ['{ search(query: "ada") { slug } }', 'nodes { slug }'],
  ])('in %s is answered with what to write instead', async (query, instead) => {
    const { errors } = await app.ask(query);
    const hint = instead === null ? undefined : `Did you mean \`${instead}\`?`;
    const [error] = errors ?? [];
    expect(errors).toHaveLength(1);
    if (hint === undefined) expect(error?.extensions?.['hint'] ?? '').not.toContain('Did you mean');
    else {
      expect(error?.extensions?.['hint']).toBe(hint);
      expect(error?.message).toMatch(
        /^Cannot query field "\w+" on type "\w+"\. Did you mean `[^`]+`\?$/,
      );
    }
  });
});

describe('a field that only some types have', () => {
  it.each([
    ['startDate', ['Event']],
    ['participations', ['Organization', 'Person']],
    ['discussedIn', [...entityTypeNames].sort()],
  ])('is answered with all of these types: %s', async (field, types) => {
    const app = await openCouncil(engines[0]!);
    const { errors } = await app.ask(`{ entity(slug: "ada") { ${field} } }`);
    await app.close();
    const [error] = errors ?? [];
    const named = error?.extensions?.['hint'] as string;
    expect(named).toMatch(/^Did you mean to use an inline fragment on .*\?$/);
    expect(named.match(/[A-Z][a-z]+(?=,| or|\?)/g)).toEqual(types);
    expect(error?.message).toBe(`Cannot query field "${field}" on type "Entity". ${named}`);
  });
});

describe('the table of usual words', () => {
  const words = Object.entries(usualWords).flatMap(([type, ofType]) =>
    (type === 'entity' ? entityTypeNames : [type]).flatMap((name) =>
      Object.entries(ofType)
        .filter(([word]) => type !== 'entity' || usualWords[name]?.[word] === undefined)
        .map(([word, instead]) => [name, word, instead] as const),
    ),
  );

  it('has only words that are no fields', () => {
    const fields = words.filter(([type, word]) => {
      const found = schema.getType(type);
      return !isObjectType(found) || found.getFields()[word] !== undefined;
    });
    // A type of entities may have a field of its own that is called so.
    expect(fields.filter(([type, word]) => usualWords[type]?.[word] !== undefined)).toEqual([]);
  });

  it('says for each word what can be selected instead', () => {
    const wrong = words.filter(([type, , instead]) => {
      const query = `query { __typename } fragment F on ${type} { ${withSelection(type, instead)} }`;
      const errors = validate(schema, parse(query));
      return errors.some(({ message }) => !message.includes('is never used'));
    });
    expect(wrong).toEqual([]);
  });

  /** Selects something of what a hint ends with, if that has fields. */
  function withSelection(type: string, instead: string): string {
    if (instead.endsWith('}')) return instead;
    const owner = schema.getType(type);
    const name = /^\w+/.exec(instead)![0];
    const field = isObjectType(owner) ? owner.getFields()[name] : undefined;
    const named = field && getNamedType(field.type);
    return isScalarType(named) || isEnumType(named) ? instead : `${instead} { __typename }`;
  }
});
