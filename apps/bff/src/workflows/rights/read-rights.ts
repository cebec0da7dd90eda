import type { StepNeed, StepRights, SubscriptionId, VaultPath } from '@tresor/contracts';
import { BUILT_IN_ROLES, roleGives, smallestRoles, STEPS, type Need, type Place, type Step } from '@tresor/support-matrix';
import pLimit from 'p-limit';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { readEligibleRoles, type EligibleRole } from '../../azure/eligible-roles';
import { readOwnGroups } from '../../azure/groups';
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
  const [read, groups, eligible] = await Promise.all([
    pLimit(8).map(meant.keyVaultIds, (id) => readKeyVault(session, id)),
    readOwnGroups(session),
    readEligibleRoles(session, meant.subscriptionId),
  ]);
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
  const held = new HeldRights(session, keyVaults, groups);
  return Promise.all(STEPS.map((step) => judgeStep(held, step, scopes, eligible)));
}

async function judgeStep(held: HeldRights, { id, needs }: Step, scopes: Scopes, eligible: readonly EligibleRole[]): Promise<StepRights> {
  const judged = await Promise.all(needs.map((need) => judgeNeed(held, need, scopes[need.place])));
  const lacking = new Map<string, StepNeed[]>();
  for (const need of judged) for (const scope of need.missingAt) lacking.set(scope, [...(lacking.get(scope) ?? []), need]);
  const missing = [...lacking].map(([scope, needs]) => ({
    scope,
    actions: needs.map(({ action }) => action),
    roles: smallestRoles(needs).map(({ name }) => name),
    eligible: eligible.filter((role) => isWithin(scope, role.scope) && gives(role, needs)),
  }));
  return { step: id, needs: judged, missing };
}

async function judgeNeed(held: HeldRights, need: Need, scopes: readonly string[]): Promise<StepNeed> {
  const answers = await Promise.all(scopes.map((scope) => held.may(scope, need.plane, need.action)));
  const groups = need.plane === 'access-policy' ? scopes.flatMap((scope) => held.groupByPolicy(scope, need.action) ?? []) : [];
  const missingAt = scopes.filter((_, index) => answers[index] !== true);
  return { ...need, asked: scopes.length, missingAt, groups: [...new Set(groups)] };
}

const isWithin = (id: string, scope: string) => `${id.toLowerCase()}/`.startsWith(`${scope.toLowerCase()}/`);

/** Whether one of Azure's own roles gives everything of what is needed. */
function gives({ role }: EligibleRole, needs: readonly Need[]): boolean {
  const found = BUILT_IN_ROLES.find(({ name }) => name === role);
  return found !== undefined && needs.every((need) => roleGives(found, need));
}
