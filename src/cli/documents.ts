import { listDocuments } from '../documents/kept-documents.js';
import { withExistingStore, type Terminal } from './command.js';

export interface DocumentsOptions {
  readonly json?: boolean;
}

/** `kenes documents`: lists the documents of the store with the number of their entries. */
export async function documentsCommand(
  terminal: Terminal,
  { json = false }: DocumentsOptions,
): Promise<void> {
  await withExistingStore(terminal, async (store) => {
    for await (const batch of listDocuments(store)) {
      for (const { slug, entryCount } of batch) {
        const line = json
          ? JSON.stringify({ document: slug, entries: entryCount })
          : `${String(entryCount).padStart(9)} ${entryCount === 1 ? 'entry  ' : 'entries'}  ${slug}`;
        await terminal.out(`${line}\n`);
      }
    }
  });
}
