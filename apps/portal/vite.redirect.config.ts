import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { brotli } from './build/brotli.ts';

/** A build of its own: as a second entry of the portal's build the page would pull in a chunk eight times its size. */
export default defineConfig({
  plugins: [brotli()],
  html: { cspNonce: '__NONCE__' },
  publicDir: false,
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: 'hidden',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: fileURLToPath(new URL('auth/redirect.html', import.meta.url)) },
  },
});
