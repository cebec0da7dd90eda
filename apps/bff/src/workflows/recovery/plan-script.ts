import type { ItemPath, RecoveryScriptGap, RecoveryScriptMachine, VerdictReason } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { parseArmId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { getItem } from '../../azure/items/get-item';
import { freeKeyVaultName } from '../../azure/keys/free-key-vault-name';
import { listPolicies } from '../../azure/policies/policies';
import { vaultLocation } from '../../azure/vaults/vaults';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { freeName } from '../restore/machine/machine-options';
import { urlsOf } from '../restore/script-values';
import { diskGroupOf, unlikeOld } from './disk-places';
import { isNamesake, keyOf } from './machine-key';
import { lookAtMachines, type MachineInSight } from './machine-outlook';

const PARALLEL = 4;

type Ready = Extract<RecoveryScriptMachine, { state: 'ready' }>;
type Plan = Pick<RecoveryRecord, 'edition' | 'moment' | 'target' | 'machines' | 'isolatedGroup'>;

const leftOut = (item: ItemPath, gap: RecoveryScriptGap, reasons: VerdictReason[] = []): RecoveryScriptMachine => ({
  state: 'left-out',
  item,
  gap,
  reasons,
});

/** What a script brings some machines of a plan back with, chosen as a run of it would choose. */
export async function readPlanScriptValues(
  session: AzureSession,
  items: readonly ItemPath[],
  plan: Plan,
): Promise<RecoveryScriptMachine[]> {
  if (plan.isolatedGroup !== null) return items.map((item) => leftOut(item, 'isolated'));
  const seen = await lookAtMachines(session, items, plan);
  return pLimit(PARALLEL).map(seen, (machine) => toScriptMachine(session, plan, machine));
}

async function toScriptMachine(session: AzureSession, plan: Plan, { outlook, chosen }: MachineInSight): Promise<RecoveryScriptMachine> {
  const { item, verdict, target, conflicts, subnet, storageAccountId } = outlook;
  if (!chosen) return verdict === null ? leftOut(item, 'no-point') : leftOut(item, 'blocked', verdict.reasons);
  const { point } = chosen;
  const targetGroup = diskGroupOf(item, plan);
  if (storageAccountId === null) return leftOut(item, 'no-storage-account');
  if (subnet === null) return leftOut(item, 'no-subnet');
  if (conflicts.includes('group-missing')) return leftOut(item, 'group-missing');
  if (target.size === null) return leftOut(item, target.oldSize === null ? 'no-size' : 'size-not-offered');
  if (point.osType === 'unknown') return leftOut(item, 'no-system');
  if (hasNamesake(item, plan)) return leftOut(item, 'same-name');
  const [location, policyName, keys] = await Promise.all([
    vaultLocation(session, item),
    policyOf(session, item),
    keysOf(session, { outlook, chosen }),
  ]);
  if (policyName === undefined) return leftOut(item, 'no-policy');
  if (point.encrypted && keys === null) return leftOut(item, 'no-keys');
  const isThere = conflicts.includes('machine-there');
  const name = sameName(target.group, item.vmGroup) ? item.vmName : await freeName(session, item, target.group);
  return {
    state: 'ready',
    item,
    isThere,
    location,
    serviceAppId: session.cloud.backupService,
    pointId: point.id,
    osType: point.osType,
    pass: point.pass ?? 'dual',
    storageAccountId,
    targetGroup,
    keys,
    machine: { name, group: target.group, size: target.size, subnetId: subnet.id, publicIp: false, ...unlikeOld(plan) },
    policyName,
  };
}

/** In one resource group Azure's names of restored disks, and of machines, would be the same. */
function hasNamesake(item: ItemPath, { machines, target }: Plan): boolean {
  const group = item.vmGroup.toLowerCase();
  const inOneGroup = target.kind === 'group' ? machines : machines.filter((other) => other.item.vmGroup.toLowerCase() === group);
  return inOneGroup.some((other) => isNamesake(other.item, item) && keyOf(other.item) !== keyOf(item));
}

/** The policy that backs it up now, or the first of its vault. */
async function policyOf(session: AzureSession, item: ItemPath): Promise<string | undefined> {
  const [{ policyName }, policies] = await Promise.all([getItem(session, item), listPolicies(session, item)]);
  return (policies.find(({ name }) => name.toLowerCase() === policyName?.toLowerCase()) ?? policies[0])?.name;
}

async function keysOf(session: AzureSession, { outlook: { item, keysWay }, chosen }: MachineInSight): Promise<Ready['keys']> {
  const chain = chosen?.point.keyChain;
  const held = chosen?.held && urlsOf(chosen.held);
  if (!chain || !held) return null;
  return { chain, held, keyVaultId: keysWay === 'create' ? await newKeyVault(session, item, chain.secret) : null };
}

/** The same name for all whose keys were in one key vault. */
async function newKeyVault(
  session: AzureSession,
  { subscriptionId, vmGroup }: ItemPath,
  { keyVaultId, keyVaultName }: { keyVaultId: string; keyVaultName: string },
): Promise<string> {
  const name = await freeKeyVaultName(session, subscriptionId, parseArmId(keyVaultId)?.name ?? keyVaultName);
  return `/subscriptions/${subscriptionId}/resourceGroups/${vmGroup}/providers/Microsoft.KeyVault/vaults/${name}`;
}
