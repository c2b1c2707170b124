import { nameOf } from './named.js';
import { containsName, type Institution, type Office } from './institution.js';
import { words, type TextPart } from './text-part.js';

/** Offices that are “of” an institution; one holds others “at” it. */
const OF_INSTITUTION =
  /\b(?:Chair(?:man|woman|person)?|Head|Member|President|Director|Secretary(?:[ -]General)?|Representative|Speaker|Leader|Founder|Coordinator|Rector)$/i;

/** Offices that serve an institution, “to” which they are. */
const TO_INSTITUTION = /\b(?:Advis[eo]r|Assistant)$/i;

/** Writes an English title with its institution. See `officeParts`. */
export function englishOffice(title: TextPart, { named, in: inForm }: Institution): Office {
  const { text } = title;
  const shown = { ...title, text: withArticle(text) };
  const field = /^Ministry (?:of|for) (?<field>.+)$/.exec(named.name)?.groups?.['field'];
  if (containsName(text, [named.name]) || (field && containsName(text, [`Minister of ${field}`]))) {
    return { parts: [shown], aside: [] };
  }
  if (field !== undefined && /Minister$/.test(text)) {
    const rest = nameOf({ ...named, name: field });
    return { parts: [shown, words(' of ', 'en'), rest], aside: [] };
  }
  const institution = inForm('');
  const [head = '', complement = ''] = text.split(/(?= (?:to|for|at|in|on) )/, 2);
  if (named.kind === 'STATE' && complement !== '') {
    const after = text.slice(head.length);
    return {
      parts: [{ ...shown, text: withArticle(head) }, words(' of ', 'en'), ...institution, { ...title, text: after }],
      aside: [],
    }; // prettier-ignore
  }
  const preposition = OF_INSTITUTION.test(text)
    ? ' of '
    : TO_INSTITUTION.test(text)
      ? ' to '
      : ' at ';
  return { parts: [shown, words(preposition, 'en'), ...institution], aside: [] };
}

/** A title in small letters is a common noun: “a leading member”. So is “Member”. */
function withArticle(title: string): string {
  if (title === 'Member') return 'a member';
  if (!/^\p{Ll}/u.test(title) || /^(?:an?|the) /.test(title)) return title;
  return `${/^[aeiou]/.test(title) ? 'an' : 'a'} ${title}`;
}
