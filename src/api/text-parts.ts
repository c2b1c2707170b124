import type { SchemaParts } from './kit/types.js';

/** Defines the type of the parts of sentences, explanations and citations. */
export function defineTextParts({ textPart, entity, enums }: SchemaParts): void {
  textPart.implement({
    description: 'A part of a sentence, of an explanation or of a citation.',
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
      sentenceNumber: t.int({
        nullable: true,
        description:
          'In an explanation: the number of the sentence that the part belongs to, from 1. Each relation of the path has one, together with what sources say against it. Null in a citation, and in all other texts.',
        resolve: (part) => ('sentenceNumber' in part ? part.sentenceNumber : null),
      }),
      citationNumber: t.int({
        nullable: true,
        description:
          'In an explanation: the number of the citation below the sentences that the part belongs to, by which they cite it, as in `[1]`. Null in a sentence, and in all other texts.',
        resolve: (part) => ('citationNumber' in part ? part.citationNumber : null),
      }),
    }),
  });
}
