import { orNull } from '../ask.js';
import { Documents } from '../parts/documents.js';
import { Citing } from '../parts/citing.js';
import { byPassage, EvidenceList } from '../parts/evidence-list.js';
import { LinkedText } from '../parts/names.js';
import { SourceLink } from '../parts/published.js';
import { Strength, standingText } from '../parts/strength.js';
import { PeriodBar } from '../picture/period-bar.js';
import {
  RelationPage,
  RelationsBetween,
  RelationWithout,
  type RelationPageQuery,
  type RelationWithoutQuery,
  type ToldFragment,
} from '../queries.js';
import { leftFilter } from '../set-aside.js';
import { relationPath, type View } from '../view.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

type Relation = NonNullable<RelationPageQuery['relation']>;

/** The page of a relation: what it says, when it held, and who says so and who says otherwise. */
export async function relationPage(request: PageRequest, key: string): Promise<Page> {
  const { view, ask } = request;
  const variables = { key, language: view.language, after: view.state.after ?? null };
  const answer = await orNull(ask(RelationPage, variables), 'key');
  if (!answer?.relation) return missingRelation(request, key);
  const { relation } = answer;
  const left = await leftOf(relation, request);
  const sentence = relation.sentenceParts.map(({ text }) => text).join('');
  return {
    title: sentence,
    summary: `${view.t.publishers(relation.publisherCount)} · ${view.t.origins(relation.originCount)}`,
    made: { query: RelationPage, variables },
    data: answer,
    main: (
      <main class="single relation" id="text">
        {relation.key !== key && <p class="notice">{view.t.relationPage.formerKey(key)}</p>}
        <article>
          <Told relation={relation} view={view} isTitle />
          {relation.difference !== null && <p>{relation.difference}</p>}
          <PeriodBar period={relation.period} view={view} />
          <Left left={left} view={view} />
        </article>
        <Testimony relation={relation} view={view} />
        <FallsWithout relation={relation} view={view} />
        <Citing request={request} path={relationPath(relation.key)} version={relation.version} />
        <Documents documents={relation.documents} view={view} />
      </main>
    ),
  };
}

interface OfRelation {
  readonly relation: Relation;
  readonly view: View;
}

/** What a relation says, with its role, its dates and how well it is attested. */
function Told({
  relation,
  view,
  isTitle = false,
}: {
  readonly relation: ToldFragment;
  readonly view: View;
  readonly isTitle?: boolean;
}) {
  const { labels } = view;
  const sentence = <LinkedText parts={relation.sentenceParts} view={view} />;
  const terms = [
    relation.role && labels.value('ParticipationRole', relation.role),
    relation.act && labels.value('TreatyAct', relation.act),
    relation.kind && labels.value('SupportKind', relation.kind),
    relation.title,
    relation.dateText,
  ].filter(Boolean);
  return (
    <>
      {isTitle ? <h1 class="sentence">{sentence}</h1> : <p class="sentence">{sentence}</p>}
      <p class="terms">
        {terms.map((term) => (
          <>{term} · </>
        ))}
        <Strength line={relation} view={view} />
      </p>
    </>
  );
}

/** The evidence: what confirms the relation beside what contradicts it. */
function Testimony({ relation, view }: OfRelation) {
  const { t } = view;
  const { nodes, totalCount, pageInfo } = relation.evidence;
  const confirming = nodes.filter(({ stance }) => stance === 'CONFIRMS');
  const contradicting = nodes.filter(({ stance }) => stance === 'CONTRADICTS');
  const isDisputed = contradicting.length > 0 || relation.rivals.length > 0;
  return (
    <>
      <div class={isDisputed ? 'sides' : undefined}>
        <section>
          <h2>
            {t.confirms} <small>{byPassage(confirming).length}</small>
          </h2>
          {confirming.length === 0 && <p>{standingText(relation, view)}</p>}
          <EvidenceList evidence={confirming} view={view} />
        </section>
        {isDisputed && (
          <section>
            <h2>
              <span class="contest">≠ {t.contradicts}</span>{' '}
              <small>{byPassage(contradicting).length}</small>
            </h2>
            <EvidenceList evidence={contradicting} view={view} />
            {relation.rivals.map((rival) => (
              <article class="rival">
                <h3>{t.otherSide}</h3>
                <Told relation={rival} view={view} />
                <p>
                  <a href={view.href(relationPath(rival.key))}>{t.evidence}</a>
                </p>
              </article>
            ))}
          </section>
        )}
      </div>
      <MoreEvidence shown={nodes.length} total={totalCount} end={pageInfo} view={view} />
    </>
  );
}

