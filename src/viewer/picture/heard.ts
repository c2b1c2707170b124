import { relationFilter } from '../../addresses/address.js';
import type { ViewState } from '../../addresses/parameters.js';
import type { EntityFilter, EntityType, RelationFilter } from '../queries.js';

/** What a picture of an event asks of the statements that were made there. */
export interface HeardVariables {
  readonly isWithStatements: boolean;
  /** The filter of what leads from a statement to the event, to its makers and to its topics. */
  readonly statements: RelationFilter;
}

/** Returns what a state means for the statements that were made at an event. */
export function heardIn(state: ViewState): HeardVariables {
  const { entityTypes, relationTypes, direction, roles, acts, kinds, ...statements } =
    relationFilter(state) as RelationFilter;
  return {
    // They lead to the event, and have no role, act or kind.
    isWithStatements:
      !(roles ?? acts ?? kinds) &&
      direction !== 'FORWARD' &&
      (relationTypes?.includes('MADE_AT') ?? true),
    statements,
  };
}

/** What a picture around several entities asks of the statements that were made at events among them. */
export interface HeardAround extends HeardVariables {
  readonly heard: EntityFilter;
}

/** Returns what a state means for what was said at the entities in the centre that are events. */
export function heardAround(
  center: readonly string[],
  depth: number,
  state: ViewState,
): HeardAround {
  const { isWithStatements, statements } = heardIn(state);
  const relation: RelationFilter = { ...statements, relationTypes: ['MADE_AT'] };
  return {
    // Nothing leads to entities that are alone.
    isWithStatements: isWithStatements && center.length > 0 && depth > 0,
    statements,
    heard: { related: [{ relation, entity: { slugs: [...center] } }] },
  };
}

/** The arguments in which the slugs of the centre stand: of the network, and of what was said there. */
export const CENTER_ARGUMENTS = ['center', 'filter.related[0].entity.slugs'] as const;

interface Named {
  readonly slug: string;
  readonly type: EntityType;
}

/** A statement that was made at an event, with who made it and what it is about. */
export interface HeardStatement<Node extends Named> {
  readonly slug: string;
  readonly madeBy: { readonly nodes: readonly Node[] };
  readonly about: { readonly nodes: readonly Node[] };
}

interface Ends {
  readonly from: { readonly slug: string };
  readonly to: { readonly slug: string };
}

export interface Network<Node extends Named, Link extends Ends> {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
}

/**
 * Adds what was said at an event to its network: the speakers and their topics, with a line from each
 * to each.
 * @param said Returns a link to which the slugs of statements are added. It has none yet if it is null.
 */
export function withHeard<Node extends Named, Link extends Ends>(
  { nodes, links }: Network<Node, Link>,
  heard: readonly HeardStatement<Node>[],
  said: (link: Link | null, from: Node, to: Node, statements: readonly string[]) => Link,
): Network<Node, Link> {
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  const byEnds = new Map(links.map((link) => [endsOf(link), link]));
  for (const { from, to, statements } of linesOf(heard)) {
    for (const end of [from, to]) if (!bySlug.has(end.slug)) bySlug.set(end.slug, end);
    const ends = endsOf({ from, to });
    byEnds.set(ends, said(byEnds.get(ends) ?? null, from, to, statements));
  }
  return { nodes: [...bySlug.values()], links: [...byEnds.values()] };
}

interface HeardLine<Node> {
  readonly from: Node;
  readonly to: Node;
  readonly statements: string[];
}

/** Returns the lines from who made statements to what these are about, each once. */
function linesOf<Node extends Named>(heard: readonly HeardStatement<Node>[]) {
  const lines = new Map<string, HeardLine<Node>>();
  for (const { slug, madeBy, about } of heard) {
    for (const from of madeBy.nodes) {
      for (const to of about.nodes.filter((one) => isLine(from, one))) {
        const ends = endsOf({ from, to });
        const line = lines.get(ends) ?? { from, to, statements: [] };
        line.statements.push(slug);
        lines.set(ends, line);
      }
    }
  }
  return lines.values();
}

function endsOf({ from, to }: Ends): string {
  return `${from.slug} ${to.slug}`;
}

/** Statements are lines themselves, and nobody has a line to herself. */
function isLine(maker: Named, topic: Named): boolean {
  return maker.slug !== topic.slug && maker.type !== 'STATEMENT' && topic.type !== 'STATEMENT';
}
