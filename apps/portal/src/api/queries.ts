import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ItemPath, JobId, KeyVaultId, MachinePath, ManagementGroupName, SubscriptionId, VaultPath, VmId } from '@tresor/contracts';
import { api } from './api';
import { effectGap } from './poll-gap';
import { inChunks } from './in-chunks';
import { translated } from './problem-error';
import { SERVICE_EDITION } from './service-edition';

/* Every read of the API. A key starts with the contract's word, then the vault, so that a whole vault can be refreshed at once. */

export const subscriptionsQuery = () =>
  queryOptions({
    queryKey: ['subscriptions'],
    queryFn: ({ signal }) => translated(api.vaults.subscriptions(undefined, { signal })),
    staleTime: 300_000,
  });

/** What the key of a list over the estate has more where it is narrowed to a management group. */
export const keyOfScope = (managementGroup: ManagementGroupName | undefined) =>
  managementGroup === undefined ? [] : [{ managementGroup }];

export const managementGroupsQuery = () =>
  queryOptions({
    queryKey: ['management-groups'],
    queryFn: ({ signal }) => translated(api.estate.groups(undefined, { signal })),
    staleTime: 300_000,
  });

export const encryptionEndQuery = (managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['encryption-end', ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.encryptionEnd.list({ managementGroup }, { signal })),
    staleTime: 60_000,
  });

export const estateSightQuery = (managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['estate', 'sight', ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.estate.sight({ managementGroup }, { signal })),
    staleTime: 300_000,
  });

export const vaultAlertsQuery = (managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['estate', 'alerts', ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.estate.alerts({ managementGroup }, { signal })),
    staleTime: 60_000,
  });

export const allKeyVaultsQuery = (managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['key-vaults', 'all', ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.keyVaults.listAll({ managementGroup }, { signal })),
    staleTime: 60_000,
  });

export const vaultsQuery = () =>
  queryOptions({ queryKey: ['vaults'], queryFn: ({ signal }) => translated(api.vaults.list(undefined, { signal })) });

export const vaultQuery = (path: VaultPath) =>
  queryOptions({ queryKey: ['vault', path], queryFn: ({ signal }) => translated(api.vaults.get(path, { signal })) });

export const vaultConfigurationQuery = (path: VaultPath) =>
  queryOptions({
    queryKey: ['vault', path, 'configuration'],
    queryFn: ({ signal }) => translated(api.vaults.configuration(path, { signal })),
  });

/** Asks nothing until a subscription is chosen. */
export const vaultPlacesQuery = (subscriptionId: SubscriptionId | undefined) =>
  queryOptions({
    queryKey: ['vault-places', subscriptionId],
    queryFn: subscriptionId === undefined ? skipToken : ({ signal }) => translated(api.vaults.places({ subscriptionId }, { signal })),
    staleTime: 60_000,
  });

type PlannedGrant = Parameters<typeof api.keyVaults.checkPolicies>[0];

/** Null where there is nothing to give. */
export const grantPoliciesQuery = (planned: PlannedGrant | null) =>
  queryOptions({
    queryKey: ['grant-policies', planned],
    queryFn: planned === null ? skipToken : ({ signal }) => translated(api.keyVaults.checkPolicies(planned, { signal })),
  });

export type PlannedVault = Parameters<typeof api.vaults.checkPolicies>[0];

/** Null as long as the form does not say where the vault is to be. */
export const vaultPoliciesQuery = (planned: PlannedVault | null) =>
  queryOptions({
    queryKey: ['vault-policies', planned],
    queryFn: planned === null ? skipToken : ({ signal }) => translated(api.vaults.checkPolicies(planned, { signal })),
  });

export const vaultCountsQuery = (path: VaultPath) =>
  queryOptions({ queryKey: ['vault-counts', path], queryFn: ({ signal }) => translated(api.vaults.counts(path, { signal })) });

export const vaultStorageQuery = (path: VaultPath) =>
  queryOptions({
    queryKey: ['vault-counts', path, 'storage'],
    queryFn: ({ signal }) => translated(api.vaults.storage(path, { signal })),
  });

export const policiesQuery = (path: VaultPath) =>
  queryOptions({ queryKey: ['policies', path], queryFn: ({ signal }) => translated(api.policies.list(path, { signal })) });

export const itemsQuery = (path: VaultPath) =>
  queryOptions({ queryKey: ['items', path], queryFn: ({ signal }) => translated(api.items.list(path, { signal })) });

export const allItemsQuery = (managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['items', ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.items.listAll({ managementGroup }, { signal })),
  });

