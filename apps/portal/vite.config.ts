import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { brotli } from './build/brotli';
import { contractModule } from './build/contract-module';
import { noCircles } from './build/no-circles';

/**
 * What every page needs is one file, what a list needs another, what several blades share a few: a request costs more than a kilobyte.
 * What signing in needs stands alone, so that no blade drags it along.
 */
const codeSplitting = {
  groups: [
    { name: 'portal', tags: ['$initial' as const], test: /^(?!.*(?:index\.html|[\\/]main\.tsx)$)/, priority: 5 },
    { name: 'msal', test: /[\\/](?:@azure[\\/]msal-|src[\\/]session[\\/]msal\.ts)/, priority: 4 },
    { name: 'fields', test: /[\\/](?:@fluentui[\\/]react-(?:field|input|label|select)|src[\\/]ui[\\/]fields\.tsx)/, priority: 3 },
    {
      name: 'lists',
      test: /[\\/](?:src[\\/]ui|src[\\/]blades|src[\\/]api|src[\\/]features[\\/]vaults|node_modules[\\/]@tanstack[\\/](?:react-virtual|virtual-core))[\\/]/,
      priority: 2,
    },
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000, priority: 1 },
  ],
};

const chunkFileNames = ({ name }: { name: string }) => `assets/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash].js`;

export default defineConfig({
  plugins: [react(), contractModule(), brotli(), noCircles()],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting, chunkFileNames } },
  },
  test: {
    name: 'portal',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
