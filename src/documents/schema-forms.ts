import { z } from 'zod';
import { didYouMean } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';

/** Returns the message for a key that a mapping cannot have, from the key and its value. */
type UnknownKey = (key: string, value: unknown) => string;

/** Returns the schema of a mapping that refuses unknown keys; `unknownKeysOf` returns those. */
export function strict<Shape extends z.ZodRawShape>(
  shape: Shape,
  unknownKey: UnknownKey = among(Object.keys(shape)),
): z.ZodObject<Shape> {
  return z.strictObject(shape, {
    error: (issue) => {
      // Zod has one message for all unknown keys, but the issue keeps fields that are added here.
      if (issue.code === 'unrecognized_keys') {
        const given = isMapping(issue.input) ? issue.input : {};
        issue['messages'] = issue.keys.map((key) => unknownKey(key, given[key]));
      }
      return `This must be a mapping with the keys ${Object.keys(shape).join(', ')}.`;
    },
  });
}

/** Adds the keys of an entry without a known type that entries of no type have to its issue. */
export function addUnknownKeys(issue: z.core.$ZodRawIssue, allowed: readonly string[]): void {
  if (!isMapping(issue.input)) return;
  const unknown = Object.keys(issue.input).filter((key) => !allowed.includes(key));
  issue['unknownKeys'] = unknown;
  issue['messages'] = unknown.map(
    (key) => `Unknown key ${quoted(key)}.${didYouMean(key, allowed)}`,
  );
}

function among(allowed: readonly string[]): UnknownKey {
  return (key) =>
    `Unknown key ${quoted(key)}.${didYouMean(key, allowed)} Allowed: ${allowed.join(', ')}.`;
}

/** Returns the unknown keys of an issue, each with its message. */
export function unknownKeysOf(issue: z.core.$ZodIssue): { key: string; message: string }[] {
  const messages = 'messages' in issue && Array.isArray(issue.messages) ? issue.messages : [];
  const keys =
    issue.code === 'unrecognized_keys'
      ? issue.keys
      : 'unknownKeys' in issue && Array.isArray(issue.unknownKeys)
        ? issue.unknownKeys.map(String)
        : [];
  return keys.map((key, index) => ({ key, message: String(messages[index]) }));
}

export function listOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item, 'This must be a list.');
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the schema of a value among those with descriptions, which its own description lists. */
export function oneOf(
  name: string,
  values: Readonly<Record<string, string>>,
  description: string,
): z.ZodType<string> {
  const meanings = Object.entries(values).map(([value, meaning]) => `${value}: ${meaning}`);
  return z
    .enum(Object.keys(values), {
      error: ({ input }) => notOneOf(name, input, Object.keys(values)),
    })
    .describe([description, ...meanings].join('\n'));
}

export function notOneOf(name: string, value: unknown, values: readonly string[]): string {
  const allowed = `Allowed: ${values.join(', ')}.`;
  if (value === undefined) return `The ${name} is missing. ${allowed}`;
  if (typeof value === 'object') return `The ${name} must be a name. ${allowed}`;
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  return `Unknown ${name} ${quoted(given)}.${didYouMean(given, values)} ${allowed}`;
}
