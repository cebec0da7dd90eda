import { queryOptions, skipToken } from '@tanstack/react-query';
import type { KeyVaultId, ResourceGroupName, StorageAccountId, SubnetId, SubscriptionId, VaultPath, VmId } from '@tresor/contracts';
import { api } from './api';
import { effectGap } from './poll-gap';
import { inChunks } from './in-chunks';
import { mergeRights } from './merge-rights';
import { translated } from './problem-error';

/** What rights are asked about; the whole subscription stands for what is not named only where that is said. */
export interface RightsQuestion {
  subscriptionId: SubscriptionId;
  vault: Pick<VaultPath, 'resourceGroup' | 'vaultName'> | null;
  vmIds?: readonly VmId[];
  groups?: readonly ResourceGroupName[];
  diskGroups?: readonly ResourceGroupName[];
  subnetIds?: readonly SubnetId[];
  storageAccountIds?: readonly StorageAccountId[];
  keyVaultIds?: readonly KeyVaultId[];
  wholeSubscription?: boolean;
}

/** Asks nothing while there is no question. */
export const rightsQuery = (question: RightsQuestion | undefined) =>
  queryOptions({
    queryKey: ['rights', question],
    queryFn: question === undefined ? skipToken : ({ signal }) => ask(question, signal),
    staleTime: 60_000,
    refetchInterval: ({ state }) =>
      effectGap((state.data ?? []).flatMap(({ missing }) => missing.map(({ takesEffectBy }) => takesEffectBy))),
  });

/** The Resource Guard of a vault. Read again whenever the rights are. */
export const vaultGuardQuery = (path: VaultPath) =>
  queryOptions({
    queryKey: ['rights', 'guard', path],
    queryFn: ({ signal }) => translated(api.vaults.guard(path, { signal })),
    staleTime: 60_000,
  });

function ask(question: RightsQuestion, signal: AbortSignal) {
  const {
    vmIds = [],
    groups = [],
    diskGroups = [],
    subnetIds = [],
    storageAccountIds = [],
    keyVaultIds = [],
    wholeSubscription = false,
    ...place
  } = question;
  const meant = {
    vmIds: [...vmIds],
    groups: [...groups],
    diskGroups: [...diskGroups],
    subnetIds: [...subnetIds],
    storageAccountIds: [...storageAccountIds],
  };
  const read = (some: KeyVaultId[]) =>
    translated(api.rights.read({ ...place, ...meant, keyVaultIds: some, wholeSubscription }, { signal }));
  return inChunks(keyVaultIds, read).then(mergeRights);
}
