// Lists over 5,000 machines of 50 subscriptions: how many calls of Azure each costs, and when its first rows and all of them are there.
import * as z from 'zod';
import { readStream } from '../lib/machine-stream.mjs';
import { measured, ms } from '../lib/measurement.mjs';

export const rounds = 3;

const MOST_CALLS = 10;
const MOST_MS = 2_000;
const FIRST_MS = 500;
const MACHINES = 5_000;
const SUBSCRIPTIONS = 50;

const rows = z.union([z.array(z.unknown()), z.looseObject({})]);

/** How long an answer takes, and how many calls of Azure it costs. */
async function answerOf(stage, headers, path) {
  const before = stage.proxy.calls.length;
  const asked = performance.now();
  const answer = await fetch(`${stage.url}/api${path}`, { headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const read = rows.parse(await answer.json());
  return { took: performance.now() - asked, calls: stage.proxy.calls.length - before, read };
}

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'estate', standing: true });
  try {
    const headers = await bench.headersFor(stage.url);
    const { read } = await answerOf(stage, headers, '/subscriptions');
    if (z.array(z.unknown()).parse(read).length < SUBSCRIPTIONS) throw new Error('there are fewer subscriptions');
    const before = stage.proxy.calls.length;
    const machines = await readStream(`${stage.url}/api/virtual-machines`, headers);
    const calls = stage.proxy.calls.length - before;
    if (machines.rows !== MACHINES) throw new Error(`${machines.rows} machines were listed`);
    const results = [
      measured('estate of 5,000 VMs: machines, first rows', machines.first, { as: ms, atMost: FIRST_MS }),
      measured('estate of 5,000 VMs: machines, all', machines.all, { as: ms, atMost: MOST_MS, beside: `${SUBSCRIPTIONS} subscriptions` }),
      measured('estate of 5,000 VMs: machines, calls of Azure', calls, { as: String, atMost: MOST_CALLS, exact: true }),
    ];
    for (const [name, path] of [
      ['backup items', '/items'],
      ['jobs', '/jobs?days=14'],
      ['restores', '/restores'],
      ['key vaults', '/key-vaults'],
      ['what is not seen', '/estate/sight'],
      ['alerts', '/estate/alerts'],
    ]) {
      const { took, calls: cost } = await answerOf(stage, headers, path);
      results.push(
        measured(`estate of 5,000 VMs: ${name}`, took, { as: ms, atMost: MOST_MS, beside: `${cost} calls of Azure` }),
        measured(`estate of 5,000 VMs: ${name}, calls of Azure`, cost, { as: String, atMost: MOST_CALLS, exact: true }),
      );
    }
    return results;
  } finally {
    await stage.stop();
  }
}
