/** How words agree with a noun. `singular` stands for an unknown gender. */
export type Agreement = 'masculine' | 'feminine' | 'neuter' | 'plural' | 'singular';

/** A piece of a template: words, or the name of a slot. */
export type TemplatePiece = { readonly words: string } | { readonly slot: string };

export interface Choice {
  readonly hasEnded: boolean;
  /** How the words that are about the first end agree with it. */
  readonly agreement: Agreement;
}

const GENDERS: readonly Agreement[] = ['masculine', 'feminine', 'neuter', 'plural'];

/**
 * Chooses the forms of a template and splits it at its slots. See `RelationTypeDefinition.sentence`
 * for how a template is written.
 */
export function piecesOf(template: string, choice: Choice): TemplatePiece[] {
  const [main = '', withoutGender = main] = template.split(' ?? ').map((one) =>
    one.replace(/\{([^{}]*\|[^{}]*)\}/g, (_, forms: string) => {
      const [now = '', past = now] = forms.split('|');
      const chosen = choice.hasEnded ? past : now;
      return chosen.includes('/') ? `{${chosen}}` : chosen;
    }),
  );
  const needsGender = /\{[^{}/]*(?:\/[^{}/]*){3}\}/.test(main);
  const chosen = choice.agreement === 'singular' && needsGender ? withoutGender : main;
  const text = chosen.replace(/\{([^{}]*\/[^{}]*)\}/g, (_, forms: string) =>
    formOf(forms, choice.agreement),
  );
  return text.split(/(\{[^{}]*\})/).flatMap((piece): TemplatePiece[] => {
    if (piece === '') return [];
    return [piece.startsWith('{') ? { slot: piece.slice(1, -1) } : { words: piece }];
  });
}

/**
 * Returns the form that agrees: of two forms the singular or the plural, of more the masculine, the
 * feminine, the neuter, the plural, and the one for an unknown gender.
 */
export function formOf(forms: string, agreement: Agreement): string {
  const all = forms.split('/');
  const [singular = '', plural = singular] = all;
  if (all.length <= 2) return agreement === 'plural' ? plural : singular;
  return all[agreement === 'singular' ? GENDERS.length : GENDERS.indexOf(agreement)] ?? singular;
}
