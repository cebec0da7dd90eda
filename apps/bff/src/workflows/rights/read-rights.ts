import type { MissingRights, StepNeed, StepRights, SubscriptionId, VaultPath } from '@tresor/contracts';
import { STEPS, type Need, type Place, type Step, type StepId } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { sameId, vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isSilence } from '../../azure/connection/backup-region';
import { readOwnGroups } from '../../azure/groups';
import { readResourceGuard, type ResourceGuard } from '../../azure/vaults/resource-guard';
import { readKeyVault } from '../../azure/key-vault-access/read-key-vault';
import { HeldRights } from './held-rights';
import { readUserRoles, remedyAt } from './remedy-at';

/** What the question is about. */
interface MeantPlaces {
  subscriptionId: SubscriptionId;
  vault: Pick<VaultPath, 'resourceGroup' | 'vaultName'> | null;
  vmIds: string[];
  groups: string[];
  diskGroups: string[];
  subnetIds: string[];
  storageAccountIds: string[];
  keyVaultIds: string[];
  /** Whether the subscription stands for what is not named. */
  wholeSubscription: boolean;
}

/** Where a step is meant to be taken; of key vaults it is looked up how they grant access. */
export type StepPlaces = Partial<
  Record<Exclude<Place, 'subscription' | 'policy-key-vault' | 'role-key-vault' | 'guard' | 'guarded-vault'>, readonly string[]>
>;

type Scopes = Readonly<Partial<Record<Place, readonly string[]>>>;

/** What the user may do, step by step. */
export async function readRights(session: AzureSession, meant: MeantPlaces): Promise<StepRights[]> {
  const subscription = `/subscriptions/${meant.subscriptionId}`;
  const orAll = (ids: string[]) => (ids.length === 0 && meant.wholeSubscription ? [subscription] : ids);
  const groups = (names: string[]) => orAll(names.map((name) => `${subscription}/resourceGroups/${name}`));
  const places: StepPlaces = {
    vault: orAll(meant.vault ? [vaultIdOf({ subscriptionId: meant.subscriptionId, ...meant.vault })] : []),
    machine: orAll(meant.vmIds),
    group: groups(meant.groups),
    'disk-group': groups(meant.diskGroups),
    network: orAll(meant.subnetIds),
    'storage-account': orAll(meant.storageAccountIds),
    'key-vault': meant.keyVaultIds,
  };
  const path = meant.vault && { subscriptionId: meant.subscriptionId, ...meant.vault };
  const guard = path && (await readGuard(session, path));
  const judge = await rightsJudge(session, meant.subscriptionId, meant.keyVaultIds, guard);
  return Promise.all(STEPS.map(({ id }) => judge(id, places)));
}

/** A vault's Resource Guard; what one may do is told also while the Backup service that tells of it is silent. */
const readGuard = (session: AzureSession, path: VaultPath): Promise<ResourceGuard | 'silent' | null> =>
  readResourceGuard(session, path).catch((error: unknown) => {
    if (isSilence(error)) return 'silent';
    throw error;
  });

/** What the user may do of any step at any place; `keyVaultIds`: all key vaults that will be asked about; `guard`: that of the vault. */
export async function rightsJudge(
  session: AzureSession,
  subscriptionId: SubscriptionId,
  keyVaultIds: readonly string[],
  guard: ResourceGuard | 'silent' | null = null,
): Promise<(id: StepId, places: StepPlaces) => Promise<StepRights>> {
  // A guard lies in another subscription than its vault, mostly.
  const subscriptions = [...new Set([subscriptionId, ...(isRead(guard) ? [guard.subscriptionId] : [])])];
  const [read, groups, roles] = await Promise.all([
    pLimit(8).map(keyVaultIds, (id) => readKeyVault(session, id)),
    readOwnGroups(session),
    readUserRoles(session, subscriptions),
  ]);
  const keyVaults = read.flatMap((one) => (one.state === 'there' ? [one.keyVault] : []));
  const held = new HeldRights(session, keyVaults, groups, roles.own);
  const subscription = [`/subscriptions/${subscriptionId}`];
  return (id, places) => {
    const step = STEPS.find((one) => one.id === id);
    const meant = places['key-vault'] ?? [];
    const idsOf = (wanted: 'access-policy' | 'rbac') =>
      keyVaults.filter((one) => one.model === wanted && meant.some((each) => sameId(each, one.id))).map((one) => one.id);
    const isGuarded = isRead(guard) && [...guard.requests.keys()].some((guarded) => guarded === id);
    const scopes = {
      ...places,
      subscription,
      'policy-key-vault': idsOf('access-policy'),
      'role-key-vault': idsOf('rbac'),
      ...(isGuarded && { guard: [guard.id], 'guarded-vault': places.vault ?? [] }),
    };
    const judged = judgeStep(held, { id, needs: step?.needs ?? [] }, scopes, (scope, lacking) => remedyAt(session, scope, lacking, roles));
    return guard === 'silent' ? judged.then((rights) => withGuardUnseen(rights, places.vault ?? [])) : judged;
  };
}

const isRead = (guard: ResourceGuard | 'silent' | null): guard is ResourceGuard => guard !== null && guard !== 'silent';

/** Of the steps that a guard can protect it is not known whether one does. */
const withGuardUnseen = (rights: StepRights, vaults: readonly string[]): StepRights => ({
  ...rights,
  needs: rights.needs.map((need) => (need.place === 'guard' ? { ...need, asked: vaults.length, hiddenAt: [...vaults] } : need)),
});

async function judgeStep(
  held: HeldRights,
  { id, needs }: Pick<Step, 'id' | 'needs'>,
  scopes: Scopes,
  remedy: (scope: string, needs: readonly StepNeed[]) => MissingRights,
): Promise<StepRights> {
  const judged = await Promise.all(needs.map((need) => judgeNeed(held, need, scopes[need.place] ?? [])));
  const lacking = new Map<string, StepNeed[]>();
  for (const need of judged) for (const scope of need.missingAt) lacking.set(scope, [...(lacking.get(scope) ?? []), need]);
  const missing = [...lacking].map(([scope, needs]) => remedy(scope, needs));
  return { step: id, needs: judged, missing };
}

async function judgeNeed(held: HeldRights, need: Need, scopes: readonly string[]): Promise<StepNeed> {
  const answers = await Promise.all(scopes.map((scope) => held.may(scope, need.plane, need.action)));
  const groups = scopes.flatMap((scope) => held.groupsThatGive(scope, need.plane, need.action));
  const at = (answer: boolean | 'hidden') => scopes.filter((_, index) => answers[index] === answer);
  return { ...need, asked: scopes.length, missingAt: at(false), hiddenAt: at('hidden'), groups: [...new Set(groups)] };
}
