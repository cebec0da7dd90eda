import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { licenses } from '../../scripts/supply-chain/licenses.mjs';
import { brotli } from './build/brotli.ts';
import { contractModule } from './build/contract-module.ts';
import { compileHints } from './build/compile-hints.ts';
import { noCircles } from './build/no-circles.ts';
import { pageParts } from './build/page-parts.ts';
import { standsApart } from './build/stands-apart.ts';
import { extractStyles } from './build/styles/extract-styles.ts';
import { nameTokens } from './build/styles/name-tokens.ts';

/** A package of ours or a library that several blades use is a file of its own; what belongs to a family of libraries is too small for that. */
function packageOf(id: string): string | null {
  const [, place, name] = /[\\/](node_modules|packages)[\\/]([a-z][\w-]*)[\\/]/.exec(id) ?? [];
  if (name === undefined) return null;
  return place === 'packages' ? `tresor-${name}` : name;
}

/** Features do not know each other, so their files cannot either. */
const featureOf = (id: string) => /[\\/]src[\\/]features[\\/]([\w-]+)[\\/]/.exec(id)?.[1] ?? null;

/**
 * What every page needs is one file, what a list needs another, what several features share a third: a request costs more than a
 * kilobyte. What only the blades of one feature share is cut by who shares it. The files follow the layers of the source, which know
 * no circles. What signing in needs stands alone, so that no blade drags it along.
 */
const codeSplitting = {
  groups: [
    { name: 'portal', tags: ['$initial' as const], priority: 7 },
    { name: 'msal', test: /[\\/](?:@azure[\\/]msal-|src[\\/]session[\\/]msal\.ts)/, priority: 6 },
    {
      name: 'fields',
      test: /[\\/](?:@fluentui[\\/]react-(?:field|input|label|select)|src[\\/]ui[\\/]fields[\\/]fields\.tsx)/,
      priority: 5,
    },
    {
      name: 'lists',
      test: /[\\/](?:src[\\/]ui[\\/](?!chart[\\/]|fields[\\/]choice-field|feedback[\\/](?:problem|azure-words)\.tsx)|src[\\/]blades[\\/](?!lesson\.tsx)|src[\\/]api[\\/](?!use-delegated)|src[\\/]features[\\/]vaults[\\/](?!vault-pictures)[\w.-]+$|node_modules[\\/]@tanstack[\\/](?:react-virtual|virtual-core))/,
      priority: 4,
    },
    // Whole journeys out of Azure Disk Encryption, which few people look at.
    { name: 'remedies', test: /[\\/]scripts[\\/]src[\\/]remedies[\\/]/, minShareCount: 2, priority: 4 },
    // What every script is written with, whichever language it is in.
    { name: 'writing', test: /[\\/]scripts[\\/]src[\\/](?:writing[\\/]|words|script|heading)/, minShareCount: 2, priority: 4 },
    { name: packageOf, minShareCount: 2, priority: 3 },
    { name: 'problems', test: /[\\/]src[\\/](?:words[\\/](?:problem-texts|azure-message)|ui[\\/]feedback[\\/]azure-words)/, priority: 4 },
    { name: 'azure-codes', test: /[\\/]src[\\/](?:words[\\/]azure-codes|azure[\\/]failures)/, minShareCount: 2, priority: 4 },
    { name: 'words', test: /[\\/]src[\\/](?:words|language|azure[\\/](?:commands|jobs))[\\/]/, minShareCount: 2, priority: 3 },
    { name: 'pictures', test: /[\\/]src[\\/](?:azure[\\/]pictures|ui[\\/]chart)[\\/]/, minShareCount: 2, priority: 3 },
    {
      name: 'common',
      test: /^(?!.*[\\/]src[\\/](?:features|azure[\\/](?:evidence|pictures|providers|restores))[\\/])/,
      minShareCount: 2,
      priority: 2,
    },
    // Of few features.
    { name: 'restores', test: /[\\/]src[\\/]azure[\\/](?:evidence|restores)[\\/]/, minShareCount: 2, priority: 1 },
    { name: featureOf, minShareCount: 2, entriesAware: true, priority: 1 },
  ],
};

/** Named after the feature; which of its blades share a file would make a long name. */
const chunkFileNames = ({ name }: { name: string }) => `assets/${name.split('~')[0]}-[hash].js`;

export default defineConfig({
  plugins: [
    extractStyles(fileURLToPath(new URL('src', import.meta.url))),
    nameTokens(),
    react(),
    contractModule(),
    brotli(),
    noCircles(),
    standsApart('msal', /[\\/]src[\\/](?:session[\\/]msal\.ts|shell[\\/]account-panel\.tsx)$/),
    compileHints(['portal', 'lists', 'fields']),
    pageParts(),
    licenses(),
  ],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    sourcemap: 'hidden',
    manifest: 'manifest.json',
    modulePreload: {
      polyfill: false,
      // A link to what the page has loaded already fetches nothing, but the browser looks the page over for it.
      resolveDependencies: (_file, files) => files.filter((file) => !/\/(?:rolldown-runtime|portal)-/.test(file)),
    },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting, chunkFileNames } },
  },
  test: {
    name: 'portal',
    isolate: false,
    // Loading React and Fluent takes ten times as long as testing: one worker does it once, before the other tests.
    maxWorkers: 1,
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    setupFiles: ['./build/icons-in-node.ts', './build/fresh-page.ts'],
  },
});
