import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const document = (address: string): string => `kenes: 1
entities:
  - { slug: one, type: Topic, sameAs: [${JSON.stringify(address)}] }
`;

describe('an address in a document', () => {
  it.each([
    ['https://EXAMPLE.org/A b', 'a blank', '%20'],
    ['https://example.org/a\u00a0b', 'the character U+00A0', '%C2%A0'],
    ['https://example.org/a\u200bb', 'the character U+200B', '%E2%80%8B'],
    ['https://example.org/<a>', 'the character “<” U+003C', '%3C'],
    ['https://example.org/a"b', 'the character “"” U+0022', '%22'],
    ['https://example.org/a\\b', 'the character “\\” U+005C', '%5C'],
    ['https://example.org/{a}', 'the character “{” U+007B', '%7B'],
  ])('is a problem with what a URL cannot have: %j', async (address, what, encoded) => {
    expect(await problemsOf(document(address))).toEqual([
      `3:40 entities[0].sameAs[0]: The address has ${what}, which a URL cannot have. Leave it out, or write it as ${encoded}.`,
    ]);
  });

  it.each([
    'example.org', 'ftp://example.org/', 'https://', 'no address',
    // A browser would run these.
    'javascript:alert(1)', 'JavaScript://example.org/%0Aalert(1)', 'data:text/html,alert(1)', 'vbscript:x',
  ])(
    'is one problem if it is none: %s',
    async (address) => {
      expect(await problemsOf(document(address))).toEqual([
        '3:40 entities[0].sameAs[0]: The address must be a URL without blanks that starts with https:// or http://.',
      ]);
    },
  ); // prettier-ignore

  it.each([
    'https://EXAMPLE.org/A%20b', 'http://example.org:8080/?q=a&b=(c)#d', 'https://ru.example.org/Астана',
    "https://example.org/it's,a;b@c:d!$*+=~._-[1]",
  ])('is taken: %s', async (address) => {
    expect(await problemsOf(document(address))).toEqual([]);
  }); // prettier-ignore
});
