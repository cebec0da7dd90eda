// The data of the list of 10,000 virtual machines, as the portal reads it.
import { readStream } from '../lib/machine-stream.mjs';
import { measured, ms } from '../lib/measurement.mjs';

export const rounds = 5;

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const url = `${stage.url}/api/subscriptions/${(await bench.vault()).subscriptionId}/virtual-machines`;
  const before = stage.proxy.calls.length;
  const { first, all, rows } = await readStream(url, headers);
  const calls = stage.proxy.calls.length - before;
  const allowed = Math.ceil(rows / 1000) + 3;
  return [
    measured('data of the VM list: upstream calls', calls, {
      as: (value) => value.toFixed(0),
      atMost: allowed,
      budget: `≤ ⌈N/1,000⌉ + 3 = ${allowed}`,
      beside: `${rows.toLocaleString('en')} VMs`,
    }),
    measured('data of the VM list: time to the first rows', first, { as: ms, atMost: 300 }),
    measured('data of the VM list: time to all rows', all, { as: ms, atMost: 600 }),
  ];
}
