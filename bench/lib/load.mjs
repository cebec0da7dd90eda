import { Agent, request } from 'node:http';
import { quantile } from './statistics.mjs';

/**
 * One request over a kept connection, read to its end.
 * @param {Agent} agent
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [options]
 * @returns {Promise<{ status: number, bytes: number }>}
 */
export function send(agent, url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, method, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

/**
 * Keeps `connections` requests in flight until the time or the count is over. `next(n)` makes the n-th request.
 * Answers requests a second and latencies in milliseconds. What was refused was no work, and is quickly done: it is no measurement.
 */
export async function load({ connections, seconds = Infinity, count = Infinity, next }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies = [];
  let sent = 0;
  let refused = 0;
  const started = performance.now();
  const isOver = () => sent >= count || performance.now() - started > seconds * 1000;
  const work = async () => {
    while (!isOver()) {
      const { url, ...options } = next(sent++);
      const asked = performance.now();
      const { status } = await send(agent, url, options);
      latencies.push(performance.now() - asked);
      if (status < 200 || status > 299) refused++;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  if (refused > 0) throw new Error(`${refused} of ${latencies.length} requests were refused`);
  return {
    perSecond: latencies.length / took,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    sent: latencies.length,
  };
}
