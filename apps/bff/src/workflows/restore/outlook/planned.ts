import type { ItemPath, KeyChain, RecoveryPoint, RestoreStep } from '@tresor/contracts';
import type { Tags } from '@tresor/support-matrix';
import { groupScope } from '../../../azure/connection/arm-id';
import type { Planned } from '../../../azure/azure-policy';
import { addressBody, interfaceBody, machineBody, type NewMachine } from '../../../azure/compute/create-machine';
import { extensionBody } from '../../../azure/compute/encryption-extension';
import { API_VERSIONS } from '../../../azure/connection/api-versions';
import type { AzureSession } from '../../../azure/connection/azure';
import { recoveryBody } from '../../../azure/keys/revive';
import { keyVaultBody } from '../../../azure/keys/create-key-vault';
import { workingPolicy } from '../../../azure/keys/inherited-access';
import { isolatedBodies, type IsolationKind } from '../../../azure/network/isolated-network';
import { UNTOLD } from '../../../azure/restores/restored-disks';
import { SHORTEST_KEPT_DAYS } from '../steps/keys';

/** What decides what a restore will make; groups are ARM ids. */
export interface ToMake {
  item: ItemPath;
  location: string;
  group: string;
  /** Null where the disks stay VHDs. */
  diskGroup: string | null;
  areDisksThere?: boolean;
  subnetId: string;
  publicIp?: boolean;
  /** Where a new key vault will be, and the ARM id of the one that it stands for; null where none is made. */
  keyVault: { group: string; original: string } | null;
  /** ARM ids of deleted key vaults that are brought back; they are in the region of the disks that they unlock. */
  recovered?: readonly string[];
  chain: KeyChain | null;
  point: Pick<RecoveryPoint, 'osType' | 'vmSize'>;
  /** With which its machine, and what is made for it, will be made; null: nobody knows them yet. */
  tags: Tags | null;
  /** Where its run makes the group and its network first; null where they are there. */
  isolation: IsolationKind | null;
}

/** Names and ids that only the restore will have: of machines that are made alike, the same is asked. */
const NEW = 'new';
const NO_ID = '00000000-0000-0000-0000-000000000000';

const MACHINE = 'Microsoft.Compute/virtualMachines';
const DISK = 'Microsoft.Compute/disks';
const KEY_VAULT = 'Microsoft.KeyVault/vaults';

const DISK_FIELDS = ['sku.name', 'diskSizeGB', 'osType', 'encryption.type', 'encryption.diskEncryptionSetId', 'networkAccessPolicy'];
const MACHINE_FIELDS = ['licenseType', 'securityProfile.securityType', 'securityProfile.encryptionAtHost'];

const fieldsOf = (type: string, names: readonly string[]) => names.map((name) => `${type}/${name}`);

/** As the steps will ask Azure for it, as far as that is known before. */
export const plannedOf = (session: AzureSession, toMake: ToMake): Partial<Record<RestoreStep, Planned[]>> => ({
  disks: [...plannedGround(toMake), ...plannedDisks(toMake)],
  keys: [...plannedRecoveries(session, toMake), ...plannedKeyVault(session, toMake)],
  machine: plannedMachine(toMake),
  encryption: plannedEncryption(toMake),
});

const subscriptionOf = ({ item }: ToMake) => `/subscriptions/${item.subscriptionId}`;

/** Of a group that is still to be made nothing can be asked. */
const within = (toMake: ToMake, group: string) =>
  toMake.isolation === null ? { scope: group } : { scope: subscriptionOf(toMake), parent: group };

const inNetwork = (toMake: ToMake) => ({ apiVersion: API_VERSIONS.network, ...within(toMake, toMake.group) });

const openTags = ({ tags }: ToMake) => (tags === null ? ['tags'] : []);

/** The group in which a run is isolated, and its network. */
function plannedGround(toMake: ToMake): Planned[] {
  const { isolation, group, location, tags } = toMake;
  if (isolation === null) return [];
  const bodies = isolatedBodies({ groupId: group, location, planId: NO_ID, tags: tags ?? {} });
  const network = inNetwork(toMake);
  return [
    {
      scope: subscriptionOf(toMake),
      type: 'Microsoft.Resources/subscriptions/resourceGroups',
      apiVersion: API_VERSIONS.resources,
      body: bodies.group,
    },
    { ...network, type: 'Microsoft.Network/networkSecurityGroups', body: bodies.rules },
    { ...network, type: 'Microsoft.Network/virtualNetworks', body: bodies.network },
  ];
}

