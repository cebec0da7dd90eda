import { randomUUID } from 'node:crypto';
import { commandOutcome, item, itemDetails, policy, vault, type Policy } from '@tresor/contracts';
import { isBackedUp, isImmutable, keepsPointsForLess } from '@tresor/support-matrix';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import { policiesOf } from '../enable-protection/settle-doubts';

const TEST_VAULT = '/api/vaults/0c7a52be-41f9-4d18-a6c2-93be5d20e7f4/TestRG/TestVault';
const MINUTE = 60_000;
const LEDGER = `${TEST_VAULT}/items/TestRG/LedgerVM1`;

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
});
afterEach(() => contoso[Symbol.asyncDispose]());

type Terms = Omit<Policy, 'name' | 'protectedItems'>;

async function findTerms(name: string): Promise<Terms> {
  const policies = await ask.get(z.array(policy), `${TEST_VAULT}/policies`);
  const found = policies.find((one) => one.name === name);
  if (!found) throw new Error(`There is no policy ${name}.`);
  const { name: _, protectedItems: __, ...terms } = found;
  return terms;
}

it('an immutable vault says that it is one', async () => {
  const { immutability } = await ask.get(vault, TEST_VAULT);
  expect(isImmutable(immutability)).toBe(true);
});

it('its backup data is not deleted, but kept while backups stop', async () => {
  expect(await ask.refusal('POST', `${LEDGER}/stop`, { data: 'delete' })).toBeTruthy();
  expect(await ask.get(itemDetails, LEDGER)).toMatchObject({ deletedAt: null, policyName: 'DefaultPolicy' });
  expect((await ask.send(commandOutcome, 'POST', `${LEDGER}/stop`, { data: 'retain' })).state).toBe('started');
});

it('backups can stop while points go on to end, which nobody takes for being backed up', async () => {
  const { recoveryPointCount } = await ask.get(itemDetails, LEDGER);
  expect((await ask.send(commandOutcome, 'POST', `${LEDGER}/stop`, { data: 'retain-by-policy' })).state).toBe('started');
  contoso.azure.advance(10 * MINUTE);
  const suspended = await ask.get(itemDetails, LEDGER);
  expect(suspended).toMatchObject({ protectionState: 'BackupsSuspended', policyName: null, recoveryPointCount });
  expect(isBackedUp(suspended)).toBe(false);
  expect(await ask.refusal('PUT', `${LEDGER}/backups/${randomUUID()}`, { retainUntil: null })).toBe('item-stopped');
  contoso.azure.advance(60 * 24 * 60 * MINUTE);
  expect(await ask.get(itemDetails, LEDGER)).toMatchObject({ recoveryPointCount: 1 });
  expect((await ask.send(commandOutcome, 'POST', `${LEDGER}/resume`, { policyName: 'DefaultPolicy' })).state).toBe('started');
  contoso.azure.advance(10 * MINUTE);
  expect(await ask.get(itemDetails, LEDGER)).toMatchObject({ protectionState: 'Protected', policyName: 'DefaultPolicy' });
});

it('a machine whose backups are suspended is none that a vault protects already', async () => {
  await ask.send(commandOutcome, 'POST', `${LEDGER}/stop`, { data: 'retain-by-policy' });
  contoso.azure.advance(10 * MINUTE);
  const items = await ask.get(z.array(item), `${TEST_VAULT}/items`);
  const { vmId } = items.find(({ name }) => name === 'LedgerVM1') ?? { vmId: '' };
  expect(policiesOf(items)(vmId)).toBeUndefined();
});

it.each([7, 29, 30, 31, 400])('a policy in use may keep daily points for %d days exactly if that is no less than before', async (count) => {
  const before = await findTerms('DefaultPolicy');
  const after = { ...before, retention: { daily: { count }, weekly: null, monthly: null, yearly: null } };
  if (before.retention === null) throw new Error('The policy keeps nothing.');
  const change = { before, after };
  if (keepsPointsForLess(after, { retention: before.retention })) {
    expect(await ask.refusal('PUT', `${TEST_VAULT}/policies/DefaultPolicy`, change)).toBeTruthy();
    expect(await findTerms('DefaultPolicy')).toEqual(before);
  } else {
    expect(await ask.send(policy, 'PUT', `${TEST_VAULT}/policies/DefaultPolicy`, change)).toMatchObject(after);
  }
});

it('every policy of the vault that is in no use may keep points for less time', async () => {
  const before = await findTerms('Daily7pm');
  const after = { ...before, retention: { daily: { count: 7 }, weekly: null, monthly: null, yearly: null } };
  expect(await ask.send(policy, 'PUT', `${TEST_VAULT}/policies/Daily7pm`, { before, after })).toMatchObject(after);
});
