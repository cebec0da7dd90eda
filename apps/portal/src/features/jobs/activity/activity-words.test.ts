import { expect, test } from 'vitest';
import { actionWord, resourceName, statusBadge } from './activity-words';

const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault';

test('an action has our words whatever its letters, and Azure’s own where we have none', () => {
  expect(actionWord('Microsoft.RecoveryServices/vaults/backupJobs/CANCEL/action')).toMatchObject({ en: 'Cancel a backup job' });
  expect(actionWord('Microsoft.RecoveryServices/vaults/somethingNew/write')).toBe('Microsoft.RecoveryServices/vaults/somethingNew/write');
});

test('an item is named after its machine, the vault by its name', () => {
  const item = `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;rg;vm1/protectedItems/vm;iaasvmcontainerv2;rg;VM1`;
  expect([resourceName(vault), resourceName(item)]).toEqual(['IgniteDemoVault', 'VM1']);
  expect(resourceName(`${item}/recoveryPoints/4711`)).toBe('VM1');
  expect(resourceName(`${vault}/backupPolicies/DefaultPolicy`)).toBe('DefaultPolicy');
  expect(resourceName(`${vault}/backupJobs/5a1c`)).toBe('IgniteDemoVault');
  expect(resourceName(`${vault}/backupconfig/vaultconfig`)).toBe('IgniteDemoVault');
});

test('a status that Azure adds later is shown without a judgement', () => {
  expect([statusBadge('Failed'), statusBadge('Resolved')]).toEqual(['error', 'unknown']);
});

test('what Azure has accepted does not look as if it were still running', () => {
  expect([statusBadge('Started'), statusBadge('Accepted')]).toEqual(['in-progress', 'accepted']);
});
