import { kazakhCases, withCase, type KazakhCase } from './kazakh-cases.js';
import { inQuotes, nameOf, type Named } from './named.js';
import { statementMention } from './statement-words.js';
import { words, type TextPart } from './text-part.js';

/**
 * Writes an entity in Kazakh in a case. Titles, and names that take no Kazakh ending, stay as they
 * are, before a noun in that case.
 */
export function kazakhMention(named: Named, noun: string, form: string): readonly TextPart[] {
  const grammaticalCase = kazakhCases.find((one) => one === form) ?? null;
  if (named.type === 'Statement') {
    return statementMention(named, 'kk', (statement) => kazakhNoun(statement, form));
  }
  if (!isTitle(named)) {
    const inCase = grammaticalCase ? withEnding(named, grammaticalCase) : named.name;
    if (inCase !== null) return [nameOf({ ...named, name: lowered(inCase, named) })];
  }
  if (named.type === 'Person') {
    return [nameOf(named), words(` есімді ${kazakhNoun(noun, form)}`, 'kk')];
  }
  return [...inQuotes(named, 'kk'), words(` ${kazakhNoun(noun, form)}`, 'kk')];
}

/** Reports and events that begin with what they are have a small letter within a sentence. */
function lowered(text: string, { type, language }: Named): string {
  const isCommon =
    language === 'kk' &&
    (type === 'Report' || type === 'Event') &&
    /^(?:Бірінші|Екінші|Үшінші|Төртінші|Бесінші|Алтыншы|Жетінші|Сегізінші|Тоғызыншы|Оныншы|Кеңейтілген|Бірлескен|Кезекті|Қорытынды) /u.test(
      text,
    );
  return isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function isTitle({ type, kind, language, name }: Named): boolean {
  if (type === 'Topic') {
    return language !== 'kk' || (kind !== 'MECHANISM' && kind !== 'PROCEDURE');
  }
  const hasTitle = type === 'Event' || type === 'Instrument' || type === 'Report';
  return hasTitle && !(language === 'kk' && HEAD_NOUN.test(name));
}

/**
 * Matches a name that ends in the noun for what it is, with or without the ending of possession:
 * “Азаптауларға қарсы конвенция”. It takes endings itself, and needs no other noun.
 */
const HEAD_NOUN =
  /(?:^|[\s-])(?:конвенция(?:сы)?|пакт(?:і|ісі)?|хаттама(?:сы)?|декларация(?:сы)?|хартия(?:сы)?|заң(?:ы)?|жарлық|жарлығы|бұйрық|бұйрығы|өкім(?:і)?|жоспар(?:ы)?|баяндама(?:сы)?|есеп|есебі|материал(?:ы)?|ескертулер(?:і)?|сессия(?:сы)?|отырыс(?:ы)?|жиналыс(?:ы)?|кездесу(?:і)?|сапар(?:ы)?|шолу(?:ы)?|конференция(?:сы)?|брифинг(?:і)?)$/iu;

/** Names of people and places take Kazakh endings in whatever language they are. */
function withEnding({ name, type, language }: Named, grammaticalCase: KazakhCase): string | null {
  const isProper = type === 'Person' || type === 'Place';
  return isProper || language === 'kk' ? withCase(name, grammaticalCase) : null;
}

/** The nouns beside names end in possession, which `withCase` knows by what stands before. */
export function kazakhNoun(noun: string, form: string): string {
  const grammaticalCase = kazakhCases.find((one) => one === form);
  if (!grammaticalCase) return noun;
  const before = 'a ';
  return withCase(before + noun, grammaticalCase)?.slice(before.length) ?? noun;
}
