import type { SchemaParts } from './kit/types.js';

/** Defines the type of the parts of sentences and explanations. */
export function defineTextParts({ textPart, entity, enums }: SchemaParts): void {
  textPart.implement({
    description: 'A part of a sentence or of an explanation.',
    fields: (t) => ({
      text: t.exposeString('text', {
        description: 'The text of the part, with the spaces and marks that belong to it.',
      }),
      entity: t.field({
        type: entity,
        nullable: true,
        description: 'The entity that the part names. Null for other words.',
        resolve: ({ entity: slug }, _args, { loaders }) =>
          slug === null ? null : loaders.entity(slug),
      }),
      language: t.field({
        type: enums.language,
        nullable: true,
        description:
          'The language of the part, which may differ from that of the whole text. Null if it is in none, such as a slug or an address.',
        resolve: ({ language }) => language,
      }),
    }),
  });
}
