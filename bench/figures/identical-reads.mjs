// Fifty times the same question of one user at once.
import { vaultPath } from '../lib/bench.mjs';
import { load } from '../lib/load.mjs';
import { measured } from '../lib/measurement.mjs';

export const rounds = 3;

const TOGETHER = 50;

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const url = `${stage.url}/api${vaultPath(await bench.vault())}/jobs?days=7`;
  const before = stage.proxy.calls.length;
  const { refused } = await load({ connections: TOGETHER, count: TOGETHER, next: () => ({ url, headers }) });
  const calls = stage.proxy.calls.length - before;
  if (refused > 0) throw new Error(`${refused} of ${TOGETHER} identical reads were refused`);
  return [measured(`BFF: ${TOGETHER} identical reads of one user at once`, calls, { as: (value) => `${value} upstream`, atMost: 1 })];
}
