import { translated } from '../azure/failures';
import { readKeyVaultAccess } from '../azure/key-vault-access/read-access';
import { api } from './api';

export const keyVaults = {
  access: api.keyVaults.access.handler(({ context, input }) =>
    translated('key-vault-not-found', readKeyVaultAccess(context.azure, input.keyVaultIds, input.edition, input.needsKeys)),
  ),
};
