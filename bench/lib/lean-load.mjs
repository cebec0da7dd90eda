// Load that costs little to make: Node's own client takes longer for an answer than nginx does, and would be what is measured.
import { connect } from 'node:net';
import { quantile } from './statistics.mjs';

const END_OF_HEAD = '\r\n\r\n';

/** Of an answer whose length is told: what its status is, and how many bytes it has in all. */
function readHead(chunk) {
  const end = chunk.indexOf(END_OF_HEAD);
  const head = chunk.toString('latin1', 0, end);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (end < 0 || length === undefined) throw new Error(`an answer does not tell its length: ${head.split('\r\n')[0]}`);
  return { status: Number(head.slice(9, 12)), bytes: end + END_OF_HEAD.length + Number(length) };
}

/** One kept connection; `ask` sends a request and settles with the status once the answer has come to its end. */
function openConnection({ host, port }, headers) {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay(true);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const rest = ` HTTP/1.1\r\n${lines.join('')}\r\n`;
  let answer;
  let waiting;
  const fail = (error) => waiting?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('a connection was closed')));
  socket.on('data', (chunk) => {
    try {
      answer ??= readHead(chunk);
      answer.bytes -= chunk.length;
      if (answer.bytes > 0) return;
      waiting.resolve(answer.status);
      answer = undefined;
    } catch (error) {
      fail(error);
    }
  });
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`GET ${path}${rest}`);
      }),
    close: () => socket.destroy(),
  };
}

/**
 * Keeps `connections` requests in flight until the time or the count is over. `next()` answers the path of another request. Answers requests a
 * second, and how many milliseconds all but one in a hundred took.
 */
export async function leanLoad({ url, headers = {}, connections, seconds = Infinity, count = Infinity, next }) {
  const latencies = [];
  const place = new URL(url);
  const started = performance.now();
  let sent = 0;
  const isOver = () => sent >= count || performance.now() - started > seconds * 1000;
  const work = async () => {
    const connection = openConnection(place, headers);
    while (!isOver()) {
      sent += 1;
      const asked = performance.now();
      const status = await connection.ask(next());
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      latencies.push(performance.now() - asked);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
  return { perSecond: latencies.length / ((performance.now() - started) / 1000), p99: quantile(latencies, 0.99) };
}
