import { parse, Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limitFields } from '../api/kit/answer-size.js';
import { checkNesting, isNestedTooDeeply, nestedTooDeeply } from '../api/kit/nesting.js';
import { errorResponse } from './responses.js';

/** The most tokens of a query: more than any query of a person has. The parser stops there. */
const MAXIMUM_TOKENS = 5_000;

/** The most bytes of a request's body. */
const MAXIMUM_BODY = 1024 * 1024;

/** Refuses a request to the API that is malformed or too large, before any of it is executed. */
export const bounds: Plugin = {
  onRequest(hook) {
    const refusal = refuseParameters(hook.request) ?? refuseBody(hook.request);
    if (refusal) hook.endResponse(refusal);
  },
  onParams({ params }) {
    if (isNestedTooDeeply(params.variables)) throw nestedTooDeeply();
  },
  onParse({ setParseFn }) {
    setParseFn((source: Source | string) => {
      checkNesting(typeof source === 'string' ? new Source(source) : source);
      return parse(source, { maxTokens: MAXIMUM_TOKENS });
    });
  },
  onValidate({ addValidationRule }) {
    addValidationRule(limitFields);
  },
};

/** Yoga would report malformed JSON in a parameter as an error of its own. */
function refuseParameters({ method, url }: Request): Response | null {
  if (method !== 'GET') return null;
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const wrong = ['variables', 'extensions'].find((name) => !isJson(parameters.get(name)));
  return wrong === undefined ? null : errorResponse(400, `Give ${wrong} as JSON.`);
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
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  // A page of another origin can send any other type without asking the service first.
  if (!/^application\/(json|graphql(\+json)?)$/.test(type.trim())) {
    return errorResponse(415, 'Send the query as JSON, with content-type: application/json.');
  }
  const length = headers.get('content-length') ?? '';
  if (!/^\d+$/.test(length)) {
    return errorResponse(411, 'The length of the request is missing. Send it with content-length.');
  }
  if (Number(length) > MAXIMUM_BODY) {
    return errorResponse(
      413,
      `The request has ${Number(length)} bytes; at most ${MAXIMUM_BODY} are read.`,
    );
  }
  return null;
}
