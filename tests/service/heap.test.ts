import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

/** Returns the options of V8 in a text, each once. */
const heapIn = (text: string): string[] => [...new Set(text.match(/--max-[\w-]+=\d+/g))].sort();

it('npm start and the image give the service the same heap, and the worker has one as large', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const heap = ['--max-old-space-size=512', '--max-semi-space-size=32'];
  expect(heapIn(scripts['start']!)).toEqual(heap);
  expect(heapIn(readFileSync('Dockerfile', 'utf8'))).toEqual(heap);
  const service = readFileSync('src/service.ts', 'utf8');
  expect(service).toContain('WORKER_HEAP_MB = 512;');
});
