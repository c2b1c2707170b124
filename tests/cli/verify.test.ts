import { join } from 'node:path';
import { beforeEach, expect, it } from '@jest/globals';
import { verifyCommand } from '../../src/cli/verify.js';
import type { VerifyOptions } from '../../src/cli/verify.js';
import { describeOnEngines } from '../support/engines.js';
import {
  run,
  folder,
  write,
  emptyStore,
  report,
  passage,
  document,
  importFiles,
} from '../support/cli.js';
import type { Outcome, Environment } from '../support/cli.js';

describeOnEngines('kenes', (engine) => {
  let environment: Environment;

  const verify = (options: VerifyOptions): Promise<Outcome> =>
    run(environment, (terminal) => verifyCommand(terminal, options));

  beforeEach(async () => {
    environment = await emptyStore(engine);
    await importFiles(environment, [await write('report.yaml', document)]);
  }, 60_000);

  const failed =
    'Some passages could not be verified. CHANGED: the copy has another text there. UNREADABLE: the copy could not be read. NO_COPY: pass a copy of the source as --source slug=FILE.';
  const places = {
    ann: passage('𝒜nn'),
    council: passage('🏔️ to the council'),
    relation: passage('“Water is life,” 𝒜nn said'),
  };
  const lineOf = (verdict: string, place: string, target: string): string => {
    const [, start = '', end = ''] = /start: (\d+), end: (\d+)/.exec(place) ?? [];
    return `${verdict.padEnd(11)} report-2025-05-03 [${start}, ${end}) ${target}\n`;
  };
  /** A line for each passage. */
  const lines = (verdict: string): string =>
    lineOf(verdict, places.ann, 'ann') +
    lineOf(verdict, places.relation, 'ann~MADE~said') +
    lineOf(verdict, places.council, 'council');

  it('verify finds every passage in a copy of its source', async () => {
    const copy = await write('copy.txt', report);
    const verified = 'VERIFIED 3, CHANGED 0, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n';
    expect(await verify({ source: [`report-2025-05-03=${copy}`] })).toEqual({
      out: verified,
      error: '',
      status: 0,
    });
    expect(await verify({ source: [`report-2025-05-03=${copy}`], all: true })).toEqual({
      out: lines('VERIFIED') + verified,
      error: '',
      status: 0,
    });
  }, 60_000);

  it.each([
    [
      'with another letter in one passage',
      report.replace('council', 'counsel'),
      lineOf('CHANGED', places.council, 'council'),
      'VERIFIED 2, CHANGED 1, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n',
    ],
    [
      'with a letter more before them',
      ` ${report}`,
      lines('CHANGED'),
      'VERIFIED 0, CHANGED 3, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n',
    ],
    [
      'with a letter of two code units in the place of two letters of one',
      report.replace('𝒜', 'AA'),
      lines('CHANGED'),
      'VERIFIED 0, CHANGED 3, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n',
    ],
    [
      'that ends too soon',
      report.slice(0, report.indexOf(' to the council')),
      lineOf('CHANGED', places.council, 'council'),
      'VERIFIED 2, CHANGED 1, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n',
    ],
    [
      'that is empty',
      '',
      lines('CHANGED'),
      'VERIFIED 0, CHANGED 3, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n',
    ],
  ])(
    'verify finds what changed in a copy %s',
    async (_, text, listed, counts) => {
      const copy = await write('copy.txt', text);
      expect(await verify({ source: [`report-2025-05-03=${copy}`] })).toEqual({
        out: listed + counts,
        error: failed,
        status: 1,
      });
    },
    60_000,
  );

  it('verify has the same verdict on a copy that changed elsewhere', async () => {
    const copy = await write('copy.txt', report.replace('Nobody', 'Everybody'));
    const { out, status } = await verify({ source: [`report-2025-05-03=${copy}`] });
    expect([out, status]).toEqual([
      'VERIFIED 3, CHANGED 0, UNREADABLE 0, NO_COPY 0, NO_POSITION 1\n',
      0,
    ]);
  }, 60_000);

  it('verify says that it has no copy it can read', async () => {
    const counts = 'VERIFIED 0, CHANGED 0, UNREADABLE 3, NO_COPY 0, NO_POSITION 1\n';
    const unread = { out: lines('UNREADABLE') + counts, status: 1 };
    expect(await verify({ source: [] })).toEqual({
      out: 'VERIFIED 0, CHANGED 0, UNREADABLE 0, NO_COPY 3, NO_POSITION 1\n',
      error: failed,
      status: 1,
    });
    expect((await verify({ source: [], all: true })).out).toContain(
      'NO_COPY     report-2025-05-03',
    );
    const utf16 = await write('copy.txt', Buffer.from(report, 'utf16le'));
    expect(await verify({ source: [`report-2025-05-03=${utf16}`] })).toEqual({
      ...unread,
      error: `Could not read ${utf16} as UTF-8 text: it has another encoding (ERR_ENCODING_INVALID_ENCODED_DATA).\n${failed}`,
    });
    const missing = join(folder, 'missing.txt');
    expect(await verify({ source: [`report-2025-05-03=${missing}`] })).toEqual({
      ...unread,
      error: `Could not read ${missing} as UTF-8 text: there is no such file or folder (ENOENT).\n${failed}`,
    });
  }, 60_000);

  it('verify refuses a copy of a source that it does not have', async () => {
    const copy = await write('copy.txt', report);
    const { error, status } = await verify({ source: [`report-2025-05-04=${copy}`] });
    expect([error, status]).toEqual([
      '--source report-2025-05-04: no evidence in the graph cites a source with this slug. Did you mean “report-2025-05-03”?',
      2,
    ]);
  }, 60_000);

  it.each(['report.txt', '=report.txt', 'report-2025-05-03='])(
    'verify refuses a copy without a slug or a file: %s',
    async (source) => {
      expect(await verify({ source: [source] })).toEqual({
        out: '',
        error: `--source must be slug=FILE, such as kt-2025-12-11=report.txt (got ${source}).`,
        status: 2,
      });
    },
    60_000,
  );
});
