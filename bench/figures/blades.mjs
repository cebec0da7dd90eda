// A walk through the wizard: how fast a blade is there when its data is known, and how the page feels all the way.
import { ADMINISTRATOR, vaultPath } from '../lib/bench.mjs';
import { readSeen, signIn } from '../lib/browser.mjs';
import { median, quantile } from '../lib/statistics.mjs';
import { ms, row } from '../lib/table.mjs';

const ROUNDS = 3;

/** The clicks of the wizard, in order: what is clicked, and the heading of the blade it opens. */
const STEPS = [
  [(page) => page.getByRole('navigation', { name: 'Vault menu' }).getByRole('link', { name: 'Backup', exact: true }), 'Backup'],
  [(page) => page.getByRole('link', { name: /Backup goal/ }), 'Backup Goal'],
  [(page) => page.getByRole('button', { name: 'OK' }), 'Backup policy'],
  [(page) => page.getByRole('button', { name: 'OK' }), 'Select virtual machines'],
];

async function timeOf(page, target, heading) {
  const [shown] = await Promise.all([page.evaluate((text) => window.benchUntilShown('h2', text), heading), target.click()]);
  return shown;
}

async function walk(page, vault) {
  await signIn(page, ADMINISTRATOR, vaultPath(vault));
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [target, heading] of STEPS) {
      const took = await timeOf(page, target(page), heading);
      if (round > 0) times.push({ heading, took });
    }
    await chooseMachines(page);
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: vault.vaultName }).click();
    await page.getByRole('button', { name: 'Discard and leave' }).click();
  }
  return times;
}

/** What a person does on the last blade: looks for machines and ticks two. */
async function chooseMachines(page) {
  const filter = page.getByRole('searchbox', { name: 'Filter items' });
  await filter.fill('');
  await filter.pressSequentially('RackVM0001');
  const choosable = page.getByRole('row').filter({ hasText: 'Can be chosen' }).getByRole('checkbox');
  for (const n of [0, 1]) await choosable.nth(n).click();
}

/** The 95th of a hundred clicks over all, and which blade is the slowest to come. */
function summaryOf(times) {
  const p95 = quantile(
    times.map(({ took }) => took),
    0.95,
  );
  const medians = STEPS.map(([, heading]) => ({
    heading,
    took: median(times.filter((time) => time.heading === heading).map(({ took }) => took)),
  })).toSorted((a, b) => b.took - a.took);
  return { p95, medians: medians.map(({ heading, took }) => `${heading} ${ms(took)}`).join(', ') };
}

export async function measure(bench) {
  const browser = await bench.browser();
  const { url } = await bench.stage();
  const vault = await bench.emptyVault();
  const results = {};
  for (const throttle of [true, false]) {
    const { page, close } = await browser.openPage(url, { throttle });
    const times = await walk(page, vault);
    results[throttle] = { ...summaryOf(times), interactions: (await readSeen(page)).interactions };
    await close();
  }
  const interaction = quantile(results.true.interactions, 0.98);
  return [
    row('click → blade, data known, p95', ms(results.true.p95), '≤ 150 ms', results.true.p95 <= 150, results.true.medians),
    row(
      'click → blade, data known, p95, CPU at full speed',
      ms(results.false.p95),
      '≤ 50 ms',
      results.false.p95 <= 50,
      results.false.medians,
    ),
    row(
      'interaction to next paint over the wizard, p98',
      ms(interaction),
      '≤ 100 ms',
      interaction <= 100,
      `${results.true.interactions.length} interactions`,
    ),
  ];
}
