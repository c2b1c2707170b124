import { relationFilter } from '../../addresses/address.js';
import type { View } from '../view.js';
import { heardAround } from './heard.js';

/** The number of entities that the web draws at most. */
const MOST = 5000;
/** A period asks one more value of each line: all of them would cost more than a query may. */
const MOST_IN_PERIOD = 4500;

interface WebBoxProps {
  /** The slugs in the centre; none for the entities with the most relations. */
  readonly center: readonly string[];
  readonly depth: number;
  readonly view: View;
}

/**
 * The place of the web, which a script draws. It says what to ask, and what to say where it cannot be
 * drawn. Without a script it leads to the table.
 */
export function WebBox({ center, depth, view }: WebBoxProps) {
  const { t, state, language, here } = view;
  const { entityTypes, ...filter } = relationFilter(state);
  const { during } = state;
  const variables = {
    center: center.length === 0 ? null : center,
    depth,
    filter,
    limit: during === undefined ? MOST : MOST_IN_PERIOD,
    language,
    from: during?.from ?? null,
    to: during?.to ?? null,
    isDuring: during !== undefined,
    ...heardAround(center, depth, state),
  };
  return (
    <div
      class="web"
      data-variables={JSON.stringify(variables)}
      data-types={entityTypes?.join(',')}
      data-pins={state.pin?.join(',')}
      data-words={JSON.stringify(t.webView)}
    >
      <p class="web-words">
        {t.webView.noScript}{' '}
        <a href={here({ view: center.length === 1 ? undefined : 'table' })}>
          {center.length === 1 ? t.ladder : t.table}
        </a>
        {center.length === 1 && (
          <>
            {' · '}
            <a href={here({ view: 'table' })}>{t.table}</a>
          </>
        )}
      </p>
    </div>
  );
}
