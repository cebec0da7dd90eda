import { translated } from '../azure/connection/failures';
import { readKeyVaultAccess } from '../azure/key-vault-access/read-access';
import { listAllKeyVaults } from '../azure/keys/all-key-vaults';
import { scopeOf } from '../azure/machines/resource-graph';
import { getKeyVault } from '../workflows/grants/get-key-vault';
import { grantAccess } from '../workflows/grants/grant-access';
import { policiesOfGrant } from '../workflows/grants/grant-policies';
import { undoGrant } from '../workflows/grants/undo-grant';
import { api } from './api';

const translatedHere = <T>(work: Promise<T>) => translated('key-vault-not-found', work);

export const keyVaults = {
  listAll: api.keyVaults.listAll.handler(({ context: { azure }, input }) =>
    translated('subscription-not-found', listAllKeyVaults(azure, scopeOf(input.managementGroup))),
  ),
  access: api.keyVaults.access.handler(({ context, input }) =>
    translatedHere(readKeyVaultAccess(context.azure, input.keyVaultIds, input.edition, input.needsKeys)),
  ),
  get: api.keyVaults.get.handler(({ context: { azure, services }, input }) => translatedHere(getKeyVault(services.grants, azure, input))),
  checkPolicies: api.keyVaults.checkPolicies.handler(({ context, input: { way, permissions, ...path } }) =>
    translatedHere(policiesOfGrant(context.azure, path, { way, permissions })),
  ),
  grant: api.keyVaults.grant.handler(({ context: { azure, services }, input: { grantId, way, permissions, stamp, ...path } }) =>
    translatedHere(grantAccess(services.grants, azure, path, { grantId, way, permissions, stamp })),
  ),
  undo: api.keyVaults.undo.handler(({ context: { azure, services }, input: { grantId, ...path } }) =>
    translatedHere(undoGrant(services.grants, azure, path, grantId)),
  ),
};
