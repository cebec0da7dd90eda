// What the end of Azure Disk Encryption means for each of 5,000 machines: ten times as many as the promise of 500 within five seconds.
import * as z from 'zod';
import { measured, ms } from '../lib/measurement.mjs';

export const rounds = 3;

const MOST_MS = 5_000;
const MOST_CALLS = 25;
const MACHINES = 5_000;

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'estate', standing: true });
  try {
    const headers = await bench.headersFor(stage.url);
    const before = stage.proxy.calls.length;
    const asked = performance.now();
    const answer = await fetch(`${stage.url}/api/encryption-end`, { headers });
    if (!answer.ok) throw new Error(`/encryption-end answered ${answer.status}`);
    const { length } = z.array(z.unknown()).parse(await answer.json());
    const took = performance.now() - asked;
    if (length !== MACHINES) throw new Error(`${length} machines were told of`);
    const calls = stage.proxy.calls.length - before;
    return [
      measured('end of Azure Disk Encryption: 5,000 VMs', took, { as: ms, atMost: MOST_MS, beside: '50 subscriptions' }),
      measured('end of Azure Disk Encryption: calls of Azure', calls, { as: String, atMost: MOST_CALLS, exact: true }),
    ];
  } finally {
    await stage.stop();
  }
}
