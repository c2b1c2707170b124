import { parseHTML } from 'linkedom';
import type { TestApp } from './app.js';

/** A page as a reader without a script has it. */
export interface ReadPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: Document;
  /** Returns the texts of all elements that a selector selects, with single blanks. */
  texts(selector: string): string[];
}

export async function readPage(
  app: TestApp,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ReadPage> {
  const response = await app.fetch(path, { headers });
  const html = await response.text();
  const { document } = parseHTML(html);
  return {
    status: response.status,
    headers: response.headers,
    html,
    document,
    texts: (selector) => [...document.querySelectorAll(selector)].map(textOf),
  };
}

/** Returns the text of an element, with single blanks. */
function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
