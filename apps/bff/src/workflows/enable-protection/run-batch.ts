import pLimit from 'p-limit';
import { listConfigureBackupJobs } from '../../azure/jobs/jobs';
import { pause } from '../../pause';
import { enableMachine } from './enable-machine';
import { judgeMachines, readOrRefuse } from './judge-machines';
import type { Run } from './run-context';
import { settleDoubts } from './settle-doubts';
import { watchJobs } from './watch-jobs';

const PARALLEL = 8;

/** Brings every machine of the batch to an end: settle what is in doubt, judge, enable, watch. */
export async function runBatch(run: Run): Promise<void> {
  const { batch, batches } = run;
  if (batch.earlierJobs === undefined) {
    const jobs = await readOrRefuse(run, () => listConfigureBackupJobs(run.azure(), batch.request.vault));
    if (!jobs) return;
    batch.earlierJobs = jobs.map(({ id }) => id);
    await batches.rememberEarlierJobs(run.lease, batch.earlierJobs);
  }
  for (;;) {
    await settleDoubts(run);
    const enabling = enableAll(run);
    await Promise.all([enabling, watchJobs(run, enabling)]);
    if ((await run.machines('waiting')).length === 0) return;
    // What Azure could not do now it may be able to do in a while.
    await pause(run.pace.longestGap, run.signal);
  }
}

async function enableAll(run: Run): Promise<void> {
  const waiting = await run.machines('waiting', 'validating');
  if (waiting.length === 0) return;
  const candidates = await judgeMachines(run, waiting);
  const limit = pLimit(PARALLEL);
  const all = candidates.map((candidate) => limit(() => enableMachine(run, candidate)));
  await Promise.all(all).catch((error: unknown) => {
    limit.clearQueue();
    throw error;
  });
}
