import { addressParameters, filterParameters } from '../../addresses/address.js';
import type { ParameterName } from '../../addresses/parameters.js';
import { Glyph } from '../parts/glyph.js';
import type { EntityType } from '../queries.js';
import type { View } from '../view.js';

interface ControlsProps {
  readonly view: View;
  /** How many entities of each type there are to draw, whether or not the type is chosen. */
  readonly counts: ReadonlyMap<EntityType, number>;
}

/** The parameters that the form has controls for. All others it passes on. */
const controlled: readonly ParameterName[] = [
  'entityTypes', 'roles', 'during', 'certainly', 'minOrigins', 'minPublishers', 'standing', 'contested',
]; // prettier-ignore

/** What a picture shows: as a form, so that it works without a script. */
export function Controls({ view, counts }: ControlsProps) {
  const { t, state, labels } = view;
  const words = t.pictureControls;
  return (
    <form class="controls" action={view.path} data-filter>
      {addressParameters(state)
        .filter(([name]) => !controlled.includes(name) && name !== 'sel' && name !== 'after')
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      {counts.size > 0 && (
        <fieldset>
          <legend class="hidden">{words.types}</legend>
          {[...counts].map(([type, count]) => (
            <label>
              <input
                type="checkbox"
                name="entityTypes"
                value={type}
                id={`type-${type}`}
                checked={state.entityTypes?.includes(type) ?? true}
              />
              <Glyph type={type} /> {labels.entityType(type)} {count}
            </label>
          ))}
        </fieldset>
      )}
      <MoreConditions view={view} />
      <button class="apply">{words.apply}</button>
      <Chips view={view} counts={counts} />
    </form>
  );
}

/** The conditions that are folded away until one of them is set. */
function MoreConditions({ view }: { readonly view: View }) {
  const { t, state, labels } = view;
  const words = t.pictureControls;
  return (
    <details id="more-conditions" open={hasMore(view)}>
      <summary>{words.more}</summary>
      <div class="conditions">
        <label>
          {words.during}
          <input
            type="text"
            name="during"
            id="during"
            placeholder="2024/2026"
            value={addressParameters({ during: state.during })[0]?.[1] ?? ''}
          />
        </label>
        <Check
          name="certainly"
          value="true"
          isOn={state.certainly === true}
          text={words.certainly}
        />
        <Least name="minOrigins" value={state.minOrigins} text={words.minOrigins} any={words.any} />
        <Least
          name="minPublishers"
          value={state.minPublishers}
          text={words.minPublishers}
          any={words.any}
        />
        <Check
          name="standing"
          value="STATED"
          isOn={state.standing?.includes('STATED') === true}
          text={words.stated}
        />
        <Check
          name="contested"
          value="true"
          isOn={state.contested === true}
          text={words.contested}
        />
        <fieldset class="roles">
          <legend>{words.roles}</legend>
          {labels.values('ParticipationRole').map(({ name, label }) => (
            <Check
              name="roles"
              value={name}
              isOn={state.roles?.includes(name) === true}
              text={label}
            />
          ))}
        </fieldset>
      </div>
    </details>
  );
}

/** Whether one of the conditions that are folded away is set. */
function hasMore({ state }: View): boolean {
  return controlled.some((name) => name !== 'entityTypes' && state[name] !== undefined);
}

function Check({
  name,
  value,
  isOn,
  text,
}: {
  readonly name: string;
  readonly value: string;
  readonly isOn: boolean;
  readonly text: string;
}) {
  return (
    <label>
      <input type="checkbox" name={name} value={value} id={`${name}-${value}`} checked={isOn} />{' '}
      {text}
    </label>
  );
}

function Least({
  name,
  value = 0,
  text,
  any,
}: {
  readonly name: string;
  readonly value: number | undefined;
  readonly text: string;
  readonly any: string;
}) {
  return (
    <label>
      {text}
      <select name={name} id={name}>
        {[0, 1, 2, 3, 4].map((count) => (
          <option value={count === 0 ? '' : count} selected={count === value}>
            {count === 0 ? any : `≥ ${count}`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is set, each as a link that drops it. */
function Chips({ view, counts }: ControlsProps) {
  const { state, here, t } = view;
  const areAllShown = [...counts.keys()].every((type) => state.entityTypes?.includes(type));
  const set = filterParameters(areAllShown ? { ...state, entityTypes: undefined } : state);
  if (set.length === 0) return null;
  const words = t.pictureControls;
  return (
    <ul class="chips" aria-label={words.set}>
      {set.map(([name, value]) => (
        <li>
          <a href={here({ [name]: undefined })} title={words.drop(words.names[name] ?? name)}>
            {words.names[name] ?? name}: {shown(name, value, view)}{' '}
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The lists of the vocabulary that the values of parameters are from. */
const lists: Readonly<Partial<Record<ParameterName, string>>> = {
  roles: 'ParticipationRole',
  acts: 'TreatyAct',
  kinds: 'SupportKind',
};

export function shown(name: ParameterName, value: string, { labels, t }: View): string {
  const list = lists[name];
  const each = (text: (one: string) => string): string => value.split(',').map(text).join(', ');
  if (name === 'entityTypes') return each((type) => labels.entityType(type as EntityType));
  if (name === 'relationTypes') return each((type) => labels.relations(type, 'forward'));
  if (list !== undefined) return each((one) => labels.value(list, one));
  if (value === 'true') return t.pictureControls.yes;
  return value === 'false' ? t.pictureControls.no : each((one) => one);
}
