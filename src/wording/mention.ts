import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { datedName } from './dated-name.js';
import { englishMention, englishAgreement } from './english-mention.js';
import { kazakhMention, kazakhNoun } from './kazakh-mention.js';
import { inQuotes, nameOf, type Named } from './named.js';
import { russianAgreement, russianMention, russianNoun } from './russian-mention.js';
import type { Agreement } from './template.js';
import { words, type TextPart } from './text-part.js';

/**
 * Writes an entity in a form of a slot: a case, `bare` for its name alone, or `title` for its name
 * in quotation marks. `work` before a case is the work on it. Names that cannot be declined have a noun beside them, which is. A date at the
 * end of a name follows in parentheses, so that the name itself can be declined.
 */
export function mention(
  named: Named,
  form: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const work = /^work ?/.exec(form);
  if (work) return workMention(named, form.slice(work[0].length), language, vocabulary);
  if (form === 'bare') return [nameOf(named)];
  if (form === 'title') return inQuotes(named, language);
  const dated = datedName(named);
  if (dated) {
    const title = mention({ ...named, name: dated.title }, form, language, vocabulary);
    return [...title, words(` (${dated.date})`, named.language ?? language)];
  }
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

/** Writes the work on a theme, since that can be neither coordinated nor supported itself. */
function workMention(
  named: Named,
  form: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const isTheme =
    named.type === 'Topic' && named.kind !== 'MECHANISM' && named.kind !== 'PROCEDURE';
  const inCase = (of: string) => mention(named, of, language, vocabulary);
  if (!isTheme) return inCase(form);
  switch (language) {
    case 'en':
      return [words('work on ', 'en'), ...inCase('')];
    case 'ru':
      return [words(`${russianNoun('работа', form)} по `, 'ru'), ...inCase('dative')];
    case 'kk':
      return [...inCase('locative'), words(`ғы ${kazakhNoun('жұмыс', form)}`, 'kk')];
  }
}

/** Returns how the words about an entity agree with its mention. */
export function agreementOf(whole: Named, language: Language, vocabulary: Vocabulary): Agreement {
  const named = { ...whole, name: datedName(whole)?.title ?? whole.name };
  if (language === 'en') return englishAgreement(named);
  return language === 'ru'
    ? russianAgreement(named, nounOf(named, language, vocabulary))
    : 'singular';
}

function nounOf({ type, kind }: Named, language: Language, { entityTypes }: Vocabulary): string {
  const { noun, nounOfKind = {} } = entityTypes[type];
  return (nounOfKind[kind ?? ''] ?? noun)[language];
}
