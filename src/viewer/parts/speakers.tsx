import type { NamedFragment, PositionsPageQuery } from '../queries.js';
import { entityPath, type View } from '../view.js';
import { Glyph } from './glyph.js';
import { EntityLink, foreign } from './names.js';
import { onePerPassage, Passages } from './passages.js';

type Position = PositionsPageQuery['positions']['statements']['nodes'][number];

/** What one person or organization said; nobody, if no source names the speaker. */
export interface Said {
  readonly speaker: NamedFragment | null;
  readonly positions: readonly Position[];
}

/** Groups statements by who made them, in the order of names. Those of nobody come last. */
export function bySpeaker(positions: readonly Position[], view: View): Said[] {
  const speakers = new Map<string, NamedFragment>();
  for (const actor of positions.flatMap(({ actors }) => actors)) speakers.set(actor.slug, actor);
  const said = view.byName([...speakers.values()]).map((speaker) => ({
    speaker,
    positions: positions.filter(({ actors }) => actors.some(({ slug }) => slug === speaker.slug)),
  }));
  const ofNobody = positions.filter(({ actors }) => actors.length === 0);
  return ofNobody.length === 0 ? said : [...said, { speaker: null, positions: ofNobody }];
}

/** What one speaker said: how, for whom, in which words, and where that is to be read. */
export function Speaker({ said, view }: { readonly said: Said; readonly view: View }) {
  const { speaker, positions } = said;
  return (
    <section class="speaker" data-slug={speaker?.slug}>
      <h3>
        {speaker ? (
          <>
            <Glyph type={speaker.type} /> <EntityLink entity={speaker} view={view} />
          </>
        ) : (
          view.t.positionsPage.nobodyNamed
        )}
      </h3>
      <ul class="plain">
        {positions.map((position) => (
          <PositionOf position={position} view={view} />
        ))}
      </ul>
    </section>
  );
}

function PositionOf({ position, view }: { readonly position: Position; readonly view: View }) {
  const { act, onBehalfOf, statement } = position;
  const words = view.t.positionsPage;
  const { totalCount, nodes } = statement.evidence;
  const page = view.href(entityPath(statement.slug));
  return (
    <li class="position" data-slug={statement.slug}>
      {act !== null && <b>{view.labels.value('StatementAct', act)}</b>}
      {onBehalfOf.length > 0 && (
        <span class="muted">
          {' · '}
          {words.forWhom[0]}{' '}
          {onBehalfOf.map((organization, index) => (
            <>
              {index > 0 && ', '}
              <EntityLink entity={organization} view={view} />
            </>
          ))}{' '}
          {words.forWhom[1]}
        </span>
      )}
      <p>
        <a href={page} lang={foreign(statement.nameLanguage, view)}>
          {statement.name}
        </a>
      </p>
      <details>
        <summary>{words.citations(onePerPassage(nodes).length)}</summary>
        <Passages evidence={nodes} view={view} />
        {totalCount > nodes.length && (
          <p>
            <a href={page}>{view.t.sheet.open}</a>
          </p>
        )}
      </details>
    </li>
  );
}
