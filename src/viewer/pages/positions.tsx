import { relationFilter } from '../../addresses/address.js';
import { orNull } from '../ask.js';
import { Speaker, bySpeaker } from '../parts/speakers.js';
import { Glyph } from '../parts/glyph.js';
import { EntityLink, foreign } from '../parts/names.js';
import {
  PositionsPage,
  type NamedFragment,
  type PositionsPageQuery,
  type StatementAct,
} from '../queries.js';
import { asideVariables, leftFilter } from '../set-aside.js';
import type { View } from '../view.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

/**
 * The page of the statements about an entity, by who made them, beside those who took part in the
 * event without one in these sources. The page of an event has all that was said there.
 */
export async function positionsPage(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  const { state, language } = view;
  const variables = {
    slug,
    event: state.event ?? null,
    acts: (state.acts ?? null) as StatementAct[] | null,
    during: relationFilter(state).during ?? null,
    ...asideVariables(view),
    left: leftFilter(view),
    language,
  };
  const answer = await orNull(ask(PositionsPage, { ...variables, about: slug }), 'about');
  if (!answer?.entity) return missingPage(request, slug);
  if (answer.entity.type === 'EVENT' && variables.event === null) {
    const ofEvent = { ...variables, event: slug, about: null };
    const { entity, positions } = await ask(PositionsPage, ofEvent);
    if (entity) return pageOf({ entity, positions }, ofEvent, view);
  }
  return pageOf({ ...answer, entity: answer.entity }, { ...variables, about: slug }, view);
}

interface Answered {
  readonly entity: NonNullable<PositionsPageQuery['entity']>;
  readonly positions: PositionsPageQuery['positions'];
}

function pageOf({ entity, positions }: Answered, variables: object, view: View): Page {
  const words = view.t.positionsPage;
  const title = words.title(entity.name);
  const { event, statements, silent } = positions;
  return {
    title,
    summary: `${view.t.statements(statements.totalCount)}${event ? ` · ${event.name}` : ''}`,
    made: { query: PositionsPage, variables },
    main: (
      <main class="single paths" id="text">
        <h1>
          {words.title('')}
          <span lang={foreign(entity.nameLanguage, view)}>{entity.name}</span>
        </h1>
        <About answered={{ entity, positions }} view={view} />
        <Acts view={view} />
        <div class="sides">
          <section>
            <h2>
              {words.said} <small>{view.t.statements(statements.totalCount)}</small>
            </h2>
            <Statements positions={positions} view={view} />
          </section>
          {event && (
            <section>
              <h2>
                {words.couldHave} <small>{silent.totalCount}</small>
              </h2>
              <p class="muted">{words.couldHaveNote}</p>
              <Listed
                entities={silent.nodes}
                left={silent.totalCount - silent.nodes.length}
                view={view}
              />
            </section>
          )}
        </div>
      </main>
    ),
  };
}

/** The event that the statements were made at, or the events to choose from. */
function About({ answered: { entity, positions }, view }: { answered: Answered; view: View }) {
  const words = view.t.positionsPage;
  const { event, topics, statements } = positions;
  const narrower = topics.filter(({ slug }) => slug !== entity.slug);
  const events = new Map(
    statements.nodes.flatMap(({ statement }) =>
      statement.madeAt.nodes.map((one) => [one.slug, one] as const),
    ),
  );
  return (
    <>
      {entity.type === 'TOPIC' && narrower.length > 0 && (
        <p class="muted">
          {words.narrower}:{' '}
          {narrower.map((topic, index) => (
            <>
              {index > 0 && ', '}
              <EntityLink entity={topic} view={view} />
            </>
          ))}
        </p>
      )}
      {event && event.slug !== entity.slug && (
        <p>
          {words.atEvent}: <Glyph type="EVENT" /> <EntityLink entity={event} view={view} /> ·{' '}
          <a href={view.here({ event: undefined })}>{words.allEvents}</a>
        </p>
      )}
      {!event && events.size > 0 && (
        <>
          <p>{words.chooseEvent}</p>
          <ul class="plain">
            {view.byName([...events.values()]).map(({ slug, name, nameLanguage }) => (
              <li>
                <Glyph type="EVENT" />{' '}
                <a href={view.here({ event: slug })} lang={foreign(nameLanguage, view)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The acts by which statements are made, as links that keep one of them. */
function Acts({ view }: { readonly view: View }) {
  const { t, labels, state, here } = view;
  return (
    <p class="choices">
      {t.positionsPage.acts}:{' '}
      <a href={here({ acts: undefined })} aria-current={state.acts ? undefined : 'true'}>
        {t.disagreementsPage.all}
      </a>
      {labels.values('StatementAct').map(({ name, label }) => (
        <a
          href={here({ acts: [name] })}
          aria-current={state.acts?.includes(name) ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </p>
  );
}

function Statements({
  positions: { statements },
  view,
}: {
  readonly positions: PositionsPageQuery['positions'];
  readonly view: View;
}) {
  if (statements.totalCount === 0) return <p>{view.t.positionsPage.noStatement}</p>;
  const left = statements.totalCount - statements.nodes.length;
  return (
    <>
      {bySpeaker(statements.nodes, view).map((said) => (
        <Speaker said={said} view={view} />
      ))}
      {left > 0 && <p>{view.t.more(left)}</p>}
    </>
  );
}

function Listed({
  entities,
  left,
  view,
}: {
  readonly entities: readonly NamedFragment[];
  readonly left: number;
  readonly view: View;
}) {
  return (
    <ul class="relations">
      {entities.map((entity) => (
        <li data-slug={entity.slug}>
          <Glyph type={entity.type} /> <EntityLink entity={entity} view={view} />
        </li>
      ))}
      {left > 0 && <li>{view.t.more(left)}</li>}
    </ul>
  );
}
