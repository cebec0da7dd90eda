import type { KeyChain } from '@tresor/contracts';
import type { Tags } from '@tresor/support-matrix';
import { parseArmId, sameId } from '../connection/arm-id';
import { callArm, deleteResource } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { accountOf } from '../connection/origins';
import { callBlob } from '../blobs/blob-call';
import { UpstreamFailure } from '../connection/upstream-failure';
import type { MachineFeatures } from './machine-features';
import { readMachineSettings, type MachineSecurity, type PurchasePlan } from './machine-settings';
import { withOthers } from './old-tags';
import { putNetwork } from '../network/put-network';
import { listRestoreNetwork, RESTORE_MARK } from '../network/restore-network';
import { whileBusy } from '../repeated';
import { untilChanged } from '../until-changed';
import { zoneOf, type RestoredDisk } from '../restores/restored-disks';
import { API_VERSIONS } from '../connection/api-versions';

/** What Azure made while an answer was lost, or another asked, is left as it is: it may have been changed since. */
const ONLY_NEW = { 'If-None-Match': '*' };

export interface NewMachine {
  id: string;
  /** The restore it is of. */
  jobId: string;
  /** What the names of its network interface and address begin with: attempts that ask for another network have others. */
  ownName: string;
  /** ARM id of the resource group. */
  groupId: string;
  location: string;
  size: string;
  subnetId: string;
  publicIp: boolean;
  osType: 'Windows' | 'Linux';
  disks: RestoredDisk[];
  /** Settings that the machine's model is to carry; null where the disks carry their own. */
  modelKeys: KeyChain | null;
  /** As the disk of its system asks; null: the usual one. Firmware of which nobody tells is Azure's to choose. */
  security: MachineSecurity | null;
  /** What was bought with its system; Azure refuses a machine that does not name it, and no machine is given it later. */
  plan: PurchasePlan | null;
  /** What the old machine was made with, as far as Azure takes it of this one. */
  features: Omit<MachineFeatures, 'hostId'>;
  /** Its own and, beside the mark of the restore, those of what is made with it. */
  tags: Tags;
  /** Whether Azure keeps a picture of how it starts. */
  bootDiagnostics: boolean;
}

/** The encryption settings of a chain: versioned URLs, no port, each with its key vault. */
function settingsOf({ secret, key }: KeyChain) {
  return {
    diskEncryptionKey: { secretUrl: secret.url, sourceVault: { id: secret.keyVaultId } },
    ...(key && { keyEncryptionKey: { keyUrl: key.url, sourceVault: { id: key.keyVaultId } } }),
  };
}

/** Has a managed disk point to keys that were put back elsewhere or under another version. */
export async function changeDiskKeys(session: AzureSession, diskId: string, chain: KeyChain): Promise<void> {
  const encryptionSettings = [settingsOf(chain)];
  const properties = { encryptionSettingsCollection: { enabled: true, encryptionSettingsVersion: '1.1', encryptionSettings } };
  await callArm(session, 'idempotent-write', 'PATCH', diskId, API_VERSIONS.disks, { properties });
}

/** Until a machine can take the disk. */
export const untilDiskChanged = (session: AzureSession, diskId: string) => untilChanged(session, diskId, API_VERSIONS.disks);

/** As `changeDiskKeys` for a VHD: without an Entra application its settings are metadata of the blob. */
export async function changeVhdKeys(session: AzureSession, url: string, chain: KeyChain): Promise<void> {
  const { pathname } = new URL(url);
  const [, container = '', ...blob] = pathname.split('/').map(decodeURIComponent);
  await callBlob(session, 'idempotent-write', {
    method: 'PUT',
    account: accountOf(session.cloud, url) ?? '',
    container,
    blob: blob.join('/'),
    query: { comp: 'metadata' },
    headers: { 'x-ms-meta-DiskEncryptionSettings': JSON.stringify({ encryptionEnabled: true, ...settingsOf(chain) }) },
  });
}

/**
 * Makes the machine with its network interface. All names are given beforehand, so that asking again makes nothing twice. `isMade`: whether the
 * disks have their machine by now; Azure holds the interface for that one for minutes.
 * @throws UpstreamFailure with status 412 where a machine of this name is there, 429 where the interface is held for one
 */
export async function createMachine(session: AzureSession, machine: NewMachine, isMade: () => Promise<boolean>): Promise<void> {
  const { nic, address } = networkOf(machine);
  if (machine.publicIp) await putNetwork(session, address, addressBody(machine), isMade);
  await putNetwork(session, nic, interfaceBody(machine), isMade);
  const body = machineBody(machine);
  await whileBusy(session, () => callArm(session, 'idempotent-write', 'PUT', machine.id, API_VERSIONS.computeOnlyNew, body, ONLY_NEW));
  await removeOrphans(session, machine);
}

/** What Azure is asked for as the public address of a machine. */
export function addressBody({ location, jobId, tags }: NewMachine) {
  const properties = { publicIPAllocationMethod: 'Static' };
  return { location, tags: withOthers({ [RESTORE_MARK]: jobId }, tags), sku: { name: 'Standard' }, properties };
}

/** What Azure is asked for as the interface of a machine. */
export function interfaceBody(machine: NewMachine) {
  const { location, jobId, subnetId, publicIp, tags } = machine;
  const ip = {
    privateIPAllocationMethod: 'Dynamic',
    subnet: { id: subnetId },
    ...(publicIp && { publicIPAddress: { id: networkOf(machine).address } }),
  };
  const properties = { ipConfigurations: [{ name: 'ipconfig1', properties: ip }] };
  return { location, tags: withOthers({ [RESTORE_MARK]: jobId }, tags), properties };
}

