import type {
  Engine,
  KeyedAnswer,
  KeyedAsk,
  KeyedKind,
  SingleAnswer,
  SingleAsk,
  SingleKind,
} from '../answering/asks.js';
import type { Query } from './connection.js';
import type { EntryContext } from './context.js';
import { queryOf, rowsTogether, type KeyedRow, type SingleEntry } from './entry.js';
import { keyedEntry, singleEntry } from './kinds.js';

/** Runs each entry as a query of its own. */
export class Neo4jEngine implements Engine {
  constructor(
    private readonly query: Query,
    private readonly context: EntryContext,
  ) {}

  async each<K extends KeyedKind>(
    ask: KeyedAsk<K>,
    keys: readonly string[],
  ): Promise<KeyedAnswer<K>> {
    const { find, list, read, recordsEach } = keyedEntry(ask, this.context);
    const rows = await this.query<KeyedRow>(queryOf(find(keys), list, rowsTogether(recordsEach)));
    return new Map(rows.map((row) => [keyOf(row), read(row)]));
  }

  one<K extends SingleKind>(ask: SingleAsk<K>): Promise<SingleAnswer<K>> {
    const entry = singleEntry(ask, this.context);
    return 'find' in entry ? this.run(entry) : entry.answer((one) => this.run(one));
  }

  async run<A>({ find, list, read }: SingleEntry<A>): Promise<A> {
    return read(await this.query(queryOf(find, list)));
  }
}

export function keyOf([key]: KeyedRow): string {
  return key;
}
