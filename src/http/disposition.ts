import type { FileNames } from '../exports/file-names.js';

/** Returns the header that names a file. https://www.rfc-editor.org/rfc/rfc6266 and, for the second name, rfc8187. */
export function disposition({ ascii, readable }: FileNames): string {
  const encoded = encodeURIComponent(readable).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
