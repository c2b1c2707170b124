/** The words that the names and texts of a world are made of. Their order is part of the world. */

const words = (text) => text.trim().split(/\s+/);
const phrases = (text) => text.trim().split(/,\s+/);

export const FIRST_NAMES = words(`
  Айгуль Алия Алмас Арман Асель Аскар Бауыржан Болат Гульнара Дана Данияр Динара Ерлан Жанар
  Зарина Ильяс Камила Карина Лаура Мадина Марат Мейрам Наталья Нурлан Ольга Руслан Сауле
  Сергей Тимур Фатима Шолпан Эльмира Юлия Ярослав Артур Виктор Дмитрий Елена Ирина Михаил
`);

export const FAMILY_NAMES = words(`
  Абдрахманов Абишев Ахметов Байжанов Бектуров Досаев Ермеков Жумабаев Ибраев Искаков Касымов
  Кенжебеков Ластаев Мамытов Нурпеисов Оспанов Рахимов Садыков Сарсенов Сулейменов Токаев
  Тулегенов Усенов Хасенов Шарипов Ким Ли Петров Иванов Смирнов Волков Соколов Мюллер Шмидт
  Андерсон Новак Коваль Цой Пак Югай Жаксылыков Аманов Бейсенов Даулетов Есимов
`);

/** Each in Russian and English, in one order. */
export const ORGANIZATIONS = {
  ru: words(`
  Министерство Комитет Агентство Фонд Совет Центр Ассоциация Палата Институт Управление Союз
  Комиссия
`),
  en: words(`
  Ministry Committee Agency Foundation Council Centre Association Chamber Institute Department
  Union Commission
`),
};

export const FIELDS = {
  ru: phrases(`
  прав человека, юстиции, внутренних дел, образования, здравоохранения, равенства, реформ,
  правосудия, мониторинга, миграции, экологии, труда, печати, молодёжи
`),
  en: phrases(`
  Human Rights, Justice, Internal Affairs, Education, Health, Equality, Reform, Judiciary,
  Monitoring, Migration, Ecology, Labour, the Press, Youth
`),
};

export const EVENTS = {
  ru: phrases('Конференция, Круглый стол, Заседание, Форум, Семинар, Слушания, Саммит'),
  en: phrases('Conference, Round Table, Session, Forum, Seminar, Hearing, Summit'),
};

export const CITIES = words(`
  Астана Алматы Шымкент Караганда Актобе Женева Вена Страсбург Нью-Йорк Варшава Бишкек Ташкент
`);

export const STATEMENT_ACTS = ['STRESSED', 'WELCOMED', 'URGED', 'NOTED', 'RECALLED', 'PRAISED'];

export const STATEMENT_WORDS = words(`
  необходимо укрепить независимость мониторинга мест содержания под стражей продолжить реформу
  уголовной системы расширить участие общества обеспечить выполнение рекомендаций договорных
  органов поддержать национальный превентивный механизм
`);

export const TITLES = ['Member', 'Chair', 'Deputy', 'Adviser', 'Expert', 'Secretary'];

const LATIN_LETTERS = Object.fromEntries(
  words(`
    а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f
    х=kh ц=ts ч=ch ш=sh щ=sch ы=y э=e ю=yu я=ya ь= ъ=
  `).map((pair) => pair.split('=')),
);

/** A Russian text in Latin letters; what is no Russian letter stays. */
export function latin(text) {
  return [...text]
    .map((character) => {
      const lower = character.toLowerCase();
      const letters = LATIN_LETTERS[lower] ?? character;
      return lower === character ? letters : letters.charAt(0).toUpperCase() + letters.slice(1);
    })
    .join('');
}
