import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    rollupOptions: { input: { main: 'src/main.ts', doctor: 'src/doctor-main.ts' } },
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    license: { fileName: 'licences.md' },
  },
});
