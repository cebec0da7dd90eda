import type { Agent, VirtualMachine } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { daysUntil } from '../../language/days-until';
import { armId, SUBSCRIPTION } from '../../testing/places';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { countReadiness, createReadinessJudge, isToEnable, matches, type ReadinessFilter } from './ready-machine';

const keyVaultId = armId('Microsoft.KeyVault/vaults', 'kv');
const vault = {
  id: armId('Microsoft.RecoveryServices/vaults', 'vault'),
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  protectedItemCount: 0,
};

const machine = (name: string, change: Partial<VirtualMachine> = {}) =>
  virtualMachineOf(name, { encryption: { kind: 'bek-kek', pass: 'single', keyVaultIds: [keyVaultId] }, ...change });

const judge = createReadinessJudge({
  edition: '2017-01',
  diskEncryptionEnded: false,
  vaults: [vault],
  keyVaults: [{ id: keyVaultId, location: 'westeurope' }],
  standings: new Map([[keyVaultId.toLowerCase(), 'granted']]),
});

const missing: Agent = { state: 'missing', version: null };
const plain = { kind: 'none', pass: null, keyVaultIds: [] } as const;
const rows = [
  judge(machine('Protected', { protectedByVaultId: vault.id }), undefined),
  judge(machine('Stopped', { stoppedInVaultId: vault.id }), undefined),
  judge(machine('Deleted', { deletedInVaultId: vault.id }), undefined),
  judge(machine('Ready'), undefined),
  judge(machine('North', { location: 'northeurope', encryption: { kind: 'bek-kek', pass: 'single', keyVaultIds: [] } }), undefined),
  judge(machine('NoAgent'), missing),
  judge(machine('Plain', { encryption: { ...plain, keyVaultIds: [] } }), undefined),
];

test('counts tell of the encrypted machines alone, and how many agents nobody has asked yet', () => {
  expect(countReadiness(rows)).toEqual({ total: 6, protected: 1, stopped: 1, deleted: 1, ready: 1, steps: 1, refused: 1, agentsUnread: 2 });
});

test('agents are looked at of encrypted machines that are neither backed up nor to be resumed', () => {
  expect(rows.filter(isToEnable).map(({ machine }) => machine.name)).toEqual(['Deleted', 'Ready', 'North', 'NoAgent']);
});

const names = (filter: ReadinessFilter) => rows.filter((row) => matches(row, filter)).map(({ machine }) => machine.name);

test('each state can be listed by itself, plain machines only among all', () => {
  expect(names('steps')).toEqual(['North']);
  expect(names('refused')).toEqual(['NoAgent']);
  expect(names('stopped')).toEqual(['Stopped']);
  expect(names('deleted')).toEqual(['Deleted']);
  expect(names('encrypted')).not.toContain('Plain');
  expect(names('all')).toContain('Plain');
});

test('a machine is judged again only when its agent becomes known', () => {
  const one = machine('One');
  expect(judge(one, undefined)).toBe(judge(one, undefined));
  expect(judge(one, missing).readiness).toEqual({ state: 'refused', ruleId: 'agent-missing' });
});

test('the days until the end are counted to its morning', () => {
  expect(daysUntil('2028-09-15', Date.parse('2028-09-14T09:00:00Z'))).toBe(1);
  expect(daysUntil('2028-09-15', Date.parse('2028-09-15T00:00:00Z'))).toBe(0);
  expect(daysUntil('2028-09-15', Date.parse('2026-11-25T09:00:00Z'))).toBe(660);
});
