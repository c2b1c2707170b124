import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a source', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('has what is known of it', async () => {
    const { gazette, note } = await app.data(`{
      gazette: source(slug: "gazette-2024") { ...all }
      note: source(slug: "note") { ...all }
    }
    fragment all on Source {
      id slug title urls language publishedAt kind
      publisher { slug name } informers { slug degree }
    }`);
    expect(gazette).toEqual({
      id: globalId('Source:gazette-2024'),
      slug: 'gazette-2024',
      title: 'The council meets',
      urls: ['https://gazette.example/a', 'https://gazette.example/b'],
      language: 'en',
      publishedAt: '2024-05-11',
      kind: 'NEWS',
      publisher: { slug: 'gazette', name: 'The Gazette' },
      informers: [{ slug: 'ministry', degree: 6 }],
    });
    expect(note).toEqual({
      id: globalId('Source:note'),
      slug: 'note',
      title: null,
      urls: [],
      language: null,
      publishedAt: null,
      kind: null,
      publisher: { slug: 'courier', name: 'Курьер' },
      informers: [],
    });
  });

  it('has the date of its publication in words', async () => {
    const { gazette, note } = await app.data(`{
      gazette: source(slug: "gazette-2024") { en: dateText(language: EN) kk: dateText(language: KK) }
      note: source(slug: "note") { dateText }
    }`);
    expect(gazette).toEqual({ en: '11 May 2024', kk: '2024 жылғы 11 мамыр' });
    expect(note).toEqual({ dateText: null });
  });

  it('lists what it is evidence for, by target, property and passage', async () => {
    const { source } = await app.data(`{
      source(slug: "gazette-2024") {
        evidence {
          totalCount
          nodes {
            property stance inferred selector { start end sha256 }
            target { __typename ... on Entity { slug } ... on Relation { key } }
          }
        }
        whole: evidence(properties: []) { totalCount }
        role: evidence(properties: ["role"]) { totalCount nodes { value } }
      }
    }`);
    const on = (target: object, property: string | null, rest: object = {}) => ({
      target,
      property,
      stance: 'CONFIRMS',
      inferred: false,
      selector: null,
      ...rest,
    });
    const at = (start: number, end: number) => ({
      selector: { start, end, sha256: 'a'.repeat(64) },
    });
    const relation = (key: string) => ({ __typename: 'Relation', key });
    const term = relation('ada~MEMBER_OF~council');
    const speaker = relation('ada~PARTICIPATED_IN~forum-2024~SPEAKER');
    const second = relation('bek~PARTICIPATED_IN~forum-2024~SPEAKER');
    const organizer = relation('council~PARTICIPATED_IN~forum-2024~ORGANIZER');
    const rival = relation('ministry~PARTICIPATED_IN~forum-2024~ORGANIZER');
    const forum = { __typename: 'Event', slug: 'forum-2024' };
    expect(source.evidence).toEqual({
      totalCount: 18,
      nodes: [
        on(term, null, at(0, 10)),
        on(term, 'since', at(0, 10)),
        on(term, 'title.en', at(0, 10)),
        on(term, 'until', at(0, 10)),
        on(speaker, null),
        on(speaker, 'role'),
        on(second, null, { inferred: true }),
        on(second, 'role', { inferred: true }),
        on({ __typename: 'Organization', slug: 'council' }, null, at(5, 12)),
        on(organizer, null),
        on(organizer, 'role'),
        on(forum, null, { ...at(7, 20), inferred: true }),
        on(forum, null, at(90, 99)),
        on(forum, 'endDate', { ...at(7, 20), inferred: true }),
        on(forum, 'endDate', at(90, 99)),
        on(forum, 'names.en'),
        on(forum, 'startDate'),
        on(rival, null, { stance: 'CONTRADICTS' }),
      ],
    });
    expect([source.whole.totalCount, source.role]).toEqual([
      8,
      {
        totalCount: 3,
        nodes: [{ value: 'SPEAKER' }, { value: 'SPEAKER' }, { value: 'ORGANIZER' }],
      },
    ]);
  });
});