interface MoreEvidenceProps {
  readonly shown: number;
  readonly total: number;
  readonly end: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly view: View;
}

function MoreEvidence({ shown, total, end, view }: MoreEvidenceProps) {
  if (shown === total) return null;
  return (
    <p>
      {view.t.relationPage.shownOf(shown, total)}{' '}
      {end.hasNextPage && end.endCursor !== null && (
        <a href={view.here({ after: end.endCursor })}>{view.t.nextPage}</a>
      )}
    </p>
  );
}

/** Which sources have to be set aside for the relation to fall. */
function FallsWithout({ relation, view }: OfRelation) {
  const { nodes, totalCount } = relation.evidence;
  if (nodes.length < totalCount || relation.standing === 'DENIED') return null;
  const supporting = nodes.filter(({ stance }) => stance === 'CONFIRMS');
  const sources = new Map(supporting.map(({ source }) => [source.slug, source]));
  if (sources.size === 0) return null;
  const { relationPage: t } = view.t;
  const aside = [...new Set([...(view.state.without ?? []), ...[...sources.keys()].sort()])];
  return (
    <section class="falls">
      <p>{t.fallsWithout(sources.size)}</p>
      <ul>
        {[...sources].map(([slug, source]) => (
          <li data-slug={slug}>
            <SourceLink source={source} view={view} />
          </li>
        ))}
      </ul>
      <p>
        <a href={view.here({ without: aside })}>{view.t.sources.setAside(sources.size)}</a>
      </p>
    </section>
  );
}

interface LeftProps {
  /** What sources that are not set aside say; null if it falls, undefined if none is set aside. */
  readonly left: Awaited<ReturnType<typeof leftOf>>;
  readonly view: View;
}

function Left({ left, view }: LeftProps) {
  if (left === undefined) return null;
  const { t } = view;
  return (
    <p class="notice">
      {left === null
        ? t.relationPage.falls
        : t.relationPage.left(t.publishers(left.publisherCount), t.origins(left.originCount))}{' '}
      {left && standingText(left, view)}
    </p>
  );
}

/** Asks what is left of a relation once the sources that the address names are set aside. */
async function leftOf(relation: Relation, { view, ask }: PageRequest) {
  const left = leftFilter(view);
  if (!left) return undefined;
  const filter = { ...left, relationTypes: [relation.type] };
  const ends = { from: [relation.from.slug], to: [relation.to.slug] };
  let after: string | null = null;
  do {
    const { relations }: RelationWithoutQuery = await ask(RelationWithout, {
      ...ends,
      after,
      filter,
    });
    const found = relations.nodes.find(({ key }) => key === relation.key);
    if (found) return found;
    after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
  } while (after !== null);
  return null;
}

/** The page of a key that no relation has: 404, with the relations between the same two. */
async function missingRelation(request: PageRequest, key: string): Promise<Page> {
  const { view, ask } = request;
  const [from, , to] = key.split('~');
  const between =
    from === undefined || to === undefined
      ? null
      : await ask(RelationsBetween, { from: [from], to: [to], language: view.language }).catch(
          () => null,
        );
  if (!between || between.relations.nodes.length === 0)
    return missingPage(request, from ?? key, key);
  return {
    status: 404,
    title: view.t.notFound(key),
    data: { errors: [{ message: view.t.notFound(key) }], suggestions: between.relations.nodes },
    main: (
      <main class="single" id="text">
        <h1>{view.t.notFound(key)}</h1>
        <p>{view.t.didYouMean}</p>
        <ul>
          {between.relations.nodes.map((one) => (
            <li>
              <a href={view.href(relationPath(one.key))}>{one.sentence}</a>
            </li>
          ))}
        </ul>
      </main>
    ),
  };
}
