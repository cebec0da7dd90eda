import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsOfVault } from '../providers/recovery-services/state/item-store';
import { replicatedPoints } from '../providers/recovery-services/secondary/replicated-points';
import { livePoints } from '../providers/recovery-services/state/recovery-point-store';
import { VAULT_TYPE } from '../providers/recovery-services/names';
import { openWorld, type OpenWorld } from '../world/open-world';
import { accountTrouble } from '../world/storage/storage-accounts';
import { plant } from '.';

let world: OpenWorld;

beforeAll(() => {
  world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  plant(world, 'outage');
});
afterAll(() => {
  world.close();
});

test('no storage account of Germany West Central can be reached, and one of its paired region can', () => {
  const accounts = world.resources.list('Microsoft.Storage/storageAccounts', '');
  expect(Object.fromEntries(accounts.map((account) => [account.location, accountTrouble(account)]))).toEqual({
    germanynorth: undefined,
    germanywestcentral: 'offline',
  });
});

test('points that are old enough and stay long enough are in the archive, and nothing is copied from there', () => {
  const [vault] = world.resources.named(VAULT_TYPE, 'OneRegionVault');
  const [item] = itemsOfVault(world, vault?.id ?? '');
  const archived = item ? livePoints(world, item).filter((point) => point.archived) : [];
  expect(archived.length).toBeGreaterThan(1);
  expect(archived.every(({ takenAt }) => takenAt < world.clock.now() - 90 * 86_400_000)).toBe(true);
});

test('each vault has points of its machine, and one of three has them in the paired region', () => {
  const found = world.resources.list(VAULT_TYPE, '').map((vault) => {
    const [item] = itemsOfVault(world, vault.id);
    return [vault.name, [item && livePoints(world, item).length > 0, item && replicatedPoints(world, vault, item).length > 0]];
  });
  expect(Object.fromEntries(found)).toEqual({
    FrankfurtVault: [true, true],
    LocalVault: [true, false],
    OneRegionVault: [true, false],
  });
});
