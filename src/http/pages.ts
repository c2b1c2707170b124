import { promisify } from 'node:util';
import Negotiator from 'negotiator';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RecordName } from '../exports/read-record.js';
import { fileNames } from '../exports/file-names.js';
import { possibleInXml } from '../exports/xml.js';
import { QueryError, type Ask, type AnswerError, type Query } from '../viewer/ask.js';
import type { Assets } from '../viewer/assets.js';
import {
  isRecord,
  mediaTypes,
  recordKind,
  splitForm,
  type Form,
  type PageForm,
} from '../viewer/forms.js';
import { isPage, nameIn, Pages, type AnsweredPicture } from '../viewer/pages.js';
import type { RenderedPage } from '../viewer/pages/page.js';
import type { Language } from '../viewer/queries.js';
import { acceptedLanguages } from './accepted-languages.js';
import { disposition } from './disposition.js';
import { textResponse } from './responses.js';
import { encodingFor, type Encoding } from './encoding.js';

/** Pages load only what the service itself serves, and have no script or style of their own. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers a request to the GraphQL API. */
type Answer = (request: Request) => Promise<Response>;

/** Answers requests with pages. */
export interface PageRoutes {
  /** Answers an address of a page or of a picture; returns null for another address. */
  answer(request: Request, url: URL): Promise<Response> | null;
  /** Answers an address that nothing is at with the page that says so. */
  answerMissing(request: Request, url: URL): Promise<Response>;
}

/** The picture is an export that is made of the same queries as pages. */
const PICTURE_PATH = '/export/svg';

/** Answers with a record as JSON-LD. */
type AnswerRecord = (request: Request, record: RecordName, language: string) => Promise<Response>;

/** Creates the routes of the pages, which ask what they show through `answer`. */
export function pageRoutes(answer: Answer, records: AnswerRecord, assets: Assets): PageRoutes {
  const pages = new Pages(assets);
  const picture = async (request: Request, url: URL): Promise<Response> =>
    pictureResponse(
      request,
      await pages.drawPicture(
        {
          path: url.pathname,
          parameters: url.searchParams,
          language: 'EN',
          origin: url.origin,
          ask: askThrough(answer, request),
        },
        new Date().toISOString().slice(0, 10),
      ),
      url.searchParams.get('center') ?? '',
    );
  const page = async (
    request: Request,
    { searchParams: parameters, origin }: URL,
    { path, form }: { readonly path: string; readonly form: Form | null },
  ): Promise<Response> => {
    const [preferred = 'en'] = acceptedLanguages(request.headers.get('accept-language'));
    if (form === 'jsonld')
      return records(request, { kind: recordKind(path), name: nameIn(path) }, preferred);
    const language = preferred.toUpperCase() as Language;
    const ask = askThrough(answer, request);
    const rendered = await pages.render({ path, form, parameters, language, origin, ask });
    return pageResponse(request, rendered, form);
  };
  return {
    answer(request, url) {
      if (url.pathname === PICTURE_PATH) return picture(request, url);
      const { path, form } = splitForm(url.pathname);
      if (!isPage(path)) return null;
      return page(request, url, { path, form: form ?? acceptedForm(request, path) });
    },
    answerMissing: (request, url) => page(request, url, { path: url.pathname, form: null }),
  };
}

/** Answers with a picture as a file. It can have what no XML can: names of documents. */
async function pictureResponse(
  request: Request,
  drawn: AnsweredPicture,
  slug: string,
): Promise<Response> {
  if ('problem' in drawn) return textResponse(drawn.status, `${drawn.problem}\n`);
  const encoding = encodingFor(request.headers);
  const bytes = await encoded(possibleInXml(drawn.svg), encoding);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'content-disposition': disposition(fileNames({ name: 'svg' }, [{ slug, label: drawn.name }])),
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  });
}

/** Returns the form of a record that a client prefers, or null if it takes HTML or no form. */
function acceptedForm({ headers }: Request, path: string): Form | null {
  const accept = headers.get('accept');
  if (accept === null || !isRecord(path)) return null;
  const [preferred] = new Negotiator({ headers: { accept } }).mediaTypes([
    'text/html',
    ...Object.values(mediaTypes),
  ]);
  return (Object.keys(mediaTypes) as Form[]).find((form) => mediaTypes[form] === preferred) ?? null;
}

/** Creates a function that asks the API in the same process, within the limits of all requests. */
function askThrough(answer: Answer, { signal, url }: Request): Ask {
  return async <Data>({ text, name }: Query<Data, never>, variables: object) => {
    const body = Buffer.from(JSON.stringify({ query: text, operationName: name, variables }));
    const response = await answer(
      new Request(new URL('/graphql', url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(body.length),
          accept: 'application/json',
        },
        body,
        signal,
      }),
    );
    const { data, errors } = (await response.json()) as {
      readonly data?: unknown;
      readonly errors?: readonly AnswerError[];
    };
    if (errors) throw new QueryError(response.status, errors);
    return data as Data;
  };
}

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** A higher quality takes longer than it saves on the way. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

async function pageResponse(
  { headers, method }: Request,
  { status, text }: RenderedPage,
  form: PageForm | null,
): Promise<Response> {
  const encoding = encodingFor(headers);
  const bytes = await encoded(text, encoding);
  // While the graph cannot be asked, there is the page that says so alone.
  const type = form === null || status >= 500 ? 'text/html' : mediaTypes[form];
  return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding, accept-language',
      'content-length': String(bytes.length),
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      ...(status === 503 && { 'retry-after': '2' }),
    },
  });
}

function encoded(text: string, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return compress.br(text, BROTLI);
  return encoding === 'gzip' ? compress.gzip(text) : Promise.resolve(Buffer.from(text));
}
