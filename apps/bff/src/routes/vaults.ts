import { translated } from '../azure/connection/failures';
import { countVault } from '../azure/vaults/vault-counts';
import { getConfiguration } from '../azure/vaults/vault-configuration';
import { listVaultPlaces } from '../azure/vaults/vault-places';
import { listSubscriptions } from '../azure/subscriptions';
import { getVault, listVaults } from '../azure/vaults/vaults';
import { getGuard } from '../workflows/vaults/get-guard';
import { policiesOfNewVault } from '../workflows/vaults/vault-policies';
import { configureVault, createVault, deleteVault } from '../workflows/vaults/vault-commands';
import { api } from './api';
import { ofVault } from './of-vault';

export const vaults = {
  subscriptions: api.vaults.subscriptions.handler(({ context }) => translated('subscription-not-found', listSubscriptions(context.azure))),
  list: api.vaults.list.handler(({ context }) => translated('subscription-not-found', listVaults(context.azure))),
  get: api.vaults.get.handler(({ context, input }) => translated('vault-not-found', getVault(context.azure, input))),
  counts: api.vaults.counts.handler(async ({ context: { azure, services }, input }) => {
    const counts = await ofVault(azure, input, countVault(azure, input));
    services.vaultStorage.see(azure, input, counts.usage);
    return counts;
  }),
  storage: api.vaults.storage.handler(({ context: { azure, services }, input }) =>
    translated('vault-not-found', services.vaultStorage.list(azure, input)),
  ),
  places: api.vaults.places.handler(({ context, input }) =>
    translated('subscription-not-found', listVaultPlaces(context.azure, input.subscriptionId)),
  ),
  checkPolicies: api.vaults.checkPolicies.handler(({ context, input }) =>
    translated('subscription-not-found', policiesOfNewVault(context.azure, input)),
  ),
  create: api.vaults.create.handler(({ context: { azure, services }, input }) => {
    const { intentId, location, newResourceGroup, storageReplication, softDelete, ...path } = input;
    const request = { location, newResourceGroup, storageReplication, softDelete };
    return translated('resource-group-not-found', createVault(services.once, azure, intentId, path, request));
  }),
  configuration: api.vaults.configuration.handler(({ context, input }) =>
    ofVault(context.azure, input, getConfiguration(context.azure, input)),
  ),
  configure: api.vaults.configure.handler(({ context, input: { storageReplication, softDelete, ...path } }) =>
    translated(
      'vault-not-found',
      configureVault(context.azure, path, { ...(storageReplication && { storageReplication }), ...(softDelete && { softDelete }) }),
    ),
  ),
  guard: api.vaults.guard.handler(({ context, input }) => ofVault(context.azure, input, getGuard(context.azure, input))),
  delete: api.vaults.delete.handler(({ context, input }) => translated('vault-not-found', deleteVault(context.azure, input))),
};
