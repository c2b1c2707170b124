import { expect } from '@jest/globals';
import jsonld from 'jsonld';
import type { TestApp } from './app.js';

export interface Triple {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string; readonly termType: string };
}

/** Returns the triples of a text in JSON-LD, with the context that the service serves. */
export async function readTriples(app: TestApp, text: string): Promise<readonly Triple[]> {
  const documentLoader = async (url: string) => {
    expect(url).toBe('http://kenes/context.jsonld');
    const response = await app.fetch('/context.jsonld');
    return { documentUrl: url, contextUrl: undefined, document: await response.json() };
  };
  return (await jsonld.toRDF(JSON.parse(text), { documentLoader })) as readonly Triple[];
}
