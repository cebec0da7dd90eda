import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractModule } from './build/contract-module.ts';
import { extractStyles } from './build/styles/extract-styles.ts';
import { writePages } from './build/write-pages.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** After the portal itself: its components once more, to be run while building. */
export default defineConfig({
  plugins: [extractStyles(here('src')), react(), contractModule(), writePages(here('dist'))],
  publicDir: false,
  ssr: { noExternal: true },
  build: { ssr: 'src/written-pages.tsx', target: 'node24', outDir: '../../node_modules/.tresor/pages', emptyOutDir: true, minify: false },
});
