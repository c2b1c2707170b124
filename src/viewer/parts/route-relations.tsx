import type { PathsPageQuery } from '../queries.js';
import { relationPath, type View } from '../view.js';
import { Strength } from './strength.js';

interface RouteRelationsProps {
  readonly hops: PathsPageQuery['paths']['paths'][number]['hops'];
  readonly view: View;
}

/** All relations of a route, step by step, each as a link to its evidence. */
export function RouteRelations({ hops, view }: RouteRelationsProps) {
  const { t } = view;
  return (
    <details>
      <summary>
        {t.pathsPage.relationsOfRoute}{' '}
        <small class="muted">
          {t.relations(hops.reduce((sum, { relationCount }) => sum + relationCount, 0))}
        </small>
      </summary>
      <ol class="hops">
        {hops.map(({ relations, relationCount }) => (
          <li>
            <ul class="plain">
              {relations.map((relation) => (
                <li data-key={relation.key}>
                  <a href={view.href(relationPath(relation.key))}>{relation.sentence}</a>{' '}
                  <Strength line={relation} view={view} />
                </li>
              ))}
              {relationCount > relations.length && (
                <li>{t.more(relationCount - relations.length)}</li>
              )}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
