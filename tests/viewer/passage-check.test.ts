import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkCopy, decodeCopy, sha256 } from '../../src/viewer/islands/passage-check.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

const source = '🜨 Astana.\nТүрме жүйесі 𝔘𝔫𝔡 reform.\n';
const selectorOf = (passage: string) => {
  const start = [...source.slice(0, source.indexOf(passage))].length;
  return { start, end: start + [...passage].length, sha256: digest(passage) };
};
const selectors = ['Astana.\nТүрме', 'жүйесі', '𝔘𝔫𝔡 reform'].map(selectorOf);

const checkOn = (text: string) => checkCopy(decodeCopy(bytesOf(text))?.text ?? '', selectors);
const verdictsOn = async (text: string) =>
  (await checkOn(text)).passages.map(({ isSame }) => isSame);

describe('the check of passages against a copy of their source', () => {
  it('counts characters, of which some take two units of UTF-16', async () => {
    expect(await verdictsOn(source)).toEqual([true, true, true]);
  });

  it('finds the one passage in which a letter differs', async () => {
    expect(await verdictsOn(source.replace('жүйесі', 'жүйесы'))).toEqual([true, false, true]);
  });

  it('finds all passages behind a letter that is missing', async () => {
    expect(await verdictsOn(source.replace('reform.', ''))).toEqual([true, true, false]);
    expect(await verdictsOn(source.slice(2))).toEqual([false, false, false]);
  });

  it('does without a byte order mark and the line ends of Windows, and says so', async () => {
    const text = `\uFEFF${source.replaceAll('\n', '\r\n')}`;
    expect(await verdictsOn(text)).toEqual([true, true, true]);
    expect((await checkOn(text)).isWithPlainLines).toBe(true);
    expect((await checkOn(source)).isWithPlainLines).toBe(false);
    expect(decodeCopy(bytesOf(text))?.hadMark).toBe(true);
    expect(decodeCopy(bytesOf(source))?.hadMark).toBe(false);
  });

  it('compares a text as it is, where its passages have the line ends of Windows', async () => {
    const own = [{ start: 0, end: 4, sha256: digest('a\r\nb') }];
    expect(await checkCopy('a\r\nb', own)).toMatchObject({
      isWithPlainLines: false,
      passages: [{ isSame: true }],
    });
  });

  it('takes nothing that is not UTF-8 for a text', () => {
    expect(decodeCopy(Uint8Array.of(0xcf, 0xf0, 0xe0, 0xe2).buffer)).toBeNull();
  });

  it('computes the digests itself where the browser does not', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const text = 'ж'.repeat(length);
      const own = Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex');
      expect(own).toBe(digest(text));
    }
  });
});
