import { isRelationKey, type JoinRecord } from './records.js';

export type Join = Pick<JoinRecord, 'slug' | 'into'>;

/**
 * Slugs that documents have joined: all that is said of a former slug is read as said of the one
 * that it is merged into.
 */
export class JoinedSlugs {
  protected readonly targets = new Map<string, string>();
  private readonly formers = new Map<string, string[]>();

  constructor(joins: readonly Join[]) {
    for (const { slug, into } of joins) {
      // Several documents may state the same join.
      if (this.targets.has(slug)) continue;
      this.targets.set(slug, into);
      this.formers.set(into, [...(this.formers.get(into) ?? []), slug]);
    }
  }

  get isEmpty(): boolean {
    return this.targets.size === 0;
  }

  joins(): Join[] {
    return [...this.targets].map(([slug, into]) => ({ slug, into }));
  }

  /** Returns the slug that a slug is read as. */
  into(slug: string): string {
    return this.targets.get(slug) ?? slug;
  }

  /** Returns the slugs that are read as a slug: itself, and the former ones. */
  slugsInto(slug: string): readonly string[] {
    return [slug, ...(this.formers.get(slug) ?? [])];
  }

  /** Returns the relation key that a key is read as. */
  keyInto(key: string): string {
    const [from = '', type = '', to = '', ...rest] = key.split('~');
    return [this.into(from), type, this.into(to), ...rest].join('~');
  }

  /** Returns the relation keys that are read as a key. */
  keysInto(key: string): readonly string[] {
    const [from = '', type = '', to = '', ...rest] = key.split('~');
    return this.slugsInto(from).flatMap((near) =>
      this.slugsInto(to).map((far) => [near, type, far, ...rest].join('~')),
    );
  }

  /** Returns the slug or the relation key that a slug or a key is read as. */
  recordInto(record: string): string {
    return isRelationKey(record) ? this.keyInto(record) : this.into(record);
  }

  /** Returns the slugs or the relation keys that are read as a slug or a key, itself first. */
  recordsInto(record: string): readonly string[] {
    return isRelationKey(record) ? this.keysInto(record) : this.slugsInto(record);
  }
}

export const noJoins = new JoinedSlugs([]);
