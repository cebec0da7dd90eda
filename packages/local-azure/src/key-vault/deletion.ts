import { objectKey } from '../world/key-vault/key-vault-objects';
import type { KeyVersion, SecretVersion, VaultObject } from '../world/key-vault/key-vault-objects';
import { ok, VaultError } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { anyObject, keys, liveObject, notFound, requireEnabled, requireNoWork, retentionSeconds, seconds, secrets, store } from './objects';
import type { Shelf } from './objects';
import { begin } from './work';
import { deletedView, keyBundle, keyItem, pageOf, secretItem } from './views';

type View<V extends SecretVersion | KeyVersion> = (call: VaultCall, object: VaultObject<V>, version: V) => object;

/** Soft deletion is alike for keys and secrets; only what they show of themselves differs. */
function deletion<V extends SecretVersion | KeyVersion>(shelf: Shelf<V>, bundle: View<V>, item: View<V>) {
  function deletedObject(call: VaultCall): VaultObject<V> {
    const object = anyObject(call, shelf);
    if (object?.deleted) return object;
    throw notFound(shelf, call.params['name'] ?? '');
  }

  function current(object: VaultObject<V>): V {
    const version = object.versions.at(-1);
    if (version) return version;
    throw notFound(shelf, object.name);
  }

  return {
    remove: (call: VaultCall): VaultAnswer => {
      const deletedDate = seconds(call);
      const object = { ...liveObject(call, shelf), deleted: { deletedDate, scheduledPurgeDate: deletedDate + retentionSeconds(call) } };
      store(call, shelf, object);
      begin(call.world, { kind: shelf.kind, vault: call.vault, name: object.name }, 'deleting');
      return ok({ ...deletedView(call, shelf.kind, object), ...bundle(call, object, current(object)) });
    },
    getDeleted: (call: VaultCall): VaultAnswer => {
      const object = anyObject(call, shelf);
      if (!object?.deleted || object.work === 'deleting') {
        throw new VaultError(404, `${shelf.noun}NotFound`, `Deleted ${shelf.noun} not found: ${call.params['name'] ?? ''}`);
      }
      if (shelf.noun === 'Secret') requireEnabled(current(object));
      return ok({ ...deletedView(call, shelf.kind, object), ...bundle(call, object, current(object)) });
    },
    listDeleted: (call: VaultCall): VaultAnswer => {
      const gone = shelf
        .objects(call.world)
        .list(objectKey(call.vault, ''))
        .filter(
          (object) =>
            object.deleted &&
            (object.work === undefined || object.work === 'recovering') &&
            object.deleted.scheduledPurgeDate > seconds(call),
        );
      const view = (object: VaultObject<V>) => ({ ...deletedView(call, shelf.kind, object), ...item(call, object, current(object)) });
      return ok(pageOf(call, `/deleted${shelf.kind}`, gone, view));
    },
    recover: (call: VaultCall): VaultAnswer => {
      const object = anyObject(call, shelf);
      if (!object) throw notFound(shelf, call.params['name'] ?? '');
      if (!object.deleted) {
        throw new VaultError(
          400,
          'MethodNotAllowed',
          `${shelf.noun} exists already: ${object.name}`,
          'RequestNotAllowedOnNonDeletedObject',
        );
      }
      requireNoWork(call, shelf, object.name, (word) => `${shelf.noun} ${object.name} is currently being ${word}.`);
      begin(call.world, { kind: shelf.kind, vault: call.vault, name: object.name }, 'recovering');
      return ok(bundle(call, object, current(object)));
    },
    purge: (call: VaultCall): VaultAnswer => {
      const object = deletedObject(call);
      requireNoWork(call, shelf, object.name, (word) => `${shelf.noun} is currently being ${word}.`);
      if (call.keyVault.properties['enablePurgeProtection'] === true) {
        throw new VaultError(
          403,
          'Forbidden',
          'Operation "purge" is not allowed because purge protection is enabled for this vault.',
          'PurgeProtectionEnabled',
        );
      }
      begin(call.world, { kind: shelf.kind, vault: call.vault, name: object.name }, 'purging');
      return { status: 204 };
    },
  };
}

export const deletedSecrets = deletion(
  secrets,
  (call, object, version) => secretItem(call, object.name, version, true),
  (call, object, version) => secretItem(call, object.name, version, false),
);

export const deletedKeys = deletion(keys, keyBundle, (call, object, version) => keyItem(call, object.name, version, false));
