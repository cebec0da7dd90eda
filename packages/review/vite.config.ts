import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, external: ['@playwright/test', 'axe-core'] },
  build: { ssr: 'index.ts', target: 'node24', outDir: 'dist', sourcemap: true },
});
