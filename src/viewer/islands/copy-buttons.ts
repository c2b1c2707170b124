/**
 * Adds a button behind each element with `data-copy`, the label of the button. It copies the texts of
 * the elements that `data-copy-from` selects, in the order of the page; an element with
 * `data-citation` has that as its text, with a number.
 */
export function startCopyButtons(): void {
  // Browsers have it only where the page came by https, or from the same machine.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (!clipboard) return;
  for (const element of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const { copy = '', copied = '', copyFrom } = element.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', () => {
      void clipboard.writeText(textToCopy(copyFrom, element)).then(() => {
        button.textContent = copied;
      });
    });
    // What a button says when it was pressed is read to those who do not see it.
    button.setAttribute('aria-live', 'polite');
    element.after(button);
  }
}

function textToCopy(selector: string | undefined, element: HTMLElement): string {
  const sources = selector ? document.querySelectorAll<HTMLElement>(selector) : [element];
  let number = 0;
  const lines = [...sources].map(({ dataset, textContent }) => {
    if (dataset['citation'] !== undefined) return `${++number}. ${dataset['citation']}`;
    return textContent.replace(/\s+/g, ' ').trim();
  });
  return lines.join('\n');
}
