import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { addressQuery, filterParameters } from '../../addresses/address.js';
import { QueryError, type AnswerError } from '../ask.js';
import type { Language } from '../queries.js';
import { texts } from '../texts/all.js';
import type { View } from '../view.js';
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
        <ul>{problemsOf(errors, view)}</ul>
        {filterParameters(view.state).length > 0 && (
          <p>
            <a href={`${view.path}${addressQuery({ lang: view.state.lang })}`}>
              {view.t.withoutConditions}
            </a>
          </p>
        )}
        <p>
          <a href={`/${addressQuery({ lang: view.state.lang })}`}>{view.t.backHome}</a>
        </p>
      </main>
    ),
  };
}

/** What GraphQL says before the reason of a wrong variable, which says nothing to who sees a page. */
const BEFORE_REASON = /^Variable "\$\w+" got invalid value .*?; /s;

const NOT_A_DATE = /“([^”]*)” is not a date\./;

/** Returns what is wrong, each problem once. Only dates are told in the language of the page. */
function problemsOf(errors: readonly AnswerError[], { t }: View): ComponentChildren {
  const dates = errors.map(({ message }) => NOT_A_DATE.exec(message)?.[1]);
  const others = errors.flatMap(({ message, extensions: { nearest, hint = '' } = {} }, index) => {
    if (dates[index] !== undefined) return [];
    const reason = message.replace(BEFORE_REASON, '');
    const suggestion = nearest === undefined ? '' : `Did you mean “${nearest}”?`;
    return [[reason, suggestion, reason.includes(hint) ? '' : hint].filter(Boolean).join(' ')];
  });
  const wrongDates = new Set(dates.filter((value) => value !== undefined));
  return [
    ...[...wrongDates].map((value) => <li>{t.notADate(value)}</li>),
    ...[...new Set(others)].map((text) => <li lang="en">{text}</li>),
  ];
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
