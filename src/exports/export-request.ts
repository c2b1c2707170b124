import {
  addressQuery,
  readAddress,
  relationFilter,
  type AddressProblem,
} from '../addresses/address.js';
import { filterNames, type ParameterName, type ViewState } from '../addresses/parameters.js';
import { badInput, type KenesError } from '../errors.js';
import type { RelationFilterInput } from '../questions/filters.js';
import { quoted } from '../values/shown-input.js';
import { languages, type Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Format, FormatOptions } from './format.js';
import { readOptions } from './format-options.js';
import { readRelationFilter } from './read-filter.js';

/** What is to be exported, and as what. */
export interface ExportRequest {
  readonly format: Format;
  readonly options: FormatOptions;
  /** The state of the view, without what only says how it is shown. */
  readonly state: ViewState;
  readonly filter: RelationFilterInput;
  readonly language: Language;
  /** The path and the query at which the same can be had again. */
  readonly address: string;
}

/** What an address of a view asks that an export does not answer. */
const otherQuestions = ['q', 'from', 'to', 'event', 'maxLength'] as const;

/** The parts of the state of a view that change what is exported. */
const exported: readonly ParameterName[] = ['center', 'depth', ...filterNames, 'lang'];

/**
 * Reads the query of an address.
 * @throws KenesError BAD_USER_INPUT for whatever cannot be read, with what is allowed.
 */
export function readExportRequest(
  format: Format,
  query: URLSearchParams,
  vocabulary: Vocabulary,
): ExportRequest {
  const { options, text, rest } = readOptions(format, query);
  const { state: all, problems } = readAddress(rest);
  const [problem] = problems;
  if (problem) throw problemOf(problem, format);
  for (const parameter of otherQuestions)
    if (all[parameter] !== undefined) throw otherQuestion(parameter);
  const state = Object.fromEntries(
    Object.entries(all).filter(([name]) => isExported(name)),
  ) as ViewState;
  if (state.direction !== undefined && state.center === undefined) throw directionOfAll();
  return {
    format,
    options,
    state,
    filter: readRelationFilter(relationFilter(state), vocabulary),
    language: readLanguage(state.lang),
    address: `/export/${format.name}${joined(addressQuery(state), text)}`,
  };
}

function isExported(name: string): boolean {
  return exported.some((one) => one === name);
}

function joined(query: string, options: string): string {
  if (options === '') return query;
  return query === '' ? `?${options}` : `${query}&${options}`;
}

/** Returns the language that an address names; an address can name no other. */
function readLanguage(tag: string | undefined): Language {
  return languages.find((one) => one === tag) ?? 'en';
}

function problemOf(
  { parameter, value, kind, nearest, allowed }: AddressProblem,
  format: Format,
): KenesError {
  if (kind === 'unknown') {
    const names = [...exported, ...Object.keys(format.options)];
    return badInput(`Unknown parameter ${quoted(parameter)}.`, {
      hint: `Allowed: ${names.join(', ')}.`,
      nearest,
      argument: parameter,
    });
  }
  if (kind === 'repeated') {
    return badInput(`\`${parameter}\` can be given only once.`, { argument: parameter });
  }
  if (allowed.length > 0) {
    return badInput(`\`${parameter}\` is none of ${allowed.join(', ')} (got ${quoted(value)}).`, {
      argument: parameter,
    });
  }
  return badInput(`\`${parameter}\` is ${kind} (got ${quoted(value)}).`, { argument: parameter });
}

function otherQuestion(parameter: string): KenesError {
  return badInput(`An export has no \`${parameter}\`.`, {
    hint: 'It has the surroundings of `center`, or the whole graph, and the filter of a view.',
    argument: parameter,
  });
}

function directionOfAll(): KenesError {
  return badInput('`direction` needs `center`: it is the direction away from it.', {
    argument: 'direction',
  });
}
