import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { inAscii } from '../../scripts/in-ascii.mjs';
import { licenses } from '../../scripts/supply-chain/licenses.mjs';

const place = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  plugins: [licenses(), inAscii()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    rolldownOptions: { input: { main: place('src/main.ts'), cli: place('src/cli.ts') } },
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
  },
});
