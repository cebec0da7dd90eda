import { createKey } from '../world/key-vault-objects';
import { ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { keys, liveObject, requireNoWork, versionIn } from './objects';
import { keyBundle } from './views';

/** GET of the rotation policy of a key: as none can be set, the one that every key has. */
export function getRotationPolicy(call: VaultCall): VaultAnswer {
  const { name } = liveObject(call, keys);
  const notify = { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } };
  return ok({ id: `${call.base}/keys/${name}/rotationpolicy`, lifetimeActions: [notify], attributes: {} });
}

/** POST rotate: a new version of a key, of the kind of the one before. */
export function rotateKey(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  requireNoWork(call, keys, object.name);
  const { kty, size, ops, tags } = versionIn(call, keys, object);
  createKey(call.world, { kty, size, ops, vaultName: call.vault, name: object.name, ...(tags && { tags }) });
  const rotated = liveObject(call, keys);
  return ok(keyBundle(call, rotated, versionIn(call, keys, rotated)));
}
