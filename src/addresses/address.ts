import { nearestName } from '../values/nearest-name.js';
import {
  filter,
  filterNames,
  parameters,
  type DateRange,
  type ParameterName,
  type ViewState,
} from './parameters.js';

/** A parameter of an address that cannot be read. */
export interface AddressProblem {
  readonly parameter: string;
  readonly value: string;
  /** Why it cannot be read. */
  readonly kind:
    'unknown' | 'repeated' | 'not a whole number' | 'not true or false' | 'not a choice';
  /** The parameter that is spelled most like an unknown one, or null. */
  readonly nearest: string | null;
  /** All that it can be, if that is a choice; else empty. */
  readonly allowed: readonly string[];
}

export interface ReadAddress {
  readonly state: ViewState;
  /** The parameters that could not be read, in the order of the address. */
  readonly problems: readonly AddressProblem[];
}

/** Parameters that other services add to links to count visits. They say nothing about a view. */
const ADDED_BY_OTHERS = /^(utm_\w+|fbclid|gclid|yclid|ysclid|mc_[ce]id|ref|amp)$/;

/** Reads the state of a view from the parameters of its address. Empty parameters are ignored. */
export function readAddress(address: URLSearchParams): ReadAddress {
  const state: Partial<Record<ParameterName, unknown>> = {};
  const problems: AddressProblem[] = [];
  for (const parameter of new Set(address.keys())) {
    if (ADDED_BY_OTHERS.test(parameter)) continue;
    const values = address.getAll(parameter).filter((text) => text.trim() !== '');
    if (values.length === 0 && isParameter(parameter)) continue;
    if (parameter === 'view' && values[0] === 'ladder') continue; // It is the default.
    const read = readParameter(parameter, values);
    if ('kind' in read) {
      const nearest = nearestName(parameter, Object.keys(parameters));
      problems.push({
        parameter,
        value: values[0] ?? '',
        kind: read.kind,
        nearest,
        allowed: choicesOf(parameter),
      });
    } else state[read.name] = read.value;
  }
  return { state: state as ViewState, problems };
}

function readParameter(
  parameter: string,
  values: readonly string[],
): Pick<AddressProblem, 'kind'> | { readonly name: ParameterName; readonly value: unknown } {
  if (!isParameter(parameter)) return { kind: 'unknown' };
  const form = parameters[parameter];
  // Check boxes of a form repeat a parameter.
  if (form === 'list') return { name: parameter, value: values.flatMap(listed) };
  const [text = '', ...more] = values.map((value) => value.trim());
  if (more.length > 0) return { kind: 'repeated' };
  if (form === 'text') return { name: parameter, value: text };
  if (typeof form === 'object')
    return form.some((choice) => choice === text)
      ? { name: parameter, value: text }
      : { kind: 'not a choice' };
  if (form === 'range') return { name: parameter, value: readRange(text) };
  if (form === 'flag') {
    if (text !== 'true' && text !== 'false') return { kind: 'not true or false' };
    return { name: parameter, value: text === 'true' };
  }
  if (!/^\d{1,9}$/.test(text)) return { kind: 'not a whole number' };
  return { name: parameter, value: Number(text) };
}

function choicesOf(parameter: string): readonly string[] {
  const form = isParameter(parameter) ? parameters[parameter] : null;
  return typeof form === 'object' && form !== null ? form : [];
}

function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Reads `2025` as all of 2025, `2024/2026` as from 2024 to 2026, and `2024/..` as from 2024. */
function readRange(text: string): DateRange {
  const [from = '', to = from] = text.split('/', 2);
  return {
    ...(from === '..' || from === '' ? {} : { from }),
    ...(to === '..' || to === '' ? {} : { to }),
  };
}

/**
 * Returns the query of the address of a view, with `?` unless it is empty. One view has one query:
 * parameters stand in the order of the table, without those that are absent or empty lists.
 */
export function addressQuery(state: ViewState): string {
  const written = addressParameters(state).map(([name, text]) => `${name}=${escaped(text)}`);
  return written.length === 0 ? '' : `?${written.join('&')}`;
}

/** Returns the parameters of the address of a view, in the order of the table. */
export function addressParameters(state: ViewState): [name: ParameterName, text: string][] {
  return (Object.keys(parameters) as ParameterName[]).flatMap((name) => {
    const text = writeValue(state[name]);
    return text === '' ? [] : [[name, text]];
  });
}

function writeValue(value: ViewState[ParameterName]): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'object') return String(value);
  const { from = '..', to = '..' } = value as DateRange;
  if (from === '..' && to === '..') return '';
  return from === to ? from : `${from}/${to}`;
}

/** Escapes what a query cannot have; commas, slashes and colons stay legible. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|2F|3A)/g, decodeURIComponent);
}

/** Returns the parameters of the filter of a view, in the order of the table. */
export function filterParameters(state: ViewState): [name: ParameterName, text: string][] {
  return addressParameters(state).filter(([name]) => Object.hasOwn(filter, name));
}

/** The part of a state that is a `RelationFilter`, as GraphQL takes it. */
export type AddressedFilter = Omit<
  Pick<ViewState, (typeof filterNames)[number]>,
  'during' | 'certainly'
> & { readonly during?: DateRange & { readonly certainly?: boolean } };

/** Returns the relations that a view shows, as the GraphQL input `RelationFilter`. */
export function relationFilter(state: ViewState): AddressedFilter {
  const named = filterNames.flatMap((name) =>
    name === 'certainly' || name === 'during' || state[name] === undefined
      ? []
      : [[name, state[name]] as const],
  );
  const { during, certainly } = state;
  const range = during ?? (certainly === undefined ? undefined : {});
  return {
    ...(Object.fromEntries(named) as AddressedFilter),
    ...(range === undefined
      ? {}
      : { during: { ...range, ...(certainly === undefined ? {} : { certainly }) } }),
  };
}
