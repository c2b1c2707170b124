import { render } from 'preact-render-to-string';
import { readAddress, type ReadAddress } from '../addresses/address.js';
import { QueryError, type Ask } from './ask.js';
import type { Assets } from './assets.js';
import { Labels } from './labels.js';
import { dossierAt, type PageForm } from './forms.js';
import { aboutPage } from './pages/about.js';
import { claimsPage } from './pages/claims.js';
import { disagreementsPage } from './pages/disagreements.js';
import { documentPage } from './pages/document.js';
import { entityPage } from './pages/entity.js';
import { errorPage, unavailablePage } from './pages/error.js';
import { homePage } from './pages/home.js';
import { missingPage } from './pages/missing.js';
import { networkPage } from './pages/network.js';
import type { Page, PageRequest, RenderedPage } from './pages/page.js';
import { pathsPage } from './pages/paths.js';
import { positionsPage } from './pages/positions.js';
import { relationPage } from './pages/relation.js';
import { searchPage } from './pages/search.js';
import { sourcePage } from './pages/source.js';
import { drawPictureFile, type PictureFile } from './picture/picture-file.js';
import { cutText } from './picture/text.js';
import { Shell } from './parts/shell.js';
import type { Language } from './queries.js';
import { readSetAside } from './set-aside.js';
import { createView } from './view.js';

/** The letters of a path that are shown and looked up. */
const SLUG = 100;

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
  /** Another form than HTML, for the pages that have it. */
  readonly form: PageForm | null;
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
   * Draws the picture that the parameters ask for, as a file.
   * @param exportedOn the day, such as `2025-12-10`.
   */
  async drawPicture(
    { path, parameters, origin, ask, language: preferred }: Omit<PageOptions, 'form'>,
    exportedOn: string,
  ): Promise<AnsweredPicture> {
    const read = readAddress(parameters);
    const problem = pictureProblem(read);
    if (problem !== null) return { status: 400, problem };
    const { state } = read;
    const [slug = ''] = state.center ?? [];
    const language = languageOf(state.lang) ?? preferred;
    try {
      const view = createView(language, await this.labels.in(language, ask), path, state);
      const file = await drawPictureFile({ view, ask, origin }, slug, exportedOn);
      return file ?? { status: 404, problem: view.t.notFound(slug) };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      const status = error.isAbout('center') ? 404 : error.isBadInput ? 400 : 503;
      return { status, problem: error.message };
    }
  }

  /**
   * Renders the page at an address.
   * @throws whatever it met but the errors of a query.
   */
  async render(options: PageOptions): Promise<RenderedPage> {
    const { path, parameters, origin, ask, form } = options;
    const { state, problems } = readAddress(parameters);
    const language = languageOf(state.lang) ?? options.language;
    try {
      const view = createView(language, await this.labels.in(language, ask), path, state);
      const request = { view, ask, origin };
      if (form === 'md') return await answerInMarkdown(request, path);
      const page = await answer(request, path);
      const status = page.status ?? 200;
      if (form === 'json') return { status, text: `${JSON.stringify(page.data ?? {}, null, 2)}\n` };
      const tree = (
        <Shell
          view={view}
          assets={this.assets}
          title={page.title}
          summary={page.summary}
          graphql={page.made && graphqlAddress(page.made)}
          problems={problems}
          hasPicture={page.hasPicture === true}
          aside={await readSetAside(request, entityAt(path))}
        >
          {page.main}
        </Shell>
      );
      return { status, text: `<!doctype html>${render(tree)}` };
    } catch (error) {
      return unavailablePage(language, error);
    }
  }
}

/** A picture as a file, or what is wrong with what was asked for. */
export type AnsweredPicture = PictureFile | { readonly status: number; readonly problem: string };

/** Returns what of an address a picture cannot be drawn for, or null. */
function pictureProblem({ state, problems }: ReadAddress): string | null {
  const [problem] = problems;
  if (problem) return `“${problem.parameter}=${problem.value}” is not understood.`;
  if (state.center?.length !== 1) return 'A picture needs `center`: the slug of one entity.';
  return (state.depth ?? 1) === 1 ? null : 'A picture has the `depth` 1.';
}

/** Answers with a dossier; where there is none, with what the page says instead of it. */
async function answerInMarkdown(request: PageRequest, path: string): Promise<RenderedPage> {
  try {
    const dossier = await dossierAt(path, nameIn(path), request);
    if (dossier !== null) return { status: 200, text: dossier };
    return { status: 404, text: `${request.view.t.notFound(nameIn(path))}\n` };
  } catch (error) {
    if (!(error instanceof QueryError) || !error.isBadInput) throw error;
    return { status: 400, text: `${error.errors.map(({ message }) => message).join('\n')}\n` };
  }
}

async function answer(request: PageRequest, path: string): Promise<Page> {
  const [, pageOf] = addresses.find(([one]) => one.test(path)) ?? [];
  try {
    if (pageOf) return await pageOf(request, nameIn(path));
    const last = decoded(path.split('/').filter(Boolean).at(-1) ?? '');
    return await missingPage(request, cutText(last, SLUG), cutText(path, SLUG));
  } catch (error) {
    if (!(error instanceof QueryError) || !error.isBadInput) throw error;
    return errorPage(request, error);
  }
}

/** Returns the name in the path of a page, such as a slug, or an empty text. */
export function nameIn(path: string): string {
  const [pattern] = addresses.find(([one]) => one.test(path)) ?? [];
  return decoded(pattern?.exec(path)?.[1] ?? '');
}

/** Returns the slug of the entity whose page is at a path, or null. */
function entityAt(path: string): string | null {
  return /^\/e\/[^/]+$/.test(path) ? nameIn(path) : null;
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
