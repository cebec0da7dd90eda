import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../providers/recovery-services/backups/backup-failures';
import { setServiceEdition } from '../providers/recovery-services/backup-service';
import { itemsOfVault } from '../providers/recovery-services/state/item-store';
import { livePoints } from '../providers/recovery-services/state/recovery-point-store';
import { refusalToProtect } from '../providers/recovery-services/refusals';
import { openWorld, type OpenWorld } from '../world/open-world';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import { plant } from '.';
import { machines } from './contoso-machines';

let world: OpenWorld;

beforeAll(() => {
  world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  plant(world, 'contoso');
});

afterAll(() => {
  world.close();
});

const vaultId = (group: string, name: string, subscription = PRODUCTION_SUBSCRIPTION_ID) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${name}`;

function idOf(name: string): string {
  const [type, row] = ['Compute', 'ClassicCompute']
    .map((provider) => `Microsoft.${provider}/virtualMachines`)
    .map((type) => [type, world.resources.named(type, name)[0]] as const)
    .find(([, resource]) => resource) ?? ['', undefined];
  if (!row) throw new Error(`There is no ${type} ${name}.`);
  return row.id;
}

describe('the demo company', () => {
  test('has every machine that its table names', () => {
    for (const { name } of machines) expect(idOf(name)).toContain(name);
  });

  test.each([
    ['ClassicVM1', 'UserErrorClassicVmNotSupported'],
    ['OtherSubscriptionVM1', 'UserErrorVmAndVaultLocationMismatch'],
    ['NorthVM1', 'UserErrorVmAndVaultLocationMismatch'],
    ['ProtectedVM1', 'VirtualMachineAlreadyProtected'],
    ['OtherVaultVM1', 'VirtualMachineAlreadyProtected'],
    ['BekOnlyVM1', 'UserErrorBekOnlyEncryptionNotSupported'],
    ['BekOnlyVM2', 'UserErrorBekOnlyEncryptionNotSupported'],
    ['BekOnlyVM3', 'UserErrorBekOnlyEncryptionNotSupported'],
  ])('has in %s a machine that the service of January 2017 refuses with %s', (name, code) => {
    setServiceEdition(world, '2017-01');
    const vault = world.resources.get(vaultId('IgniteRG', 'IgniteDemoVault'));
    expect(vault && refusalToProtect(world, vault, idOf(name))?.code).toBe(code);
  });

  test.each([
    ['ConfidentialVM1', 'UserErrorConfidentialVmNotSupported'],
    ['OtherSubscriptionVM1', 'UserErrorCrossSubscriptionBackupNotSupportedForEncryptedVm'],
    ['TestVM2', undefined],
  ])('has in %s a machine that today’s service refuses with %s', (name, code) => {
    setServiceEdition(world, 'current');
    const vault = world.resources.get(vaultId('IgniteRG', 'IgniteDemoVault'));
    expect(vault && refusalToProtect(world, vault, idOf(name))?.code).toBe(code);
  });

  test.each(['DBVM1Restore', 'DBVM2', 'DBVM3', 'FileServerVM3', 'WebVM1', 'WebVM2', 'WebVM3', 'SinglePassVM1', 'RbacReadyVM1'])(
    'has in %s a machine that can be protected and backed up',
    (name) => {
      setServiceEdition(world, '2017-01');
      const vault = world.resources.get(vaultId('IgniteRG', 'IgniteDemoVault'));
      expect(vault && refusalToProtect(world, vault, idOf(name))).toBeUndefined();
      expect(failureOf(world, idOf(name))).toBeUndefined();
    },
  );

  test.each([
    ['NoPolicyVM1', 'UserErrorKeyVaultPermissionsNotConfigured'],
    ['HalfPolicyVM1', 'UserErrorKeyVaultPermissionsNotConfigured'],
    ['RbacVM1', 'UserErrorKeyVaultPermissionsNotConfigured'],
    ['KeyVaultGoneVM1', 'UserErrorKeyVaultNotFound'],
    ['KeyVaultDeletedVM1', 'UserErrorKeyVaultNotFound'],
    ['SecretPurgedVM1', 'UserErrorKeyOrSecretNotAvailable'],
    ['KekExpiredVM1', 'UserErrorKeyOrSecretNotAvailable'],
    ['KekDisabledVM1', 'UserErrorKeyOrSecretNotAvailable'],
    ['NoAgentVM1', 'UserErrorGuestAgentStatusUnavailable'],
    ['AgentNotReadyVM1', 'GuestAgentSnapshotTaskStatusError'],
    ['NoNetworkVM1', 'ExtensionSnapshotFailedNoNetwork'],
    ['LockedDriveVM1', 'ExtensionSnapshotBitlockerError'],
    ['LostVaultVM1', 'UserErrorKeyVaultNotFound'],
    ['LostKeysVM1', 'UserErrorKeyOrSecretNotAvailable'],
  ])('has in %s a machine whose backup fails with %s', (name, code) => {
    setServiceEdition(world, 'current');
    expect(failureOf(world, idOf(name))?.errorTitle).toBe(code);
  });
});

describe('its past', () => {
  test('has two weeks of recovery points, also of what has since lost its keys', () => {
    const items = itemsOfVault(world, vaultId('OperationsRG', 'OperationsVault'));
    for (const name of ['ProtectedVM1', 'LostVaultVM1', 'LostKeysVM1', 'AppVM1']) {
      const item = items.find(({ vmName }) => vmName === name);
      expect(item?.lastBackup?.status).toBe('Completed');
      expect(item && livePoints(world, item).length).toBeGreaterThanOrEqual(13);
    }
  });

  test('has a machine whose backups fail since the service may not read its keys', () => {
    const item = itemsOfVault(world, vaultId('OperationsRG', 'OperationsVault')).find(({ vmName }) => vmName === 'RevokedVM1');
    expect(item?.lastBackup).toMatchObject({ status: 'Failed', error: { title: 'UserErrorKeyVaultPermissionsNotConfigured' } });
    expect(item && livePoints(world, item).length).toBeGreaterThan(5);
  });

  test('left IgniteDemoVault empty and filled FullVault', () => {
    expect(itemsOfVault(world, vaultId('IgniteRG', 'IgniteDemoVault'))).toHaveLength(0);
    expect(itemsOfVault(world, vaultId('FarmRG', 'FullVault', TEST_SUBSCRIPTION_ID))).toHaveLength(200);
  });
});
