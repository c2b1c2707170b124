import { expect, it } from '@jest/globals';
import { openApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

describeOnEngines('the page of a document', (engine) => {
  it('says how much it has, and which source has its name', async () => {
    const app = await openApp(engine);
    const { document } = await app.data('{ document(slug: "kt-2025-12-11") { entryCount } }');
    const page = await readPage(app, '/documents/kt-2025-12-11?lang=en');
    expect(page.texts('main > p')[1]).toContain(`${document.entryCount} entries`);
    expect(page.texts('main > p')[2]).toContain('Kazakhstan Today');
    expect((await readPage(app, '/documents/nothing')).status).toBe(404);
    await app.close();
  });
});