/** ARM id of the interface that is made for a machine. */
export const interfaceIdOf = ({ groupId, ownName }: Pick<NewMachine, 'groupId' | 'ownName'>): string =>
  `${groupId}/providers/Microsoft.Network/networkInterfaces/${ownName}-nic`;

/** ARM ids of what is made for the machine; the address only where it is to have a public one. */
function networkOf(machine: NewMachine) {
  const { groupId, ownName, publicIp } = machine;
  const nic = interfaceIdOf(machine);
  const address = `${groupId}/providers/Microsoft.Network/publicIPAddresses/${ownName}-ip`;
  return { nic, address, all: [nic, ...(publicIp ? [address] : [])] };
}

/**
 * Another attempt may have left an interface or an address that this one does not use. One that is still about to make a machine with them
 * is refused, and finds that the disks have theirs.
 */
async function removeOrphans(session: AzureSession, machine: NewMachine): Promise<void> {
  const { subscriptionId = '' } = parseArmId(machine.id) ?? {};
  const used = networkOf(machine).all;
  const found = await unhindered(listRestoreNetwork(session, subscriptionId, machine.jobId));
  for (const { id, inUse } of found ?? [])
    if (!inUse && !used.some((own) => sameId(own, id))) await unhindered(deleteResource(session, id, API_VERSIONS.network));
}

/** Removes what was made for a machine in vain: the disks have another one, with an interface of its own. */
export async function removeInVain(session: AzureSession, machine: NewMachine, madeId: string): Promise<void> {
  const made = await unhindered(readMachineSettings(session, madeId));
  const { nic, all } = networkOf(machine);
  if (typeof made !== 'object' || made.nicId === null || sameId(made.nicId, nic)) return;
  for (const id of all) await unhindered(deleteResource(session, id, API_VERSIONS.network));
}

/** What is left over can be discarded later: no reason not to have a machine. */
const unhindered = <Done>(cleaning: Promise<Done>): Promise<Done | undefined> =>
  cleaning.catch((error: unknown) => {
    if (!(error instanceof UpstreamFailure)) throw error;
    return undefined;
  });

function securityProfileOf({ type, secureBoot, vTpm }: MachineSecurity) {
  const uefiSettings = { ...(secureBoot !== null && { secureBootEnabled: secureBoot }), ...(vTpm !== null && { vTpmEnabled: vTpm }) };
  return { securityType: type, ...(Object.keys(uefiSettings).length > 0 && { uefiSettings }) };
}

function diskOf({ name, id, url, lun, securityEncryption }: RestoredDisk, { uses }: NewMachine['features']) {
  const use = uses.find((one) => one.lun === lun);
  const securityProfile = securityEncryption !== null && { securityEncryptionType: securityEncryption };
  return {
    name,
    createOption: 'Attach',
    ...(id === null ? { vhd: { uri: url } } : { managedDisk: { id, ...(securityProfile && { securityProfile }) } }),
    ...(lun !== null && { lun }),
    ...(use && use.caching !== null && { caching: use.caching }),
    ...(use?.writeAccelerator && { writeAcceleratorEnabled: true }),
  };
}

/** What Azure is asked for as the machine itself. */
export function machineBody(machine: NewMachine) {
  const { location, size, disks, osType, modelKeys, security, plan, features, tags, bootDiagnostics } = machine;
  const { license, ultraDisks, hostEncryption, proximityGroupId } = features;
  const [osDisk, ...dataDisks] = disks.map((disk) => diskOf(disk, features));
  const securityProfile = { ...(security && securityProfileOf(security)), ...(hostEncryption && { encryptionAtHost: true }) };
  const encryptionSettings = modelKeys && { enabled: true, ...settingsOf(modelKeys) };
  const zone = zoneOf(disks);
  return {
    location,
    ...(Object.keys(tags).length > 0 && { tags }),
    ...(zone !== null && { zones: [zone] }),
    ...(plan && { plan }),
    properties: {
      hardwareProfile: { vmSize: size },
      storageProfile: { osDisk: { ...osDisk, osType, ...(encryptionSettings && { encryptionSettings }) }, dataDisks },
      networkProfile: { networkInterfaces: [{ id: networkOf(machine).nic, properties: { primary: true } }] },
      ...(Object.keys(securityProfile).length > 0 && { securityProfile }),
      ...(license !== null && { licenseType: license }),
      ...(ultraDisks && { additionalCapabilities: { ultraSSDEnabled: true } }),
      ...(proximityGroupId !== null && { proximityPlacementGroup: { id: proximityGroupId } }),
      ...(bootDiagnostics && { diagnosticsProfile: { bootDiagnostics: { enabled: true } } }),
    },
  };
}

/** Its disks and its network interface stay. */
export const deleteMachine = (session: AzureSession, id: string) => deleteResource(session, id, API_VERSIONS.computeOnlyNew);

/** Gives a machine that could not start the keys as they are now, and starts it. */
export async function startAgain(session: AzureSession, machineId: string, modelKeys: KeyChain | null): Promise<void> {
  const osDisk = modelKeys && { createOption: 'Attach', encryptionSettings: { enabled: true, ...settingsOf(modelKeys) } };
  const properties = osDisk ? { storageProfile: { osDisk } } : {};
  await callArm(session, 'idempotent-write', 'PATCH', machineId, API_VERSIONS.computeOnlyNew, { properties });
  await untilChanged(session, machineId, API_VERSIONS.computeOnlyNew);
  await callArm(session, 'once', 'POST', `${machineId}/start`, API_VERSIONS.computeOnlyNew);
}
