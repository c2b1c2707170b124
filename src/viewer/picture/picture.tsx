import { filterParameters } from '../../addresses/address.js';
import { Legend } from '../parts/legend.js';
import type { EntityPageQuery, EntityType } from '../queries.js';
import type { VocabularyLabels } from '../labels.js';
import type { View } from '../view.js';
import { Controls } from './controls.js';
import { Ladder } from './ladder.js';
import { SelectedSheet, type Selection } from './sheet.js';
import { ofTypes, type Surroundings } from './surroundings.js';
import { RelationTable } from './table.js';
import { TimeBars } from './time-bars.js';
import { WebBox } from './web-box.js';
import { countByYear } from './years.js';

interface PictureProps {
  readonly entity: NonNullable<EntityPageQuery['entity']>;
  readonly surroundings: Surroundings;
  readonly selection: Selection | null;
  readonly view: View;
}

/** The picture of an entity's surroundings, with what it shows, how, and in which years. */
export function Picture({ entity, surroundings, selection, view }: PictureProps) {
  const { t, state, labels } = view;
  const shown = ofTypes(surroundings, state.entityTypes);
  const relations = shown.links.flatMap((link) => link.relations);
  const possible = relations.filter(({ held }) => held === 'POSSIBLY').length;
  const statements = new Set(shown.links.flatMap((link) => link.statements)).size;
  return (
    <section id="picture" class="picture" aria-label={t.picture(entity.name)}>
      <Views view={view} />
      <Controls view={view} counts={countTypes(surroundings, labels)} />
      <p class="muted" aria-live="polite">
        {t.pictureControls.counted(relations.length, possible, statements)}
      </p>
      <div class="drawing" id="drawing">
        {shown.others.length === 0 ? (
          <NothingLeft view={view} />
        ) : state.view === 'table' ? (
          <EntityTable entity={entity} view={view} />
        ) : state.view === 'web' ? (
          <WebBox center={[entity.slug]} depth={1} view={view} />
        ) : (
          <Ladder surroundings={shown} selected={state.sel} view={view} />
        )}
      </div>
      <TimeBars spans={countByYear(relations)} view={view} />
      {state.view !== 'table' && <Legend view={view} />}
      <SelectedSheet selection={selection} surroundings={shown} view={view} />
    </section>
  );
}

/** The three ways to see the same. The first is what an address without `view` shows. */
export function Views({
  view: { t, state, here },
  hasLadder = true,
}: {
  readonly view: View;
  readonly hasLadder?: boolean;
}) {
  const views = hasLadder
    ? ([
        [undefined, t.ladder],
        ['web', t.web],
        ['table', t.table],
      ] as const)
    : ([
        [undefined, t.table],
        ['web', t.web],
      ] as const);
  return (
    <nav class="views" aria-label={t.pictureControls.views}>
      {views.map(([name, label]) => (
        <a href={here({ view: name })} aria-current={state.view === name ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function EntityTable({ entity, view }: Pick<PictureProps, 'entity' | 'view'>) {
  const { edges, totalCount } = entity.relations;
  return (
    <>
      {totalCount > edges.length && (
        <p>{view.t.pictureControls.onlyFirst(edges.length, totalCount)}</p>
      )}
      <RelationTable slug={entity.slug} edges={edges} view={view} />
    </>
  );
}

/** Says that no relation matches, and offers to drop the conditions. */
function NothingLeft({ view }: { readonly view: View }) {
  const { t, state, here } = view;
  const set = filterParameters(state);
  if (set.length === 0) return <p>{t.noRelations}</p>;
  const words = t.pictureControls;
  return (
    <>
      <p>{words.nothingLeft}</p>
      <ul>
        {set.map(([name, value]) => (
          <li>
            <a href={here({ [name]: undefined })}>
              {words.drop(`${words.names[name] ?? name}: ${value}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={here(Object.fromEntries(set.map(([name]) => [name, undefined])))}>
            {words.dropAll}
          </a>
        </li>
      </ul>
    </>
  );
}

/** What is counted by type: what is drawn, and what is left out. */
interface Counted {
  readonly others: readonly { readonly type: EntityType }[];
  readonly left: Surroundings['left'];
}

/** Counts the entities of each type that has any, in the order of the types. */
export function countTypes(
  { others, left }: Counted,
  { entityTypes }: Pick<VocabularyLabels, 'entityTypes'>,
): ReadonlyMap<EntityType, number> {
  const counts = entityTypes.map((type) => {
    const drawn = others.filter((entity) => entity.type === type).length;
    return [type, drawn + (left[type] ?? 0)] as const;
  });
  return new Map(counts.filter(([, count]) => count > 0));
}
