/** The world in Kenes' document format. */

const ITEMS_A_DOCUMENT = 20_000;

/** What implies the relations that no paper tells of: it makes no publisher and no origin. */
const ARCHIVE = 'archive';

const KINDS = {
  government: 'GOVERNMENT',
  ngo: 'CIVIL_SOCIETY',
  international: 'INTERGOVERNMENTAL',
  media: 'MEDIA',
  meeting: 'MEETING',
  treaty: 'TREATY',
};

/**
 * Documents of at most 20,000 items: entities first, then the relations between them, the first of
 * these with the sources. A relation without a source has the default evidence of its document.
 */
export function* toDocuments({ nodes, sources, relations }) {
  for (const entities of slices(nodes.map(toEntity))) {
    yield { kenes: 1, sources: [], entities, relations: [] };
  }
  let unsaid = [...sources, { slug: ARCHIVE, publisher: sources[0].publisher, kind: 'OTHER' }];
  const evidence = [{ source: ARCHIVE, inferred: true }];
  for (const slice of slices(relations.map(toRelation))) {
    yield { kenes: 1, evidence, sources: unsaid, entities: [], relations: slice };
    unsaid = [];
  }
}

function* slices(items) {
  for (let start = 0; start < items.length; start += ITEMS_A_DOCUMENT) {
    yield items.slice(start, start + ITEMS_A_DOCUMENT);
  }
}

function toEntity(node) {
  const { slug, type, kind, names, aliases, act, text, startDate, endDate, adoptedDate } = node;
  const isStatement = type === 'Statement'; // whose name is its text
  return {
    slug,
    type,
    kind: KINDS[kind],
    names: isStatement ? undefined : names,
    aliases: Object.keys(aliases).length ? aliases : undefined,
    act,
    form: isStatement ? kind.toUpperCase() : undefined,
    text,
    startDate,
    endDate,
    adoptedOn: adoptedDate,
  };
}

/** A membership's role is its title. */
function toRelation(relation) {
  const { type, from, to, role, act, kind, since, until, date, repeat } = relation;
  const naming = type === 'MEMBER_OF' ? { title: role } : { role };
  const evidence = evidenceOf(relation);
  return { type, from, to, ...naming, act, kind, since, until, date, repeat, evidence };
}

function evidenceOf({ source, deniedBy }) {
  if (!source) return undefined;
  const denial = deniedBy ? [{ source: deniedBy, stance: 'CONTRADICTS' }] : [];
  return [{ source }, ...denial];
}
