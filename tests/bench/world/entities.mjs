import {
  CITIES,
  EVENTS,
  FAMILY_NAMES,
  FIELDS,
  FIRST_NAMES,
  ORGANIZATIONS,
  STATEMENT_ACTS,
  STATEMENT_WORDS,
  latin,
} from './words.mjs';

const SHARES = {
  Person: 0.45,
  Organization: 0.1,
  Event: 0.15,
  Topic: 0.02,
  Instrument: 0.01,
  Report: 0.03,
  Place: 0.02,
};

/** How many entities of each type; what the shares leave are Statements. */
export function countEntities(total) {
  const counts = Object.fromEntries(
    Object.entries(SHARES).map(([type, share]) => [type, Math.round(total * share)]),
  );
  counts.Statement = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  return counts;
}

/** One maker a type: what follows from the random choices, in the order in which they are drawn. */
const makers = {
  Person(random) {
    const woman = random.next() < 0.45;
    const first = random.pick(FIRST_NAMES);
    const family = random.pick(FAMILY_NAMES) + (woman ? 'а' : '');
    const ru = `${first} ${family}`;
    const en = random.next() < 0.85 ? latin(ru) : undefined;
    const kind = random.next() < 0.7 ? 'official' : 'activist';
    const aliases = random.next() < 0.3 ? { en: [latin(`${family} ${first}`)] } : {};
    const properties = { kind, aliases, birthDate: random.date(1945, 2000) };
    return { properties, ru, en, kk: random.next() < 0.3 ? ru : undefined };
  },
  Organization(random) {
    const body = random.integer(ORGANIZATIONS.ru.length);
    const field = random.integer(FIELDS.ru.length);
    const city = random.pick(CITIES);
    const kind = random.pick(['government', 'ngo', 'international', 'media']);
    return {
      properties: { kind, aliases: {}, foundedDate: random.date(1945, 2015) },
      ru: `${ORGANIZATIONS.ru[body]} ${FIELDS.ru[field]} (${city})`,
      en: `${ORGANIZATIONS.en[body]} of ${FIELDS.en[field]} (${latin(city)})`,
    };
  },
  Event(random) {
    const form = random.integer(EVENTS.ru.length);
    const field = random.integer(FIELDS.ru.length);
    const date = random.date(2005, 2025);
    return {
      properties: { kind: 'meeting', aliases: {}, startDate: date, endDate: date },
      ru: `${EVENTS.ru[form]} по вопросам ${FIELDS.ru[field]} ${date}`,
      en: `${EVENTS.en[form]} on ${FIELDS.en[field]} ${date}`,
    };
  },
  Topic: (random, index) => numbered(random, index, 'theme', 'Тема', 'Topic'),
  Instrument(random, index) {
    const made = numbered(random, index, 'treaty', 'Конвенция', 'Convention on');
    made.properties.adoptedDate = random.date(1948, 2010);
    return made;
  },
  Report: (random, index) => numbered(random, index, 'report', 'Доклад', 'Report on'),
  Place(random, index) {
    const city = random.pick(CITIES);
    return {
      properties: { kind: 'venue', aliases: {} },
      ru: `${city}, зал ${index}`,
      en: `${latin(city)}, hall ${index}`,
    };
  },
  Statement(random) {
    const length = 8 + random.integer(14);
    const text = Array.from({ length }, () => random.pick(STATEMENT_WORDS)).join(' ');
    const kind = random.next() < 0.3 ? 'quotation' : 'paraphrase';
    const act = random.pick(STATEMENT_ACTS);
    return { properties: { kind, act, aliases: {}, text: { ru: text } }, ru: text.slice(0, 40) };
  },
};

function numbered(random, index, kind, ru, en) {
  const field = random.integer(FIELDS.ru.length);
  return {
    properties: { kind, aliases: {} },
    ru: `${ru} ${FIELDS.ru[field]} ${index}`,
    en: `${en} ${FIELDS.en[field]} ${index}`,
  };
}

function slugOf(type, name, index) {
  const words = latin(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/-$/, '');
  return `${type === 'Person' ? 'p' : type.toLowerCase()}-${words}-${index}`;
}

/**
 * All entities by type.
 *
 * @param {import('./random.mjs').Random} random
 * @param {Record<string, number>} counts
 */
export function makeEntities(random, counts) {
  return Object.fromEntries(
    Object.entries(makers).map(([type, make]) => [
      type,
      Array.from({ length: counts[type] }, (_, index) => {
        const { properties, ru, en, kk } = make(random, index);
        const names = { ru, ...(en && { en }), ...(kk && { kk }) };
        return { slug: slugOf(type, en ?? ru, index), type, ...properties, names };
      }),
    ]),
  );
}
