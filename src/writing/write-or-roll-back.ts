import type { Store, Transaction, WriteOptions } from '../store/store.js';

/** Thrown inside a transaction to roll it back; it never leaves this file. */
class Rollback extends Error {}

/**
 * Runs work in one transaction, which is rolled back if the work returns ROLLBACK or throws. This
 * serves dry runs, and checks that need the store as the transaction sees it.
 */
export async function writeOrRollBack(
  store: Store,
  work: (transaction: Transaction) => Promise<'COMMIT' | 'ROLLBACK'>,
  options: WriteOptions = {},
): Promise<void> {
  try {
    await store.write(async (transaction) => {
      if ((await work(transaction)) === 'ROLLBACK') throw new Rollback();
    }, options);
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
}
