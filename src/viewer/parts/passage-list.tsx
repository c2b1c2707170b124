import { passageName, type Proof, type ToldPassage } from '../pages/told-passages.js';
import { relationPath, type View } from '../view.js';
import { EntityLink, foreign, foreignByLetters } from './names.js';
import { propertyText, valueText } from './property.js';

interface PassageListProps {
  readonly told: readonly ToldPassage[];
  readonly view: View;
}

/** The passages of a source in the order of the text, each with what it proves. */
export function PassageList({ told, view }: PassageListProps) {
  return (
    <ol class="passages">
      {told.map((one) => (
        <PassageItem told={one} view={view} />
      ))}
    </ol>
  );
}

function PassageItem({ told, view }: { readonly told: ToldPassage; readonly view: View }) {
  const { passage, proofs, before, after } = told;
  const { selector, ids } = passage;
  const { t } = view;
  const name = passageName(passage);
  return (
    <li id={selector ? `c${selector.start}` : 'none'} data-passage={selector && name}>
      <h3>
        {selector ? t.characters(`${selector.start}–${selector.end}`) : t.sources.noPassage}{' '}
        <small>{t.sources.pieces(ids.length)}</small> <span class="verdict" />
      </h3>
      {before > 0 && (
        <p>
          <a href={view.here({ sel: name })}>{t.firstPage}</a>
        </p>
      )}
      {proofs.length > 0 && (
        <ul>
          {proofs.map((proof) => (
            <li>
              <ProofText proof={proof} view={view} />
            </li>
          ))}
        </ul>
      )}
      {after > 0 && (
        <p>
          <a
            href={view.here({
              sel: before + proofs.length < 100 ? name : `${name}:${before + proofs.length}`,
            })}
          >
            {t.more(after)}
          </a>
        </p>
      )}
    </li>
  );
}

/** What a piece of evidence proves: a relation, an entity, or one of their properties. */
function ProofText({ proof, view }: { readonly proof: Proof; readonly view: View }) {
  const { target, property, value, stance, inferred, note } = proof;
  const { t } = view;
  const [, tag] = (property ?? '').split('.');
  return (
    <>
      {stance === 'CONTRADICTS' && <span class="contest">≠ {t.contradicts}: </span>}
      {'key' in target ? (
        <a href={view.href(relationPath(target.key))}>{target.sentence}</a>
      ) : (
        <EntityLink entity={target} view={view} />
      )}
      {property !== null && (
        <>
          {' '}
          · {propertyText(property, view)}
          {value !== null && (
            <>
              {': '}
              <b lang={foreign(tag, view)}>{valueText(property, value, view)}</b>
            </>
          )}
        </>
      )}
      {inferred && <span class="muted"> · {t.inferred}</span>}
      {note !== null && (
        <span class="note" lang={foreignByLetters(note, view)}>
          {' '}
          · {note}
        </span>
      )}
    </>
  );
}