export const vaultOf = ({ subscriptionId, resourceGroup, vaultName }: ItemPath): VaultPath => ({
  subscriptionId,
  resourceGroup,
  vaultName,
});

export const itemQuery = (path: ItemPath) =>
  queryOptions({
    queryKey: ['items', vaultOf(path), path.vmGroup, path.vmName],
    queryFn: ({ signal }) => translated(api.items.get(path, { signal })),
  });

/** `days`: how far back, 1 unless told. */
export const jobsQuery = (path: VaultPath, days = 1) =>
  queryOptions({ queryKey: ['jobs', path, { days }], queryFn: ({ signal }) => translated(api.jobs.list({ ...path, days }, { signal })) });

/** The jobs of all vaults of the last so many days, at most 14. */
export const allJobsQuery = (days: number, managementGroup?: ManagementGroupName) =>
  queryOptions({
    queryKey: ['jobs', { days }, ...keyOfScope(managementGroup)],
    queryFn: ({ signal }) => translated(api.jobs.listAll({ days, managementGroup }, { signal })),
  });

export const jobQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({ queryKey: ['jobs', path, jobId], queryFn: ({ signal }) => translated(api.jobs.get({ ...path, jobId }, { signal })) });

/** Who started it does not change; only what Azure has not logged yet is asked again. */
export const activityQuery = (path: VaultPath, days: number) =>
  queryOptions({
    queryKey: ['activity', path, days],
    queryFn: ({ signal }) => translated(api.activity.list({ ...path, days }, { signal })),
  });

/** What was asked for through this product with a reason like this. */
export const foundCommandsQuery = (reason: string) =>
  queryOptions({
    queryKey: ['found-commands', reason],
    queryFn: ({ signal }) => translated(api.activity.find({ reason }, { signal })),
    staleTime: 30_000,
  });

/** What was asked of the vault through this product. */
export const commandsQuery = (path: VaultPath, days: number) =>
  queryOptions({
    queryKey: ['activity', path, days, 'commands'],
    queryFn: ({ signal }) => translated(api.activity.commands({ ...path, days }, { signal })),
  });

export const jobStarterQuery = (path: VaultPath, jobId: JobId) =>
  queryOptions({
    queryKey: ['job-starter', path, jobId],
    queryFn: ({ signal }) => translated(api.jobs.starter({ ...path, jobId }, { signal })),
    staleTime: ({ state }) => (state.data?.by === 'not-yet' ? 60_000 : Infinity),
  });

export const protectionQuery = (path: VaultPath, batchId: string) =>
  queryOptions({
    queryKey: ['protection', path, batchId],
    queryFn: ({ signal }) => translated(api.protection.get({ ...path, batchId }, { signal })),
    refetchInterval: ({ state }) => (state.data?.finished === false ? 1500 : false),
  });

/** `vmIds`: no more than `MOST_AGENTS`. */
export const agentsQuery = (subscriptionId: SubscriptionId, vmIds: readonly VmId[], fresh: boolean) =>
  queryOptions({
    queryKey: ['agents', subscriptionId, vmIds, fresh],
    queryFn: ({ signal }) => translated(api.virtualMachines.agents({ subscriptionId, vmIds: [...vmIds], fresh }, { signal })),
  });

export const countedVaultsQuery = (subscriptionId: SubscriptionId) =>
  queryOptions({
    queryKey: ['readiness-vaults', subscriptionId],
    queryFn: ({ signal }) => translated(api.readiness.vaults({ subscriptionId }, { signal })),
  });

/** Read afresh each time it is asked: what it tells is what somebody is about to change. Asks nothing where no machine is named. */
export const machineEncryptionQuery = (path: MachinePath | undefined) =>
  queryOptions({
    queryKey: ['machine-encryption', path],
    queryFn:
      path === undefined
        ? skipToken
        : ({ signal }) => translated(api.virtualMachines.encryption({ ...path, edition: SERVICE_EDITION }, { signal })),
    staleTime: 0,
  });

export const keyVaultAccessQuery = (question: { keyVaultIds: readonly KeyVaultId[]; needsKeys: boolean }) =>
  queryOptions({
    queryKey: ['key-vault-access', question],
    queryFn: async ({ signal }) => {
      const read = (keyVaultIds: KeyVaultId[]) =>
        translated(api.keyVaults.access({ ...question, edition: SERVICE_EDITION, keyVaultIds }, { signal }));
      return (await inChunks(question.keyVaultIds, read)).flat();
    },
    enabled: question.keyVaultIds.length > 0,
    refetchInterval: ({ state }) => effectGap((state.data ?? []).map(({ takesEffectBy }) => takesEffectBy)),
  });
