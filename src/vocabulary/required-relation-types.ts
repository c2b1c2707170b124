/**
 * The relation types that every table must have, because the service uses them: to find positions
 * and disputed statements, and to derive the time of a statement from the event where it was made.
 */
export const requiredRelationTypes = [
  'ABOUT', 'BROADER', 'DISPUTES', 'MADE', 'MADE_AT', 'ON_BEHALF_OF', 'PARTICIPATED_IN',
] as const; // prettier-ignore

export type RequiredRelationType = (typeof requiredRelationTypes)[number];
