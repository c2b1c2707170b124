import { foldName, foldedWords } from './folded-name.js';

/** What people are called beside their names, in the three languages. */
const TITLES = `
президент премьер премьер-министр министр вице замминистра заместитель депутат сенатор аким мэр губернатор посол консул
судья прокурор омбудсмен омбудсман уполномоченный господин госпожа мистер миссис товарищ доктор профессор
академик генерал полковник подполковник майор капитан лейтенант директор председатель руководитель начальник глава
секретарь советник пресс-секретарь бывший бывшая экс врио адвокат юрист журналист правозащитник эксперт
президенті премьер-министрі министрі орынбасары депутаты сенаторы әкім әкімі елші елшісі судьясы прокуроры уәкіл
мырза ханым профессоры академигі директоры төраға төрағасы басшысы бастығы хатшы хатшысы кеңесші кеңесшісі бұрынғы
mr mrs ms miss mx dr prof professor sir dame lord lady madam madame president premier prime vice deputy minister member
senator governor mayor akim ambassador consul judge justice prosecutor attorney general colonel major captain lieutenant
director chairman chairwoman chairperson chair head secretary commissioner ombudsman ombudsperson adviser advisor
rapporteur former acting ex excellency honourable honorable rev reverend
`;

/** Endings that a title has in other cases: президента, министром. */
const TITLE_ENDINGS = ['', 'a', 'u', 'e', 'i', 'om', 'em'];

/** Titles that fold to several words. */
const ABBREVIATED_TITLES = ['г-н', 'г-на', 'г-ну', 'г-жа', 'г-же', 'г-жу', 'г-жи'];

/** The legal forms of organizations, in letters and written out. */
const LEGAL_FORMS = [
  'ТОО', 'ЖШС', 'LLP', 'товарищество с ограниченной ответственностью', 'жауапкершілігі шектеулі серіктестік',
  'жауапкершілігі шектеулі серіктестігі', 'limited liability partnership',
  'АО', 'АҚ', 'AQ', 'JSC', 'акционерное общество', 'акционерлік қоғам', 'акционерлік қоғамы', 'joint stock company',
  'ОАО', 'ЗАО', 'ПАО', 'НАО', 'КеАҚ', 'открытое акционерное общество', 'закрытое акционерное общество',
  'публичное акционерное общество', 'некоммерческое акционерное общество', 'коммерциялық емес акционерлік қоғам',
  'коммерциялық емес акционерлік қоғамы', 'non-profit joint stock company',
  'ООО', 'LLC', 'общество с ограниченной ответственностью', 'limited liability company',
  'ИП', 'ЖК', 'индивидуальный предприниматель', 'жеке кәсіпкер', 'individual entrepreneur',
  'РГП', 'РМК', 'ГКП', 'МКК', 'КГП', 'КМК', 'республиканское государственное предприятие', 'республикалық мемлекеттік кәсіпорын',
  'республикалық мемлекеттік кәсіпорны', 'республиканское государственное предприятие на праве хозяйственного ведения',
  'ГУ', 'РГУ', 'КГУ', 'ММ', 'РММ', 'КММ', 'государственное учреждение', 'мемлекеттік мекеме', 'мемлекеттік мекемесі',
  'республиканское государственное учреждение', 'республикалық мемлекеттік мекемесі',
  'коммунальное государственное учреждение', 'коммуналдық мемлекеттік мекемесі',
  'ОФ', 'ҚҚ', 'общественный фонд', 'қоғамдық қор', 'қоғамдық қоры', 'public foundation',
  'ОО', 'ҚБ', 'РОО', 'РҚБ', 'общественное объединение', 'қоғамдық бірлестік', 'қоғамдық бірлестігі', 'public association',
  'республиканское общественное объединение', 'республикалық қоғамдық бірлестігі',
  'ОЮЛ', 'ЗТБ', 'объединение юридических лиц', 'заңды тұлғалар бірлестігі', 'ЧУ', 'частное учреждение', 'жеке мекеме',
  'Ltd', 'Limited', 'Inc', 'Incorporated', 'Corp', 'Corporation', 'PLC', 'GmbH', 'NGO', 'НПО', 'ҮЕҰ', 'company', 'компания', 'компаниясы',
]; // prettier-ignore

const titles = new Set(foldedWords(foldName(TITLES.replace(/\s+/g, ' '))));
const abbreviatedTitles = phrasesOf(ABBREVIATED_TITLES);
const legalForms = phrasesOf(LEGAL_FORMS);

/** The words of each phrase, by its first word; the longest first. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasesOf(texts: readonly string[]): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const text of texts) {
    const words = foldedWords(foldName(text));
    const [first = ''] = words;
    const all = [...(phrases.get(first) ?? []), words];
    phrases.set(
      first,
      all.sort((one, other) => other.length - one.length),
    );
  }
  return phrases;
}

/** Returns whether a folded word is a title such as Министр, or the form of a title in another case. */
export function isTitle(word: string): boolean {
  return TITLE_ENDINGS.some(
    (ending) => word.endsWith(ending) && titles.has(word.slice(0, word.length - ending.length)),
  );
}

/** Returns folded words without titles; all of them if there are no others. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const others = withoutPhrases(words, abbreviatedTitles).filter((word) => !isTitle(word));
  return others.length === 0 ? words : others;
}

/** Returns folded words without legal forms such as ТОО; all of them if there are no others. */
export function withoutLegalForms(words: readonly string[]): readonly string[] {
  const others = withoutPhrases(words, legalForms);
  return others.length === 0 ? words : others;
}

function withoutPhrases(words: readonly string[], phrases: Phrases): string[] {
  const others: string[] = [];
  for (let index = 0; index < words.length;) {
    const phrase = phrases
      .get(words[index] ?? '')
      ?.find((parts) => parts.every((part, offset) => words[index + offset] === part));
    if (phrase) index += phrase.length;
    else others.push(words[index++] ?? '');
  }
  return others;
}
