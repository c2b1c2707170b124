import type { Language } from '../queries.js';
import { en } from './en.js';
import { kk } from './kk.js';
import { ru } from './ru.js';
import type { Texts } from './texts.js';

export const texts: Readonly<Record<Language, Texts>> = { EN: en, RU: ru, KK: kk };
