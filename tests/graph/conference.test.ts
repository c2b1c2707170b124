import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('the conference of the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('has its organisers and co-organisers with how many publishers and origins say so', async () => {
    const { entity } = await app.data(`{
      entity(slug: "conference-penitentiary-2025") {
        ... on Event {
          participants(filter: { roles: [ORGANIZER, CO_ORGANIZER] }) {
            totalCount
            edges { relation { role publisherCount originCount } node { slug } }
          }
        }
      }
    }`);
    const co = { role: 'CO_ORGANIZER', publisherCount: 3, originCount: 2 };
    expect(entity.participants).toEqual({
      totalCount: 6,
      edges: [
        { relation: co, node: { slug: 'council-of-europe' } },
        { relation: co, node: { slug: 'mvd-kz' } },
        {
          relation: { role: 'ORGANIZER', publisherCount: 1, originCount: 1 },
          node: { slug: 'national-centre-for-human-rights-kz' },
        },
        {
          relation: { role: 'ORGANIZER', publisherCount: 2, originCount: 1 },
          node: { slug: 'ombudsman-kz' },
        },
        { relation: co, node: { slug: 'osce-programme-office-astana' } },
        { relation: co, node: { slug: 'undp-kazakhstan' } },
      ],
    });
  });
});
