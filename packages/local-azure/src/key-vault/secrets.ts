import { objectKey, putSecret, secretObjects } from '../world/key-vault/key-vault-objects';
import { text } from '../world/json';
import { VaultError, ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import {
  attributesIn,
  listedVersions,
  liveObject,
  requireEnabled,
  requireFreeName,
  seconds,
  secrets,
  store,
  tagsIn,
  versionIn,
} from './objects';
import { pageOf, secretBundle, secretItem } from './views';

/** GET /secrets/{name}[/{version}]. @throws VaultError 403 where that version is disabled, 404 */
export function getSecret(call: VaultCall): VaultAnswer {
  const object = liveObject(call, secrets);
  const version = versionIn(call, secrets, object);
  requireEnabled(version);
  return ok(secretBundle(call, object.name, version));
}

/** PUT /secrets/{name}: a new version. @throws VaultError 400 without a value, 409 where a deleted secret has the name */
export function setSecret(call: VaultCall): VaultAnswer {
  const name = call.params['name'] ?? '';
  const value = text(call.body['value']);
  if (value === undefined) throw new VaultError(400, 'BadParameter', 'The request body must contain a value for the secret.');
  requireFreeName(call, secrets, name);
  const known = secretObjects(call.world).get(objectKey(call.vault, name));
  const contentType = text(call.body['contentType']);
  const tags = tagsIn(call.body);
  const { version } = putSecret(call.world, {
    vaultName: call.vault,
    name: known?.name ?? name,
    value,
    attributes: attributesIn(call.body),
    ...(contentType !== undefined && { contentType }),
    ...(tags && { tags }),
  });
  return ok(secretBundle(call, known?.name ?? name, version));
}

/** GET /secrets: the newest version of each that is not deleted, without its value, by name, in pages. */
export function listSecrets(call: VaultCall): VaultAnswer {
  const live = secretObjects(call.world)
    .list(objectKey(call.vault, ''))
    .filter((object) => !object.deleted)
    .flatMap(({ name, versions }) => versions.slice(-1).map((version) => ({ name, version })));
  return ok(pageOf(call, '/secrets', live, ({ name, version }) => secretItem(call, name, version, false)));
}

/** GET /secrets/{name}/versions, newest first, in pages; empty where the secret is not there or deleted. */
export function listSecretVersions(call: VaultCall): VaultAnswer {
  const { name, versions } = listedVersions(call, secrets);
  return ok(pageOf(call, `/secrets/${name}/versions`, versions, (version) => secretItem(call, name, version, true)));
}

/** PATCH /secrets/{name}/{version}: changes attributes, content type and tags of a version, and never its value. */
export function updateSecret(call: VaultCall): VaultAnswer {
  const object = liveObject(call, secrets);
  const before = versionIn(call, secrets, object);
  const contentType = text(call.body['contentType']);
  const tags = tagsIn(call.body);
  const after = {
    ...before,
    attributes: { ...before.attributes, ...attributesIn(call.body), updated: seconds(call) },
    ...(contentType !== undefined && { contentType }),
    ...(tags && { tags }),
  };
  store(call, secrets, { ...object, versions: object.versions.map((one) => (one.version === after.version ? after : one)) });
  return ok(secretItem(call, object.name, after, true));
}
