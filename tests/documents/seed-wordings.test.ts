import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { documentsOf } from '../../src/documents/seed.js';
import { languageOfText, textByLanguage } from '../../src/values/localized-text.js';
import { languages, type LocalizedText } from '../../src/vocabulary/languages.js';
import { SEED } from '../support/seeded.js';
import { describeOnEngines } from '../support/engines.js';
import { graphOf, importAll, openStore, type Graph } from '../support/importing.js';

/** A copy of the report that the seed begins with, which is not ours to ship. */
const REPORT =
  process.env['KENES_TEST_REPORT'] ?? '../shared/source/kazakhstan-today-conference.txt';

const hasReport = existsSync(REPORT);
if (!hasReport)
  process.stderr.write(
    `There is no ${REPORT}: the seed is not compared with the words of the report.\n`,
  );

/** Returns what lacks a text in some language, as `SLUG LANGUAGE`. */
const lacking = (name: string, text: LocalizedText): string[] =>
  languages.filter((language) => text[language] === undefined).map((of) => `${name} ${of}`);

describeOnEngines('the wordings of the seed', (engine) => {
  let graph: Graph;

  beforeAll(async () => {
    const store = await openStore(engine);
    await importAll(store, await documentsOf(SEED));
    graph = await graphOf(store);
  }, 120_000);

  const relationsOf = (type: string) =>
    (graph.relations ?? []).filter((relation) => relation.type === type);
  const statements = () => (graph.entities ?? []).filter(({ type }) => type === 'Statement');
  const textOf = (owner: Readonly<Record<string, unknown>>, property: string): LocalizedText =>
    textByLanguage(owner[property]);

  it('name every entity in each language', () => {
    const names = (graph.entities ?? [])
      .filter(({ type }) => type !== 'Statement')
      .map((entity) => [entity.slug, { ...entity.names, ...entity.editorialNames }] as const);
    expect(names.length).toBeGreaterThan(100);
    expect(names.flatMap(([slug, text]) => lacking(slug, text))).toEqual([]);
  });

  it('have every statement in each language, as a paraphrase', () => {
    expect(statements().length).toBeGreaterThan(50);
    expect(statements().flatMap((one) => lacking(one.slug, textOf(one, 'text')))).toEqual([]);
    expect(statements().filter(({ form }) => form !== 'PARAPHRASE')).toEqual([]);
  });

  it('have every title of an office in each language', () => {
    const titled = [...relationsOf('MEMBER_OF'), ...relationsOf('BELONGS_TO')].filter(
      ({ title }) => title !== undefined,
    );
    expect(titled.length).toBeGreaterThan(20);
    expect(
      titled.flatMap((one) => lacking(`${one.from} in ${one.to}`, textOf(one, 'title'))),
    ).toEqual([]);
  });

  it('are written in the letters of their language', () => {
    const texts = [
      ...statements().map((one) => [one.slug, textOf(one, 'text')] as const),
      ...(graph.relations ?? []).map(
        (one) => [`${one.from} ${one.to}`, textOf(one, 'title')] as const,
      ),
      ...(graph.entities ?? []).map(
        ({ slug, names, editorialNames }) => [slug, { ...names, ...editorialNames }] as const,
      ),
    ];
    // A paper may write itself in Latin letters, and a Kazakh name may have no letter of its own.
    const isForeign = (text: string, language: string): boolean => {
      const written = languageOfText(text);
      return language === 'en' ? written !== 'en' : language === 'ru' && written === 'kk';
    };
    const foreign = texts.flatMap(([slug, text]) =>
      Object.entries(text).flatMap(([language, value]) =>
        isForeign(value, language) ? [`${slug} ${language}: ${value}`] : [],
      ),
    );
    expect(foreign).toEqual([]);
    expect(
      statements().filter((one) => languageOfText(textOf(one, 'text').kk ?? '') !== 'kk'),
    ).toEqual([]);
  });

  it('dispute only what cannot hold beside the other, and say in what others differ', () => {
    const disputes = relationsOf('DISPUTES');
    expect(disputes.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'st-dzhanibekov-figures-kznews st-dzhanibekov-figures',
      'st-ombudsman-torture-cases-series st-lastaev-torture-figures',
      'st-omct-smear st-ombudsman-2025-05-14',
    ]);
    const notes = disputes.flatMap(({ evidence = [] }) =>
      evidence.flatMap(({ note }) => note ?? []),
    );
    expect(notes.filter((note) => /both can (?!not)|soft/i.test(note))).toEqual([]);
    const differing = relationsOf('DIFFERS_FROM');
    expect(differing.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'st-dzhanibekov-growth st-penal-reform-population',
      'st-kairbekov-no-torture st-ombudsman-torture-cases-series',
    ]);
    expect(
      differing.flatMap((one) => lacking(`${one.from} ${one.to}`, textOf(one, 'difference'))),
    ).toEqual([]);
  });

  (hasReport ? it : it.skip)('share no run of five words with the report, but in names', () => {
    const report = runsIn(readFileSync(REPORT, 'utf8'));
    const names = (graph.entities ?? []).flatMap(
      ({ names: seen = {}, editorialNames = {}, aliases = {} }) => [
        ...Object.values(seen),
        ...Object.values(editorialNames),
        ...Object.values(aliases).flat(),
      ],
    );
    const inNames = new Set(names.flatMap((name) => [...runsIn(name)]));
    const own = [
      ...statements().flatMap((one) => Object.values(textOf(one, 'text'))),
      ...(graph.entities ?? []).flatMap(({ description = {} }) => Object.values(description)),
      ...[...(graph.entities ?? []), ...(graph.relations ?? [])].flatMap(({ evidence = [] }) =>
        evidence.flatMap(({ note }) => note ?? []),
      ),
    ];
    const shared = own.flatMap((text) =>
      [...runsIn(text)].filter((run) => report.has(run) && !inNames.has(run)),
    );
    expect(shared).toEqual([]);
  });
});

/** Returns all runs of five words, in small letters and without the dots of ё. */
function runsIn(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
}
