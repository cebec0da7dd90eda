/**
 * Tests that `npm test` leaves to `npm run test:more`: what stands on what it tries and goes further – a restore’s rarer ways, many machines at
 * once, proof, several servers, a tenant – and walks that look at every screen. Unit tests by the beginning of their path, browser tests by file.
 */
export const LONG_UNIT_TESTS = [
  'apps/bff/src/doctor/',
  'apps/bff/src/store/in-time.test.ts',
  'apps/bff/src/store/postgres/',
  'apps/bff/src/telemetry/',
  'apps/bff/src/testing/simulation/',
  'apps/bff/src/workflows/audit/',
  'apps/bff/src/workflows/encryption-end/',
  'apps/bff/src/workflows/evidence/',
  'apps/bff/src/workflows/recovery/',
  'apps/bff/src/workflows/restore/branches.test.ts',
  'apps/bff/src/workflows/restore/choose/silent-region.test.ts',
  'apps/bff/src/workflows/restore/choose/verdict-truth.test.ts',
  'apps/bff/src/workflows/restore/discard/',
  'apps/bff/src/workflows/restore/hand-over.test.ts',
  'apps/bff/src/workflows/restore/machine/short-sizes.test.ts',
  'apps/bff/src/workflows/restore/plan/',
  'apps/bff/src/workflows/restore/same-facts.test.ts',
  'apps/bff/src/workflows/restore/same-name.test.ts',
  'apps/bff/src/workflows/restore/settings/',
  'apps/bff/src/workflows/restore/steps/machine-like-old.test.ts',
  'apps/bff/src/workflows/restore/steps/new-key-vault.test.ts',
  'apps/bff/src/workflows/restore/steps/old-tags.test.ts',
  'apps/bff/src/workflows/restore/steps/plain-disks.test.ts',
  'apps/bff/src/workflows/restore/steps/recovered-keys.test.ts',
  'apps/bff/src/workflows/restore/steps/slow-key-vault.test.ts',
  'apps/bff/src/workflows/rights/lens.property.test.ts',
  'apps/bff/src/workflows/rights/restore-lens.property.test.ts',
  'apps/bff/src/workflows/second-factor.test.ts',
  'apps/bff/src/workflows/survival/',
  'apps/bff/truth/joining.test.ts',
  'packages/local-azure/chaos/',
  'packages/local-azure/src/providers/recovery-services/secondary/',
  'packages/scripts/src/az/recovery.test.ts',
  'packages/scripts/src/remedies/host-encryption.test.ts',
  'scripts/pack-local-azure.test.ts',
];

/** A suite of `npm run test:more` tries all of these, and more of the same. */
const OF_SUITES = ['apps/bff/src/workflows/restore/newcomer.test.ts'];

export const LONG_BROWSER_TESTS = [
  'accessibility',
  'audit',
  'browser-notices',
  'catastrophe',
  'commands',
  'delegated',
  'doctor',
  'eligible-role',
  'encryption-end',
  'evidence',
  'immutable-vault',
  'key-survival',
  'once',
  'paired-region',
  'record',
  'recovery',
  'recovery-plan',
  'resource-guard',
  'restore-alone',
  'restore-discard',
  'restore-hardships',
  'restore-interrupted',
  'restore-kinds',
  'restore-missing',
  'restore-newcomer',
  'restore-protection',
  'restore-settings',
  'restore-together',
  'restore-tried',
  'second-factor',
  'storage-over-time',
  'updated',
];

const FILES = `(?:^|[ /])(?:${LONG_BROWSER_TESTS.join('|')})\\.e2e\\.ts `;

/**
 * Which tests a part has: unit tests by what vitest.config.ts leaves out of all projects and by the beginnings of paths, browser tests in the words
 * of Playwright, which looks at the file and the titles of a test.
 * @type {Record<'short' | 'long', { unit: string[], env: Record<string, string>, browser: string[] }>}
 */
export const PARTS = {
  short: { unit: [], env: { TRESOR_TESTS: 'short' }, browser: ['--grep-invert', FILES] },
  long: { unit: LONG_UNIT_TESTS, env: {}, browser: ['--grep', FILES] },
};

/** The patterns of the unit tests that are left out here. */
export const leftOut =
  process.env['TRESOR_TESTS'] === 'short'
    ? [...LONG_UNIT_TESTS, ...OF_SUITES].map((path) => (path.endsWith('/') ? `${path}**` : path))
    : [];
