// The list of 10,000 virtual machines in the wizard.
import { ADMINISTRATOR, vaultPath } from '../lib/bench.mjs';
import { readSeen, signIn } from '../lib/browser.mjs';
import { quantile } from '../lib/statistics.mjs';
import { mib, ms, row } from '../lib/table.mjs';

const TYPED = 'rackvm01234';

async function heapMiB(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

export async function measure(bench) {
  const { page, devtools, close } = await (await bench.browser()).openPage((await bench.stage()).url);
  const vault = vaultPath(await bench.emptyVault());
  await signIn(page, ADMINISTRATOR, `${vault}/backup/policy`);
  const before = await heapMiB(devtools);

  const answered = page.waitForResponse((answer) => answer.url().includes('/virtual-machines'));
  await page.getByRole('button', { name: 'OK' }).click();
  await (await answered).finished();
  const arrived = await page.evaluate(() => performance.now());
  await page.waitForFunction(() => document.querySelector('[role="grid"]')?.closest('[aria-busy="false"]') !== null);
  const ready = (await page.evaluate(() => performance.now())) - arrived;

  const earlier = (await readSeen(page)).interactions.length;
  await page.getByRole('searchbox', { name: 'Filter items' }).pressSequentially(TYPED, { delay: 120 });
  const keystrokes = (await readSeen(page)).interactions.slice(earlier);
  const heap = (await heapMiB(devtools)) - before;
  await close();
  const slowest = keystrokes.length > 0 ? quantile(keystrokes, 0.95) : 16;
  return [
    row('VM list of 10,000: ready after its data', ms(ready), '≤ 0.7 s', ready <= 700),
    row(
      'VM list of 10,000: keystroke in the filter, p95',
      ms(slowest),
      '≤ 50 ms',
      slowest <= 50,
      `${keystrokes.length} of ${TYPED.length} keystrokes above 16 ms`,
    ),
    row('VM list of 10,000: heap it adds', mib(heap), '≤ 30 MiB', heap <= 30),
  ];
}
