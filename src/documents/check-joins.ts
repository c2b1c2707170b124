import { groupBy } from '../values/group-by.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { JoinRecord } from '../model/records.js';
import { EDITORS } from '../writing/editorial.js';
import type { JoinEntry } from '../writing/entries.js';

/** The joins of all documents that would be kept. */
export class KeptJoins {
  private readonly bySlug: ReadonlyMap<string, readonly JoinRecord[]>;
  private readonly storedByTarget: ReadonlyMap<string, readonly JoinRecord[]>;

  /**
   * @param imported the joins of the documents that are imported.
   * @param stored the joins of the other documents in the store.
   */
  constructor(imported: readonly JoinRecord[], stored: readonly JoinRecord[]) {
    this.bySlug = groupBy([...imported, ...stored], ({ slug }) => slug);
    this.storedByTarget = groupBy(stored, ({ into }) => into);
  }

  /** Returns the joins that give up a slug. */
  of(slug: string): readonly JoinRecord[] {
    return this.bySlug.get(slug) ?? [];
  }

  /** Returns the joins into a slug that documents of the store state which are not imported. */
  storedInto(slug: string): readonly JoinRecord[] {
    return this.storedByTarget.get(slug) ?? [];
  }
}

/** The joins and types that a join is checked against. */
export interface JoinContext {
  /** The slug of the document that states the join. */
  readonly document: string;
  readonly joins: KeptJoins;
  /** Returns the type of an entity; null or undefined if it is not known. */
  readonly typeOf: (slug: string) => EntityType | null | undefined;
}

/** Returns what is wrong with a join of two slugs, beside slugs that nobody has. */
export function checkJoin({ slug, mergedInto }: JoinEntry, context: JoinContext): string[] {
  if (slug === mergedInto)
    return [`“${slug}” cannot be merged into itself. Give the slug that stays.`];
  if (slug === EDITORS) return [`“${slug}” stands for the editors and cannot be merged.`];
  return [
    ...wrongTypes(slug, mergedInto, context),
    ...chain(slug, mergedInto, context),
    ...otherTargets(slug, mergedInto, context),
  ];
}

function wrongTypes(slug: string, into: string, { typeOf }: JoinContext): string[] {
  const [type, other] = [typeOf(slug), typeOf(into)];
  if (!type || !other || type === other) return [];
  return [
    `Only entities of one type can be merged: “${slug}” is of the type ${type}, and “${into}” is of the type ${other}.`,
  ];
}

function chain(slug: string, into: string, context: JoinContext): string[] {
  const { joins } = context;
  const way = [slug, into];
  for (let next = joins.of(into)[0]; next; next = joins.of(next.into)[0]) {
    if (next.into === slug)
      return [`The entries go round in a circle: ${[...way, slug].join(' → ')}.`];
    // A circle that the slug only leads into is reported for those within it.
    if (way.includes(next.into)) break;
    way.push(next.into);
  }
  const [onward] = joins.of(into);
  if (onward) {
    const end = way.at(-1) ?? onward.into;
    return [
      `“${into}” is itself merged into “${onward.into}” (${placeOf(onward, context)}). Merge “${slug}” into “${end}”.`,
    ];
  }
  return joins
    .storedInto(slug)
    .map(
      (before) =>
        `“${before.slug}” is merged into “${slug}” (${placeOf(before, context)}). Merge that one into “${into}”, too, in the same import.`,
    );
}

function otherTargets(slug: string, into: string, context: JoinContext): string[] {
  const others = context.joins.of(slug).filter((other) => other.into !== into);
  return others.map(
    (other) =>
      `“${slug}” is also merged into “${other.into}” (${placeOf(other, context)}). Leave one of the two entries out.`,
  );
}

/** Prints `document “x”, line 3`, and only the line for the same document. */
function placeOf({ document, line }: JoinRecord, context: JoinContext): string {
  const inDocument = document === context.document ? [] : [`document “${document}”`];
  const atLine = line === null ? [] : [`line ${line}`];
  return [...inDocument, ...atLine].join(', ');
}
