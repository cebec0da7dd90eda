import type { PlanAnswers, Restore, RestoreStep, VaultPath } from '@tresor/contracts';
import type { Place, StepId } from '@tresor/support-matrix';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { listAccounts } from '../../../azure/restores/storage-accounts';
import { inSight } from '../../../facts';
import { Problem } from '../../../problem';
import { requireRights } from '../../rights/held-rights';
import { groupIdOf, machineIdOf } from '../journey/machine-place';

type Scopes = Partial<Record<Place, string>>;
type Needed = readonly [id: StepId, scopes: Scopes];

/** What a person lacks for what is left of a plan, as far as Resource Manager decides it. Key vaults answer for themselves, when asked. */
export async function rightsLeft(session: AzureSession, vault: VaultPath, restore: Restore, answers: PlanAnswers): Promise<StepId[]> {
  const needed = [...neededRights(vault, restore, answers), ...(await toMoveKeys(session, vault, restore, answers))];
  const judged = await Promise.all(needed.map(async ([id, scopes]) => ((await holds(session, id, scopes)) ? [] : [id])));
  return [...new Set(judged.flat())];
}

async function holds(session: AzureSession, id: StepId, scopes: Scopes): Promise<boolean> {
  try {
    await requireRights(session, id, scopes);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'forbidden') return false;
    throw error;
  }
}

const isLeftOf = (steps: Restore['steps']) => (wanted: RestoreStep) => steps.some(({ step, state }) => step === wanted && state !== 'done');

function neededRights(
  vault: VaultPath,
  { steps, machineId }: Restore,
  { machine, keys, policyName, removeLeftovers }: PlanAnswers,
): Needed[] {
  const isLeft = isLeftOf(steps);
  const here = { vault: vaultIdOf(vault), subscription: `/subscriptions/${vault.subscriptionId}` };
  const made = inSight(machineId, null) ?? machineIdOf(vault, machine);
  const places = { ...here, group: groupIdOf(vault, machine), network: machine.subnetId, machine: made, ...keyVaultOf(vault, keys) };
  return [
    ...(keys && isLeft('keys') ? [ofKeys(vault, keys, here)] : []),
    ...(isLeft('machine') ? [['create-machine', places] as const] : []),
    ...(isLeft('encryption') ? [['renew-encryption', places] as const] : []),
    ...(policyName !== null && isLeft('protection') ? [['protect-restored', places] as const, ['back-up-now', here] as const] : []),
    ...(removeLeftovers && isLeft('after-care') ? [['remove-leftovers', places] as const] : []),
  ];
}

/** Where a new key vault will be, the rights in it are held by its group or above. */
function keyVaultOf(vault: VaultPath, keys: PlanAnswers['keys']): Scopes {
  if (keys === null || keys.way === 'recover') return {};
  return { 'key-vault': keys.way === 'restore' ? keys.keyVaultId : groupIdOf(vault, keys) };
}

/** What has other URLs than the disks know is written into the disks before the machine is made of them; with an application its model has it. */
async function toMoveKeys(
  session: AzureSession,
  vault: VaultPath,
  { steps, pass, keysMoved, managedDisks, targetGroup, storageAccountName }: Restore,
  { keys }: PlanAnswers,
): Promise<Needed[]> {
  const isLeft = isLeftOf(steps);
  const comesBackElsewhere = keys !== null && keys.way !== 'recover' && isLeft('keys');
  if (!isLeft('machine') || pass === 'dual' || !(comesBackElsewhere || inSight(keysMoved, false))) return [];
  const { subscriptionId } = vault;
  const here = { vault: vaultIdOf(vault), subscription: `/subscriptions/${subscriptionId}`, ...keyVaultOf(vault, keys) };
  if (managedDisks && targetGroup !== null)
    return [['move-keys', { ...here, group: `${here.subscription}/resourceGroups/${targetGroup}` }]];
  const accounts = await listAccounts(session, subscriptionId).catch((error: unknown) => {
    if (isStatus(error, 403)) return [];
    throw error;
  });
  const account = accounts.find(({ name }) => name === storageAccountName);
  return [['move-vhd-keys', { ...here, ...(account && { 'storage-account': account.id }) }]];
}

function ofKeys(vault: VaultPath, keys: NonNullable<PlanAnswers['keys']>, here: Scopes): Needed {
  if (keys.way === 'create') return ['create-key-vault', { ...here, group: groupIdOf(vault, keys) }];
  return keys.way === 'restore' ? ['restore-keys', { ...here, 'key-vault': keys.keyVaultId }] : ['recover-keys', here];
}
