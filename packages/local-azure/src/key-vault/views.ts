import { createPublicKey } from 'node:crypto';
import type { KeyVersion, SecretVersion, VaultObject } from '../world/key-vault/key-vault-objects';
import { VaultError, type VaultCall } from './call';
import { materialOf } from './material';
import { attributesView } from './objects';

function tagged(tags: Record<string, string> | undefined) {
  return tags ? { tags } : {};
}

/** A secret without its value. */
export function secretItem(call: VaultCall, name: string, version: SecretVersion, withVersion: boolean) {
  return {
    ...(version.contentType !== undefined && { contentType: version.contentType }),
    id: `${call.base}/secrets/${name}${withVersion ? `/${version.version}` : ''}`,
    attributes: attributesView(call, version.attributes),
    ...tagged(version.tags),
  };
}

/** A secret with its value. */
export function secretBundle(call: VaultCall, name: string, version: SecretVersion) {
  return { value: version.value, ...secretItem(call, name, version, true) };
}

/** A key without its public part. */
export function keyItem(call: VaultCall, name: string, version: KeyVersion, withVersion: boolean) {
  return {
    kid: `${call.base}/keys/${name}${withVersion ? `/${version.version}` : ''}`,
    attributes: attributesView(call, version.attributes),
    ...tagged(version.tags),
  };
}

/** A version of a key with its public part, as KeyBundle: `n` and `e` of an RSA key, `crv`, `x` and `y` of one on a curve. */
export function keyBundle(call: VaultCall, object: VaultObject<KeyVersion>, version: KeyVersion) {
  const { n, e, x, y } = createPublicKey({ key: materialOf(call.world, object, version), format: 'jwk' }).export({ format: 'jwk' });
  const open = version.crv ? { crv: version.crv, x, y } : { n, e };
  const kid = `${call.base}/keys/${object.name}/${version.version}`;
  return {
    key: { kid, kty: version.kty, key_ops: version.ops, ...open },
    attributes: attributesView(call, version.attributes),
    ...tagged(version.tags),
  };
}

/** What a soft-deleted object shows before its bundle. */
export function deletedView(call: VaultCall, kind: 'keys' | 'secrets', object: VaultObject<KeyVersion | SecretVersion>) {
  return { recoveryId: `${call.base}/deleted${kind}/${object.name}`, ...object.deleted };
}

/** Pages of a list: `maxresults` (1 to 25) and an opaque `$skiptoken`. @throws VaultError 400 for another `maxresults` */
export function pageOf<T>(call: VaultCall, path: string, items: readonly T[], view: (item: T) => unknown) {
  const size = Number(call.query.get('maxresults') ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 25)
    throw new VaultError(400, 'BadParameter', 'The maxresults parameter is out of range: it must be between 1 and 25.');
  const token = call.query.get('$skiptoken');
  const from = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8')) || 0;
  const next = new URLSearchParams({ 'api-version': call.query.get('api-version') ?? '', maxresults: String(size) });
  next.set('$skiptoken', Buffer.from(String(from + size)).toString('base64url'));
  return {
    value: items.slice(from, from + size).map(view),
    nextLink: from + size < items.length ? `${call.base}${path}?${next.toString()}` : null,
  };
}
