// The script of all pages. Pages work without it.
import './main.css';
import './picture.css';
import './questions.css';
import './web.css';
import { followFilters } from './filters.js';
import { operatePicture } from './ladder.js';
import { offerWeb } from './web.js';

document.documentElement.classList.add('with-script');
followFilters();
operatePicture();
offerWeb();
