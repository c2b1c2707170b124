import { timeOfState } from '../../src/model/time.js';
import { NO_LATEST_DAY } from '../../src/values/partial-date.js';
import type { EntityType } from '../../src/vocabulary/entity-types.js';
import type { Language } from '../../src/vocabulary/languages.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { NO_MARKS } from '../../src/wording/reservations.js';
import {
  sentenceParts,
  type SentenceEnd,
  type SentenceRelation,
  type Told,
} from '../../src/wording/sentences.js';
import { textOf } from '../../src/wording/text-part.js';

const vocabulary = createVocabulary();

/** A name, with what else a sentence knows of an entity. */
export type EndOptions = Partial<SentenceEnd> & { readonly name: string };

/** Returns an end as a sentence names it. */
export function end(type: EntityType, language: Language, options: EndOptions): SentenceEnd {
  return {
    slug: options.name, type, kind: null, language, act: null, form: null, endLatest: NO_LATEST_DAY,
    ...options,
  }; // prettier-ignore
}

/** Writes a relation between two ends, given as names or as more. */
export function sentence(
  relation: Partial<SentenceRelation>,
  names: { readonly from: string | EndOptions; readonly to: string | EndOptions },
  language: Language = 'en',
  reservations: Partial<Pick<Told, 'standing' | 'against'>> = {},
): string {
  const told = { standing: 'STATED', against: null, ...reservations, marks: NO_MARKS } as const;
  const parts = sentenceParts(
    { ...tell(relation, names, language), ...told },
    language,
    vocabulary,
  );
  return textOf(parts);
}

/** Returns what a sentence tells: a relation with its ends. */
export function tell(
  relation: Partial<SentenceRelation>,
  names: { readonly from: string | EndOptions; readonly to: string | EndOptions },
  language: Language = 'en',
): Pick<Told, 'relation' | 'ends'> {
  const { since, until } = relation.properties ?? {};
  const whole: SentenceRelation = {
    type: 'MEMBER_OF', fromType: 'Person', toType: 'Organization', properties: {},
    time: timeOfState(since as string | undefined, until as string | undefined), ...relation,
  }; // prettier-ignore
  const options = (given: string | EndOptions) =>
    typeof given === 'string' ? { name: given, slug: given } : given;
  const ends = {
    from: end(whole.fromType, language, options(names.from)),
    to: end(whole.toType, language, options(names.to)),
  };
  return { relation: whole, ends };
}
