import type { QuestionsQuery } from '../queries.js';
import { entityPath, type View } from '../view.js';

interface QuestionsProps {
  readonly known: QuestionsQuery;
  readonly view: View;
}

/** Five questions to begin with, about what the graph knows most of, as links to their answers. */
export function Questions({ known, view }: QuestionsProps) {
  const { t, href } = view;
  const [one, other] = known.organizations.nodes;
  const [event] = known.events.nodes;
  const [topic] = known.topics.nodes;
  const year = event?.startDate?.slice(0, 4);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t.home.questions}</h2>
      <ol>
        {one && other && (
          <li>
            <a href={href('/paths', { from: one.slug, to: other.slug })}>
              {t.questions.paths(one.name, other.name)}
            </a>
          </li>
        )}
        {topic && event && (
          <li>
            <a href={href(`${entityPath(topic.slug)}/positions`, { event: event.slug })}>
              {t.questions.positions(topic.name, event.name)}
            </a>
          </li>
        )}
        <li>
          <a href={href('/claims', { maxOrigins: 1 })}>{t.questions.claims}</a>
        </li>
        <li>
          <a href={href('/disagreements')}>{t.questions.disagreements}</a>
        </li>
        {one && year !== undefined && (
          <li>
            <a
              href={href(entityPath(one.slug), {
                during: { from: year, to: year },
                certainly: true,
              })}
            >
              {t.questions.certainly(one.name, year)}
            </a>
          </li>
        )}
      </ol>
    </section>
  );
}
