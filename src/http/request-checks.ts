import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { MIMEType } from 'node:util';
import {
  FieldsOnCorrectTypeRule,
  KnownArgumentNamesRule,
  ValuesOfCorrectTypeRule,
  parse,
  Source,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limitFields } from '../api/kit/answer-size.js';
import { refuseUnknownArguments } from '../api/kit/unknown-arguments.js';
import { refuseUnknownFields } from '../api/kit/unknown-fields.js';
import { refuseWrongValues } from '../api/kit/wrong-values.js';
import { limits } from '../limits.js';
import { checkQueryText, checkVariables } from '../api/kit/nesting.js';
import { quoted } from '../values/shown-input.js';
import { errorResponse } from './responses.js';

/** Rejects a request to the API that is malformed or too large before it is executed. */
export const requestChecks: Plugin = {
  onRequest(hook) {
    const refusal = refuseParameters(hook.request) ?? refuseBody(hook.request);
    if (refusal) hook.endResponse(refusal);
  },
  onRequestParse({ request, requestParser, setRequestParser }) {
    const length = Number(request.headers.get('content-length') ?? 0);
    if (!requestParser || length <= limits.smallBody.value) return;
    setRequestParser((large) => largeBodies.inTurn(async () => requestParser(large)));
  },
  onParams({ params }) {
    checkVariables(params.variables);
  },
  onParse({ setParseFn }) {
    setParseFn((source: Source | string) => {
      checkQueryText(typeof source === 'string' ? new Source(source) : source);
      return parse(source);
    });
  },
  onValidate({ setValidationFn }) {
    setValidationFn(validateRequest);
  },
};

/** How long the next large body waits for one that has not arrived yet. */
const TURN_MS = 200;

/**
 * Parses one large body after the other, and between two of them answers other requests: to parse
 * and check one takes ten milliseconds.
 */
class LargeBodies {
  private last: Promise<unknown> = Promise.resolve();

  inTurn<T>(parse: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => setImmediate()).then(parse);
    this.last = Promise.race([
      turn.catch(() => undefined),
      wait(TURN_MS, undefined, { ref: false }),
    ]);
    return turn;
  }
}

const largeBodies = new LargeBodies();

/** The rules that stand in the place of those of graphql. */
const ownRules: ReadonlyMap<ValidationRule, ValidationRule> = new Map([
  [FieldsOnCorrectTypeRule, refuseUnknownFields],
  [KnownArgumentNamesRule, refuseUnknownArguments],
  [ValuesOfCorrectTypeRule, refuseWrongValues],
]);

function validateRequest(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[] = specifiedRules,
): readonly GraphQLError[] {
  const own = rules.map((rule) => ownRules.get(rule) ?? rule);
  return validate(schema, document, [...own, limitFields]);
}

/** Rejects malformed JSON in a parameter, which Yoga would report as its own error. */
function refuseParameters({ method, url }: Request): Response | null {
  if (method !== 'GET') return null;
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const wrong = ['variables', 'extensions'].find((name) => !isJson(parameters.get(name)));
  return wrong === undefined ? null : errorResponse(400, `\`${wrong}\` must be JSON.`);
}

function isJson(text: string | null): boolean {
  try {
    JSON.parse(text || 'null');
    return true;
  } catch {
    return false;
  }
}

function refuseBody({ method, headers }: Request): Response | null {
  if (method !== 'POST') return null;
  return refuseType(headers) ?? refuseEncoding(headers) ?? refuseLength(headers);
}

/** Refuses other media types than JSON, and writes that of the request as Yoga compares it. */
function refuseType(headers: Headers): Response | null {
  const header = headers.get('content-type') ?? '';
  if (header === 'application/json') return null;
  const type = mediaType(header);
  // A page of another origin can send any other content type without a CORS preflight request.
  if (!type || !/^application\/(json|graphql(\+json)?)$/.test(type.essence)) {
    return errorResponse(415, 'The content-type must be application/json. Send the query as JSON.');
  }
  const charset = type.params.get('charset');
  if (charset !== null && !/^utf-?8$/i.test(charset)) {
    return errorResponse(415, `The charset must be utf-8 (got ${quoted(charset)}).`);
  }
  headers.set('content-type', type.essence);
  return null;
}

function mediaType(header: string): MIMEType | null {
  try {
    return new MIMEType(header);
  } catch {
    return null;
  }
}

function refuseEncoding(headers: Headers): Response | null {
  const encoding = headers.get('content-encoding');
  if (encoding === null || /^\s*identity\s*$/i.test(encoding)) return null;
  return errorResponse(
    415,
    `The body must not be compressed (got the content-encoding ${quoted(encoding)}).`,
    { 'accept-encoding': 'identity' },
  );
}

function refuseLength(headers: Headers): Response | null {
  const length = headers.get('content-length') ?? '';
  if (!/^\d+$/.test(length)) {
    return errorResponse(
      411,
      'The content-length header is missing. Send the body with its length, not in chunks.',
    );
  }
  const maximum = limits.requestBytes.value;
  if (Number(length) > maximum) {
    return errorResponse(
      413,
      `The body must have at most ${maximum.toLocaleString('en')} bytes (got ${Number(length).toLocaleString('en')}).`,
    );
  }
  return null;
}
