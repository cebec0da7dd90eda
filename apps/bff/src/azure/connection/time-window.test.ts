import { vaultPath } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { listJobs } from '../jobs/jobs';

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

it('the same window is the same question for a while, though seconds pass and Azure’s clock is known to the second only', async () => {
  await using started = await startTestAzure(() => ({ body: { value: [] } }));
  const ada = await started.session('ada');
  const asked = async (time: string) => {
    started.azure.date = new Date(time);
    ada.forget();
    await listJobs(ada, VAULT, 7);
    return started.azure.received.at(-1)?.query.get('$filter') ?? '';
  };
  const first = await asked('2017-01-18T10:13:59Z');
  expect(first).toContain("startTime eq '2017-01-11 10:10:00 AM'");
  for (const time of ['10:14:00', '10:14:01', '10:13:58', '10:19:58']) expect(await asked(`2017-01-18T${time}Z`)).toBe(first);
  await asked('2017-01-18T10:21:00Z');
  expect(await asked('2017-01-18T10:21:01Z')).not.toBe(first);
});
