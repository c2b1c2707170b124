import { render } from 'preact-render-to-string';
import { readAddress } from '../addresses/address.js';
import { QueryError, type Ask } from './ask.js';
import type { Assets } from './assets.js';
import { Labels } from './labels.js';
import { aboutPage } from './pages/about.js';
import { claimsPage } from './pages/claims.js';
import { disagreementsPage } from './pages/disagreements.js';
import { documentPage } from './pages/document.js';
import { entityPage } from './pages/entity.js';
import { errorPage, unavailablePage } from './pages/error.js';
import { homePage } from './pages/home.js';
import { networkPage } from './pages/network.js';
import type { Page, PageRequest, RenderedPage } from './pages/page.js';
import { pathsPage } from './pages/paths.js';
import { positionsPage } from './pages/positions.js';
import { relationPage } from './pages/relation.js';
import { searchPage } from './pages/search.js';
import { sourcePage } from './pages/source.js';
import { Shell } from './parts/shell.js';
import type { Language } from './queries.js';
import { createView } from './view.js';

type PageOf = (request: PageRequest, name: string) => Promise<Page>;

/** The addresses of pages, with the name in each, such as a slug. */
const addresses: readonly (readonly [pattern: RegExp, page: PageOf])[] = [
  [/^\/$/, homePage],
  [/^\/search$/, searchPage],
  [/^\/e\/([^/]+)$/, entityPage],
  [/^\/e\/([^/]+)\/positions$/, positionsPage],
  [/^\/paths$/, pathsPage],
  [/^\/disagreements$/, disagreementsPage],
  [/^\/claims$/, claimsPage],
  [/^\/network$/, networkPage],
  [/^\/about$/, aboutPage],
  [/^\/r\/([^/]+)$/, relationPage],
  [/^\/s\/([^/]+)$/, sourcePage],
  [/^\/documents\/([^/]+)$/, documentPage],
];

export interface PageOptions {
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** The language that the client prefers. The address may name another one. */
  readonly language: Language;
  /** The scheme and host of the service, as the client names them. */
  readonly origin: string;
  readonly ask: Ask;
}

/** Returns whether there is a page at a path. */
export function isPage(path: string): boolean {
  return addresses.some(([pattern]) => pattern.test(path));
}

/** Renders pages. */
export class Pages {
  private readonly labels = new Labels();

  constructor(private readonly assets: Assets) {}

  /**
   * Renders the page at an address.
   * @throws whatever it met but the errors of a query.
   */
  async render(options: PageOptions): Promise<RenderedPage> {
    const { path, parameters, origin, ask } = options;
    const { state, problems } = readAddress(parameters);
    const language = languageOf(state.lang) ?? options.language;
    try {
      const view = createView(language, await this.labels.in(language, ask), path, state);
      const page = await answer({ view, ask, origin }, path);
      const tree = (
        <Shell
          view={view}
          assets={this.assets}
          title={page.title}
          summary={page.summary}
          graphql={page.made && graphqlAddress(page.made)}
          problems={problems}
          hasPicture={page.hasPicture === true}
        >
          {page.main}
        </Shell>
      );
      return { status: page.status ?? 200, html: `<!doctype html>${render(tree)}` };
    } catch (error) {
      return unavailablePage(language, error);
    }
  }
}

async function answer(request: PageRequest, path: string): Promise<Page> {
  const [pattern, pageOf] = addresses.find(([one]) => one.test(path)) ?? [];
  const [, name = ''] = pattern?.exec(path) ?? [];
  try {
    if (!pageOf) throw new Error(`There is no page at ${path}.`);
    return await pageOf(request, decoded(name));
  } catch (error) {
    if (!(error instanceof QueryError) || !error.isBadInput) throw error;
    return errorPage(request, error);
  }
}

/** Decodes a part of a path; one with a malformed escape stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function languageOf(tag: string | undefined): Language | undefined {
  return (['EN', 'RU', 'KK'] as const).find((language) => language.toLowerCase() === tag);
}

function graphqlAddress({ query, variables }: NonNullable<Page['made']>): string {
  const parameters = new URLSearchParams({
    query: query.text,
    variables: JSON.stringify(variables),
  });
  return `/graphql?${parameters}`;
}
