// What is there before anything runs: the titles of ten addresses in both languages, cold, and a press half a second after setting out.
import { setTimeout as wait } from 'node:timers/promises';
import { vaultPath } from '../lib/bench.mjs';
import { measured, ms } from '../lib/measurement.mjs';
import { median } from '../lib/statistics.mjs';

export const rounds = 3;

const PRESS_AFTER_MS = 500;
/** The button of the menu. */
const MENU = { x: 20, y: 20 };

const addressesIn = (vault) => [
  '/vaults',
  '/items',
  '/settings',
  '/support-matrix',
  '/nowhere',
  vault,
  `${vault}/jobs`,
  `${vault}/items`,
  `${vault}/backup/policy`,
  `${vault}/backup/machines`,
];

async function loaded(bench, path, language) {
  const page = await (await bench.browser()).openPage((await bench.stage()).url, { session: await bench.session(), language });
  try {
    await Promise.all([page.goto(path), wait(PRESS_AFTER_MS).then(() => page.pressAt(MENU))]);
    await wait(PRESS_AFTER_MS);
    const { lcp, shift, interactions } = await page.seen();
    return { lcp, shift, press: Math.max(0, ...interactions) };
  } finally {
    await page.close();
  }
}

export async function measure(bench) {
  const paths = addressesIn(vaultPath(await bench.vault()));
  const all = [];
  for (const language of ['de', 'en']) for (const path of paths) all.push({ path, ...(await loaded(bench, path, language)) });
  const slowest = all.toSorted((a, b) => b.lcp - a.lcp)[0];
  const worst = (name) => Math.max(...all.map((load) => load[name]));
  return [
    measured('shell, cold: largest paint, the slowest of ten addresses in two languages', slowest.lcp, {
      as: ms,
      atMost: 350,
      beside: `${slowest.path}; median ${ms(median(all.map(({ lcp }) => lcp)))}`,
    }),
    measured('shell, cold: a press after half a second, the slowest of twenty', worst('press'), { as: ms, atMost: 100 }),
    measured('shell, cold: layout shift, the worst of twenty', worst('shift'), {
      as: (value) => value.toFixed(3),
      atMost: 0.0005,
      budget: '0',
    }),
  ];
}
