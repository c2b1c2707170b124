import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { councilWithout, openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

const all = councilWithout();

/** Those that no relation touches. */
const alone = ['briefing', 'courier', 'dana-2', 'gazette', 'kenes-editors', 'st-silence'];

describeOnEngines('a list of entities', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  const spoke = 'relation: { relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }';

  it.each([
    ['those that have any relation', '{ related: [{}] }', councilWithout(...alone)],
    ['those that have no relation', '{ related: [{ quantifier: NONE }] }', alone],
    ['all where nothing has to be related', '{ related: [] }', all],
    [
      'those at either end of a relation',
      `{ related: [{ ${spoke} }] }`,
      ['ada', 'bek', 'dana', 'forum-2023', 'forum-2024'],
    ],
    [
      'those at the first end of a relation',
      '{ related: [{ relation: { roles: [SPEAKER], direction: FORWARD } }] }',
      ['ada', 'bek', 'dana'],
    ],
    [
      'those at the second end of a relation',
      '{ related: [{ relation: { roles: [SPEAKER], direction: BACKWARD } }] }',
      ['forum-2023', 'forum-2024'],
    ],
    [
      'those of a relation with one of several roles',
      '{ related: [{ relation: { roles: [MODERATOR, PARTICIPANT], direction: FORWARD } }] }',
      ['ada', 'dana'],
    ],
    ['none where no role will do', '{ related: [{ relation: { roles: [] } }] }', []],
    [
      'none where no relation type will do',
      '{ related: [{ relation: { relationTypes: [] } }] }',
      [],
    ],
    [
      'those that spoke where rights were the subject',
      `{ types: [PERSON], related: [{ ${spoke}, entity: { related: [{ relation: { relationTypes: [ABOUT] }, entity: { slugs: ["rights"] } }] } }] }`,
      ['ada', 'bek'],
    ],
    [
      'what meets two conditions on its relations',
      `{ related: [{ relation: { relationTypes: [MEMBER_OF], direction: FORWARD } }, { ${spoke} }] }`,
      ['ada', 'bek'],
    ],
    [
      'those that are members of none',
      '{ types: [PERSON], related: [{ relation: { relationTypes: [MEMBER_OF] }, quantifier: NONE }] }',
      ['dana', 'dana-2'],
    ],
    [
      'those that are not members of any, by `not`',
      '{ types: [PERSON], not: { related: [{ relation: { relationTypes: [MEMBER_OF] } }] } }',
      ['dana', 'dana-2'],
    ],
    [
      'those that took part in conferences only, or in nothing',
      '{ types: [PERSON], related: [{ relation: { relationTypes: [PARTICIPATED_IN] }, entity: { kinds: ["CONFERENCE"] }, quantifier: EVERY }] }',
      ['ada', 'bek', 'cleo', 'dana-2'],
    ],
    [
      'what is related to two at least, each counted once',
      '{ types: [ORGANIZATION], related: [{ relation: { relationTypes: [MEMBER_OF] }, atLeast: 2 }] }',
      ['council'],
    ],
    [
      'none related to three at least',
      '{ types: [ORGANIZATION], related: [{ relation: { relationTypes: [MEMBER_OF] }, atLeast: 3 }] }',
      [],
    ],
    [
      'who took part in two events, not in two roles',
      '{ types: [PERSON], related: [{ relation: { relationTypes: [PARTICIPATED_IN] }, atLeast: 2 }] }',
      ['dana'],
    ],
    [
      'who took part in two events, looking forward only',
      '{ related: [{ relation: { relationTypes: [PARTICIPATED_IN], direction: FORWARD }, atLeast: 2 }] }',
      ['dana'],
    ],
    [
      'what two publishers relate',
      '{ related: [{ relation: { minPublishers: 2 } }] }',
      ['ada', 'council', 'forum-2024'],
    ],
    [
      'what three publishers relate',
      '{ related: [{ relation: { minPublishers: 3 } }] }',
      ['ada', 'forum-2024'],
    ],
    [
      'what one origin relates',
      '{ related: [{ relation: { minOrigins: 1 } }] }',
      ['ada', 'cleo', 'council', 'forum-2024', 'ministry'],
    ],
    ['none that two origins relate', '{ related: [{ relation: { minOrigins: 2 } }] }', []],
    [
      'what is related, attested or not',
      '{ related: [{ relation: { minPublishers: 0 } }] }',
      councilWithout(...alone),
    ],
    [
      'what is related to a place',
      '{ related: [{ relation: { entityTypes: [PLACE] } }] }',
      ['almaty', 'forum-2024', 'hall'],
    ],
    [
      'who surely was a member in 2021',
      '{ types: [PERSON], related: [{ relation: { relationTypes: [MEMBER_OF], during: { from: "2021", to: "2021", certainly: true } } }] }',
      ['ada', 'bek'],
    ],
    [
      'who may have been a member in 2023',
      '{ types: [PERSON], related: [{ relation: { relationTypes: [MEMBER_OF], during: { from: "2023", to: "2023" } } }] }',
      ['bek', 'cleo'],
    ],
    [
      'what is related to itself, too',
      '{ related: [{ relation: { relationTypes: [SUPPORTS] }, entity: { slugs: ["ministry"] } }] }',
      ['ministry', 'watch'],
    ],
    [
      'what supports itself',
      '{ related: [{ relation: { relationTypes: [SUPPORTS], direction: FORWARD }, entity: { slugs: ["ministry"] } }] }',
      ['ministry'],
    ],
    [
      'what supports topics only',
      '{ slugs: ["ministry", "watch"], related: [{ relation: { relationTypes: [SUPPORTS], direction: FORWARD }, entity: { types: [TOPIC] }, quantifier: EVERY }] }',
      ['watch'],
    ],
    [
      'what a chain of three leads to',
      '{ related: [{ relation: { relationTypes: [MEMBER_OF] }, entity: { related: [{ relation: { relationTypes: [PART_OF] }, entity: { related: [{ relation: { relationTypes: [SUBMITTED] }, entity: { slugs: ["report"] } }] } }] } }] }',
      ['ada', 'bek'],
    ],
    [
      'what one of two chains leads to, or a slug',
      '{ or: [{ related: [{ relation: { relationTypes: [SUPPORTS] }, entity: { slugs: ["ministry"] } }] }, { types: [PLACE], related: [{ entity: { slugs: ["forum-2024"] } }] }, { slugs: ["ministry", "treaty"] }] }',
      ['hall', 'ministry', 'treaty', 'watch'],
    ],
    [
      'what both of two choices lead to',
      '{ and: [{ or: [{ slugs: ["ministry", "treaty"] }, { related: [{ entity: { slugs: ["ministry"] } }] }] }, { or: [{ related: [{ relation: { relationTypes: [SUPPORTS] }, entity: { slugs: ["ministry"] } }] }] }] }',
      ['ministry', 'watch'],
    ],
  ])('keeps %s', async (_what, filter, slugs) => {
    const { entities } = await app.data(
      `{ entities(filter: ${filter}, orderBy: { by: SLUG }, first: 100) { totalCount nodes { slug } } }`,
    );
    expect([entities.totalCount, slugsOf(entities)]).toEqual([slugs.length, slugs]);
  });
});
