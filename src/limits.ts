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
      'A query with its variables has a few kilobytes. Documents may be larger, since the command line reads them from files.',
    beyond: { status: 413 },
  },
  smallBody: {
    section: 'Requests',
    what: 'Body that is always read, however many others are',
    value: 64 * 1024,
    unit: 'bytes',
    reason:
      'Nearly all requests are smaller. As many of them as there may be connections fit into memory.',
    beyond: { cut: 'The body counts as a large one.' },
  },
  largeBodies: {
    section: 'Requests',
    what: 'Large bodies of all requests that are being read or answered together',
    value: 64 * 1024 * 1024,
    unit: 'bytes',
    reason: 'They are kept in memory.',
    beyond: { status: 503 },
  },
  connections: {
    section: 'Requests',
    what: 'Connections of all clients together',
    value: 1_000,
    unit: 'items',
    reason:
      'Each takes memory, even if it is idle. A proxy needs fewer, whatever the number of its clients.',
    beyond: { cut: 'Idle connections are closed, and so is the new one.' },
  },
  arrivalOfHeaders: {
    section: 'Requests',
    what: 'Time in which the headers of a request must arrive',
    value: 10_000,
    unit: 'milliseconds',
    reason: 'They are one packet or two. A slower client keeps a connection from others.',
    beyond: { status: 408 },
  },
  arrivalOfRequest: {
    section: 'Requests',
    what: 'Time in which a whole request must arrive, with its body',
    value: 30_000,
    unit: 'milliseconds',
    reason:
      'The largest body arrives in time over any usual line. A slower client keeps memory from others.',
    beyond: { status: 408 },
  },
  departureOfResponse: {
    section: 'Requests',
    what: 'Time in which a client reads nothing of a response, or sends nothing of a request',
    value: 60_000,
    unit: 'milliseconds',
    reason: 'What is not read is kept in memory. It is longer than a response takes to be made.',
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
    what: 'Keys of all objects in the variables of a request',
    value: 1_000,
    unit: 'items',
    reason: 'The largest filter that is allowed has fewer. Each unknown key is an error.',
    beyond: { error: 'TOO_LARGE' },
  },
  variableValues: {
    section: 'Requests',
    what: 'Values in the variables of a request, those of lists and objects included',
    value: 10_000,
    unit: 'items',
    reason: 'A long list of slugs has some hundreds. Each value is checked.',
    beyond: { error: 'TOO_LARGE' },
  },
  queryFields: {
    section: 'Requests',
    what: 'Fields that a query selects, those of a fragment counted at each of its spreads',
    value: 5_000,
    unit: 'items',
    reason:
      'Fragments that spread fragments multiply; a short text could select millions of fields.',
    beyond: { error: 'TOO_LARGE' },
  },
  requestTime: {
    section: 'Requests',
    what: 'Time from the first read of a request to its last',
    value: 30_000,
    unit: 'milliseconds',
    reason: 'A client that waits longer has usually given up, so the work would be wasted.',
    beyond: { error: 'TIMED_OUT' },
  },
  queryTime: {
    section: 'Requests',
    what: 'Time of one query that the service sends to the store',
    value: 5_000,
    unit: 'milliseconds',
    reason: 'A usual query takes milliseconds. One that takes seconds delays all others.',
    beyond: { error: 'TIMED_OUT' },
  },
  heavyCost: {
    section: 'Requests',
    what: 'Cost of a query that is answered beside all others',
    value: 25_000,
    unit: 'items',
    reason:
      'It takes about 30 milliseconds, in which nothing else is answered. Dearer queries are heavy: another process answers them, so that nobody waits for them but other heavy ones.',
    beyond: { cut: 'A heavy query waits for its turn.' },
  },
  heavyRequests: {
    section: 'Requests',
    what: 'Heavy queries that are answered at the same time',
    value: 2,
    unit: 'items',
    reason: 'Each can take 200 megabytes of memory.',
    beyond: { cut: 'The next ones wait for their turn.' },
  },
  waitingHeavyRequests: {
    section: 'Requests',
    what: 'Heavy queries that wait for their turn',
    value: 50,
    unit: 'items',
    reason: 'Those behind them would wait in vain.',
    beyond: { status: 503 },
  },
  heavyWait: {
    section: 'Requests',
    what: 'Time that a heavy query waits for its turn',
    value: 10_000,
    unit: 'milliseconds',
    reason: 'A client learns early enough that it can try again later.',
    beyond: { status: 503 },
  },
  requestQueries: {
    section: 'Requests',
    what: 'Queries that one request makes the service send to the store',
    value: 2_000,
    unit: 'items',
    reason: 'A large page of lists within lists takes a few dozen.',
    beyond: { error: 'TOO_LARGE' },
  },
  waitingQueries: {
    section: 'Requests',
    what: 'Queries of all requests together that wait for the embedded store',
    value: 2_000,
    unit: 'items',
    reason: 'Those beyond it would wait for seconds. They wait for one second, in case it clears.',
    beyond: { error: 'OVERLOADED' },
  },
  shownInput: {
    section: 'Requests',
    what: 'Length of a client’s value that a message repeats',
    value: 200,
    unit: 'characters',
    reason: 'It is enough to recognise the value. An error need not be as long as the request.',
    beyond: { cut: 'An ellipsis (`…`) ends the value.' },
  },
  shownErrors: {
    section: 'Requests',
    what: 'Errors that are listed of a request that is not executed',
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
    what: 'Page without `first` and `last`',
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
    what: 'Slugs in `actors`, in `center` and in `without`',
    value: 100,
    unit: 'items',
    reason: 'As many as a page has; each of them is looked up.',
    beyond: { error: 'BAD_USER_INPUT' },
  },
  searchText: {
    section: 'Lists',
    what: '`query` of `search`',
    value: 200,
    unit: 'characters',
    reason: 'Longer than the names that people search for; each word costs a look-up.',
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
  queryCost: {
    section: 'Answers',
    what: 'Cost of a query: the values that its answer can have, and two more for each entry of its lists',
    value: 400_000,
    unit: 'items',
    reason:
      'It is computed before anything is read. A network of 5,000 entities with names costs 280,000; four default pages within each other would cost 500,000.',
    beyond: { error: 'TOO_LARGE' },
  },
  answerEntries: {
    section: 'Answers',
    what: 'Entries of all lists of an answer together',
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
    what: 'Topics below the `topic` of `positions`',
    value: 1_000,
    unit: 'items',
    reason: 'All of them are conditions of one query to the store.',
    beyond: { error: 'TOO_LARGE' },
  },
  positionEnds: {
    section: 'Answers',
    what: 'Actors, organizations, topics or events of one position',
    value: 199,
    unit: 'items',
    reason: 'More than any source names of one statement; they are listed without pages.',
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
  pathRelations: {
    section: 'Paths and networks',
    what: 'Relations that a search for paths reads',
    value: 400_000,
    unit: 'items',
    reason: 'The store reads as many in a few seconds.',
    beyond: { cut: '`truncated` is true, `reason` is EFFORT.' },
  },
  pathTime: {
    section: 'Paths and networks',
    what: 'Time of a search for paths',
    value: 5_000,
    unit: 'milliseconds',
    reason: 'As long as one query to the store may take.',
    beyond: { cut: '`truncated` is true, `reason` is EFFORT.' },
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
    reason: 'A document is read into memory whole; its content can be split over several.',
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
    what: 'Text that the aliases of a document of YAML stand for, counted at each use',
    value: 4_000_000,
    unit: 'characters',
    reason: 'Aliases of aliases multiply; a few lines could stand for millions of values.',
    beyond: 'problem',
  },
  documentProblems: {
    section: 'Documents',
    what: 'Problems that are listed of one document',
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
    reason: 'A summary in own words is shorter; a longer one may be a copied source.',
    beyond: 'problem',
  },
  slugLength: {
    section: 'Documents',
    what: 'A slug',
    value: 100,
    unit: 'characters',
    reason: 'Slugs are typed by people and stand in addresses.',
    beyond: 'problem',
  },
} as const satisfies Record<string, Limit>;
