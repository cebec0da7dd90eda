import type { ItemPath, JobId, KeyVaultPath, MachinePath, RestoreStep, SubscriptionId, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { useParams, type Params } from 'react-router';
import { isJobId } from '../api/known-ids';
import { eachBlade, patternOf, type BladeId, type NamesOf } from './map';
import { own } from '../api/own';

/* Links are absolute: nothing but the address has to be known to follow one. */

type VaultName = Record<keyof VaultPath, string>;
type ItemName = Record<keyof ItemPath, string>;
type MachineName = Record<keyof MachinePath, string>;
const segment = encodeURIComponent;

type Link<Id extends BladeId> = [NamesOf<Id>] extends [never] ? () => string : (names: Readonly<Record<NamesOf<Id>, string>>) => string;
type Links = { readonly [Id in BladeId]: Link<Id> };

export const links = eachBlade((id) => {
  const pattern = patternOf(id).replace(/\/\*$/, '');
  return (names: Readonly<Record<string, string>> = {}) => pattern.replace(/:(\w+)/g, (_, name: string) => segment(own(names, name) ?? ''));
}) as Links;

/** The names of a key vault by its ARM id, as an address carries them. */
function keyVaultOf(id: string) {
  const [, , kvSubscription = '', , kvGroup = '', , , , kvName = ''] = id.split('/');
  return { kvSubscription, kvGroup, kvName };
}

/** What a failure concerns: it travels in the address of its help. */
export interface About {
  machine?: { vmGroup: string; vmName: string };
  keyVaultId?: string;
  /** The job a restore began with. */
  restoreId?: string;
}

const aboutPart = ({ machine, keyVaultId, restoreId }: About): string =>
  [
    machine && ['machines', machine.vmGroup, machine.vmName],
    keyVaultId && ['key-vaults', ...Object.values(keyVaultOf(keyVaultId))],
    restoreId && ['restores', restoreId],
  ]
    .flatMap((part) => part || [])
    .map((part) => `/${segment(part)}`)
    .join('');

/** Where what failed is explained: within a vault, and where none is open. */
const help = (path: VaultName | null) => (path === null ? links.help() : links.helpInVault(path));
const restore = (path: VaultName, jobId: string) => links.restoreJourney({ ...path, jobId });

export const paths = {
  ...links,
  home: () => '/',
  browse: () => '/browse',
  keyVault: (path: VaultName, id: string) => links.keyVault({ ...path, ...keyVaultOf(id) }),
  /** Where no vault is open. */
  estateKeyVault: (id: string) => links.keyVaultInEstate(keyVaultOf(id)),
  /** Beside the wizard, so that nothing chosen there is left. */
  backupKeyVault: (path: VaultName, id: string) => links.keyVaultInWizard({ ...path, ...keyVaultOf(id) }),
  /** Beside the step, so that the restore is not left. */
  restoreKeyVault: (path: VaultName, jobId: string, id: string) => links.keyVaultInRestore({ ...path, jobId, ...keyVaultOf(id) }),
  restore,
  /** Azure may not have named its job yet. */
  begunRestore: (path: VaultName, jobId: string | null) => (jobId === null ? links.restores(path) : restore(path, jobId)),
  restoreStep: (path: VaultName, jobId: string, step: RestoreStep) => `${restore(path, jobId)}/${step}`,
  restoreScript: (path: VaultName, jobId: string, step: RestoreStep | 'journey') => links.restoreScript({ ...path, jobId, step }),
  help,
  /** `codes`: the most telling first; the first that has an entry is shown. `about`: what the failure concerned. */
  helpEntry: (path: VaultName | null, codes: readonly string[], about: About = {}) =>
    `${help(path)}/${segment(codes.join(','))}${aboutPart(about)}`,
  /** Of the subscription with this id; without one, of the first there is. */
  readiness: (subscriptionId?: string) => (subscriptionId === undefined ? links.readinessStart() : links.readiness({ subscriptionId })),
};

/** The names only travel here; whether they are well formed is the server's to say. */
const isVaultPath = (path: VaultName): path is VaultPath => Object.values(path).every((name) => name !== '');
const isMachinePath = (path: MachineName): path is MachinePath => Object.values(path).every((name) => name !== '');
const isKeyVaultPath = (path: Record<keyof KeyVaultPath, string>): path is KeyVaultPath => Object.values(path).every((name) => name !== '');
/** Whether all parts of an item's name are there. */
export const isItemPath = (path: ItemName): path is ItemPath => Object.values(path).every((name) => name !== '');

/** The vault that an address carries among its names; null where it carries none. */
export function vaultPathOf({ subscriptionId = '', resourceGroup = '', vaultName = '' }: Readonly<Params>): VaultPath | null {
  const path = { subscriptionId, resourceGroup, vaultName };
  return isVaultPath(path) ? path : null;
}

/** The vault with this ARM id; null where the id is none of a resource. */
export function vaultPathOfId(id: string): VaultPath | null {
  const [, , subscriptionId = '', , resourceGroup = '', , , , vaultName = ''] = id.split('/');
  const path = { subscriptionId, resourceGroup, vaultName };
  return isVaultPath(path) ? path : null;
}

/** The vault this blade stands in; null where it stands in none. */
export function useOptionalVaultPath(): VaultPath | null {
  const { subscriptionId, resourceGroup, vaultName } = useParams();
  return useMemo(() => vaultPathOf({ subscriptionId, resourceGroup, vaultName }), [subscriptionId, resourceGroup, vaultName]);
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
