import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemsOfVault, type Item } from '../../providers/recovery-services/state/item-store';
import { livePoints } from '../../providers/recovery-services/state/recovery-point-store';
import { mayDo } from '../../world/access';
import { deletedKeyVaults, findKeyVault } from '../../world/key-vault-objects';
import { openWorld, type OpenWorld } from '../../world/open-world';
import { plant } from '..';
import { people } from '../people';
import { estate, type Harm } from './estate';
import { machineIdsOf, namesOf } from './estate-machines';
import { keyVaults } from './estate-vaults';

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

function pointsAfter(harm: Harm | undefined): number {
  if (harm === 'never backed up') return 0;
  return harm === 'only outdated snapshots' || harm === 'service shut out' ? 2 : 5;
}

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

  test('the helpdesk may bring back every machine where it was', () => {
    for (const id of estate.flatMap(machineIdsOf)) {
      expect(mayDo(world, people.alex.objectId, 'Microsoft.Compute/virtualMachines/write', id), id).toBe(true);
    }
  });
});
