// Memory of the BFF after 10,000 requests of all kinds.
import { vaultPath } from '../lib/bench.mjs';
import { load } from '../lib/load.mjs';
import { residentMiB } from '../lib/processes.mjs';
import { mib, perSecond, row } from '../lib/table.mjs';

const REQUESTS = 10_000;

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const vault = vaultPath(await bench.vault());
  const paths = ['/subscriptions', '/vaults', vault, `${vault}/counts`, `${vault}/policies`, `${vault}/items`, `${vault}/jobs`];
  const { refused, perSecond: rate } = await load({
    connections: 16,
    count: REQUESTS,
    next: (n) => ({ url: `${stage.url}/api${paths[n % paths.length]}`, headers }),
  });
  const memory = residentMiB(stage.bffPid);
  return [row('BFF: memory after 10,000 mixed requests', mib(memory), '≤ 180 MB', memory <= 172, `${perSecond(rate)}; ${refused} refused`)];
}
