import { newItem } from '../providers/recovery-services/items/configuration';
import { saveItem } from '../providers/recovery-services/state/item-store';
import { assignRole } from '../world/authorization/access';
import { guidOf } from '../world/stable-ids';
import { putManagementGroup } from '../world/subscriptions/management-groups';
import { putSubscription } from '../world/subscriptions/subscriptions';
import type { World } from '../world/world';
import { TENANT_ID } from './company';
import { seedGroups } from './groups';
import { addBek, addKek, addKeyVault, keyVaultId, type KeyVaultSpec } from './key-vaults';
import { putMachine } from './machines';
import { people, seedPeople } from './people';
import { ensureGroup } from './places';
import { addVault } from './vaults';

const REGION = 'westeurope';
const KEK = 'EstateKEK';
/** Of so many machines one is in no vault. */
const BARE_ONE_OF = 5;

/**
 * The company's people with so many machines over so many subscriptions, each with a vault and a key vault of its own; for measuring. Their
 * administrator owns all of them.
 */
export const seedEstate =
  (subscriptions: number, machinesEach: number) =>
  (world: World): void => {
    seedPeople(world);
    seedGroups(world);
    for (const [at, part] of ['north', 'south'].entries()) {
      const half = Math.ceil(subscriptions / 2);
      putManagementGroup(world, {
        name: `estate-${part}`,
        displayName: `Estate ${part}`,
        parent: TENANT_ID,
        subscriptionIds: Array.from({ length: half }, (_, number) => subscriptionIdOf(at * half + number + 1)),
      });
    }
    for (let number = 1; number <= subscriptions; number += 1) fillSubscription(world, number, machinesEach);
  };

const twoDigits = (number: number) => String(number).padStart(2, '0');
const subscriptionIdOf = (number: number) => guidOf(`subscription ${twoDigits(number)} of the estate`);

function fillSubscription(world: World, number: number, machines: number): void {
  const two = twoDigits(number);
  const subscriptionId = subscriptionIdOf(number);
  putSubscription(world, { subscriptionId, displayName: `Estate ${two}` });
  assignRole(world, { principalId: people.adele.objectId, role: 'Owner', scope: `/subscriptions/${subscriptionId}` });
  const place = { subscriptionId, group: `Estate${two}RG`, location: REGION };
  ensureGroup(world, place);
  const keyVault: KeyVaultSpec = { ...place, name: `Estate${two}KV`, model: 'access policies', backup: 'complete' };
  addKeyVault(world, keyVault);
  const keyUrl = addKek(world, keyVault.name, KEK);
  const secretVaultId = keyVaultId(keyVault);
  const vault = world.resources.get(addVault(world, place, `Estate${two}Vault`));
  for (let at = 1; at <= machines; at += 1) {
    const spec = {
      ...place,
      name: `Estate${two}VM${String(at).padStart(3, '0')}`,
      os: 'Windows' as const,
      disks: 'managed' as const,
      bare: true,
    };
    const secretUrl = addBek(world, keyVault.name, spec, keyUrl);
    const id = putMachine(world, { ...spec, encryption: { pass: 'single', secretUrl, secretVaultId, keyUrl, keyVaultId: secretVaultId } });
    const machine = world.resources.get(id);
    if (vault && machine && at % BARE_ONE_OF !== 0) saveItem(world, newItem(vault, machine, 'DefaultPolicy'));
  }
}
