/**
 * The relation types that the service itself relies on, whatever else a table has: positions follow
 * them, disputed statements are found by them, and a statement has the time of where it was made.
 */
export const requiredRelationTypes = [
  'ABOUT', 'BROADER', 'DISPUTES', 'MADE', 'MADE_AT', 'ON_BEHALF_OF', 'PARTICIPATED_IN',
] as const; // prettier-ignore

export type RequiredRelationType = (typeof requiredRelationTypes)[number];
