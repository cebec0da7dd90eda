// Fifty times the same question of one user at once.
import { vaultPath } from '../lib/bench.mjs';
import { load } from '../lib/load.mjs';
import { row } from '../lib/table.mjs';

const TOGETHER = 50;

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const url = `${stage.url}/api${vaultPath(await bench.vault())}/jobs?days=7`;
  const before = stage.proxy.calls.length;
  const { refused } = await load({ connections: TOGETHER, count: TOGETHER, next: () => ({ url, headers }) });
  const calls = stage.proxy.calls.length - before;
  if (refused > 0) throw new Error(`${refused} of ${TOGETHER} identical reads were refused`);
  return [row(`BFF: ${TOGETHER} identical reads of one user at once`, `${calls} upstream`, '1 upstream', calls === 1)];
}
