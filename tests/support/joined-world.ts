import { openApp, type TestApp } from './app.js';
import type { TestEngine } from './engines.js';

const evidence = 'evidence: [{ source: gazette-1 }]';

const world = `
kenes: 1
document: gazette
sources:
  - { slug: gazette-1, publisher: gazette, title: First }
  - { slug: gazette-2, publisher: gazette, title: Second }
entities:
  - { slug: gazette, type: Organization, names: { en: Gazette } }
  - { slug: council, type: Organization, names: { en: Council } }
  - { slug: watch, type: Organization, names: { en: Watch } }
  - { slug: forum, type: Event, names: { en: Forum } }
  - { slug: rights, type: Topic, names: { en: Rights } }
  - { slug: aida, type: Person, names: { en: Aida }, evidence: [
      { source: gazette-2, property: names.en, stance: CONTRADICTS, value: Aide }] }
  - { slug: st-rights, type: Statement, text: { en: Rights matter } }
relations:
  - { type: MEMBER_OF, from: aida, to: council, evidence: [
      { source: gazette-1 }, { source: gazette-2, stance: CONTRADICTS }] }
  - { type: PARTICIPATED_IN, from: aida, to: forum, role: SPEAKER, ${evidence} }
  - { type: PARTICIPATED_IN, from: council, to: forum, role: ORGANIZER, ${evidence} }
  - { type: PARTICIPATED_IN, from: watch, to: forum, role: PARTICIPANT, ${evidence} }
  - { type: MADE, from: aida, to: st-rights, ${evidence} }
  - { type: ABOUT, from: st-rights, to: rights, ${evidence} }
  - { type: MADE_AT, from: st-rights, to: forum, ${evidence} }
`;

const names = `
kenes: 1
document: names
entities:
  - { slug: aida, type: Person, names: { ru: Аида } }
  - { slug: council, type: Organization, names: { ru: Совет } }
`;

const oldPaper = `
kenes: 1
document: old-paper
sources:
  - { slug: gazette-1, publisher: the-gazette }
entities:
  - { slug: ayda, type: Person, names: { en: Aida } }
relations:
  - { type: MEMBER_OF, from: ayda, to: the-council, ${evidence} }
`;

const joins = `
kenes: 1
document: joins
entities:
  - { slug: ayda, mergedInto: aida }
  - { slug: a-ida, type: Person, mergedInto: aida }
  - { slug: the-council, type: Organization, mergedInto: council }
  - { slug: the-forum, type: Event, mergedInto: forum }
  - { slug: the-gazette, type: Organization, mergedInto: gazette }
  - { slug: human-rights, type: Topic, mergedInto: rights }
`;

/**
 * Opens a world of the documents `gazette` and `names`, of `old-paper`, which writes former slugs,
 * and of `joins`, which merges these into others.
 */
export function openJoinedWorld(engine: TestEngine): Promise<TestApp> {
  return openApp(engine, { documents: [world, names, oldPaper, joins] });
}
