import { describe, expect, it } from '@jest/globals';
import { type Store } from '../../../src/store/store.js';
import { importTexts } from '../../support/app.js';
import {
  MANY_TURNS,
  nothing,
  peopleIn,
  person,
  turnsDuring,
  useStores,
  vocabulary,
} from './stores.js';

const { open } = useStores();

describe('writing', () => {
  it('is done one after the other', async () => {
    const store = await open();
    const steps: string[] = [];
    const write = (name: string): Promise<void> =>
      store.write(async (transaction) => {
        steps.push(`${name} begins`);
        await transaction.entities(['ada']);
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push(`${name} ends`);
      });
    await Promise.all([write('first'), write('second'), write('third')]);
    expect(steps).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
      'third begins',
      'third ends',
    ]);
  });

  it('is not seen before it is done, and not at all where it fails', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const [ada] = await store.write((transaction) => transaction.entities(['ada']));
    const applyBek = (fails: boolean): Promise<string[]> =>
      store.write(async (transaction) => {
        await transaction.apply({ ...nothing, entities: [{ ...ada!, slug: 'bek' }] });
        const seen = await peopleIn(store);
        if (fails) throw new Error('changed my mind');
        return seen;
      });
    await expect(applyBek(true)).rejects.toThrow('changed my mind');
    expect(await peopleIn(store)).toEqual(['ada']);
    expect(await applyBek(false)).toEqual(['ada']);
    expect(await peopleIn(store)).toEqual(['ada', 'bek']);
  });

  it('goes on after one that failed', async () => {
    const store = await open();
    const outcomes = await Promise.allSettled([
      store.write(() => Promise.reject(new Error('broken'))),
      importTexts(store, vocabulary, [person('ada')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await peopleIn(store)).toEqual(['ada']);
  });

  it('of relations to entities that are not there is refused', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const broken = store.write((transaction) =>
      transaction.apply({
        ...nothing,
        relations: [
          {
            key: 'ada~MEMBER_OF~nobody',
            type: 'MEMBER_OF',
            fromSlug: 'ada',
            toSlug: 'nobody',
            fromType: 'Person',
            toType: 'Organization',
            version: 1,
            properties: {},
            time: { startEarliest: 0, startLatest: 0, endEarliest: 0, endLatest: 0 },
            sources: [],
            publisherCount: 0,
            originCount: 0,
            standing: 'EDITORIAL',
            isContested: false,
          },
        ],
      }),
    );
    await expect(broken).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
    expect((await store.counts()).relations).toEqual([]);
  });

  /** Writes nothing, from when it is resolved until it is told to end. */
  async function holdWriting(store: Store): Promise<{ end: () => Promise<void> }> {
    let end = (): void => undefined;
    let held = Promise.resolve();
    await new Promise<void>((begun) => {
      held = store.write(() => {
        begun();
        return new Promise((resolve) => {
          end = resolve;
        });
      });
    });
    return {
      end: () => {
        end();
        return held;
      },
    };
  }

  it('of one process is seen by another, whose writing waits for its turn', async () => {
    const one = await open();
    const other = await open();
    await importTexts(one, vocabulary, [person('ada')]);
    expect(await peopleIn(other)).toEqual(['ada']);
    const held = await holdWriting(one);
    const importing = importTexts(other, vocabulary, [person('bek')]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await peopleIn(one)).toEqual(['ada']);
    await held.end();
    await importing;
    expect(await peopleIn(one)).toEqual(['ada', 'bek']);
  });

  it('is refused after five seconds in which another process writes', async () => {
    const one = await open();
    const other = await open();
    const held = await holdWriting(one);
    const start = performance.now();
    let refusal: unknown;
    const turns = await turnsDuring(async () => {
      refusal = await importTexts(other, vocabulary, [person('bek')]).catch(
        (error: unknown) => error,
      );
    });
    const milliseconds = performance.now() - start;
    await held.end();
    expect(refusal).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage: 'Another process is writing to the store. Try again when it has finished.',
    });
    expect(milliseconds).toBeGreaterThan(4_500);
    expect(turns).toBeGreaterThan(MANY_TURNS);
    expect(await peopleIn(other)).toEqual([]);
    await importTexts(other, vocabulary, [person('bek')]);
    expect(await peopleIn(one)).toEqual(['bek']);
  });

  it('does not change what a copy of the graph holds that was begun before', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const copied = await store.snapshot(async (records) => {
      const found: string[] = [];
      for await (const batch of records.relations()) found.push(...batch.map(({ key }) => key));
      await importTexts(store, vocabulary, [person('bek')]);
      for await (const batch of records.entities()) found.push(...batch.map(({ slug }) => slug));
      return found;
    });
    expect(copied).toEqual(['ada']);
    expect(await peopleIn(store)).toEqual(['ada', 'bek']);
  });
});
