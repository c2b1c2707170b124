import { defineConfig } from 'vite';

/** Bundles the scripts and styles that the pages load, into `dist/viewer/assets/`. */
export default defineConfig({
  root: 'src/viewer/islands',
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: '../../../dist/viewer/assets',
    assetsDir: '.',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    // An asset in a `data:` address would need more than 'self' in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { main: 'src/viewer/islands/main.ts' } },
  },
});
