import type { PropertyDefinition } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** Where the service serves the context. */
export const CONTEXT_PATH = '/context.jsonld';

/** The namespace of Kenes' own terms: the same for every service. */
const OWN = 'urn:kenes:';

const prefixes = {
  kenes: OWN,
  eli: 'http://data.europa.eu/eli/ontology#',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';
const reference = (id: string) => ({ '@id': id, '@type': '@id' });
const byLanguage = (id: string) => ({ '@id': id, '@container': '@language' });

/** The terms that do not follow from the vocabulary. */
const terms = {
  names: byLanguage('schema:name'),
  name: 'schema:name',
  description: byLanguage('schema:description'),
  aliases: 'schema:alternateName',
  sameAs: reference('schema:sameAs'),
  title: 'schema:headline',
  subject: reference('rdf:subject'),
  predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
  object: reference('rdf:object'),
  evidence: { '@reverse': 'oa:hasBody' },
  target: 'oa:hasTarget',
  source: reference('oa:hasSource'),
  selector: 'oa:hasSelector',
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  sources: reference('prov:hadPrimarySource'),
  publishers: reference('schema:publisher'),
  informers: reference('prov:wasDerivedFrom'),
  urls: reference('schema:url'),
  publishedAt: { '@id': 'schema:datePublished', '@type': EDTF },
  exportedOn: { '@id': 'schema:dateCreated', '@type': 'xsd:date' },
  earliest: { '@id': `${OWN}earliest`, '@type': 'xsd:date' },
  latest: { '@id': `${OWN}latest`, '@type': 'xsd:date' },
  certainFrom: { '@id': `${OWN}certainFrom`, '@type': 'xsd:date' },
  certainUntil: { '@id': `${OWN}certainUntil`, '@type': 'xsd:date' },
};

/**
 * Returns the JSON-LD context of exports. Names that it does not define are Kenes' own terms: the
 * types, the relation types and the properties of the vocabulary.
 */
export function jsonLdContext({ entityTypes, relationProperties }: Vocabulary): object {
  const own = [
    ...Object.values(entityTypes).flatMap(({ properties }) => Object.entries(properties)),
    ...Object.entries(relationProperties),
  ];
  const typed = own.flatMap(([name, definition]) => {
    const term = termOfProperty(name, definition);
    return term === null ? [] : [[propertyTerm(name), term] as const];
  });
  return {
    '@context': {
      '@version': 1.1,
      '@vocab': OWN,
      ...prefixes,
      ...terms,
      ...Object.fromEntries(typed),
    },
  };
}

/** Returns the term of an own property; one that the context uses otherwise is `own_…`. */
export function propertyTerm(name: string): string {
  return name in terms ? `own_${name}` : name;
}

function termOfProperty(name: string, { type }: PropertyDefinition): object | null {
  const id = OWN + name;
  if (type === 'partialDate') return { '@id': id, '@type': EDTF };
  if (type === 'localizedText') return byLanguage(id);
  return name in terms ? { '@id': id } : null;
}

/** A term of a public vocabulary that a relation type maps to. */
export interface PublicTerm {
  readonly term: string;
  /** Whether it leads from the second end of the relation to the first. */
  readonly isBackward: boolean;
}

/** Returns the one public term of a relation type; null if it has none, or one of several. */
export function publicTerm(relationType: string, vocabulary: Vocabulary): PublicTerm | null {
  const { term } = vocabulary.relationType(relationType);
  const [, name, backward] = /^(\w+:\w+)( \(read backward\))?$/.exec(term ?? '') ?? [];
  return name === undefined ? null : { term: name, isBackward: backward !== undefined };
}
