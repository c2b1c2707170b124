import { nameOf } from './named.js';
import { containsName, type Institution, type Office } from './institution.js';
import { declined, russianCases } from './russian-cases.js';
import { words, type TextPart } from './text-part.js';

/** Offices that an institution in the genitive can follow, in the nominative and the genitive. */
const GOVERNING =
  '(?:сопредседател[ья]|председател[ья]|глав[аы]|руководител[ья]|директора?|член(?:а|ы)?|участника?|советника?|секретар[ья]|представител[ья]|координатора?|эксперта?|сотрудника?|помощника?|президента?|ректора?|начальника?|основател[ья])';
const ENDS_IN_OFFICE = new RegExp(`(?:^|[\\s-])${GOVERNING}$`, 'iu');
const OFFICE_AND_COMPLEMENT = new RegExp(
  `^(.*?(?:^|[\\s-])${GOVERNING})( (?:при|в|по|на|для) .+)$`,
  'iu',
);

/** A title that ends in a part of an institution, or is always followed by the institution. */
const ENDS_IN_PART =
  /(?:^|\s)(?:департамента|управления|отдела|службы|секретариата|аппарата|канцелярии)(?:\s|$)|по особым поручениям$/i;

/** Writes a Russian title with its institution. See `officeParts`. */
export function russianOffice(title: TextPart, institution: Institution): Office {
  const { named } = institution;
  const { text } = title;
  const known = declined(named.name);
  const forms = russianCases.flatMap((one) => known?.in(one) ?? []);
  const field = /^Министерство (.+)$/.exec(named.name)?.[1];
  const isNamed =
    containsName(text, [named.name, ...forms]) ||
    (field !== undefined && containsName(text, [`министр ${field}`, `министра ${field}`]));
  if (isNamed) return { parts: [title], aside: [] };
  const after = title.language === 'ru' ? afterTitle(text, field, institution) : null;
  if (!after) return { parts: [title], aside: institution.in('') };
  const [head, complement] = after.split;
  return {
    parts: [{ ...title, text: head }, words(' ', 'ru'), ...after.parts, { ...title, text: complement }],
    aside: [],
  }; // prettier-ignore
}

interface AfterTitle {
  readonly parts: readonly TextPart[];
  /** The title before and after these. */
  readonly split: readonly [before: string, after: string];
}

/** Returns how the institution stands with a title, or null if it does not fit. */
function afterTitle(
  title: string,
  field: string | undefined,
  { named, in: inCase }: Institution,
): AfterTitle | null {
  if (field !== undefined && /министра?$/i.test(title)) {
    return { parts: [nameOf({ ...named, name: field })], split: [title, ''] };
  }
  const split = OFFICE_AND_COMPLEMENT.exec(title);
  if (named.kind === 'STATE' && split) {
    return { parts: inCase('genitive'), split: [split[1] ?? '', split[2] ?? ''] };
  }
  return ENDS_IN_OFFICE.test(title) || ENDS_IN_PART.test(title)
    ? { parts: inCase('genitive'), split: [title, ''] }
    : null;
}
