import type { Agent, KeyVaultAccess, VirtualMachine } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { armId, SUBSCRIPTION } from '../../../testing/places';
import { virtualMachineOf } from '../../../testing/virtual-machine';
import { type CheckedMachine, type CheckedVault, type PrerequisiteFacts, prerequisiteChecks } from './checks';

const path = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'IgniteDemoVault' };

const vault: CheckedVault = {
  id: armId('Microsoft.RecoveryServices/vaults', 'IgniteDemoVault'),
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  subscriptionName: 'Contoso Production',
  storageReplication: 'GeoRedundant',
  storageReplicationLocked: false,
  softDelete: 'Enabled',
};

const keyVault: KeyVaultAccess = {
  id: armId('Microsoft.KeyVault/vaults', 'ContosoKV'),
  name: 'ContosoKV',
  location: 'westeurope',
  state: 'granted',
  model: 'rbac',
  held: [],
  lacking: [],
  takesEffectBy: null,
  enabledForDiskEncryption: true,
};

const ready: Agent = { state: 'ready', version: '2.7.41491.1183' };

const checked = (name: string, change: Partial<VirtualMachine> = {}, agent: CheckedMachine['agent'] = ready): CheckedMachine => ({
  agent,
  machine: virtualMachineOf(name, { encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [keyVault.id] }, ...change }),
});

const sound = { broken: [], unseen: 0 };

const checks = (change: Partial<PrerequisiteFacts> = {}) =>
  prerequisiteChecks({
    edition: '2017-01',
    diskEncryptionEnded: false,
    path,
    vault,
    protectedItems: 0,
    policies: ['DefaultPolicy'],
    machines: [checked('DBVM1Restore')],
    keyVaults: [keyVault],
    keys: sound,
    list: (names) => names.join(', '),
    say: ({ en }) => en,
    ...change,
  });

const stateOf = (id: string, change?: Partial<PrerequisiteFacts>) => checks(change).find((check) => check.id === id)?.state;

