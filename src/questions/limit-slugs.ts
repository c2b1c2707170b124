import { badInput } from '../errors.js';
import { limits } from '../limits.js';

/**
 * Returns the slugs of an argument unchanged.
 * @param argument the path of the argument, for errors.
 * @throws KenesError BAD_USER_INPUT if there are too many.
 */
export function limitSlugs(slugs: readonly string[], argument: string): readonly string[] {
  const maximum = limits.slugs.value;
  if (slugs.length <= maximum) return slugs;
  const name = argument.slice(argument.lastIndexOf('.') + 1);
  throw badInput(`\`${name}\` must have at most ${maximum} slugs (got ${slugs.length}).`, {
    argument,
  });
}
