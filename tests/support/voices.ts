/** The slug of the seed report, a source. */
export const SEED_REPORT = 'kt-2025-12-11';

interface Voice {
  readonly source: { readonly slug: string };
  readonly inferred: boolean;
  readonly stance: string;
  readonly value: string | null;
}

/** What was asked for with `voices`. */
export interface Evidenced {
  readonly evidence: { readonly nodes: readonly Voice[] };
}

/** An edge to an entity, with what sources say on it. */
export interface Edge {
  readonly node: { readonly slug: string };
  readonly relation: Evidenced & { readonly publisherCount: number; readonly originCount: number };
}

/** Selects the evidence on a whole, as `voicesOf` takes it. */
export const voices =
  'evidence(properties: []) { nodes { stance inferred value source { slug } } }';

/** What sources say on a whole: `source`, `source: inferred` or `source: against KEY`. */
export function voicesOf(relation: Evidenced): string[] {
  return relation.evidence.nodes.map(({ source, inferred, stance, value }) => {
    const against = stance === 'CONTRADICTS' ? `: against ${String(value)}` : '';
    return `${source.slug}${inferred ? ': inferred' : against}`;
  });
}
