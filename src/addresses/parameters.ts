/**
 * The parameters of the addresses of pages and exports, in the order in which addresses have them.
 * Those of the filter have the names of the GraphQL input `RelationFilter`.
 */

/** How the text of a parameter is read. A list of texts has all that it can be. */
type Form = readonly string[] | 'text' | 'whole number' | 'flag' | 'list' | 'range';

/** The parameters that say what a page is about. */
const question = {
  q: 'text',
  from: 'text',
  to: 'text',
  event: 'text',
  center: 'list',
  depth: 'whole number',
  maxLength: 'whole number',
} as const satisfies Record<string, Form>;

/**
 * The parameters that say which relations it shows: `RelationFilter`, in which `certainly` belongs to
 * `during`.
 */
export const filter = {
  relationTypes: 'list',
  direction: 'text',
  entityTypes: 'list',
  roles: 'list',
  acts: 'list',
  kinds: 'list',
  during: 'range',
  certainly: 'flag',
  began: 'range',
  minPublishers: 'whole number',
  maxPublishers: 'whole number',
  minOrigins: 'whole number',
  maxOrigins: 'whole number',
  standing: 'list',
  contested: 'flag',
  sources: 'list',
  publishers: 'list',
  without: 'list',
  publishedUntil: 'text',
} as const satisfies Record<string, Form>;

/** The parameters that say how it shows them. */
const presentation = {
  // Without it, a ladder is drawn.
  view: ['web', 'table', 'alone', 'degree', 'pagerank', 'betweenness', 'communities'],
  sort: 'text',
  after: 'text',
  before: 'text',
  lang: ['en', 'ru', 'kk'],
  theme: ['light', 'dark'],
  sel: 'text',
  pin: 'list',
} as const satisfies Record<string, Form>;

export const parameters = { ...question, ...filter, ...presentation };
export const filterNames = Object.keys(filter) as readonly (keyof typeof filter)[];

export type ParameterName = keyof typeof parameters;

/** A range of dates in EDTF; an end that is open is absent. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

interface Values {
  readonly text: string;
  readonly 'whole number': number;
  readonly flag: boolean;
  readonly list: readonly string[];
  readonly range: DateRange;
}

type Value<F extends Form> = F extends keyof Values ? Values[F] : string;

/** The state of a view, as its address says it. What is undefined is not in the address. */
export type ViewState = {
  readonly [Name in ParameterName]?: Value<(typeof parameters)[Name]> | undefined;
};
