/** What filtered paths and networks are limited to: relations of two types, with a source, in some years. */

/** As a filter of Kenes; its variables are declared as below. */
export const FOLLOWED_FILTER = `filter: { relationTypes: $types, minOrigins: 1,
  during: { from: $since, to: $until } }`;
export const FOLLOWED_VARIABLES =
  '$types: [RelationType!]!, $since: PartialDate!, $until: PartialDate!';

/** As Cypher of a pattern's types and of a relation `r`. */
export const FOLLOWED_TYPES = ':MEMBER_OF|PARTICIPATED_IN';
export const IS_FOLLOWED = 'r.originCount >= 1 AND r.earliest <= $until AND r.latest >= $since';
