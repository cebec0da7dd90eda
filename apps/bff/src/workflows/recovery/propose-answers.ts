import type { ItemPath, KeysHow, PlanAnswers, ResourceGroupName, Restore, VaultPath } from '@tresor/contracts';
import { firstWay, sameName } from '@tresor/support-matrix';
import { keyVaultId, machineDraft, policyName, resourceGroupName, vmName } from '@tresor/contracts';
import { sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isolatedSubnetId } from '../../azure/network/isolated-network';
import { listPolicies } from '../../azure/policies/policies';
import { vaultLocation } from '../../azure/vaults/vaults';
import { guidFor } from '../../guid-for';
import { Problem } from '../../problem';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { listKeyVaultTargets, suggestKeyVault } from '../restore/keys/key-vault-targets';
import { getMachineOptions } from '../restore/machine/machine-options';
import { readOldAndNew } from '../restore/settings/old-and-new';
import { groupOf, isolatedGroupOf, unlikeOld } from './disk-places';

interface Asked {
  vault: VaultPath;
  restore: Restore;
  plan: RecoveryRecord;
  item: RecoveryRecord['machines'][number]['item'];
  /** ARM ids of the key vaults that this run made in place of the same original. */
  made: readonly string[];
}

/** The answers that a restore goes on with, as its forms propose them: nobody is asked for two hundred machines one by one. */
export async function proposeAnswers(session: AzureSession, { vault, restore, plan, item, made }: Asked): Promise<PlanAnswers> {
  const { jobId } = restore;
  const isolated = isolatedGroupOf(item, plan);
  const [options, network, keys, policies] = await Promise.all([
    getMachineOptions(session, vault, jobId),
    isolated ? isolatedSubnet(session, vault, isolated) : oldSubnet(session, vault, jobId),
    keysHow(session, { vault, restore, item, made }, isolated),
    isolated ? [] : listPolicies(session, vault),
  ]);
  const { suggested, sizes, subnets } = options;
  const wanted = groupOf(item, plan);
  const known = subnets.find(({ id }) => network !== null && sameId(id, network))?.id;
  // Lists show late what was just made.
  const subnetId = known ?? (isolated === null ? subnets[0]?.id : (network ?? undefined));
  if (subnetId === undefined) throw new Problem('plan-refused', { fields: ['answers.machine.subnetId'] });
  const size = suggested.size ?? (options.oldSize ? undefined : sizes[0]);
  if (size === undefined) throw new Problem('plan-refused', { fields: ['answers.machine.size'] });
  const isOwnGroup = sameName(wanted, item.vmGroup);
  const machine = machineDraft.parse({
    name: isolated === null ? (isOwnGroup ? item.vmName : vmName.parse(suggested.name)) : isolatedName(item, jobId),
    group: wanted,
    size,
    subnetId,
    publicIp: false,
    ...unlikeOld(plan),
  });
  const policy = policies.find(({ name }) => name.toLowerCase() === restore.policyName?.toLowerCase()) ?? policies[0];
  return {
    edition: plan.edition,
    machine,
    keys,
    policyName: policy ? policyName.parse(policy.name) : null,
    letBackupIn: isolated === null,
    removeLeftovers: plan.rehearsal === null,
  };
}

/** Not to be mistaken for the old machine, and no other's: the restore has no other. */
const isolatedName = ({ vmName: name }: ItemPath, jobId: string) => vmName.parse(`${name.slice(0, 55)}-${jobId.slice(0, 8)}`);

/** The same for all machines whose keys were in one key vault, and for no other run: a name that was used may be kept for months. */
const isolatedKeyVaultName = (group: string, original: string) =>
  `tresor-${guidFor(`${group} ${original}`.toLowerCase()).replaceAll('-', '').slice(0, 16)}`;

async function isolatedSubnet(session: AzureSession, vault: VaultPath, group: string): Promise<string> {
  const groupId = `/subscriptions/${vault.subscriptionId}/resourceGroups/${group}`;
  return isolatedSubnetId({ groupId, location: await vaultLocation(session, vault) });
}

/** Where the old machine was attached, as far as its configuration and its network interface still tell. */
async function oldSubnet(session: AzureSession, vault: VaultPath, jobId: string): Promise<string | null> {
  const { old } = await readOldAndNew(session, vault, jobId);
  return typeof old.nic === 'object' ? old.nic.subnetId : null;
}

async function keysHow(
  session: AzureSession,
  { vault, restore: { jobId, keyChain, keysThere }, item, made }: Omit<Asked, 'plan'>,
  isolated: ResourceGroupName | null,
): Promise<KeysHow | null> {
  if (keyChain === null || (keysThere.state === 'known' && keysThere.value)) return null;
  const targets = await listKeyVaultTargets(session, vault, jobId);
  const way = isolated === null ? firstWay(keyChain, targets) : 'create';
  if (way === 'recover') return { way };
  if (way === 'restore') return { way, keyVaultId: keyVaultId.parse(keyChain.secret.keyVaultId) };
  const shared = made.find((id) => targets.some((target) => sameId(target.id, id) && target.reason === null));
  if (shared !== undefined) return { way: 'restore', keyVaultId: keyVaultId.parse(shared) };
  if (isolated !== null) return { way, name: isolatedKeyVaultName(isolated, keyChain.secret.keyVaultId), group: isolated };
  return { way, name: (await suggestKeyVault(session, vault, jobId)).name, group: resourceGroupName.parse(item.vmGroup) };
}
