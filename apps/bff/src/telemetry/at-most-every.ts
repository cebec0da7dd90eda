/** Does it now, and not again for so long however often it is asked. */
export function atMostEvery(milliseconds: number, act: () => void): () => void {
  let next = -Infinity;
  return () => {
    if (performance.now() < next) return;
    next = performance.now() + milliseconds;
    act();
  };
}
