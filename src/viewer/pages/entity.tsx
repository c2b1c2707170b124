import { relationFilter } from '../../addresses/address.js';
import type { ViewState } from '../../addresses/parameters.js';
import { orNull, type Ask } from '../ask.js';
import { EntityNames } from '../parts/entity-names.js';
import { Glyph } from '../parts/glyph.js';
import { RelationGroups } from '../parts/relation-groups.js';
import { countSeen, TakeAway, type Taken } from '../parts/take-away.js';
import { heardIn } from '../picture/heard.js';
import { Picture } from '../picture/picture.js';
import { selectionOf } from '../picture/sheet.js';
import { ofTypes, surroundingsOf, type Surroundings } from '../picture/surroundings.js';
import {
  Around,
  EntityPage,
  type AroundQuery,
  type EntityPageQuery,
  type EntityType,
  type RelationFilter,
} from '../queries.js';
import { missingPage } from './missing.js';
import { asideVariables } from '../set-aside.js';
import type { View } from '../view.js';
import type { Page, PageRequest } from './page.js';

/** The number of entities that the picture is asked for. What a hub has more is counted. */
const PICTURE_ENTITIES = 60;

/** The page of an entity: its names, its relations by kind and role, and the picture of them. */
export async function entityPage(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  const [read, selection] = await Promise.all([
    orNull(readSurroundings(request, slug), 'center'),
    selectionOf(view, ask),
  ]);
  if (!read) return missingPage(request, slug);
  const { entity, surroundings, answer, variables } = read;
  const { others, links } = ofTypes(surroundings, view.state.entityTypes);
  const isWhole = Object.keys(surroundings.left).length === 0;
  const seen = isWhole ? countSeen([entity, ...others], links) : null;
  return {
    title: entity.name,
    summary: entity.description ?? undefined,
    hasPicture: true,
    made: { query: EntityPage, variables },
    data: answer,
    main: (
      <main class="entity">
        <EntityArticle entity={entity} taken={{ center: [slug], depth: 1, seen }} view={view} />
        <Picture entity={entity} surroundings={surroundings} selection={selection} view={view} />
      </main>
    ),
  };
}

/**
 * Reads an entity with what surrounds it, as its picture draws it.
 * @throws QueryError about `center` if there is no such entity.
 */
export async function readSurroundings(request: PageRequest, slug: string) {
  const { ask } = request;
  const variables = variablesOf(slug, request);
  const answer = await ask(EntityPage, variables);
  if (!answer.entity) return null;
  const { entity, network } = answer;
  const left = network.truncated
    ? await leftOf(network.nodes, variables.ofAllTypes, slug, ask)
    : {};
  return {
    entity,
    surroundings: surroundingsOf(entity, network, heardAt(entity), left),
    answer,
    variables,
  };
}

function heardAt(entity: NonNullable<EntityPageQuery['entity']>) {
  return 'statements' in entity ? entity.statements.nodes : [];
}

function EntityArticle({
  entity,
  taken,
  view,
}: {
  readonly entity: NonNullable<EntityPageQuery['entity']>;
  readonly taken: Taken;
  readonly view: View;
}) {
  const { t, labels, href } = view;
  const { slug, type, kind, disagreements } = entity;
  return (
    <article id="text">
      <p class="kind">
        <Glyph type={type} /> {labels.entityType(type)}
        {kind && ` · ${labels.kind(type, kind)}`}
      </p>
      <EntityNames entity={entity} view={view} />
      <p class="actions">
        <a class="to-picture" href="#picture">
          ↓ {t.skipToPicture}
        </a>
        <a href={href('/paths', { from: slug })}>{t.findConnection}</a>
      </p>
      <TakeAway taken={taken} view={view} />
      {disagreements.totalCount > 0 && (
        <p>
          <a class="contest" href={href('/disagreements', { center: [slug] })}>
            ≠ {t.sourcesDisagree(disagreements.totalCount)}
          </a>
        </p>
      )}
      <RelationGroups entity={entity} view={view} />
    </article>
  );
}

function variablesOf(slug: string, { view }: PageRequest) {
  const { state, language } = view;
  const filter = filterOf(state);
  // The picture counts the entities of all types, and draws those of the chosen ones.
  const { entityTypes, ...ofAllTypes } = filter;
  return {
    slug,
    filter,
    ofAllTypes,
    ...heardIn(state),
    ...asideVariables(view),
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
