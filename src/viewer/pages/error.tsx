import { render } from 'preact-render-to-string';
import { QueryError } from '../ask.js';
import type { Language } from '../queries.js';
import { texts } from '../texts/all.js';
import type { Page, PageRequest, RenderedPage } from './page.js';

/** The page of an address that asks what cannot be: 400, with what is wrong and what is allowed. */
export function errorPage({ view }: PageRequest, { errors }: QueryError): Page {
  return {
    status: 400,
    title: view.t.badAddress,
    data: { errors },
    main: (
      <main class="single" id="text">
        <h1>{view.t.badAddress}</h1>
        <ul lang="en">
          {errors.map(({ message, extensions = {} }) => (
            <li>
              {message} {extensions.nearest && `Did you mean “${extensions.nearest}”? `}
              {extensions.hint}
            </li>
          ))}
        </ul>
        <p>
          <a href={view.href('/')}>{view.t.backHome}</a>
        </p>
      </main>
    ),
  };
}

/**
 * The page while the graph cannot be asked, which asks nothing itself.
 * @throws the error, unless it is the answer to a query.
 */
export function unavailablePage(language: Language, error: unknown): RenderedPage {
  if (!(error instanceof QueryError)) throw error;
  const t = texts[language];
  const isAway = error.status === 503;
  const html = render(
    <html lang={language.toLowerCase()}>
      <head>
        <meta charset="utf-8" />
        <title>Kenes</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main>
          <h1>Kenes</h1>
          <p>{isAway ? t.unavailable : t.failed}</p>
          <p lang="en">{error.message}</p>
          <p>
            <a href="/">{t.backHome}</a>
          </p>
        </main>
      </body>
    </html>,
  );
  return { status: isAway ? 503 : 500, text: `<!doctype html>${html}` };
}
