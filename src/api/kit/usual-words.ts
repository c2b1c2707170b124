/**
 * Words that people use for fields that have another name here: by type, what to write instead.
 * `entity` stands for all types of entities. The text is a selection without its last sub-selection.
 */
export const usualWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: {
    ...each('entity(slug: "…")', [
      'person', 'organization', 'organisation', 'event', 'topic', 'instrument', 'report',
      'statement', 'place', 'actor',
    ]), // prettier-ignore
    ...each('people', ['persons', 'peoples', 'actors', 'politicians', 'speakers']),
    ...each('organizations', ['organisations', 'orgs', 'institutions', 'companies']),
    ...each('events', ['conferences', 'meetings']),
    ...each('statements', ['quotes', 'quotations', 'claims', 'speeches']),
    ...each('instruments', ['treaties', 'laws', 'conventions']),
    ...each('sources', ['articles', 'documentSources', 'publications', 'news']),
    ...each('disagreements', ['disagreement', 'conflicts', 'contradictions', 'disputes']),
    ...each('paths(from: "…", to: "…")', ['path', 'shortestPath', 'shortestPaths', 'connected']),
    ...each('network', ['graph', 'neighbourhood', 'neighborhood', 'subgraph']),
    ...each('search(query: "…")', ['find', 'lookup', 'query', 'fulltext']),
    ...each('graphInfo', ['info', 'stats', 'statistics', 'counts', 'version']),
  },
  entity: {
    ...each('name', ['title', 'label', 'fullName', 'displayName']),
    ...each('relations { edges { relation { sentence } } }', [
      'sentence',
      'sentences',
      'explanation',
      'facts',
    ]),
    ...each('sameAs', ['url', 'urls', 'link', 'wikidata', 'externalIds']),
    ...each('aliases', ['alias', 'synonyms', 'otherNames', 'alternativeNames']),
    ...each('relations', ['connections', 'edges', 'neighbours', 'neighbors', 'links', 'related']),
    ...each('evidence { nodes { source { slug } } }', ['source', 'sources', 'citations']),
  },
  Person: {
    ...each('memberships', [
      'organization', 'organizations', 'employer', 'office', 'offices', 'position', 'positions',
      'job', 'jobs', 'role', 'roles', 'memberOf', 'worksFor',
    ]), // prettier-ignore
    ...each('participations', ['events', 'event', 'conferences', 'appearances']),
    ...each('statements', ['quotes', 'speeches', 'said', 'says', 'claims']),
  },
  Organization: {
    ...each('members', ['people', 'persons', 'staff', 'employees', 'head', 'leaders', 'officers']),
    ...each('partOf', ['parent', 'parents', 'parentOrganization']),
    ...each('parts', ['children', 'subsidiaries', 'departments']),
    ...each('participations', ['events', 'event', 'conferences']),
  },
  Event: {
    ...each('participants(filter: { roles: [SPEAKER] })', ['speaker', 'speakers']),
    ...each('participants(filter: { roles: [ORGANIZER] })', [
      'organizer', 'organizers', 'organiser', 'organisers', 'host', 'hosts',
    ]), // prettier-ignore
    ...each('participants', ['people', 'attendees', 'guests', 'members', 'actors']),
    ...each('heldIn', ['place', 'location', 'venue', 'city', 'where']),
    ...each('startDate', ['date', 'when', 'start', 'day']),
    ...each('about', ['topic', 'topics', 'subject', 'subjects', 'themes']),
  },
  Topic: {
    ...each('broader', ['parent', 'parents']),
    ...each('narrower', ['children', 'subtopics']),
    ...each('discussedIn', ['statements', 'events', 'mentions']),
  },
  Instrument: {
    ...each('parties', ['states', 'members', 'signatories', 'ratifications', 'countries']),
    ...each('adoptedOn', ['date', 'adopted']),
  },
  Report: {
    ...each('submittedBy', ['author', 'authors', 'by']),
    ...each('submittedUnder', ['instrument', 'treaty', 'procedure']),
  },
  Statement: {
    ...each('madeBy', ['speaker', 'speakers', 'author', 'authors', 'by', 'who', 'person', 'actor']),
    ...each('madeAt', ['event', 'events', 'conference']),
    ...each('onBehalfOf', ['organization', 'organizations', 'office']),
    ...each('about', ['topic', 'topics', 'subject', 'subjects']),
    ...each('text', ['quote', 'content', 'body', 'words']),
  },
  Relation: {
    ...each('from', ['source', 'subject', 'start', 'fromEntity', 'a']),
    ...each('to', ['target', 'object', 'end', 'toEntity', 'b', 'node']),
    ...each('since', ['startDate', 'begin', 'validFrom']),
    ...each('until', ['endDate', 'validUntil', 'validTo']),
    ...each('evidence { nodes { source { slug } } }', ['citations', 'references']),
    ...each('label', ['name', 'predicate']),
  },
  Evidence: {
    ...each('source { publisher { name } }', ['publisher']),
    ...each('source { urls }', ['url', 'urls', 'link']),
    ...each('selector', ['quote', 'text', 'passage', 'position', 'excerpt']),
    ...each('target', ['relation', 'entity', 'about']),
  },
  Source: {
    ...each('urls', ['url', 'link', 'links']),
    ...each('publishedAt', ['date', 'published', 'publicationDate']),
    ...each('publisher', ['author', 'authors', 'newspaper']),
    ...each('title', ['name', 'label', 'headline']),
    ...each('informers', ['informer', 'origin', 'origins']),
  },
  Position: {
    ...each('actors', ['speaker', 'speakers', 'madeBy', 'who', 'by']),
    ...each('statement { text }', ['text', 'name', 'quote']),
  },
  Path: {
    ...each('entities', ['nodes', 'steps', 'vertices']),
    ...each('relations', ['edges', 'links']),
  },
  Network: {
    ...each('nodes', ['entities', 'vertices', 'people']),
    ...each('edges', ['relations', 'relationships']),
  },
};

function each(instead: string, words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word, instead]));
}
