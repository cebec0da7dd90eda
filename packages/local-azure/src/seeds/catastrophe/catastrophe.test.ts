import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemsOfVault, type Item } from '../../providers/recovery-services/state/item-store';
import { isRotated } from '../../providers/recovery-services/state/backup-keys';
import { contentsOf, livePoints, type RecoveryPoint } from '../../providers/recovery-services/state/recovery-point-store';
import { mayDo } from '../../world/authorization/access';
import { cloudOf } from '../../world/cloud';
import { servicePrincipalOf } from '../../world/directory/directory';
import { keyVaultPermits } from '../../world/key-vault/key-vault-access';
import { deletedKeyVaults, findKeyVault, readKey, readSecret, type Unreadable } from '../../world/key-vault/key-vault-objects';
import { openWorld, type OpenWorld } from '../../world/open-world';
import { groupId } from '../../world/arm-ids';
import { plant } from '..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../company';
import { people } from '../people';
import { estate, type Ending, type Harm } from './estate';
import { machineIdsOf, namesOf } from './estate-machines';
import { keyVaults } from './estate-vaults';
import { expectedOutcomes, type KeyExpectation, type PointExpectation } from './expected-outcomes';

let world: OpenWorld;
const items = new Map<string, Item>();

beforeAll(() => {
  world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  plant(world, 'catastrophe');
  for (const { id } of world.resources.list('Microsoft.RecoveryServices/vaults', '/subscriptions')) {
    for (const item of itemsOfVault(world, id)) items.set(item.vmName, item);
  }
});

afterAll(() => {
  world.close();
});

const HOUR = 3_600_000;

function pointToTake(points: readonly RecoveryPoint[]): PointExpectation {
  if (points.length === 0) return 'none';
  return (points[0]?.threats ?? []).length > 0 ? 'newest healthy' : 'newest';
}

const words: Record<Unreadable['state'], KeyExpectation> = {
  'vault-missing': 'key vault purged',
  'vault-deleted': 'key vault deleted',
  missing: 'secret purged',
  deleted: 'secret deleted',
  disabled: 'key disabled',
  expired: 'key expired',
};

/** What has become of the keys that a point holds; undefined without a point. */
function stateOfKeys(item: Item | undefined, point: RecoveryPoint | undefined): KeyExpectation | undefined {
  const keys = item && point && contentsOf(world, item, point.id)?.keys;
  if (!keys) return undefined;
  const { secretUrl, kek } = keys.encryption;
  const secret = readSecret(world, secretUrl);
  if (secret.state !== 'present') return words[secret.state];
  const key = kek && readKey(world, kek.keyUrl);
  if (key && key.state !== 'present') return words[key.state];
  const service = servicePrincipalOf(world, cloudOf(world).backupService, 'Backup Management Service').objectId;
  if (!keyVaultPermits(world, secret.keyVault, service, 'secrets', 'backup')) return 'service shut out';
  return isRotated(world, keys) ? 'key rotated' : 'sound';
}

function pointsAfter(harm: Harm | undefined): number {
  if (harm === 'never backed up') return 0;
  return harm === 'only outdated snapshots' || harm === 'service shut out' ? 2 : 5;
}

const mayMakeNetwork = (group: string) =>
  mayDo(world, people.alex.objectId, 'Microsoft.Network/virtualNetworks/write', groupId(PRODUCTION_SUBSCRIPTION_ID, group));

describe('the morning after', () => {
  test('three vaults protect 200 machines, of which three are still there', () => {
    expect(items.size).toBe(200);
    expect(world.resources.list('Microsoft.Compute/virtualMachines', '/subscriptions').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Print01', 'Print02', 'Simulation01']),
    );
    expect(world.resources.list('Microsoft.Compute/virtualMachines', '/subscriptions')).toHaveLength(3);
  });

  test('half of the key vaults are deleted, and of these some purged', () => {
    const states = Object.values(keyVaults).map(({ name }) => {
      if (findKeyVault(world, name)) return 'there';
      return deletedKeyVaults(world).get(name.toLowerCase()) ? 'deleted' : 'purged';
    });
    expect(states).toEqual(Object.values(keyVaults).map(({ fate }) => fate));
    expect(states.filter((state) => state !== 'there')).toHaveLength(states.length / 2);
  });

  test.each(estate.map((row) => [row.prefix, row] as const))('%s was backed up as far as its row says', (_prefix, row) => {
    const expected = pointsAfter(row.harm);
    for (const name of namesOf(row)) {
      const item = items.get(name);
      expect(item && livePoints(world, item).length, name).toBe(expected);
    }
  });

  test('all that was lost, does not start or meets the quota is told of beforehand', () => {
    const ends = expectedOutcomes().map((outcome) => outcome.ends);
    const count = (ending: Ending) => ends.filter((one) => one === ending).length;
    expect(ends).toHaveLength(200);
    expect(count('lost')).toBeGreaterThanOrEqual(12);
    expect([count('not started'), count('over quota'), count('spared')]).toEqual([5, 3, 3]);
  });

  test.each(['keys', 'point'] as const)('the world is as its table of outcomes says of the %s of each machine', (column) => {
    for (const outcome of expectedOutcomes()) {
      const item = items.get(outcome.machine);
      const points = item ? livePoints(world, item) : [];
      const found = column === 'point' ? pointToTake(points) : stateOfKeys(item, points[0]);
      if (found !== undefined) expect(found, outcome.machine).toBe(outcome[column]);
    }
  });

  test.each([3, 21])('it is the same when it is made at %i o’clock', (hour) => {
    const other = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
    const now = other.clock.now();
    other.advance((hour * HOUR - (now % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR));
    plant(other, 'catastrophe');
    const vaultId = other.resources.named('Microsoft.RecoveryServices/vaults', 'EstateVault')[0]?.id ?? '';
    const counts = new Map(itemsOfVault(other, vaultId).map((item) => [item.vmName, livePoints(other, item).length]));
    expect(['OrdersSql01', 'DC01', 'Pilot01', 'Lab01'].map((name) => counts.get(name))).toEqual([5, 5, 2, 0]);
    other.close();
  });

  test('the helpdesk may try it out in a network of its own, and nowhere else make one', () => {
    expect(['RehearsalRG', 'OrdersRG', 'NetworkRG'].map(mayMakeNetwork)).toEqual([true, false, false]);
  });

  test('the helpdesk may bring back every machine where it was', () => {
    for (const id of estate.flatMap(machineIdsOf)) {
      expect(mayDo(world, people.alex.objectId, 'Microsoft.Compute/virtualMachines/write', id), id).toBe(true);
    }
  });
});
