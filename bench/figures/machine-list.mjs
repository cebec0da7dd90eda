// The list of 10,000 virtual machines in the wizard.
import { ADMINISTRATOR, vaultPath } from '../lib/bench.mjs';
import { measured, mib, ms } from '../lib/measurement.mjs';
import { heapMiB, signIn } from '../lib/page.mjs';
import { quantile } from '../lib/statistics.mjs';

export const rounds = 3;

const TYPED = 'rackvm01234';

export async function measure(bench) {
  const page = await (await bench.browser()).openPage((await bench.stage()).url);
  const vault = vaultPath(await bench.emptyVault());
  await signIn(page, ADMINISTRATOR, `${vault}/backup/policy`);
  const before = await heapMiB(page);
  await page.press('button', 'OK');
  const ready = await page.evaluate("benchUntilFilled('/virtual-machines')");

  await page.press('input[type="search"]', 'Filter items');
  const typing = await page.evaluate('performance.now()');
  await page.type(TYPED);
  const { interactions: keystrokes } = await page.seen(typing);
  const heap = (await heapMiB(page)) - before;
  await page.close();
  return [
    measured('VM list of 10,000: ready after its data', ready, { as: ms, atMost: 700 }),
    measured('VM list of 10,000: keystroke in the filter, p95', keystrokes.length > 0 ? quantile(keystrokes, 0.95) : 16, {
      as: ms,
      atMost: 50,
      beside: `${keystrokes.length} of ${TYPED.length} keystrokes above 16 ms`,
    }),
    measured('VM list of 10,000: heap it adds', heap, { as: mib, atMost: 30 }),
  ];
}
