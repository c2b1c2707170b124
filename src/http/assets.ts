import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Assets } from '../viewer/assets.js';
import { encodingFor, type Encoding } from './encoding.js';

/** The folder that the build writes, with a manifest of what it wrote. */
export const BUILT_ASSETS = new URL('../viewer/assets/', import.meta.url);

/** A built file in each encoding. */
type Asset = Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>> & { readonly type: string };

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

const PATH = '/assets/';

/** The files of the pages that the build wrote. Without a build, as in most tests, there are none. */
export class BuiltAssets {
  /** What all pages load. */
  readonly ofPages: Assets;
  /** The files by name, as far as they were asked for: they are few and small. */
  private readonly read = new Map<string, Asset>();
  private readonly names: ReadonlySet<string>;

  constructor(private readonly folder: URL) {
    const files = existsSync(folder) ? readdirSync(folder) : [];
    this.names = new Set(files.filter((name) => extensionOf(name) in types));
    this.ofPages = readManifest(new URL('.vite/manifest.json', folder));
  }

  /** Answers the address of a file, and returns null for all others. */
  respond({ headers }: Request, path: string): Response | null {
    const name = path.startsWith(PATH) ? path.slice(PATH.length) : '';
    if (!this.names.has(name)) return null;
    const asset = this.read.get(name) ?? readAsset(name, this.folder);
    this.read.set(name, asset);
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
}

function readManifest(manifest: URL): Assets {
  if (!existsSync(manifest)) return { styles: [], scripts: [] };
  const entries = Object.values(
    JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, ManifestEntry>,
  ).filter(({ isEntry }) => isEntry === true);
  return {
    styles: entries.flatMap(({ css = [] }) => css.map((file) => `${PATH}${file}`)),
    scripts: entries.map(({ file }) => `${PATH}${file}`),
  };
}

function readAsset(name: string, folder: URL): Asset {
  const content = readFileSync(new URL(name, folder));
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
