// What is there before anything runs: the titles of ten addresses, each loaded cold in both languages; and, in loads of its own, a press half a
// second after setting out.
import { setTimeout as wait } from 'node:timers/promises';
import { vaultPath } from '../lib/bench.mjs';
import { measured, ms } from '../lib/measurement.mjs';
import { seenOfLoad } from '../lib/page.mjs';
import { median } from '../lib/statistics.mjs';

export const rounds = 2;

const LANGUAGES = ['de', 'en'];
/** Of one load in twenty the browser paints a third later, whatever the address. */
const LOADS = 3;
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

/** A tab of a signed-in person, restored, with nothing kept but its session. */
async function inNewTab(bench, language, visit) {
  const page = await (await bench.browser()).openPage((await bench.stage()).url, { session: await bench.session(), language });
  try {
    return await visit(page);
  } finally {
    await page.close();
  }
}

/** Without a press, since the browser reports no paint after the first. */
const loaded = (bench, path, language) =>
  inNewTab(bench, language, async (page) => {
    await page.goto(path);
    const { shell, shift, moved } = await seenOfLoad(page, path);
    return { path, paint: shell, shift, moved };
  });

const pressed = (bench, path, language) =>
  inNewTab(bench, language, async (page) => {
    await Promise.all([page.goto(path), wait(PRESS_AFTER_MS).then(() => page.pressAt(MENU))]);
    await page.until('seen.answered > 0', `the answer to a press at “${path}”`);
    const { answered, interactions } = await page.seen();
    return { path, took: Math.max(answered, ...interactions) };
  });

const paintsOf = (loads) => loads.map(({ paint }) => paint);
const answersOf = (presses) => presses.map(({ took }) => took);

export async function measure(bench) {
  const paths = addressesIn(vaultPath(await bench.vault()));
  const loads = [];
  for (let n = 0; n < LOADS; n += 1)
    for (const [at, path] of paths.entries()) loads.push(await loaded(bench, path, LANGUAGES[(n + at) % LANGUAGES.length]));
  const presses = [];
  for (let n = 0; n < LOADS; n += 1)
    for (const [at, path] of paths.entries()) presses.push(await pressed(bench, path, LANGUAGES[(n + at) % LANGUAGES.length]));
  const slowestOf = (all, timesOf) =>
    paths
      .map((path) => ({ path, time: median(timesOf(all.filter((one) => one.path === path))) }))
      .reduce((slowest, one) => (one.time > slowest.time ? one : slowest));
  const slowest = slowestOf(loads, paintsOf);
  const restless = loads.reduce((worst, one) => (one.shift > worst.shift ? one : worst));
  const slowestPress = slowestOf(presses, answersOf);
  return [
    measured('shell, cold: largest paint, the slowest of ten addresses, each by the median of three loads', slowest.time, {
      as: ms,
      atMost: 350,
      beside: `${slowest.path}; median of all ${ms(median(paintsOf(loads)))}, longest ${ms(Math.max(...paintsOf(loads)))}`,
    }),
    measured(
      'shell, cold: a press after half a second, the slowest of ten addresses, each by the median of three loads',
      slowestPress.time,
      {
        as: ms,
        atMost: 100,
        beside: `${slowestPress.path}; median of all ${ms(median(answersOf(presses)))}, longest ${ms(Math.max(...answersOf(presses)))}`,
      },
    ),
    measured('shell, cold: layout shift, the worst of thirty', restless.shift, {
      as: (value) => value.toFixed(3),
      atMost: 0.0005,
      budget: '0',
      beside: restless.shift === 0 ? '' : `${restless.path}: ${restless.moved.join(', ')}`,
    }),
  ];
}
