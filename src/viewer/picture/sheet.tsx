import { relationFilter } from '../../addresses/address.js';
import type { Ask } from '../ask.js';
import { Glyph } from '../parts/glyph.js';
import { EntityLink, foreignByLetters, LinkedText, MarkedText } from '../parts/names.js';
import { Strength } from '../parts/strength.js';
import {
  EntitySheet,
  Sheet,
  type EntitySheetQuery,
  type RelationFilter,
  type SheetQuery,
} from '../queries.js';
import { entityPath, relationPath, sourcePath, type View } from '../view.js';
import { statementsAbout, type Surroundings } from './surroundings.js';

/** What is told of the row or the line of a picture that is selected. */
export type Selection =
  | { readonly slug: string }
  | { readonly entity: NonNullable<EntitySheetQuery['entity']> }
  | { readonly relation: NonNullable<SheetQuery['relation']> };

/**
 * Reads what the address selects: the slug of an entity, or the key of a relation. A web and a network
 * have entities that the surroundings of a page have not, so that they are read.
 */
export async function selectionOf(view: View, ask: Ask): Promise<Selection | null> {
  const { language, path, state } = view;
  const { sel } = state;
  if (sel === undefined) return null;
  if (!/^[a-z0-9-]+$/.test(sel)) {
    const { relation } = await ask(Sheet, { key: sel, language });
    return relation ? { relation } : null;
  }
  if (state.view !== 'web' && path !== '/network') return { slug: sel };
  const filter = relationFilter(state) as RelationFilter;
  const { entity } = await ask(EntitySheet, { slug: sel, filter, language });
  return entity ? { entity } : null;
}

interface SelectedSheetProps {
  readonly selection: Selection | null;
  /** What surrounds the entity of the page; absent unless the selection is among it. */
  readonly surroundings?: Surroundings;
  readonly view: View;
}

/** The sheet of what is selected. It is there, empty, while nothing is. */
export function SelectedSheet({ selection, surroundings, view }: SelectedSheetProps) {
  return (
    <aside id="sheet" class="sheet" aria-live="polite">
      {selection && (
        <>
          <a class="close" href={view.here({ sel: undefined })} aria-label={view.t.sheet.close}>
            ✕
          </a>
          <Told selection={selection} surroundings={surroundings} view={view} />
        </>
      )}
    </aside>
  );
}

function Told({
  selection,
  surroundings,
  view,
}: {
  readonly selection: Selection;
  readonly surroundings: Surroundings | undefined;
  readonly view: View;
}) {
  if ('relation' in selection) return <RelationSheet relation={selection.relation} view={view} />;
  if ('entity' in selection) return <ReadEntity entity={selection.entity} view={view} />;
  return (
    surroundings && (
      <SurroundingEntity slug={selection.slug} surroundings={surroundings} view={view} />
    )
  );
}

/** An entity with its first relations, whatever the page shows around it. */
function ReadEntity({
  entity,
  view,
}: {
  readonly entity: NonNullable<EntitySheetQuery['entity']>;
  readonly view: View;
}) {
  const { totalCount, edges } = entity.relations;
  return (
    <>
      <h2>
        <Glyph type={entity.type} /> <EntityLink entity={entity} view={view} />
      </h2>
      <p>{view.t.relations(totalCount)}</p>
      <Sentences relations={edges.map(({ relation }) => relation)} view={view} />
    </>
  );
}

function Sentences({
  relations,
  view,
}: {
  readonly relations: readonly { readonly key: string; readonly sentence: string }[];
  readonly view: View;
}) {
  return (
    <ul class="plain">
      {relations.map(({ key, sentence }) => (
        <li>
          <a href={view.href(relationPath(key))}>{sentence}</a>
        </li>
      ))}
    </ul>
  );
}

/** An entity with what leads to it from the others around the entity of the page. */
function SurroundingEntity({
  slug,
  surroundings,
  view,
}: {
  readonly slug: string;
  readonly surroundings: Surroundings;
  readonly view: View;
}) {
  const entity = surroundings.others.find((one) => one.slug === slug);
  if (!entity) return null;
  const { t } = view;
  const relations = surroundings.links
    .filter(({ from, to }) => from === slug || to === slug)
    .flatMap((link) => link.relations);
  const { statements, speakers } = statementsAbout(slug, surroundings);
  const silent = surroundings.others.filter(
    ({ type, slug: other }) => type === 'PERSON' && !speakers.has(other),
  ).length;
  return (
    <>
      <h2>
        <Glyph type={entity.type} /> <EntityLink entity={entity} view={view} />
      </h2>
      <p>
        {[
          relations.length > 0 && t.relations(relations.length),
          statements > 0 && t.statements(statements),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {surroundings.centre.type === 'EVENT' && statements > 0 && (
        <p>
          <a href={view.href(`${entityPath(slug)}/positions`, { event: surroundings.centre.slug })}>
            {t.sheet.withoutStatement(silent)}
          </a>
        </p>
      )}
      <Sentences relations={relations.slice(0, 5)} view={view} />
    </>
  );
}

function RelationSheet({
  relation,
  view,
}: {
  readonly relation: NonNullable<SheetQuery['relation']>;
  readonly view: View;
}) {
  const { t } = view;
  return (
    <>
      <p class="sentence">
        <LinkedText parts={relation.sentenceParts} view={view} />
      </p>
      <p>
        <Strength line={relation} view={view} />
      </p>
      <ol>
        {relation.evidence.nodes.map(
          ({ stance, inferred, citationParts, note, source, selector }) => (
            <li>
              {stance === 'CONTRADICTS' && <span class="contest">≠ {t.contradicts}: </span>}
              {inferred && <em>{t.inferred}: </em>}
              <a
                href={view.href(sourcePath(source.slug)) + (selector ? `#c${selector.start}` : '')}
              >
                <MarkedText parts={citationParts} view={view} />
              </a>
              {note && <small lang={foreignByLetters(note, view)}> {note}</small>}
            </li>
          ),
        )}
      </ol>
      {relation.rivals.length > 0 && (
        <>
          <h3>{t.otherSide}</h3>
          <ul class="plain">
            {relation.rivals.map(({ sentenceParts }) => (
              <li>
                <LinkedText parts={sentenceParts} view={view} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={view.href(relationPath(relation.key))}>
          {t.sheet.open} ({relation.evidence.totalCount})
        </a>
      </p>
    </>
  );
}
