/** The world in Kenes' document format. */

const ITEMS_A_DOCUMENT = 20_000;

const KINDS = {
  government: 'GOVERNMENT',
  ngo: 'CIVIL_SOCIETY',
  international: 'INTERGOVERNMENTAL',
  media: 'MEDIA',
  meeting: 'MEETING',
  treaty: 'TREATY',
};

/** The property that makes another relation of the same type and ends. */
const QUALIFIERS = { PARTICIPATED_IN: 'role', PARTY_TO: 'act', SUPPORTS: 'kind' };

/** Documents of at most 20,000 items: entities first, then the relations between them. */
export function* toDocuments({ nodes, relations }) {
  for (const entities of slices(nodes.map(toEntity))) {
    yield { kenes: 1, sources: [], entities, relations: [] };
  }
  for (const slice of slices(toRelations(relations))) {
    yield { kenes: 1, sources: [], entities: [], relations: slice };
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

/** A membership's role is its title; a further relation of the same key says repeat. */
function toRelations(relations) {
  const uses = new Map();
  return relations.map((relation) => {
    const { type, from, to, role, act, kind, since, until, date } = relation;
    const key = `${from}~${type}~${to}~${relation[QUALIFIERS[type]] ?? ''}`;
    const use = (uses.get(key) ?? 0) + 1;
    uses.set(key, use);
    const naming = type === 'MEMBER_OF' ? { title: role } : { role };
    const repeat = use > 1 ? use : undefined;
    return { type, from, to, ...naming, act, kind, since, until, date, repeat };
  });
}
