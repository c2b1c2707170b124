import { settle, type Unsettled } from './settle.js';

// A worker, so that the page answers while the web settles.
self.addEventListener('message', ({ data }: MessageEvent<Unsettled>) => {
  self.postMessage(settle(data));
});
