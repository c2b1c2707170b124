import { Glyph } from '../parts/glyph.js';
import { Legend } from '../parts/legend.js';
import { About, type AboutQuery, type EntityType } from '../queries.js';
import type { View } from '../view.js';
import type { Page, PageRequest } from './page.js';

/** The page about the service: how to read it, how it counts, its words, its API and its licence. */
export async function aboutPage({ view, ask }: PageRequest): Promise<Page> {
  const variables = { language: view.language };
  const { vocabulary } = await ask(About, variables);
  const { aboutPage: words, about } = view.t;
  return {
    title: about,
    summary: words.lead,
    made: { query: About, variables },
    main: (
      <main class="single" id="text">
        <h1>{about}</h1>
        <p>{words.lead}</p>
        <Legend view={view} />
        {words.sections.map(({ title, paragraphs }) => (
          <section>
            <h2>{title}</h2>
            {paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </section>
        ))}
        <Words vocabulary={vocabulary} view={view} />
        <Machines view={view} />
        <h2>{words.licence}</h2>
        <p>{words.licenceText}</p>
      </main>
    ),
  };
}

/** What the graph has: the types of entities with their kinds, and what can be between them. */
function Words({
  vocabulary,
  view,
}: {
  readonly vocabulary: AboutQuery['vocabulary'];
  readonly view: View;
}) {
  const { aboutPage: words } = view.t;
  return (
    <>
      <h2>{words.entityTypes}</h2>
      <dl class="words">
        {vocabulary.entityTypes.map(({ type, label, kinds }) => (
          <>
            <dt>
              <Glyph type={type} /> {label}
            </dt>
            <dd>{kinds.map((kind) => kind.label).join(', ')}</dd>
          </>
        ))}
      </dl>
      <h2>{words.relationTypes}</h2>
      <ul class="plain">
        {vocabulary.relationTypes.map(({ label, ends }) => (
          <li>
            <Types types={ends.flatMap(({ from }) => from)} view={view} /> <b>{label}</b>{' '}
            <Types types={ends.flatMap(({ to }) => to)} view={view} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Types({ types, view }: { readonly types: readonly EntityType[]; readonly view: View }) {
  const names = [...new Set(types)].map((type) => view.labels.entityType(type));
  return <span class="muted">{names.length > 4 ? '…' : names.join(' / ')}</span>;
}

/** What machines are offered. */
function Machines({ view }: { readonly view: View }) {
  const { aboutPage: words } = view.t;
  return (
    <>
      <h2>{words.machines}</h2>
      <ul>
        <li>
          <a href="/graphql">GraphQL</a>: {words.graphql}
        </li>
        <li>
          <a href="/schema.graphql">schema.graphql</a>: {words.schema}
        </li>
        <li>{words.exports}</li>
        <li>
          <a href="/README.md" lang="en">
            README
          </a>
        </li>
      </ul>
    </>
  );
}
