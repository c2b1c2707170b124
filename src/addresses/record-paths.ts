/** Returns the address of an entity's page. */
export function entityPath(slug: string): string {
  return `/e/${slug}`;
}

/** Returns the address of a relation's page. A key has no letters that a path must escape but `~`. */
export function relationPath(key: string): string {
  return `/r/${encodeURIComponent(key)}`;
}

/** Returns the address of a source's page. */
export function sourcePath(slug: string): string {
  return `/s/${slug}`;
}

/** Returns the address of a document's page. */
export function documentPath(slug: string): string {
  return `/documents/${slug}`;
}
