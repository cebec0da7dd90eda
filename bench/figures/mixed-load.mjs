// Memory of the BFF after 10,000 requests of all kinds.
import { vaultPath } from '../lib/bench.mjs';
import { load } from '../lib/load.mjs';
import { measured, mib, perSecond } from '../lib/measurement.mjs';
import { residentMiB } from '../lib/processes.mjs';

export const rounds = 3;

const REQUESTS = 10_000;

/** At a server of its own: what the other figures ask for stays in the memory of theirs. */
export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'large', standing: true, nodeOptions: [] });
  try {
    return await measureAt(stage, await bench.headersFor(stage.url), vaultPath(await bench.vault()));
  } finally {
    await stage.stop();
  }
}

async function measureAt(stage, headers, vault) {
  const paths = ['/subscriptions', '/vaults', vault, `${vault}/counts`, `${vault}/policies`, `${vault}/items`, `${vault}/jobs`];
  const { perSecond: rate } = await load({
    connections: 16,
    count: REQUESTS,
    next: (n) => ({ url: `${stage.url}/api${paths[n % paths.length]}`, headers }),
  });
  const memory = residentMiB(stage.bffPid);
  return [
    measured('BFF: memory after 10,000 mixed requests', memory, {
      as: mib,
      atMost: 200,
      beside: perSecond(rate),
    }),
  ];
}
