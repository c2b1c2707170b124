import type { z } from 'zod';
import { isSlug } from '../values/keys.js';
import { nearestName } from '../values/nearest-name.js';
import type { EntityEntry, JoinEntry, RelationEntry, SourceEntry } from '../writing/entries.js';
import { issuesOfMeant, type DocumentSchema, type KenesDocument } from './format.js';
import type { Finding, Path } from './problem.js';
import { unknownKeysOf } from './schema-forms.js';

/**
 * A document in which each part with a wrong form is null, so that the meaning of all other parts
 * can be checked and all problems are reported at once.
 */
export type Draft<Part = KenesDocument> = Part extends readonly (infer Item)[]
  ? readonly Draft<Item>[] | null
  : Part extends object
    ? { readonly [Key in keyof Part]: Draft<Part[Key]> } | null
    : Part | null;

/** The entries of a draft, and what it says for all of them. */
export type DraftEntries = Omit<NonNullable<Draft>, 'kenes' | 'document'>;

/** Returns the entries that are not null. */
export function partsOf({ sources, entities, relations }: DraftEntries) {
  const isPresent = <T>(entry: T): entry is NonNullable<T> => entry != null;
  const ofEntities = entities?.filter(isPresent) ?? [];
  return {
    sources: sources?.filter(isPresent) ?? [],
    entities: ofEntities.filter((entry): entry is DraftEntity => !isDraftJoin(entry)),
    joins: ofEntities.filter(isDraftJoin),
    relations: relations?.filter(isPresent) ?? [],
  };
}

type DraftEntity = NonNullable<Draft<EntityEntry>>;
type DraftJoin = NonNullable<Draft<JoinEntry>>;

/** Returns whether an entry joins its slug to another one. */
export function isDraftJoin(entry: DraftEntity | DraftJoin): entry is DraftJoin {
  return 'mergedInto' in entry;
}

/** Returns the slugs of the ends of a relation that are not null. */
function endsOf({ from, to }: NonNullable<Draft<RelationEntry>>): string[] {
  return [from, to].filter((slug) => slug != null);
}

/** Returns the slugs of the publisher and the informers of a source that are not null. */
function organizationsOf(source: NonNullable<Draft<SourceEntry>>): string[] {
  return [source.publisher, ...(source.informers ?? [])].filter((slug) => slug != null);
}

/** Returns the slugs of all entities that a document declares or refers to. */
export function namedEntities(draft: DraftEntries): ReadonlySet<string> {
  const { entities, joins, sources, relations } = partsOf(draft);
  return new Set([
    ...entities.flatMap(({ slug, differentFrom }) =>
      [slug, ...(differentFrom ?? [])].flatMap((one) => one ?? []),
    ),
    ...joins.flatMap(({ slug, mergedInto }) => [slug ?? [], mergedInto ?? []].flat()),
    ...relations.flatMap(endsOf),
    ...sources.flatMap(organizationsOf),
  ]);
}

/** Returns the slugs of all sources that evidence cites. */
export function citedSources(draft: DraftEntries): ReadonlySet<string> {
  const { entities, relations } = partsOf(draft);
  return new Set(
    [draft, ...entities, ...relations].flatMap(({ evidence }) =>
      (evidence ?? []).flatMap((piece) => piece?.source ?? []),
    ),
  );
}

interface Form {
  /** True if nothing is wrong: the draft is the document. */
  readonly isValid: boolean;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** Checks the form of a parsed document. It becomes the draft: its wrong parts are set to null. */
export function checkForm(read: unknown, schema: DocumentSchema): Form {
  const { success, data, error } = schema.safeParse(read);
  if (success) return { isValid: true, draft: data, findings: [] };
  const draft = { document: read };
  let issues = issuesIn(draft, error);
  const misspelled = new Set(issues.filter((issue) => correctType(draft, issue)));
  if (misspelled.size > 0) {
    const corrected = schema.safeParse(read);
    issues = [...misspelled, ...(corrected.error ? issuesIn(draft, corrected.error) : [])];
  }
  for (const issue of issues) {
    if (misspelled.has(issue)) continue;
    if (typesOf(issue).length > 0) keepOnlySlug(draft, issue);
    else if (issue.code !== 'unrecognized_keys') put(draft, pathOf(issue), null);
  }
  const findings = issues.flatMap((issue) =>
    // The keys of an entry with the corrected type are issues of their own.
    misspelled.has(issue) ? findingsOf(issue).slice(0, 1) : findingsOf(issue),
  );
  return { isValid: false, draft: draft.document as Draft, findings };
}

function issuesIn(draft: object, { issues }: z.ZodError): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => issuesOfMeant(get(draft, pathOf(issue)), issue));
}

/**
 * Replaces a misspelled type by the nearest one, so that the rest of the entry can be checked.
 * Returns whether it did.
 */
function correctType(draft: object, issue: z.core.$ZodIssue): boolean {
  const types = typesOf(issue);
  const type = get(draft, pathOf(issue));
  const nearest = typeof type === 'string' ? nearestName(type, types) : null;
  if (nearest !== null) put(draft, pathOf(issue), nearest);
  return nearest !== null;
}

/** Returns the types that an entry may have if its type is the issue; none for another issue. */
function typesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'invalid_union' || !('options' in issue)) return [];
  return (issue.options ?? []).map(String);
}

/** Keeps only the slug of an entry of an unknown type, since others may refer to it. */
function keepOnlySlug(draft: object, issue: z.core.$ZodIssue): void {
  const path = pathOf(issue).slice(0, -1);
  const slug = get(draft, [...path, 'slug']);
  const isDeclared = typeof slug === 'string' && isSlug(slug);
  put(draft, path, isDeclared ? { slug, type: null } : null);
}

function get(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], root);
}

function put(root: unknown, path: Path, value: unknown): void {
  const parent = get(root, path.slice(0, -1));
  if (typeof parent !== 'object' || parent === null) return;
  (parent as Record<string, unknown>)[path.at(-1) ?? ''] = value;
}

/** Returns the path of an issue from the object whose field `document` is the document. */
function pathOf({ path }: z.core.$ZodIssue): Path {
  return ['document', ...path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  const path = pathOf(issue).slice(1);
  const isAboutKeys = issue.code === 'unrecognized_keys';
  // The issue of an unknown type is at the type, beside the keys.
  const owner = isAboutKeys ? path : path.slice(0, -1);
  const unknown = unknownKeysOf(issue).map(({ key, message }): Finding => ({
    path: [...owner, key],
    isKey: true,
    message,
  }));
  return isAboutKeys ? unknown : [{ path, message: issue.message }, ...unknown];
}
