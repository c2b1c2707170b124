import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a relation', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('has its ends, properties, labels and counts', async () => {
    const { term, again, role } = await app.data(`{
      term: relation(key: "ada~MEMBER_OF~council") { ...all }
      again: relation(key: "ada~MEMBER_OF~council~2") { ...all }
      role: relation(key: "ada~PARTICIPATED_IN~forum-2024~SPEAKER") { ...all }
    }
    fragment all on Relation {
      id key type version from { slug } to { slug }
      title since until role act kind date publisherCount originCount standing isContested
      label back: label(direction: BACKWARD)
      ru: label(language: RU, direction: FORWARD) kk: label(language: KK, direction: BACKWARD)
    }`);
    const membership = {
      type: 'MEMBER_OF',
      version: 1,
      from: { slug: 'ada' },
      to: { slug: 'council' },
      title: 'Chair',
      role: null,
      act: null,
      kind: null,
      date: null,
      standing: 'STATED',
      isContested: false,
      label: 'is a member of',
      back: 'has as a member',
      ru: 'состоит в:',
      kk: 'мүшелерінің бірі:',
    };
    expect(term).toEqual({
      ...membership,
      id: globalId('Relation:ada~MEMBER_OF~council'),
      key: 'ada~MEMBER_OF~council',
      since: '2020',
      until: '2022-06-30',
      // The Gazette and the Courier, which both have it from the ministry.
      publisherCount: 2,
      originCount: 1,
    });
    expect(again).toEqual({
      ...membership,
      standing: 'INFERRED',
      id: globalId('Relation:ada~MEMBER_OF~council~2'),
      key: 'ada~MEMBER_OF~council~2',
      since: '2024-01-01',
      until: null,
      // What is only inferred does not count.
      publisherCount: 0,
      originCount: 0,
    });
    expect(role).toEqual({
      id: globalId('Relation:ada~PARTICIPATED_IN~forum-2024~SPEAKER'),
      key: 'ada~PARTICIPATED_IN~forum-2024~SPEAKER',
      type: 'PARTICIPATED_IN',
      version: 1,
      from: { slug: 'ada' },
      to: { slug: 'forum-2024' },
      title: null,
      since: null,
      until: null,
      role: 'SPEAKER',
      act: null,
      kind: null,
      date: null,
      standing: 'STATED',
      isContested: false,
      publisherCount: 3,
      originCount: 1,
      label: 'took part in',
      back: 'had as a participant',
      ru: 'среди участников мероприятия:',
      kk: 'қатысушыларының бірі:',
    });
  });

  it('is labelled in the language that the client accepts', async () => {
    const { relation } = await app.data(
      `{ relation(key: "ada~MADE~st-water") { label en: label(language: EN) } }`,
      { language: 'kk' },
    );
    expect(relation).toEqual({ label: 'мәлімдемесі:', en: 'said' });
  });

  it('has one origin where only sources without a known informer confirm it', async () => {
    const { relation } = await app.data(
      `{ relation(key: "cleo~MEMBER_OF~ministry") { publisherCount originCount } }`,
    );
    expect(relation).toEqual({ publisherCount: 1, originCount: 1 });
  });

  it('counts no publisher where only the editors attest it', async () => {
    const { relation } = await app.data(`{
      relation(key: "council~PART_OF~ministry") {
        publisherCount originCount
        evidence { nodes { source { slug kind publisher { slug kind } } } }
      }
    }`);
    const publisher = { slug: 'kenes-editors', kind: 'EDITORIAL' };
    expect(relation).toEqual({
      publisherCount: 0,
      originCount: 0,
      evidence: {
        nodes: [{ source: { slug: 'kenes-editorial', kind: 'EDITORIAL', publisher } }],
      },
    });
  });
});
