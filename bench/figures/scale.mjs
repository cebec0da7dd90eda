// How time, calls of Azure and memory grow with the machines, and with those who list them at once: the exponent of each.
import { setTimeout as wait } from 'node:timers/promises';
import { ADMINISTRATOR } from '../lib/bench.mjs';
import { readStream } from '../lib/machine-stream.mjs';
import { measured, mib, ms } from '../lib/measurement.mjs';
import { heapMiB, signIn } from '../lib/page.mjs';
import { cpuMs, watchPeak } from '../lib/processes.mjs';
import { signInPlainly } from '../lib/sign-in.mjs';
import { exponentOf, median } from '../lib/statistics.mjs';

export const rounds = 1;

const MOST = 1.1;
const TIMES = 3;
/** Every server has listed so many rows before it is measured: the small worlds are measured as warm as the large one. */
const WARM_ROWS = 50_000;
/** Longer than the BFF keeps what it has read. */
const FORGOTTEN_MS = 1_100;

const WORLDS = { thousand: 1_000, large: 10_000, huge: 50_000 };
const TOGETHER = [1, 10, 50];

/**
 * Those of the company who see all these machines. Where there are to be more, they sign in more than once, each time with a token of its own,
 * which the BFF checks, exchanges and counts by itself. What it reads of Azure it shares between the lists of one person, never between two
 * people: fifty lists at once are read for four people.
 */
const PEOPLE = [ADMINISTRATOR, 'Megan Bowen', 'Patti Fernandez', 'Lee Gu'];

const count = (value) => value.toFixed(0);
const power = (value) => value.toFixed(2);
const number = (value) => value.toLocaleString('en');

const SERVED = {
  first: { what: 'time to the first rows', as: ms },
  all: { what: 'time to all rows', as: ms },
  calls: { what: 'calls of Azure', as: count },
  cpu: { what: 'CPU of both servers', as: ms },
  bff: { what: 'memory of the BFF', as: mib },
  azure: { what: 'memory of Local Azure', as: mib },
};
const SHOWN = {
  shown: { what: 'time until the page shows all rows, CPU at full speed', as: ms },
  heap: { what: 'heap of the page', as: mib },
};

const listOf = (stage, headers) => readStream(`${stage.url}/api/virtual-machines`, headers);

/** The list for all of them at once: until the last has its first rows, and all of them; and the most memory meanwhile. */
async function listAtOnce(stage, people) {
  const servers = [stage.bffPid, stage.azurePid];
  const cpu = () => servers.reduce((sum, pid) => sum + cpuMs(pid), 0);
  const before = { calls: stage.proxy.calls.length, cpu: cpu() };
  const [bff, azure] = servers.map(watchPeak);
  const lists = await Promise.all(people.map((headers) => listOf(stage, headers)));
  const [first, all] = [lists.map((list) => list.first), lists.map((list) => list.all)].map((times) => Math.max(...times));
  return { first, all, calls: stage.proxy.calls.length - before.calls, cpu: cpu() - before.cpu, bff: bff(), azure: azure() };
}

/** The median of each over a few times; calls are those of the first, before which the BFF has forgotten what was read. */
async function served(stage, people) {
  await wait(FORGOTTEN_MS);
  const times = [];
  for (let n = 0; n < TIMES; n++) times.push(await listAtOnce(stage, people));
  const medians = Object.keys(SERVED).map((what) => [what, median(times.map((time) => time[what]))]);
  return { ...Object.fromEntries(medians), calls: times[0].calls };
}

async function showed(bench, stage, machines) {
  const page = await (await bench.browser()).openPage(stage.url, { throttle: false });
  try {
    await signIn(page, ADMINISTRATOR, '/vaults');
    await page.goto('/machines');
    const shown = await page.evaluate(`benchUntilRows(${machines})`);
    return { shown, heap: await heapMiB(page) };
  } finally {
    await page.close();
  }
}

/** Everybody has signed in and asked for something small: tokens for Azure are exchanged already. */
async function signInAll(stage, headers, people) {
  const all = [];
  for (let n = 0; n < people; n++) {
    const authorization = `Bearer ${await signInPlainly(stage.azure, PEOPLE[n % PEOPLE.length])}`;
    all.push({ ...headers, authorization });
    await (await fetch(`${stage.url}/api/subscriptions`, { headers: all[n] })).text();
  }
  return all;
}

async function measureWorld(bench, seed, together) {
  const stage = await bench.ownStage({ seed, standing: true });
  try {
    const people = await signInAll(stage, await bench.headersFor(stage.url), together.at(-1));
    let { rows: machines } = await listOf(stage, people[0]);
    for (let rows = machines; rows < WARM_ROWS; rows += machines) await listOf(stage, people[0]);
    if (machines < WORLDS[seed]) throw new Error(`${machines} machines were listed of ${seed}`);
    const byPeople = new Map();
    for (const count of together) byPeople.set(count, await served(stage, people.slice(0, count)));
    return { machines, byPeople, page: await showed(bench, stage, machines) };
  } finally {
    await stage.stop();
  }
}

/** A row for each quantity: with which power of the size it grows. */
function curve(label, quantities, points) {
  return Object.entries(quantities).map(([key, { what, as }]) =>
    measured(`${label}: ${what}, exponent`, exponentOf(points.map(([size, values]) => [size, values[key]])), {
      as: power,
      atMost: MOST,
      beside: points.map(([, values]) => as(values[key])).join(', '),
    }),
  );
}

/** Ten at the larger list, beside one there, and what ten are to one at the smaller list. */
function tenAt(large, small) {
  const [one, ten] = [large.get(1), large.get(10)];
  return Object.entries(SERVED).map(([key, { what, as }]) => {
    const [there, here] = [ten[key] / one[key], small.get(10)[key] / small.get(1)[key]];
    return measured(`10 sign-ins of ${PEOPLE.length} people at ${number(WORLDS.large)} VMs: ${what}`, ten[key], {
      as,
      beside: `one: ${as(one[key])}; ten ÷ one ${power(there)}, at ${number(WORLDS.thousand)} VMs ${power(here)}`,
    });
  });
}

export async function measure(bench) {
  const thousand = await measureWorld(bench, 'thousand', TOGETHER);
  const large = await measureWorld(bench, 'large', [1, 10]);
  const huge = await measureWorld(bench, 'huge', [1]);
  const worlds = [thousand, large, huge];
  const sizes = `${Object.values(WORLDS).map(number).join(' → ')} VMs`;
  const people = `${TOGETHER.join(' → ')} sign-ins of ${PEOPLE.length} people at ${number(WORLDS.thousand)} VMs`;
  return [
    ...curve(
      sizes,
      SERVED,
      worlds.map(({ machines, byPeople }) => [machines, byPeople.get(1)]),
    ),
    ...curve(
      sizes,
      SHOWN,
      worlds.map(({ machines, page }) => [machines, page]),
    ),
    ...curve(people, SERVED, [...thousand.byPeople]),
    ...tenAt(large.byPeople, thousand.byPeople),
  ];
}
