import { isWebglOffered } from './webgl.js';
import type { WebWords } from './web/order.js';

let clear: (() => void) | null = null;

/** Draws the web on pages that have one. What draws it is loaded on these alone. */
export function offerWeb(): void {
  void show();
  document.addEventListener('kenes:shown', () => void show());
  window.addEventListener('pagehide', free);
}

function free(): void {
  clear?.();
  clear = null;
}

async function show(): Promise<void> {
  free();
  const box = document.querySelector<HTMLElement>('.web');
  const said = box?.querySelector('.web-words');
  if (!box || !said) return;
  const words = JSON.parse(box.dataset['words'] ?? '{}') as WebWords;
  const links = [...said.querySelectorAll('a')];
  const say = (text: string): void => said.replaceChildren(text);
  // The links lead to the ladder and the table, which show the same.
  const refuse = (text: string): void =>
    said.replaceChildren(text, ...links.flatMap((link) => [' ', link]));
  if (!isWebglOffered()) {
    refuse(words.noWebgl);
    return;
  }
  say(words.loading);
  try {
    const { drawWeb } = await import('./web/draw.js');
    const drawn = await drawWeb({
      box,
      variables: box.dataset['variables'] ?? '{}',
      types: new Set(box.dataset['types']?.split(',')),
      pins: box.dataset['pins']?.split(',') ?? [],
      words,
    });
    if (box.isConnected) clear = drawn;
    else drawn();
  } catch (error) {
    refuse(words.failed);
    reportError(error);
  }
}
