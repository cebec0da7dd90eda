/** Calls back once there is nothing else to do, at the latest after two seconds; answers how to call it off. Browsers that cannot tell skip it. */
export function whenIdle(work: IdleRequestCallback): () => void {
  if (typeof window.requestIdleCallback !== 'function') return () => undefined;
  const id = window.requestIdleCallback(work, { timeout: 2000 });
  return () => window.cancelIdleCallback(id);
}
