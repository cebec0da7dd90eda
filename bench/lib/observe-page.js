// Runs in every page before anything else and collects what the browser reports of itself.
const seen = { lcp: 0, shell: 0, shift: 0, moved: [], blocking: 0, listed: 0, read: 0, clickedAt: 0, answered: 0, interactions: new Map() };

const watch = (type, take, options = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });

/** What is painted later than the page has loaded is no shell, unless nothing was before. */
function isOfShell({ startTime }) {
  const [{ loadEventStart }] = performance.getEntriesByType('navigation');
  return seen.shell === 0 || loadEventStart === 0 || startTime < loadEventStart;
}

watch('largest-contentful-paint', (entry) => {
  seen.lcp = entry.startTime;
  if (isOfShell(entry)) seen.shell = entry.startTime;
});
/** Its tag, and what it begins with. */
const tellOf = (node) => (node ? `${node.nodeName.toLowerCase()} “${node.textContent.trim().slice(0, 40)}”` : 'what is gone');
watch('layout-shift', (entry) => {
  if (entry.hadRecentInput) return;
  seen.shift += entry.value;
  seen.moved.push(...entry.sources.map(({ node }) => `${tellOf(node)} at ${Math.round(entry.startTime)} ms`));
});
watch('longtask', (entry) => {
  seen.blocking += Math.max(0, entry.duration - 50);
});
watch(
  'event',
  ({ interactionId, startTime, duration }) => {
    if (!interactionId) return;
    const known = seen.interactions.get(interactionId) ?? { startTime, duration };
    seen.interactions.set(interactionId, { startTime: known.startTime, duration: Math.max(known.duration, duration) });
  },
  { durationThreshold: 16 },
);

const nextFrame = () => new Promise(requestAnimationFrame);

/** From within a frame: settles once that frame has been painted. */
const painted = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });

/** Milliseconds from a click until the frame after it is painted: the browser itself tells only of those that took sixteen or more. */
async function noteAnswered({ timeStamp }) {
  seen.clickedAt = timeStamp;
  await nextFrame();
  await painted();
  seen.answered = performance.now() - timeStamp;
}
addEventListener('click', (event) => void noteAnswered(event), { capture: true });

async function noteWhenPainted(note) {
  await nextFrame();
  await painted();
  note(performance.now());
}

/** Tells when the first of such elements is painted. */
const watchFirst = (selector, note) =>
  new MutationObserver((_, observer) => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    void noteWhenPainted(note);
  }).observe(document, { childList: true, subtree: true });

/** A row that was read; before it the tab may show what it has kept of it. */
const readRow = '[aria-rowindex="2"]';
watchFirst(`[data-seen] td, ${readRow}`, (at) => {
  seen.listed = at;
});
watchFirst(readRow, (at) => {
  seen.read = at;
});

const pause = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** What has been collected, as plain data: interactions as their durations, those that began after the moment given. */
window.benchRead = async (since) => {
  await pause(200);
  return {
    ...seen,
    interactions: [...seen.interactions.values()].filter(({ startTime }) => startTime >= since).map(({ duration }) => duration),
    requests: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ name }) => name),
  };
};

/** Milliseconds from the next click until an element with the text is painted and nothing around it is busy. */
window.benchUntilShown = async (selector, text) => {
  const before = seen.clickedAt;
  const isShown = (element) => element.textContent.includes(text) && !element.closest('[aria-busy="true"]');
  const isDone = () => seen.clickedAt !== before && [...document.querySelectorAll(selector)].some(isShown);
  while (!isDone()) await nextFrame();
  await painted();
  return performance.now() - seen.clickedAt;
};

/** Settles once the first row that was read is painted and half a second has passed without a request. */
window.benchUntilQuiet = async () => {
  let requests = -1;
  let quietSince = 0;
  while (seen.read === 0 || performance.now() - quietSince < 500) {
    const { length } = performance.getEntriesByType('resource');
    if (length !== requests) quietSince = performance.now();
    requests = length;
    await pause(100);
  }
};

/** Milliseconds from the last byte of the answer until the list it fills is painted. */
window.benchUntilFilled = async (path) => {
  const answer = () => performance.getEntriesByType('resource').find(({ name }) => name.includes(path));
  while (answer() === undefined || document.querySelector('[aria-busy="false"] [role="grid"]') === null) await nextFrame();
  await painted();
  return performance.now() - answer().responseEnd;
};

const rowsOfList = () => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0) - 1;

/** Milliseconds since the page was asked for, once its list has so many rows and is painted. */
window.benchUntilRows = async (count) => {
  while (rowsOfList() < count) await nextFrame();
  await painted();
  return performance.now();
};

const nameOf = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim();

/** Those called exactly so, or, where there is none, those whose name contains it. */
function elementsCalled(selector, name) {
  const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const exact = all.filter((element) => nameOf(element) === name);
  return exact.length > 0 ? exact : all.filter((element) => nameOf(element).includes(name));
}

/** The middle of the n-th element with the name once it has stood still for two frames; null while it has not come. */
window.benchPoint = async (selector, name, n) => {
  const element = elementsCalled(selector, name)[n];
  if (element === undefined || element.closest('[aria-busy="true"], [aria-disabled="true"]')) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const before = element.getBoundingClientRect();
  await nextFrame();
  await nextFrame();
  const { x, y, width, height } = element.getBoundingClientRect();
  if (x !== before.x || y !== before.y) return null;
  const at = { x: x + width / 2, y: y + height / 2 };
  const hit = document.elementFromPoint(at.x, at.y);
  return hit !== null && (element.contains(hit) || hit.contains(element)) ? at : null;
};
