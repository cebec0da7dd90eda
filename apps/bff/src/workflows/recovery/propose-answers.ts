import type { KeysHow, PlanAnswers, Restore, VaultPath } from '@tresor/contracts';
import { keyVaultId, machineDraft, policyName, resourceGroupName, vmName } from '@tresor/contracts';
import { sameId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { listPolicies } from '../../azure/policies/policies';
import { Problem } from '../../problem';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { listKeyVaultTargets } from '../restore/keys/key-vault-targets';
import { suggestKeyVault } from '../restore/keys/suggest-key-vault';
import { getMachineOptions } from '../restore/machine/machine-options';
import { readOldAndNew } from '../restore/settings/old-and-new';
import { groupOf } from './disk-places';
import { firstWay } from './keys-way';

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
  const [options, network, keys, policies] = await Promise.all([
    getMachineOptions(session, vault, jobId),
    oldSubnet(session, vault, jobId),
    keysHow(session, { vault, restore, item, made }),
    listPolicies(session, vault),
  ]);
  const { suggested, sizes, subnets } = options;
  const wanted = groupOf(item, plan.target);
  const subnetId = subnets.find(({ id }) => network !== null && sameId(id, network))?.id ?? subnets[0]?.id;
  if (subnetId === undefined) throw new Problem('plan-refused', { fields: ['answers.machine.subnetId'] });
  const isOwnGroup = wanted.toLowerCase() === item.vmGroup.toLowerCase();
  const machine = machineDraft.parse({
    name: isOwnGroup ? item.vmName : vmName.parse(suggested.name),
    group: wanted,
    size: sizes.find((size) => size === suggested.size) ?? suggested.size ?? sizes[0],
    subnetId,
    publicIp: false,
  });
  const policy = policies.find(({ name }) => name.toLowerCase() === restore.policyName?.toLowerCase()) ?? policies[0];
  return {
    edition: plan.edition,
    machine,
    keys,
    policyName: policy ? policyName.parse(policy.name) : null,
    letBackupIn: true,
    removeLeftovers: true,
  };
}

/** Where the old machine was attached, as far as its configuration and its network interface still tell. */
async function oldSubnet(session: AzureSession, vault: VaultPath, jobId: string): Promise<string | null> {
  const { old } = await readOldAndNew(session, vault, jobId);
  return typeof old.nic === 'object' ? old.nic.subnetId : null;
}

async function keysHow(
  session: AzureSession,
  { vault, restore: { jobId, keyChain, keysThere }, item, made }: Omit<Asked, 'plan'>,
): Promise<KeysHow | null> {
  if (keyChain === null || (keysThere.state === 'known' && keysThere.value)) return null;
  const targets = await listKeyVaultTargets(session, vault, jobId);
  const way = firstWay(keyChain, targets);
  if (way === 'recover') return { way };
  if (way === 'restore') return { way, keyVaultId: keyVaultId.parse(keyChain.secret.keyVaultId) };
  const shared = made.find((id) => targets.some((target) => sameId(target.id, id) && target.reason === null));
  if (shared !== undefined) return { way: 'restore', keyVaultId: keyVaultId.parse(shared) };
  return { way, name: (await suggestKeyVault(session, vault, jobId)).name, group: resourceGroupName.parse(item.vmGroup) };
}
