import type { PlanAnswers, Restore, RestoreStep, VaultPath } from '@tresor/contracts';
import { linksOf, type Place, type StepId } from '@tresor/support-matrix';
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

/**
 * What a person lacks for what is left of a plan, as far as Resource Manager decides it. Key vaults answer for themselves, when asked. Files
 * with key data are not among it: no machine waits for somebody who may delete them.
 */
export async function rightsLeft(session: AzureSession, vault: VaultPath, restore: Restore, answers: PlanAnswers): Promise<StepId[]> {
  const needed = [...neededRights(vault, restore, answers), ...(await toMoveKeys(session, vault, restore, answers))];
  const judged = await Promise.all(needed.map(async ([id, scopes]) => ((await holds(session, id, scopes)) ? [] : [id])));
  return [...new Set(judged.flat())];
}

/** Whether a person may delete the files with key data at the end of a plan. Nothing is left behind of what was not encrypted. */
export async function mayRemoveLeftovers(
  session: AzureSession,
  vault: VaultPath,
  restore: Restore,
  answers: PlanAnswers,
): Promise<boolean> {
  const isWanted = answers.removeLeftovers && restore.encrypted !== false && isLeftOf(restore.steps)('after-care');
  if (!isWanted) return true;
  const account = await accountOf(session, vault, restore);
  return holds(session, 'remove-leftovers', { ...placesOf(vault, restore, answers), ...account });
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

const hereIn = (vault: VaultPath): Scopes => ({ vault: vaultIdOf(vault), subscription: `/subscriptions/${vault.subscriptionId}` });

function placesOf(vault: VaultPath, restore: Restore, { machine }: PlanAnswers): Scopes {
  const made = inSight(restore.machineId, null) ?? machineIdOf(vault, machine);
  return { ...hereIn(vault), group: groupIdOf(vault, machine), ...disksOf(vault, restore), network: machine.subnetId, machine: made };
}

/** Where its managed disks are, which need not be where the machine will stand. */
const disksOf = ({ subscriptionId }: VaultPath, { targetGroup }: Restore): Scopes =>
  targetGroup !== null ? { 'disk-group': `/subscriptions/${subscriptionId}/resourceGroups/${targetGroup}` } : {};

function neededRights(vault: VaultPath, restore: Restore, answers: PlanAnswers): Needed[] {
  const { keys, policyName } = answers;
  const isLeft = isLeftOf(restore.steps);
  const here = hereIn(vault);
  const places = placesOf(vault, restore, answers);
  const withKeys = keyVaultsOf(vault, restore, keys).map((keyVault) => ({ ...places, ...keyVault }));
  return [
    ...(keys && isLeft('keys') ? [ofKeys(vault, keys, here)] : []),
    ...(isLeft('machine') ? withKeys.map((each) => ['create-machine', each] as const) : []),
    ...(isLeft('encryption') ? withKeys.map((each) => ['renew-encryption', each] as const) : []),
    ...(policyName !== null && isLeft('protection') ? [['protect-restored', places] as const, ['back-up-now', here] as const] : []),
  ];
}

/**
 * Where key and secret are, or will be as long as they are not back. Where a new key vault will be, the rights in it are held by its group or
 * above.
 */
function keyVaultsOf(vault: VaultPath, { steps, keyChain }: Restore, keys: PlanAnswers['keys']): Scopes[] {
  if (keys === null || !isLeftOf(steps)('keys')) {
    const ids = new Set(keyChain === null ? [] : linksOf(keyChain).map(({ keyVaultId }) => keyVaultId.toLowerCase()));
    return ids.size === 0 ? [{}] : [...ids].map((id) => ({ 'key-vault': id }));
  }
  if (keys.way === 'recover') return [{}];
  return [{ 'key-vault': keys.way === 'restore' ? keys.keyVaultId : groupIdOf(vault, keys) }];
}

/** What has other URLs than the disks know is written into the disks before the machine is made of them; with an application its model has it. */
async function toMoveKeys(session: AzureSession, vault: VaultPath, restore: Restore, { keys }: PlanAnswers): Promise<Needed[]> {
  const { steps, pass, keysMoved } = restore;
  const isLeft = isLeftOf(steps);
  const comesBackElsewhere = keys !== null && keys.way !== 'recover' && isLeft('keys');
  if (!isLeft('machine') || pass === 'dual' || !(comesBackElsewhere || inSight(keysMoved, false))) return [];
  const disks = disksOf(vault, restore);
  const [id, place] =
    'disk-group' in disks ? (['move-keys', disks] as const) : (['move-vhd-keys', await accountOf(session, vault, restore)] as const);
  return keyVaultsOf(vault, restore, keys).map((keyVault) => [id, { ...hereIn(vault), ...keyVault, ...place }]);
}

/** The storage account through which the disks came; nothing where that is out of sight. */
async function accountOf(session: AzureSession, { subscriptionId }: VaultPath, { storageAccountName }: Restore): Promise<Scopes> {
  const accounts = await listAccounts(session, subscriptionId).catch((error: unknown) => {
    if (isStatus(error, 403)) return [];
    throw error;
  });
  const account = accounts.find(({ name }) => name === storageAccountName);
  return account ? { 'storage-account': account.id } : {};
}

function ofKeys(vault: VaultPath, keys: NonNullable<PlanAnswers['keys']>, here: Scopes): Needed {
  if (keys.way === 'create') return ['create-key-vault', { ...here, group: groupIdOf(vault, keys) }];
  return keys.way === 'restore' ? ['restore-keys', { ...here, 'key-vault': keys.keyVaultId }] : ['recover-keys', here];
}
