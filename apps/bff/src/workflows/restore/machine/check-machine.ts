import type { KeyChain, MachineCheck, MachineDraft, VaultPath } from '@tresor/contracts';
import { PUBLIC_ADDRESS, sameName } from '@tresor/support-matrix';
import { API_VERSIONS } from '../../../azure/connection/api-versions';
import { sameId } from '../../../azure/connection/arm-id';
import { callArm } from '../../../azure/connection/arm-resource';
import type { AzureSession } from '../../../azure/connection/azure';
import { unlessHidden } from '../../../azure/connection/upstream-failure';
import { interfaceIdOf } from '../../../azure/compute/create-machine';
import { readMachine } from '../../../azure/compute/machine';
import { coresLeft, listSizes, sizeJudge, skusInSight, subnetLocation } from '../../../azure/compute/machine-options';
import { readSubnetRoom } from '../../../azure/network/subnet-room';
import { readKeyVaultPlace } from '../../../azure/keys/key-vault-place';
import { readGroupLock } from '../../../azure/locks';
import { cameTogether } from '../../../azure/restores/restored-disks';
import { readPermissions } from '../../../azure/permissions';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight, seen } from '../../../facts';
import { readJourney, type Journey } from '../journey/journey';
import { groupIdOf, machineIdOf, ownNameOf } from '../journey/machine-place';
import type { RestorePart } from '../journey/parts';
import { mayMakeMachines } from './machine-options';

type Found = MachineCheck | false;

/** Everything that can be seen beforehand of what would make the creation fail. */
export async function checkMachine(session: AzureSession, vault: VaultPath, jobId: string, draft: MachineDraft): Promise<MachineCheck[]> {
  const [checks, lock] = await Promise.all([
    checkJourney(session, await readJourney(session, vault, jobId), draft),
    readGroupLock(session, vault.subscriptionId, draft.group),
  ]);
  return lock === 'unseen' ? [...checks, 'locks-unseen'] : checks;
}

/** What keeps a machine from being made. */
export async function checkJourney(session: AzureSession, journey: Journey, draft: MachineDraft): Promise<MachineCheck[]> {
  const { vault, pairedRegion } = journey;
  const location = pairedRegion ?? (await vaultLocation(session, vault));
  const found = await Promise.all([
    name(session, journey, draft),
    size(session, journey, draft, location),
    subnet(session, journey, draft, location),
    lock(session, journey, draft),
    rights(session, journey, draft),
    keys(session, journey, location),
  ]);
  return [...disks(journey), ...found.flat()].filter((check) => check !== false);
}

/** What was deleted meanwhile is seen before anything is made of the rest. */
function disks({ disks: present, missing, machine, parts }: Journey): Found[] {
  if (inSight(machine, null) !== null) return [];
  const areGone = present.state === 'known' && present.value.length === 0;
  return [(areGone || inSight(missing, []).length > 0) && 'disks-missing', parts.some(hasLostOne) && 'disks-untagged'];
}

/** Without the disk that came with the others and has lost its tag the machine would be made all the same. */
const hasLostOne = ({ disks, untold }: RestorePart) =>
  untold.some((name) => inSight(disks, []).some((disk) => cameTogether(disk.name, name)));

async function name(session: AzureSession, { vault, machine }: Journey, draft: MachineDraft): Promise<Found[]> {
  const id = machineIdOf(vault, draft);
  const made = seen(machine);
  if (made && sameId(made.id, id)) return [];
  return [(await readMachine(session, id)) !== undefined && 'name-taken'];
}

async function size(session: AzureSession, { vault, machine, disks }: Journey, draft: MachineDraft, location: string): Promise<Found[]> {
  const { subscriptionId } = vault;
  const [sizes, skus] = await Promise.all([listSizes(session, subscriptionId, location), skusInSight(session, subscriptionId, location)]);
  const wanted = sizes.find((one) => sameName(one.name, draft.size));
  if (!wanted) return ['size-not-available'];
  const fault = sizeJudge(skus, inSight(disks, []))(wanted.name);
  if (fault !== null) return [fault];
  const left = await coresLeft(session, { subscriptionId, location, family: skus.get(wanted.name.toLowerCase())?.family ?? null });
  return [seen(machine) === null && wanted.numberOfCores > left && 'quota'];
}

