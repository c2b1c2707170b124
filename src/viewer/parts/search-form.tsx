import type { Texts } from '../texts/texts.js';
import type { View } from '../view.js';

interface SearchFormProps {
  readonly view: View;
  /** The id of its field, unique on the page. */
  readonly id: string;
}

/**
 * Returns the attributes of a field in which a script of the page lists results while one types, and
 * then opens the page of the chosen entity or takes its slug.
 */
export function combobox(chosen: 'page' | 'slug', { combobox: words }: Texts) {
  return {
    autocomplete: 'off',
    'data-combobox': chosen,
    'data-found': words.count,
    'data-none': words.none,
  } as const;
}

/** A form that searches for entities by name. The script of the page adds results while one types. */
export function SearchForm({ view: { t, state }, id }: SearchFormProps) {
  const { lang, theme, without, publishedUntil } = state;
  return (
    <form role="search" action="/search" class="find">
      <label for={id} class="hidden">
        {t.find}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        placeholder={t.find}
        value={state.q}
        {...combobox('page', t)}
      />
      {without && <input type="hidden" name="without" value={without.join(',')} />}
      {publishedUntil && <input type="hidden" name="publishedUntil" value={publishedUntil} />}
      {lang && <input type="hidden" name="lang" value={lang} />}
      {theme && <input type="hidden" name="theme" value={theme} />}
      <button>{t.search}</button>
    </form>
  );
}
