import { possessed } from './kazakh-cases.js';
import { kazakhNoun } from './kazakh-mention.js';
import { nameOf } from './named.js';
import { containsName, type Institution, type Office } from './institution.js';
import { words, type TextPart } from './text-part.js';

/** Offices that take the ending of possession after an institution in the genitive. */
const OFFICES =
  '(?:тең ?төраға|төраға|басшы|жетекші|директор|мүше|өкіл|елші|кеңесші|хатшы|сарапшы|үйлестіруші|қызметкер|президент|ректор|бастық|көмекші|министр|вице-министр)';
const ENDS_IN_OFFICE = new RegExp(`^(?:.* )?(${OFFICES})$`, 'u');

/** A title beside an office: «тұрақты өкілдің орынбасары», «басшының міндетін атқарушы». */
const BESIDE_OFFICE = new RegExp(
  `^((?:.* )?)(${OFFICES})(?:[нтд][ыі]ң)( (?:.* )?(?:орынбасары|міндетін атқарушы))$`,
  'u',
);

/** A title that ends in possession already: «министрдің орынбасары». */
const IS_POSSESSED = /[нтд][ыі]ң .*[ыі]$/u;

/** Writes a Kazakh title with its institution. See `officeParts`. */
export function kazakhOffice(title: TextPart, institution: Institution, hasEnded: boolean): Office {
  const { named } = institution;
  const { text } = title;
  const field = /^(.+) министрлігі$/u.exec(named.name)?.[1];
  const isNamed =
    containsName(text, [named.name]) ||
    (field !== undefined && containsName(text, [`${field} министр`]));
  if (isNamed) return { parts: [title], aside: [] };
  const minister = field === undefined ? null : ministerOf(text);
  if (field !== undefined && minister !== null) {
    const before = nameOf({ ...named, name: field });
    return { parts: [before, words(' ', 'kk'), { ...title, text: minister }], aside: [] };
  }
  const own = title.language === 'kk' ? ofInstitution(text, named.kind === 'STATE') : null;
  if (own !== null) {
    const parts = [...institution.in('genitive'), words(' ', 'kk'), { ...title, text: own }];
    return { parts, aside: [] };
  }
  if (!hasEnded) return { parts: [title], aside: institution.in('') };
  return { parts: [...institution.in('locative'), words(' ', 'kk'), title], aside: [] };
}

/** Returns the title of a minister or a deputy as it follows a field: «Әділет вице-министрі». */
function ministerOf(title: string): string | null {
  if (/^(?:вице-)?министр$/u.test(title)) return possessed(title);
  const deputy = /^министр(?:дің)? (.*орынбасары)$/u.exec(title)?.[1];
  return deputy === undefined ? null : `${genitiveOf(possessed('министр'))} ${deputy}`;
}

/** Adds the ending of the genitive to a noun that ends in possession. */
function genitiveOf(noun: string): string {
  return kazakhNoun(noun, 'genitive');
}

/** Returns a title as it follows an institution in the genitive, or null if it does not fit. */
function ofInstitution(title: string, isState: boolean): string | null {
  // A title that begins with a name has an institution of its own, except beside its state.
  if (/^\p{Lu}/u.test(title) && !isState) return null;
  const [, before = '', held, beside = ''] = BESIDE_OFFICE.exec(title) ?? [];
  if (held !== undefined) return before + genitiveOf(possessed(held)) + beside;
  const office = ENDS_IN_OFFICE.exec(title)?.[1];
  if (office !== undefined) return title.slice(0, -office.length) + possessed(office);
  return IS_POSSESSED.test(title) ? title : null;
}
