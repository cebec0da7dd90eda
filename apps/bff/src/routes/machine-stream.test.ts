import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { expect, it } from 'vitest';
import { SUBSCRIPTION } from '../testing/contoso-places';
import { startTestAzure } from '../testing/open-session';
import { settingsOver, startTestServer } from '../testing/start-test-server';

const row = (n: number) => ({
  id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm${n}`,
  name: `vm${n}`,
  type: 'microsoft.compute/virtualmachines',
  location: 'westeurope',
});

/** Something to wait for until somebody opens it. */
function closedGate() {
  const opener = new AbortController();
  return { opened: once(opener.signal, 'abort'), open: () => opener.abort() };
}

/** An Azure with 2,500 machines that gives the first thousand and keeps the rest until told. */
async function start(rest: () => Promise<unknown>) {
  const upstream = await startTestAzure(async ({ body }) => {
    const skip = Number(/"\$skip":(\d+)/.exec(body)?.[1]);
    if (skip > 0) await rest();
    const data = Array.from({ length: Math.min(1_000, 2_500 - skip) }, (_, i) => row(skip + i));
    return { body: { totalRecords: 2_500, data } };
  });
  const server = await startTestServer(settingsOver(upstream));
  return { upstream, server };
}

function open(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, resolve).once('error', reject).end();
  });
}

it.each(['br', 'gzip'])('the first rows are there before the rest, packed as %s', async (encoding) => {
  const gate = closedGate();
  const { upstream, server } = await start(() => gate.opened);
  const authorization = `Bearer ${await upstream.authority.token()}`;
  const answer = await open(`${server.url}${SUBSCRIPTION}/virtual-machines`, {
    authorization,
    'x-tresor-build': 'dev',
    'accept-encoding': encoding,
  });
  expect(answer.headers['content-encoding']).toBe(encoding);
  let text = '';
  for await (const chunk of answer.pipe(encoding === 'br' ? createBrotliDecompress() : createGunzip())) {
    text += String(chunk);
    if (text.includes('"vm999"')) gate.open();
  }
  const rows = text.match(/"name":"vm\d+"/g) ?? [];
  expect(rows).toHaveLength(2_500);
  expect(rows.at(-1)).toBe('"name":"vm2499"');
  expect(upstream.azure.received).toHaveLength(3);
  await server[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

it('a failure after the first rows is told in the stream, with the id of the request', async () => {
  const { upstream, server } = await start(() => Promise.reject(new Error('gone')));
  const authorization = `Bearer ${await upstream.authority.token()}`;
  const answer = await server.call(`${SUBSCRIPTION}/virtual-machines`, { headers: { authorization } });
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toContain('event: error');
  expect(text).toContain('"code":"azure-unreachable"');
  expect(text).toContain(answer.headers.get('x-correlation-id') ?? 'none');
  await server[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});
