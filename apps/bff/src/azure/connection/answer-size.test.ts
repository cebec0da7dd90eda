import { Readable } from 'node:stream';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { expect, it } from 'vitest';
import { PICTURES, withinBounds } from './answer-size';

const LIST = 'https://management.azure.com/subscriptions?api-version=2022-12-01';
const KEY_VAULT_URL = 'https://contosokv.vault.azure.net/secrets/bek/1';

/** The text of an answer that comes in such pieces. */
async function textOf(pieces: readonly Buffer[], url = LIST, accept = 'application/json') {
  const client = withinBounds({
    sendRequest: (request) =>
      Promise.resolve({ request, status: 200, headers: createHttpHeaders(), readableStreamBody: Readable.from(pieces) }),
  });
  const { bodyAsText } = await client.sendRequest(createPipelineRequest({ url, headers: createHttpHeaders({ accept }) }));
  return bodyAsText;
}

/** Cut into pieces of so many bytes. */
const cut = (bytes: Buffer, length: number) =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, n) => Buffer.from(bytes.subarray(n * length, (n + 1) * length)));

it.each(['{"name":"DBVM2"}', '{"name":"Übernächtigt – 🔑"}', ''])('reads %j the same, however it is cut', async (text) => {
  for (const length of [1, 2, 3, 5, 100]) expect(await textOf(cut(Buffer.from(text), length))).toBe(text);
});

it('reads the bytes of a picture as as many letters', async () => {
  const bytes = Buffer.from([0x42, 0x4d, 0xff, 0x80, 0x00]);
  expect(Buffer.from((await textOf(cut(bytes, 2), LIST, PICTURES)) ?? '', 'latin1')).toEqual(bytes);
});

it('leaves nothing of an answer that may hold keys in memory that others are given', async () => {
  const pieces = cut(Buffer.from('{"value":"key"}'), 4);
  expect(await textOf(pieces, KEY_VAULT_URL)).toBe('{"value":"key"}');
  expect(Buffer.concat(pieces)).toEqual(Buffer.alloc(15));
  const others = cut(Buffer.from('{"value":"key"}'), 4);
  await textOf(others);
  expect(Buffer.concat(others).toString()).toBe('{"value":"key"}');
});
