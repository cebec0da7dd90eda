import { randomUUID } from 'node:crypto';
import { policy, policyPoints, recordedCommand, type Policy } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Asked } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { startContoso, type Contoso } from '../../testing/start-contoso';

const deleted = z.strictObject({ deleted: z.literal(true) });
const POLICIES = `${OPERATIONS}/policies`;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

const list = () => ask.get(z.array(policy), POLICIES);
async function find(name: string): Promise<Policy> {
  const found = (await list()).find((each) => each.name === name);
  if (!found) throw new Error(`There is no policy ${name}.`);
  return found;
}
const termsOf = ({ kind, timeZone, schedule, retention, instantRestoreDays }: Policy) => ({
  kind,
  timeZone,
  schedule,
  retention,
  instantRestoreDays,
});
/** What is on record of the commands of the vault, and how each ended. */
const recorded = async (person: string) =>
  (await ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`, { person })).map(({ result, end }) => [
    result,
    end.state === 'known' ? end.value?.end : end.state,
  ]);

/** Writes this into LongTermPolicy as Azure has it, past all that Azure checks; answers how to read what it has then. */
function storeAs(change: object) {
  const policies = contoso.azure.world.documents<{ vaultId: string; name: string; properties: object }>('backup-policies');
  const stored = policies.list('').find(({ vaultId, name }) => vaultId.endsWith('/OperationsVault') && name === 'LongTermPolicy');
  if (!stored) throw new Error('There is no LongTermPolicy.');
  const id = `${stored.vaultId}/LongTermPolicy`.toLowerCase();
  policies.put(id, { ...stored, properties: { ...stored.properties, ...change } });
  return () => policies.get(id)?.properties;
}
const pointsOf = (name: string) => ask.pages(policyPoints, `${POLICIES}/${name}/points`);
const inMonth = { daily: { count: 30 }, weekly: null, monthly: null, yearly: null };
const inWeek = { daily: { count: 7 }, weekly: null, monthly: null, yearly: null };
const update = (name: string, before: unknown, after: unknown, asked?: Asked) =>
  ask.send(policy, 'PUT', `${POLICIES}/${name}`, { before, after }, asked);

describe('a policy', () => {
  it('is changed, and the items that follow it are brought up to date', async () => {
    const present = await find('LongTermPolicy');
    expect(present.protectedItems).toBeGreaterThan(0);
    const [before, ...pages] = await pointsOf('LongTermPolicy');
    const wanted = { ...termsOf(present), schedule: { frequency: 'daily', time: '03:30' }, retention: inWeek };
    expect(await update('LongTermPolicy', termsOf(present), wanted)).toMatchObject(wanted);
    contoso.azure.advance(10 * 60_000);
    expect(await find('LongTermPolicy')).toMatchObject({ ...wanted, protectedItems: present.protectedItems });
    expect(before).toEqual({ total: present.protectedItems, items: [] });
    expect(pages.flatMap(({ items }) => items)).toHaveLength(present.protectedItems);
    const [, after] = await pointsOf('LongTermPolicy');
    expect(after?.items[0]?.points.length).toBeLessThan(pages[0]?.items[0]?.points.length ?? 0);
  });

  it('of which Azure accepts a change that comes to nothing is not told to be changed', async () => {
    const before = termsOf(await find('LongTermPolicy'));
    contoso.azure.faults.arm({ operation: 'PUT .*/backupPolicies/', kind: 'in-vain', times: 1 });
    const wanted = { ...before, retention: inWeek };
    const refused = ask.refusal('PUT', `${POLICIES}/LongTermPolicy`, { before, after: wanted });
    expect(await refused).toBe('operation-failed');
    expect(await update('LongTermPolicy', before, wanted)).toMatchObject(wanted);
  });

  it('of which Azure accepts a change is on record as done once it is, and as failed where it comes to nothing later', async () => {
    const before = termsOf(await find('LongTermPolicy'));
    contoso.azure.faults.arm({ operation: 'PUT .*/backupPolicies/', kind: 'in-vain', times: 1, seconds: 60 });
    await update('LongTermPolicy', before, { ...before, retention: inWeek });
    contoso.azure.advance(10 * 60_000);
    expect(await recorded('megan')).toEqual([['accepted', 'failed']]);
    await update('LongTermPolicy', before, { ...before, retention: inWeek });
    contoso.azure.advance(10 * 60_000);
    expect(await recorded('alex')).toEqual([
      ['accepted', 'succeeded'],
      ['accepted', 'failed'],
    ]);
  });

  it('is refused to anyone who may not write it before anything else is said of it', async () => {
    const now = await find('LongTermPolicy');
    const [before, other] = [termsOf(now), { ...termsOf(now), retention: inWeek }];
    const reader = { person: 'megan' };
    expect(await ask.refusal('PUT', `${POLICIES}/LongTermPolicy`, { before: other, after: before }, reader)).toBe('forbidden');
    expect(await ask.refusal('PUT', `${POLICIES}/LongTermPolicy`, { before: other, after: { ...other, retention: inMonth } }, reader)).toBe(
      'forbidden',
    );
    expect(await ask.refusal('POST', POLICIES, { policy: { name: 'LongTermPolicy', ...other } }, reader)).toBe('forbidden');
    expect(await ask.refusal('DELETE', `${POLICIES}/LongTermPolicy`, undefined, reader)).toBe('forbidden');
  });

  it('is on record under the id of its order', async () => {
    const before = termsOf(await find('LongTermPolicy'));
    const orderId = randomUUID();
    await ask.send(policy, 'PUT', `${POLICIES}/LongTermPolicy`, { before, after: { ...before, retention: inWeek }, orderId });
    const commands = await ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`);
    expect(commands).toMatchObject([{ commandId: orderId, command: 'policies.update' }]);
  });

  it('tells of the points of every machine that follows it, a few machines at a time', async () => {
    const { protectedItems } = await find('DefaultPolicy');
    const pages = await pointsOf('DefaultPolicy');
    expect(pages.every(({ total, items }) => total === protectedItems && items.length <= 5)).toBe(true);
    const names = pages.flatMap(({ items }) => items.map(({ name }) => name));
    expect(names).toHaveLength(protectedItems);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
    expect(pages.length).toBeGreaterThan(2);
  });

  it('keeps what the portal has no words for', async () => {
    const present = await find('LongTermPolicy');
    const tieringPolicy = { ArchivedRP: { tieringMode: 'DoNotTier', duration: 0, durationType: 'Invalid' } };
    const stored = storeAs({ tieringPolicy });
    await update('LongTermPolicy', termsOf(present), { ...termsOf(present), retention: inWeek });
    expect(stored()).toMatchObject({ tieringPolicy, retentionPolicy: { dailySchedule: {} } });
  });

  it('of which Azure does not say how long snapshots are kept is changed like any other', async () => {
    const present = await find('LongTermPolicy');
    storeAs({ instantRpRetentionRangeInDays: undefined });
    const wanted = { ...termsOf(present), retention: inWeek };
    expect(await update('LongTermPolicy', { ...termsOf(present), instantRestoreDays: null }, wanted)).toMatchObject(wanted);
  });

  it('that somebody else has changed meanwhile is not overwritten', async () => {
    const present = await find('LongTermPolicy');
    await update('LongTermPolicy', termsOf(present), { ...termsOf(present), retention: inWeek });
    const mine = { ...termsOf(present), schedule: { frequency: 'daily', time: '05:00' } };
    expect(await ask.refusal('PUT', `${POLICIES}/LongTermPolicy`, { before: termsOf(present), after: mine })).toBe('policy-changed');
    expect((await find('LongTermPolicy')).retention).toEqual(inWeek);
  });

  it('that is as wanted already is left alone, so that asking twice does it once', async () => {
    const present = await find('LongTermPolicy');
    const wanted = { ...termsOf(present), retention: inWeek };
    await update('LongTermPolicy', termsOf(present), wanted);
    expect(await update('LongTermPolicy', termsOf(present), wanted)).toMatchObject(wanted);
  });

  it('with several backups a day is read as it was drafted', async () => {
    const hourly = {
      name: 'Hourly',
      kind: 'enhanced',
      timeZone: 'UTC',
      schedule: { frequency: 'hourly', time: '08:00', everyHours: 6, forHours: 12 },
      retention: inWeek,
      instantRestoreDays: 7,
    };
    expect(await ask.send(policy, 'POST', POLICIES, { policy: hourly })).toMatchObject(hourly);
    expect(await find('Hourly')).toMatchObject(hourly);
  });

  it('that nothing uses is deleted, and again without harm', async () => {
    expect(await ask.send(deleted, 'DELETE', `${POLICIES}/EnhancedPolicy`)).toEqual({ deleted: true });
    expect((await list()).some(({ name }) => name === 'EnhancedPolicy')).toBe(false);
    expect(await ask.send(deleted, 'DELETE', `${POLICIES}/EnhancedPolicy`)).toEqual({ deleted: true });
  });

  it('that is used cannot be deleted', async () => {
    expect(await ask.refusal('DELETE', `${POLICIES}/LongTermPolicy`)).toBe('policy-in-use');
  });

  it('may be neither changed nor deleted by the helpdesk', async () => {
    const present = await find('LongTermPolicy');
    const body = { before: termsOf(present), after: { ...termsOf(present), retention: inWeek } };
    expect(await ask.refusal('PUT', `${POLICIES}/LongTermPolicy`, body, { person: 'alex' })).toBe('forbidden');
    expect(await ask.refusal('DELETE', `${POLICIES}/EnhancedPolicy`, undefined, { person: 'alex' })).toBe('forbidden');
  });
});
