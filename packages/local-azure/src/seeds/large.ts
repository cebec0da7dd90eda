import { setCoreQuota } from '../providers/compute/quota';
import { planNext } from '../providers/recovery-services/backups/scheduling';
import { saveItem } from '../providers/recovery-services/state/item-store';
import { newItem } from '../providers/recovery-services/items/configuration';
import { createVault } from '../providers/recovery-services/state/vault-store';
import { resourceId } from '../world/arm-ids';
import type { ArmResource, World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { seedContoso } from './contoso';
import { addBek, addKek, addKeyVault, keyVaultId, type KeyVaultSpec } from './key-vaults';
import { putMachine, type EncryptionSpec, type MachineSpec } from './machines';
import { ensureGroup } from './places';

const MACHINES_A_GROUP = 100;
const CORES_A_MACHINE = 5;

const REGIONS = ['westeurope', 'westeurope', 'westeurope', 'northeurope', 'southeastasia'] as const;

/** Of ten machines, one after another: how each is encrypted. */
const ENCRYPTIONS = [
  'none',
  'bek-kek dual',
  'none',
  'bek dual',
  'bek-kek single',
  'none',
  'bek-kek dual',
  'none',
  'bek-kek single',
  'bek-kek dual',
] as const;

/** Every so many machines of its region one is protected. */
const PROTECTED_ONE_OF = 12;

const KEK = 'RackKEK';

const keyVaultOf = (location: string): KeyVaultSpec => ({
  subscriptionId: PRODUCTION_SUBSCRIPTION_ID,
  group: 'RackRG',
  location,
  name: `Rack-${location}-KV`,
  model: 'access policies',
  backup: 'complete',
});

/**
 * The demo company with so many machines more in its production subscription; for measuring. Some are protected, whose backups are stopped, or,
 * `everyNight`, all in the region of the vault, three of five.
 */
export const seedLarge =
  (machines: number, everyNight = false) =>
  (world: World): void => {
    seedContoso(world);
    const cores = machines * CORES_A_MACHINE;
    const keyUrls = new Map([...new Set<string>(REGIONS)].map((location) => [location, prepareRegion(world, location, cores)]));
    const vault = addRackVault(world);
    for (let i = 0; i < machines; i += 1) {
      const spec = machineAt(i);
      if (i % MACHINES_A_GROUP === 0) ensureGroup(world, spec);
      const id = putMachine(world, { ...spec, encryption: encryptionAt(world, i, spec, keyUrls.get(spec.location) ?? '') });
      if (spec.location !== vault.location) continue;
      if (everyNight) backUpEveryNight(world, vault, id);
      else if (i % PROTECTED_ONE_OF === 0) protect(world, vault, id);
    }
  };

/** The key vault of a region; answers the URL of its key encryption key. */
function prepareRegion(world: World, location: string, cores: number): string {
  const keyVault = keyVaultOf(location);
  addKeyVault(world, keyVault);
  setCoreQuota(world, PRODUCTION_SUBSCRIPTION_ID, location, { cores });
  return addKek(world, keyVault.name, KEK);
}

function addRackVault(world: World): ArmResource {
  const place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'RackRG', location: 'westeurope' };
  ensureGroup(world, place);
  return createVault(world, {
    id: resourceId(place.subscriptionId, place.group, 'Microsoft.RecoveryServices/vaults/RackVault'),
    location: place.location,
  });
}

function machineAt(i: number): MachineSpec {
  const number = String(i + 1).padStart(5, '0');
  return {
    subscriptionId: PRODUCTION_SUBSCRIPTION_ID,
    group: `Rack${String(Math.floor(i / MACHINES_A_GROUP) + 1).padStart(3, '0')}RG`,
    location: REGIONS[i % REGIONS.length] ?? 'westeurope',
    name: `RackVM${number}`,
    os: i % 3 === 0 ? 'Linux' : 'Windows',
    // Single pass came after managed disks.
    disks: ENCRYPTIONS[i % ENCRYPTIONS.length] === 'bek-kek single' ? 'managed' : 'unmanaged',
    bare: true,
  };
}

function encryptionAt(world: World, i: number, spec: MachineSpec, keyUrl: string): EncryptionSpec | undefined {
  const how = ENCRYPTIONS[i % ENCRYPTIONS.length] ?? 'none';
  if (how === 'none') return undefined;
  const keyVault = keyVaultOf(spec.location);
  const secretVaultId = keyVaultId(keyVault);
  const pass = how.endsWith('single') ? 'single' : 'dual';
  if (how === 'bek dual') return { pass, secretUrl: addBek(world, keyVault.name, spec, undefined), secretVaultId };
  return { pass, secretUrl: addBek(world, keyVault.name, spec, keyUrl), secretVaultId, keyUrl, keyVaultId: secretVaultId };
}

/** Its backups are stopped and its data is kept: ten thousand machines are not to be backed up every night of a demo. */
function protect(world: World, vault: ArmResource, vmId: string): void {
  const vm = world.resources.get(vmId);
  if (vm) saveItem(world, { ...newItem(vault, vm, ''), state: 'ProtectionStopped' });
}

function backUpEveryNight(world: World, vault: ArmResource, vmId: string): void {
  const vm = world.resources.get(vmId);
  if (!vm) return;
  const item = newItem(vault, vm, 'DefaultPolicy');
  saveItem(world, item);
  planNext(world, item);
}
