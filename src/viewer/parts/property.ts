import type { Language } from '../queries.js';
import type { View } from '../view.js';

/** What the properties of records are called. One that is not here has its own name. */
const properties: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  name: { EN: 'name', RU: 'название', KK: 'атауы' },
  names: { EN: 'name', RU: 'название', KK: 'атауы' },
  aliases: { EN: 'other name', RU: 'другое название', KK: 'басқа атауы' },
  kind: { EN: 'kind', RU: 'вид', KK: 'түрі' },
  startDate: { EN: 'first day', RU: 'дата начала', KK: 'басталған күні' },
  endDate: { EN: 'last day', RU: 'дата окончания', KK: 'аяқталған күні' },
  date: { EN: 'date', RU: 'дата', KK: 'күні' },
  since: { EN: 'beginning', RU: 'начало', KK: 'басталуы' },
  until: { EN: 'end', RU: 'окончание', KK: 'аяқталуы' },
  adoptedOn: { EN: 'date of adoption', RU: 'дата принятия', KK: 'қабылданған күні' },
  inForceOn: { EN: 'in force since', RU: 'дата вступления в силу', KK: 'күшіне енген күні' },
  identifier: { EN: 'identifier', RU: 'обозначение', KK: 'белгіленуі' },
  ordinal: { EN: 'number', RU: 'порядковый номер', KK: 'реттік нөмірі' },
  model: { EN: 'model', RU: 'модель', KK: 'үлгісі' },
  role: { EN: 'role', RU: 'роль', KK: 'рөлі' },
  act: { EN: 'act', RU: 'действие', KK: 'әрекеті' },
  title: { EN: 'office', RU: 'должность', KK: 'лауазымы' },
  text: { EN: 'wording', RU: 'формулировка', KK: 'тұжырымы' },
  form: { EN: 'form', RU: 'форма', KK: 'нысаны' },
  difference: { EN: 'difference', RU: 'различие', KK: 'айырмашылығы' },
  latitude: { EN: 'latitude', RU: 'широта', KK: 'ендігі' },
  longitude: { EN: 'longitude', RU: 'долгота', KK: 'бойлығы' },
};

/** The lists of values of the properties that have one. */
const lists: Readonly<Record<string, readonly string[]>> = {
  role: ['ParticipationRole'],
  act: ['StatementAct', 'TreatyAct'],
  kind: ['SupportKind'],
  form: ['StatementForm'],
};

/** Returns what a property is called; of a text by language, such as `title.ru`, with the language. */
export function propertyText(property: string, { language }: Pick<View, 'language'>): string {
  const [name = '', tag] = property.split('.', 2);
  const label = properties[name]?.[language] ?? name;
  return tag === undefined ? label : `${label} (${tag})`;
}

/** Returns the value of a property in words, where a list of values has them. */
export function valueText(property: string, value: string, { labels }: View): string {
  const known = (lists[property] ?? []).map((list) => labels.value(list, value));
  return known.find((label) => label !== value) ?? value;
}
