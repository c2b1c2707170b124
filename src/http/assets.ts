import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { builtAssets } from '../viewer/assets.js';
import { encodingFor, type Encoding } from './encoding.js';

/** A built file in each encoding. */
type Asset = Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>> & { readonly type: string };

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The built files by name. They are few and small, so that they are kept in each encoding. */
let assets: ReadonlyMap<string, Asset> | undefined;

/** Answers the address of a built file, and returns null for all others. */
export function assetResponse({ headers }: Request, path: string): Response | null {
  if (!path.startsWith('/assets/')) return null;
  assets ??= readAssets();
  const asset = assets.get(path.slice('/assets/'.length));
  if (!asset) return null;
  const encoding = encodingFor(headers);
  const bytes = asset[encoding];
  return new Response(bytes, {
    headers: {
      'content-type': asset.type,
      // The name of a file changes with its content.
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(bytes.length),
      vary: 'accept-encoding',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  });
}

function readAssets(): ReadonlyMap<string, Asset> {
  if (!existsSync(builtAssets)) return new Map();
  const names = readdirSync(builtAssets).filter((name) => extensionOf(name) in types);
  return new Map(names.map((name) => [name, readAsset(name)]));
}

function readAsset(name: string): Asset {
  const content = readFileSync(new URL(name, builtAssets));
  return {
    type: types[extensionOf(name)] ?? '',
    identity: new Uint8Array(content),
    br: new Uint8Array(brotliCompressSync(content)),
    gzip: new Uint8Array(gzipSync(content, { level: 9 })),
  };
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
