import type { Engine, KeyedAnswer, KeyedAsk, KeyedKind } from './asks.js';

/** Combines asks that differ only in their keys into one ask for all of these keys. */
export class SharedAsks {
  private readonly groups: { readonly [K in KeyedKind]: Map<string, Group<K>> } = {
    'entities by slug': new Map(),
    related: new Map(),
    'count of related': new Map(),
    'relations by key': new Map(),
    'evidence by id': new Map(),
    'page of evidence': new Map(),
    'count of evidence': new Map(),
    'sources by slug': new Map(),
    'page of sole support': new Map(),
    'count of sole support': new Map(),
    witnesses: new Map(),
    'documents by slug': new Map(),
    'documents of entries': new Map(),
    rivals: new Map(),
    joins: new Map(),
    'former slugs': new Map(),
  };

  /**
   * Adds an ask. Returns a function that returns its answer after `run`; the answer may also have
   * entries for the keys of equal asks.
   */
  add<K extends KeyedKind>(ask: KeyedAsk<K>, keys: Iterable<string>): () => KeyedAnswer<K> {
    const groups: Map<string, Group<K>> = this.groups[ask.kind];
    const name = JSON.stringify(ask);
    let group = groups.get(name);
    if (!group) {
      group = new Group(ask);
      groups.set(name, group);
    }
    const found = group;
    for (const key of keys) found.keys.add(key);
    return () => found.answer;
  }

  async run(engine: Engine): Promise<void> {
    const groups = Object.values(this.groups).flatMap((ofKind) => [...ofKind.values()]);
    await Promise.all(groups.map((group) => group.run(engine)));
  }
}

class Group<K extends KeyedKind> {
  readonly keys = new Set<string>();
  answer: KeyedAnswer<K> = new Map();

  constructor(private readonly ask: KeyedAsk<K>) {}

  async run(engine: Engine): Promise<void> {
    if (this.keys.size > 0) this.answer = await engine.each(this.ask, [...this.keys]);
  }
}
