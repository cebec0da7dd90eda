import type { ItemPath, JobId, KeyVaultPath, MachinePath, RestoreStep, SubscriptionId, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { isJobId } from './api/known-ids';

/* Links across the tree; within it, blades use relative links. */

type VaultName = Record<keyof VaultPath, string>;
type ItemName = Record<keyof ItemPath, string>;
type MachineName = Record<keyof MachinePath, string>;
const segment = encodeURIComponent;

const vault = ({ subscriptionId, resourceGroup, vaultName }: VaultName) =>
  `/vaults/${segment(subscriptionId)}/${segment(resourceGroup)}/${segment(vaultName)}`;

const item = (path: ItemName) => `${vault(path)}/items/${segment(path.vmGroup)}/${segment(path.vmName)}`;
const restore = (path: VaultName, jobId: string) => `${vault(path)}/restores/${segment(jobId)}`;

const policy = (path: VaultName, name: string) => `${vault(path)}/policies/of/${segment(name)}`;

/** A key vault by its ARM id, as the last part of an address. */
function keyVaultOf(id: string): string {
  const [, , subscription = '', , group = '', , , , name = ''] = id.split('/');
  return `key-vaults/${segment(subscription)}/${segment(group)}/${segment(name)}`;
}

/** What a failure concerns: it travels in the address of its help. */
export interface About {
  machine?: { vmGroup: string; vmName: string };
  keyVaultId?: string;
  /** The job a restore began with. */
  restoreId?: string;
}

/** Within a vault, or where none is open. */
const help = (path: VaultName | null) => `${path === null ? '' : vault(path)}/help`;

const aboutPart = ({ machine, keyVaultId, restoreId }: About): string =>
  [
    machine && `machines/${segment(machine.vmGroup)}/${segment(machine.vmName)}`,
    keyVaultId && keyVaultOf(keyVaultId),
    restoreId && `restores/${segment(restoreId)}`,
  ]
    .filter((part) => part !== undefined)
    .map((part) => `/${part}`)
    .join('');

export const paths = {
  home: () => '/',
  browse: () => '/browse',
  vaults: () => '/vaults',
  vault,
  backup: (path: VaultName) => `${vault(path)}/backup`,
  backupGoal: (path: VaultName) => `${vault(path)}/backup/goal`,
  backupPolicy: (path: VaultName) => `${vault(path)}/backup/policy`,
  backupPolicyNew: (path: VaultName) => `${vault(path)}/backup/policy/new`,
  backupItems: (path: VaultName) => `${vault(path)}/backup/machines`,
  /** How a machine of the list is encrypted. */
  encryptionInWizard: (path: VaultName, vmGroup: string, vmName: string) =>
    `${vault(path)}/backup/machines/encryption/${segment(vmGroup)}/${segment(vmName)}`,
  backupScript: (path: VaultName) => `${vault(path)}/backup/script`,
  backupResult: (path: VaultName, batchId: string) => `${vault(path)}/backup/result/${segment(batchId)}`,
  allItems: () => '/items',
  /** Beside the wizard, so that nothing chosen there is left. */
  backupKeyVault: (path: VaultName, id: string) => `${vault(path)}/backup/${keyVaultOf(id)}`,
  keyVaults: (path: VaultName) => `${vault(path)}/key-vaults`,
  keyVault: (path: VaultName, id: string) => `${vault(path)}/${keyVaultOf(id)}`,
  permissions: (path: VaultName) => `${vault(path)}/permissions`,
  infrastructure: (path: VaultName) => `${vault(path)}/infrastructure`,
  configuration: (path: VaultName) => `${vault(path)}/infrastructure/configuration`,
  deleteVault: (path: VaultName) => `${vault(path)}/delete`,
  vaultNew: () => '/vaults/new',
  policies: (path: VaultName) => `${vault(path)}/policies`,
  policyNew: (path: VaultName) => `${vault(path)}/policies/new`,
  policy,
  policyEdit: (path: VaultName, name: string) => `${policy(path, name)}/edit`,
  policyDelete: (path: VaultName, name: string) => `${policy(path, name)}/delete`,
  items: (path: VaultName) => `${vault(path)}/items`,
  item,
  backupNow: (path: ItemName) => `${item(path)}/backup-now`,
  /** `until`: the last day the point is kept, as 2017-02-17. */
  backupNowScript: (path: ItemName, until: string) => `${item(path)}/backup-now/script/${segment(until)}`,
  stopBackup: (path: ItemName) => `${item(path)}/stop`,
  resumeBackup: (path: ItemName) => `${item(path)}/resume`,
  encryptionOfItem: (path: ItemName) => `${item(path)}/encryption`,
  undelete: (path: ItemName) => `${item(path)}/undelete`,
  restoreItem: (path: ItemName) => `${item(path)}/restore`,
  restorePoint: (path: ItemName) => `${item(path)}/restore/point`,
  restoreConfiguration: (path: ItemName) => `${item(path)}/restore/configuration`,
  disksScript: (path: ItemName) => `${item(path)}/restore/script`,
  restores: (path: VaultName) => `${vault(path)}/restores`,
  restore,
  restoreStep: (path: VaultName, jobId: string, step: RestoreStep) => `${restore(path, jobId)}/${step}`,
  restoreDiscard: (path: VaultName, jobId: string) => `${restore(path, jobId)}/discard`,
  /** Beside the step, so that the restore is not left. */
  restoreKeyVault: (path: VaultName, jobId: string, id: string) => `${restore(path, jobId)}/protection/${keyVaultOf(id)}`,
  restoreScript: (path: VaultName, jobId: string, step: RestoreStep | 'journey') => `${restore(path, jobId)}/script/${step}`,
  activity: (path: VaultName) => `${vault(path)}/activity`,
  jobs: (path: VaultName) => `${vault(path)}/jobs`,
  job: (path: VaultName, jobId: string) => `${vault(path)}/jobs/${segment(jobId)}`,
  prerequisites: (path: VaultName) => `${vault(path)}/prerequisites`,
  prerequisitesInWizard: (path: VaultName) => `${vault(path)}/backup/prerequisites`,
  help,
  /** `codes`: the most telling first; the first that has an entry is shown. `about`: what the failure concerned. */
  helpEntry: (path: VaultName | null, codes: readonly string[], about: About = {}) =>
    `${help(path)}/${segment(codes.join(','))}${aboutPart(about)}`,
  settings: () => '/settings',
  supportMatrix: () => '/support-matrix',
  supportMatrixEntry: (id: string) => `/support-matrix/${segment(id)}`,
  /** Of the subscription with this id; without one, of the first there is. */
  readiness: (subscriptionId?: string) => (subscriptionId === undefined ? '/readiness' : `/readiness/${segment(subscriptionId)}`),
  encryptionInReadiness: (subscriptionId: string, vmGroup: string, vmName: string) =>
    `/readiness/${segment(subscriptionId)}/${segment(vmGroup)}/${segment(vmName)}`,
};

/** The names only travel here; whether they are well formed is the server's to say. */
const isVaultPath = (path: VaultName): path is VaultPath => Object.values(path).every((name) => name !== '');
const isMachinePath = (path: MachineName): path is MachinePath => Object.values(path).every((name) => name !== '');
const isKeyVaultPath = (path: Record<keyof KeyVaultPath, string>): path is KeyVaultPath => Object.values(path).every((name) => name !== '');
/** Whether all parts of an item's name are there. */
export const isItemPath = (path: ItemName): path is ItemPath => Object.values(path).every((name) => name !== '');

/** The vault this blade stands in; null where it stands in none. */
export function useOptionalVaultPath(): VaultPath | null {
  const { subscriptionId = '', resourceGroup = '', vaultName = '' } = useParams();
  return useMemo(() => {
    const path = { subscriptionId, resourceGroup, vaultName };
    return isVaultPath(path) ? path : null;
  }, [subscriptionId, resourceGroup, vaultName]);
}

/** The vault this blade stands in. */
export function useVaultPath(): VaultPath {
  const path = useOptionalVaultPath();
  if (path === null) throw new Error('This blade stands in no vault.');
  return path;
}

/** The protected machine this blade stands in. */
export function useItemPath(): ItemPath {
  const vaultPath = useVaultPath();
  const { vmGroup = '', vmName = '' } = useParams();
  return useMemo(() => {
    const path = { ...vaultPath, vmGroup, vmName };
    if (!isItemPath(path)) throw new Error('This blade stands in no backup item.');
    return path;
  }, [vaultPath, vmGroup, vmName]);
}

const isSubscriptionId = (id: string): id is SubscriptionId => id !== '';

/** The subscription this blade stands in. */
export function useSubscriptionId(): SubscriptionId {
  const { subscriptionId = '' } = useParams();
  if (!isSubscriptionId(subscriptionId)) throw new Error('This blade stands in no subscription.');
  return subscriptionId;
}

/** The virtual machine this blade stands in, protected or not. */
export function useMachinePath(): MachinePath {
  const { subscriptionId = '', vmGroup = '', vmName = '' } = useParams();
  return useMemo(() => {
    const path = { subscriptionId, vmGroup, vmName };
    if (!isMachinePath(path)) throw new Error('This blade stands in no virtual machine.');
    return path;
  }, [subscriptionId, vmGroup, vmName]);
}

/** The policy this blade stands in. */
export function usePolicyName(): string {
  const { policyName } = useParams();
  if (policyName === undefined) throw new Error('This blade stands in no policy.');
  return policyName;
}

/** The key vault this blade stands in. */
export function useKeyVaultPath(): KeyVaultPath {
  const { kvSubscription: subscriptionId = '', kvGroup: resourceGroup = '', kvName: keyVaultName = '' } = useParams();
  return useMemo(() => {
    const path = { subscriptionId, resourceGroup, keyVaultName };
    if (!isKeyVaultPath(path)) throw new Error('This blade stands in no key vault.');
    return path;
  }, [subscriptionId, resourceGroup, keyVaultName]);
}

/** The job, or the restore that began with it, this blade stands in. */
export function useJobId(): JobId {
  const { jobId } = useParams();
  if (!isJobId(jobId)) throw new Error('This blade stands in no job.');
  return jobId;
}
