import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { subscriptionOf } from '../../world/arm-ids';
import { beginPurge, isListed, keyVaultPurges } from '../../world/key-vault/deleted-key-vaults';
import { deletedKeyVaults, type DeletedKeyVault } from '../../world/key-vault/key-vault-objects';

/** The deleted key vaults of a subscription, in ARM's form. */
export function listDeletedVaults(call: ArmCall): ArmAnswer {
  const subscription = (call.params['subscriptionId'] ?? '').toLowerCase();
  const deleted = deletedKeyVaults(call.world).list();
  const listed = deleted.filter((one) => isListed(call.world, one));
  const value = listed.filter(({ vault }) => subscriptionOf(vault.id).toLowerCase() === subscription).map(view);
  return { status: 200, body: { value } };
}

/** GET of a deleted key vault in its region. @throws ArmError 404 */
export function getDeletedVault(call: ArmCall): ArmAnswer {
  return { status: 200, body: view(deletedVaultOf(call)) };
}

/** POST purge: the name is free again and everything the key vault held is gone for good, once that is done. */
export function purge(call: ArmCall): ArmAnswer {
  const deleted = deletedVaultOf(call);
  const { vault } = deleted;
  if (vault.properties['enablePurgeProtection'] === true) {
    throw new ArmError(405, 'MethodNotAllowed', "Operation 'DeletedVaultPurge' is not allowed.");
  }
  if (deleted.isBeingPurged === true) throw new ArmError(409, 'ConflictError', `The key vault '${vault.name}' is being purged.`);
  return { status: 202, headers: { Location: pollUrl(call, beginPurge(call.world, deleted)) } };
}

const moment = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}Z`;

/** GET operationResults: 202 until the purge is done. */
export function getPurge(call: ArmCall): ArmAnswer {
  const id = call.params['operation'] ?? '';
  const purge = keyVaultPurges(call.world).get(id);
  if (!purge) throw new ArmError(404, 'ResourceNotFound', 'The specified resource does not exist.');
  const createdDateTime = moment(purge.createdAt);
  if (call.world.clock.now() < purge.endsAt) {
    return { status: 202, headers: { Location: pollUrl(call, id) }, body: { createdDateTime, status: 'NotStarted' } };
  }
  return { status: 200, body: { createdDateTime, lastActionDateTime: moment(purge.endsAt), status: 'Succeeded' } };
}

function pollUrl({ origin, params, apiVersion }: ArmCall, id: string): string {
  const place = `/subscriptions/${params['subscriptionId'] ?? ''}/providers/Microsoft.KeyVault/locations/${params['location'] ?? ''}`;
  return `${origin}${place}/operationResults/${id}?api-version=${apiVersion}`;
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
