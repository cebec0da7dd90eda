// A walk through the wizard: how fast a blade is there when its data is known, and how the page feels all the way.
import { ADMINISTRATOR, vaultPath } from '../lib/bench.mjs';
import { measured, ms } from '../lib/measurement.mjs';
import { signIn } from '../lib/page.mjs';
import { median, quantile } from '../lib/statistics.mjs';

export const rounds = 3;

/** How many walks count for the blades: of fewer than twenty clicks the 95th of a hundred would be the slowest, which at full speed is quick enough. */
const WALKS = { throttled: 5, atFullSpeed: 2 };

/** On how many of them machines are chosen, the first one too. */
const CHOOSING = 3;

/** The clicks of the wizard, in order: what is clicked, and the heading of the blade it opens. */
/** @type {[selector: string, name: string, heading: string][]} */
const STEPS = [
  ['nav[aria-label="Vault menu"] a', 'Backup', 'Backup'],
  ['a', 'Backup goal', 'Backup Goal'],
  ['button', 'OK', 'Backup policy'],
  ['button', 'OK', 'Select virtual machines'],
];

async function timeOf(page, [selector, name, heading]) {
  const [took] = await Promise.all([page.evaluate(`benchUntilShown('h2', ${JSON.stringify(heading)})`), page.press(selector, name)]);
  return { heading, took };
}

/** The first walk fetches code and data and counts for the interactions alone. */
async function walk(page, vault, walks, isChoosing) {
  await signIn(page, ADMINISTRATOR, vaultPath(vault));
  const times = [];
  for (let n = 0; n <= walks; n++) {
    for (const step of STEPS) {
      const time = await timeOf(page, step);
      if (n > 0) times.push(time);
    }
    if (isChoosing && n < CHOOSING) await chooseMachines(page);
    await page.press('nav[aria-label="Breadcrumb"] a', vault.vaultName);
    await page.press('button', 'Discard and leave');
  }
  return times;
}

/** What a person does on the last blade: looks for machines and ticks two. */
async function chooseMachines(page) {
  await page.press('input[type="search"]', 'Filter items');
  await page.type('RackVM0001');
  for (const n of [0, 1]) await page.press('tr input[type="checkbox"]:enabled', 'RackVM0001', n);
}

/** The 95th of a hundred clicks over all, and which blade is the slowest to come. */
function summaryOf(times) {
  const p95 = quantile(
    times.map(({ took }) => took),
    0.95,
  );
  const medians = STEPS.map(([, , heading]) => ({
    heading,
    took: median(times.filter((time) => time.heading === heading).map(({ took }) => took)),
  })).toSorted((a, b) => b.took - a.took);
  return { p95, medians: medians.map(({ heading, took }) => `${heading} ${ms(took)}`).join(', ') };
}

/** How it feels to choose machines is asked of the slower machine alone. */
async function walked(bench, throttle) {
  const page = await (await bench.browser()).openPage((await bench.stage()).url, { throttle });
  const walks = throttle ? WALKS.throttled : WALKS.atFullSpeed;
  const times = await walk(page, await bench.emptyVault(), walks, throttle);
  const { interactions } = await page.seen();
  await page.close();
  return { ...summaryOf(times), interactions };
}

export async function measure(bench) {
  const throttled = await walked(bench, true);
  const atFullSpeed = await walked(bench, false);
  return [
    measured('click → blade, data known, p95', throttled.p95, { as: ms, atMost: 80, beside: throttled.medians }),
    measured('click → blade, data known, p95, CPU at full speed', atFullSpeed.p95, { as: ms, atMost: 40, beside: atFullSpeed.medians }),
    measured('interaction to next paint over the wizard, p98', quantile(throttled.interactions, 0.98), {
      as: ms,
      atMost: 100,
      beside: `${throttled.interactions.length} interactions`,
    }),
  ];
}
