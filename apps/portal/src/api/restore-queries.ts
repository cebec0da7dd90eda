import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ItemPath, JobId, MachineDraft, ManagementGroupName, PlanAnswers, TargetRegion, VaultPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { api } from './api';
import { isResourceGroupName, isStorageAccountId } from './known-ids';
import { translated } from './problem-error';
import { keyOfScope, vaultOf } from './queries';
import { looksAtSame, planGap, restoreGap } from './poll-gap';

/* The reads of the restore journey. All that belongs to one restore starts with its key, so that a step done refreshes the others. */

export const recoveryPointsQuery = (path: ItemPath, days: number) =>
  queryOptions({
    queryKey: ['recovery-points', vaultOf(path), path.vmGroup, path.vmName, days],
    queryFn: ({ signal }) => translated(api.recoveryPoints.list({ ...path, days }, { signal })),
  });

interface ChosenOfRestore {
  recoveryPointId: string | undefined;
  configuration: { storageAccountId: string; targetGroup: string | null; region: TargetRegion } | null;
}

/** How far the signed-in person would come, with what is chosen already. */
export const restoreOutlookQuery = (path: ItemPath, edition: Edition, { recoveryPointId, configuration }: ChosenOfRestore) => {
  const { storageAccountId = '', targetGroup = null, region = 'own' } = configuration ?? {};
  const places = {
    ...(isStorageAccountId(storageAccountId) && { storageAccountId }),
    ...(isResourceGroupName(targetGroup) && { targetGroup }),
    ...(region === 'paired' && { region }),
  };
  const chosen = { ...places, ...(recoveryPointId !== undefined && { recoveryPointId }) };
  return queryOptions({
    queryKey: ['restore-outlook', vaultOf(path), path.vmGroup, path.vmName, edition, chosen],
    queryFn: ({ signal }) => translated(api.restores.outlook({ ...path, edition, ...chosen }, { signal })),
  });
};

/** Whether a machine can be restored in the paired region, and which points are there. */
export const pairedRegionQuery = (path: ItemPath, days: number) =>
  queryOptions({
    queryKey: ['paired-region', vaultOf(path), path.vmGroup, path.vmName, days],
    queryFn: ({ signal }) => translated(api.restores.pairedRegion({ ...path, days }, { signal })),
  });

export const storageAccountsQuery = (path: VaultPath, edition: Edition, region: TargetRegion = 'own') =>
  queryOptions({
    queryKey: ['storage-accounts', path, edition, region],
    queryFn: ({ signal }) => translated(api.restores.storageAccounts({ ...path, edition, region }, { signal })),
  });

export const resourceGroupsQuery = (path: VaultPath) =>
  queryOptions({
    queryKey: ['resource-groups', path],
    queryFn: ({ signal }) => translated(api.restores.resourceGroups(path, { signal })),
  });

export const restoresQuery = (path: VaultPath) =>
  queryOptions({ queryKey: ['restores', path], queryFn: ({ signal }) => translated(api.restores.list(path, { signal })) });

export const allRestoresQuery = (managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['restores', ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.restores.listAll({ managementGroup }, { signal })),
  });

/** `edition`: whose rules the new machine is held against. */
export const restoreQuery = (path: VaultPath, jobId: JobId, edition: Edition) =>
  queryOptions({
    queryKey: ['restores', path, jobId, edition],
    queryFn: ({ signal }) => translated(api.restores.get({ ...path, jobId, edition }, { signal })),
    refetchInterval: (query) => {
      const steps = query.state.data?.steps;
      return restoreGap(steps, looksAtSame(query, steps?.map(({ state }) => state).join(' ') ?? ''));
    },
    refetchIntervalInBackground: true,
  });

export const machineSettingsQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'settings'],
    queryFn: ({ signal }) => translated(api.restores.settings({ ...path, jobId }, { signal })),
  });

/** Read afresh each time it is opened: it tells what was just done. */
export const restoreRecordQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'record'],
    queryFn: ({ signal }) => translated(api.restores.record({ ...path, jobId }, { signal })),
    staleTime: 0,
  });

export const surplusQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'surplus'],
    queryFn: ({ signal }) => translated(api.restores.surplus({ ...path, jobId }, { signal })),
    // Each job may bring more of it.
    staleTime: 0,
  });

export const discardPlanQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'discard'],
    queryFn: ({ signal }) => translated(api.restores.discardPlan({ ...path, jobId }, { signal })),
  });

export const keyVaultTargetsQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'key-vaults'],
    queryFn: ({ signal }) => translated(api.restores.keyVaultTargets({ ...path, jobId }, { signal })),
  });

export const keyVaultSuggestionQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['key-vault-suggestion', path, jobId],
    queryFn: ({ signal }) => translated(api.restores.suggestKeyVault({ ...path, jobId }, { signal })),
  });

export const letInQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'let-in'],
    queryFn: ({ signal }) => translated(api.restores.letIn({ ...path, jobId }, { signal })),
  });

export const restoreScriptValuesQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'script-values'],
    queryFn: ({ signal }) => translated(api.restores.scriptValues({ ...path, jobId }, { signal })),
  });

export const machineOptionsQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['machine-options', path, jobId],
    queryFn: ({ signal }) => translated(api.restores.machineOptions({ ...path, jobId }, { signal })),
  });

/** `machine` null: the form is not complete, there is nothing to ask yet. */
export const machineChecksQuery = (path: VaultPath, jobId: JobId, machine: MachineDraft | null) =>
  queryOptions({
    queryKey: ['machine-checks', path, jobId, machine],
    queryFn: machine === null ? skipToken : ({ signal }) => translated(api.restores.checkMachine({ ...path, jobId, machine }, { signal })),
    staleTime: 0,
  });

/** Beside the checks: what they tell waits for no policy. */
export const machinePoliciesQuery = (path: VaultPath, jobId: JobId, machine: MachineDraft | null) =>
  queryOptions({
    queryKey: ['machine-policies', path, jobId, machine],
    queryFn:
      machine === null ? skipToken : ({ signal }) => translated(api.restores.machinePolicies({ ...path, jobId, machine }, { signal })),
    staleTime: 0,
  });

/** Reading it goes on with it, where the signed-in person has the rights. */
export const planQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['restores', path, jobId, 'plan'],
    queryFn: ({ signal }) => translated(api.restores.plan({ ...path, jobId }, { signal })),
    refetchInterval: ({ state }) => planGap(state.data?.standing),
    refetchIntervalInBackground: true,
  });

/** `answers` null: they are not complete, there is nothing to ask yet. */
export const planChecksQuery = (path: VaultPath, jobId: JobId, answers: PlanAnswers | null) =>
  queryOptions({
    queryKey: ['plan-checks', path, jobId, answers],
    queryFn: answers === null ? skipToken : ({ signal }) => translated(api.restores.checkPlan({ ...path, jobId, answers }, { signal })),
    staleTime: 0,
  });

export const usualTimeQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['usual-time', path, jobId],
    queryFn: ({ signal }) => translated(api.restores.usualTime({ ...path, jobId }, { signal })),
    staleTime: 600_000,
  });
