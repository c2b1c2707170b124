import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { englishMention, englishAgreement } from './english-mention.js';
import { kazakhMention } from './kazakh-mention.js';
import { inQuotes, nameOf, type Named } from './named.js';
import { russianAgreement, russianMention } from './russian-mention.js';
import type { Agreement } from './template.js';
import type { TextPart } from './text-part.js';

/**
 * Writes an entity in a form of a slot: a case, `bare` for its name alone, or `title` for its name
 * in quotation marks. Names that cannot be declined have a noun beside them, which is.
 */
export function mention(
  named: Named,
  form: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  if (form === 'bare') return [nameOf(named)];
  if (form === 'title') return inQuotes(named, language);
  const noun = nounOf(named, language, vocabulary);
  switch (language) {
    case 'en':
      return englishMention(named, noun);
    case 'ru':
      return russianMention(named, noun, form);
    case 'kk':
      return kazakhMention(named, noun, form);
  }
}

/** Returns how the words about an entity agree with its mention. */
export function agreementOf(named: Named, language: Language, vocabulary: Vocabulary): Agreement {
  if (language === 'en') return englishAgreement(named);
  return language === 'ru'
    ? russianAgreement(named, nounOf(named, language, vocabulary))
    : 'singular';
}

function nounOf({ type, kind }: Named, language: Language, { entityTypes }: Vocabulary): string {
  const { noun, nounOfKind = {} } = entityTypes[type];
  return (nounOfKind[kind ?? ''] ?? noun)[language];
}
