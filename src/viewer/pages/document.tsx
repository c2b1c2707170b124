import { orNull } from '../ask.js';
import { dateBesideTitle, Publisher, SourceLink } from '../parts/published.js';
import { DocumentPage } from '../queries.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

/** The page of a document: how much it says, and the source of the same name. */
export async function documentPage(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  const variables = { slug, language: view.language };
  const answer = await orNull(ask(DocumentPage, variables), 'slug');
  if (!answer?.document) return missingPage(request, slug);
  const { document, source } = answer;
  const { t } = view;
  return {
    title: `${t.document}: ${document.slug}`,
    made: { query: DocumentPage, variables },
    data: answer,
    main: (
      <main class="single" id="text">
        <p class="kind">{t.document}</p>
        <h1>{document.slug}</h1>
        <p>{t.documentPage.explanation(document.entryCount)}</p>
        {source && (
          <p>
            {t.source}: <SourceLink source={source} view={view} />
            {dateBesideTitle(source)}
            {' · '}
            <Publisher source={source} view={view} />
          </p>
        )}
      </main>
    ),
  };
}
