import { describe, expect, it } from 'vitest';
import { restoreOf } from '../values.fixture';
import { runWithStub } from './stub-az.fixture';
import { callsOf, made, run, scriptOf, windows } from './written.fixture';

describe('restored disks that have lost their tag', () => {
  const text = scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows) });
  it.each([
    ['all of them', 'AZ_NO_TAGS=1', ''],
    ['one', 'AZ_UNTAGGED=ofjob-datadisk-010-1', ' ofjob-datadisk-010-1'],
  ])('are missed before a machine is made, with what the tag has to say (%s)', (_what, given, named) => {
    const done = runWithStub(`export ${given}\n${text}`);
    expect(done.output).toContain(`setzen Sie es wieder: RSVaultBackup=cae90b5e-3880-4b7f-be15-fe460a7ba729${named}\n`);
    expect(done.output).toContain('Abgebrochen bei: Die wiederhergestellten Datenträger');
    expect([done.code === 0, made(done), callsOf(done, 'rest')]).toEqual([false, [0, 0, 0], []]);
  });
  it('are none of it where they are named for another moment', () => {
    expect(runWithStub(`export AZ_UNTAGGED=ofjob-datadisk-010-2\n${text}`).code).toBe(0);
  });
});

it('the disks of a point that is only chosen are restored by the same commands', () => {
  const values = restoreOf(windows);
  const { subscriptionId, resourceGroup, vaultName, vmGroup, vmName, pointId, storageAccountId, targetGroup } = values;
  const chosen = { subscriptionId, resourceGroup, vaultName, vmGroup, vmName, pointId, storageAccountId, targetGroup };
  expect(scriptOf({ of: 'disks', values: chosen })).toBe(scriptOf({ of: 'restore', step: 'disks', values }));
});

it('the disks are restored by the name as the service spells it, which az compares to the letter', () => {
  const [call] = callsOf(run(restoreOf(windows), 'disks'), 'backup restore restore-disks');
  expect(call?.options.get('item-name')).toEqual(['VM;iaasvmcontainerv2;dbvm2;dbvm2']);
  expect(call?.options.get('container-name')).toEqual(['IaasVMContainer;iaasvmcontainerv2;dbvm2;dbvm2']);
});

it('unmanaged disks become managed ones by a request of Azure’s own, whose job is told from others', () => {
  const done = runWithStub(`export AZ_UNMANAGED=1\n${scriptOf({ of: 'restore', step: 'journey', values: restoreOf(windows) })}`);
  expect(done).toMatchObject({ code: 0, left: [] });
  expect(callsOf(done, 'backup restore restore-disks')).toEqual([]);
  const [asked] = callsOf(done, 'rest');
  expect(asked?.options.get('url')?.[0]).toMatch(/\/protectedItems\/VM;iaasvmcontainerv2;dbvm2;dbvm2\/recoveryPoints\/3000001\/restore\?/);
  expect(JSON.parse(asked?.options.get('body')?.[0] ?? '')).toMatchObject({
    properties: {
      restoreWithManagedDisks: true,
      recoveryPointId: '3000001',
      region: 'westeurope',
      targetResourceGroupId: expect.stringMatching(/\/resourceGroups\/IgniteRG$/),
    },
  });
  expect(callsOf(done, 'backup job wait')[0]?.options.get('name')).toEqual(['cae90b5e-3880-4b7f-be15-fe460a7ba729']);
});

it('unmanaged disks that were encrypted are asked for with secret and key, as their point tells them', () => {
  const text = scriptOf({ of: 'restore', step: 'disks', values: restoreOf(windows) });
  const secret = { encryptionEnabled: true, secretKeyUrl: 'https://kv.vault.azure.net/secrets/s/1', secretKeyVaultId: '/vaults/kv' };
  const key = { kekUrl: 'https://kv.vault.azure.net/keys/k/2', kekVaultId: '/vaults/kv' };
  const asked = (point: object | null) => {
    const done = runWithStub(`export AZ_UNMANAGED=1 AZ_KEYS='${JSON.stringify(point, null, 2)}'\n${text}`);
    expect(done.code).toBe(0);
    const body: unknown = JSON.parse(callsOf(done, 'rest')[0]?.options.get('body')?.[0] ?? '');
    return body;
  };
  const place = 'properties.encryptionDetails';
  expect(asked({ ...secret, ...key })).toHaveProperty(place, { ...secret, ...key });
  expect(asked({ ...secret, kekUrl: null, kekVaultId: null })).toHaveProperty(place, secret);
  for (const none of [null, { encryptionEnabled: true, secretKeyUrl: null, secretKeyVaultId: null, kekUrl: null, kekVaultId: null }]) {
    expect(asked(none)).not.toHaveProperty(place);
  }
});
