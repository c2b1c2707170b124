// The script of all pages. Pages work without it.
import './main.css';
import './picture.css';
import './questions.css';
import './records.css';
import './search.css';
import './web.css';
import { startComboboxes } from './combobox.js';
import { startCopyButtons } from './copy-buttons.js';
import { followFilters } from './filters.js';
import { operatePicture } from './ladder.js';
import { startOwnCopy } from './own-copy.js';
import { offerWeb } from './web.js';

document.documentElement.classList.add('with-script');
followFilters();
operatePicture();
offerWeb();
for (const start of [startComboboxes, startCopyButtons, startOwnCopy]) {
  start();
  document.addEventListener('kenes:shown', start);
}