async function subnet(session: AzureSession, journey: Journey, draft: MachineDraft, location: string): Promise<Found[]> {
  const { subnetId } = draft;
  const found = await subnetLocation(session, subnetId);
  if (found === undefined) return ['subnet-missing'];
  if (found !== location) return ['subnet-other-region'];
  const room = await readSubnetRoom(session, subnetId);
  return [room !== null && room.used >= room.limit && !(await hasInterface(session, journey, draft)) && 'subnet-full'];
}

/** An interface that was made for an attempt before has its address already. */
async function hasInterface(session: AzureSession, journey: Journey, draft: MachineDraft): Promise<boolean> {
  const id = interfaceIdOf({ groupId: groupIdOf(journey.vault, draft), ownName: ownNameOf(journey, draft) });
  return (await unlessHidden(callArm(session, 'read', 'GET', id, API_VERSIONS.network), null)) !== null;
}

async function lock(session: AzureSession, { vault }: Journey, { group }: MachineDraft): Promise<Found[]> {
  return [(await readGroupLock(session, vault.subscriptionId, group)) === 'closed' && 'group-locked'];
}

async function rights(session: AzureSession, journey: Journey, draft: MachineDraft): Promise<Found[]> {
  const [group, subnet, mayAttach] = await Promise.all([
    readPermissions(session, groupIdOf(journey.vault, draft)),
    readPermissions(session, draft.subnetId),
    mayAttachDisks(session, journey),
  ]);
  const mayCreate = mayMakeMachines(group) && (!draft.publicIp || PUBLIC_ADDRESS.every(({ action }) => group.may(action)));
  const mayJoin = subnet.may('Microsoft.Network/virtualNetworks/subnets/join/action');
  return [!mayCreate && 'no-right-to-create', !mayAttach && 'no-right-to-attach-disks', !mayJoin && 'no-right-to-join-subnet'];
}

/** A machine that takes a disk changes it, wherever that is. */
async function mayAttachDisks(session: AzureSession, { vault, attributes: { targetGroup }, disks }: Journey): Promise<boolean> {
  if (targetGroup === null) return true;
  const mayWrite = async (id: string) => (await readPermissions(session, id)).may('Microsoft.Compute/disks/write');
  if (await mayWrite(`/subscriptions/${vault.subscriptionId}/resourceGroups/${targetGroup}`)) return true;
  const ids = seen(disks).flatMap(({ id }) => id ?? []);
  return ids.length > 0 && (await Promise.all(ids.map(mayWrite))).every(Boolean);
}

async function keys(session: AzureSession, { encrypted, chain, keysThere, isolation }: Journey, location: string): Promise<Found[]> {
  if (encrypted === false) return [];
  const areThere = keysThere?.state === 'known' && keysThere.value;
  // In isolation those of the old machine do not count.
  if (!chain || (isolation !== null && !areThere)) return ['keys-not-verified'];
  const checks = await Promise.all(keyVaultsOf(chain).map((id) => keyVault(session, id, location)));
  return [!areThere && 'keys-not-verified', ...new Set(checks.flat())];
}

const keyVaultsOf = ({ secret, key }: KeyChain) => [...new Set([secret.keyVaultId, ...(key ? [key.keyVaultId] : [])])];

async function keyVault(session: AzureSession, id: string, location: string): Promise<Found[]> {
  const [place, { may }] = await Promise.all([readKeyVaultPlace(session, id), readPermissions(session, id)]);
  if (place.state === 'deleted' || place.state === 'missing') return [];
  const isThere = place.state === 'there';
  return [
    !may('Microsoft.KeyVault/vaults/deploy/action') && 'no-deploy-right',
    isThere && !place.enabledForDiskEncryption && 'key-vault-not-enabled-for-disk-encryption',
    isThere && place.location !== location && 'key-vault-other-region',
  ];
}
