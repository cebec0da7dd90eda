import { translated } from '../azure/failures';
import { listResourceGroups } from '../azure/restores/resource-groups';
import { listStorageAccounts } from '../azure/restores/storage-accounts';
import { getRestore } from '../workflows/restore/get-restore';
import { listKeyVaultTargets } from '../workflows/restore/key-vault-targets';
import { listRestores } from '../workflows/restore/list-restores';
import { removeLeftovers } from '../workflows/restore/remove-leftovers';
import { restoreKeys } from '../workflows/restore/restore-keys';
import { startRestore } from '../workflows/restore/start-restore';
import { api } from './api';

export const restores = {
  storageAccounts: api.restores.storageAccounts.handler(({ context, input: { edition, ...vault } }) =>
    translated('vault-not-found', listStorageAccounts(context.azure, vault, edition)),
  ),
  resourceGroups: api.restores.resourceGroups.handler(({ context, input }) =>
    translated('subscription-not-found', listResourceGroups(context.azure, input.subscriptionId)),
  ),
  start: api.restores.start.handler(({ context: { azure, services }, input }) => {
    const { intentId, edition, recoveryPointId, storageAccountId, targetGroup, ...path } = input;
    const wish = { edition, recoveryPointId, storageAccountId, targetGroup };
    return translated('item-not-found', startRestore(services.once, azure, intentId, path, wish));
  }),
  list: api.restores.list.handler(({ context, input }) => translated('vault-not-found', listRestores(context.azure, input))),
  get: api.restores.get.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', getRestore(context.azure, vault, jobId)),
  ),
  removeLeftovers: api.restores.removeLeftovers.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', removeLeftovers(context.azure, vault, jobId)),
  ),
  keyVaultTargets: api.restores.keyVaultTargets.handler(({ context, input: { jobId, ...vault } }) =>
    translated('job-not-found', listKeyVaultTargets(context.azure, vault, jobId)),
  ),
  restoreKeys: api.restores.restoreKeys.handler(({ context, input: { jobId, how, ...vault } }) =>
    translated('job-not-found', restoreKeys(context.azure, vault, jobId, how)),
  ),
};
