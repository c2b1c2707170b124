import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { addressQuery } from '../addresses/address.js';
import { toGraphQLError } from '../api/kit/graphql-error.js';
import { badInput, KenesError, stopping, type KenesErrorCode } from '../errors.js';
import type { ExportedGraph } from '../exports/exported-graph.js';
import { readExportRequest, type ExportRequest } from '../exports/export-request.js';
import { fileNames } from '../exports/file-names.js';
import type { Format } from '../exports/format.js';
import { formatNamed, jsonLdFormat, unknownFormat } from '../exports/formats.js';
import { jsonLdContext } from '../exports/json-ld-context.js';
import {
  findCenters,
  readGraph,
  type Center,
  type ReadGraphOptions,
} from '../exports/read-graph.js';
import { readRecord, type RecordName } from '../exports/read-record.js';
import { limits } from '../limits.js';
import type { Store } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { quoted } from '../values/shown-input.js';
import { disposition } from './disposition.js';
import { maskError } from './masking.js';
import { JSON_TEXT, PLAIN_TEXT } from './responses.js';
import { acceptsGzip, streamedBody } from './streamed-body.js';

export interface ExportsOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly logger: Logger;
}

/** What is to be sent. */
interface Opened {
  readonly graph: ExportedGraph;
  readonly wanted: ExportRequest;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads what a request asks for as far as is needed to know that it can be sent. */
type Opening = (options: ReadGraphOptions) => Promise<Opened>;

interface Sending {
  readonly format: Format;
  readonly open: Opening;
  readonly ending: AbortController;
  /** Closes the connection; undefined if the response is not sent over one. */
  readonly breakOff: (() => void) | undefined;
}

const PATH = '/export/';

/** Answers the addresses of exports, `/export/FORMAT?…`. */
export class Exports {
  private readonly running = new Set<AbortController>();

  constructor(private readonly options: ExportsOptions) {}

  /** Answers with the context that JSON-LD refers to. */
  context(): Response {
    const body = JSON.stringify(jsonLdContext(this.options.vocabulary), null, 2);
    const headers = { 'content-type': 'application/ld+json', 'cache-control': 'no-cache' };
    return new Response(`${body}\n`, { headers });
  }

  /**
   * Answers with a file that is written while it is sent, or with what is wrong. Returns null if the
   * path is not that of an export.
   * @param breakOff closes the connection, so that a file that cannot be finished does not look
   *   whole; undefined if the response is not sent over one.
   */
  answer(request: Request, path: string, breakOff?: () => void): Promise<Response> | null {
    if (!path.startsWith(PATH)) return null;
    const name = path.slice(PATH.length);
    const format = formatNamed(name);
    if (!format) return Promise.resolve(refusal(404, unknownFormat(name, ['svg']), null));
    return this.respond(request, format, breakOff, async (options) => {
      const { searchParams } = new URL(request.url);
      const wanted = readExportRequest(format, searchParams, this.options.vocabulary);
      const centers = await findCenters(wanted, options).catch(notFound);
      const graph = await readGraph(wanted, centers, options);
      return { graph, wanted, headers: fileHeaders(format, centers) };
    });
  }

  /**
   * Answers with a record as JSON-LD, or with what is wrong.
   * @param language the language where the address names none.
   */
  record(request: Request, { kind, name }: RecordName, language: string): Promise<Response> {
    return this.respond(request, jsonLdFormat, undefined, async (options) => {
      const { pathname, searchParams } = new URL(request.url);
      const query = kind === 'entity' ? new URLSearchParams(searchParams) : new URLSearchParams();
      if (kind === 'entity') query.set('center', name);
      query.set('lang', searchParams.get('lang') ?? language);
      const wanted = readExportRequest(jsonLdFormat, query, this.options.vocabulary);
      const { center, ...state } = wanted.state;
      const address = `${pathname}${addressQuery(state)}`;
      const graph = await readRecord({ kind, name }, { ...wanted, address }, options);
      if (!graph) throw new NotFound(badInput(`There is no ${kind} ${quoted(name)}.`));
      return { graph, wanted, headers: recordHeaders };
    });
  }

