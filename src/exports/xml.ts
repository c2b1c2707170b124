/** What XML 1.0 cannot have, not even as a reference. https://www.w3.org/TR/xml/#charsets */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const SPECIAL = /[&<>"\t\n\r]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Replaces characters that XML cannot have by U+FFFD. */
export function possibleInXml(text: string): string {
  return text.replace(NOT_IN_XML, '\u{FFFD}');
}

/**
 * Returns text for an attribute in double quotation marks, or for an element. White space is written
 * as references, since readers change it in attributes.
 */
export function xmlText(text: string): string {
  return possibleInXml(text).replace(
    SPECIAL,
    (character) => references[character] ?? `&#${character.charCodeAt(0)};`,
  );
}

/** Writes an element without content. Attributes that are null are left out. */
export function emptyElement(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | null>>,
): string {
  return `<${name}${xmlAttributes(attributes)}/>`;
}

export function xmlAttributes(
  attributes: Readonly<Record<string, string | number | boolean | null>>,
): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== null && value !== undefined) text += ` ${name}="${xmlText(String(value))}"`;
  }
  return text;
}
