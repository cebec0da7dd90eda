// Runs in every page before anything else and collects what the browser reports of itself, in `window.benchSeen`.
const seen = { lcp: 0, shift: 0, blocking: 0, clickedAt: 0, interactions: new Map() };
window.benchSeen = seen;

const watch = (type, take, options = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });

watch('largest-contentful-paint', (entry) => {
  seen.lcp = entry.startTime;
});
watch('layout-shift', (entry) => {
  if (!entry.hadRecentInput) seen.shift += entry.value;
});
watch('longtask', (entry) => {
  seen.blocking += Math.max(0, entry.duration - 50);
});
watch(
  'event',
  ({ interactionId, duration }) => {
    if (interactionId) seen.interactions.set(interactionId, Math.max(seen.interactions.get(interactionId) ?? 0, duration));
  },
  { durationThreshold: 16 },
);

addEventListener(
  'click',
  (event) => {
    seen.clickedAt = event.timeStamp;
  },
  { capture: true },
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

/** Milliseconds from the next click until an element with the text is painted and nothing around it is busy. */
window.benchUntilShown = async (selector, text) => {
  const before = seen.clickedAt;
  const isShown = (element) => element.textContent.includes(text) && !element.closest('[aria-busy="true"]');
  const isDone = () => seen.clickedAt !== before && [...document.querySelectorAll(selector)].some(isShown);
  while (!isDone()) await nextFrame();
  await painted();
  return performance.now() - seen.clickedAt;
};

/** Settles once the list of vaults has rows. */
window.benchUntilListed = async () => {
  while (document.querySelector('[role="grid"] [aria-rowindex="2"]') === null) await nextFrame();
};
