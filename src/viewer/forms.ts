import { entityDossier, relationDossier, sourceDossier } from './dossier.js';
import type { PageRequest } from './pages/page.js';

/** The forms in which the page of a record is there, besides HTML. */
export type Form = 'json' | 'jsonld' | 'md';

/** The forms that are made from what a page shows. JSON-LD is an export of the record. */
export type PageForm = Exclude<Form, 'jsonld'>;

/** The media types of the forms, by the ending of their addresses. */
export const mediaTypes: Readonly<Record<Form, string>> = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
};

/** The pages of records have the address of the record, and with an ending that of another form. */
const RECORD = /^\/[ers]\/[^/]+?(?:\.(json|jsonld|md))?$/;

/** Returns whether the page at a path is that of a record, which has other forms. */
export function isRecord(path: string): boolean {
  return RECORD.test(path);
}

/** Splits a path into that of a page and the form that its ending asks for. */
export function splitForm(path: string): { readonly path: string; readonly form: Form | null } {
  const ending = RECORD.exec(path)?.[1];
  if (!isForm(ending)) return { path, form: null };
  return { path: path.slice(0, -ending.length - 1), form: ending };
}

function isForm(ending: string | undefined): ending is Form {
  return ending !== undefined && Object.hasOwn(mediaTypes, ending);
}

const dossiers = { entity: entityDossier, relation: relationDossier, source: sourceDossier };

/** Returns which kind of record the page at a path is of. */
export function recordKind(path: string): 'entity' | 'relation' | 'source' {
  if (path.startsWith('/e/')) return 'entity';
  return path.startsWith('/r/') ? 'relation' : 'source';
}

/** Returns the text in Markdown of a record, or null if there is none at the path. */
export function dossierAt(
  path: string,
  name: string,
  request: PageRequest,
): Promise<string | null> {
  return dossiers[recordKind(path)](request, name);
}
