// The list of vaults as the first thing a signed-in person sees, in the four ways it is loaded, and the floor loaded in the same way just
// before, once a round. A cold load, in which a paint comes a frame sooner or later, is the middle one of three.
import { rmSync } from 'node:fs';
import { makeProfile, startBrowser } from '../lib/browser.mjs';
import { held, measured, ms, times } from '../lib/measurement.mjs';
import { seenOfLoad } from '../lib/page.mjs';
import { median } from '../lib/statistics.mjs';

export const rounds = 7;

const VIEW = '/vaults';
const COLD_LOADS = 3;
const TIMES = ['lcp', 'blocking', 'listed', 'read'];
const KINDS = ['cold', 'first reload', 'second reload', 'new process with a kept profile'];

async function loaded(page, navigate) {
  await navigate();
  await page.evaluate('benchUntilQuiet()');
  return seenOfLoad(page, VIEW);
}

async function inProfile(visit) {
  const profile = makeProfile();
  try {
    return await visit(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the visit makes of a new process with the profile and a tab that has kept the session. */
async function inProcess(profile, url, session, visit) {
  const browser = await startBrowser(profile);
  try {
    return await visit(await browser.openPage(url, { session, sharesProfile: true }));
  } finally {
    await browser.stop();
  }
}

const goThere = (page) => loaded(page, () => page.goto(VIEW));

const loadCold = (url, session) => inProfile((profile) => inProcess(profile, url, session, goThere));

const middleOf = (loads) => ({
  ...loads[0],
  ...Object.fromEntries(TIMES.map((time) => [time, median(loads.map((load) => load[time]))])),
  shift: Math.max(...loads.map(({ shift }) => shift)),
});

/** An empty profile, two reloads, and a new process that finds what the first has kept, in the profile and in its tab. */
const loadFourTimes = (url, session) =>
  inProfile(async (profile) => {
    const cold = [];
    while (cold.length < COLD_LOADS - 1) cold.push(await loadCold(url, session));
    const { seen, kept } = await inProcess(profile, url, session, async (page) => {
      const seen = [await goThere(page), await loaded(page, page.reload), await loaded(page, page.reload)];
      return { seen, kept: await page.evaluate('({ ...sessionStorage })') };
    });
    const [last, ...reloads] = seen;
    return [middleOf([...cold, last]), ...reloads, await inProcess(profile, url, kept, goThere)];
  });

/** Addresses of everything the first view of a signed-in person asks for. */
export async function requestsOfFirstView(bench) {
  const page = await (await bench.browser()).openPage((await bench.stage()).url, { throttle: false, session: await bench.session() });
  const { requests } = await goThere(page);
  await page.close();
  return requests.map((url) => new URL(url)).filter(({ protocol }) => protocol === 'http:');
}

const PAINTED = { cold: 350 };
/** Times the floor; what a reload paints is a sixth of a second either way. */
const ABOVE_FLOOR = { cold: 1.1 };
const LISTED = { cold: 780, 'new process with a kept profile': 450 };

function rowsOf(kind, { lcp, blocking, listed, read }, floor) {
  return [
    measured(`first view, ${kind}: largest paint`, lcp, { as: ms, atMost: PAINTED[kind], beside: `floor ${ms(floor.lcp)}` }),
    measured(`first view, ${kind}: largest paint ÷ floor`, lcp / floor.lcp, { as: times, atMost: ABOVE_FLOOR[kind] }),
    measured(`first view, ${kind}: first rows`, listed, { as: ms, atMost: LISTED[kind], beside: `floor ${ms(floor.listed)}` }),
    measured(`first view, ${kind}: rows of now`, read, { as: ms }),
    measured(`first view, ${kind}: blocking`, blocking, { as: ms, atMost: 50, beside: `floor ${ms(floor.blocking)}` }),
  ];
}

export async function measure(bench, anchor) {
  const session = await bench.session();
  // The session as well, which the floor doesn't need: to put it where the page finds it costs a load that has none yet.
  const floor = await anchor('floor', async () => loadFourTimes((await bench.floor()).url, session));
  const seen = await loadFourTimes((await bench.stage()).url, session);
  const sent = seen[0].requests.map((url) => new URL(url)).filter(({ protocol }) => protocol === 'http:');
  const toApi = sent.filter(({ pathname }) => pathname.startsWith('/api/')).length;
  const shift = Math.max(...seen.map((load) => load.shift));
  return [
    held(
      'first view: requests, cold',
      sent.length <= 12 && toApi <= 3,
      `${sent.length}, ${toApi} of them to /api`,
      '≤ 12, ≤ 3 to /api',
      `${sent.filter(({ pathname }) => pathname.endsWith('.js')).length} scripts`,
    ),
    ...KINDS.flatMap((kind, n) => rowsOf(kind, seen[n], floor[n])),
    measured('first view: layout shift, the worst of the four', shift, { as: (value) => value.toFixed(3), atMost: 0.0005, budget: '0' }),
  ];
}
