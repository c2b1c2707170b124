import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const pathsBetween = (from: string, to: string, rest = ''): string => `{
  paths(from: "${from}", to: "${to}" ${rest}) {
    truncated reason
    paths { length entities { slug } relations { key } }
  }
}`;

describeOnEngines('paths of the conference', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const found = async (from: string, to: string, rest = '') => {
    const { paths } = await app.data(pathsBetween(from, to, rest));
    return {
      ...paths,
      paths: paths.paths.map(({ relations }: { relations: { key: string }[] }) =>
        relations.map(({ key }) => key),
      ),
    };
  };

  it('connect a speaker with a co-organizer through the conference', async () => {
    expect(await found('matilda-bogner', 'mvd-kz')).toEqual({
      truncated: false,
      reason: null,
      paths: [
        [
          'matilda-bogner~PARTICIPATED_IN~conference-penitentiary-2025~SPEAKER',
          'mvd-kz~PARTICIPATED_IN~conference-penitentiary-2025~CO_ORGANIZER',
        ],
      ],
    });
  });

  it('are none where those of two origins lead elsewhere', async () => {
    const filter = 'filter: { minOrigins: 2 }';
    const { network } = await app.data(`{
      network(center: ["matilda-bogner"], depth: 4, ${filter}) { nodes { slug } }
    }`);
    const around = network.nodes.map(({ slug }: { slug: string }) => slug);
    expect(around.length).toBeGreaterThan(1);
    expect(around).not.toContain('mvd-kz');
    expect(await found('matilda-bogner', 'mvd-kz', filter)).toMatchObject({ paths: [] });
    // One relation of hers has one origin, and all others of the way have two.
    expect(await found('matilda-bogner', 'mvd-kz', 'filter: { minOrigins: 1 }')).toMatchObject({
      paths: [[expect.stringContaining('SPEAKER'), expect.stringContaining('CO_ORGANIZER')]],
    });
  });

  it('lead over relations that the whole filter keeps', async () => {
    const filter = `filter: {
      relationTypes: [PARTICIPATED_IN, MEMBER_OF], roles: [ORGANIZER, CO_ORGANIZER],
      during: { from: "2025-12", to: "2025-12", certainly: true }, minPublishers: 2
    }`;
    expect(await found('ombudsman-kz', 'mvd-kz', filter)).toMatchObject({
      paths: [
        [
          'ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER',
          'mvd-kz~PARTICIPATED_IN~conference-penitentiary-2025~CO_ORGANIZER',
        ],
      ],
    });
    const otherYear = filter.replaceAll('2025-12', '2019');
    expect(await found('ombudsman-kz', 'mvd-kz', otherYear)).toMatchObject({ paths: [] });
  });

  it('lead over entities of the types that are wanted', async () => {
    const filter = 'filter: { entityTypes: [ORGANIZATION, STATEMENT, TOPIC] }';
    const { paths } = await app.data(
      pathsBetween('matilda-bogner', 'mvd-kz', filter).replace('{ slug }', '{ slug type }'),
    );
    expect(paths.paths.length).toBeGreaterThan(0);
    for (const { entities } of paths.paths) {
      const between = entities.slice(1, -1).map(({ type }: { type: string }) => type);
      expect(['ORGANIZATION', 'STATEMENT', 'TOPIC']).toEqual(expect.arrayContaining(between));
    }
  });

  it('are followed one way where a direction is given', async () => {
    const filter = 'filter: { direction: FORWARD }';
    expect(await found('matilda-bogner', 'mvd-kz', filter)).toMatchObject({ paths: [] });
    const { paths } = await found('npm', 'torture-prevention', filter);
    expect(paths).toEqual([['npm~BROADER~torture-prevention']]);
    expect(await found('torture-prevention', 'npm', filter)).toMatchObject({ paths: [] });
  });

  it('say that there are more than the limit', async () => {
    const all = await found('artur-lastaev', 'npm');
    expect(all.paths.length).toBeGreaterThan(1);
    expect(all).toMatchObject({ truncated: false, reason: null });
    expect(await found('artur-lastaev', 'npm', 'limit: 1')).toEqual({
      truncated: true,
      reason: 'LIMIT',
      paths: all.paths.slice(0, 1),
    });
  });

  it('are no longer than what is allowed', async () => {
    expect(await found('matilda-bogner', 'mvd-kz', 'maxLength: 1')).toEqual({
      truncated: false,
      reason: null,
      paths: [],
    });
  });

  it('are one without a relation from an entity to itself', async () => {
    const { paths } = await app.data(pathsBetween('npm', 'npm'));
    expect(paths.paths).toEqual([{ length: 0, entities: [{ slug: 'npm' }], relations: [] }]);
  });

  it('carry whatever entities and relations carry, in one reading', async () => {
    const { paths } = await app.data(`{
      paths(from: "matilda-bogner", to: "mvd-kz") {
        paths {
          entities { name(language: EN) memberships: degree }
          relations { role evidence { nodes { source { publisher { slug } } } } }
        }
      }
    }`);
    const [path] = paths.paths;
    expect(path.entities[0]).toMatchObject({ name: 'Matilda Bogner' });
    expect(path.relations[0].evidence.nodes[0].source.publisher.slug).toBe('kazakhstan-today');
    expect(app.reads.map(({ start }) => start)).toEqual(['paths']);
  });

  it.each([
    ['an unknown slug', pathsBetween('matilda-bogne', 'npm'), /in `from`\..*“matilda-bogner”/],
    ['another one', pathsBetween('npm', 'mvd-kx'), /in `to`\..*“mvd-kz”/],
    [
      'an unknown one to itself',
      pathsBetween('nmp', 'nmp'),
      /Unknown slug “nmp” in `from`\. Did you mean “npm”\?/,
    ],
    [
      'a length over the maximum',
      pathsBetween('npm', 'opcat', 'maxLength: 13'),
      /between 1 and 12/,
    ],
    ['no length', pathsBetween('npm', 'opcat', 'maxLength: 0'), /between 1 and 12/],
    ['a limit over the maximum', pathsBetween('npm', 'opcat', 'limit: 51'), /between 1 and 50/],
    ['an input that is no slug', pathsBetween("' OR 1=1", 'npm'), /Unknown slug “/],
  ])('tell %s with what is allowed', async (_what, query, message) => {
    const { errors } = await app.ask(query);
    expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describeOnEngines('paths through a great many ways', (engine) => {
  const LAYERS = 5;
  const WIDTH = 6;
  let app: TestApp;

  /** Layers of topics, each one below each of the next layer: more shortest paths than anyone reads. */
  const document = (): string => {
    const name = (layer: number, place: number): string => `layer-${layer}-${place}`;
    const topics = ['start', 'end'];
    const relations: [string, string][] = [];
    for (let layer = 0; layer < LAYERS; layer++) {
      for (let place = 0; place < WIDTH; place++) {
        topics.push(name(layer, place));
        if (layer === 0) relations.push(['start', name(0, place)]);
        if (layer === LAYERS - 1) relations.push([name(layer, place), 'end']);
        for (let next = 0; next < WIDTH && layer < LAYERS - 1; next++)
          relations.push([name(layer, place), name(layer + 1, next)]);
      }
    }
    return JSON.stringify({
      kenes: 1,
      evidence: [{ source: 'kenes-editorial' }],
      entities: topics.map((slug) => ({ slug, type: 'Topic', editorialNames: { en: slug } })),
      relations: relations.map(([from, to]) => ({ type: 'BROADER', from, to })),
    });
  };

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document()] });
  });

  afterAll(() => app.close());

  it('are the first in their order, and say that there are more', async () => {
    const { paths } = await app.data(pathsBetween('start', 'end', 'limit: 2'));
    const slugs = paths.paths.map(({ entities }: { entities: { slug: string }[] }) =>
      entities.map(({ slug }) => slug).join(' '),
    );
    expect(slugs).toEqual([
      'start layer-0-0 layer-1-0 layer-2-0 layer-3-0 layer-4-0 end',
      'start layer-0-0 layer-1-0 layer-2-0 layer-3-0 layer-4-1 end',
    ]);
    expect(paths).toMatchObject({ truncated: true, reason: 'LIMIT' });
  });
});

