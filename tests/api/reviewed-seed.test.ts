import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

// The faults that a review of the seed found, each with its right value. That no two statements are
// told to dispute each other that can both hold, and that everything has a name in each language, is
// tested in tests/documents/seed-wordings.test.ts.

describeOnEngines('what a review found wrong in the seed is right:', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  }, 240_000);

  afterAll(() => app.close());

  it('every value that is shown has a publisher who gives it', async () => {
    const { disagreements } = await app.data(
      '{ disagreements(first: 100) { nodes { property sides { shown publisherCount } } } }',
    );
    const sides = disagreements.nodes.flatMap((node: { sides: unknown[] }) => node.sides) as {
      shown: boolean;
      publisherCount: number;
    }[];
    expect(sides.length).toBeGreaterThan(20);
    expect(sides.filter(({ shown, publisherCount }) => shown && publisherCount === 0)).toEqual([]);
  });

  it('a publisher who gives only the month does not count for the day', async () => {
    const { disagreements } = await app.data(`{
      disagreements(kinds: [PROPERTY], targets: ["kaz-iccpr-report-3~REVIEWED_BY~un-human-rights-committee"]) {
        nodes { property sides { value publisherCount } }
      }
    }`);
    expect(disagreements.nodes).toEqual([
      {
        property: 'date',
        sides: [
          { value: '2025-06-24/2025-06-25', publisherCount: 2 },
          { value: '2025-07-24/2025-07-25', publisherCount: 1 },
        ],
      },
    ]);
  });

  it('four points are four statements, of which two have a speaker', async () => {
    const slugs = ['oversight', 'population', 'protection', 'standards'];
    const fields = slugs.map(
      (slug) => `${slug}: entity(slug: "st-penal-reform-${slug}") { ... on Statement { madeBy { nodes { slug } } } }`,
    ); // prettier-ignore
    const data = await app.data(`{ ${fields.join(' ')} }`);
    const speakers = slugs.map((slug) =>
      data[slug].madeBy.nodes.map((one: { slug: string }) => one.slug),
    );
    expect(speakers).toEqual([[], ['artur-lastaev'], [], ['artur-lastaev']]);
    const { entity } = await app.data('{ entity(slug: "st-unattributed-penal-reform") { slug } }');
    expect(entity).toBeNull();
  });

  it('an office is the one that most sources name, and a kind is that of its institution', async () => {
    const { office, adilet, centre, commissioner } = await app.data(`{
      office: relation(key: "katarzyna-wawiernia~MEMBER_OF~undp-kazakhstan") { title(language: EN) }
      adilet: entity(slug: "adilet") { ... on Organization { kind } }
      centre: entity(slug: "national-centre-for-human-rights-kz") { ... on Organization { kind } }
      commissioner: entity(slug: "ombudsman-kz") { ... on Organization { kind } }
    }`);
    expect(office.title).toBe('Resident Representative');
    expect([adilet.kind, centre.kind, commissioner.kind]).toEqual([
      'GOVERNMENT',
      'GOVERNMENT',
      'NHRI',
    ]);
  });

  it('a form that sources use is a name, and editorial where none has one', async () => {
    const { entity, geneva } = await app.data(`{
      entity(slug: "upr") { names { language text editorial } }
      geneva: entity(slug: "geneva") { names { language text } }
    }`);
    expect(entity.names).toContainEqual({
      language: 'RU',
      text: 'Универсальный периодический обзор',
      editorial: false,
    });
    expect(geneva.names).toContainEqual({ language: 'RU', text: 'Женева' });
  });

  it('dates stand at the end of names after a comma, and one platform has one name', async () => {
    const { events } = await app.data('{ events(first: 100) { nodes { names { text } } } }');
    const names = events.nodes.flatMap((node: { names: { text: string }[] }) =>
      node.names.map(({ text }) => text),
    ) as string[];
    expect(names.filter((name) => /\(.*\d{4}.*\)$/.test(name))).toEqual([]);
    const ofPlatform = names.filter((name) => name.includes('площадк'));
    expect(ofPlatform.length).toBeGreaterThan(1);
    expect(ofPlatform.filter((name) => !name.includes('по человеческому измерению'))).toEqual([]);
  });

  // No source that was seen gives an address elsewhere, and none is invented.
  it('no entity claims to be the same as something elsewhere', async () => {
    const { organizations } = await app.data(
      '{ organizations(first: 100) { nodes { slug sameAs } } }',
    );
    const claiming = organizations.nodes.filter(({ sameAs }: { sameAs: string[] }) => sameAs.length > 0);
    expect(claiming).toEqual([]);
  }); // prettier-ignore
});
