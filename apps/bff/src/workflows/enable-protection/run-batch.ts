import pLimit from 'p-limit';
import { listConfigureBackupJobs } from '../../azure/jobs/jobs';
import { UNFINISHED, type MachineRecord } from '../../store/batches';
import { enableMachine } from './enable-machine';
import { judgeMachines, readOrRefuse } from './judge-machines';
import { isDue, type Run } from './run-context';
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
  await takeOver(run);
  do {
    const enabling = enableWaiting(run);
    await Promise.all([enabling, watchJobs(run, enabling)]);
    // Somebody may have asked for another try in this moment.
  } while ((await run.machines(...UNFINISHED)).length > 0);
}

/** What an ended process left behind: told to Azure, or about to be. */
async function takeOver(run: Run): Promise<void> {
  await settleDoubts(run, await run.machines(...UNFINISHED));
  for (const { vm_id: vmId } of await run.machines('validating')) await run.note(vmId, { state: 'waiting' });
}

/** Begins with each machine that waits as soon as it is due, whatever becomes of the others. */
async function enableWaiting(run: Run): Promise<void> {
  for (;;) {
    const open = await run.machines(...UNFINISHED);
    if (open.length === 0) return;
    const due = open.filter((machine) => machine.state === 'waiting' && isDue(run, machine));
    if (due.length > 0) await enableAll(run, due);
    else await run.bell.pause(run.pace.longestGap / 5, run.signal);
  }
}

async function enableAll(run: Run, due: MachineRecord[]): Promise<void> {
  // Of a machine that is tried again the old job counts no more.
  run.batch = (await run.batches.find(run.batch.batchId)) ?? run.batch;
  await settleDoubts(run, due);
  const names = new Set(due.map(({ vm_id }) => vm_id));
  const waiting = (await run.machines('waiting')).filter(({ vm_id }) => names.has(vm_id));
  const candidates = waiting.length === 0 ? [] : await judgeMachines(run, waiting);
  // There may be one of that name again.
  run.policyGone = null;
  const limit = pLimit(PARALLEL);
  const all = candidates.map((candidate) => limit(() => enableMachine(run, candidate)));
  await Promise.all(all).catch((error: unknown) => {
    limit.clearQueue();
    throw error;
  });
}