describeOnEngines('paths over parallel relations', (engine) => {
  let app: TestApp;

  /** Twelve donors of two parties, each with three payments to the one and two to the other. */
  const document = (): string => {
    const donors = Array.from({ length: 12 }, (_, index) => `donor-${index + 10}`);
    const payment = (from: string, to: string, instance: number, sources: string[]) => ({
      type: 'SUPPORTS', from, to, kind: 'FUNDING', instance: `payment-${instance}`,
      evidence: sources.map((source) => ({ source })),
    }); // prettier-ignore
    return JSON.stringify({
      kenes: 1,
      sources: ['one', 'two'].map((slug) => ({ slug, publisher: slug, informers: [slug] })),
      entities: ['left', 'right', 'one', 'two', ...donors].map((slug) => ({
        slug,
        type: 'Organization',
        names: { en: slug },
      })),
      relations: donors.flatMap((donor) => [
        payment(donor, 'left', 1, ['one']),
        payment(donor, 'left', 2, ['one', 'two']),
        payment(donor, 'left', 3, ['two']),
        payment(donor, 'right', 1, ['one']),
        payment(donor, 'right', 2, ['two']),
      ]),
    });
  };

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document()] });
  });

  afterAll(() => app.close());

  const PATH =
    'length entities { slug } hops { relationCount relations { key } } relations { key originCount }';

  it('are one for each sequence of entities, with the best attested relation of each hop', async () => {
    const { paths } = await app.data(
      `{ paths(from: "left", to: "right") { truncated reason paths { ${PATH} } } }`,
    );
    const expected = (donor: string) => {
      const keys = (party: string, count: number) =>
        Array.from({ length: count }, (_, index) => ({
          key: `${donor}~SUPPORTS~${party}~FUNDING~payment-${index + 1}`,
        }));
      return {
        length: 2,
        entities: ['left', donor, 'right'].map((slug) => ({ slug })),
        hops: [
          { relationCount: 3, relations: keys('left', 3) },
          { relationCount: 2, relations: keys('right', 2) },
        ],
        relations: [
          { key: `${donor}~SUPPORTS~left~FUNDING~payment-2`, originCount: 2 },
          { key: `${donor}~SUPPORTS~right~FUNDING~payment-1`, originCount: 1 },
        ],
      };
    };
    expect(paths).toEqual({
      truncated: true,
      reason: 'LIMIT',
      paths: ['donor-10', 'donor-11', 'donor-12', 'donor-13', 'donor-14'].map(expected),
    });
  });

  it('are all of them where the limit allows it', async () => {
    const { paths } = await app.data(
      '{ paths(from: "left", to: "right", limit: 12) { truncated paths { length } } }',
    );
    expect([paths.truncated, paths.paths.length]).toEqual([false, 12]);
  });

  it('choose the best attested relation anew without some sources', async () => {
    const { paths } = await app.data(
      `{ paths(from: "left", to: "right", limit: 1, filter: { without: ["one"] }) { paths { ${PATH} } } }`,
    );
    const [{ hops, relations }] = paths.paths;
    expect(hops.map(({ relationCount }: { relationCount: number }) => relationCount)).toEqual([
      2, 1,
    ]);
    expect(relations).toEqual([
      { key: 'donor-10~SUPPORTS~left~FUNDING~payment-2', originCount: 1 },
      { key: 'donor-10~SUPPORTS~right~FUNDING~payment-2', originCount: 1 },
    ]);
  });
});

