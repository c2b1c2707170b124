import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { entityTypeNames, entityTypes } from '../../src/vocabulary/entity-types.js';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { kindList, valueLabels } from '../../src/vocabulary/value-labels.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('the vocabulary', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('has the entity types of the table', async () => {
    const { vocabulary } = await app.data(`{
      vocabulary {
        entityTypes {
          type field description term properties kinds { name description label(language: KK) }
          label ru: label(language: RU) kk: label(language: KK)
        }
      }
    }`);
    expect(vocabulary.entityTypes).toEqual(
      entityTypeNames.map((name) => {
        const { plural, description, term, properties, kinds, label } = entityTypes[name];
        return {
          type: name.toUpperCase(),
          field: plural,
          description,
          term,
          properties: Object.keys(properties),
          kinds: Object.entries(kinds).map(([kind, meaning]) => ({
            name: kind,
            description: meaning,
            label: valueLabels[kindList(name)]![kind]!.kk,
          })),
          label: label.en,
          ru: label.ru,
          kk: label.kk,
        };
      }),
    );
  });

  it('has the relation types of the table', async () => {
    const { vocabulary } = await app.data(
      `{
        vocabulary {
          relationTypes {
            type description term time qualifier properties forwardField backwardField
            ends { from to } label en: label(language: EN, direction: BACKWARD)
          }
        }
      }`,
      { language: 'ru' },
    );
    const upper = (types: readonly string[]) => types.map((type) => type.toUpperCase());
    expect(vocabulary.relationTypes).toEqual(
      Object.entries<RelationTypeDefinition>(relationTypes).map(([type, definition]) => ({
        type,
        description: definition.description,
        term: definition.term ?? null,
        time: definition.time,
        qualifier: definition.qualifier ?? null,
        properties: Object.keys(definition.properties),
        forwardField: definition.forward[0],
        backwardField: definition.backward[0],
        ends: definition.ends.map(({ from, to }) => ({ from: upper(from), to: upper(to) })),
        label: definition.label.ru[0],
        en: definition.label.en[1],
      })),
    );
  });

  it('has labels for the values of closed lists, in each language', async () => {
    const { vocabulary } = await app.data(
      '{ vocabulary { valueLists { name values { name label kk: label(language: KK) } } } }',
      { language: 'ru' },
    );
    const lists = vocabulary.valueLists as { name: string; values: object[] }[];
    expect(lists.find(({ name }) => name === 'TreatyAct')).toEqual({
      name: 'TreatyAct',
      values: [
        { name: 'SIGNATURE', label: 'подписание', kk: 'қол қою' },
        { name: 'RATIFICATION', label: 'ратификация', kk: 'ратификациялау' },
        { name: 'ACCESSION', label: 'присоединение', kk: 'қосылу' },
      ],
    });
  });
});
