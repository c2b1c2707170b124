import { openStore } from '../store/open-store.js';
import type { Store, StoreSettings } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { adoptGraph } from './adopt.js';
import { mergeAnew } from './merge-anew.js';

/**
 * Opens a store, and brings the graph of an earlier version to what this one keeps.
 * @throws KenesError STORE_REFUSED or STORE_UNAVAILABLE if the store cannot be opened.
 */
export async function openGraph(settings: StoreSettings, vocabulary: Vocabulary): Promise<Store> {
  const store = await openStore(settings, vocabulary);
  try {
    await adoptGraph(store, vocabulary);
    await mergeAnew(store, vocabulary);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
