import { documentPath, type View } from '../view.js';

interface DocumentsProps {
  readonly documents: readonly { readonly slug: string }[];
  readonly view: View;
}

/** The documents that speak of a record. */
export function Documents({ documents, view }: DocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <p class="names">
      {view.t.document}:{' '}
      {documents.map(({ slug }, index) => (
        <>
          {index > 0 && ', '}
          <a href={view.href(documentPath(slug))}>{slug}</a>
        </>
      ))}
    </p>
  );
}
