/**
 * The check of passages against a copy of their source, apart from the page. Positions are counted in
 * Unicode code points, and a digest is that of the UTF-8 bytes of a passage.
 */

/** The position of a passage, its end exclusive, with the SHA-256 of the passage. */
export interface Selector {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

export interface CheckedPassage extends Selector {
  readonly isSame: boolean;
}

/** The text of a copy. */
export interface Copy {
  readonly text: string;
  /** Whether it began with a byte order mark, which the text does without. */
  readonly hadMark: boolean;
}

/** A copy that was compared, and the text that it was compared by. */
export interface CheckedCopy {
  /** The text as its code points. */
  readonly points: readonly string[];
  readonly passages: readonly CheckedPassage[];
  /** Whether the ends of lines of Windows (CR LF) were read as LF. */
  readonly isWithPlainLines: boolean;
}

/** Decodes the bytes of a copy. Returns null if they are no text in UTF-8. */
export function decodeCopy(bytes: ArrayBuffer): Copy | null {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const text = whole.replace(/^\uFEFF/, '');
    return { text, hadMark: text !== whole };
  } catch {
    return null;
  }
}

/**
 * Compares each passage with the same place of a copy: as it is or, if more passages are the same
 * then, with the ends of lines that most systems have.
 */
export async function checkCopy(
  text: string,
  selectors: readonly Selector[],
): Promise<CheckedCopy> {
  const asItIs = await checkText(text, selectors);
  const plain = text.replaceAll('\r\n', '\n');
  if (plain === text) return { ...asItIs, isWithPlainLines: false };
  const other = await checkText(plain, selectors);
  return goodOnes(other) > goodOnes(asItIs)
    ? { ...other, isWithPlainLines: true }
    : { ...asItIs, isWithPlainLines: false };
}

type CheckedText = Pick<CheckedCopy, 'points' | 'passages'>;

function goodOnes({ passages }: CheckedText): number {
  return passages.filter(({ isSame }) => isSame).length;
}

async function checkText(text: string, selectors: readonly Selector[]): Promise<CheckedText> {
  const points = [...text];
  const passages = await Promise.all(
    selectors.map(async (selector) => {
      const { start, end, sha256 } = selector;
      const bytes = new TextEncoder().encode(points.slice(start, end).join(''));
      return { ...selector, isSame: end <= points.length && (await digestOf(bytes)) === sha256 };
    }),
  );
  return { points, passages };
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers have it only where the page came by https, or from the same machine.
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 as in FIPS 180-4, for browsers that keep their own from the page. */
export function sha256(message: Uint8Array): Uint8Array {
  const { state, constants } = initialValues();
  const data = padded(message);
  const words = new Int32Array(64);
  for (let offset = 0; offset < data.byteLength; offset += 64) {
    for (let index = 0; index < 16; index++) words[index] = data.getInt32(offset + index * 4);
    extend(words);
    compress(state, words, constants);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

/** Returns the first 32 bits of the fractional parts of roots of the first 64 primes. */
function initialValues(): { readonly state: Int32Array; readonly constants: Int32Array } {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  return {
    state: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
    constants: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
  };
}

/** Adds a one, zeros, and the length in bits, up to a whole number of blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function extend(words: Int32Array): void {
  const at = (index: number) => words[index] ?? 0;
  for (let index = 16; index < 64; index++) {
    const [early, late] = [at(index - 15), at(index - 2)];
    const one = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const other = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[index] = at(index - 16) + one + at(index - 7) + other;
  }
}

function compress(state: Int32Array, words: Int32Array, constants: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round++) {
    const one = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + one + chosen + (constants[round] ?? 0) + (words[round] ?? 0)) | 0;
    const other = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) | 0;
  });
}
