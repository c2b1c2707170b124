/** What the service says of a web that is to be drawn. */
export interface WebOrder {
  readonly box: HTMLElement;
  /** The variables of the query for what it draws. */
  readonly variables: string;
  /** The entity types that are drawn; all of them if it is empty. */
  readonly types: ReadonlySet<string>;
  /** Places that a reader gave to entities: `slug:x:y`. */
  readonly pins: readonly string[];
  readonly words: WebWords;
}

/** What the web says in the language of the page. */
export interface WebWords {
  readonly loading: string;
  readonly settling: string;
  readonly noWebgl: string;
  readonly failed: string;
  readonly how: string;
  readonly drawn: string;
  readonly cut: string;
  readonly unpin: string;
}
