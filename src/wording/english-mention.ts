import { inQuotes, nameOf, type Named } from './named.js';
import { asClause } from './sentence-case.js';
import { statementMention } from './statement-words.js';
import type { Agreement } from './template.js';
import { words, type TextPart } from './text-part.js';

/** Writes an entity in English, with its article. */
export function englishMention(named: Named, noun: string): readonly TextPart[] {
  const { name, type, language } = named;
  if (type === 'Statement') return statementMention(named, 'en');
  const isTitle = type === 'Event' || type === 'Instrument' || type === 'Report';
  if (language !== 'en') {
    if (isTitle && language !== null)
      return [words(`the ${noun} `, 'en'), ...inQuotes(named, 'en')];
    return type === 'Topic' && language !== null ? inQuotes(named, 'en') : [nameOf(named)];
  }
  if (isTitle && !isDescription(name) && !isSymbol(name))
    return [words(`the ${noun} `, 'en'), ...inQuotes(named, 'en')];
  if (!takesArticle(named)) return [nameOf(named)];
  const isCommon = (type === 'Event' || type === 'Report') && isDescription(name);
  const shown = isCommon ? asDescription(name) : name;
  return [words('the ', 'en'), nameOf({ ...named, name: shown })];
}

/** Returns whether verbs about an entity are in the plural. */
export function englishAgreement({ name, type, kind, language }: Named): Agreement {
  if (type === 'Person' || type === 'Place' || type === 'Statement' || language !== 'en')
    return 'singular';
  if (type === 'Organization' && kind !== 'COLLECTIVE') return 'singular';
  if (type !== 'Organization' && !isDescription(name)) return 'singular';
  const [head = ''] = name.split(/ (?:of|on|for|in|to|by|under|against|between|with|at|from)(?= )/);
  return / and /.test(head.replace(/\bhundred and /i, '')) ||
    /(?:[^s]s|people|women|men|children)$/i.test(head)
    ? 'plural'
    : 'singular';
}

function takesArticle({ name, type, kind }: Named): boolean {
  if (/^(?:the|a|an)\s/i.test(name)) return false;
  switch (type) {
    case 'Person':
    case 'Statement':
      return false;
    case 'Place':
      return COUNTRIES.test(name);
    case 'Organization':
      return organizationTakesArticle(name, kind);
    case 'Topic':
      return kind === 'MECHANISM' || kind === 'PROCEDURE' || NOUN_WITH_COMPLEMENT.test(name);
    default:
      return !/\bNo\.? ?\d/.test(name) && !isSymbol(name);
  }
}

function organizationTakesArticle(name: string, kind: string | null): boolean {
  if (kind === 'COLLECTIVE') return false;
  if (kind === 'STATE') return COUNTRIES.test(name);
  if (/\bNo\.? ?\d|№/.test(name) || /^\p{L}+ University$/u.test(name)) return false;
  return ABBREVIATIONS.test(name) || (kind !== 'MEDIA' && INSTITUTIONS.test(name));
}

const COUNTRIES =
  /^(?:Netherlands|Philippines|Gambia|Bahamas|Maldives|Seychelles|Comoros|United .+|.*\b(?:Republic|Islands|Emirates|Kingdom|Federation|States|Union))\b/;

/** Abbreviations that are read letter by letter and take an article. */
const ABBREVIATIONS = /^(?:UN|EU|OSCE|OECD|WHO|IMF|CIS|SCO|ILO|ICRC|NPM|SPT)$/;

const INSTITUTIONS =
  /\b(?:Academy|Agency|Assembly|Association|Authority|Bureau|Cent(?:er|re)|Chamber|Coalition|Commission(?:er)?|Committee|Council|Court|Delegation|Department|Directorate|Embassy|Federation|Foundation|Fund|Government|Group|House|Inspectorate|Institute|Institution|League|Ministry|Mission|Movement|Nations|Network|Office|Ombudsman|Organi[sz]ation|Parliament|Partnership|Party|Platform|Programme|Program|Secretariat|Senate|Service|Society|Subcommittee|Union|University of)\b/;

/** A topic such as “abolition of the death penalty” or “rule of law”. */
const NOUN_WITH_COMPLEMENT =
  /^(?!freedom|equality|lack|respect|use|right)\p{Ll}[\p{L}-]* of |^(?:death penalty|penal system|penitentiary system|prison population)$/u;

/** Nouns that say what an event, an instrument or a report is, rather than being its title. */
const DESCRIPTIONS =
  /\b(?:sessions?|meetings?|review|visit|press conference|briefing|hearings?|summit|forum|conference|congress|adoption|seminar|workshop|round table|consultations|talks|ceremony|dialogue|examination|consideration|convention|covenant|protocol|declaration|treaty|charter|pact|agreement|constitution|code|law|act|decree|order|resolution|plan|programme|strategy|rules|principles|regulations?|reports?|observations|submission|communication|recommendations|comments|repl(?:y|ies)|response|account|findings|statement|study|opinion|letter)\b(?= (?:of|on|for|in|to|by|under|against|between|with|at|from|No)\b|,| \(|$)/i;

function isDescription(name: string): boolean {
  return DESCRIPTIONS.test(name) && !/^(?:On|About) /.test(name);
}

/** A symbol of a document, such as “CCPR/C/KAZ/CO/3”. */
function isSymbol(name: string): boolean {
  return /^[\p{Lu}\d./-]+$/u.test(name);
}

function asDescription(name: string): string {
  return /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(name) && !name.startsWith('Universal ')
    ? asClause(name, 'en')
    : name;
}
