import { languages, type Language } from '../../vocabulary/languages.js';

// The names under which the properties of nodes and relations are stored.

export const timeNames = ['startEarliest', 'startLatest', 'endEarliest', 'endLatest'];
export const textNames = textPropertyNames('name');
export const aliasNames = textPropertyNames('aliases');
export const descriptionNames = textPropertyNames('description');
export const foldedDescriptionNames = textPropertyNames('foldedDescription');
export const positionNames = ['start', 'end', 'sha256'];
export const sourceTextNames = ['textLength', 'textSha256'];

const ofAllEntities = new Set([
  'slug', 'type', 'kind', 'version', 'degree', 'sameAs', 'differentFrom', 'editorial', 'dateFirst', 'folded',
  ...timeNames, ...textNames, ...aliasNames, ...descriptionNames, ...foldedDescriptionNames,
  ...languages.map((language) => `sort_${language}`),
]); // prettier-ignore
const ofAllRelations = new Set([
  'key', 'fromSlug', 'toSlug', 'fromType', 'toType', 'version', 'publisherCount', 'originCount', 'sources',
  'standing', 'isContested', 'dateFirst', ...timeNames,
]); // prettier-ignore

/** A text by language has a property for each language. */
export function textPropertyNames(name: string): string[] {
  return languages.map((language) => textPropertyName(name, language));
}

export function textPropertyName(name: string, language: Language): string {
  return `${name}_${language}`;
}

/** An own property has its own name, unless all entities have a property of that name. */
export function entityPropertyName(name: string): string {
  return ofAllEntities.has(name) ? `own_${name}` : name;
}

export function relationPropertyName(name: string): string {
  return ofAllRelations.has(name) ? `own_${name}` : name;
}
