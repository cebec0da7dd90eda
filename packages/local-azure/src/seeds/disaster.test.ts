import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsOfVault } from '../providers/recovery-services/state/item-store';
import { livePoints } from '../providers/recovery-services/state/recovery-point-store';
import { mayDo } from '../world/authorization/access';
import { resourceId } from '../world/arm-ids';
import { deletedKeyVaults } from '../world/key-vault/key-vault-objects';
import { openWorld, type OpenWorld } from '../world/open-world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { people } from './people';
import { plant } from '.';

let world: OpenWorld;

beforeAll(() => {
  world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  plant(world, 'disaster');
});

afterAll(() => {
  world.close();
});

const vaultId = resourceId(PRODUCTION_SUBSCRIPTION_ID, 'IgniteRG', 'Microsoft.RecoveryServices/vaults/IgniteDemoVault');

test('DBVM2 and its key vault are gone, and a week of its backups is there', () => {
  expect(world.resources.named('Microsoft.Compute/virtualMachines', 'DBVM2')).toEqual([]);
  expect(deletedKeyVaults(world).get('ignitedemokv')).toBeDefined();
  const [item] = itemsOfVault(world, vaultId);
  expect(item).toMatchObject({ vmName: 'DBVM2', lastBackup: { status: 'Completed' } });
  expect(item && livePoints(world, item).length).toBeGreaterThanOrEqual(6);
});

const helpdeskMay = (group: string) => {
  const scope = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/${group}`;
  return mayDo(world, people.alex.objectId, 'Microsoft.Compute/virtualMachines/write', scope);
};

test('the helpdesk may make a machine in its groups and none elsewhere', () => {
  expect(['dbvm2', 'RestoreRG', 'IgniteRG', 'OperationsRG'].map(helpdeskMay)).toEqual([true, true, false, false]);
});
