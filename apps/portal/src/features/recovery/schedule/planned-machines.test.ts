import type { KeyLink, RecoveryOutlook } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { itemOf, VAULT } from '../../../testing/places';
import { recoveryOutlookOf } from '../../../testing/recovery-plan';
import { durationsBy, plannedMachine, stepsTo } from './planned-machines';

const item = itemOf('OrdersSql01');
const link: KeyLink = {
  url: 'https://kv.vault.azure.net/secrets/a/1',
  name: 'a',
  version: '1',
  keyVaultId: '/subscriptions/X/resourceGroups/KeyRG/providers/Microsoft.KeyVault/vaults/OrdersKV',
  keyVaultName: 'OrdersKV',
  state: 'vault-deleted',
  expires: null,
  newest: null,
};
const step = (name: RecoveryOutlook['steps'][number]['step'], state: RecoveryOutlook['steps'][number]['state'] = 'open') => ({
  step: name,
  state,
  missing: [],
  needs: [],
  ruleId: null,
  policies: [],
});
const outlook = recoveryOutlookOf('OrdersSql01', {
  machine: 'gone',
  verdict: { state: 'needs-keys', reasons: ['key-vault-deleted'] },
  keyChain: { secret: link, key: null },
  steps: [step('disks'), step('keys'), step('machine'), step('encryption'), step('protection'), step('after-care')],
  keysWay: 'recover',
});

const times = {
  machines: [{ item: itemOf('ORDERSSQL01'), restores: [600, 700, 800], gibibytes: null, backup: null }],
  vaults: [{ vault: VAULT, restores: [], protections: [92] }],
};
const durationOf = durationsBy(times)(item, false);
const planned = (change: Partial<RecoveryOutlook> = {}, kind: 'as-it-was' | 'isolated' = 'as-it-was') =>
  plannedMachine({ item, wave: 2 }, { ...outlook, ...change }, durationOf, stepsTo({ target: { kind }, rehearsal: null }));
const stepsOf = (machine: ReturnType<typeof planned>) => machine?.steps.map(({ step: one }) => one);
const plainPoint = { id: '1', time: '2026-11-24T02:00:00Z', tiers: ['vault' as const], encrypted: false, threat: null };

it('a machine whose key vault was deleted takes every step, and its keys come back with those of the others', () => {
  expect(planned()).toMatchObject({ name: 'OrdersSql01', wave: 2, keys: { keyVault: link.keyVaultId.toLowerCase(), once: true } });
  expect(stepsOf(planned())).toEqual(['disks', 'keys', 'machine', 'encryption', 'protection', 'after-care']);
});

it('its durations rest on its own restores and on jobs of its vault, however Azure writes the names', () => {
  const basis = Object.fromEntries((planned()?.steps ?? []).map(({ step: one, span }) => [one, span.basis]));
  expect(basis).toMatchObject({
    disks: { kind: 'machine', count: 3 },
    protection: { kind: 'vault', count: 1 },
    machine: { kind: 'assumed' },
  });
});

it('keys that are put back from the backup are those of one machine alone', () => {
  expect(planned({ keysWay: 'restore' })?.keys?.once).toBe(false);
});

it('one that is not encrypted does without the steps for keys', () => {
  const plain = planned({ point: plainPoint, keysWay: null, keyChain: null });
  expect(stepsOf(plain)).toEqual(['disks', 'machine', 'protection']);
  expect(plain?.keys).toBeNull();
});

it('one whose keys are there is encrypted all the same', () => {
  expect(stepsOf(planned({ keysWay: null }))).toEqual(['disks', 'machine', 'encryption', 'protection', 'after-care']);
});

// Nobody has rights in a group that is still to be made: its outlook tells of no step.
it('in isolation none is backed up, and none that is not encrypted is checked', () => {
  expect(stepsOf(planned({ steps: [], keysWay: 'create' }, 'isolated'))).toEqual(['disks', 'keys', 'machine', 'encryption', 'after-care']);
  expect(stepsOf(planned({ steps: [], point: plainPoint, keysWay: null, keyChain: null }, 'isolated'))).toEqual(['disks', 'machine']);
});

it('one that has no point, or whose place is taken, has no place in the schedule', () => {
  expect(planned({ point: null })).toBeNull();
  expect(planned({ conflicts: ['machine-there'] })).toBeNull();
});
