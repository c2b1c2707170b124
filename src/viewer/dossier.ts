import { relationFilter } from '../addresses/address.js';
import type { PageRequest } from './pages/page.js';
import { byPassage } from './parts/evidence-list.js';
import { sourceTitle } from './parts/published.js';
import { standingText } from './parts/strength.js';
import {
  EntityDossier,
  RelationPage,
  SourcePage,
  type EntityDossierQuery,
  type LineFragment,
  type RelationFilter,
} from './queries.js';
import { orNull } from './ask.js';
import { entityPath, relationPath, sourcePath, type View } from './view.js';

/** Dossiers: the pages of records as texts in Markdown, with citations as footnotes. */

type Told = NonNullable<EntityDossierQuery['entity']>['relations']['edges'][number]['relation'];

/** The number of relations that a dossier tells. */
const MOST_RELATIONS = 200;

/** Returns the dossier of an entity, or null if there is none. */
export async function entityDossier(request: PageRequest, slug: string): Promise<string | null> {
  const { view } = request;
  const read = await readEntity(request, slug);
  if (!read) return null;
  const { entity, told } = read;
  const { t, labels } = view;
  const kind = entity.kind === null ? '' : ` · ${labels.kind(entity.type, entity.kind)}`;
  const names = new Set(entity.names.map(({ text }) => text));
  names.delete(entity.name);
  const left = entity.relations.totalCount - told.length;
  const notes: string[] = [];
  return lines([
    `# ${plain(entity.name)}`,
    labels.entityType(entity.type) + kind,
    [...names].map(plain).join(' · '),
    entity.description === null ? '' : plain(entity.description),
    told.map((relation) => relationLine(relation, notes, view)).join('\n'),
    left > 0 ? t.more(left) : '',
    footnotes(notes),
    cited(request, entityPath(entity.slug), entity.version),
  ]);
}

/** Reads an entity with as many of its relations as a dossier tells. */
async function readEntity({ view, ask }: PageRequest, slug: string) {
  const filter = relationFilter(view.state) as RelationFilter;
  const told: Told[] = [];
  const { language } = view;
  for (let after: string | null = null; ;) {
    const asked: Promise<EntityDossierQuery> = ask(EntityDossier, {
      slug,
      filter,
      after,
      language,
    });
    const entity = (await orNull(asked, 'slug'))?.entity;
    if (!entity) return null;
    const { edges, pageInfo } = entity.relations;
    told.push(...edges.map(({ relation }) => relation));
    if (!pageInfo.hasNextPage || told.length >= MOST_RELATIONS) return { entity, told };
    after = pageInfo.endCursor;
  }
}

/** Returns the dossier of a relation, or null if there is none. */
export async function relationDossier(request: PageRequest, key: string): Promise<string | null> {
  const { view, ask } = request;
  const variables = { key, language: view.language, after: null };
  const answer = await orNull(ask(RelationPage, variables), 'key');
  const relation = answer?.relation;
  if (!relation) return null;
  const { evidence, rivals, sentence, version } = relation;
  const { t } = view;
  const passages = byPassage(evidence.nodes).flatMap(([one]) => one ?? []);
  const left = evidence.totalCount - evidence.nodes.length;
  return lines([
    `# ${plain(sentence)}`,
    strength(relation, view),
    passages.map((one, index) => `${index + 1}. ${citationText(one, view)}`).join('\n'),
    left > 0 ? t.more(left) : '',
    rivals.length > 0 ? `## ${t.otherSide}` : '',
    rivals.map((rival) => `- ${plain(rival.sentence)} (${strength(rival, view)})`).join('\n'),
    cited(request, relationPath(relation.key), version),
  ]);
}

/** Returns the dossier of a source, or null if there is none. */
export async function sourceDossier(request: PageRequest, slug: string): Promise<string | null> {
  const { view, ask } = request;
  const answer = await orNull(ask(SourcePage, { slug, language: view.language }), 'slug');
  const source = answer?.source;
  if (!source) return null;
  const { publisher, informers, soleSupportOf, evidence, urls } = source;
  const { t } = view;
  const left = soleSupportOf.totalCount - soleSupportOf.nodes.length;
  const from = informers.map(({ name }) => plain(name)).join(', ');
  return lines([
    `# ${plain(sourceTitle(source, view))}`,
    `${plain(publisher.name)}${from && ` ← ${from}`}${source.dateText === null ? '' : `, ${source.dateText}`}`,
    urls.map((url) => `<${url}>`).join('\n'),
    t.sources.pieces(evidence.totalCount),
    `## ${t.sources.alone} (${soleSupportOf.totalCount})`,
    soleSupportOf.nodes.map(({ sentence }) => `- ${plain(sentence)}`).join('\n'),
    left > 0 ? t.more(left) : '',
    cited(request, sourcePath(slug)),
  ]);
}

function relationLine(relation: Told, notes: string[], view: View): string {
  const { evidence, sentence } = relation;
  const numbers = evidence.nodes.map((one) => {
    notes.push(citationText(one, view));
    return `[^${notes.length}]`;
  });
  const left = evidence.totalCount - evidence.nodes.length;
  const more = left > 0 ? ` ${view.t.more(left)}` : '';
  return `- ${plain(sentence)} (${strength(relation, view)})${numbers.join('')}${more}`;
}

type Citation = Told['evidence']['nodes'][number];

function citationText({ stance, inferred, citation }: Citation, { t }: View): string {
  const mark = stance === 'CONTRADICTS' ? `≠ ${t.contradicts}: ` : '';
  return mark + plain(citation) + (inferred ? ` (${t.inferred})` : '');
}

type Attested = Pick<LineFragment, 'standing' | 'publisherCount' | 'originCount' | 'isContested'>;

/** Returns in words how well a relation is attested. */
function strength(line: Attested, view: View): string {
  const { t } = view;
  const counts = `${t.publishers(line.publisherCount)} · ${t.origins(line.originCount)}`;
  const standing = line.standing === 'STATED' ? counts : standingText(line, view);
  return line.isContested ? `${standing} · ≠ ${t.contested}` : standing;
}

function footnotes(notes: readonly string[]): string {
  return notes.map((note, index) => `[^${index + 1}]: ${note}`).join('\n');
}

/** Returns where a dossier is from. */
function cited({ view, origin }: PageRequest, path: string, version?: number): string {
  const { citing } = view.t;
  const address = `Kenes, <${origin}${view.permalink(path)}>`;
  return version === undefined ? address : `${address}, ${citing.version(version)}`;
}

/**
 * Returns a text in which no letter is a mark of Markdown or HTML, in one line. A line within a word is
 * no mark, and an address has to stay as it is.
 */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>#|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** Puts paragraphs below each other, without empty ones. */
function lines(paragraphs: readonly string[]): string {
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}
