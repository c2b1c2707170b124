import { foldName } from '../values/folded-name.js';
import { quoted } from '../values/shown-input.js';
import type { Transaction } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ChangeSet } from '../writing/change-set.js';
import { isJoinEntry, type EntityEntry, type NewDocument } from '../writing/entries.js';
import type { Finding, Path } from './problem.js';

/** The number of entities that are looked for together. */
const BATCH = 10_000;

/** The number of others that one warning names. */
const LISTED = 3;

/**
 * Finds the entities that an import adds under a name which another entity of the type has, in
 * whatever language, script and spelling: they may be one. It looks at the graph as the import leaves
 * it, so that what the import corrects or removes is not compared.
 */
export class TwinSearch {
  private readonly added = new Set<string>();

  constructor(
    private readonly transaction: Pick<Transaction, 'namesakes' | 'entities'>,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Adds changes that were written. A statement is left out: its name is its text. */
  add({ entities }: Pick<ChangeSet, 'entities'>): void {
    for (const { slug, type } of entities.added)
      if (this.vocabulary.entityTypes[type].nameProperty === undefined) this.added.add(slug);
    for (const { slug } of entities.removed) this.added.delete(slug);
  }

  /**
   * Returns a warning for each name of an added entity that others have, by document. Of two added
   * ones it is about the one that comes later in the documents.
   */
  async findingsIn<D extends NewDocument>(
    documents: readonly D[],
  ): Promise<ReadonlyMap<D, readonly Finding[]>> {
    const found = new Map<D, Finding[]>();
    const shared = await this.sharedNames();
    if (shared.size === 0) return found;
    const twins = new Twins(shared, this.added, await this.different(shared));
    for (const document of documents) {
      const findings: Finding[] = [];
      let index = 0;
      for await (const batch of document.entries('ENTITY'))
        for (const { entry } of batch) {
          if (!isJoinEntry(entry)) findings.push(...twins.findingsIn(entry, index));
          index++;
        }
      if (findings.length > 0) found.set(document, findings);
    }
    return found;
  }

  private async different(shared: SharedNames): Promise<AreDifferent> {
    const others = [...shared.values()].flatMap((byName) => [...byName.values()].flat());
    const entities = await this.transaction.entities([...new Set([...shared.keys(), ...others])]);
    const different = new Map(
      entities.map(({ slug, details: { differentFrom = [] } }) => [slug, new Set(differentFrom)]),
    );
    const says = (one: string, other: string): boolean => different.get(one)?.has(other) ?? false;
    return (one, other) => says(one, other) || says(other, one);
  }

  private async sharedNames(): Promise<SharedNames> {
    const shared = new Map<string, Map<string, readonly string[]>>();
    const slugs = [...this.added];
    for (let start = 0; start < slugs.length; start += BATCH) {
      const batch = slugs.slice(start, start + BATCH);
      for (const { slug, name, others } of await this.transaction.namesakes(batch))
        shared.set(
          slug,
          (shared.get(slug) ?? new Map<string, readonly string[]>()).set(name, others),
        );
    }
    return shared;
  }
}

/** Returns whether documents say that two entities are not one. */
type AreDifferent = (one: string, other: string) => boolean;

/** The slugs of the others that have a name of an added entity, by its slug and the folded name. */
type SharedNames = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Looks for the shared names in the entries of the documents, one after the other. */
class Twins {
  /** The number of each added entity that has come, in their order. */
  private readonly places = new Map<string, number>();
  /** The others that a warning about an entity has named. */
  private readonly named = new Map<string, Set<string>>();

  constructor(
    private readonly shared: SharedNames,
    private readonly added: ReadonlySet<string>,
    private readonly areDifferent: AreDifferent,
  ) {}

  findingsIn(entry: EntityEntry, index: number): Finding[] {
    const { slug } = entry;
    const shared = this.shared.get(slug);
    if (!shared) return [];
    if (!this.places.has(slug)) this.places.set(slug, this.places.size);
    const named = this.named.get(slug) ?? new Set<string>();
    this.named.set(slug, named);
    return namesOf(entry).flatMap(({ path, name }) => {
      const others = (shared.get(foldName(name)) ?? []).filter(
        (other) =>
          this.isBefore(other, slug) && !named.has(other) && !this.areDifferent(slug, other),
      );
      for (const other of others) named.add(other);
      if (others.length === 0) return [];
      return [
        {
          path: ['entities', index, ...path],
          isWarning: true,
          message: messageOf(name, entry, others),
        },
      ];
    });
  }

  private isBefore(other: string, slug: string): boolean {
    if (!this.added.has(other)) return true;
    return (this.places.get(other) ?? Infinity) < (this.places.get(slug) ?? Infinity);
  }
}

/** Returns the names and aliases of an entry with the paths to them. */
function namesOf({ names, editorialNames, aliases }: EntityEntry): { path: Path; name: string }[] {
  return [
    ...Object.entries({ names, editorialNames }).flatMap(([key, byLanguage]) =>
      Object.entries(byLanguage ?? {}).map(([language, name]) => ({ path: [key, language], name })),
    ),
    ...Object.entries(aliases ?? {}).flatMap(([language, list]) =>
      list.map((name, index) => ({ path: ['aliases', language, index], name })),
    ),
  ];
}

function messageOf(name: string, { slug, type }: EntityEntry, others: readonly string[]): string {
  const [first = ''] = others;
  const listed = others.slice(0, LISTED).map(quoted);
  const more = others.length > listed.length ? ' and of more' : '';
  const owners =
    others.length === 1
      ? `the ${type} ${quoted(first)}`
      : `several of the type ${type}: ${listed.join(', ')}${more}`;
  return `${quoted(name)} is also the name of ${owners}. If they are one, write ${quoted(first)} in the place of ${quoted(slug)}, or join them with the entry \`{ slug: ${slug}, mergedInto: ${first} }\`. If they are not, say so in the entry of ${quoted(slug)}: \`differentFrom: [${others.slice(0, LISTED).join(', ')}]\`.`;
}
