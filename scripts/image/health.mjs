// Ends well while the server in this container is alive; with `ready`, while it would serve a request.
import { get } from 'node:http';

const { TRESOR_PUBLIC_ORIGIN: origin, TRESOR_PORT: port = '4280' } = process.env;
const host = origin === undefined ? `localhost:${port}` : new URL(origin).host;
const asked = get(
  { host: '127.0.0.1', port, path: process.argv[2] === 'ready' ? '/api/ready' : '/api/health', headers: { host }, timeout: 2500 },
  ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1),
);
asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
asked.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});
