import { isDisagreementLeft } from '../../model/disagreement-left.js';
import {
  recordsOfDisagreement,
  type DisagreementRecord,
  type EvidenceRecord,
} from '../../model/records.js';
import { unique, type Keyset, type Row } from '../page.js';
import type { EvidenceRow } from '../rows.js';
import type { Engine } from './asks.js';

/** The disagreements, and the pieces of evidence of one record, that are read at once. */
const DISAGREEMENTS_AT_ONCE = 1_000;
const EVIDENCE_AT_ONCE = 200;

/**
 * Returns the names of the disagreements that are none when sources are set aside. Only those can
 * change of which these sources say something.
 */
export async function fallenDisagreements(
  engine: Engine,
  setAside: ReadonlySet<string>,
): Promise<string[]> {
  const records = await disagreementsSaidBy(engine, [...setAside]);
  const evidence = await evidenceOf(engine, unique(records.flatMap(recordsOfDisagreement)));
  const fallen = records.filter((record) => {
    const said = recordsOfDisagreement(record).flatMap((owner) => evidence.get(owner) ?? []);
    return !isDisagreementLeft(record, said, (source) => setAside.has(source));
  });
  return fallen.map(nameOf);
}

/** Returns the name of a disagreement, which the query texts of both engines repeat. */
function nameOf({ target, property, kind }: DisagreementRecord): string {
  return `${target} ${property ?? ''} ${kind}`;
}

async function disagreementsSaidBy(
  engine: Engine,
  saidBy: readonly string[],
): Promise<DisagreementRecord[]> {
  const question = { kinds: null, targets: null, saidBy };
  const records: DisagreementRecord[] = [];
  let after: Keyset | undefined;
  do {
    const page = { limit: DISAGREEMENTS_AT_ONCE, backward: false, ...(after && { after }) };
    const rows: readonly Row<DisagreementRecord>[] = await engine.one({
      kind: 'page of disagreements',
      question,
      page,
    });
    records.push(...rows.slice(0, DISAGREEMENTS_AT_ONCE).map(({ item }) => item));
    after = rows[DISAGREEMENTS_AT_ONCE] && rows[DISAGREEMENTS_AT_ONCE - 1]?.keyset;
  } while (after);
  return records;
}

type Claim = EvidenceRow & Pick<EvidenceRecord, 'value' | 'inferred'>;

/** Returns all evidence for each of the records, page by page. */
async function evidenceOf(
  engine: Engine,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const evidence = new Map<string, Claim[]>();
  const read = async (owners: readonly string[], after?: Keyset): Promise<void> => {
    const page = { limit: EVIDENCE_AT_ONCE, backward: false, ...(after && { after }) };
    const found = await engine.each({ ...evidenceForTarget, page }, owners);
    for (const [owner, rows] of found) {
      const claims = rows.slice(0, EVIDENCE_AT_ONCE).map(({ item }): Claim => {
        const { value = null, inferred = false } = item;
        return { ...item, value, inferred };
      });
      evidence.set(owner, [...(evidence.get(owner) ?? []), ...claims]);
      if (rows[EVIDENCE_AT_ONCE]) await read([owner], rows[EVIDENCE_AT_ONCE - 1]?.keyset);
    }
  };
  await read(records);
  return evidence;
}

const evidenceForTarget = {
  kind: 'page of evidence',
  question: { of: 'target', properties: null },
  parts: ['value', 'inferred'],
} as const;
