import { channel } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { jobsBetween, saveJob } from '../../../../../packages/local-azure/src/providers/recovery-services/state/job-store';
import { vmId } from '../../testing/contoso-places';
import { enabler, finished, states } from '../../testing/enabler';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;

beforeEach(async () => {
  contoso = await startContoso();
});

afterEach(() => contoso[Symbol.asyncDispose]());

const { enable, watch } = enabler(() => contoso);

const VAULT =
  '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault';
const MINUTE = 60_000;

/** As many jobs have enabled machines in the vault as two pages of its list hold, all an hour ago. */
async function enableManyBefore(): Promise<void> {
  await watch((await enable([vmId('dbvm1', 'DBVM1Restore')])).batchId, finished);
  const { world } = contoso.azure;
  const [job] = jobsBetween(world, VAULT, 0, world.clock.now());
  if (!job) throw new Error('nothing was enabled');
  for (let count = 0; count < 300; count += 1) saveJob(world, { ...job, id: `${job.id.slice(0, -3)}${String(count).padStart(3, '0')}` });
  contoso.azure.advance(60 * MINUTE);
}

const started = z.object({ request: z.object({ path: z.string() }) });

/** The pages of lists of jobs that the server asks for while something is done. */
async function pagesDuring(work: () => Promise<unknown>): Promise<{ first: number; further: number }> {
  const pages = { first: 0, further: 0 };
  const count = (message: unknown) => {
    const { path } = started.parse(message).request;
    if (/\/backupJobs\?/i.test(path)) pages[/skiptoken/i.test(path) ? 'further' : 'first'] += 1;
  };
  const requests = channel('http.client.request.start');
  requests.subscribe(count);
  await work();
  requests.unsubscribe(count);
  return pages;
}

it('watching a machine reads the jobs since it was begun with, however many the vault has', async () => {
  await enableManyBefore();
  const pages = await pagesDuring(async () => {
    const batch = await watch((await enable([vmId('OperationsRG', 'LinuxVM1')])).batchId, finished);
    expect(states(batch)).toEqual({ LinuxVM1: 'protected' });
  });
  expect(pages.first).toBeGreaterThan(1);
  // Those that were there before are looked at once, whole.
  expect(pages.further).toBe(1);
});
