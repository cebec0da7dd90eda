import { defineConfig } from 'vite';
import { inAscii } from '../../scripts/in-ascii.mjs';
import { licenses } from '../../scripts/supply-chain/licenses.mjs';

export default defineConfig({
  plugins: [licenses(), inAscii()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    rollupOptions: {
      input: {
        main: 'src/main.ts',
        doctor: 'src/doctor-main.ts',
        audit: 'src/audit-main.ts',
        evidence: 'src/evidence-main.ts',
        store: 'src/store-main.ts',
      },
      // V8 keeps the text of what it has loaded.
      output: { comments: { jsdoc: false, annotation: false } },
    },
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
  },
});
