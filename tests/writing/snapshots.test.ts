import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { WrittenStore, entity, everything, relation } from '../support/written-store.js';

describeOnEngines('a store that is written to', (engine) => {
  const written = new WrittenStore(engine);

  it('shows a snapshot as it was when that began, whatever is written meanwhile', async () => {
    const before = await written.everything();
    const seen = await written.store.snapshot(async (records) => {
      await written.apply({
        entities: [entity('meanwhile'), entity('e-2', { kind: 'MEANWHILE' })],
        relations: [relation('meanwhile~BELONGS_TO~e-0')],
        removed: { evidence: ['v2'] },
      });
      return everything(records);
    });
    expect(seen).toEqual(before);
    const after = await written.everything();
    expect(after.entities.map(({ slug }) => slug)).toContain('meanwhile');
    expect(after.evidence.map(({ id }) => id)).not.toContain('v2');
  });

  it('rejects with the error of a snapshot, and takes another one', async () => {
    const error = new Error('enough');
    await expect(written.store.snapshot(() => Promise.reject(error))).rejects.toBe(error);
    expect((await written.everything()).sources).toHaveLength(2);
  });
});