describeOnEngines('a path over relations that no source states', (engine) => {
  const document = JSON.stringify({
    kenes: 1,
    sources: ['one', 'two'].map((slug) => ({ slug, publisher: slug })),
    entities: ['one', 'two'].map((slug) => ({ slug, type: 'Organization', names: { en: slug } })),
    relations: [
      { instance: 'a', evidence: [{ source: 'one', stance: 'CONTRADICTS' }] },
      { instance: 'b', evidence: [{ source: 'kenes-editorial' }] },
      { instance: 'c', evidence: [{ source: 'two', inferred: true }] },
    ].map((one) => ({ type: 'SUPPORTS', from: 'one', to: 'two', kind: 'FUNDING', ...one })),
  });

  it('has what is inferred before what is ours or only denied', async () => {
    const app = await openApp(engine, { documents: [document] });
    const { paths } = await app.data(
      '{ paths(from: "one", to: "two") { paths { hops { relationCount } relations { key standing } } } }',
    );
    expect(paths.paths).toEqual([
      {
        hops: [{ relationCount: 3 }],
        relations: [{ key: 'one~SUPPORTS~two~FUNDING~c', standing: 'INFERRED' }],
      },
    ]);
    await app.close();
  });
});

describeOnEngines('the explanation of a path', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const explanation = async (from: string, to: string, language: string): Promise<string> => {
    const { paths } = await app.data(`{
      paths(from: "${from}", to: "${to}", limit: 1, filter: { minOrigins: 1 }) {
        paths { explanation(language: ${language}) }
      }
    }`);
    return paths.paths[0].explanation as string;
  };

  it.each([
    [
      'EN',
      'Matilda Bogner spoke at the conference “Human Rights and the Development',
      'characters 2529–2739',
    ],
    ['RU', 'Матильда Богнер — в числе выступивших на конференции «Права', 'символы 2529–2739'],
    ['KK', 'Матильда Богнер «Адам құқықтары және пенитенциарлық жүйенің', '2529–2739-таңбалар'],
  ])(
    'is a sentence for each relation, and a list of what these cite, in %s',
    async (language, start, passage) => {
      const text = await explanation('matilda-bogner', 'mvd-kz', language);
      expect(text.startsWith(start)).toBe(true);
      const [paragraph = '', list = ''] = text.split('\n\n');
      const marks = paragraph.match(/\[[\d, ]+\]/g);
      expect(marks).toHaveLength(2);
      // Three publishers have the second relation, and each is cited once.
      expect(marks![1]).toMatch(/^\[\d, \d, \d\]$/);
      const lines = list.split('\n');
      expect(lines[0]).toMatch(/^\[1\] /);
      expect(lines[0]).toContain(passage);
      expect(lines.map((line) => line.slice(0, 3))).toEqual(
        lines.map((_, index) => `[${index + 1}]`),
      );
    },
  );

  it('says where sources only imply it', async () => {
    const { paths } = await app.data(`{
      paths(from: "undp-kazakhstan", to: "conference-penitentiary-2025", filter: { roles: [REPRESENTED] }) {
        paths { explanation relations { evidence { nodes { inferred } } } }
      }
    }`);
    const [path] = paths.paths;
    expect(path.explanation).toMatch(
      /^Judging by the sources, UNDP Kazakhstan .+ \[1[^[]*\]\.\n\n\[1\] /,
    );
  });

  it('names the other side of what is contested', async () => {
    const { paths } = await app.data(`{
      paths(from: "national-centre-for-human-rights-kz", to: "conference-penitentiary-2025", filter: { roles: [ORGANIZER] }) {
        paths { explanation explanationParts { text entity { slug } } }
      }
    }`);
    const [path] = paths.paths;
    expect(path.explanation).toMatch(
      /^The National Human Rights Center organized the conference “.+” \[1\]; however, according to .+, the Commissioner for Human Rights organized the conference “Human Rights and the Development…” \[/,
    );
    const parts = path.explanationParts as { text: string; entity: { slug: string } | null }[];
    expect(parts.map(({ text }) => text).join('')).toBe(path.explanation);
    expect(parts.map(({ entity }) => entity?.slug)).toEqual(
      expect.arrayContaining(['ombudsman-kz', 'kazpravda', 'conference-penitentiary-2025']),
    );
  });

  it('is in parts of which each is of one sentence or of one citation', async () => {
    const { paths } = await app.data(`{
      paths(from: "ombudsman-kz", to: "undp-kazakhstan", limit: 1) {
        paths { length explanation(language: RU) explanationParts(language: RU) { text sentenceNumber citationNumber } }
      }
    }`);
    interface Part {
      readonly text: string;
      readonly sentenceNumber: number | null;
      readonly citationNumber: number | null;
    }
    const [{ length, explanation, explanationParts }] = paths.paths as [
      { length: number; explanation: string; explanationParts: Part[] },
    ];
    const [paragraph, ...citations] = explanation.split(/\n+/);
    const textsBy = (name: 'sentenceNumber' | 'citationNumber'): string[] => {
      const numbers = new Set(explanationParts.flatMap((part) => part[name] ?? []));
      return [...numbers].map((number) =>
        explanationParts.flatMap((part) => (part[name] === number ? part.text : [])).join(''),
      );
    };
    expect(textsBy('sentenceNumber')).toHaveLength(length);
    expect(textsBy('sentenceNumber').join('')).toBe(paragraph);
    expect(textsBy('citationNumber').map((text) => text.trim())).toEqual(citations);
  });

  it('is empty for a path without relations', async () => {
    const { paths } = await app.data('{ paths(from: "npm", to: "npm") { paths { explanation } } }');
    expect(paths.paths).toEqual([{ explanation: '' }]);
  });
});
