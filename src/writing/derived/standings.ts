import { namesRival } from '../../model/disagreement.js';
import { isContested, sayingsOf, standingOf } from '../../model/standing.js';
import { groupBy } from '../../values/group-by.js';
import type { WorkingGraph } from '../working-graph.js';

/**
 * Recomputes the standing of each relation whose evidence was loaded, and of the rivals that their
 * evidence names or named, since these are contested, too.
 */
export async function deriveStandings(graph: WorkingGraph): Promise<void> {
  const { relations, evidence } = graph;
  const rivals = [...evidence.before(), ...evidence.now()].filter(namesRival);
  const named = [...new Set(rivals.flatMap(({ value }) => value ?? []))];
  await relations.load(named);
  await graph.loadEvidence(named);
  const known = [...relations.now.values()].filter(({ key }) => evidence.get(key));
  await graph.loadEvidenceInFavourOf(known.map(({ key }) => key));
  const favouring = groupBy(evidence.now().filter(namesRival), ({ value }) => value);
  for (const relation of known) {
    const { key } = relation;
    const all = [...(evidence.get(key) ?? []), ...(favouring.get(key) ?? [])];
    const sayings = sayingsOf(key, all);
    relations.put({
      ...relation,
      standing: standingOf(sayings),
      isContested: isContested(sayings),
    });
  }
}