/** They bring tags and settings of the old ones along. */
function plannedDisks(toMake: ToMake): Planned[] {
  const { diskGroup, areDisksThere = false, location } = toMake;
  if (diskGroup === null || areDisksThere) return [];
  const open = ['tags', ...fieldsOf(DISK, DISK_FIELDS)];
  return [{ ...within(toMake, diskGroup), type: DISK, apiVersion: API_VERSIONS.disks, body: { location }, open }];
}

const plannedRecoveries = (session: AzureSession, { recovered = [], location }: ToMake): Planned[] =>
  recovered.map((id) => ({
    scope: groupScope(id),
    type: KEY_VAULT,
    apiVersion: API_VERSIONS.keyVault,
    body: recoveryBody(session, location),
  }));

function plannedKeyVault(session: AzureSession, toMake: ToMake): Planned[] {
  const { keyVault, location, tags, isolation } = toMake;
  if (keyVault === null) return [];
  const keptDays = isolation === 'rehearsal' && { keptDays: SHORTEST_KEPT_DAYS };
  const asked = { location, original: keyVault.original, jobId: NO_ID, tags: tags ?? {}, ...keptDays };
  const body = keyVaultBody(session, asked, [workingPolicy(session.principal.oid)]);
  return [{ ...within(toMake, keyVault.group), type: KEY_VAULT, apiVersion: API_VERSIONS.keyVault, body, open: openTags(toMake) }];
}

/** The machine and what it is connected by. */
function plannedMachine(toMake: ToMake): Planned[] {
  const machine = machineOf(toMake);
  const network = inNetwork(toMake);
  const open = openTags(toMake);
  const address = { ...network, type: 'Microsoft.Network/publicIPAddresses', body: addressBody(machine), open };
  return [
    ...(machine.publicIp ? [address] : []),
    { ...network, type: 'Microsoft.Network/networkInterfaces', body: interfaceBody(machine), open },
    {
      ...within(toMake, toMake.group),
      type: MACHINE,
      apiVersion: API_VERSIONS.computeOnlyNew,
      body: machineBody(machine),
      open: [...open, ...fieldsOf(MACHINE, openMachineFields(toMake))],
    },
  ];
}

const openMachineFields = ({ point: { vmSize, osType } }: ToMake) => [
  ...MACHINE_FIELDS,
  ...(vmSize === null ? ['sku.name'] : []),
  ...(osType === 'unknown' ? ['storageProfile.osDisk.osType'] : []),
];

function plannedEncryption(toMake: ToMake): Planned[] {
  const { chain, group, location, tags } = toMake;
  const { osType } = toMake.point;
  if (chain === null || osType === 'unknown') return [];
  return [
    {
      ...within(toMake, group),
      parent: machineOf(toMake).id,
      type: `${MACHINE}/extensions`,
      apiVersion: API_VERSIONS.compute,
      body: extensionBody({ location, osType, chain, application: null, tags: tags ?? {} }),
      open: openTags(toMake),
    },
  ];
}

/** The machine as its form proposes it. */
function machineOf({ group, diskGroup, location, subnetId, publicIp = false, point, tags, isolation }: ToMake): NewMachine {
  const disk = {
    ...UNTOLD,
    name: NEW,
    lun: null,
    id: diskGroup === null ? null : `${diskGroup}/providers/Microsoft.Compute/disks/${NEW}`,
    url: diskGroup === null ? NEW : null,
  };
  return {
    id: `${group}/providers/Microsoft.Compute/virtualMachines/${NEW}`,
    jobId: NO_ID,
    ownName: NEW,
    groupId: group,
    location,
    size: point.vmSize ?? '',
    subnetId,
    publicIp,
    osType: point.osType === 'Linux' ? 'Linux' : 'Windows',
    disks: [disk],
    modelKeys: null,
    security: null,
    plan: null,
    features: { uses: [], license: null, ultraDisks: false, hostEncryption: false, proximityGroupId: null },
    tags: tags ?? {},
    bootDiagnostics: isolation !== null,
  };
}
