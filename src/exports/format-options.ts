import { badInput } from '../errors.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { optionNames, type Format, type FormatOptions, type OptionName } from './format.js';

export interface ReadOptions {
  readonly options: FormatOptions;
  /** The options as the query of an address has them, in their order. */
  readonly text: string;
  /** The other parameters of the query. */
  readonly rest: URLSearchParams;
}

/**
 * Reads the options of a format from the query of an address.
 * @throws KenesError BAD_USER_INPUT for an option that the format does not have, and for a value that
 *   the option cannot have.
 */
export function readOptions(format: Format, query: URLSearchParams): ReadOptions {
  const rest = new URLSearchParams(query);
  const read = optionNames.flatMap((name) => {
    const [text, ...more] = rest.getAll(name);
    rest.delete(name);
    if (text === undefined) return [];
    if (more.length > 0) throw badInput(`\`${name}\` can be given only once.`, { argument: name });
    return [[name, readOption(format, name, text)] as const];
  });
  return {
    options: Object.fromEntries(read),
    text: read.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'),
    rest,
  };
}

function readOption(format: Format, name: OptionName, text: string): string {
  const allowed = format.options[name];
  if (allowed === undefined)
    throw badInput(`The format ${format.name} has no option \`${name}\`.`, { argument: name });
  if (allowed.includes(text)) return text;
  throw badInput(`Unknown value ${quoted(text)} of \`${name}\`.`, {
    hint: `Allowed for ${format.name}: ${allowed.join(', ')}.`,
    nearest: nearestName(text, allowed),
    argument: name,
  });
}
