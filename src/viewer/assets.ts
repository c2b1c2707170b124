import { existsSync, readFileSync } from 'node:fs';

/** The addresses of the styles and scripts that all pages load. */
export interface Assets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/** The folder that the build writes, with a manifest of what it wrote. */
export const builtAssets = new URL('assets/', import.meta.url);

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

/** Reads which assets there are. Without a build, as in tests, pages have none. */
export function readAssets(): Assets {
  const manifest = new URL('.vite/manifest.json', builtAssets);
  if (!existsSync(manifest)) return { styles: [], scripts: [] };
  const entries = Object.values(
    JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, ManifestEntry>,
  ).filter(({ isEntry }) => isEntry === true);
  return {
    styles: entries.flatMap(({ css = [] }) => css.map((file) => `/assets/${file}`)),
    scripts: entries.map(({ file }) => `/assets/${file}`),
  };
}
