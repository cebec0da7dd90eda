import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { purgeKeyVault } from '../../world/deleted-key-vaults';
import { deletedKeyVaults, type DeletedKeyVault } from '../../world/key-vault-objects';

/** The deleted key vaults of a subscription, in ARM's form. */
export function listDeletedVaults(call: ArmCall): ArmAnswer {
  const subscription = (call.params['subscriptionId'] ?? '').toLowerCase();
  const deleted = deletedKeyVaults(call.world).list();
  const value = deleted.filter(({ vault }) => subscriptionOf(vault.id).toLowerCase() === subscription).map(view);
  return { status: 200, body: { value } };
}

export function getDeletedVault(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(deletedVaultOf(call)) };
}

/** POST purge: the name is free again and everything the key vault held is gone for good. */
export function purge(call: ArmCall): ArmAnswer {
  const { vault } = deletedVaultOf(call);
  if (vault.properties['enablePurgeProtection'] === true) {
    throw new ArmError(409, 'ConflictError', `The key vault '${vault.name}' is protected from purging.`);
  }
  purgeKeyVault(call.world, vault.name);
  return { status: 200 };
}

function deletedVaultOf(call: ArmCall): DeletedKeyVault {
  const name = call.params['keyVault'] ?? '';
  const deleted = deletedKeyVaults(call.world).get(name.toLowerCase());
  const subscription = (call.params['subscriptionId'] ?? '').toLowerCase();
  const location = (call.params['location'] ?? '').toLowerCase();
  if (deleted && subscriptionOf(deleted.vault.id).toLowerCase() === subscription && deleted.vault.location === location) return deleted;
  throw new ArmError(404, 'DeletedVaultNotFound', `The specified deleted vault '${name}' does not exist.`);
}

function view({ vault, deletedAt, scheduledPurgeAt }: DeletedKeyVault): Record<string, unknown> {
  const location = vault.location ?? '';
  return {
    id: `/subscriptions/${subscriptionOf(vault.id)}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${vault.name}`,
    name: vault.name,
    type: 'Microsoft.KeyVault/deletedVaults',
    properties: {
      vaultId: vault.id,
      location,
      tags: vault.tags ?? {},
      deletionDate: new Date(deletedAt).toISOString(),
      scheduledPurgeDate: new Date(scheduledPurgeAt).toISOString(),
      ...(vault.properties['enablePurgeProtection'] === true && { purgeProtectionEnabled: true }),
    },
  };
}
