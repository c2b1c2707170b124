import type { Language } from '../vocabulary/languages.js';
import { inQuotes, nameOf, type Named } from './named.js';
import { asClause } from './sentence-case.js';
import { formOf, type Agreement } from './template.js';
import { words, type TextPart } from './text-part.js';

/** How something was said, by the `act` of its statement. `SAID` serves for all that is not listed. */
type Acts = Readonly<Record<string, string>> & { readonly SAID: string };

/** The verbs before a clause. In Russian, the forms of the past and the present for no gender. */
const verbs: Readonly<Record<Language, Acts>> = {
  en: {
    SAID: 'said',
    STRESSED: 'stressed',
    WELCOMED: 'noted with satisfaction',
    URGED: 'urged action, saying',
    NOTED: 'noted',
    RECALLED: 'recalled',
    PRAISED: 'noted with appreciation',
    REPORTED: 'reported',
    ASKED: 'asked',
  },
  ru: {
    SAID: 'сказал/сказала/сказало/сказали/говорит',
    STRESSED: 'подчеркнул/подчеркнула/подчеркнуло/подчеркнули/подчёркивает',
    WELCOMED:
      'с удовлетворением отметил/с удовлетворением отметила/с удовлетворением отметило/с удовлетворением отметили/с удовлетворением отмечает',
    URGED:
      'выступил с призывом, заявив/выступила с призывом, заявив/выступило с призывом, заявив/выступили с призывом, заявив/выступает с призывом, заявляя',
    NOTED: 'отметил/отметила/отметило/отметили/отмечает',
    RECALLED: 'напомнил/напомнила/напомнило/напомнили/напоминает',
    PRAISED:
      'с одобрением отметил/с одобрением отметила/с одобрением отметило/с одобрением отметили/с одобрением отмечает',
    REPORTED: 'сообщил/сообщила/сообщило/сообщили/сообщает',
    ASKED: 'спросил/спросила/спросило/спросили/спрашивает',
  },
  kk: {
    SAID: 'деді',
    STRESSED: 'деп баса айтты',
    WELCOMED: 'деп қанағаттанушылықпен атап өтті',
    URGED: 'деп үндеу тастады',
    NOTED: 'деп атап өтті',
    RECALLED: 'деп еске салды',
    PRAISED: 'деп ризашылықпен атап өтті',
    REPORTED: 'деп хабарлады',
    ASKED: 'деп сұрады',
  },
};

/**
 * Tells what was said, after the name of who said it. Only the speaker’s own words are in quotation
 * marks. A text in another language follows a colon.
 */
export function saidParts(
  statement: Named,
  language: Language,
  agreement: Agreement,
): readonly TextPart[] {
  const acts = verbs[language];
  const verb = formOf(acts[actOf(statement, language)] ?? acts.SAID, agreement);
  const isQuotation = statement.form === 'QUOTATION';
  if (language === 'kk') {
    const text = isQuotation ? quotation(statement, 'kk') : [clauseOf(statement, language)];
    return statement.language === 'kk' || isQuotation
      ? [...text, words(` ${verb}`, 'kk')]
      : [words(`${verb.replace(/^деп /, '')}: `, 'kk'), nameOf(statement)];
  }
  if (isQuotation) return [words(`${verb}: `, language), ...quotation(statement, language)];
  if (isTold(statement, language)) {
    const that = language === 'en' ? ' that ' : ', что ';
    return [words(verb + that, language), clauseOf(statement, language)];
  }
  return [words(`${verb}: `, language), clauseOf(statement, language)];
}

/** Words that praise or welcome. */
const PRAISE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:deserves?|welcome|praise|good news)\b/i,
  ru: /заслужива|одобрен|похвал/i,
  kk: /лайық/i,
};

/** Praise is only noted where the text says it already. */
function actOf({ act, name }: Named, language: Language): string {
  const isSaid = (act === 'PRAISED' || act === 'WELCOMED') && PRAISE[language].test(name);
  return isSaid ? 'NOTED' : (act ?? 'SAID');
}

/** The nouns for statements: one that says something, one that asks. */
const nouns: Readonly<Record<Language, readonly [point: string, question: string]>> = {
  en: ['point', 'question'],
  ru: ['высказывание', 'вопрос'],
  kk: ['мәлімдеме', 'сұрақ'],
};

export function statementNoun({ name }: Named, language: Language): string {
  return nouns[language][isQuestion(name) ? 1 : 0];
}

/**
 * Names a statement as the subject or object of a sentence: “the point that …”. In Russian and
 * Kazakh the noun is given in its case.
 */
export function statementMention(
  statement: Named,
  language: Language,
  inCase: string | ((noun: string) => string) = (noun) => noun,
): readonly TextPart[] {
  const noun = typeof inCase === 'string' ? inCase : inCase(statementNoun(statement, language));
  const told = isTold(statement, language);
  const isQuotation = statement.form === 'QUOTATION';
  const clause = isQuotation ? quotation(statement, language) : [clauseOf(statement, language)];
  switch (language) {
    case 'en':
      if (isQuotation) return [words('the statement ', 'en'), ...clause];
      return told
        ? [words(`the ${noun} that `, 'en'), ...clause]
        : [words(`the ${noun} (`, 'en'), ...clause, words(')', 'en')];
    case 'ru':
      if (isQuotation) return [words(`${noun} `, 'ru'), ...clause];
      return told
        ? [words(`${noun} о том, что `, 'ru'), ...clause, words(',', 'ru')]
        : [words(`${noun} (`, 'ru'), ...clause, words(')', 'ru')];
    case 'kk':
      return statement.language === 'kk' || isQuotation
        ? [...clause, words(` деген ${noun}`, 'kk')]
        : [words(`мына ${noun} (`, 'kk'), ...clause, words(')', 'kk')];
  }
}

/** Whether the text can go on after “that”: it is in the language of the sentence and no question. */
function isTold({ name, language: own, form }: Named, language: Language): boolean {
  return own === language && form !== 'QUOTATION' && !isQuestion(name);
}

/** Returns whether the text of a statement asks something. */
export function isQuestion(text: string): boolean {
  return /\?\s*$/.test(text);
}

/** In Russian and Kazakh the full stop stands after the quotation marks. */
function quotation(statement: Named, language: Language): readonly TextPart[] {
  const { name } = statement;
  const shown = language === 'en' ? name : name.replace(/(?<!\.)\.$/, '');
  return inQuotes({ ...statement, name: shown }, language);
}

function clauseOf(statement: Named, language: Language): TextPart {
  const { name, language: own } = statement;
  if (own === null) return nameOf(statement);
  const clause = own === language ? asClause(name, language) : name.replace(/(?<!\.)\.$/, '');
  return nameOf({ ...statement, name: language === 'kk' ? clause.replace(/\?$/, '') : clause });
}
