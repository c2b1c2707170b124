import { orNull } from '../ask.js';
import { DisagreementTable } from '../parts/disagreement-table.js';
import { DisagreementsPage, type DisagreementKind } from '../queries.js';
import { asideVariables } from '../set-aside.js';
import type { View } from '../view.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

/** The number of disagreements on a page. */
const ROWS = 25;

const kinds: readonly DisagreementKind[] = [
  'PROPERTY',
  'RIVAL_RELATIONS',
  'DISPUTED_STATEMENT',
  'DENIAL',
];

/** The page of what sources disagree on: all of it, or what is about some entities. */
export async function disagreementsPage(request: PageRequest): Promise<Page> {
  const { view, ask } = request;
  const { state, language, t } = view;
  const targets = state.center ?? null;
  const variables = {
    targets,
    kinds: (state.kinds ?? null) as DisagreementKind[] | null,
    ...asideVariables(view),
    after: state.after ?? null,
    first: ROWS,
    language,
  };
  const answer = await orNull(ask(DisagreementsPage, variables), 'targets');
  if (!answer) return missingPage(request, (targets ?? []).join(', '));
  const { totalCount, nodes, pageInfo } = answer.disagreements;
  return {
    title: t.disagreements,
    summary: t.sourcesDisagree(totalCount),
    made: { query: DisagreementsPage, variables },
    main: (
      <main class="single paths" id="text">
        <h1>
          {t.disagreements} <small class="muted">{totalCount}</small>
        </h1>
        <Kinds view={view} />
        {nodes.length === 0 ? (
          <p>{t.disagreementsPage.none}</p>
        ) : (
          <DisagreementTable disagreements={nodes} view={view} />
        )}
        <p class="choices">
          {state.after !== undefined && <a href={view.here({ after: undefined })}>{t.firstPage}</a>}
          {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
            <a href={view.here({ after: pageInfo.endCursor })} rel="next">
              {t.nextPage}
            </a>
          )}
        </p>
      </main>
    ),
  };
}

/** The kinds of disagreements, as links that keep one of them, and what they are limited to. */
function Kinds({ view: { t, state, here } }: { readonly view: View }) {
  const words = t.disagreementsPage;
  return (
    <p class="choices">
      <a href={here({ kinds: undefined, after: undefined })} aria-current={isCurrent(!state.kinds)}>
        {words.all}
      </a>
      {kinds.map((kind) => (
        <a
          href={here({ kinds: [kind], after: undefined })}
          aria-current={isCurrent(state.kinds?.includes(kind) === true)}
        >
          {words.kinds[kind]}
        </a>
      ))}
      {state.center && (
        <a href={here({ center: undefined, after: undefined })}>
          {words.about}: {state.center.join(', ')} ✕
        </a>
      )}
    </p>
  );
}

function isCurrent(is: boolean): 'true' | undefined {
  return is ? 'true' : undefined;
}
