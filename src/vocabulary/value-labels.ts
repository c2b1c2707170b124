import type { EntityType } from './entity-types.js';
import type { Label } from './languages.js';

/** The labels of the values of a list, by value. */
type ValueLabels = Readonly<Record<string, Label>>;

/** Returns the name of the list of the kinds of an entity type, such as `OrganizationKind`. */
export function kindList(type: EntityType): string {
  return `${type}Kind`;
}

/**
 * The labels of closed lists of values, by the name of the list: that of its enum in GraphQL, or of
 * the kinds of an entity type. A list that is not here has its values as labels.
 */
export const valueLabels: Readonly<Record<string, ValueLabels>> = {
  ParticipationRole: {
    ORGANIZER: { en: 'organizer', ru: 'организатор', kk: 'ұйымдастырушы' },
    CO_ORGANIZER: { en: 'co-organizer', ru: 'соорганизатор', kk: 'тең ұйымдастырушы' },
    SUPPORTER: { en: 'supporter', ru: 'поддержавшая сторона', kk: 'қолдау көрсетуші' },
    SPEAKER: { en: 'speaker', ru: 'выступающий', kk: 'сөз сөйлеуші' },
    MODERATOR: { en: 'moderator', ru: 'модератор', kk: 'модератор' },
    PARTICIPANT: { en: 'participant', ru: 'участник', kk: 'қатысушы' },
    REPRESENTED: { en: 'represented', ru: 'представленная сторона', kk: 'өкілі қатысқан тарап' },
  },
  TreatyAct: {
    SIGNATURE: { en: 'signature', ru: 'подписание', kk: 'қол қою' },
    RATIFICATION: { en: 'ratification', ru: 'ратификация', kk: 'ратификациялау' },
    ACCESSION: { en: 'accession', ru: 'присоединение', kk: 'қосылу' },
  },
  SupportKind: {
    PROJECT: { en: 'projects', ru: 'проекты', kk: 'жобалар' },
    FUNDING: { en: 'funding', ru: 'финансирование', kk: 'қаржыландыру' },
    EXPERTISE: { en: 'expertise', ru: 'экспертная поддержка', kk: 'сараптамалық қолдау' },
  },
  StatementAct: {
    STRESSED: { en: 'stressed', ru: 'подчёркнуто', kk: 'баса айтылды' },
    WELCOMED: { en: 'welcomed', ru: 'встречено с удовлетворением', kk: 'құпталды' },
    URGED: { en: 'urged', ru: 'высказан призыв', kk: 'шақырылды' },
    NOTED: { en: 'noted', ru: 'отмечено', kk: 'атап өтілді' },
    RECALLED: { en: 'recalled', ru: 'высказано напоминание', kk: 'еске салынды' },
    PRAISED: { en: 'praised', ru: 'высказано одобрение', kk: 'жоғары бағаланды' },
    REPORTED: { en: 'reported', ru: 'сообщено', kk: 'хабарланды' },
    ASKED: { en: 'asked', ru: 'задан вопрос', kk: 'сұралды' },
  },
  StatementForm: {
    QUOTATION: { en: 'quotation', ru: 'цитата', kk: 'дәйексөз' },
    PARAPHRASE: { en: 'paraphrase', ru: 'пересказ', kk: 'мазмұндама' },
  },
  Stance: {
    CONFIRMS: { en: 'confirms', ru: 'подтверждает', kk: 'растайды' },
    CONTRADICTS: { en: 'contradicts', ru: 'опровергает', kk: 'жоққа шығарады' },
  },
  Standing: {
    STATED: { en: 'stated', ru: 'указано в источниках', kk: 'дереккөздерде айтылған' },
    INFERRED: { en: 'inferred', ru: 'следует из источников', kk: 'дереккөздерден туындайды' },
    EDITORIAL: { en: 'editorial', ru: 'оценка составителей', kk: 'құрастырушылардың пайымы' },
    DENIED: {
      en: 'denied',
      ru: 'источники только опровергают',
      kk: 'дереккөздер тек жоққа шығарады',
    },
  },
  SourceKind: {
    NEWS: { en: 'news', ru: 'новости', kk: 'жаңалықтар' },
    PRESS_RELEASE: { en: 'press release', ru: 'пресс-релиз', kk: 'баспасөз хабарламасы' },
    TREATY_BODY: { en: 'UN body', ru: 'орган ООН', kk: 'БҰҰ органы' },
    NGO: {
      en: 'non-governmental organization',
      ru: 'неправительственная организация',
      kk: 'үкіметтік емес ұйым',
    },
    LAW: { en: 'law', ru: 'правовой акт', kk: 'құқықтық акт' },
    EDITORIAL: { en: 'editorial', ru: 'составители', kk: 'құрастырушылар' },
    OTHER: { en: 'other', ru: 'прочее', kk: 'өзге' },
  },
  OrganizationKind: {
    STATE: { en: 'state', ru: 'государство', kk: 'мемлекет' },
    GOVERNMENT: { en: 'government body', ru: 'орган власти', kk: 'мемлекеттік орган' },
    PARLIAMENT: { en: 'parliament', ru: 'парламент', kk: 'парламент' },
    COURT: { en: 'court', ru: 'суд', kk: 'сот' },
    PROSECUTION: { en: 'prosecutor’s office', ru: 'прокуратура', kk: 'прокуратура' },
    PARTY: { en: 'party', ru: 'партия', kk: 'партия' },
    COMPANY: { en: 'company', ru: 'компания', kk: 'компания' },
    NHRI: {
      en: 'national human rights institution',
      ru: 'национальное правозащитное учреждение',
      kk: 'ұлттық құқық қорғау мекемесі',
    },
    INTERGOVERNMENTAL: {
      en: 'intergovernmental organization',
      ru: 'межправительственная организация',
      kk: 'үкіметаралық ұйым',
    },
    TREATY_BODY: { en: 'treaty body', ru: 'договорный орган', kk: 'шарттық орган' },
    CONSULTATIVE: { en: 'advisory body', ru: 'консультативный орган', kk: 'консультативтік орган' },
    CIVIL_SOCIETY: {
      en: 'civil society organization',
      ru: 'общественная организация',
      kk: 'қоғамдық ұйым',
    },
    RESEARCH: {
      en: 'research institute',
      ru: 'исследовательский институт',
      kk: 'зерттеу институты',
    },
    MEDIA: { en: 'media', ru: 'СМИ', kk: 'БАҚ' },
    FACILITY: { en: 'facility', ru: 'учреждение', kk: 'мекеме' },
    COLLECTIVE: { en: 'group', ru: 'группа', kk: 'топ' },
    EDITORIAL: { en: 'editors', ru: 'составители', kk: 'құрастырушылар' },
  },
  EventKind: {
    CONFERENCE: { en: 'conference', ru: 'конференция', kk: 'конференция' },
    SESSION: { en: 'session', ru: 'сессия', kk: 'сессия' },
    REVIEW: { en: 'review', ru: 'рассмотрение', kk: 'қарау' },
    MEETING: { en: 'meeting', ru: 'встреча', kk: 'кездесу' },
    VISIT: { en: 'visit', ru: 'визит', kk: 'сапар' },
    BRIEFING: { en: 'briefing', ru: 'брифинг', kk: 'брифинг' },
  },
  TopicKind: {
    THEME: { en: 'theme', ru: 'тема', kk: 'тақырып' },
    MECHANISM: { en: 'mechanism', ru: 'механизм', kk: 'тетік' },
    PROCEDURE: { en: 'procedure', ru: 'процедура', kk: 'рәсім' },
    OBSERVANCE: { en: 'observance', ru: 'памятная дата', kk: 'атаулы күн' },
  },
  InstrumentKind: {
    TREATY: { en: 'treaty', ru: 'договор', kk: 'шарт' },
    PROTOCOL: { en: 'protocol', ru: 'протокол', kk: 'хаттама' },
    DECLARATION: { en: 'declaration', ru: 'декларация', kk: 'декларация' },
    LAW: { en: 'law', ru: 'закон', kk: 'заң' },
    ORDER: { en: 'order', ru: 'приказ', kk: 'бұйрық' },
    PLAN: { en: 'plan of action', ru: 'план действий', kk: 'іс-қимыл жоспары' },
  },
  ReportKind: {
    STATE_REPORT: { en: 'state report', ru: 'доклад государства', kk: 'мемлекеттің баяндамасы' },
    OBSERVATIONS: { en: 'observations', ru: 'замечания', kk: 'ескертулер' },
    ACCOUNT: { en: 'account', ru: 'отчёт', kk: 'есеп' },
    SUBMISSION: { en: 'submission', ru: 'представление', kk: 'ұсынылған материал' },
  },
  PlaceKind: {
    CITY: { en: 'city', ru: 'город', kk: 'қала' },
    COUNTRY: { en: 'country', ru: 'страна', kk: 'ел' },
    VENUE: { en: 'venue', ru: 'место проведения', kk: 'өтетін орын' },
  },
};
