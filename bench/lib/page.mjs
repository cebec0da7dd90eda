import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const observers = readFileSync(new URL('observe-page.js', import.meta.url), 'utf8');
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome Safari/537.36';
const MEGABIT = 1_000_000 / 8;
const SHOWN_WITHIN_MS = 30_000;
const PRESS_MS = 70;
const KEY_MS = 30;
const KEY_GAP_MS = 120;

async function slowDown(send) {
  await send('Network.enable');
  await send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: 10 * MEGABIT,
    uploadThroughput: 10 * MEGABIT,
  });
}

/** What a signed-in tab keeps, put back before anything runs, as a browser does that restores its tabs. */
const restoring = (origin, session) =>
  `if (location.origin === ${JSON.stringify(origin)} && sessionStorage.length === 0) Object.assign(sessionStorage, ${JSON.stringify(session)});`;

/**
 * A page on a machine four times as slow, behind 10 Mbit/s and 40 ms; `throttle: false` leaves the machine as it is. `session` is
 * that of a tab of before, `language` what the browser asks for. Each page has cookies and a cache of its own, unless it `sharesProfile`.
 * @param {any} devtools
 * @param {string} origin
 * @param {{ throttle?: boolean, session?: Record<string, string>, sharesProfile?: boolean, language?: string }} [options]
 */
export async function openPage(devtools, origin, { throttle = true, session, sharesProfile = false, language } = {}) {
  const context = sharesProfile ? {} : await devtools.send('Target.createBrowserContext');
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank', ...context });
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (command, params) => devtools.send(command, params, sessionId);
  const next = (event) => devtools.next(event, sessionId);
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: observers });
  if (session) await send('Page.addScriptToEvaluateOnNewDocument', { source: restoring(origin, session) });
  if (language) await send('Emulation.setUserAgentOverride', { userAgent: USER_AGENT, acceptLanguage: language });
  if (throttle) await slowDown(send);

  /** The value of the expression, once it has settled. */
  async function evaluate(expression) {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Asks again and again, from one page to the next, until the answer is neither null nor false. */
  async function until(expression, what) {
    const giveUp = performance.now() + SHOWN_WITHIN_MS;
    while (performance.now() < giveUp) {
      const answer = await evaluate(expression).catch(() => null);
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      await wait(25);
    }
    throw new Error(`${what} has not come within ${SHOWN_WITHIN_MS / 1000} s`);
  }

  async function load(navigate) {
    const loaded = next('Page.loadEventFired');
    await navigate();
    await loaded;
  }

  const mouse = (type, { x, y }) =>
    send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: type === 'mouseMoved' ? 'none' : 'left',
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });

  async function pressAt(at) {
    await mouse('mouseMoved', at);
    await mouse('mousePressed', at);
    await wait(PRESS_MS);
    await mouse('mouseReleased', at);
  }

  /** Presses the n-th element of that kind and name for as long as a finger does, once it stands still. */
  async function press(selector, name, n = 0) {
    await pressAt(await until(`benchPoint(${JSON.stringify(selector)}, ${JSON.stringify(name)}, ${n})`, `“${name}”`));
  }

  async function type(text) {
    for (const key of text) {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
      await wait(KEY_MS);
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key });
      await wait(KEY_GAP_MS - KEY_MS);
    }
  }

  return {
    send,
    next,
    evaluate,
    until,
    press,
    pressAt,
    type,
    goto: (path) => load(() => send('Page.navigate', { url: `${origin}${path}` })),
    reload: () => load(() => send('Page.reload')),
    /** What the page has collected so far, as plain data. */
    seen: (since = 0) => evaluate(`benchRead(${since})`),
    close: () =>
      sharesProfile ? devtools.send('Target.closeTarget', { targetId }) : devtools.send('Target.disposeBrowserContext', context),
  };
}

/** What the page has collected of its load. On a busy machine a paint is reported late; that none is reported does not make it a fast one. */
export async function seenOfLoad(page, path) {
  await page.until('seen.lcp > 0', `a paint of “${path}”`);
  return page.seen();
}

/** Signs the person in and lands on the path. */
export async function signIn(page, person, path) {
  await page.goto(path);
  await page.press('button', person);
  // The server sends headings before anybody is signed in.
  const isThere = `location.pathname === ${JSON.stringify(path)} && sessionStorage.getItem('tresor.session') !== null`;
  await page.until(`${isThere} && document.querySelector('h1, h2') !== null`, `“${path}”`);
}

/** What the page's scripts keep, in MiB. */
export async function heapMiB(page) {
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

/** The headers by which the API knows the portal and its user, read from the portal's own traffic while it opens the path. */
export async function headersOf(page, person, path) {
  await page.send('Network.enable');
  const signingIn = signIn(page, person, path);
  for (;;) {
    const { request } = await page.next('Network.requestWillBeSent');
    const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]);
    if (!request.url.includes('/api/') || headers.every(([name]) => name !== 'authorization')) continue;
    await signingIn;
    return { ...Object.fromEntries(headers.filter(([name]) => /^(authorization|x-.*)$/.test(name))), 'sec-fetch-site': 'same-origin' };
  }
}
