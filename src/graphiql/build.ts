import { writeFile } from 'node:fs/promises';
import { makePage } from './page.js';
import { builtPage } from './response.js';

// The build compresses the page as its last step. The uncompressed page has 9 MB: the service would
// need 100 MB of memory to compress it, and the first visitor would wait for a second.

const { br, gzip } = await makePage();
await writeFile(builtPage('br'), br);
await writeFile(builtPage('gzip'), gzip);
