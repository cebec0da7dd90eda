// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import * as session from '../session/session';
import { VAULT } from '../testing/places';
import { commandName, contract } from '@tresor/contracts';
import { api } from './api';
import { authorizedFetch } from './authorized-fetch';
import { translated } from './problem-error';

const asked = vi.fn<typeof fetch>();
const command = () => new Request('https://tresor.example/api/items/backups/1', { method: 'PUT' });
const refusal = (body: object) =>
  Response.json(
    { title: '', status: 401, correlationId: 'c-1', ...body },
    { status: 401, headers: { 'www-authenticate': `Bearer error="insufficient_claims", claims="${btoa('{}')}"` } },
  );

beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
});
test('a command for which the sign-in service gives no token is not sent, and nothing is said to be in doubt', async () => {
  vi.spyOn(session, 'accessToken').mockRejectedValue(new Error('post_request_failed'));
  await expect(authorizedFetch(command())).rejects.toMatchObject({ problem: { code: 'sign-in-service-unavailable', onlyRead: false } });
  expect(asked).not.toHaveBeenCalled();
});

test('where the person does not show more of who they are, what the server has said of the command holds', async () => {
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  vi.spyOn(session, 'stepUp').mockRejectedValue(new Error('timed_out'));
  asked.mockResolvedValue(refusal({ code: 'step-up-required', changed: ['/subscriptions/1/resourceGroups/done'] }));
  await expect(authorizedFetch(command())).rejects.toMatchObject({
    problem: { code: 'step-up-required', changed: ['/subscriptions/1/resourceGroups/done'], correlationId: 'c-1' },
  });
  expect(asked).toHaveBeenCalledOnce();
});

test('what was on its way while the person showed more of who they are does not ask them a second time', async () => {
  vi.spyOn(session, 'accessToken').mockResolvedValueOnce('before').mockResolvedValue('after');
  const stepUp = vi.spyOn(session, 'stepUp');
  asked.mockResolvedValueOnce(refusal({ code: 'step-up-required' })).mockResolvedValueOnce(Response.json({}));
  expect((await authorizedFetch(command())).ok).toBe(true);
  expect(stepUp).not.toHaveBeenCalled();
  const tokens = asked.mock.calls.map(([request]) => (request instanceof Request ? request.headers.get('authorization') : null));
  expect(tokens).toEqual(['Bearer before', 'Bearer after']);
});

const routes = Object.entries(contract).flatMap(([word, endpoints]) =>
  Object.entries(endpoints).map(([name, endpoint]) => ({ name: `${word}.${name}`, ...endpoint['~orpc'].route })),
);

test.each(routes)(
  '$name is said to have changed nothing where it only asks, and nowhere else',
  async ({ name, method = 'GET', path = '/' }) => {
    vi.spyOn(session, 'accessToken').mockResolvedValue('token');
    asked.mockRejectedValue(new TypeError('Failed to fetch'));
    const onlyRead = method === 'GET' || (method === 'POST' && !commandName.safeParse(name).success);
    const sentTo = path.replaceAll(/\{.*?\}/g, '1');
    const request = new Request(`https://tresor.example/api${sentTo}`, { method });
    const problem = { code: 'offline', onlyRead, ...(!onlyRead && { sentTo }) };
    await expect(authorizedFetch(request)).rejects.toMatchObject({ problem });
  },
);

test.each([
  ['a list', () => api.items.list(VAULT), { onlyRead: true }],
  ['a command', () => api.vaults.delete(VAULT), { onlyRead: false, sentTo: `/vaults/${VAULT.subscriptionId}/rg/vault` }],
])('an answer to %s that breaks off on its way is the network, and knows what was asked', async (_, ask, known) => {
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) });
  asked.mockResolvedValue(new Response(broken, { headers: { 'content-type': 'application/json' } }));
  await expect(translated<unknown>(ask())).rejects.toMatchObject({ problem: { code: 'offline', ...known } });
});
