import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/app.js';
import { KenesError } from '../../src/errors.js';
import { useService } from '../support/service.js';

const hint = /Allowed: gexf, graphml, /;

describe('the address of an export', () => {
  const service = useService();

  it.each([
    [
      '/export/gef',
      404,
      /^There is no export format “gef”\. Did you mean “gexf”\? Allowed: gexf, /,
    ],
    ['/export/', 404, hint],
    ['/export/gexf/x', 404, hint],
    ['/export/gexf?center=opca', 404, /^Unknown slug “opca” in `center`\. Did you mean “opcat”\?/],
    [
      '/export/gexf?roles=SPEAKR',
      400,
      /^Unknown value “SPEAKR” of `roles`\. Did you mean “SPEAKER”\? Allowed: ORGANIZER, /,
    ],
    ['/export/gexf?entityTypes=Person', 400, /Allowed: PERSON, ORGANIZATION, /],
    ['/export/gexf?during=20x5', 400, /^“20x5” in `during` is not a date\. Allowed: 2025, /],
    ['/export/gexf?during=2026/2025', 400, /^`from` must not be after `to`/],
    ['/export/gexf?center=npm&depth=9', 400, /^`depth` must be between 0 and 4/],
    ['/export/gexf?depth=two&center=npm', 400, /^`depth` is not a whole number \(got “two”\)/],
    ['/export/gexf?direction=FORWARD', 400, /^`direction` needs `center`/],
    [
      '/export/gexf?minOrigin=1',
      400,
      /^Unknown parameter “minOrigin”\. Did you mean “minOrigins”\? Allowed: center, /,
    ],
    ['/export/gexf?q=npm', 400, /^An export has no `q`/],
    ['/export/gexf?lang=de', 400, /^`lang` is none of en, ru, kk \(got “de”\)\./],
    ['/export/gexf?bom=1', 400, /^The format gexf has no option `bom`/],
    ['/export/csv.zip?separator=x', 400, /Allowed for csv\.zip: ,, ;, tab\./],
    [
      '/export/gexf?without=kt-2025-12-1',
      400,
      /^Unknown source “kt-2025-12-1” in `without`\. Did you mean “kt-2025-12-11”\?/,
    ],
    ['/export/gexf?publishers=undp-kazakhsta', 400, /Did you mean “undp-kazakhstan”\?/],
  ])('that is wrong says so: %s', async (path, status, message) => {
    const response = await service.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toMatch(message);
  });

  it('that is wrong says so as JSON where the format is JSON', async () => {
    const response = await service.get('/export/json?center=opca');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', nearest: 'opcat', argument: 'center' } }],
    });
  });

  it('names the file in ASCII, and with the name of what is in its centre', async () => {
    const whole = await service.get('/export/csv.zip');
    expect(whole.headers.get('content-disposition')).toBe(
      `attachment; filename="kenes-graph.csv.zip"; filename*=UTF-8''Kenes%20graph.csv.zip`,
    );
    await whole.body?.cancel();
    const npm = await service.get('/export/gexf?center=npm&lang=kk');
    const name = encodeURIComponent('Kenes Ұлттық превентивтік механизм.gexf');
    expect(npm.headers.get('content-disposition')).toBe(
      `attachment; filename="kenes-npm.gexf"; filename*=UTF-8''${name}`,
    );
    await npm.body?.cancel();
    expect(npm.headers.get('content-type')).toBe('application/gexf+xml; charset=utf-8');
  });

  it('answers compressed where the client accepts it', async () => {
    const plain = await service.get('/export/gexf?center=npm');
    expect(plain.headers.get('content-encoding')).toBeNull();
    const gzip = await service.get('/export/gexf?center=npm', { 'accept-encoding': 'br, gzip' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gzip.headers.get('vary')).toBe('accept-encoding');
    const bytes = gunzipSync(Buffer.from(await gzip.arrayBuffer()));
    expect(bytes.toString()).toBe(await plain.text());
    const archive = await service.get('/export/csv.zip', { 'accept-encoding': 'gzip' });
    await archive.body?.cancel();
    expect(archive.headers.get('content-encoding')).toBeNull();
  });

  it('answers HEAD as GET, without a body, and refuses other methods', async () => {
    const url = 'http://kenes.example/export/csv.zip';
    const head = await service.app.fetch(new Request(url, { method: 'HEAD' }));
    const got = await service.get('/export/csv.zip');
    expect([...head.headers]).toEqual([...got.headers]);
    await got.body?.cancel();
    expect(await head.text()).toBe('');
    const posted = await service.app.fetch(new Request(url, { method: 'POST' }));
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('leads to a context of JSON-LD, in which each relation type has a term', async () => {
    const response = await service.get('/context.jsonld');
    expect(response.headers.get('content-type')).toBe('application/ld+json');
    const { '@context': context } = (await response.json()) as { '@context': object };
    expect(context).toMatchObject({ '@vocab': 'urn:kenes:', org: 'http://www.w3.org/ns/org#' });
  });

  it('can be read by pages of the origins that may read answers', async () => {
    const { store, vocabulary, logger } = service;
    const app = createApp({ store, vocabulary, logger, origins: 'any' });
    const headers = { origin: 'https://gephi.example' };
    const open = await service.get('/export/gexf?center=npm', headers, app);
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    const closed = await service.get('/export/gexf?center=npm', headers);
    for (const { body } of [open, closed]) await body?.cancel();
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('says that the store is away', async () => {
    const away = new KenesError('STORE_UNAVAILABLE', 'The store does not answer.');
    const response = await service.get('/export/gexf', {}, service.failing('read', away));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.text()).toBe('The store does not answer.\n');
  });

  it('says nothing of an error within, and logs it', async () => {
    const app = service.failing('read', new Error('secret'));
    const response = await service.get('/export/gexf', {}, app);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(service.logged()).toMatchObject([{ msg: 'internal error', err: { message: 'secret' } }]);
  });
});
