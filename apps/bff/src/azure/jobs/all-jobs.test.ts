import { estateJobs, job } from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { startContoso } from '../../testing/start-contoso';

const DAY = 86_400_000;

const idsOf = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id).toSorted();

it('the jobs of all vaults are those of each vault, newest first', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  contoso.azure.advance(3 * DAY);

  const estate = await ask.get(estateJobs, '/api/jobs?days=14');
  const starts = estate.jobs.map(({ startTime }) => startTime ?? '');
  expect(starts).toEqual(starts.toSorted().toReversed());
  expect(estate.total).toBe(estate.jobs.length);

  const ofVault = await ask.get(z.array(job), `${OPERATIONS}/jobs?days=7`);
  const week = await ask.get(estateJobs, '/api/jobs?days=7');
  expect(ofVault.length).toBeGreaterThan(3);
  expect(idsOf(week.jobs.filter(({ vault }) => vault.vaultName === 'OperationsVault'))).toEqual(idsOf(ofVault));
  expect(week.jobs.find(({ id }) => id === ofVault[0]?.id)).toMatchObject({
    operation: ofVault[0]?.operation,
    status: ofVault[0]?.status,
    workload: ofVault[0]?.workload,
  });

  expect(await ask.refusal('GET', '/api/jobs?days=15')).toBe('invalid-request');
});
