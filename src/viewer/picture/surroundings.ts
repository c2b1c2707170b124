import type {
  EntityPageQuery,
  EntityType,
  DrawnLineFragment,
  HeardFragment,
  NamedFragment,
} from '../queries.js';
import { withHeard, type HeardStatement, type Network as NetworkOf } from './heard.js';

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

type Network = Pick<EntityPageQuery['network'], 'nodes' | 'links'>;

/**
 * Returns what surrounds an entity. A statement is a line from who made it to what it is about; what
 * was said at an event brings its speakers and their topics, too.
 */
export function surroundingsOf(
  centre: NamedFragment,
  network: Network,
  heard: readonly HeardFragment[],
  left: Surroundings['left'] = {},
): Surroundings {
  const { nodes, links } = withStatements(network, heard);
  const isShown = ({ slug, type }: NamedFragment): boolean =>
    slug !== centre.slug && (type !== 'STATEMENT' || centre.type === 'STATEMENT');
  return {
    centre,
    others: nodes.filter(isShown),
    links: links.map(({ from, to, relations, statements }) => ({
      from: from.slug,
      to: to.slug,
      relations,
      statements: statements.map(({ slug }) => slug),
    })),
    left,
  };
}

interface LinkWithStatements<Relation> {
  readonly from: { readonly slug: string };
  readonly to: { readonly slug: string };
  readonly relations: readonly Relation[];
  readonly statements: readonly { readonly slug: string }[];
}

/** Adds what was said at an event to its network, whose links name their statements in order. */
export function withStatements<Node extends Pick<NamedFragment, 'slug' | 'type'>, Relation>(
  network: NetworkOf<Node, LinkWithStatements<Relation>>,
  heard: readonly HeardStatement<Node>[],
): NetworkOf<Node, LinkWithStatements<Relation>> {
  return withHeard(network, heard, (link, from, to, statements) => {
    const known = link?.statements.map(({ slug }) => slug) ?? [];
    const all = [...new Set([...known, ...statements])].sort();
    return {
      ...(link ?? { from, to, relations: [] }),
      statements: all.map((slug) => ({ slug })),
    };
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
