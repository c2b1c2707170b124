import type { EntityPageQuery } from '../queries.js';
import { relationPath, type View } from '../view.js';
import { Glyph } from './glyph.js';
import { EntityLink } from './names.js';
import { Strength } from './strength.js';

type Edge = NonNullable<EntityPageQuery['entity']>['relations']['edges'][number];

interface RelationGroupsProps {
  readonly entity: NonNullable<EntityPageQuery['entity']>;
  readonly view: View;
}

/** The relations of an entity, by type and direction, then by role. */
export function RelationGroups({ entity, view }: RelationGroupsProps) {
  const { edges, totalCount } = entity.relations;
  if (totalCount === 0) return <p>{view.t.noRelations}</p>;
  const left = totalCount - edges.length;
  return (
    <>
      {groupsOf(edges, entity.slug, view).map(({ title, roles, count }) => (
        <section>
          <h2>
            {title} <small>{count}</small>
          </h2>
          {roles.map(({ role, edges: ofRole }) => (
            <>
              {role && (
                <h3>
                  {role} <small>{ofRole.length}</small>
                </h3>
              )}
              <ul class="relations">
                {ofRole.map(({ relation, node }) => (
                  <li data-key={relation.key} data-slug={node.slug}>
                    <Glyph type={node.type} /> <EntityLink entity={node} view={view} />{' '}
                    <a
                      class="why"
                      href={view.href(relationPath(relation.key))}
                      title={relation.sentence}
                    >
                      <Strength line={relation} view={view} />
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        </section>
      ))}
      {left > 0 && (
        <p>
          <a href={view.here({ view: 'table' })}>{view.t.more(left)}</a>
        </p>
      )}
    </>
  );
}

interface Group {
  readonly title: string;
  readonly count: number;
  readonly roles: readonly { readonly role: string; readonly edges: readonly Edge[] }[];
}

/** Groups in the order of the vocabulary, roles in theirs, and entities by name. */
function groupsOf(
  edges: readonly Edge[],
  slug: string,
  { labels, byName }: RelationGroupsProps['view'],
): Group[] {
  const order = labels.relationTypes.flatMap((type) =>
    (['forward', 'backward'] as const).map((direction) => ({ type, direction })),
  );
  const roleNames = labels.values('ParticipationRole').map(({ name }) => name);
  return order.flatMap(({ type, direction }) => {
    const ofType = edges.filter(
      ({ relation }) =>
        relation.type === type && (relation.from.slug === slug) === (direction === 'forward'),
    );
    if (ofType.length === 0) return [];
    const roles = [null, ...roleNames].flatMap((role) => {
      const ofRole = ofType.filter(({ relation }) => relation.role === role);
      const sorted = byName(ofRole.map((edge) => ({ ...edge, name: edge.node.name })));
      return ofRole.length === 0
        ? []
        : [{ role: role === null ? '' : labels.value('ParticipationRole', role), edges: sorted }];
    });
    return [{ title: labels.relations(type, direction), count: ofType.length, roles }];
  });
}
