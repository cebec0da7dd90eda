// The list of vaults as the first thing a signed-in person sees, with an empty cache and with a full one.
import { signIn, readSeen } from '../lib/browser.mjs';
import { ADMINISTRATOR } from '../lib/bench.mjs';
import { ms, row } from '../lib/table.mjs';

const VIEW = '/vaults';

/** Loads the view again. It is left alone meanwhile: what Playwright puts into a page to look for things would be measured, too. */
export async function loadView({ page, devtools, requests }) {
  requests.length = 0;
  await page.reload();
  await devtools.send('Runtime.evaluate', { expression: 'benchUntilListed()', awaitPromise: true });
  await page.waitForLoadState('networkidle');
  return readSeen(page);
}

export async function openFirstView(bench) {
  const { page, devtools, close } = await (await bench.browser()).openPage((await bench.stage()).url);
  await signIn(page, ADMINISTRATOR, VIEW);
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await devtools.send('Network.clearBrowserCache');
  return { page, devtools, requests, close };
}

export async function measure(bench) {
  const view = await openFirstView(bench);
  const { requests, close } = view;
  const cold = await loadView(view);
  const sent = requests.map((url) => new URL(url)).filter(({ protocol }) => protocol === 'http:');
  const toApi = sent.filter(({ pathname }) => pathname.startsWith('/api/')).length;
  const scripts = sent.filter(({ pathname }) => pathname.endsWith('.js')).length;
  const warm = await loadView(view);
  await close();
  return [
    row(
      'first view: requests, cold',
      `${sent.length}, ${toApi} of them to /api`,
      '≤ 12, ≤ 3 to /api',
      sent.length <= 12 && toApi <= 3,
      `${scripts} scripts`,
    ),
    row('first view: largest contentful paint, cold', ms(cold.lcp), '≤ 1.4 s', cold.lcp <= 1400),
    row('first view: largest contentful paint, warm', ms(warm.lcp), '≤ 0.7 s', warm.lcp <= 700),
    row('first view: blocking time, cold', ms(cold.blocking), '≤ 50 ms', cold.blocking <= 50),
    row('first view: layout shift, cold', cold.shift.toFixed(3), '0', cold.shift < 0.0005),
  ];
}
