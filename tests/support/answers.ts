/** The id that a node has in the API, by its type and its slug or key. */
export const globalId = (text: string): string => Buffer.from(text).toString('base64url');

/** A connection of which the slugs were asked for. */
export const nodes = (...slugs: string[]) => ({ nodes: slugs.map((slug) => ({ slug })) });

/** The slugs that a connection was asked for. */
export const slugsOf = ({ nodes }: { nodes: readonly { slug: string }[] }): string[] =>
  nodes.map(({ slug }) => slug);
