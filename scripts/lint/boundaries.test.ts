import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { homelessness, refusalOf } from './boundaries.mjs';
import { PARTS } from './floors.mjs';

describe('a part of the product', () => {
  it.each([
    ['packages/retention/src/zones.ts', '@tresor/contracts', 'packages/retention knows nothing of ours, not contracts.'],
    ['packages/local-azure/src/start.ts', '@tresor/support-matrix', 'packages/local-azure knows retention, not support-matrix.'],
    ['apps/portal/src/api/client.test.ts', '@tresor/local-azure', expect.stringContaining('not local-azure')],
    ['apps/bff/src/routes/jobs.ts', '@tresor/local-azure', expect.stringContaining('not local-azure')],
    ['apps/bff/src/routes/jobs.test.ts', '@tresor/local-azure', null],
    ['packages/contracts/src/jobs.ts', '@tresor/retention', null],
    ['apps/portal/src/api/client.ts', '@tresor/contracts', expect.stringContaining('types of contracts')],
    ['packages/scripts/src/az/keys.ts', '@tresor/contracts', expect.stringContaining('types of contracts')],
    ['apps/portal/src/api/client.ts', '@tresor/contracts/problem-codes', null],
    ['apps/portal/src/api/client.test.ts', '@tresor/contracts', null],
    ['apps/bff/src/routes/jobs.ts', '@tresor/contracts', null],
  ])('%s imports %s: %s', (file, specifier, refusal) => {
    expect(refusalOf(file, specifier)).toEqual(refusal);
  });

  it('takes types of the contract', () => {
    expect(refusalOf('apps/portal/src/api/client.ts', '@tresor/contracts', { isType: true })).toBeNull();
  });
});

describe('a room', () => {
  it.each([
    ['apps/portal/src/features/of-tomorrow/list.tsx', '../restore/journey/journey', expect.stringContaining('does not stand above')],
    [
      'apps/portal/src/features/of-tomorrow/deep/list.tsx',
      '../../restore/journey/journey',
      expect.stringContaining('does not stand above'),
    ],
    ['apps/portal/src/features/restore/a/b.tsx', '../journey', null],
    ['apps/portal/src/ui/table.tsx', '../features/jobs/job', expect.stringContaining('does not stand above')],
    ['apps/portal/src/features/jobs/job.tsx', '../../ui/table/resource-table', null],
    ['apps/portal/src/attic/box.ts', '../ui/table/resource-table', expect.stringContaining('no floor')],
    ['packages/local-azure/src/providers/quota/routes.ts', '../compute/routes', expect.stringContaining('does not stand above')],
    ['packages/local-azure/src/world/time/clock.ts', '../../providers/compute/routes', expect.stringContaining('does not stand above')],
    ['apps/bff/src/azure/jobs/jobs.ts', '../../routes/jobs', expect.stringContaining('does not stand above')],
  ])('%s imports %s: %s', (file, specifier, refusal) => {
    expect(refusalOf(file, specifier)).toEqual(refusal);
  });

  it('without a floor is found as soon as it has a file', () => {
    expect(homelessness('apps/bff/src/cellar/box.ts')).toContain('no floor');
    expect(homelessness('apps/portal/src/features/of-tomorrow/list.tsx')).toBeNull();
  });
});

describe('a package that not every room may use', () => {
  it.each([
    ['apps/bff/src/routes/jobs.ts', '@azure/arm-compute', {}, 'Only azure/ uses the SDKs of Azure.'],
    ['apps/bff/src/azure/jobs/jobs.ts', '@azure/arm-compute', {}, 'Clients of Azure are made in azure/connection/clients.ts.'],
    ['apps/bff/src/azure/jobs/jobs.ts', '@azure/arm-compute', { isType: true }, null],
    ['apps/bff/src/azure/connection/clients.ts', '@azure/arm-compute', {}, null],
    ['apps/bff/src/azure/blobs/blob.ts', '@azure/core-rest-pipeline', { names: ['createHttpHeaders'] }, null],
    ['apps/bff/src/azure/blobs/blob.ts', '@azure/core-rest-pipeline', { names: ['createEmptyPipeline'] }, expect.any(String)],
    ['apps/bff/src/http/health.ts', '@opentelemetry/api', { isType: true }, expect.stringContaining('Only telemetry/sdk')],
    ['apps/bff/src/telemetry/sdk/spans.ts', '@opentelemetry/api', {}, null],
  ])('in %s: %s %j', (file, specifier, named, refusal) => {
    expect(refusalOf(file, specifier, named)).toEqual(refusal);
  });
});

test('every part and every room of the code is known to the rule', () => {
  const sources = globSync('{apps,packages}/*/src/**/*.{ts,tsx}');
  expect(sources.filter((file) => !Object.keys(PARTS).some((part) => file.startsWith(`${part}/src/`)))).toEqual([]);
  expect(sources.map(homelessness).filter((refusal) => refusal !== null)).toEqual([]);
});

describe('ARCHITECTURE.md says what the rule says', () => {
  const lines = readFileSync('ARCHITECTURE.md', 'utf8').split('\n');

  it.each(Object.entries(PARTS))('of %s', (part, { knows, floors }) => {
    const [, , mayImport = ''] = lines.find((line) => line.startsWith(`| \`${part}\` `))?.split('|') ?? [];
    const named = mayImport.trim().replaceAll(' (types)', '').split(', ');
    expect(named.toSorted()).toEqual(knows.length === 0 ? ['nothing of ours'] : knows.toSorted());
    if (floors === undefined) return;
    const entry = lines.find((line) => line.startsWith(`- \`${part}\`: `));
    expect(entry).toBe(`- \`${part}\`: ${floors.map((rooms) => rooms.join(', ')).join(' › ')}`);
  });
});
