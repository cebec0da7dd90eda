import { translated } from '../azure/failures';
import { countVault } from '../azure/vault-counts';
import { getVault, listSubscriptions, listVaults } from '../azure/vaults';
import { api } from './api';

export const vaults = {
  subscriptions: api.vaults.subscriptions.handler(({ context }) => translated('subscription-not-found', listSubscriptions(context.azure))),
  list: api.vaults.list.handler(({ context }) => translated('subscription-not-found', listVaults(context.azure))),
  get: api.vaults.get.handler(({ context, input }) => translated('vault-not-found', getVault(context.azure, input))),
  counts: api.vaults.counts.handler(({ context, input }) => translated('vault-not-found', countVault(context.azure, input))),
};
