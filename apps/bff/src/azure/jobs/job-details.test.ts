import { vaultPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { getJob } from './job-details';

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

it.each([
  ['InProgress', 600],
  ['Failed', null],
])('a job that is %s remains for %s seconds', async (status, remainingSeconds) => {
  const extendedInfo = { progressPercentage: 40, estimatedRemainingDuration: 'PT10M' };
  const properties = { operation: 'Restore', status, startTime: '2026-12-05T00:30:00Z', extendedInfo };
  await using started = await startTestAzure(() => ({ body: { name: 'job', properties } }));
  expect(await getJob(await started.session('ada'), VAULT, 'job')).toMatchObject({ remainingSeconds, progressPercentage: 40 });
});
