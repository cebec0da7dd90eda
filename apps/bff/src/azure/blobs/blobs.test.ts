import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { isShutOut, listBlobs } from './blobs';
import { listKept } from './kept-blobs';

const blob = (name: string) => `<Blob><Name>${name}</Name><Deleted>true</Deleted><Properties></Properties></Blob>`;
const page = (name: string, next: string) =>
  `<EnumerationResults><Blobs>${blob(name)}</Blobs>${next === '' ? '<NextMarker />' : `<NextMarker>${next}</NextMarker>`}</EnumerationResults>`;

const refusal = (code: string) => `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>No.</Message></Error>`;

it.each([
  ['lets the server in', 200, '', false],
  ['refuses the user', 403, 'AuthorizationPermissionMismatch', false],
  ['refuses the server', 403, 'AuthorizationFailure', true],
  ['wants another sign-in', 401, 'InvalidAuthenticationInfo', null],
  ['fails', 500, 'InternalError', null],
] as const)('an account that %s is told as what follows from that', async (_, status, code, shutOut) => {
  const headers = { 'content-type': 'application/xml', 'x-ms-error-code': code };
  await using azure = await startTestAzure(() => ({ status, headers, body: refusal(code) }));
  expect(await isShutOut(await azure.session('ada'), 'contosostaging')).toBe(shutOut);
});

it('of one that nobody reaches nothing follows', async () => {
  await using azure = await startTestAzure(() => ({}));
  const session = await azure.session('ada');
  await azure.azure[Symbol.asyncDispose]();
  expect(await isShutOut(session, 'contosostaging')).toBeNull();
});

it('lists are read to their end', async () => {
  await using azure = await startTestAzure(({ query }) => ({
    headers: { 'content-type': 'application/xml' },
    body: query.get('marker') === '2!8&9' ? page('second', '') : page('first', '2!8&amp;9'),
  }));
  const session = await azure.session('ada');
  expect(await listBlobs(session, 'contosostaging', 'container', '')).toEqual(['first', 'second']);
  expect(await listKept(session, 'contosostaging', 'container')).toMatchObject([{ name: 'first' }, { name: 'second' }]);
});

it.each([
  ['a page of a proxy', '<html><body>Please sign in.</body></html>'],
  ['nothing', ''],
  ['half a list', page('first', '').slice(0, -30)],
  ['a list that broke off within an entry', page('first', '').replace('</Blob>', '')],
  ['an entry without its name', page('first', '').replace('<Name>first</Name>', '')],
])('%s is not taken for a list without entries', async (_, body) => {
  await using azure = await startTestAzure(() => ({ headers: { 'content-type': 'application/xml' }, body }));
  const session = await azure.session('ada');
  await expect(listBlobs(session, 'contosostaging', 'container', '')).rejects.toMatchObject({ kind: 'unreadable' });
  expect(await listKept(session, 'contosostaging', 'container')).toBe('untold');
});
