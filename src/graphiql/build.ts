import { writeFile } from 'node:fs/promises';
import { makePage } from './page.js';
import { builtPage } from './response.js';

// The last step of the build: the page has nine megabytes before it is compressed, which would cost
// the service a hundred megabytes of memory and its first visitor a second.

const { br, gzip } = await makePage();
await writeFile(builtPage('br'), br);
await writeFile(builtPage('gzip'), gzip);
