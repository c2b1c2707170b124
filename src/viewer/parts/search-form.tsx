import type { View } from '../view.js';

interface SearchFormProps {
  readonly view: View;
  /** The id of its field, unique on the page. */
  readonly id: string;
}

/** A form that searches for entities by name. The script of the page adds results while one types. */
export function SearchForm({ view: { t, state, tag }, id }: SearchFormProps) {
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
        autocomplete="off"
        data-combobox="page"
        data-found={t.combobox.count}
        data-none={t.combobox.none}
        data-language={tag}
      />
      {without && <input type="hidden" name="without" value={without.join(',')} />}
      {publishedUntil && <input type="hidden" name="publishedUntil" value={publishedUntil} />}
      {lang && <input type="hidden" name="lang" value={lang} />}
      {theme && <input type="hidden" name="theme" value={theme} />}
      <button>{t.search}</button>
    </form>
  );
}
