// Fifty times the same question of one user at once, and how often Azure was asked any one thing for it.
import { vaultPath } from '../lib/bench.mjs';
import { load } from '../lib/load.mjs';
import { measured } from '../lib/measurement.mjs';

export const rounds = 3;

const TOGETHER = 50;
/** Another question in every round: what Azure has answered a moment ago answers the same one again. */
let days = 7;

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const url = `${stage.url}/api${vaultPath(await bench.vault())}/jobs?days=${days++}`;
  const before = stage.proxy.calls.length;
  await load({ connections: TOGETHER, count: TOGETHER, next: () => ({ url, headers }) });
  const calls = stage.proxy.calls.slice(before);
  const asked = Object.groupBy(calls, ({ method, address }) => `${method} ${address}`);
  const most = Math.max(0, ...Object.values(asked).map((same) => same?.length ?? 0));
  if (most === 0) throw new Error('nothing was asked upstream');
  return [
    measured(`BFF: ${TOGETHER} identical reads of one user at once`, most, {
      as: (value) => `${value} upstream`,
      atMost: 1,
      exact: true,
      beside: `calls in all: ${calls.length}`,
    }),
  ];
}
