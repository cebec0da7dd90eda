import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  ssr: { noExternal: true },
  build: { target: 'es2023', modulePreload: { polyfill: false } },
});
