import type { PageRequest } from '../pages/page.js';

interface CitingProps {
  readonly request: PageRequest;
  /** The path of the record. */
  readonly path: string;
  readonly version: number;
}

/** How to cite a record: its permanent address, its version, and the day on which it was read. */
export function Citing({ request: { view, origin }, path, version }: CitingProps) {
  const { t, tag, state } = view;
  const today = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const address = view.permalink(path);
  return (
    <section class="citing" aria-labelledby="citing">
      <h2 id="citing">{t.cite}</h2>
      <p
        data-copy={t.citing.copy}
        data-copied={t.citing.copied}
        data-copy-from="h1.sentence, [data-citation], .citing p"
      >
        Kenes, <a href={address}>{origin + address}</a>, {t.citing.version(version)},{' '}
        {t.citing.readOn(today.format(new Date()))}
        {state.without && <>, {t.citing.without(state.without.join(', '))}</>}
      </p>
    </section>
  );
}
