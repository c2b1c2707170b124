import type { WebQuery } from '../../queries.js';

type Network = Pick<WebQuery['network'], 'nodes' | 'links'>;
type Node = Network['nodes'][number];
type Link = Network['links'][number];

/**
 * Adds what was said at the event of a web: its speakers and their topics, with a line from each to
 * each, as the ladder has them. A link that has statements has all of them already.
 */
export function withHeard({ nodes, links }: Network, heard: WebQuery['heard']): Network {
  const said = heard && 'statements' in heard ? heard.statements.nodes : [];
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  const byEnds = new Map(links.map((link) => [endsOf(link.from, link.to), link]));
  const added = new Map<string, Link>();
  for (const { madeBy, about } of said) {
    for (const maker of madeBy.nodes) {
      for (const topic of about.nodes) {
        const ends = endsOf(maker, topic);
        const link = byEnds.get(ends) ?? { from: maker, to: topic, relations: [], count: 0 };
        if (!isLine(maker, topic) || link.count > link.relations.length) continue;
        bySlug.set(maker.slug, bySlug.get(maker.slug) ?? maker);
        bySlug.set(topic.slug, bySlug.get(topic.slug) ?? topic);
        const count = (added.get(ends) ?? link).count + 1;
        added.set(ends, { ...link, count });
      }
    }
  }
  return {
    nodes: [...bySlug.values()],
    links: [...new Map([...byEnds, ...added]).values()],
  };
}

function endsOf({ slug: from }: { slug: string }, { slug: to }: { slug: string }): string {
  return `${from} ${to}`;
}

/** Statements are lines themselves, and nobody has a line to herself. */
function isLine(maker: Node, topic: Node): boolean {
  return maker.slug !== topic.slug && maker.type !== 'STATEMENT' && topic.type !== 'STATEMENT';
}
