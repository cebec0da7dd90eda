/** The contract takes no more ids in one call. */
const MOST = 100;

/** Asks about any number of ids, so many in each call and all calls at once; answers what each answered. Without ids one call is made. */
export function inChunks<Id, Answer>(ids: readonly Id[], ask: (some: Id[]) => Promise<Answer>): Promise<Answer[]> {
  const calls = Math.max(1, Math.ceil(ids.length / MOST));
  return Promise.all(Array.from({ length: calls }, (_, call) => ask(ids.slice(call * MOST, (call + 1) * MOST))));
}
