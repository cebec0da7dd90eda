import { translated } from '../azure/connection/failures';
import { listCountedVaults } from '../azure/vaults/vault-counts';
import { api } from './api';

export const readiness = {
  vaults: api.readiness.vaults.handler(({ context, input }) =>
    translated('subscription-not-found', listCountedVaults(context.azure, input.subscriptionId)),
  ),
};
