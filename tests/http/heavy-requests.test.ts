import { fork } from 'node:child_process';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HeavyRequests, type HeavyRequestsOptions } from '../../src/http/heavy-requests.js';
import { limits } from '../../src/limits.js';

describe('heavy requests', () => {
  let opened: HeavyRequests[] = [];
  let lines: string[] = [];

  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()));
    opened = [];
    lines = [];
  });

  function open(options: Partial<HeavyRequestsOptions> = {}) {
    const heavy = new HeavyRequests({
      settings: { store: { engine: 'SQLite', folder: 'memory' }, logLevel: 'silent' },
      startWorker: () =>
        fork('tests/support/fake-worker.mjs', {
          execArgv: ['--max-old-space-size=32'],
          serialization: 'advanced',
          stdio: 'ignore',
        }),
      writeLog: (line) => lines.push(line),
      ...options,
    });
    opened.push(heavy);
    return async (body: string, signal = new AbortController().signal): Promise<string> => {
      const answer = await heavy.run({ headers: {}, body }, signal);
      return Buffer.from(answer.body).toString();
    };
  }

  it('are answered by one worker, which starts with the first of them and is kept', async () => {
    const ask = open();
    expect(lines).toEqual([]);
    const answers = [await ask('answer'), await ask('answer')];
    const [pid] = /\d+$/.exec(answers[0]!)!;
    expect(answers).toEqual([`answer ${pid}`, `answer ${pid}`]);
    expect(lines).toEqual([`started ${pid}`]);
  });

  it('are all answered, those beyond the first two in turn', async () => {
    const ask = open();
    const answers = await Promise.all(Array.from({ length: 7 }, () => ask('later')));
    expect(new Set(answers).size).toBe(1);
  });

  it('are refused when they have waited for too long', async () => {
    const ask = open({ waitTime: 50 });
    const first = [ask('later'), ask('later')];
    await expect(ask('answer')).rejects.toMatchObject({ code: 'OVERLOADED' });
    await expect(Promise.all(first)).resolves.toHaveLength(2);
    await expect(ask('answer')).resolves.toMatch(/^answer/);
  });

  it('are refused at once when too many wait', async () => {
    const ask = open();
    const admitted = limits.heavyRequests.value + limits.waitingHeavyRequests.value;
    const asked = Array.from({ length: admitted + 3 }, () => ask('answer'));
    const outcomes = await Promise.allSettled(asked);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ reason: { code: 'OVERLOADED' } });
  });

  it('reject if the worker runs out of memory, and the next one is answered by another worker', async () => {
    const ask = open();
    await ask('answer');
    const asked = [ask('later'), ask('memory'), ask('answer')];
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'OVERLOADED' } },
      { status: 'rejected', reason: { code: 'OVERLOADED' } },
      { status: 'fulfilled' },
    ]);
    expect(lines).toHaveLength(2);
  });

  it('that are aborted reject with the reason, and leave the worker', async () => {
    const ask = open();
    const abort = new AbortController();
    await ask('answer');
    setTimeout(() => abort.abort(new Error('left')), 100);
    await expect(ask('never', abort.signal)).rejects.toThrow('left');
    await ask('answer');
    expect(lines).toHaveLength(1);
  });

  it('that are aborted before they start do not start', async () => {
    const ask = open();
    const abort = new AbortController();
    const asked = ask('never', abort.signal);
    abort.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
    expect(lines).toEqual([]);
  });

  it('that are aborted while they wait leave the queue', async () => {
    const ask = open();
    const abort = new AbortController();
    const first = [ask('later'), ask('later')];
    const waiting = ask('answer', abort.signal);
    abort.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    await Promise.all(first);
    await expect(ask('answer')).resolves.toMatch(/^answer/);
  });

  it('that hold the worker although they are aborted end it', async () => {
    const ask = open({ abortTime: 100 });
    const abort = new AbortController();
    await ask('answer');
    setTimeout(() => abort.abort(new Error('left')), 100);
    await expect(ask('loop', abort.signal)).rejects.toThrow('left');
    await expect(ask('answer')).resolves.toMatch(/^answer/);
    expect(lines).toHaveLength(2);
  });

  it('reject with what the worker says if it cannot open the store', async () => {
    const ask = open();
    await expect(ask('failed')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'Away.',
    });
  });

  it('reject once they are closed', async () => {
    const ask = open();
    await ask('answer');
    const asked = ask('later');
    await Promise.all([opened[0]!.close(), expect(asked).rejects.toThrow()]);
    await expect(ask('answer')).rejects.toMatchObject({ code: 'OVERLOADED' });
  });
});
