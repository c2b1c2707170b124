import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { englishOffice } from './english-office.js';
import { kazakhOffice } from './kazakh-office.js';
import type { Institution, Office } from './institution.js';
import { mention } from './mention.js';
import type { Named } from './named.js';
import { russianOffice } from './russian-office.js';
import type { TextPart } from './text-part.js';

/**
 * Writes the title of an office with its institution as the language does: “Chair of the Council”,
 * «председатель Совета», «Кеңестің төрағасы». A title that already names the institution stands by
 * itself. Where the two cannot be joined safely, the institution is set aside.
 */
export function officeParts(
  title: TextPart,
  institution: Named,
  hasEnded: boolean,
  language: Language,
  vocabulary: Vocabulary,
): Office {
  const where: Institution = {
    named: institution,
    in: (form) => mention(institution, form, language, vocabulary),
  };
  switch (language) {
    case 'en':
      return englishOffice(title, where);
    case 'ru':
      return russianOffice(title, where);
    case 'kk':
      return kazakhOffice(title, where, hasEnded);
  }
}