  private async respond(
    request: Request,
    format: Format,
    breakOff: (() => void) | undefined,
    open: Opening,
  ): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return wrongMethod();
    if (this.running.size >= limits.exports.value) return refusal(503, overloaded(), format);
    const ending = new AbortController();
    this.running.add(ending);
    try {
      return await this.start(request, { format, open, ending, breakOff });
    } catch (error) {
      this.running.delete(ending);
      return this.refuse(error, format);
    }
  }

  /** Ends all exports. Their responses are broken off. */
  endAll(): void {
    for (const ending of this.running) ending.abort(stopping());
  }

  private async start(
    request: Request,
    { format, open, ending, breakOff }: Sending,
  ): Promise<Response> {
    const { store, vocabulary } = this.options;
    const { origin } = new URL(request.url);
    const signal = AbortSignal.any([request.signal, ending.signal]);
    const exportedOn = new Date().toISOString().slice(0, 10);
    const {
      graph,
      wanted,
      headers: own,
    } = await open({
      store,
      vocabulary,
      origin,
      exportedOn,
      signal,
    });
    const isGzip = format.isArchive !== true && acceptsGzip(request);
    const headers = { ...own, ...headersOf(format, isGzip) };
    const done = (): boolean => this.running.delete(ending);
    if (request.method === 'HEAD') {
      done();
      return new Response(null, { headers });
    }
    const body = streamedBody(format.write(graph, wanted.options), {
      isGzip,
      signal,
      onEnd: done,
      onFailure: (error) => {
        // That a client has left is no failure.
        if (!request.signal.aborted)
          this.options.logger.warn({ err: error, address: wanted.address }, 'export broken off');
        breakOff?.();
        return breakOff !== undefined;
      },
    });
    return new Response(body, { headers });
  }

  private refuse(error: unknown, format: Format): Response {
    if (error instanceof NotFound) return refusal(404, error.error, format);
    // What clients may not see is logged here, and so is what goes wrong in the store.
    const masked = maskError(error, this.options.logger);
    if (!(error instanceof KenesError)) return refusal(500, masked, format);
    return refusal(statuses[error.code] ?? 500, error, format);
  }
}

/** Wraps the error about slugs that no entity has. */
class NotFound extends Error {
  constructor(readonly error: KenesError) {
    super(error.message, { cause: error });
  }
}

function notFound(error: unknown): never {
  if (error instanceof KenesError && error.code === 'BAD_USER_INPUT') throw new NotFound(error);
  throw error;
}

/** The status of each error that a client can cause or wait out; 500 for the others. */
const statuses: Partial<Readonly<Record<KenesErrorCode, number>>> = {
  BAD_USER_INPUT: 400,
  TOO_LARGE: 400,
  CANCELLED: 503,
  OVERLOADED: 503,
  STOPPING: 503,
  STORE_UNAVAILABLE: 503,
  TIMED_OUT: 503,
};

/** Says what is wrong: as the errors of GraphQL where the format is JSON, else as text. */
function refusal(
  status: number,
  error: KenesError | GraphQLError,
  format: Format | null,
): Response {
  const headers = {
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  };
  if (!format?.mediaType.includes('json')) {
    const text = error instanceof KenesError ? error.fullMessage : error.message;
    return new Response(`${text}\n`, { status, headers: { ...PLAIN_TEXT, ...headers } });
  }
  const shown = error instanceof KenesError ? toGraphQLError(error) : error;
  const body = JSON.stringify({ errors: [shown] });
  return new Response(body, { status, headers: { ...JSON_TEXT, ...headers } });
}

function wrongMethod(): Response {
  const headers = { ...PLAIN_TEXT, allow: 'GET, HEAD' };
  return new Response('Exports are read with GET.\n', { status: 405, headers });
}

function fileHeaders(format: Format, centers: readonly Center[]): Record<string, string> {
  return {
    'content-disposition': disposition(fileNames(format, centers)),
    vary: 'accept-encoding',
  };
}

const recordHeaders = { vary: 'accept, accept-encoding, accept-language' };

function headersOf(format: Format, isGzip: boolean): Record<string, string> {
  return {
    'content-type': format.mediaType,
    'cache-control': 'no-cache',
    ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
  };
}

function overloaded(): KenesError {
  const maximum = limits.exports.value;
  return new KenesError('OVERLOADED', `At most ${maximum} exports are made at the same time.`, {
    hint: 'Try again in a few seconds.',
  });
}
