import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { load } from '../bench/lib/load.mjs';
import { held, measured, ms } from '../bench/lib/measurement.mjs';
import { Results } from '../bench/lib/results.mjs';
import { freePort } from './free-port.mjs';

it('a load of which something is refused is no measurement', async () => {
  let status = 200;
  const server = createServer((_request, response) => response.writeHead(status).end());
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const measure = () => load({ connections: 2, count: 10, next: () => ({ url: `http://127.0.0.1:${port}/` }) });
  expect(await measure()).toMatchObject({ sent: 10 });
  status = 500;
  await expect(measure()).rejects.toThrow('10 of 10 requests were refused');
});

it('what is promised on whatever machine and is not kept is told apart from what a busy machine may miss', () => {
  const results = new Results();
  const given = [
    measured('calls', 4, { atMost: 3, exact: true }),
    measured('calls elsewhere', 3, { atMost: 3, exact: true }),
    measured('time', 4_000, { as: ms, atMost: 3_000 }),
    measured('without a promise', 4, { exact: true }),
    held('enabled', false, '9 of 10', 'all'),
  ];
  results.add('after', given, { took: 1, waited: 0 });
  expect(results.missed('after')).toEqual(['calls', 'enabled']);
});
