import { firstDay, lastDay } from './days.mjs';
import { createSources } from './sources.mjs';
import { TITLES } from './words.mjs';

/** The property that makes another relation of the same type and ends. */
const QUALIFIERS = { PARTICIPATED_IN: 'role', PARTY_TO: 'act', SUPPORTS: 'kind' };

/**
 * Relations until there are `total`, drawn in a fixed order. The first organisation is the hub: 5
 * % of all relations are memberships in it. Memberships and participations have the days between
 * which they may have held, and a third of them a source.
 *
 * @param {import('./random.mjs').Random} random
 * @param {Record<string, object[]>} entities by type
 * @param {number} total
 */
export function makeRelations(random, entities, total) {
  const draw = createDraw(random, entities);
  makeMemberships(draw, Math.round(total * 0.05));
  makeParts(draw);
  makeEvents(draw);
  makeStatements(draw);
  makeInstruments(draw);
  makeReports(draw);
  makeTopicsAndSupport(draw);
  while (draw.relations.length < total) makeParticipation(draw);
  return draw.relations;
}

function createDraw(random, entities) {
  const relations = [];
  const uses = new Map();
  const evidenceOf = createSources(entities);

  function relate(type, from, to, properties = {}) {
    const qualifier = properties[QUALIFIERS[type]];
    const base = [from.slug, type, to.slug, ...(qualifier ? [qualifier] : [])].join('~');
    const use = (uses.get(base) ?? 0) + 1;
    uses.set(base, use);
    const key = use === 1 ? base : `${base}~${use}`;
    const repeat = use === 1 ? undefined : use;
    const ends = { from: from.slug, to: to.slug, fromType: from.type, toType: to.type };
    const told = evidenceOf(type, key, random.next());
    relations.push({
      key,
      type,
      ...ends,
      repeat,
      ...told,
      ...daysOf(type, to, properties),
      ...properties,
    });
  }

  const popular = (type, power) =>
    entities[type][random.popularIndex(entities[type].length, power)];
  return {
    random,
    entities,
    relations,
    relate,
    popular,
    person: () => popular('Person', 1.6),
    organization: () => popular('Organization', 3),
    topic: () => popular('Topic', 2),
    event: () => popular('Event', 1.3),
    term() {
      const since = random.date(2000, 2022);
      return random.next() < 0.4 ? { since, until: random.date(2023, 2025) } : { since };
    },
  };
}

/** Between which days a relation may have held. A participation has the days of its event. */
function daysOf(type, far, { since, until }) {
  if (type === 'PARTICIPATED_IN') {
    return { earliest: firstDay(far.startDate), latest: lastDay(far.endDate) };
  }
  return type === 'MEMBER_OF' ? { earliest: firstDay(since), latest: lastDay(until) } : {};
}

function makeMemberships({ random, entities, relate, organization, term }, hubMembers) {
  const people = entities.Person;
  const hub = entities.Organization[0];
  for (let index = 0; index < hubMembers; index++) {
    const member = people[Math.floor((index * people.length) / hubMembers)];
    relate('MEMBER_OF', member, hub, { role: random.pick(TITLES), ...term() });
  }
  for (const person of people) {
    const count = 1 + (random.next() < 0.4) + (random.next() < 0.15);
    for (let index = 0; index < count; index++) {
      const joined = organization();
      if (joined === hub) continue;
      relate('MEMBER_OF', person, joined, { role: random.pick(TITLES), ...term() });
    }
  }
}

function makeParts({ random, entities, relate }) {
  const { Organization: organizations, Event: events } = entities;
  for (let index = 1; index < organizations.length; index++) {
    if (random.next() >= 0.8) continue;
    const whole = organizations[random.popularIndex(index, 2)];
    relate('PART_OF', organizations[index], whole, { since: random.date(1990, 2020) });
  }
  for (let index = 1; index < events.length; index++) {
    if (random.next() >= 0.2) continue;
    relate('PART_OF', events[index], events[random.popularIndex(index, 1.5)]);
  }
}

