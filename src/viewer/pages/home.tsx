import { EntityLink } from '../parts/names.js';
import { propertyText } from '../parts/property.js';
import { Questions } from '../parts/questions.js';
import { SearchForm } from '../parts/search-form.js';
import { HomePage, Questions as QuestionsQuery, type HomePageQuery } from '../queries.js';
import { asideVariables } from '../set-aside.js';
import { relationPath, type View } from '../view.js';
import type { Page, PageRequest } from './page.js';

/** The first page: what the service is for, what there is, and where to begin. */
export async function homePage({ view, ask }: PageRequest): Promise<Page> {
  const { language } = view;
  const variables = { ...asideVariables(view), language };
  const [known, questions] = await Promise.all([
    ask(HomePage, variables),
    ask(QuestionsQuery, { language }),
  ]);
  const { t } = view;
  return {
    title: 'Kenes',
    summary: t.home.lead,
    made: { query: HomePage, variables },
    main: (
      <main class="single home" id="text">
        <h1>{t.home.lead}</h1>
        <SearchForm view={view} id="search-home" />
        <Size known={known} view={view} />
        <Questions known={questions} view={view} />
        <div class="columns">
          <Disagreements known={known} view={view} />
          <Events known={known} view={view} />
        </div>
      </main>
    ),
  };
}

interface HomeProps {
  readonly known: HomePageQuery;
  readonly view: View;
}

/** How much there is, and of which types. */
function Size({ known: { graphInfo }, view: { t } }: HomeProps) {
  const { relationCounts, entityCounts, evidenceCount, sourceCount } = graphInfo;
  const relations = relationCounts.reduce((sum, { count }) => sum + count, 0);
  return (
    <p class="muted">
      {t.home.size(relations, evidenceCount, sourceCount)}
      <br />
      {entityCounts
        .filter(({ count }) => count > 0)
        .map(({ type, count }) => t.home.ofType[type](count))
        .join(' · ')}
    </p>
  );
}

function Disagreements({ known: { disagreements }, view }: HomeProps) {
  const { t } = view;
  if (disagreements.totalCount === 0) return null;
  return (
    <section aria-labelledby="disagreements">
      <h2 id="disagreements">{t.home.newestDisagreements}</h2>
      <ul>
        {disagreements.nodes.map(({ target, property }) => (
          <li>
            {'key' in target ? (
              <a href={view.href(relationPath(target.key))}>{target.sentence}</a>
            ) : (
              <EntityLink entity={target} view={view} />
            )}
            {property !== null && <span class="muted"> · {propertyText(property, view)}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href={view.href('/disagreements')}>
          {t.home.allDisagreements(disagreements.totalCount)}
        </a>
      </p>
    </section>
  );
}

function Events({ known: { events }, view }: HomeProps) {
  if (events.nodes.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <h2 id="events">{view.t.home.latestEvents}</h2>
      <ul>
        {events.nodes.map((event) => (
          <li>
            <EntityLink entity={event} view={view} />
            {event.dateText !== null && <span class="muted"> · {event.dateText}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
