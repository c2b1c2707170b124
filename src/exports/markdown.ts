import { citationParts } from '../wording/citation.js';
import type { TextPart } from '../wording/text-part.js';
import { textOf } from '../wording/text-part.js';
import { aboutLines } from './about.js';
import { aboutTexts } from './about-texts.js';
import { entityColumns } from './columns.js';
import { dossierTexts, type DossierTexts } from './dossier-texts.js';
import type {
  ExportedEntity,
  ExportedEvidence,
  ExportedGraph,
  ExportedRelation,
} from './exported-graph.js';
import { zipped, type ArchivedFile } from './zip.js';

/** The entities whose relations are read at once. */
const BATCH = 50;

/**
 * Writes an archive of Markdown, a file for each entity: what it is, what its relations say, with
 * `[[links]]` to the other entities, and where that is to be found, as footnotes. The names of its
 * properties are keys, the same in every language; all else is in the language of the export.
 */
export function markdown(graph: ExportedGraph): AsyncIterable<Uint8Array> {
  return zipped(filesOf(graph));
}

async function* filesOf(graph: ExportedGraph): AsyncGenerator<ArchivedFile> {
  yield file('README.md', readmeOf(graph));
  for await (const entities of graph.entities()) {
    for (let start = 0; start < entities.length; start += BATCH) {
      const some = entities.slice(start, start + BATCH);
      const relations = await relationsByEnd(graph, some);
      for (const entity of some) {
        const { slug } = entity.record;
        yield file(`${slug}.md`, new Dossier(graph, entity).write(relations.get(slug) ?? []));
      }
    }
  }
}

function file(name: string, content: string): ArchivedFile {
  async function* write(): AsyncGenerator<string> {
    yield content;
  }
  return { name, write };
}

function readmeOf({ about, language }: ExportedGraph): string {
  const lines = aboutLines(about, language).map(
    ([name, text]) => `- **${name}:** ${markdownText(text)}`,
  );
  return [`# ${markdownText(about.title)}`, ...lines, aboutTexts[language].otherFiles, ''].join(
    '\n\n',
  );
}

/** Returns the relations of some entities by each of their ends. */
async function relationsByEnd(
  graph: ExportedGraph,
  entities: readonly ExportedEntity[],
): Promise<ReadonlyMap<string, readonly ExportedRelation[]>> {
  const byEnd = new Map<string, ExportedRelation[]>(
    entities.map(({ record }) => [record.slug, []]),
  );
  for await (const relations of graph.relationsOf([...byEnd.keys()])) {
    for (const relation of relations) {
      for (const slug of new Set([relation.from.slug, relation.to.slug]))
        byEnd.get(slug)?.push(relation);
    }
  }
  for (const relations of byEnd.values()) relations.sort(byKey);
  return byEnd;
}

function byKey({ record: one }: ExportedRelation, { record: other }: ExportedRelation): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}

/** The file of one entity. Its footnotes are numbered in the order in which they are read. */
class Dossier {
  private readonly footnotes = new Map<string, number>();
  private readonly texts: DossierTexts;

  constructor(
    private readonly graph: ExportedGraph,
    private readonly entity: ExportedEntity,
  ) {
    this.texts = dossierTexts[graph.language];
  }

  write(relations: readonly ExportedRelation[]): string {
    const { label, evidence } = this.entity;
    // Footnotes get their numbers in this order.
    const heading = `# ${markdownText(label)}${this.cited(evidence.filter(isOnWhole))}`;
    const facts = this.facts();
    const sentences = relations.map((relation) => `- ${this.sentence(relation)}`);
    const blocks = [
      heading,
      facts.join('\n'),
      relations.length > 0 ? `## ${this.texts.relations}\n\n${sentences.join('\n')}` : '',
      [...this.footnotes].map(([citation, number]) => `[^${number}]: ${citation}`).join('\n'),
    ];
    return `${blocks.filter(Boolean).join('\n\n')}\n`;
  }

  private facts(): string[] {
    const { vocabulary, language } = this.graph;
    return entityColumns(vocabulary, language).flatMap(({ name, of }) => {
      const value = name === 'evidence' ? null : of(this.entity);
      if (value === null) return [];
      const own = this.entity.evidence.filter(({ evidence }) => evidence.property === name);
      return [`- ${name}: ${markdownText(String(value))}${this.cited(own)}`];
    });
  }

  private sentence({ record, sentence, evidence }: ExportedRelation): string {
    const { standings, contested } = this.texts;
    const marks = [
      record.standing === 'STATED' ? '' : ` (${standings[record.standing]})`,
      record.isContested ? ` (≠ ${contested})` : '',
    ];
    const parts = sentence.map((part) => this.linked(part));
    return parts.join('') + marks.join('') + this.cited(evidence);
  }

  /** Writes a part of a sentence; an entity but this one as a link. */
  private linked({ text, entity }: TextPart): string {
    if (entity === null || entity === this.entity.record.slug) return markdownText(text);
    // What would end the link stands beside it.
    return /[[\]|]/.test(text)
      ? `${markdownText(text)} ([[${entity}]])`
      : `[[${entity}|${markdownText(text)}]]`;
  }

  private cited(evidence: readonly ExportedEvidence[]): string {
    const { language } = this.graph;
    const { contradicts, implied } = this.texts;
    const marks = evidence.map((cited) => {
      const { stance, inferred } = cited.evidence;
      const words = [
        stance === 'CONTRADICTS' ? `≠ ${contradicts}: ` : inferred ? `${implied}: ` : '',
        textOf(citationParts(cited, language)),
      ];
      const citation = markdownText(words.join(''));
      const number = this.footnotes.get(citation) ?? this.footnotes.size + 1;
      this.footnotes.set(citation, number);
      return `[^${number}]`;
    });
    return [...new Set(marks)].join('');
  }
}

function isOnWhole({ evidence }: ExportedEvidence): boolean {
  return evidence.property === null;
}

/** What Markdown, or HTML within it, takes for more than text. */
const SPECIAL = /[\\`*_{}[\]<>&#|~^$]/g;

/** Returns text as Markdown that shows it as it is, in one line. */
function markdownText(text: string): string {
  return text
    .replace(/\s*[\r\n\u{85}\u{2028}\u{2029}]\s*/gu, ' ')
    .replace(SPECIAL, (character) => `\\${character}`)
    .replace(/^(\s*)([-+=]|\d+[.)])/, (_, space: string, mark: string) => `${space}\\${mark}`);
}
