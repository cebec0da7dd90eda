import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problem } from '@tresor/contracts';
import express from 'express';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { answerProblem, lastWord } from './answer-problem';
import { correlate, requestLog } from './logging';

const lines: string[] = [];
const secret = Object.assign(new TypeError('a mistake of ours'), { request: { headers: { authorization: 'Bearer TOKEN' } } });

/** Anyone who asks what this is fails. */
const unspeakable = new Proxy(
  {},
  {
    getPrototypeOf() {
      throw new Error('a secret of ours');
    },
  },
);

const app = express()
  .use(correlate, requestLog(pino({}, { write: (line) => void lines.push(line) })))
  .get('/throws', () => {
    throw secret;
  })
  .get('/rejects', () => Promise.reject(secret))
  .get('/cannot-read-its-store', () => Promise.reject(new SyntaxError('a mistake of ours in JSON')))
  .get('/breaks-off', () => Promise.reject(new DOMException('The caller left.', 'AbortError')))
  .get('/serves', (_req, res) => void res.json('served'))
  .get('/cannot-be-told', () => {
    throw unspeakable;
  })
  .use(answerProblem, lastWord);

it('a mistake in one request is that request’s alone, and is found in the log by its id, without what it carried', async () => {
  const server = createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
  for (const [path, code, status] of [
    ['/throws', 'internal', 500],
    ['/rejects', 'internal', 500],
    ['/cannot-read-its-store', 'internal', 500],
    ['/breaks-off', 'azure-timeout', 504],
  ] as const) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const body = problem.parse(await response.json());
    expect([body.code, response.status]).toEqual([code, status]);
    expect(lines.filter((line) => line.includes(body.correlationId) && line.includes('"msg":"failed"'))).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain('mistake');
  }
  expect(await (await fetch(`http://127.0.0.1:${port}/serves`)).json()).toBe('served');
  expect(lines.join('')).toContain('a mistake of ours');
  expect(lines.join('')).not.toContain('TOKEN');
  server.close();
});

it('a failure that cannot even be told is a problem, too, and never a page', async () => {
  const server = createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
  const response = await fetch(`http://127.0.0.1:${port}/cannot-be-told`);
  const text = await response.text();
  expect([response.status, problem.parse(JSON.parse(text)).code]).toEqual([500, 'internal']);
  expect(text).not.toContain('secret of ours');
  server.close();
});
