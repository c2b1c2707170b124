import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, pressDocument } from '../support/merging.js';

describeOnEngines('documents that are merged', (engine) => {
  const merging = new Merging(engine);

  it.each([
    [
      'of several languages',
      ['names: { en: Ann }', 'names: { ru: Анна }, aliases: { ru: [Аня] }'],
      { names: { en: 'Ann', ru: 'Анна' }, aliases: { ru: ['Аня'] }, editorial: [] },
    ],
    [
      'of one language: the others are aliases',
      ['names: { en: Anne }', 'names: { en: Ann }, aliases: { en: [Nan] }', 'names: { en: Anna }'],
      { names: { en: 'Anna' }, aliases: { en: ['Ann', 'Anne', 'Nan'] }, editorial: [] },
    ],
    [
      'and leave out an alias that is the name',
      ['names: { en: Ann }', 'aliases: { en: [Ann, Nan] }'],
      { names: { en: 'Ann' }, aliases: { en: ['Nan'] }, editorial: [] },
    ],
    [
      'of editors only where none was seen',
      ['editorialNames: { en: A lady, kk: Анна ханым }', 'names: { en: Ann }'],
      { names: { en: 'Ann', kk: 'Анна ханым' }, aliases: {}, editorial: ['kk'] },
    ],
    [
      'of editors, which are no aliases of each other',
      ['editorialNames: { en: The lady }', 'editorialNames: { en: A lady }'],
      { names: { en: 'The lady' }, aliases: {}, editorial: ['en'] },
    ],
    [
      'of editors that are also an alias that was seen',
      ['editorialNames: { en: Nan }', 'aliases: { en: [Nan] }', 'names: { en: Ann }'],
      { names: { en: 'Ann' }, aliases: { en: ['Nan'] }, editorial: [] },
    ],
  ])('unite names %s', async (_, entries, expected) => {
    const documents = entries.map((entry) =>
      pressDocument(`\n  - { slug: $ann, type: Person, ${entry} }`),
    );
    const { entity } = await merging.settle(documents, '$ann');
    expect({
      names: entity?.names,
      aliases: entity?.details.aliases,
      editorial: entity?.details.editorial,
    }).toEqual(expected);
  });

  it('unite the addresses of the same thing', async () => {
    const { entity } = await merging.settle(
      [
        pressDocument('\n  - { slug: $ann, type: Person, sameAs: [https://b.example/ann] }'),
        pressDocument(
          '\n  - { slug: $ann, type: Person, sameAs: [https://b.example/ann, https://a.example/1] }',
        ),
      ],
      '$ann',
    );
    expect(entity?.details.sameAs).toEqual(['https://a.example/1', 'https://b.example/ann']);
  });

  it('unite what is known of a source', async () => {
    const { source } = await merging.settle(
      [
        pressDocument(''),
        pressDocument('').replace(
          'publishedAt: 2025-03-03 }',
          `title: News, urls: [https://b.example/1], language: en, kind: NEWS, text: { length: 5, sha256: ${'a'.repeat(64)} } }`,
        ),
        pressDocument('').replace(
          'informers: [$ministry], publishedAt: 2025-03-03 }',
          'informers: [$herald-house], urls: [https://a.example/1] }',
        ),
      ],
      '$gazette',
    );
    expect(source).toEqual({
      slug: 'gazette',
      title: 'News',
      urls: ['https://a.example/1', 'https://b.example/1'],
      language: 'en',
      publishedAt: '2025-03-03',
      kind: 'NEWS',
      publisherSlug: 'gazette-house',
      informerSlugs: ['herald-house', 'ministry'],
      text: { length: 5, sha256: 'a'.repeat(64) },
    });
  });
});
