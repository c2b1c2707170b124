import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Store } from '../../src/store/store.js';
import { describeOnEngines } from '../support/engines.js';
import { documentOf, fileOf, graphOf, importAll } from '../support/importing.js';
import { problemsIn, problemsWithout } from '../support/joining.js';

const smith = (slug: string) => ({ slug, type: 'Person', names: { en: 'Ann Smith' } });

const oral = JSON.stringify({
  kenes: 1,
  document: 'oral',
  entities: [{ ...smith('ann-of-oral'), differentFrom: ['ann-of-taraz', 'a-smith'] }],
});
const taraz = JSON.stringify({ kenes: 1, document: 'taraz', entities: [smith('ann-of-taraz')] });
const aral = JSON.stringify({ kenes: 1, document: 'aral', entities: [smith('a-smith')] });
const joined = JSON.stringify({
  kenes: 1,
  document: 'joined',
  entities: [{ slug: 'a-smith', mergedInto: 'ann-of-taraz' }],
});

describeOnEngines('the others that an entity is told apart from', (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await engine.open();
    expect(await problemsIn(store, oral, taraz, aral)).toEqual([]);
  });
  afterEach(() => store.close());

  async function others(): Promise<unknown> {
    const { entities = [] } = await graphOf(store);
    return entities.find(({ slug }) => slug === 'ann-of-oral')?.differentFrom;
  }

  it('are the entities that slugs are merged into, and the slugs again once parted', async () => {
    expect(await others()).toEqual(['a-smith', 'ann-of-taraz']);
    expect(await problemsIn(store, joined)).toEqual([]);
    expect(await others()).toEqual(['ann-of-taraz']);
    expect(await problemsWithout(store, 'joined')).toEqual([]);
    expect(await others()).toEqual(['a-smith', 'ann-of-taraz']);
  });

  it('are named in a merged export, which can be imported', async () => {
    expect(await problemsIn(store, joined)).toEqual([]);
    const graph = await graphOf(store);
    await store.close();
    store = await engine.open();
    await importAll(store, [fileOf(documentOf(graph))]);
    expect(await graphOf(store)).toEqual(graph);
  });

  const needs = (slug: string): string =>
    `oral:1:42: ann-of-oral: It needs the entity “${slug}”, which no document would state any more.`;

  it('cannot be removed while an entity names them', async () => {
    expect(await problemsWithout(store, 'aral')).toEqual([needs('a-smith')]);
    expect(await problemsWithout(store, 'aral', 'taraz')).toEqual([
      needs('ann-of-taraz'),
      needs('a-smith'),
    ]);
    expect(await problemsWithout(store, 'aral', 'taraz', 'oral')).toEqual([]);
  });

  it('cannot be removed while an entity names them by a former slug', async () => {
    const former = oral.replace('"ann-of-taraz",', '');
    expect(await problemsIn(store, former, joined)).toEqual([]);
    expect(await problemsWithout(store, 'taraz', 'aral')).toContain(needs('ann-of-taraz'));
  });
});
