import { addressQuery } from '../addresses/address.js';
import type { ViewState } from '../addresses/parameters.js';
import type { VocabularyLabels } from './labels.js';
import type { Language } from './queries.js';
import { texts } from './texts/all.js';
import type { Texts } from './texts/texts.js';

export { documentPath, entityPath, relationPath, sourcePath } from '../addresses/record-paths.js';

/** What every part of a page needs: the language, its words, and the addresses of other pages. */
export interface View {
  readonly language: Language;
  /** The language as HTML has it: `en`, `ru` or `kk`. */
  readonly tag: string;
  readonly t: Texts;
  readonly labels: VocabularyLabels;
  readonly path: string;
  readonly state: ViewState;
  /** Returns the address of another page, with the parameters that stay from page to page. */
  readonly href: (path: string, state?: ViewState) => string;
  /** Returns the address of another page for people who cite it: without how this reader reads. */
  readonly permalink: (path: string) => string;
  /** Returns the address of this page in another state. */
  readonly here: (change: ViewState) => string;
  /** Sorts by names in the alphabet of the language. */
  readonly byName: <Named extends { readonly name: string }>(items: readonly Named[]) => Named[];
}

/** The parameters that stay when a reader follows a link: how she reads, and what she sets aside. */
function carried({ lang, theme, without, publishedUntil }: ViewState): ViewState {
  return {
    ...(lang && { lang }),
    ...(theme && { theme }),
    ...(without && { without }),
    ...(publishedUntil && { publishedUntil }),
  };
}

export function createView(
  language: Language,
  labels: VocabularyLabels,
  path: string,
  state: ViewState,
): View {
  const tag = language.toLowerCase();
  const collator = new Intl.Collator(tag);
  return {
    language,
    tag,
    t: texts[language],
    labels,
    path,
    state,
    href: (to, more = {}) => `${to}${addressQuery({ ...carried(state), ...more })}`,
    permalink: (to) => {
      const { theme, ...cited } = carried(state);
      return `${to}${addressQuery(cited)}`;
    },
    here: (change) => `${path}${addressQuery({ ...state, ...change })}`,
    byName: (items) => [...items].sort((one, other) => collator.compare(one.name, other.name)),
  };
}
