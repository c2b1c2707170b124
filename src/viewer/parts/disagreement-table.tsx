import type { DisagreementsPageQuery } from '../queries.js';
import { leftFilter } from '../set-aside.js';
import { entityPath, relationPath, type View } from '../view.js';
import { dateWords } from '../dates.js';
import { Glyph } from './glyph.js';
import { EntityLink, foreign } from './names.js';
import { Passages } from './passages.js';
import { propertyText, valueText } from './property.js';

type Disagreement = DisagreementsPageQuery['disagreements']['nodes'][number];
type Side = Disagreement['sides'][number];

interface TableProps {
  readonly disagreements: readonly Disagreement[];
  readonly view: View;
}

/** What sources disagree on: the side that the graph shows, and the others, with their passages. */
export function DisagreementTable({ disagreements, view }: TableProps) {
  const words = view.t.disagreementsPage;
  return (
    <div class="scrolled">
      <table class="disagreements">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.shown}</th>
            <th scope="col">{words.others}</th>
          </tr>
        </thead>
        {disagreements.map((disagreement) => (
          <Rows disagreement={disagreement} view={view} />
        ))}
      </table>
    </div>
  );
}

interface RowsProps {
  readonly disagreement: Disagreement;
  readonly view: View;
}

function Rows({ disagreement, view }: RowsProps) {
  const { sides, kind } = disagreement;
  const words = view.t.disagreementsPage;
  const [first] = sides;
  // Of a value whose sources are set aside, there is no side.
  const shown = first?.shown === true ? first : undefined;
  return (
    <tbody data-kind={kind}>
      <tr>
        <th scope="row">
          <What disagreement={disagreement} view={view} />
        </th>
        <td data-label={words.shown}>
          {shown && <SideText side={shown} disagreement={disagreement} view={view} />}
          <p class="muted">{whyShown(disagreement, view)}</p>
        </td>
        <td data-label={words.others}>
          {sides
            .filter((side) => side !== shown)
            .map((side) => (
              <SideText side={side} disagreement={disagreement} view={view} />
            ))}
        </td>
      </tr>
      <tr class="opened">
        <td colSpan={3}>
          <details>
            <summary>{words.passages}</summary>
            <div class="sides">
              {sides.map((side) => (
                <section>
                  <SideText side={side} disagreement={disagreement} view={view} />
                  <Passages evidence={side.evidence} view={view} />
                </section>
              ))}
            </div>
          </details>
        </td>
      </tr>
    </tbody>
  );
}

/** What the disagreement is about: a property of something, or a relation. */
function What({ disagreement, view }: RowsProps) {
  const { kind, property, target } = disagreement;
  const words = view.t.disagreementsPage;
  return (
    <>
      {kind === 'RIVAL_RELATIONS' || kind === 'DISPUTED_STATEMENT' ? (
        <Ends disagreement={disagreement} view={view} />
      ) : target.__typename === 'Relation' ? (
        <a href={view.href(relationPath(target.key))}>{target.sentence}</a>
      ) : (
        <>
          <Glyph type={target.type} /> <EntityLink entity={target} view={view} />
        </>
      )}
      <br />{' '}
      <small class="muted">
        {property === null ? words.kinds[kind] : propertyText(property, view)}
      </small>
    </>
  );
}

/** The ends that rival relations share, or those who made statements that dispute each other. */
function Ends({ disagreement, view }: RowsProps) {
  const { sides, target } = disagreement;
  const speakers = sides.flatMap(({ statement }) => statement?.madeBy.nodes ?? []);
  const shared = sides
    .flatMap(({ relation }) => relation ?? [])
    .flatMap(({ from, to }) => [from, to]);
  const ends = new Map(
    (speakers.length > 0 ? speakers : shared.filter(({ slug }) => isShared(slug, sides))).map(
      (entity) => [entity.slug, entity] as const,
    ),
  );
  if (ends.size === 0) return <>{target.__typename === 'Relation' && target.sentence}</>;
  return (
    <>
      {[...ends.values()].map((entity, index) => (
        <>
          {index > 0 && (speakers.length > 0 ? ' ≠ ' : ' – ')}
          <EntityLink entity={entity} view={view} />
        </>
      ))}
    </>
  );
}

/** Whether all relations of the sides have an entity at one of their ends. */
function isShared(slug: string, sides: readonly Side[]): boolean {
  return sides.every(
    ({ relation }) => relation === null || relation.from.slug === slug || relation.to.slug === slug,
  );
}

interface SideProps {
  readonly side: Side;
  readonly disagreement: Disagreement;
  readonly view: View;
}

/** What one side says, and by how many. */
function SideText({ side, disagreement: { property, sides }, view }: SideProps) {
  const { value, relation, statement, publisherCount, originCount } = side;
  const { t } = view;
  return (
    <div class="side">
      {relation ? (
        <a href={view.href(relationPath(relation.key))}>{rivalText(relation, sides, view)}</a>
      ) : statement ? (
        <a
          href={view.href(entityPath(statement.slug))}
          lang={foreign(statement.nameLanguage, view)}
        >
          {statement.name}
        </a>
      ) : (
        <b>{value === null ? t.disagreementsPage.denies : shownValue(property, value, view)}</b>
      )}
      <br />{' '}
      <small class="muted">
        {t.publishers(publisherCount)} · {t.origins(originCount)}
      </small>
    </div>
  );
}

/** Returns what tells a relation from its rivals: the end that they do not share, and its role. */
function rivalText(
  { from, to, role, act, kind, label }: NonNullable<Side['relation']>,
  sides: readonly Side[],
  { labels }: View,
): string {
  const own = [from, to].filter(({ slug }) => !isShared(slug, sides)).map(({ name }) => name);
  const value =
    (role && labels.value('ParticipationRole', role)) ??
    (act && labels.value('TreatyAct', act)) ??
    (kind && labels.value('SupportKind', kind)) ??
    label;
  return own.length === 0 ? value : `${own.join(' – ')}: ${value}`;
}

function shownValue(property: string | null, value: string, view: View): string {
  return dateWords(value, view.tag) ?? (property ? valueText(property, value, view) : value);
}

/** Says by which rule the graph shows the first side. */
function whyShown({ kind, sides }: Disagreement, view: View): string {
  const words = view.t.disagreementsPage;
  const [first, ...others] = sides;
  if (!first || kind === 'DENIAL') return '';
  if (kind !== 'PROPERTY') return sides.every(({ shown }) => shown) ? words.bothShown : '';
  // The graph chose among the values of all sources.
  if (leftFilter(view) !== null) return first.shown ? '' : words.noneLeft;
  const most = (count: (side: Side) => number): number => Math.max(0, ...others.map(count));
  const origins = first.originCount - most((side) => side.originCount);
  const publishers = first.publisherCount - most((side) => side.publisherCount);
  if (origins > 0) return words.moreOrigins;
  if (origins < 0) return words.chosen;
  if (publishers > 0) return words.morePublishers;
  return publishers < 0 ? words.chosen : words.earlier;
}
