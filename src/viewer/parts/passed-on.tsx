import { addressParameters } from '../../addresses/address.js';
import type { ParameterName } from '../../addresses/parameters.js';
import type { View } from '../view.js';

/** The state of a view as hidden fields of a form, without what the form itself asks for. */
export function PassedOn({
  view: { state },
  without,
}: {
  readonly view: View;
  readonly without: readonly ParameterName[];
}) {
  return (
    <>
      {addressParameters(state)
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
