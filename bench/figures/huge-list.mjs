// The list of 50,000 virtual machines in one subscription, as the portal reads it.
import { readStream } from '../lib/machine-stream.mjs';
import { measured, mib, ms } from '../lib/measurement.mjs';
import { cpuMs, residentMiB } from '../lib/processes.mjs';
import { median } from '../lib/statistics.mjs';

export const rounds = 1;

const TIMES = 3;

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'huge', standing: true });
  try {
    const headers = await bench.headersFor(stage.url);
    const { subscriptionId } = await bench.vault();
    const reads = [];
    const before = [stage.azurePid, stage.bffPid].map(cpuMs);
    for (let n = 0; n < TIMES; n++)
      reads.push(await readStream(`${stage.url}/api/subscriptions/${subscriptionId}/virtual-machines`, headers));
    const took = reads.map(({ all }) => all);
    const [azureCpu, bffCpu] = [stage.azurePid, stage.bffPid].map((pid, n) => (cpuMs(pid) - before[n]) / TIMES);
    return [
      measured('list of 50,000 VMs: time to all rows', median(took), {
        as: ms,
        atMost: 6000,
        beside: `${reads[0].rows.toLocaleString('en')} VMs; of ${TIMES}: ${took.map(ms).join(', ')}; CPU of each: Local Azure ${ms(azureCpu)}, BFF ${ms(bffCpu)}`,
      }),
      measured('list of 50,000 VMs: memory of the BFF', residentMiB(stage.bffPid), { as: mib }),
    ];
  } finally {
    await stage.stop();
  }
}
