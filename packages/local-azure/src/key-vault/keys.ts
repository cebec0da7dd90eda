import { createPrivateKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { createKey, keyObjects, objectKey } from '../world/key-vault/key-vault-objects';
import type { KeyKind } from '../world/key-vault/key-vault-objects';
import { ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { badParameter, kindToImport, kindToMake, operationsIn, refuseExport, requireHardware } from './key-kinds';
import { attributesIn, keys, listedVersions, liveObject, requireFreeName, seconds, store, tagsIn, versionIn } from './objects';
import { keyBundle, keyItem, pageOf } from './views';

function answerNew(call: VaultCall, name: string): VaultAnswer {
  const object = liveObject({ ...call, params: { name } }, keys);
  return ok(keyBundle(call, object, versionIn({ ...call, params: {} }, keys, object)));
}

function append(call: VaultCall, wanted: KeyKind & { material?: JsonWebKey }): VaultAnswer {
  const asked = call.params['name'] ?? '';
  requireFreeName(call, keys, asked);
  refuseExport(call.body);
  requireHardware(call, wanted);
  const name = keyObjects(call.world).get(objectKey(call.vault, asked))?.name ?? asked;
  const tags = tagsIn(call.body);
  createKey(call.world, { ...wanted, vaultName: call.vault, name, attributes: attributesIn(call.body), ...(tags && { tags }) });
  return answerNew(call, name);
}

/** POST create: a new key of RSA (2048, 3072 or 4096 bits) or of an elliptic curve, or a new version of one. */
export const createNewKey = (call: VaultCall): VaultAnswer => append(call, kindToMake(call.body));

/** PUT: a key that the caller brings, as JSON Web Key with its private part. */
export function importKey(call: VaultCall): VaultAnswer {
  const wanted = kindToImport(call.body);
  try {
    createPrivateKey({ key: wanted.material, format: 'jwk' });
  } catch {
    throw badParameter('The parts of the key do not belong together.');
  }
  return append(call, wanted);
}

/** GET /keys/{name}[/{version}], also of a disabled key. @throws VaultError 404 */
export function getKey(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  return ok(keyBundle(call, object, versionIn(call, keys, object)));
}

/** GET /keys: the newest version of each that is not deleted, by name, in pages. */
export function listKeys(call: VaultCall): VaultAnswer {
  const live = keyObjects(call.world)
    .list(objectKey(call.vault, ''))
    .filter((object) => !object.deleted)
    .flatMap(({ name, versions }) => versions.slice(-1).map((version) => ({ name, version })));
  return ok(pageOf(call, '/keys', live, ({ name, version }) => keyItem(call, name, version, false)));
}

/** GET /keys/{name}/versions, newest first, in pages; empty where the key is not there or deleted. */
export function listKeyVersions(call: VaultCall): VaultAnswer {
  const { name, versions } = listedVersions(call, keys);
  return ok(pageOf(call, `/keys/${name}/versions`, versions, (version) => keyItem(call, name, version, true)));
}

/** PATCH /keys/{name}/{version}: changes attributes, operations and tags of a version, and never its material. */
export function updateKey(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  const before = versionIn(call, keys, object);
  refuseExport(call.body);
  const tags = tagsIn(call.body);
  const after = {
    ...before,
    attributes: { ...before.attributes, ...attributesIn(call.body), updated: seconds(call) },
    ...operationsIn(call.body['key_ops'], before.kty),
    ...(tags && { tags }),
  };
  const changed = { ...object, versions: object.versions.map((one) => (one.version === after.version ? after : one)) };
  store(call, keys, changed);
  return ok(keyBundle(call, changed, after));
}
