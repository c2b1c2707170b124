import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { examples } from './examples.js';
import { bundleChanges, pageChanges, type Change } from './changes.js';

export interface CompressedPage {
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** The number of examples in tabs, which fit beside each other. The panel lists all of them. */
const TABS = 3;

/** Creates GraphiQL with its examples, as one page that loads no other file. */
export async function makePage(): Promise<CompressedPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({
    title: 'Kenes',
    defaultTabs: examples.slice(0, TABS).map(({ query }) => ({ query })),
    shouldPersistHeaders: false,
  });
  const html = Buffer.from(changed(page, [...bundleChanges, ...pageChanges]));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(html, quality),
    promisify(gzip)(html),
  ]);
  return { br: new Uint8Array(br), gzip: new Uint8Array(gzipped) };
}

/** @throws Error if GraphiQL no longer has what is to be changed: the changes are then out of date. */
function changed(page: string, changes: readonly Change[]): string {
  return changes.reduce((text, { find, put, why }) => {
    const found = [...text.matchAll(new RegExp(find, 'g'))];
    const [match] = found;
    if (!match || found.length > 1)
      throw new Error(`GraphiQL has ${find.source} ${found.length} times, not once. ${why}`);
    return text.slice(0, match.index) + put(match) + text.slice(match.index + match[0].length);
  }, page);
}
