import { expect, it } from 'vitest';
import { toFailure, toHttp } from './answer';
import { Throttle } from './throttle';

const adele = { objectId: 'a', tenantId: 't', appId: 'x' };
const alex = { ...adele, objectId: 'b' };

it('lets 200 writes through at once, then ten a second, each caller and subscription for itself', () => {
  let now = 0;
  const throttle = new Throttle(true, () => now);
  for (let left = 199; left >= 0; left -= 1) expect(throttle.take('PUT', adele, 's1')).toBe(left);
  expect(() => throttle.take('PUT', adele, 'S1')).toThrow(expect.objectContaining({ status: 429, headers: { 'Retry-After': '1' } }));
  expect(throttle.take('PUT', alex, 's1')).toBe(199);
  expect(throttle.take('PUT', adele, 's2')).toBe(199);
  expect(throttle.take('GET', adele, 's1')).toBe(249);
  now += 1000;
  expect(throttle.take('POST', adele, 's1')).toBe(9);
});

it('refuses as ARM does, with the time to wait', () => {
  const throttle = new Throttle(true, () => 0);
  const circumstances = { method: 'GET', path: '/subscriptions', correlationId: 'c', clientRequestId: undefined, remaining: 0 };
  for (let call = 0; call < 250; call += 1) throttle.take('GET', adele, 's1');
  try {
    throttle.take('GET', adele, 's1');
    expect.unreachable();
  } catch (error) {
    const { status, headers, body } = toHttp(toFailure(error, 'c'), circumstances);
    expect([status, headers['Retry-After'], headers['x-ms-ratelimit-remaining-subscription-reads']]).toEqual([429, '1', '0']);
    expect(body).toContain('"code":"TooManyRequests"');
  }
});

it('refuses nobody while it is off', () => {
  const throttle = new Throttle(false);
  for (let call = 0; call < 1000; call += 1) expect(throttle.take('PUT', adele, 's1')).toBe(199);
});

it('refuses reads of Azure Backup beyond its own limit of an hour, and says in words how long to wait', () => {
  let now = 0;
  const throttle = new Throttle(false, () => now);
  const action = 'Microsoft.RecoveryServices/vaults/backupJobs/read';
  const read = (caller = adele, of: string | null = action) => {
    throttle.countResourceRequest(of, caller, 's1');
  };
  for (let call = 0; call < 500; call += 1) read();
  throttle.resourceRequests = 2;
  read();
  read();
  now += 60_000;
  expect(() => read()).toThrow(
    expect.objectContaining({ status: 429, code: 'ResourceRequestsThrottled', headers: { 'x-ms-failure-cause': 'gateway' } }),
  );
  expect(() => read()).toThrow("exceeded the limit of '2' for time interval '01:00:00'. Please try again after '3540' seconds.");
  read(alex);
  for (const other of [null, 'Microsoft.RecoveryServices/vaults/read', 'Microsoft.Compute/disks/read']) read(adele, other);
  now += 3_540_000;
  read();
});

it('lets a user ask Resource Graph fifteen times in five seconds, and says how often more', () => {
  let now = 0;
  const { providers } = new Throttle(true, () => now);
  const asked = Array.from({ length: 16 }, () => providers?.takeQuery('adele'));
  expect(asked[0]).toEqual({ remaining: 14, resetsAfter: 5, refused: false });
  expect(asked[14]).toEqual({ remaining: 0, resetsAfter: 5, refused: false });
  now = 3_000;
  expect(providers?.takeQuery('adele')).toEqual({ remaining: 0, resetsAfter: 2, refused: true });
  expect(providers?.takeQuery('alex')).toMatchObject({ refused: false });
  now = 5_000;
  expect(providers?.takeQuery('adele')).toEqual({ remaining: 14, resetsAfter: 5, refused: false });
});

it('lets one machine be read 36 times at once and then every five seconds, in the words of Compute', () => {
  let now = 0;
  const { providers } = new Throttle(true, () => now);
  const read = () => providers?.takeMachine('/subscriptions/s/…/VM1', true);
  expect(read()).toContain('Microsoft.Compute/LowCostGetResource;35');
  for (let call = 1; call < 36; call += 1) read();
  expect(read).toThrow(
    expect.objectContaining({ status: 429, code: 'OperationNotAllowed', headers: expect.objectContaining({ 'Retry-After': '5' }) }),
  );
  now = 5_000;
  expect(read()).toContain(';0');
});

it('lets a key vault make twenty keys in ten seconds', () => {
  const { providers } = new Throttle(true, () => 0);
  expect(Array.from({ length: 20 }, () => providers?.exceedsVault('kv', true))).not.toContain(true);
  expect([providers?.exceedsVault('kv', true), providers?.exceedsVault('kv', false)]).toEqual([true, false]);
});
