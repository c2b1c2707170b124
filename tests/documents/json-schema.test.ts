import { describe, expect, it } from '@jest/globals';
import { documentJsonSchema } from '../../src/documents/format.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

interface Node {
  readonly description?: string;
  readonly const?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
}

const schema = documentJsonSchema(createVocabulary());

/** Yields all mappings of the schema, each with its path. */
function* mappingsIn(value: unknown, path: string): Generator<readonly [string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  const node: Node = value;
  if (node.properties) yield [path, node];
  for (const [key, part] of Object.entries(value)) yield* mappingsIn(part, `${path}.${key}`);
}

const mappings = [...mappingsIn(schema, 'document')];

/** The entries of relations, by their types. */
const relations = new Map(
  mappings.flatMap(([, { properties = {} }]) =>
    properties['from'] ? [[properties['type']?.const, properties] as const] : [],
  ),
);

describe('the JSON Schema of documents', () => {
  it('describes every key', () => {
    const keys = mappings.flatMap(([path, { properties = {} }]) =>
      Object.entries(properties).map(([key, node]) => [`${path}.${key}`, node] as const),
    );
    expect(keys.length).toBeGreaterThan(200);
    const silent = keys.filter(([, { description = '' }]) => description.trim() === '');
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('says what each value of a list of values means', () => {
    const enumerated = mappings.flatMap(([, { properties = {} }]) =>
      Object.values(properties).flatMap((node) => (node.enum ? [node] : [])),
    );
    expect(enumerated.length).toBeGreaterThan(10);
    for (const { enum: values = [], description = '' } of enumerated)
      expect(values.filter((value) => !description.includes(`\n${value}: `))).toEqual([]);
  });

  it.each([
    ['MEMBER_OF', 'Person.', 'Organization.'],
    ['PARTICIPATED_IN', 'Person or Organization.', 'Event.'],
    ['ABOUT', 'Statement or Event or Report.', 'any type.'],
    [
      'PART_OF',
      'Organization to Organization; Event to Event.',
      'Organization from Organization; Event from Event.',
    ],
  ])('says which types the ends of %s have', (type, from, to) => {
    const { from: first, to: last } = relations.get(type) ?? {};
    expect([first?.description, last?.description]).toEqual([
      `The slug of the entity that it leads from: ${from}`,
      `The slug of the entity that it leads to: ${to}`,
    ]);
  });
});
