import { limits } from '../limits.js';
import type { DocumentReader, EntryLocations, ReadDocument } from './document-file.js';
import { checkForm } from './draft.js';
import { foreignBytes, foreignText, foreignYaml } from './foreign-content.js';
import { parseJson } from './json.js';
import { locate } from './locate.js';
import { locationsOf, START, type Location } from './location.js';
import { parseYaml, type EntryOffsets } from './yaml.js';

const EMPTY = 'The document is empty. It must start with `kenes: 1`.';

/** Reads documents of YAML or JSON. Bytes must be UTF-8. */
export const kenesReader: DocumentReader = {
  read(content, schema) {
    const source = decode(content);
    if ('message' in source) return foreign(source.message);
    const syntax = { mistakes: [], ...(parseJson(source.text) ?? parseYaml(source.text)) };
    const other = foreignYaml(source.text, syntax.value);
    if (other !== null) return foreign(other);
    const mistakes = located(source.text, syntax.mistakes);
    if (!('value' in syntax)) return unreadable(mistakes);
    const { isValid, draft, findings } = checkForm(syntax.value, schema);
    const locations = entryLocations(source.text, syntax.entries);
    return { isValid: isValid && mistakes.length === 0, draft, mistakes, findings, locations };
  },

  locate(content, findings) {
    const source = decode(content);
    return 'text' in source ? locate(source.text, findings) : findings.map(() => START);
  },
};

function foreign(message: string): ReadDocument {
  return unreadable([{ ...START, message }]);
}

function unreadable(mistakes: ReadDocument['mistakes']): ReadDocument {
  return { isValid: false, draft: null, mistakes, findings: [], locations: NO_LOCATIONS };
}

const NO_LOCATIONS: EntryLocations = { sources: [], entities: [], relations: [] };

function entryLocations(text: string, entries: EntryOffsets = new Map()): EntryLocations {
  const of = (section: string): readonly Location[] =>
    locationsOf(text, entries.get(section) ?? []);
  return { sources: of('sources'), entities: of('entities'), relations: of('relations') };
}

function located(
  text: string,
  mistakes: readonly { readonly offset: number; readonly message: string }[],
): ReadDocument['mistakes'] {
  const locations = locationsOf(
    text,
    mistakes.map(({ offset }) => offset),
  );
  return mistakes.map(({ message }, index) => ({ ...(locations[index] ?? START), message }));
}

function decode(content: string | Uint8Array): { text: string } | { message: string } {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  const limit = limits.documentBytes.value;
  if (bytes > limit) {
    return {
      message: `The document must have at most ${String(limit / 1024 / 1024)} MiB. Split it over several.`,
    };
  }
  try {
    const other = typeof content === 'string' ? null : foreignBytes(content);
    if (other !== null) return { message: other };
    const text =
      typeof content === 'string'
        ? content
        : new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (text.trim() === '') return { message: EMPTY };
    const message = foreignText(text);
    return message === null ? { text } : { message };
  } catch {
    return { message: 'The document is not UTF-8. Save it in that encoding.' };
  }
}
