import { changedAddress } from './address.js';
import { showAddress, showSheet } from './page-parts.js';

/** Returns the slug of the entity or the key of the relation that is selected; null without one. */
export function selectedName(): string | null {
  return new URLSearchParams(location.search).get('sel');
}

/**
 * Selects an entity by its slug, or a relation by its key; null selects nothing, and so does what is
 * selected already. The address of the page says so.
 */
export async function select(name: string | null): Promise<void> {
  if (name === null && selectedName() === null) return;
  const address = changedAddress({ sel: selectedName() === name ? null : name });
  const path = address.pathname + address.search;
  if (!document.querySelector('.web')) return showAddress(path, 'replace');
  // The web stays: it would be arranged anew.
  history.replaceState(null, '', address);
  document.dispatchEvent(new CustomEvent('kenes:selected'));
  return showSheet(path);
}
