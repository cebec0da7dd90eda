import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../../scripts/chromium.mjs';

const observers = fileURLToPath(new URL('observe-page.js', import.meta.url));
const MEGABIT = 1_000_000 / 8;

/** A page on a machine four times as slow, behind 10 Mbit/s and 40 ms; `throttle: false` leaves the machine as it is. */
async function openPage(browser, origin, { throttle = true } = {}) {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1366, height: 768 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.addInitScript({ path: observers });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (throttle) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: 10 * MEGABIT,
      uploadThroughput: 10 * MEGABIT,
    });
  }
  return { page, devtools, close: () => context.close() };
}

export async function startBrowser() {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
  });
  return { openPage: (origin, options) => openPage(browser, origin, options), stop: () => browser.close() };
}

/** Signs the person in and lands on the path. */
export async function signIn(page, person, path) {
  await page.goto(path);
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL((url) => url.pathname === path);
  await page.getByRole('heading').first().waitFor();
}

/** The headers by which the API knows the portal and its user, read from the portal's own traffic while it opens the path. */
export async function headersOf(page, person, path) {
  const asked = page.waitForRequest((request) => request.url().includes('/api/') && request.headers().authorization !== undefined);
  await signIn(page, person, path);
  const headers = await (await asked).allHeaders();
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(authorization|x-.*|sec-fetch-site)$/.test(name)));
}

/** What the page has collected so far, as plain data. */
export const readSeen = (page) => page.evaluate(() => ({ ...window.benchSeen, interactions: [...window.benchSeen.interactions.values()] }));