describe('prerequisites', () => {
  test('that are all fulfilled leave the replication to decide', () => {
    expect(checks().map(({ id, state }) => (state === 'done' ? 'done' : id))).toContain('replication');
    expect(checks().filter(({ state }) => state === 'blocks')).toEqual([]);
    expect(stateOf('replication', { vault: { ...vault, storageReplicationLocked: true } })).toBe('done');
  });

  test('come with what prevents the backup first, naming the machines and where to put it right', () => {
    const bek = checked('BekOnlyVM1', { encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [keyVault.id] } });
    const [first] = checks({ machines: [checked('DBVM1Restore'), bek] });
    expect(first).toMatchObject({ id: 'bek-only', state: 'blocks', remedy: { to: expect.stringContaining('/encryption/rg/BekOnlyVM1') } });
    expect(first?.proof.flatMap(({ names }) => names ?? [])).toEqual(['BekOnlyVM1']);
    expect(stateOf('bek-only', { machines: [bek], edition: 'current' })).toBeUndefined();
  });

  test('are not met by today’s rules once Azure Disk Encryption has ended, and its end is no longer ahead', () => {
    const today = { machines: [checked('DBVM1Restore')], edition: 'current' } as const;
    expect(stateOf('disk-encryption-ended', today)).toBe('done');
    expect(stateOf('retirement', today)).toBe('warning');
    const after = { ...today, diskEncryptionEnded: true };
    expect(stateOf('disk-encryption-ended', after)).toBe('blocks');
    expect(stateOf('retirement', after)).toBeUndefined();
    expect(stateOf('disk-encryption-ended')).toBeUndefined();
  });

  test.each([
    ['already-protected', vault.id],
    ['protected-by-another-vault', armId('Microsoft.RecoveryServices/vaults', 'OtherVault')],
  ])('are not met by a machine whose deleted backup a vault still keeps, and lead there: %s', (rule, deletedInVaultId) => {
    const machines = [checked('DBVM1Restore'), checked('Deleted', { deletedInVaultId })];
    const blocking = checks({ machines }).filter(({ state }) => state === 'blocks');
    expect(blocking).toMatchObject([{ id: rule, remedy: { to: expect.stringMatching(/Vault\/items\/rg\/Deleted$/) } }]);
    expect(stateOf(rule)).toBe('done');
  });

  test('name the keys that Azure Backup cannot read, and lead to them', () => {
    const machine = { id: armId('Microsoft.Compute/virtualMachines', 'DBVM1Restore'), name: 'DBVM1Restore', resourceGroup: 'rg' };
    const [first] = checks({ keys: { ...sound, broken: [{ machine, link: 'key', name: 'kek', state: 'disabled' }] } });
    expect(first).toMatchObject({ id: 'keys', state: 'blocks', remedy: { to: expect.stringContaining('/encryption/rg/DBVM1Restore') } });
    expect(first?.proof[0]?.names).toEqual(['DBVM1Restore: Key (KEK) kek, disabled']);
    expect(stateOf('keys')).toBe('done');
    expect(stateOf('keys', { keys: { ...sound, unseen: 2 } })).toBe('unknown');
    expect(stateOf('keys', { keys: undefined })).toBe('unknown');
    expect(
      stateOf('keys', { machines: [checked('Plain', { encryption: { kind: 'none', pass: null, keyVaultIds: [] } })] }),
    ).toBeUndefined();
  });

  test('do not call keys readable whose key vault is gone, and pass over no machine that was not looked at', () => {
    const machine = { id: armId('Microsoft.Compute/virtualMachines', 'DBVM1Restore'), name: 'DBVM1Restore', resourceGroup: 'rg' };
    const [first] = checks({
      keys: { ...sound, broken: [{ machine, link: 'secret', name: 'bek', state: 'vault-missing' }], unseen: 40 },
    });
    expect(first).toMatchObject({ id: 'keys', state: 'blocks', remedy: { to: expect.stringContaining('/encryption/rg/DBVM1Restore') } });
    expect(first?.proof).toMatchObject([
      { names: ['DBVM1Restore: Secret (BEK) bek, key vault no longer there'] },
      { values: { count: 40 } },
    ]);
  });

  test('tell what Azure Backup lacks per key vault, and what nobody can see', () => {
    const lacking = { ...keyVault, state: 'lacking', lacking: ['keys/get'] } as const;
    expect(stateOf(`access ${keyVault.id}`, { keyVaults: [{ ...lacking, lacking: ['keys/get'] }] })).toBe('blocks');
    expect(stateOf(`access ${keyVault.id}`, { keyVaults: [{ ...keyVault, state: 'unreadable' }] })).toBe('unknown');
    expect(stateOf(`disk-encryption ${keyVault.id}`, { keyVaults: [{ ...keyVault, enabledForDiskEncryption: false }] })).toBe('warning');
  });

  test('about the region of a key vault are met only where it could be read of every machine', () => {
    const region = 'key-vault-in-other-region';
    const two = [checked('One'), checked('Two', { encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [keyVault.id.toUpperCase()] } })];
    expect(stateOf(region, { machines: two })).toBe('done');
    for (const state of ['unreadable', 'missing'] as const) {
      const hidden = checks({ machines: two, keyVaults: [{ ...keyVault, state, location: null }] }).find(({ id }) => id === region);
      expect(hidden).toMatchObject({ state: 'unknown', proof: [{ values: { count: 2 } }] });
    }
    const elsewhere = { ...keyVault, id: armId('Microsoft.KeyVault/vaults', 'NorthKV'), location: 'northeurope' };
    const north = checked('North', { encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [elsewhere.id] } });
    expect(stateOf(region, { machines: [...two, north], keyVaults: [elsewhere] })).toBe('blocks');
  });

  test('of a key vault that is gone no access can be granted, and none is offered', () => {
    const [gone, lacking] = (['missing', 'lacking'] as const).map((state) =>
      checks({ keyVaults: [{ ...keyVault, state }] }).find(({ id }) => id === `access ${keyVault.id}`),
    );
    expect(gone?.remedy?.label.message.en).toBe('View {name}');
    expect(lacking?.remedy?.label.message.en).toBe('Check and grant access to {name}');
  });

  test('about key vaults are not known where Azure does not say', () => {
    expect(stateOf('key-vault-in-other-region', { keyVaults: null })).toBe('unknown');
    expect(stateOf('access', { keyVaults: null })).toBe('unknown');
  });

  test('about the agent are not known until it was asked', () => {
    expect(stateOf('agent-missing', { machines: [{ ...checked('One'), agent: undefined }] })).toBe('unknown');
    const missing = checked('One', {}, { state: 'missing', version: null });
    expect(stateOf('agent-missing', { machines: [missing] })).toBe('blocks');
    expect(stateOf('agent-missing', { machines: [checked('Hidden', {}, null)] })).toBe('unknown');
    expect(stateOf('agent-missing', { machines: [checked('Off', { powerState: 'deallocated' }, null)] })).toBe('done');
    expect(stateOf('agent-not-ready', { machines: [missing] })).toBeUndefined();
    expect(checks({ machines: [missing, checked('Two')] }).find(({ id }) => id === 'agent-not-ready')?.proof[0]?.values).toEqual({
      count: 1,
    });
  });

  test('of today also tell of soft delete and of the end of Azure Disk Encryption', () => {
    const today = { edition: 'current', vault: { ...vault, softDelete: 'Disabled' } } as const;
    expect(stateOf('soft-delete', today)).toBe('warning');
    expect(stateOf('retirement', today)).toBe('warning');
    expect(stateOf('retirement')).toBeUndefined();
  });

  test('of a full vault, or one without a policy, prevent the backup', () => {
    expect(stateOf('room', { protectedItems: 200 })).toBe('blocks');
    expect(stateOf('room', { protectedItems: 200, edition: 'current' })).toBe('done');
    expect(stateOf('policy', { policies: [] })).toBe('blocks');
  });
});
