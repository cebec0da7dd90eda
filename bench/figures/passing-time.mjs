// What others wait for while much falls due at once: a night of 10,000 backups, and thirty days of a large company.
import { setTimeout as wait } from 'node:timers/promises';
import { measured, ms } from '../lib/measurement.mjs';
import { quantile } from '../lib/statistics.mjs';

export const rounds = 1;

const DAY = 1440;
const ASK_EVERY_MS = 20;

async function ask(url, headers) {
  const asked = performance.now();
  const answer = await fetch(url, { headers });
  await answer.text();
  if (!answer.ok) throw new Error(`GET ${url} answered ${answer.status}`);
  return performance.now() - asked;
}

/** Lets so much of the world's time pass; answers how long that took, and how long others waited meanwhile. */
async function letPass(stage, headers, path, minutes) {
  const began = performance.now();
  const state = { isDone: false };
  const passing = fetch(`${stage.azure.url}/control/advance`, { method: 'POST', body: JSON.stringify({ minutes }) }).then(
    async (answer) => {
      state.isDone = true;
      if (!answer.ok) throw new Error(`the clock was not turned: ${answer.status} ${await answer.text()}`);
      return performance.now() - began;
    },
  );
  const waited = [];
  while (!state.isDone) {
    waited.push(await ask(`${stage.azure.url}${path}`, headers));
    await Promise.race([passing, wait(ASK_EVERY_MS)]);
  }
  return { took: await passing, waited };
}

async function inWorld(bench, seed, minutes, what) {
  const stage = await bench.ownStage({ seed, standing: true, control: true });
  try {
    await fetch(`${stage.url}/api/vaults`, { headers: await bench.headersFor(stage.url) });
    const headers = { authorization: stage.proxy.armToken, 'x-forwarded-host': 'management.azure.com', 'x-forwarded-proto': 'https' };
    const { took, waited } = await letPass(stage, headers, '/subscriptions?api-version=2022-12-01', minutes);
    return measured(`${what}: the longest that others wait`, Math.max(...waited), {
      as: ms,
      atMost: 1000,
      beside: `${ms(took)} in all; p95 of ${waited.length} others: ${ms(quantile(waited, 0.95))}`,
    });
  } finally {
    await stage.stop();
  }
}

export const measure = async (bench) => [
  await inWorld(bench, 'nightly', DAY, 'a night of 10,000 backups'),
  await inWorld(bench, 'large', 30 * DAY, 'thirty days of the large world'),
];
