import { translated } from '../azure/failures';
import { readRights } from '../workflows/rights/read-rights';
import { api } from './api';

export const rights = {
  read: api.rights.read.handler(({ context, input: { vmIds, groups, storageAccountIds, keyVaultIds, ...vault } }) =>
    translated('vault-not-found', readRights(context.azure, vault, { vmIds, groups, storageAccountIds, keyVaultIds })),
  ),
};
