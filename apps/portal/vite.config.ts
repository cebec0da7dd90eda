import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { brotli } from './build/brotli';
import { contractModule } from './build/contract-module';
import { noCircles } from './build/no-circles';
import { preload } from './build/preload';

/** What the blades of one feature share. Features do not know each other, so their files cannot either. */
const featureOf = (id: string) => /[\\/]src[\\/]features[\\/]([\w-]+)[\\/]/.exec(id)?.[1] ?? null;

/**
 * What every page needs is one file, what a list needs another, what several features share a third, then one for each feature: a
 * request costs more than a kilobyte. The files follow the layers of the source, which know no circles. What signing in needs stands
 * alone, so that no blade drags it along.
 */
const codeSplitting = {
  groups: [
    { name: 'portal', tags: ['$initial' as const], test: /^(?!.*(?:index\.html|[\\/]main\.tsx)$)/, priority: 6 },
    { name: 'msal', test: /[\\/](?:@azure[\\/]msal-|src[\\/]session[\\/]msal\.ts)/, priority: 5 },
    { name: 'fields', test: /[\\/](?:@fluentui[\\/]react-(?:field|input|label|select)|src[\\/]ui[\\/]fields\.tsx)/, priority: 4 },
    {
      name: 'lists',
      test: /[\\/](?:src[\\/]ui[\\/](?!choice-field)|src[\\/]blades|src[\\/]api|src[\\/]features[\\/]vaults|node_modules[\\/]@tanstack[\\/](?:react-virtual|virtual-core))/,
      priority: 3,
    },
    { name: 'common', test: /^(?!.*[\\/]src[\\/]features[\\/])/, minShareCount: 2, priority: 2 },
    { name: featureOf, minShareCount: 2, priority: 1 },
  ],
};

export default defineConfig({
  plugins: [react(), contractModule(), brotli(), noCircles(), preload('lists', 'fields')],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting } },
  },
  test: {
    name: 'portal',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
