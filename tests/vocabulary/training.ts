import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';

/** A relation type that is added to a copy of the table, and nowhere else. */
export const training: RelationTypeDefinition = {
  ends: [{ from: ['Person', 'Organization'], to: ['Person', 'Organization'] }],
  forward: ['trainings', 'Whom this one trained, and how far.'],
  backward: ['trainedBy', 'Who trained this one, and how far.'],
  properties: {
    level: {
      type: {
        enum: 'TrainingLevel',
        description: 'How far a training went.',
        values: { BASIC: 'The first steps.', ADVANCED: 'All the way.' },
      },
      stated: true,
      description: 'How far it went. Another level is another relation.',
    },
    date: relationTypes.SUBMITTED.properties.date,
    hours: { type: 'integer', stated: true, description: 'How many hours it took.' },
  },
  qualifier: 'level',
  time: 'POINT',
  label: {
    en: ['trained', 'was trained by'],
    ru: ['обучает', 'обучается у'],
    kk: ['оқытты', 'оқытқан'],
  },
  heading: {
    en: ['Trained', 'Trained by'],
    ru: ['Кого обучает', 'У кого обучается'],
    kk: ['Кімді оқытты', 'Кім оқытты'],
  },
  sentence: {
    en: '{from} trained {to}',
    ru: '{to} — среди обученных; наставник — {from}',
    kk: '{to} тәлімгері — {from}',
  },
  description: 'Somebody trained somebody.',
  term: 'schema:instructor',
};
