import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { brotli } from './build/brotli';
import { contractModule } from './build/contract-module';

export default defineConfig({
  plugins: [react(), contractModule(), brotli()],
  html: { cspNonce: '__NONCE__' },
  build: { target: 'es2023', outDir: 'dist', sourcemap: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  test: {
    name: 'portal',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
