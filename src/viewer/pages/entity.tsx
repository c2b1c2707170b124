import { relationFilter } from '../../addresses/address.js';
import type { ViewState } from '../../addresses/parameters.js';
import { orNull, type Ask } from '../ask.js';
import { EntityNames } from '../parts/entity-names.js';
import { Glyph } from '../parts/glyph.js';
import { Legend } from '../parts/legend.js';
import { RelationGroups } from '../parts/relation-groups.js';
import { Ladder } from '../picture/ladder.js';
import { surroundingsOf, type Surroundings } from '../picture/surroundings.js';
import {
  Around,
  EntityPage,
  type AroundQuery,
  type EntityType,
  type RelationFilter,
} from '../queries.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

/** The number of entities that the picture is asked for. More than its rows has no use. */
const PICTURE_ENTITIES = 120;

/** The page of an entity: its names, its relations by kind and role, and the picture of them. */
export async function entityPage(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  const variables = variablesOf(slug, request);
  const answer = await orNull(ask(EntityPage, variables), 'center');
  if (!answer?.entity) return missingPage(request, slug);
  const { entity, network } = answer;
  const left = network.truncated ? await leftOf(network.nodes, variables.filter, slug, ask) : {};
  const surroundings = surroundingsOf(entity, network, left);
  const { t, labels } = view;
  return {
    title: entity.name,
    summary: entity.description ?? undefined,
    made: { query: EntityPage, variables },
    main: (
      <main class="entity">
        <article id="text">
          <p class="kind">
            <Glyph type={entity.type} /> {labels.entityType(entity.type)}
            {entity.kind && ` · ${labels.kind(entity.type, entity.kind)}`}
          </p>
          <EntityNames entity={entity} view={view} />
          <p class="actions">
            <a href={view.href('/paths', { from: slug })}>{t.howConnected}</a>
            <a href={view.href('/export/gexf', { center: [slug] })}>{t.takeAway}</a>
          </p>
          {entity.disagreements.totalCount > 0 && (
            <p>
              <a class="contest" href={view.href('/disagreements', { center: [slug] })}>
                ≠ {t.sourcesDisagree(entity.disagreements.totalCount)}
              </a>
            </p>
          )}
          <RelationGroups entity={entity} view={view} />
        </article>
        <section id="picture" class="picture" aria-label={t.picture(entity.name)}>
          <Drawing surroundings={surroundings} request={request} />
          <Legend view={view} />
        </section>
      </main>
    ),
  };
}

function Drawing({
  surroundings,
  request: { view },
}: {
  readonly surroundings: Surroundings;
  readonly request: PageRequest;
}) {
  if (surroundings.others.length === 0) return <p>{view.t.noRelations}</p>;
  return (
    <div class="drawing">
      <Ladder surroundings={surroundings} view={view} />
    </div>
  );
}

function variablesOf(slug: string, { view: { state, language } }: PageRequest) {
  const filter = filterOf(state);
  const { relationTypes, direction, entityTypes, roles, acts, kinds, ...ofStatements } = filter;
  return {
    slug,
    filter,
    // Those made at an event have no role, act or kind.
    isWithStatements: !(roles ?? acts ?? kinds) && (relationTypes?.includes('MADE_AT') ?? true),
    statements: ofStatements,
    language,
    from: state.during?.from ?? null,
    to: state.during?.to ?? null,
    isDuring: state.during !== undefined,
    rows: PICTURE_ENTITIES,
  };
}

/** The service checks the values, and says what is wrong with them. */
function filterOf(state: ViewState): RelationFilter {
  return relationFilter(state) as RelationFilter;
}

/** Returns how many entities of each type the picture of a hub leaves out. */
async function leftOf(
  drawn: readonly { readonly type: EntityType }[],
  relation: RelationFilter,
  slug: string,
  ask: Ask,
): Promise<Surroundings['left']> {
  const all = await ask(Around, { related: { relation, entity: { slugs: [slug] } } });
  return Object.fromEntries(
    Object.entries(fieldsOfTypes).map(([type, field]) => {
      const known = drawn.filter((node) => node.type === type).length;
      return [type, Math.max(0, all[field].totalCount - known)];
    }),
  );
}

const fieldsOfTypes: Readonly<Partial<Record<EntityType, keyof AroundQuery>>> = {
  PERSON: 'people',
  ORGANIZATION: 'organizations',
  EVENT: 'events',
  TOPIC: 'topics',
  INSTRUMENT: 'instruments',
  REPORT: 'reports',
  PLACE: 'places',
};
