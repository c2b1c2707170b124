import { describe, expect, it } from '@jest/globals';
import type { Told } from '../../src/wording/sentences.js';
import { dayOf, NO_LATEST_DAY } from '../../src/values/partial-date.js';
import type { EntityType } from '../../src/vocabulary/entity-types.js';
import { languages, type Language } from '../../src/vocabulary/languages.js';
import { relationTypes } from '../../src/vocabulary/relation-types.js';
import { end, sentence, tell, type EndOptions } from '../support/told.js';

const made = { type: 'MADE', toType: 'Statement' } as const;

describe('a sentence', () => {
  const seat = { type: 'BELONGS_TO', fromType: 'Organization' } as const;
  const names = { from: 'Anland', to: 'Council' };

  it('is in the past once the relation has ended', () => {
    expect(sentence({ ...seat, properties: { until: '2020' } }, names)).toBe(
      'Anland was a member of the Council (until 2020).',
    );
    expect(sentence({ ...seat, properties: { until: '9000' } }, names)).toBe(
      'Anland is a member of the Council (until 9000).',
    );
    expect(sentence({ ...seat, properties: { since: '2010/' } }, names)).toBe(
      'Anland was a member of the Council (since 2010, ended).',
    );
    expect(sentence({ ...seat, properties: { since: '2010/..' } }, names)).toBe(
      'Anland is a member of the Council (since 2010).',
    );
    expect(sentence(seat, names)).toBe('Anland is a member of the Council.');
  });

  it('is in the past if the event that it is with is over', () => {
    const relation = { type: 'SUPPORTS', fromType: 'Organization', toType: 'Event' } as const;
    const to = { name: 'Conference on water', endLatest: dayOf('2020-01-01') };
    expect(sentence(relation, { from: 'UNDP', to })).toBe(
      'UNDP supported the conference on water.',
    );
  });

  it('ends with one end mark', () => {
    const said = (to: string): string => sentence(made, { from: 'Ann', to });
    expect(said('It rains.')).toBe('Ann said that it rains.');
    expect(said('It rains...')).toBe('Ann said that it rains...');
    expect(sentence({ ...seat }, { from: 'A', to: 'Rain Inc.' })).toBe(
      'A is a member of Rain Inc.',
    );
  });

  it('begins with a capital, unless the first word has capitals of its own', () => {
    expect(sentence(seat, { from: 'editors', to: 'Council' })).toMatch(/^Editors is/);
    expect(sentence(seat, { from: 'eCouncil', to: 'Council' })).toMatch(/^eCouncil is/);
  });

  it('takes names as they are, whatever signs they have', () => {
    expect(sentence(seat, { from: '{to} $1', to: 'a|b ?? c' })).toBe(
      '{to} $1 is a member of a|b ?? c.',
    );
  });

  it('tells of every kind of support by itself', () => {
    const sentences = ['PROJECT', 'FUNDING', 'EXPERTISE', undefined].map((kind) =>
      sentence(
        { type: 'SUPPORTS', toType: 'Topic', properties: kind === undefined ? {} : { kind } },
        names,
      ),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(Object.keys(relationTypes.SUPPORTS.properties.kind.type.values)).toHaveLength(3);
  });
});

describe('the sentence of an office', () => {
  const office = (title: unknown) => ({ properties: { title: title as string } });
  const names = { from: 'Ann', to: 'Council of Rights' };

  it('says as what somebody is named, and when, by its latest source', () => {
    const time = {
      startEarliest: -9_999_999, startLatest: dayOf('2025-04-25'), endEarliest: dayOf('2025-04-25'),
      endLatest: NO_LATEST_DAY,
    }; // prettier-ignore
    const relation = {
      ...office({ en: 'Acting Head', ru: 'и. о. главы', kk: 'басшы м. а.' }),
      time,
    };
    expect(sentence(relation, names)).toBe(
      'Ann is named as Acting Head of the Council of Rights (as of April 2025).',
    );
    expect(sentence(relation, { from: 'Анна', to: 'Совет по правам' }, 'ru')).toBe(
      'Анна — и. о. главы Совета по правам (по данным на апрель 2025 г.).',
    );
    expect(sentence(relation, { from: 'Анна', to: 'Құқық кеңесі' }, 'kk')).toBe(
      'Анна — басшы м. а. (Құқық кеңесі; 2025 жылғы сәуірдегі дерек бойынша).',
    );
  });

  it('is in the past once it has ended', () => {
    const properties = { title: 'Chair', since: '2011', until: '2015' };
    expect(sentence({ properties }, names)).toBe(
      'Ann was Chair of the Council of Rights (2011–2015).',
    );
  });

  it('does not name the organization again if the title does', () => {
    expect(sentence(office('Head of the Council of Rights'), names)).toBe(
      'Ann is named as Head of the Council of Rights (according to an undated source).',
    );
  });

  it('has the title in a related language if there is none in its own', () => {
    expect(sentence(office({ ru: 'глава', en: 'Head' }), { from: 'Анна', to: 'Кеңес' }, 'kk')).toBe(
      'Анна — глава (Кеңес; күні көрсетілмеген дереккөз бойынша).',
    );
  });
});

describe('what somebody said', () => {
  it.each<[string, string, string, string]>([
    ['NOTED', 'Ann noted that it rains.', 'Анна отмечает, что идёт дождь.', 'Анна жаңбыр жауып тұр деп атап өтті.'],
    ['STRESSED', 'Ann stressed that it rains.', 'Анна подчёркивает, что идёт дождь.', 'Анна жаңбыр жауып тұр деп баса айтты.'],
    ['RECALLED', 'Ann recalled that it rains.', 'Анна напоминает, что идёт дождь.', 'Анна жаңбыр жауып тұр деп еске салды.'],
    ['REPORTED', 'Ann reported that it rains.', 'Анна сообщает, что идёт дождь.', 'Анна жаңбыр жауып тұр деп хабарлады.'],
    ['WELCOMED', 'Ann noted with satisfaction that it rains.', 'Анна с удовлетворением отмечает, что идёт дождь.', 'Анна жаңбыр жауып тұр деп қанағаттанушылықпен атап өтті.'],
    ['PRAISED', 'Ann noted with appreciation that it rains.', 'Анна с одобрением отмечает, что идёт дождь.', 'Анна жаңбыр жауып тұр деп ризашылықпен атап өтті.'],
    ['URGED', 'Ann urged action, saying that it rains.', 'Анна выступает с призывом, заявляя, что идёт дождь.', 'Анна жаңбыр жауып тұр деп үндеу тастады.'],
  ])('is told by its act, without quotation marks: %s', (act, en, ru, kk) => {
    const form = 'PARAPHRASE';
    expect(sentence(made, { from: 'Ann', to: { name: 'It rains.', act, form } })).toBe(en);
    expect(sentence(made, { from: 'Анна', to: { name: 'Идёт дождь.', act, form } }, 'ru')).toBe(ru);
    expect(sentence(made, { from: 'Анна', to: { name: 'Жаңбыр жауып тұр.', act, form } }, 'kk')).toBe(kk);
  }); // prettier-ignore

  it('is only noted if its words praise already', () => {
    const to = { name: 'The law is welcome.', act: 'WELCOMED' };
    expect(sentence(made, { from: 'Ann', to })).toBe('Ann noted that the law is welcome.');
  });

  it('is asked if it is a question', () => {
    const act = 'ASKED';
    expect(sentence(made, { from: 'Ann', to: { name: 'Does it rain?', act } })).toBe(
      'Ann asked: does it rain?',
    );
    expect(sentence(made, { from: 'Анна', to: { name: 'Идёт ли дождь?', act } }, 'ru')).toBe(
      'Анна спрашивает: идёт ли дождь?',
    );
    expect(sentence(made, { from: 'Анна', to: { name: 'Жаңбыр жауып тұр ма?', act } }, 'kk')).toBe(
      'Анна жаңбыр жауып тұр ма деп сұрады.',
    );
  });

  it('is in quotation marks if these are the speaker’s own words, and others within', () => {
    const form = 'QUOTATION';
    expect(sentence(made, { from: 'Ann', to: { name: 'It “rains”.', form } })).toBe(
      'Ann said: “It ‘rains’.”',
    );
    expect(sentence(made, { from: 'Анна', to: { name: 'Операция «Жусан».', form } }, 'ru')).toBe(
      'Анна говорит: «Операция „Жусан“».',
    );
  });

  it('follows a colon if it is in another language than the sentence', () => {
    const to: EndOptions = { name: 'Идёт дождь.', act: 'NOTED', language: 'ru' };
    expect(sentence(made, { from: 'Ann', to })).toBe('Ann noted: Идёт дождь.');
    expect(sentence(made, { from: 'Анна', to }, 'kk')).toBe('Анна атап өтті: Идёт дождь.');
  });

  it.each([
    ['Артур Ластаев', 'отметил'],
    ['АХМЕТОВ Тимур', 'отметил'],
    ['Ботагоз Жакселекова', 'отметила'],
    ['Айгүл Сейітқызы', 'отметила'],
    ['Ерлан Серікұлы', 'отметил'],
    ['Наталья Вишневская', 'отметила'],
    ['Матильда Богнер', 'отмечает'],
    ['Станислав Василенко', 'отмечает'],
  ])('has the gender that the name of a person shows in Russian: %s %s', (from, verb) => {
    const to = { name: 'Идёт дождь.', act: 'NOTED' };
    expect(sentence(made, { from, to }, 'ru')).toBe(`${from} ${verb}, что идёт дождь.`);
  });

  it('has many speakers in the plural', () => {
    const from = { name: 'Эксперты ООН', kind: 'COLLECTIVE' };
    const relation = { ...made, fromType: 'Organization' } as const;
    expect(sentence(relation, { from, to: { name: 'Идёт дождь.', act: 'PRAISED' } }, 'ru')).toBe(
      'Эксперты ООН с одобрением отметили, что идёт дождь.',
    );
  });
});

describe('a statement in a sentence', () => {
  const relation = { type: 'MADE_AT', fromType: 'Statement', toType: 'Event' } as const;

  it('is named by what it says', () => {
    expect(sentence(relation, { from: 'It rains.', to: 'Water for Life' })).toBe(
      'The point that it rains was raised at the event “Water for Life”.',
    );
    expect(sentence(relation, { from: 'Идёт дождь.', to: 'Вода и жизнь' }, 'ru')).toBe(
      'Высказывание о том, что идёт дождь, прозвучало на мероприятии «Вода и жизнь».',
    );
    expect(sentence(relation, { from: 'Жаңбыр жауып тұр.', to: 'Су және өмір' }, 'kk')).toBe(
      'Жаңбыр жауып тұр деген мәлімдеме «Су және өмір» іс-шарасында айтылды.',
    );
  });

  it('is a question if it asks', () => {
    expect(sentence(relation, { from: 'Does it rain?', to: 'Water for Life' })).toBe(
      'The question (does it rain?) was asked at the event “Water for Life”.',
    );
    expect(sentence(relation, { from: 'Идёт ли дождь?', to: 'Вода и жизнь' }, 'ru')).toBe(
      'Вопрос (идёт ли дождь?) был задан на мероприятии «Вода и жизнь».',
    );
    expect(sentence(relation, { from: 'Жаңбыр жауып тұр ма?', to: 'Су және өмір' }, 'kk')).toBe(
      'Жаңбыр жауып тұр ма деген сұрақ «Су және өмір» іс-шарасында қойылды.',
    );
  });
});

describe('what something is about', () => {
  const about = { type: 'ABOUT', fromType: 'Event' } as const;
  const topic = { en: 'human rights', ru: 'права человека', kk: 'адам құқықтары' };
  const events = { en: 'Meeting on water', ru: 'Заседание Совета', kk: 'Кеңес отырысы' };

  it('is the topic that an event is devoted to', () => {
    const told = languages.map((language) =>
      sentence({ ...about, toType: 'Topic' }, { from: events[language], to: topic[language] }, language),
    );
    expect(told).toEqual([
      'The meeting on water is about human rights.',
      'Заседание Совета посвящено теме «права человека».',
      'Кеңес отырысы «адам құқықтары» тақырыбына арналған.',
    ]);
  }); // prettier-ignore

  it('is a person, an institution or a place that it concerns', () => {
    const names = { en: 'Astana', ru: 'Астана', kk: 'Астана' };
    const told = languages.map((language) =>
      sentence({ ...about, toType: 'Place' }, { from: events[language], to: names[language] }, language),
    );
    expect(told).toEqual([
      'The meeting on water concerns Astana.',
      'Заседание Совета касается Астаны.',
      'Кеңес отырысы Астанаға қатысты.',
    ]);
  }); // prettier-ignore
});

describe('work on a theme', () => {
  it.each([
    ['COORDINATES', 'X coordinates work on human rights.', 'Совет координирует работу по теме «права человека».', 'Кеңес «адам құқықтары» тақырыбындағы жұмысты үйлестіреді.'],
    ['SUPPORTS', 'X supports work on human rights.', 'Совет поддерживает работу по теме «права человека».', 'Кеңес «адам құқықтары» тақырыбындағы жұмысқа қолдау көрсетеді.'],
  ])('is what is meant, since a theme itself is not: %s', (type, ...expected) => {
    const relation = { type, fromType: 'Organization', toType: 'Topic' } as const;
    const names = { en: ['X', 'human rights'], ru: ['Совет', 'права человека'], kk: ['Кеңес', 'адам құқықтары'] };
    const told = languages.map((language) => {
      const [from = '', to = ''] = names[language];
      return sentence(relation, { from, to: { name: to, kind: 'THEME' } }, language);
    });
    expect(told).toEqual(expected);
  }); // prettier-ignore
});

describe('a part of an institution that is named as a person', () => {
  it('works for it', () => {
    const relation = { type: 'PART_OF', fromType: 'Organization' } as const;
    const names = {
      en: ['Expert Council', 'Commissioner for Human Rights'],
      ru: ['Экспертный совет', 'Уполномоченный по правам человека'],
      kk: ['Сараптамалық кеңес', 'Адам құқықтары жөніндегі уәкіл'],
    };
    const told = languages.map((language) => {
      const [from = '', to = ''] = names[language];
      return sentence(relation, { from, to: { name: to, kind: 'NHRI' } }, language);
    });
    expect(told).toEqual([
      'The Expert Council is part of the office of the Commissioner for Human Rights.',
      'Экспертный совет действует при Уполномоченном по правам человека.',
      'Сараптамалық кеңес Адам құқықтары жөніндегі уәкілдің жанында жұмыс істейді.',
    ]);
  });
});

describe('an English name in a sentence', () => {
  const toName = (type: EntityType, name: string, kind: string | null = null): string => {
    const relation = { type: 'ABOUT', fromType: 'Report', toType: type } as const;
    return sentence(relation, { from: 'X', to: { name, kind } }).replace(
      /^X (?:is about|concerns) |\.$/g,
      '',
    );
  };

  it.each<[EntityType, string | null, string, string]>([
    ['Organization', 'INTERGOVERNMENTAL', 'UN Human Rights Council', 'the UN Human Rights Council'],
    ['Organization', 'INTERGOVERNMENTAL', 'European Union', 'the European Union'],
    ['Organization', 'INTERGOVERNMENTAL', 'OSCE', 'the OSCE'],
    ['Organization', 'INTERGOVERNMENTAL', 'UNDP Kazakhstan', 'UNDP Kazakhstan'],
    ['Organization', 'NHRI', 'Commissioner for Human Rights', 'the Commissioner for Human Rights'],
    ['Organization', 'STATE', 'Kazakhstan', 'Kazakhstan'],
    ['Organization', 'STATE', 'Netherlands', 'the Netherlands'],
    ['Organization', 'COLLECTIVE', 'UN experts', 'UN experts'],
    ['Organization', 'MEDIA', 'The Astana Times', 'The Astana Times'],
    ['Organization', 'MEDIA', 'Kazakhstan Today', 'Kazakhstan Today'],
    ['Person', null, 'Ann Lee', 'Ann Lee'],
    ['Place', 'CITY', 'Geneva', 'Geneva'],
    ['Topic', 'THEME', 'human rights', 'human rights'],
    ['Topic', 'THEME', 'rule of law', 'the rule of law'],
    ['Topic', 'MECHANISM', 'National Preventive Mechanism', 'the National Preventive Mechanism'],
    ['Event', null, 'Meeting of two councils (2025)', 'the meeting of two councils (2025)'],
    ['Event', null, 'Human Rights and Prisons', 'the event “Human Rights and Prisons”'],
    ['Event', 'CONFERENCE', 'Human Rights', 'the conference “Human Rights”'],
    ['Instrument', null, 'UN Convention against Torture', 'the UN Convention against Torture'],
    ['Instrument', null, 'Law No. 91 of 2005', 'Law No. 91 of 2005'],
    ['Report', null, 'CCPR/C/KAZ/CO/3', 'CCPR/C/KAZ/CO/3'],
    ['Report', null, 'third periodic report', 'the third periodic report'],
  ])('has the article of its kind: %s %s %s', (type, kind, name, shown) => {
    expect(toName(type, name, kind)).toBe(shown);
  });
});

describe('a Russian name in a sentence', () => {
  const relation = { type: 'BELONGS_TO', fromType: 'Organization' } as const;
  const inSentence = (name: string, kind: string | null, language: Language = 'ru'): string =>
    sentence(relation, { from: 'Казахстан', to: { name, kind, language } }, 'ru');

  it('is in its case if it shows how it is declined, and else follows a noun that is', () => {
    expect(inSentence('Совет ООН', 'INTERGOVERNMENTAL')).toBe('Казахстан состоит в Совете ООН.');
    expect(inSentence('Жас ұрпақ', 'CIVIL_SOCIETY', 'kk')).toBe(
      'Казахстан состоит в организации «Жас ұрпақ».',
    );
    expect(inSentence('SPT', 'TREATY_BODY', 'en')).toBe('Казахстан состоит в органе SPT.');
  });

  it('has a noun that verbs agree with if it is an organization in Latin letters', () => {
    const to = { name: 'Идёт дождь.', act: 'REPORTED' };
    const reported = { ...made, fromType: 'Organization' } as const;
    const from = { name: 'Rights First', kind: 'CIVIL_SOCIETY', language: 'en' } as const;
    expect(sentence(reported, { from, to }, 'ru')).toBe(
      'Организация Rights First сообщила, что идёт дождь.',
    );
  });

  it('is plural if it names many, also by two nouns or beside another', () => {
    const to = { name: 'Идёт дождь.', act: 'NOTED' };
    const noted = { ...made, fromType: 'Organization' } as const;
    const many = [
      'Эксперты ООН',
      'Международные и региональные партнёры',
      'Суды и правоохранительные органы',
      'Государства — члены ООН',
    ];
    for (const name of many) {
      const from = { name, kind: 'COLLECTIVE' };
      expect(sentence(noted, { from, to }, 'ru')).toBe(`${name} отметили, что идёт дождь.`);
    }
  });

  it('has the capital of an institution, and a small letter if it says what a document is', () => {
    const submitted = { type: 'SUBMITTED', fromType: 'Organization', toType: 'Report' } as const;
    const from = { name: 'управление верховного комиссара', kind: 'INTERGOVERNMENTAL' };
    expect(sentence(submitted, { from, to: 'Третий периодический доклад' }, 'ru')).toBe(
      'Управление верховного комиссара представило третий периодический доклад.',
    );
    const onBehalf = { type: 'ON_BEHALF_OF', fromType: 'Statement' } as const;
    expect(sentence(onBehalf, { from: 'Идёт дождь.', to: from }, 'ru')).toBe(
      'Высказывание о том, что идёт дождь, прозвучало от имени Управления верховного комиссара.',
    );
  });

  it('has «во» before two consonants', () => {
    const meeting = { type: 'PARTICIPATED_IN', toType: 'Event' } as const;
    expect(sentence(meeting, { from: 'Ян Рогов', to: 'Встреча экспертов' }, 'ru')).toBe(
      'Ян Рогов участвовал во встрече экспертов.',
    );
  });
});

describe('a sentence says', () => {
  const relation = {
    type: 'PARTICIPATED_IN',
    toType: 'Event',
    properties: { role: 'SPEAKER' },
  } as const;
  const names = {
    en: { from: 'Igor Rogov', to: 'Water for Life' },
    ru: { from: 'Игорь Рогов', to: 'Вода и жизнь' },
    kk: { from: 'Игорь Рогов', to: 'Су және өмір' },
  };
  const publisher = (language: Language, name: string) =>
    end('Organization', language, { name, kind: 'MEDIA' });
  const inEach = (told: (language: Language) => Partial<Pick<Told, 'standing' | 'against'>>) =>
    languages.map((language) => sentence(relation, names[language], language, told(language)));

  it('what sources only imply', () => {
    expect(inEach(() => ({ standing: 'INFERRED' }))).toEqual([
      'Judging by the sources, Igor Rogov spoke at the event “Water for Life”.',
      'Судя по источникам, Игорь Рогов выступил на мероприятии «Вода и жизнь».',
      'Дереккөздерге қарағанда, Игорь Рогов «Су және өмір» іс-шарасында сөз сөйледі.',
    ]);
  });

  it('what only the editors say', () => {
    expect(inEach(() => ({ standing: 'EDITORIAL' }))).toEqual([
      'In the editors’ reading, Igor Rogov spoke at the event “Water for Life”.',
      'По оценке составителей, Игорь Рогов выступил на мероприятии «Вода и жизнь».',
      'Құрастырушылардың пайымынша, Игорь Рогов «Су және өмір» іс-шарасында сөз сөйледі.',
    ]);
  });

  it('what no source says, and who denies it', () => {
    const publishers = (language: Language) => [
      publisher(language, 'Kazinform'),
      publisher(language, language === 'en' ? 'The Courier' : 'Курьер'),
    ];
    const denied = inEach((language) => ({
      standing: 'DENIED',
      against: {
        rivals: [],
        deniedRivals: [],
        denial: { publishers: publishers(language), mark: '' },
      },
    }));
    expect(denied).toEqual([
      'No source confirms that Igor Rogov spoke at the event “Water for Life”, and Kazinform and The Courier deny it.',
      'Ни один источник не подтверждает, что Игорь Рогов выступил на мероприятии «Вода и жизнь», а Kazinform и «Курьер» это опровергают.',
      'Игорь Рогов «Су және өмір» іс-шарасында сөз сөйледі дегенді бірде-бір дереккөз растамайды, ал Kazinform және «Курьер» мұны жоққа шығарады.',
    ]);
  });

  it('what others say instead, with a long name of the same thing shortened', () => {
    const title =
      'Human Rights and the Development of the Penitentiary System: National Priorities';
    const rival = tell(
      { ...relation, properties: { role: 'ORGANIZER' } },
      { from: 'Ann', to: title },
    );
    const voice = { publishers: [publisher('en', 'Kazinform')], mark: '' };
    const against = { rivals: [{ ...rival, voice }], deniedRivals: [], denial: null };
    expect(sentence(relation, { from: 'Bob', to: title }, 'en', { against })).toBe(
      `Bob spoke at the event “${title}”; however, according to Kazinform, Ann organized the event “Human Rights and the Development…”`,
    );
  });

  it('who denies what nobody says in its place', () => {
    const others = { en: 'Water for Life', ru: 'Вода и жизнь', kk: 'Су және өмір' };
    const denied = (...names: readonly string[]) =>
      inEach((language) => {
        const rival = tell(
          relation,
          { from: language === 'en' ? 'Anna Rogova' : 'Анна Рогова', to: others[language] },
          language,
        );
        const publishers = names.map((name) => publisher(language, name));
        const voice = { publishers, mark: ' [2]' };
        return { against: { rivals: [], deniedRivals: [{ ...rival, voice }], denial: null } };
      });
    expect(denied('Kazinform')).toEqual([
      'Igor Rogov spoke at the event “Water for Life”; Kazinform denies that Anna Rogova spoke at the event “Water for Life” [2].',
      'Игорь Рогов выступил на мероприятии «Вода и жизнь»; Kazinform опровергает, что Анна Рогова выступила на мероприятии «Вода и жизнь» [2].',
      'Игорь Рогов «Су және өмір» іс-шарасында сөз сөйледі; Kazinform Анна Рогова «Су және өмір» іс-шарасында сөз сөйледі дегенді жоққа шығарады [2].',
    ]);
    expect(denied('Kazinform', 'APT')).toEqual([
      expect.stringContaining('; Kazinform and APT deny that Anna Rogova spoke'),
      expect.stringContaining('; Kazinform и APT опровергают, что Анна Рогова выступила'),
      expect.stringContaining('сөз сөйледі дегенді жоққа шығарады [2].'),
    ]);
  });

  it('that sources disagree if it is not known who says what', () => {
    expect(inEach(() => ({ against: { rivals: [], deniedRivals: [], denial: null } }))).toEqual([
      'Igor Rogov spoke at the event “Water for Life”; sources disagree on this.',
      'Игорь Рогов выступил на мероприятии «Вода и жизнь»; источники в этом расходятся.',
      'Игорь Рогов «Су және өмір» іс-шарасында сөз сөйледі; дереккөздер бұл жөнінде әрқалай айтады.',
    ]);
  });
});
