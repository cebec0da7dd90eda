import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: { ssr: 'src/main.ts', target: 'node24', outDir: 'dist', sourcemap: true, license: { fileName: 'licences.md' } },
});
