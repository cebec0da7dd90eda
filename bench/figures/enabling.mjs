// One press of "Enable backup" for 1,000 machines, with ARM's bucket of writes in force. The bucket is on the real clock, jobs are on the world's.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ADMINISTRATOR, EMPTY_VAULT, vaultPath } from '../lib/bench.mjs';
import { headersOf } from '../lib/browser.mjs';
import { startStage } from '../lib/stage.mjs';
import { ms, row } from '../lib/table.mjs';

const MACHINES = 1000;
/** (1,000 − 200) / 10 s for the bucket, 5 s for the last job. */
const BUCKET_LIMIT_MS = 85_000;
const GIVE_UP_MS = 180_000;

async function api(stage, headers, path, init = {}) {
  const answer = await fetch(`${stage.url}/api${path}`, { ...init, headers: { ...headers, 'content-type': 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return answer;
}

async function freeMachines(stage, headers, subscriptionId) {
  const text = await (await api(stage, headers, `/subscriptions/${subscriptionId}/virtual-machines`)).text();
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('data:') && line.includes('"rows"'))
    .flatMap((line) => JSON.parse(line.slice('data:'.length)).rows);
  return rows.filter((machine) => machine.name.startsWith('RackVM') && machine.protectedByVaultId === null);
}

function tally(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

const wordsOf = (results) =>
  tally(results.filter(({ state }) => state !== 'protected').map(({ state, ruleId, azureCode }) => `${state} (${ruleId ?? azureCode})`));

export async function measure(bench) {
  const browser = await bench.browser();
  const stage = await startStage({ seed: 'large', throttle: true });
  try {
    const { page, close } = await browser.openPage(stage.url, { throttle: false });
    const headers = await headersOf(page, ADMINISTRATOR, '/vaults');
    await close();
    const vaults = await (await api(stage, headers, '/vaults')).json();
    const { subscriptionId, resourceGroup, name, location } = vaults.find((vault) => vault.name === EMPTY_VAULT);
    const vault = vaultPath({ subscriptionId, resourceGroup, vaultName: name });
    const machines = (await freeMachines(stage, headers, subscriptionId))
      .filter((machine) => machine.location === location)
      .slice(0, MACHINES);

    const batch = `${vault}/protection/${randomUUID()}`;
    const before = stage.proxy.calls.length;
    const pressed = performance.now();
    const body = JSON.stringify({ edition: 'current', policyName: 'DefaultPolicy', vmIds: machines.map(({ id }) => id) });
    let state = await (await api(stage, headers, batch, { method: 'PUT', body })).json();
    while (!state.finished && performance.now() - pressed < GIVE_UP_MS) {
      await wait(1000);
      state = await (await api(stage, headers, batch)).json();
    }
    const took = performance.now() - pressed;
    const calls = stage.proxy.calls.slice(before);
    const accepted = calls.filter(({ method, path, status }) => method === 'PUT' && path.includes('/protectedItems/') && status === 202);
    const twice = accepted.length - new Set(accepted.map(({ path }) => path)).size;
    const throttled = calls.filter(({ status }) => status === 429).length;
    const enabled = state.results.filter((result) => result.state === 'protected').length;
    const perMachine = calls.length / machines.length;
    return [
      row(
        'enabling 1,000 VMs: enabled',
        `${enabled} of ${machines.length}, ${twice} twice`,
        'all, none twice',
        enabled === MACHINES && twice === 0,
        wordsOf(state.results),
      ),
      row(
        'enabling 1,000 VMs: time',
        ms(took),
        '≤ 1.1 × 85 s',
        state.finished && took <= 1.1 * BUCKET_LIMIT_MS,
        `${throttled} calls throttled`,
      ),
      row(
        'enabling 1,000 VMs: upstream calls a VM',
        perMachine.toFixed(2),
        '≤ 2.3',
        perMachine <= 2.3,
        tally(calls.map(({ method }) => method)),
      ),
    ];
  } finally {
    await stage.stop();
  }
}