function makeEvents({ random, entities, relate, popular, organization, topic }) {
  for (const event of entities.Event) {
    relate('HELD_IN', event, popular('Place', 2));
    relate('PARTICIPATED_IN', organization(), event, { role: 'ORGANIZER' });
    const topics = random.between(1, 3);
    for (let index = 0; index < topics; index++) relate('ABOUT', event, topic());
  }
}

function makeStatements({ random, entities, relate, person, organization, event, topic }) {
  for (const statement of entities.Statement) {
    const speaker = random.next() < 0.85 ? person() : organization();
    const occasion = event();
    relate('MADE', speaker, statement);
    relate('MADE_AT', statement, occasion);
    relate('ABOUT', statement, topic());
    if (speaker.type === 'Person' && random.next() < 0.7) {
      relate('ON_BEHALF_OF', statement, organization());
    }
    if (random.next() < 0.5) {
      const subjects = ['Instrument', 'Report', 'Organization'];
      relate('ABOUT', statement, random.pick(subjects.map((type) => random.pick(entities[type]))));
    }
  }
  makeDisputes(entities.Statement, relate);
}

/** One statement of twenty disputes the one before it. */
function makeDisputes(statements, relate) {
  for (let index = 20; index < statements.length; index += 20) {
    relate('DISPUTES', statements[index], statements[index - 1]);
  }
}

function makeInstruments({ random, entities, relate, organization }) {
  const instruments = entities.Instrument;
  for (const instrument of instruments) {
    for (let index = 0; index < 12; index++) {
      const party = organization();
      const act = random.pick(['SIGNATURE', 'RATIFICATION', 'ACCESSION']);
      relate('PARTY_TO', party, instrument, { act, date: random.date(1960, 2020) });
    }
  }
  for (let index = 1; index < instruments.length; index++) {
    if (random.next() >= 0.5) continue;
    relate('SUPPLEMENTS', instruments[index], instruments[random.integer(index)]);
  }
}

function makeReports({ random, entities, relate, organization, topic }) {
  for (const report of entities.Report) {
    relate('SUBMITTED', organization(), report, { date: random.date(2005, 2025) });
    relate('SUBMITTED_UNDER', report, random.pick(entities.Instrument));
    const body = organization();
    const session = `${100 + random.integer(50)}`;
    relate('REVIEWED_BY', report, body, { session, date: random.date(2005, 2025) });
    relate('ABOUT', report, topic());
  }
}

function makeTopicsAndSupport({ random, entities, relate, organization, term }) {
  const topics = entities.Topic;
  for (let index = 1; index < topics.length; index++) {
    relate('BROADER', topics[index], topics[random.integer(index)]);
  }
  for (let index = 0; index < entities.Organization.length * 0.5; index++) {
    const supporter = organization();
    const subjects = ['Organization', 'Topic', 'Event'];
    const subject = random.pick(subjects.map((type) => random.pick(entities[type])));
    const kind = random.pick(['PROJECT', 'FUNDING', 'EXPERTISE']);
    relate('SUPPORTS', supporter, subject, { kind, ...term() });
  }
}

function makeParticipation({ random, relate, person, organization, event }) {
  const byOrganization = random.next() < 0.3;
  const participant = byOrganization ? organization() : person();
  const occasion = event();
  const role = participationRole(random.next(), byOrganization);
  const onBehalfOf =
    byOrganization || random.next() < 0.5 ? {} : { onBehalfOf: organization().slug };
  relate('PARTICIPATED_IN', participant, occasion, { role, ...onBehalfOf });
}

function participationRole(chance, byOrganization) {
  if (chance < 0.25) return 'SPEAKER';
  if (chance < 0.28) return 'MODERATOR';
  return byOrganization && chance < 0.4 ? 'CO_ORGANIZER' : 'PARTICIPANT';
}
