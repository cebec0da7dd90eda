import type { StepNeed, StepRights, SubscriptionId, VaultPath } from '@tresor/contracts';
import { smallestRoles, STEPS, type Need, type Place, type Step } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { readKeyVault } from '../../azure/key-vault-access/read-key-vault';
import { HeldRights } from './held-rights';

/** What the question is about. */
export interface MeantPlaces {
  subscriptionId: SubscriptionId;
  vault: Pick<VaultPath, 'resourceGroup' | 'vaultName'> | null;
  vmIds: string[];
  groups: string[];
  subnetIds: string[];
  storageAccountIds: string[];
  keyVaultIds: string[];
  /** Whether the subscription stands for what is not named. */
  wholeSubscription: boolean;
}

type Scopes = Readonly<Record<Place, readonly string[]>>;

/** What the user may do, step by step. */
export async function readRights(session: AzureSession, meant: MeantPlaces): Promise<StepRights[]> {
  const read = await pLimit(8).map(meant.keyVaultIds, (id) => readKeyVault(session, id));
  const keyVaults = read.flatMap((one) => (one.state === 'there' ? [one.keyVault] : []));
  const idsOf = (wanted: 'access-policy' | 'rbac') => keyVaults.filter(({ model }) => model === wanted).map(({ id }) => id);
  const subscription = `/subscriptions/${meant.subscriptionId}`;
  const orAll = (ids: string[]) => (ids.length === 0 && meant.wholeSubscription ? [subscription] : ids);
  const scopes: Scopes = {
    vault: orAll(meant.vault ? [vaultIdOf({ subscriptionId: meant.subscriptionId, ...meant.vault })] : []),
    subscription: [subscription],
    machine: orAll(meant.vmIds),
    group: orAll(meant.groups.map((group) => `${subscription}/resourceGroups/${group}`)),
    network: orAll(meant.subnetIds),
    'storage-account': orAll(meant.storageAccountIds),
    'key-vault': meant.keyVaultIds,
    'policy-key-vault': idsOf('access-policy'),
    'role-key-vault': idsOf('rbac'),
  };
  const held = new HeldRights(session, keyVaults);
  return Promise.all(STEPS.map((step) => judgeStep(held, step, scopes)));
}

async function judgeStep(held: HeldRights, { id, needs }: Step, scopes: Scopes): Promise<StepRights> {
  const judged = await Promise.all(needs.map((need) => judgeNeed(held, need, scopes[need.place])));
  const lacking = new Map<string, StepNeed[]>();
  for (const need of judged) for (const scope of need.missingAt) lacking.set(scope, [...(lacking.get(scope) ?? []), need]);
  const missing = [...lacking].map(([scope, needs]) => ({
    scope,
    actions: needs.map(({ action }) => action),
    roles: smallestRoles(needs).map(({ name }) => name),
  }));
  return { step: id, needs: judged, missing };
}

async function judgeNeed(held: HeldRights, need: Need, scopes: readonly string[]): Promise<StepNeed> {
  const answers = await Promise.all(scopes.map((scope) => held.may(scope, need.plane, need.action)));
  return { ...need, asked: scopes.length, missingAt: scopes.filter((_, index) => answers[index] !== true) };
}
