import type { ComponentChildren } from 'preact';
import { addressQuery, type AddressProblem } from '../../addresses/address.js';
import type { Assets } from '../assets.js';
import { isRecord, mediaTypes } from '../forms.js';
import { texts } from '../texts/all.js';
import type { SetAside } from '../set-aside.js';
import type { View } from '../view.js';
import { SearchForm } from './search-form.js';
import { SetAsideNotice } from './set-aside-notice.js';

export interface ShellProps {
  readonly view: View;
  readonly assets: Assets;
  readonly title: string;
  /** One sentence for previews of links. */
  readonly summary?: string | undefined;
  /** The address in GraphiQL of the query that made the page. */
  readonly graphql?: string | undefined;
  readonly problems: readonly AddressProblem[];
  readonly hasPicture: boolean;
  /** What the reader sets aside, or null. */
  readonly aside: SetAside | null;
  readonly children: ComponentChildren;
}

/** The frame of all pages: head, search, languages, and what of the address was not understood. */
export function Shell(props: ShellProps) {
  const { view, graphql, problems, aside, children } = props;
  const { t, state } = view;
  return (
    <html lang={view.tag} data-theme={state.theme}>
      <Head {...props} />
      <body>
        <a class="skip" href="#text">
          {t.skipToText}
        </a>
        {props.hasPicture && (
          <a class="skip" href="#drawing">
            {t.skipToPicture}
          </a>
        )}
        <Header view={view} />
        <Problems problems={problems} view={view} />
        {aside && <SetAsideNotice aside={aside} view={view} />}
        {children}
        <footer>
          <nav>
            <a href={view.href('/disagreements')}>{t.disagreements}</a>
            <a href={view.href('/claims', { maxOrigins: 1 })}>{t.claims}</a>
            <a href={view.href('/about')}>{t.about}</a>
            {graphql && <a href={graphql}>{t.asGraphql}</a>}
          </nav>
        </footer>
      </body>
    </html>
  );
}

function Head({ view, assets, title, summary }: ShellProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === 'Kenes' ? title : `${title} — Kenes`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:title" content={title} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Kenes" />
      {summary && <meta name="description" content={summary} />}
      {summary && <meta property="og:description" content={summary} />}
      <link rel="icon" href="data:," />
      <link rel="canonical" href={canonical(view)} />
      {Object.keys(texts).map((language) => (
        <link
          rel="alternate"
          hreflang={language.toLowerCase()}
          href={view.here({ lang: language.toLowerCase() })}
        />
      ))}
      {isRecord(view.path) &&
        Object.entries(mediaTypes).map(([form, type]) => (
          <link
            rel="alternate"
            type={type}
            href={`${view.path}.${form}${addressQuery(view.state)}`}
          />
        ))}
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {assets.scripts.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
  );
}

function Header({ view }: { readonly view: View }) {
  const { t } = view;
  return (
    <header>
      <a class="logo" href={view.href('/')}>
        Kenes
      </a>
      {/* The first page has one of its own. */}
      {view.path !== '/' && <SearchForm view={view} id="q" />}
      <nav class="languages" aria-label={t.languages}>
        {Object.entries(texts).map(([language, { languageName }]) => (
          <a
            href={view.here({ lang: language.toLowerCase() })}
            hreflang={language.toLowerCase()}
            lang={language.toLowerCase()}
            aria-current={language === view.language ? 'true' : undefined}
          >
            {languageName}
          </a>
        ))}
      </nav>
      <Themes view={view} />
    </header>
  );
}

/** The themes as signs. Each has its name for those who do not know the sign or do not see it. */
const themes = [
  ['system', '◐'],
  ['light', '☀\ufe0e'],
  ['dark', '☾\ufe0e'],
] as const;

/**
 * Links that choose light or dark. The address keeps the choice, as it keeps all that a reader chooses;
 * without one, the page is as her system is.
 */
function Themes({ view: { t, state, here } }: { readonly view: View }) {
  return (
    <nav class="themes" aria-label={t.themes.title}>
      {themes.map(([name, sign]) => {
        const theme = name === 'system' ? undefined : name;
        return (
          <a
            href={here({ theme })}
            title={t.themes[name]}
            aria-label={t.themes[name]}
            aria-current={theme === state.theme ? 'true' : undefined}
          >
            {sign}
          </a>
        );
      })}
    </nav>
  );
}

/** Returns the address that stands for the page in each of its states that say the same. */
function canonical({ path, state }: View): string {
  const { sel, theme, pin, ...said } = state;
  return `${path}${addressQuery(said)}`;
}

function Problems({ problems, view: { t } }: { problems: readonly AddressProblem[]; view: View }) {
  if (problems.length === 0) return null;
  return (
    <div class="notice" role="alert">
      {problems.map(({ parameter, value, kind, nearest, allowed }) => (
        <p>
          {t.ignored(parameter, value)}{' '}
          {kind === 'unknown' && nearest !== null && t.nearest(nearest)}
          {allowed.length > 0 && `${allowed.join(', ')}.`}
        </p>
      ))}
    </div>
  );
}
