import { entityDossier, relationDossier, sourceDossier } from './dossier.js';
import type { PageRequest } from './pages/page.js';

/** The forms in which the page of a record is there, besides HTML. */
export type Form = 'json' | 'md';

/** The media types of the forms, by the ending of their addresses. */
export const mediaTypes: Readonly<Record<Form, string>> = {
  json: 'application/json',
  md: 'text/markdown',
};

/** The pages of records have the address of the record, and with an ending that of another form. */
const RECORD = /^\/[ers]\/[^/]+?(?:\.(json|md))?$/;

/** Returns whether the page at a path is that of a record, which has other forms. */
export function isRecord(path: string): boolean {
  return RECORD.test(path);
}

/** Splits a path into that of a page and the form that its ending asks for. */
export function splitForm(path: string): { readonly path: string; readonly form: Form | null } {
  const ending = RECORD.exec(path)?.[1];
  if (ending !== 'json' && ending !== 'md') return { path, form: null };
  return { path: path.slice(0, -ending.length - 1), form: ending };
}

/** Returns the text in Markdown of a record, or null if there is none at the path. */
export function dossierAt(
  path: string,
  name: string,
  request: PageRequest,
): Promise<string | null> {
  if (path.startsWith('/e/')) return entityDossier(request, name);
  return path.startsWith('/r/') ? relationDossier(request, name) : sourceDossier(request, name);
}
