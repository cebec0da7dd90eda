import type { DenyingPolicy, ItemPath, KeyChain, RecoveryPoint, RestoreStep } from '@tresor/contracts';
import type { Tags } from '@tresor/support-matrix';
import { judgeTogether, policyJudge, type Planned, type PolicyJudge } from '../../../azure/azure-policy';
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

export interface PoliciesAhead {
  denied: Partial<Record<RestoreStep, DenyingPolicy[]>>;
  /** Whether the user may learn of them. */
  areSeen: boolean;
}

/** Names and ids that only the restore will have: of machines that are made alike, the same is asked. */
const NEW = 'new';
const NO_ID = '00000000-0000-0000-0000-000000000000';

const DISK_FIELDS = ['sku.name', 'diskSizeGB', 'osType', 'encryption.type', 'encryption.diskEncryptionSetId', 'networkAccessPolicy'];
const MACHINE_FIELDS = ['licenseType', 'securityProfile.securityType', 'securityProfile.encryptionAtHost'];

const fieldsOf = (type: string, names: readonly string[]) => names.map((name) => `${type}/${name}`);

/** Which policies (Azure Policy) will forbid what a restore makes, by the step that makes it. */
export async function policiesAhead(
  session: AzureSession,
  toMake: ToMake,
  judge: PolicyJudge = policyJudge(session),
): Promise<PoliciesAhead> {
  const planned = Object.entries(plannedOf(session, toMake));
  const judged = await Promise.all(planned.map(async ([step, things]) => ({ step, ...(await judgeTogether(judge, things)) })));
  const denied = judged.flatMap(({ step, policies }) => (policies.length === 0 ? [] : [[step, policies] as const]));
  return { denied: Object.fromEntries(denied), areSeen: judged.every(({ areSeen }) => areSeen) };
}

/** As the steps will ask Azure for it, as far as that is known before. */
function plannedOf(session: AzureSession, toMake: ToMake): Partial<Record<RestoreStep, Planned[]>> {
  const { item, location, group, diskGroup, areDisksThere = false, keyVault, recovered = [], chain, point, tags, isolation } = toMake;
  const subscription = `/subscriptions/${item.subscriptionId}`;
  const within = (place: string) => (isolation === null ? { scope: place } : { scope: subscription, parent: place });
  const machine = machineOf(toMake);
  const [computeType, diskType] = ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/disks'];
  const network = { apiVersion: API_VERSIONS.network, ...within(group) };
  const openTags = tags === null ? ['tags'] : [];
  const isolated = isolation && isolatedBodies({ groupId: group, location, planId: NO_ID, tags: tags ?? {} });
  const { osType } = point;
  return {
    disks: [
      ...(isolated === null
        ? []
        : [
            {
              scope: subscription,
              type: 'Microsoft.Resources/subscriptions/resourceGroups',
              apiVersion: API_VERSIONS.resources,
              body: isolated.group,
            },
            { ...network, type: 'Microsoft.Network/networkSecurityGroups', body: isolated.rules },
            { ...network, type: 'Microsoft.Network/virtualNetworks', body: isolated.network },
          ]),
      // They bring tags and settings of the old ones along.
      ...(diskGroup === null || areDisksThere
        ? []
        : [
            {
              ...within(diskGroup),
              type: diskType,
              apiVersion: API_VERSIONS.disks,
              body: { location },
              open: ['tags', ...fieldsOf(diskType, DISK_FIELDS)],
            },
          ]),
    ],
    keys: [
      ...recovered.map((id) => ({
        scope: id.split('/', 5).join('/'),
        type: 'Microsoft.KeyVault/vaults',
        apiVersion: API_VERSIONS.keyVault,
        body: recoveryBody(session, location),
      })),
      ...(keyVault === null
        ? []
        : [
            {
              ...within(keyVault.group),
              type: 'Microsoft.KeyVault/vaults',
              apiVersion: API_VERSIONS.keyVault,
              body: keyVaultBody(
                session,
                {
                  location,
                  original: keyVault.original,
                  jobId: NO_ID,
                  tags: tags ?? {},
                  ...(isolation === 'rehearsal' && { keptDays: SHORTEST_KEPT_DAYS }),
                },
                [workingPolicy(session.principal.oid)],
              ),
              open: openTags,
            },
          ]),
    ],
    machine: [
      ...(machine.publicIp
        ? [{ ...network, type: 'Microsoft.Network/publicIPAddresses', body: addressBody(machine), open: openTags }]
        : []),
      { ...network, type: 'Microsoft.Network/networkInterfaces', body: interfaceBody(machine), open: openTags },
      {
        ...within(group),
        type: computeType,
        apiVersion: API_VERSIONS.computeOnlyNew,
        body: machineBody(machine),
        open: [
          ...openTags,
          ...fieldsOf(computeType, [
            ...MACHINE_FIELDS,
            ...(point.vmSize === null ? ['sku.name'] : []),
            ...(osType === 'unknown' ? ['storageProfile.osDisk.osType'] : []),
          ]),
        ],
      },
    ],
    encryption:
      chain === null || osType === 'unknown'
        ? []
        : [
            {
              ...within(group),
              parent: machine.id,
              type: `${computeType}/extensions`,
              apiVersion: API_VERSIONS.compute,
              body: extensionBody({ location, osType, chain, application: null, tags: tags ?? {} }),
              open: openTags,
            },
          ],
  };
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
