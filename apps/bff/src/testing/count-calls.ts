import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Requests of Azure that leave the server while something is done. */
export async function countCalls(work: () => Promise<unknown>): Promise<number> {
  let calls = 0;
  const count = () => void (calls += 1);
  subscribe('http.client.request.start', count);
  await work();
  unsubscribe('http.client.request.start', count);
  return calls;
}
