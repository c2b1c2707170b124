import type { KenesErrorCode } from './errors.js';

/** The consequence of exceeding a limit. */
export type Outcome =
  /** A GraphQL error with this code. */
  | { readonly error: KenesErrorCode }
  /** An HTTP response with this status. */
  | { readonly status: number }
  /** A problem that the check of a document reports. */
  | 'problem'
  /** A shorter answer; the sentence says how clients notice. */
  | { readonly cut: string };

/** A limit that a client, or an author of documents, can exceed. */
export interface Limit {
  readonly section:
    'Requests' | 'Lists' | 'Answers' | 'Paths and networks' | 'Filters' | 'Documents';
  /** The thing that is limited, as a noun phrase. */
  readonly what: string;
  readonly value: number;
  /** Whole seconds and mebibytes are printed in these larger units. */
  readonly unit: 'characters' | 'bytes' | 'milliseconds' | 'levels' | 'items';
  /** The reason for the limit and for its value. */
  readonly reason: string;
  readonly beyond: Outcome;
}

/**
 * Every limit that a client, or an author of documents, can exceed. Code, messages, the
 * descriptions of the schema and docs/limits.md read their numbers from here. Constants that only
 * tune an engine are defined where they are used.
 */
export const limits = {
  requestBytes: {
    section: 'Requests',
    what: 'Body of a request',
    value: 1024 * 1024,
    unit: 'bytes',
    reason:
      'A query with its variables is a few kilobytes long. Documents may be larger: the command line reads them from files.',
    beyond: { status: 413 },
  },
  smallBody: {
    section: 'Requests',
    what: 'Body that counts as small and is always read, however many others there are',
    value: 64 * 1024,
    unit: 'bytes',
    reason:
      'Nearly all bodies are smaller. One such body on every connection still fits into memory.',
    beyond: { cut: 'The body counts towards the limit on large bodies.' },
  },
  largeBodies: {
    section: 'Requests',
    what: 'Large bodies of all requests that are being read or answered, in total',
    value: 64 * 1024 * 1024,
    unit: 'bytes',
    reason: 'They are kept in memory.',
    beyond: { error: 'OVERLOADED' },
  },
  connections: {
    section: 'Requests',
    what: 'Connections of all clients together',
    value: 1_000,
    unit: 'items',
    reason: 'Each takes memory, even when idle. A proxy needs fewer, however many clients it has.',
    beyond: {
      cut: 'Idle connections are closed to make room, and so is the new one: its client can connect again.',
    },
  },
  arrivalOfHeaders: {
    section: 'Requests',
    what: 'Time in which the headers of a request must arrive',
    value: 10_000,
    unit: 'milliseconds',
    reason:
      'They fit into one or two packets. A slower client occupies a connection that others need.',
    beyond: { status: 408 },
  },
  arrivalOfRequest: {
    section: 'Requests',
    what: 'Time in which a whole request must arrive, with its body',
    value: 30_000,
    unit: 'milliseconds',
    reason:
      'Even the largest body arrives in time over an ordinary connection. A slower client occupies memory that others need.',
    beyond: { status: 408 },
  },
  departureOfResponse: {
    section: 'Requests',
    what: 'Time for which a client may read nothing of a response, or send nothing of a request',
    value: 60_000,
    unit: 'milliseconds',
    reason: 'What has not been read is kept in memory. No response takes this long to make.',
    beyond: { cut: 'The connection is closed.' },
  },
  requestTokens: {
    section: 'Requests',
    what: 'Tokens of a query',
    value: 5_000,
    unit: 'items',
    reason: 'No query written by a person comes near it. The parser stops at this token.',
    beyond: { error: 'TOO_LARGE' },
  },
  requestNesting: {
    section: 'Requests',
    what: 'Nesting of a query’s brackets, of its fields and of the values of its variables',
    value: 100,
    unit: 'levels',
    reason: 'Deeper input could overflow the stack of the code that walks it.',
    beyond: { error: 'TOO_LARGE' },
  },
  nameLength: {
    section: 'Requests',
    what: 'A name in a query, such as an alias, and a key in its variables',
    value: 200,
    unit: 'characters',
    reason: 'The answer repeats an alias in each entry of a list, and errors repeat it in paths.',
    beyond: { error: 'TOO_LARGE' },
  },
  variableKeys: {
    section: 'Requests',
    what: 'Keys in the variables of a request, counting those of every object',
    value: 1_000,
    unit: 'items',
    reason:
      'The largest filter that is allowed has fewer. Each unknown key is reported as an error.',
    beyond: { error: 'TOO_LARGE' },
  },
  variableValues: {
    section: 'Requests',
    what: 'Values in the variables of a request, counting those in lists and objects',
    value: 10_000,
    unit: 'items',
    reason: 'A long list of slugs has a few hundred. Each value is checked.',
    beyond: { error: 'TOO_LARGE' },
  },
  queryFields: {
    section: 'Requests',
    what: 'Fields that a query selects, counting those of a fragment each time it is spread',
    value: 5_000,
    unit: 'items',
    reason:
      'Fragments that spread fragments multiply; a short text could select millions of fields.',
    beyond: { error: 'TOO_LARGE' },
  },
  requestTime: {
    section: 'Requests',
    what: 'Time from the first query of a request to the store until its last',
    value: 30_000,
    unit: 'milliseconds',
    reason: 'A client that waits longer has usually given up, so the work would be wasted.',
    beyond: { error: 'TIMED_OUT' },
  },
  queryTime: {
    section: 'Requests',
    what: 'Time of one query to the store',
    value: 5_000,
    unit: 'milliseconds',
    reason: 'A usual query takes milliseconds. One that takes seconds delays all others.',
    beyond: { error: 'TIMED_OUT' },
  },
  heavyCost: {
    section: 'Requests',
    what: 'Cost up to which a query is answered at once; a costlier one is heavy',
    value: 25_000,
    unit: 'items',
    reason:
      'A query of this cost takes about 30 milliseconds, during which nothing else is answered. Heavy queries are answered by another process, so that only other heavy queries wait for them.',
    beyond: { cut: 'The query is heavy, and may have to wait for its turn.' },
  },
  heavyRequests: {
    section: 'Requests',
    what: 'Heavy queries that are answered at the same time',
    value: 2,
    unit: 'items',
    reason: 'Each can take 200 megabytes of memory.',
    beyond: { cut: 'Further heavy queries wait for their turn.' },
  },
  waitingHeavyRequests: {
    section: 'Requests',
    what: 'Heavy queries that wait for their turn',
    value: 50,
    unit: 'items',
    reason: 'Any further ones would not get their turn in time.',
    beyond: { error: 'OVERLOADED' },
  },
  exports: {
    section: 'Requests',
    what: 'Exports that are written at the same time',
    value: 4,
    unit: 'items',
    reason: 'Each keeps the store busy for as long as it is written.',
    beyond: { error: 'OVERLOADED' },
  },
  heavyWait: {
    section: 'Requests',
    what: 'Time that a heavy query waits for its turn',
    value: 10_000,
    unit: 'milliseconds',
    reason: 'A client should learn soon that it has to try again later.',
    beyond: { error: 'OVERLOADED' },
  },
  requestQueries: {
    section: 'Requests',
    what: 'Queries to the store for one request',
    value: 2_000,
    unit: 'items',
    reason: 'A large page of lists within lists takes a few dozen.',
    beyond: { error: 'TOO_LARGE' },
  },
  waitingQueries: {
    section: 'Requests',
    what: 'Queries to the embedded store that are waiting, for all requests together',
    value: 2_000,
    unit: 'items',
    reason:
      'Further ones would wait for seconds. They are refused unless their turn comes within one second.',
    beyond: { error: 'OVERLOADED' },
  },
  shownInput: {
    section: 'Requests',
    what: 'Length to which a message repeats a client’s value',
    value: 200,
    unit: 'characters',
    reason: 'It is enough to recognise the value. An error need not be as long as the request.',
    beyond: { cut: 'An ellipsis (`…`) ends the value.' },
  },
  shownErrors: {
    section: 'Requests',
    what: 'Errors that are listed for a request that is not executed',
    value: 10,
    unit: 'items',
    reason: 'Nobody reads more at once.',
    beyond: { cut: 'The last error says how many more there are.' },
  },
  pageSize: {
    section: 'Lists',
    what: '`first` and `last`',
    value: 100,
    unit: 'items',
    reason: 'Pages within pages multiply; cursors lead to the rest.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  defaultPageSize: {
    section: 'Lists',
    what: 'Entries of a page without `first` or `last`',
    value: 20,
    unit: 'items',
    reason: 'As many as a screen shows.',
    beyond: { cut: '`pageInfo.hasNextPage` is true.' },
  },
  ids: {
    section: 'Lists',
    what: '`ids` of `nodes`',
    value: 100,
    unit: 'items',
    reason: 'As many as a page has.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  slugs: {
    section: 'Lists',
    what: 'Slugs in `actors`, `center`, `sources`, `publishers` and `without`',
    value: 100,
    unit: 'items',
    reason: 'As many as a page has; each of them is looked up.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  searchText: {
    section: 'Lists',
    what: '`query` of `search`',
    value: 500,
    unit: 'characters',
    reason: 'Longer than the official names of bodies; each word costs a look-up.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  namedUnknownSlugs: {
    section: 'Lists',
    what: 'Unknown slugs that one error names',
    value: 10,
    unit: 'items',
    reason: 'Each costs a search for the nearest slug.',
    beyond: { cut: 'The message says how many more there are.' },
  },
  suggestions: {
    section: 'Lists',
    what: 'Entities that `suggestions` lists',
    value: 5,
    unit: 'items',
    reason: 'A person chooses one of them.',
    beyond: { cut: 'The nearest are listed; `search` lists all.' },
  },
  queryCost: {
    section: 'Answers',
    what: 'Cost of a query: an estimate of the most values that its answer can have, plus two for each entry of its lists, and more for fields that take more work',
    value: 400_000,
    unit: 'items',
    reason:
      'It bounds the work and the memory of a query before anything is read. A network of 5,000 entities with names costs 280,000; four default pages nested in each other would cost 500,000.',
    beyond: { error: 'TOO_LARGE' },
  },
  answerEntries: {
    section: 'Answers',
    what: 'Entries in all lists of an answer, in total',
    value: 200_000,
    unit: 'items',
    reason: 'Each takes about a kilobyte of memory while the answer is put together.',
    beyond: { error: 'TOO_LARGE' },
  },
  answerValues: {
    section: 'Answers',
    what: 'Values of an answer: all fields of all entries',
    value: 500_000,
    unit: 'items',
    reason: 'Lists within lists multiply, even if they contain the same few records.',
    beyond: { error: 'TOO_LARGE' },
  },
  narrowerTopics: {
    section: 'Answers',
    what: 'Topics of `positions`: those below the topic that it is about, or those of the event',
    value: 1_000,
    unit: 'items',
    reason: 'All of them are conditions of one query to the store, or listed without pages.',
    beyond: { error: 'TOO_LARGE' },
  },
  positionEnds: {
    section: 'Answers',
    what: 'Actors, organizations, topics or events of one position',
    value: 199,
    unit: 'items',
    reason: 'No source names as many for one statement. They are listed without pages.',
    beyond: { error: 'TOO_LARGE' },
  },
  pathLength: {
    section: 'Paths and networks',
    what: '`maxLength` of `paths`',
    value: 12,
    unit: 'items',
    reason: 'A longer path explains nothing to a reader.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  paths: {
    section: 'Paths and networks',
    what: '`limit` of `paths`',
    value: 50,
    unit: 'items',
    reason: 'Shortest paths multiply with each hub; nobody reads more.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  hopRelations: {
    section: 'Paths and networks',
    what: '`relations` of one hop of a path',
    value: 50,
    unit: 'items',
    reason: 'Payments between the same two can be hundreds; all of them are in `relations`.',
    beyond: { cut: '`relationCount` says how many there are.' },
  },
  pathRelations: {
    section: 'Paths and networks',
    what: 'Relations that a search for paths reads',
    value: 400_000,
    unit: 'items',
    reason: 'The store reads as many in a few seconds.',
    beyond: { cut: '`truncated` is true, and `reason` is `EFFORT`.' },
  },
  pathTime: {
    section: 'Paths and networks',
    what: 'Time of a search for paths',
    value: 5_000,
    unit: 'milliseconds',
    reason: 'As long as one query to the store may take.',
    beyond: { cut: '`truncated` is true, and `reason` is `EFFORT`.' },
  },
  networkDepth: {
    section: 'Paths and networks',
    what: '`depth` of `network`',
    value: 4,
    unit: 'items',
    reason: 'Beyond it a network is most of the graph.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  networkNodes: {
    section: 'Paths and networks',
    what: '`limit` of `network`',
    value: 5_000,
    unit: 'items',
    reason: 'More than a picture can show.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  measuredRelations: {
    section: 'Paths and networks',
    what: 'Relations that `centrality`, `communities` and `components` are computed over',
    value: 250_000,
    unit: 'items',
    reason: 'The measure that takes longest then takes about ten seconds.',
    beyond: { error: 'TOO_LARGE' },
  },
  sheetRows: {
    section: 'Paths and networks',
    what: 'Entities, relations or pieces of evidence of an export as XLSX',
    value: 1_048_575,
    unit: 'items',
    reason: 'A sheet has no more rows. CSV has no such limit.',
    beyond: { error: 'TOO_LARGE' },
  },
  filterNesting: {
    section: 'Filters',
    what: 'Nesting of an EntityFilter, in which `related` counts twice',
    value: 8,
    unit: 'levels',
    reason: 'Each level is a nested subquery of a query to the store, and engines limit these.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  filterConditions: {
    section: 'Filters',
    what: 'EntityFilters within one filter, itself included',
    value: 60,
    unit: 'items',
    reason: 'Each is a part of a query to the store.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  documentBytes: {
    section: 'Documents',
    what: 'Size of a document',
    value: 32 * 1024 * 1024,
    unit: 'bytes',
    reason:
      'A document is read into memory whole; its content can be split over several, also in one file.',
    beyond: 'problem',
  },
  documentNesting: {
    section: 'Documents',
    what: 'Nesting of mappings and lists',
    value: 100,
    unit: 'levels',
    reason: 'The format needs six; deeper input could overflow the stack.',
    beyond: 'problem',
  },
  documentAliases: {
    section: 'Documents',
    what: 'Text that the aliases in a YAML document stand for, counted at each use',
    value: 4_000_000,
    unit: 'characters',
    reason: 'Aliases of aliases multiply; a few lines could stand for millions of values.',
    beyond: 'problem',
  },
  documentProblems: {
    section: 'Documents',
    what: 'Problems that are listed for one document',
    value: 500,
    unit: 'items',
    reason: 'Nobody reads more at once.',
    beyond: { cut: 'The last line says how many more there are.' },
  },
  documentText: {
    section: 'Documents',
    what: 'A text',
    value: 20_000,
    unit: 'characters',
    reason: 'A summary in your own words is shorter; a longer one may be a copy of the source.',
    beyond: 'problem',
  },
  slugLength: {
    section: 'Documents',
    what: 'A slug',
    value: 100,
    unit: 'characters',
    reason: 'People type slugs, and URLs contain them.',
    beyond: 'problem',
  },
} as const satisfies Record<string, Limit>;
