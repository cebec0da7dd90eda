import { vaultPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { listJobs } from './jobs';
import { listJobsIn } from './paired-jobs';

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

it('a look at the jobs of a paired region is a read: it is shared, and what was read before still counts', async () => {
  await using started = await startTestAzure(() => ({ body: { value: [] } }));
  const ada = await started.session('ada');
  await listJobs(ada, VAULT, 7);
  await listJobsIn(ada, VAULT, 'germanynorth', 7);
  const asked = started.azure.received.length;
  await listJobsIn(ada, VAULT, 'germanynorth', 7);
  await listJobs(ada, VAULT, 7);
  expect(started.azure.received).toHaveLength(asked);
});
