import { z } from 'zod';
import { sourceKinds } from '../vocabulary/source-kinds.js';
import { listOf, oneOf, strict } from './schema-forms.js';
import { count, digest, partialDate, slug, text, url } from './text-schemas.js';

const citedSource = slug.describe('The slug of the source.');

const position = strict({
  start: count.describe('The number of code points before the passage.'),
  end: count.describe('The number of code points up to its end: one more than that of its last.'),
  sha256: digest.describe('The SHA-256 of the passage in UTF-8, as 64 hexadecimal digits.'),
})
  .optional()
  .describe(
    'The passage in the source: Unicode code points, the end exclusive, SHA-256 of its UTF-8.',
  );

const flag = z.boolean('This must be true or false.').optional();

const inferred = flag.describe(
  'True if the source only implies it. Inferred evidence is shown, and not counted.',
);

const note = text.optional().describe('What readers should know of it, in your own words.');

/** Evidence for relations as a whole, whatever their properties. */
export const defaultEvidenceSchema = strict({
  source: citedSource,
  position,
  inferred,
  note,
}).meta({ id: 'defaultEvidence' });

export const evidenceSchema = strict({
  source: citedSource,
  property: text
    .optional()
    .describe(
      'The property that it is for, such as startDate or names.ru; if absent, it is for the entry as a whole.',
    ),
  position,
  stance: oneOf(
    'stance',
    {
      CONFIRMS: 'The source says so.',
      CONTRADICTS: 'It says otherwise: `value` has what it says.',
    },
    'Whether the source confirms it, which is the default, or contradicts it.',
  ).optional(),
  value: z
    .union([text, z.number()], 'This must be text or a number.')
    .optional()
    .describe(
      'The value that the source states, if it differs; for a contradicted relation, the key of its rival.',
    ),
  preferred: flag.describe(
    'True for the value that is to be shown, whatever others say. Only evidence on a property has it.',
  ),
  inferred,
  note,
}).meta({ id: 'evidence' });

const languageExpected = 'The language must be a tag such as ru, kk or en.';

export const sourceSchema = strict({
  slug: slug.describe('What the source is called in documents, such as example-2025-12-10.'),
  publisher: slug.describe('The slug of the Organization that published it.'),
  informers: listOf(slug)
    .optional()
    .describe(
      'The slugs of the Organizations from which it took its content. Publishers that have it from the same ones have one origin.',
    ),
  title: text.optional().describe('Its title, as it was published.'),
  urls: listOf(url)
    .optional()
    .describe('The addresses at which it can be read, the best one first.'),
  language: z
    .string(languageExpected)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, languageExpected)
    .optional()
    .describe('The language that it is in, as a BCP 47 tag such as ru, kk or en.'),
  publishedAt: partialDate
    .optional()
    .describe(
      'The day on which it was published, in EDTF, such as 2025-12-10 or 2025-12. Leave it out if that is not known.',
    ),
  kind: oneOf('kind', sourceKinds, 'What kind of publication it is.').optional(),
  text: strict({
    length: count.describe('Its length in Unicode code points.'),
    sha256: digest.describe('The SHA-256 of its UTF-8, as 64 hexadecimal digits.'),
  })
    .optional()
    .describe('The copy that positions refer to: its length in code points and its SHA-256.'),
});
