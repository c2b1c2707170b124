import { inQuotes, isPublication, nameOf, type Named } from './named.js';
import { declined, russianCases, type Declined } from './russian-cases.js';
import { statementMention, statementNoun } from './statement-words.js';
import type { Agreement } from './template.js';
import { words, type TextPart } from './text-part.js';

/**
 * Writes an entity in Russian in a case. A name whose declension is not known stays as it is, after
 * a noun in that case.
 */
export function russianMention(named: Named, noun: string, form: string): readonly TextPart[] {
  const grammaticalCase = russianCases.find((one) => one === form) ?? null;
  if (named.type === 'Statement') {
    return statementMention(named, 'ru', russianNoun(statementNoun(named, 'ru'), form));
  }
  const known = declensionOf(named);
  const inCase = known && (grammaticalCase ? known.in(grammaticalCase) : named.name);
  if (inCase != null) return [nameOf({ ...named, name: recased(inCase, named, known) })];
  if (!grammaticalCase && !needsNoun(named)) {
    return isPublication(named) ? inQuotes(named, 'ru') : [nameOf(named)];
  }
  const before = russianNoun(noun, form);
  if (isForeign(named)) return [words(`${before} `, 'ru'), nameOf(named)];
  if (named.type === 'Person') return [words(`${before} по имени `, 'ru'), nameOf(named)];
  if (named.type === 'Place' || named.kind === 'STATE')
    return [words(`${before} `, 'ru'), nameOf(named)];
  return [words(`${before} `, 'ru'), ...inQuotes(named, 'ru')];
}

/** Returns the gender and number of a mention in the nominative. */
export function russianAgreement(named: Named, noun: string): Agreement {
  if (named.type === 'Statement') return agreementOfNoun(statementNoun(named, 'ru'));
  if (named.type === 'Person') return genderOfPerson(named.name);
  const known = declensionOf(named);
  if (known) return known.agreement;
  if (needsNoun(named)) return agreementOfNoun(noun);
  if (named.kind === 'COLLECTIVE' && /^\p{L}+[ыи]е? и /u.test(named.name)) return 'plural';
  return (named.language === 'ru' && declined(named.name)?.agreement) || 'singular';
}

/**
 * Titles, topics and organizations with names in Latin letters have a noun even in the nominative:
 * «организация Rights First сообщила».
 */
function needsNoun(named: Named): boolean {
  const { type } = named;
  const hasTitle = type === 'Event' || type === 'Instrument' || type === 'Report';
  return hasTitle || type === 'Topic' || isForeign(named);
}

/** Returns whether an organization has its name in Latin letters. It has no quotation marks then. */
export function isForeign({ type, name }: Named): boolean {
  return type === 'Organization' && !/\p{Script=Cyrillic}/u.test(name);
}

export function russianNoun(noun: string, form: string): string {
  const grammaticalCase = russianCases.find((one) => one === form);
  return grammaticalCase ? (declined(noun)?.in(grammaticalCase) ?? noun) : noun;
}

function agreementOfNoun(noun: string): Agreement {
  return declined(noun)?.agreement ?? 'singular';
}

const EVENTS =
  /^(?:сессия|встреча|заседание|посещение|визит|поездка|обзор|пресс-конференция|брифинг|рассмотрение|принятие|конференция|форум|совещание|саммит|семинар|слушание|диалог|церемония|съезд|конгресс|собрание)$/;
const DOCUMENTS =
  /^(?:конвенция|пакт|протокол|декларация|закон|договор|соглашение|указ|приказ|постановление|план|устав|конституция|кодекс|стратегия|концепция|программа|резолюция|хартия|меморандум|распоряжение|решение|доклад|отч[её]т|представление|обращение|исследование|заключение|замечания|ответ|письмо|записка)$/;
const INSTITUTIONS =
  /^(?:академия|агентство|ассоциация|бюро|ведомство|движение|делегация|департамент|институт|коалиция|колония|комиссия|комитет|компания|лига|министерство|общество|организация|офис|палата|партия|партн[её]рство|подкомитет|представительство|прокуратура|служба|совет|союз|суд|тюрьма|университет|управление|учреждение|федерация|фонд|центр|школа)$/;

/** The kinds of organizations whose names say what they are, rather than being chosen freely. */
const DESCRIBED_KINDS: readonly (string | null)[] = [
  'STATE', 'GOVERNMENT', 'PARLIAMENT', 'COURT', 'PROSECUTION', 'NHRI', 'INTERGOVERNMENTAL', 'TREATY_BODY', 'CONSULTATIVE', 'COLLECTIVE',
]; // prettier-ignore

/** Returns how a name is declined, if it is Russian and says what it names. Null for a title. */
function declensionOf({ name, type, kind, language }: Named): Declined | null {
  if (language !== 'ru' || type === 'Person' || type === 'Statement') return null;
  const known = declined(name);
  if (!known) return null;
  switch (type) {
    case 'Organization':
      if (kind === 'MEDIA') return null;
      return DESCRIBED_KINDS.includes(kind) || INSTITUTIONS.test(known.head) ? known : null;
    case 'Event':
      return EVENTS.test(known.head) ? known : null;
    case 'Topic':
      return kind === 'MECHANISM' || kind === 'PROCEDURE' ? known : null;
    case 'Place':
      return known.agreement === 'plural' ? null : known;
    default:
      return DOCUMENTS.test(known.head) ? known : null;
  }
}

/**
 * Events, reports, laws and orders begin with a small letter within a sentence if their names say
 * what they are. Institutions begin with a capital, even where a source writes them without.
 */
function recased(text: string, { type, kind, name }: Named, known: Declined | null): string {
  if (type === 'Organization') {
    return kind === 'COLLECTIVE' ? text : text.charAt(0).toUpperCase() + text.slice(1);
  }
  const [first = ''] = name.split(' ');
  const isDocument = type === 'Report' || kind === 'LAW' || kind === 'ORDER';
  const isCommon =
    isDocument ||
    (type === 'Event' &&
      (first.toLowerCase() === known?.head ||
        /^(?:Перв|Втор|Трет|Расширенн|Совместн|Очередн)/.test(first)));
  return isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The endings of patronymics and surnames that show the gender. */
const MASCULINE = /^\p{L}{2,}(?:[оеё]в|[иы]н|[сц]кий|ской|[оеи]вич|ұлы|улы)$/iu;
const FEMININE = /^\p{L}{2,}(?:[оеё]ва|[иы]на|[сц]кая|[оеи]вна|ична|қызы|кызы)$/iu;

/** Returns the gender that a surname or a patronymic shows; `singular` if none does. */
function genderOfPerson(name: string): Agreement {
  const all = name.split(/[\s-]+/);
  const isMasculine = all.some((word) => MASCULINE.test(word));
  const isFeminine = all.some((word) => FEMININE.test(word));
  if (isMasculine === isFeminine) return 'singular';
  return isMasculine ? 'masculine' : 'feminine';
}
