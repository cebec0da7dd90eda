import type { JsonWebKey } from 'node:crypto';
import { createKey, keyObjects, objectKey } from '../world/key-vault-objects';
import { record, text } from '../world/json';
import { VaultError, ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { attributesIn, keys, listedVersions, liveObject, requireFreeName, seconds, store, tagsIn, versionIn } from './objects';
import { keyBundle, keyItem, pageOf } from './views';

function keyType(kty: unknown): 'RSA' | 'RSA-HSM' {
  if (kty === 'RSA' || kty === 'RSA-HSM') return kty;
  if (typeof kty !== 'string') throw new VaultError(400, 'BadParameter', 'The property kty is missing.');
  throw new VaultError(501, 'NotImplemented', `Local Azure makes only RSA keys, not ${kty}.`);
}

function operationsIn(value: unknown): { ops?: string[] } {
  return Array.isArray(value) ? { ops: value.map(String) } : {};
}

function answerNew(call: VaultCall, name: string): VaultAnswer {
  const object = liveObject({ ...call, params: { name } }, keys);
  return ok(keyBundle(call, object, versionIn({ ...call, params: {} }, keys, object)));
}

function append(call: VaultCall, wanted: { kty: 'RSA' | 'RSA-HSM'; size: number; ops?: string[]; material?: JsonWebKey }): VaultAnswer {
  const asked = call.params['name'] ?? '';
  requireFreeName(call, keys, asked);
  const name = keyObjects(call.world).get(objectKey(call.vault, asked))?.name ?? asked;
  const tags = tagsIn(call.body);
  createKey(call.world, { ...wanted, vaultName: call.vault, name, attributes: attributesIn(call.body), ...(tags && { tags }) });
  return answerNew(call, name);
}

export function createNewKey(call: VaultCall): VaultAnswer {
  const size = Number(call.body['key_size'] ?? 2048);
  if (![2048, 3072, 4096].includes(size)) throw new VaultError(400, 'BadParameter', `Invalid key size: ${size}.`);
  return append(call, { kty: keyType(call.body['kty']), size, ...operationsIn(call.body['key_ops']) });
}

export function importKey(call: VaultCall): VaultAnswer {
  const { kty, n, e, d, p, q, dp, dq, qi, key_ops: ops } = record(call.body['key']);
  const parts = Object.entries({ n, e, d, p, q, dp, dq, qi }).map(([name, value]) => [name, text(value)] as const);
  if (parts.some(([, value]) => value === undefined)) throw new VaultError(400, 'BadParameter', 'The key is incomplete.');
  const size = Buffer.from(text(n) ?? '', 'base64url').length * 8;
  return append(call, { kty: keyType(kty), size, material: { kty: 'RSA', ...Object.fromEntries(parts) }, ...operationsIn(ops) });
}

export function getKey(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  return ok(keyBundle(call, object, versionIn(call, keys, object)));
}

export function listKeys(call: VaultCall): VaultAnswer {
  const live = keyObjects(call.world)
    .list(objectKey(call.vault, ''))
    .filter((object) => !object.deleted)
    .flatMap(({ name, versions }) => versions.slice(-1).map((version) => ({ name, version })));
  return ok(pageOf(call, '/keys', live, ({ name, version }) => keyItem(call, name, version, false)));
}

export function listKeyVersions(call: VaultCall): VaultAnswer {
  const { name, versions } = listedVersions(call, keys);
  return ok(pageOf(call, `/keys/${name}/versions`, versions, (version) => keyItem(call, name, version, true)));
}

export function updateKey(call: VaultCall): VaultAnswer {
  const object = liveObject(call, keys);
  const before = versionIn(call, keys, object);
  const tags = tagsIn(call.body);
  const after = {
    ...before,
    attributes: { ...before.attributes, ...attributesIn(call.body), updated: seconds(call) },
    ...operationsIn(call.body['key_ops']),
    ...(tags && { tags }),
  };
  const changed = { ...object, versions: object.versions.map((one) => (one.version === after.version ? after : one)) };
  store(call, keys, changed);
  return ok(keyBundle(call, changed, after));
}
