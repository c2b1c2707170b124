import type { EntityPageQuery, EntityType, DrawnLineFragment, NamedFragment } from '../queries.js';

/** What is drawn between two entities: relations, and statements of the first about the second. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly relations: readonly DrawnLineFragment[];
  /** The slugs of the statements, sorted. */
  readonly statements: readonly string[];
}

/** An entity and what surrounds it. */
export interface Surroundings {
  readonly centre: NamedFragment;
  readonly others: readonly NamedFragment[];
  readonly links: readonly Link[];
  /** How many more entities of a type there are than `others` has. */
  readonly left: Readonly<Partial<Record<EntityType, number>>>;
}

type PageEntity = NonNullable<EntityPageQuery['entity']>;

/**
 * Returns what surrounds the entity of a page. A statement is a line from who made it to what it is
 * about; what was said at an event brings its speakers and their topics, too.
 */
export function surroundingsOf(
  entity: PageEntity,
  network: EntityPageQuery['network'],
  left: Surroundings['left'] = {},
): Surroundings {
  const nodes = new Map<string, NamedFragment>(network.nodes.map((node) => [node.slug, node]));
  const links = new Map<string, Link>();
  for (const { from, to, relations, statements } of network.links)
    addLink(
      links,
      from.slug,
      to.slug,
      relations,
      statements.map(({ slug }) => slug),
    );
  for (const { slug, madeBy, about } of statementsAt(entity)) {
    for (const maker of madeBy.nodes) {
      for (const topic of about.nodes) {
        if (maker.slug === topic.slug || maker.type === 'STATEMENT' || topic.type === 'STATEMENT')
          continue;
        if (!nodes.has(maker.slug)) nodes.set(maker.slug, maker);
        if (!nodes.has(topic.slug)) nodes.set(topic.slug, topic);
        addLink(links, maker.slug, topic.slug, [], [slug]);
      }
    }
  }
  nodes.delete(entity.slug);
  const isStatement = ({ type }: NamedFragment): boolean => type === 'STATEMENT';
  return {
    centre: entity,
    others: [...nodes.values()].filter((node) => !isStatement(node) || isStatement(entity)),
    links: [...links.values()],
    left,
  };
}

function statementsAt(entity: PageEntity) {
  return 'statements' in entity ? entity.statements.nodes : [];
}

function addLink(
  links: Map<string, Link>,
  from: string,
  to: string,
  relations: readonly DrawnLineFragment[],
  statements: readonly string[],
): void {
  const key = `${from} ${to}`;
  const known = links.get(key) ?? { from, to, relations: [], statements: [] };
  links.set(key, {
    from,
    to,
    relations: [...known.relations, ...relations],
    statements: [...new Set([...known.statements, ...statements])].sort(),
  });
}

/** Returns how many statements are drawn about an entity, and who made them. */
export function statementsAbout(
  slug: string,
  { links }: Surroundings,
): { readonly statements: number; readonly speakers: ReadonlySet<string> } {
  const about = links.filter(({ to, statements }) => to === slug && statements.length > 0);
  return {
    statements: new Set(about.flatMap(({ statements }) => statements)).size,
    speakers: new Set(about.map(({ from }) => from)),
  };
}

/** Returns the surroundings with the entities of some types alone; all of them if none is named. */
export function ofTypes(
  surroundings: Surroundings,
  types: readonly string[] | undefined,
): Surroundings {
  if (!types) return surroundings;
  const others = surroundings.others.filter(({ type }) => types.includes(type));
  const drawn = new Set([surroundings.centre.slug, ...others.map(({ slug }) => slug)]);
  return {
    ...surroundings,
    others,
    links: surroundings.links.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    left: Object.fromEntries(
      Object.entries(surroundings.left).filter(([type]) => types.includes(type)),
    ),
  };
}
