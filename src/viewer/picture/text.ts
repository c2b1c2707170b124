/** Cuts a text to a number of letters, and says so by an ellipsis. */
export function cutText(text: string, letters: number): string {
  const all = [...text];
  return all.length > letters
    ? `${all
        .slice(0, Math.floor(letters) - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

/** Breaks a text into at most so many lines of about so many letters. */
export function brokenIntoLines(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = lines.map((line) => cutText(line, letters + 3));
  return cut.length > most ? [...cut.slice(0, most - 1), `${cut[most - 1] ?? ''}…`] : cut;
}
