/**
 * Text of a statement, composed of fixed fragments; every value in it is a parameter. Templates
 * make it: a nested StatementText is put in as text, anything else as a parameter.
 */
export class StatementText {
  constructor(
    readonly fragments: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The text with its parameters named by their place, from 0. */
  text(parameter: (place: number) => string): string {
    let text = this.fragments[0] ?? '';
    for (let place = 0; place < this.values.length; place++) {
      text += parameter(place) + (this.fragments[place + 1] ?? '');
    }
    return text;
  }
}

/** A template tag: `${value}` becomes a parameter, `${fragment}` a part of the text. */
export function statement(
  strings: TemplateStringsArray,
  ...parts: readonly unknown[]
): StatementText {
  const fragments = [strings[0] ?? ''];
  const values: unknown[] = [];
  const write = (text: string): void => {
    fragments.push((fragments.pop() ?? '') + text);
  };
  for (const [index, part] of parts.entries()) {
    if (part instanceof StatementText) {
      write(part.fragments[0] ?? '');
      for (const [place, value] of part.values.entries()) {
        values.push(value);
        fragments.push(part.fragments[place + 1] ?? '');
      }
    } else {
      values.push(part);
      fragments.push('');
    }
    write(strings[index + 1] ?? '');
  }
  return new StatementText(fragments, values);
}

/** Text that is fixed: a name of the vocabulary, a column, an operator. Never a client's input. */
export function fixed(text: string): StatementText {
  return new StatementText([text], []);
}

export function join(parts: readonly StatementText[], separator: string): StatementText {
  return parts.reduce(
    (joined, part, index) => (index === 0 ? part : statement`${joined}${fixed(separator)}${part}`),
    fixed(''),
  );
}

/** All must hold. */
export function allOf(parts: readonly StatementText[]): StatementText {
  return parts.length === 0 ? fixed('true') : join(parts, ' AND ');
}
