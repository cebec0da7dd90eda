// Ends well while the server in this container is alive; with `ready`, while it would serve a request.
import { get } from 'node:http';

/** Where a server that listens at all addresses is found. */
const OF_ALL = { '0.0.0.0': '127.0.0.1', '::': '::1' };

const { TRESOR_PUBLIC_ORIGIN: origin, TRESOR_HOST = '127.0.0.1', TRESOR_PORT: port = '4280' } = process.env;
const address = TRESOR_HOST.replace(/^\[(.*)\]$/, '$1');
const host = origin === undefined ? `localhost:${port}` : new URL(origin).host;
const asked = get(
  {
    host: OF_ALL[address] ?? address,
    port,
    path: process.argv[2] === 'ready' ? '/api/ready' : '/api/health',
    headers: { host },
    timeout: 2500,
  },
  ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1),
);
asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
asked.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});
