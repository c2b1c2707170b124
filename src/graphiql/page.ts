import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { examples } from './examples.js';

export interface CompressedPage {
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** Creates GraphiQL with the example queries in tabs, as one page that loads no other file. */
export async function makePage(): Promise<CompressedPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = Buffer.from(
    renderGraphiQL({
      title: 'Kenes',
      defaultTabs: examples.map(({ query }) => ({ query })),
      shouldPersistHeaders: false,
    }),
  );
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(html, quality),
    promisify(gzip)(html),
  ]);
  return { br: new Uint8Array(br), gzip: new Uint8Array(gzipped) };
}
