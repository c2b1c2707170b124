import { describe, expect, it } from '@jest/globals';
import { KenesError } from '../../../src/errors.js';
import { raw, textOf } from '../../../src/store/engine/query-text.js';
import type { Query } from '../../../src/store/neo4j/connection.js';
import { EntryContext } from '../../../src/store/neo4j/context.js';
import { coldStartQuery, warm } from '../../../src/store/neo4j/warm.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';

const context = new EntryContext(createVocabulary());

/** A query that keeps the texts it is asked, and has no rows. */
function recording(texts: string[]): Query {
  return (query) => {
    texts.push(textOf(query, () => '?'));
    return Promise.resolve([]);
  };
}

const atOnce = () => Promise.resolve();

describe('warming', () => {
  it('runs each of the usual queries once', async () => {
    const texts: string[] = [];
    const { signal } = new AbortController();
    await warm(recording(texts), context, { signal, turn: atOnce });
    expect(texts.length).toBeGreaterThan(50);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('goes on after a query that fails', async () => {
    let sent = 0;
    const failing: Query = () => {
      sent += 1;
      return Promise.reject(new Error('No such index.'));
    };
    const { signal } = new AbortController();
    await warm(failing, context, { signal, turn: atOnce });
    expect(sent).toBeGreaterThan(50);
  });

  it('makes way for whatever has the turn', async () => {
    const texts: string[] = [];
    const { signal } = new AbortController();
    let pass = (): void => undefined;
    const turn = new Promise<void>((resolve) => {
      pass = resolve;
    });
    const warming = warm(recording(texts), context, { signal, turn: () => turn });
    await Promise.resolve();
    expect(texts).toEqual([]);
    pass();
    await warming;
    expect(texts).not.toEqual([]);
  });

  it('ends when the store is closed', async () => {
    const texts: string[] = [];
    const closing = new AbortController();
    const closingQuery: Query = (query) => {
      closing.abort();
      return recording(texts)(query);
    };
    await warm(closingQuery, context, { signal: closing.signal, turn: atOnce });
    expect(texts).toHaveLength(1);
  });
});

describe('the first query after a cold start', () => {
  /** Takes longer than a query of a reading may take. */
  const slow: Query = () =>
    Promise.reject(new KenesError('TIMED_OUT', 'The store took too long to answer.'));
  const inTime: Query = <Row>() => Promise.resolve(['answer'] as Row[]);

  it('is answered though it takes longer than later ones may', async () => {
    const query = coldStartQuery(slow, inTime, 1);
    expect(await query(raw('RETURN []'))).toEqual(['answer']);
    await expect(query(raw('RETURN []'))).rejects.toMatchObject({ code: 'TIMED_OUT' });
  });
});
