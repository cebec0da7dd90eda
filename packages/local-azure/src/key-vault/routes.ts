import { keyBackups, secretBackups } from './backup';
import type { VaultRoute } from './call';
import { decrypt, encrypt, unwrapKey, wrapKey } from './crypto';
import { deletedKeys, deletedSecrets } from './deletion';
import { createNewKey, getKey, importKey, listKeys, listKeyVersions, updateKey } from './keys';
import { getRotationPolicy, rotateKey, setRotationPolicy } from './rotation';
import { sign, verify } from './signing';
import { getSecret, listSecrets, listSecretVersions, setSecret, updateSecret } from './secrets';

/** The data plane of a key vault. */
export const routes: readonly VaultRoute[] = [
  ['GET', '/secrets', 'secrets', 'list', listSecrets],
  ['POST', '/secrets/restore', 'secrets', 'restore', secretBackups.restore],
  ['GET', '/secrets/{name}', 'secrets', 'get', getSecret],
  ['PUT', '/secrets/{name}', 'secrets', 'set', setSecret],
  ['PATCH', '/secrets/{name}', 'secrets', 'update', updateSecret],
  ['DELETE', '/secrets/{name}', 'secrets', 'delete', deletedSecrets.remove],
  ['GET', '/secrets/{name}/versions', 'secrets', 'list', listSecretVersions],
  ['POST', '/secrets/{name}/backup', 'secrets', 'backup', secretBackups.backup],
  ['GET', '/secrets/{name}/{version}', 'secrets', 'get', getSecret],
  ['PATCH', '/secrets/{name}/{version}', 'secrets', 'update', updateSecret],
  ['GET', '/deletedsecrets', 'secrets', 'list', deletedSecrets.listDeleted],
  ['GET', '/deletedsecrets/{name}', 'secrets', 'get', deletedSecrets.getDeleted],
  ['POST', '/deletedsecrets/{name}/recover', 'secrets', 'recover', deletedSecrets.recover],
  ['DELETE', '/deletedsecrets/{name}', 'secrets', 'purge', deletedSecrets.purge],
  ['GET', '/keys', 'keys', 'list', listKeys],
  ['POST', '/keys/restore', 'keys', 'restore', keyBackups.restore],
  ['GET', '/keys/{name}', 'keys', 'get', getKey],
  ['PUT', '/keys/{name}', 'keys', 'import', importKey],
  ['PATCH', '/keys/{name}', 'keys', 'update', updateKey],
  ['DELETE', '/keys/{name}', 'keys', 'delete', deletedKeys.remove],
  ['POST', '/keys/{name}/create', 'keys', 'create', createNewKey],
  ['GET', '/keys/{name}/versions', 'keys', 'list', listKeyVersions],
  ['POST', '/keys/{name}/backup', 'keys', 'backup', keyBackups.backup],
  ['GET', '/keys/{name}/{version}', 'keys', 'get', getKey],
  ['PATCH', '/keys/{name}/{version}', 'keys', 'update', updateKey],
  ['POST', '/keys/{name}/{version}/encrypt', 'keys', 'encrypt', encrypt],
  ['POST', '/keys/{name}/{version}/decrypt', 'keys', 'decrypt', decrypt],
  ['POST', '/keys/{name}/{version}/wrapkey', 'keys', 'wrapKey', wrapKey],
  ['POST', '/keys/{name}/{version}/unwrapkey', 'keys', 'unwrapKey', unwrapKey],
  ['POST', '/keys/{name}/{version}/sign', 'keys', 'sign', sign],
  ['POST', '/keys/{name}/{version}/verify', 'keys', 'verify', verify],
  ['GET', '/keys/{name}/rotationpolicy', 'keys', 'getrotationpolicy', getRotationPolicy],
  ['PUT', '/keys/{name}/rotationpolicy', 'keys', 'setrotationpolicy', setRotationPolicy],
  ['POST', '/keys/{name}/rotate', 'keys', 'rotate', rotateKey],
  // An empty version is the current one.
  ['POST', '/keys/{name}/encrypt', 'keys', 'encrypt', encrypt],
  ['POST', '/keys/{name}/decrypt', 'keys', 'decrypt', decrypt],
  ['POST', '/keys/{name}/wrapkey', 'keys', 'wrapKey', wrapKey],
  ['POST', '/keys/{name}/unwrapkey', 'keys', 'unwrapKey', unwrapKey],
  ['POST', '/keys/{name}/sign', 'keys', 'sign', sign],
  ['POST', '/keys/{name}/verify', 'keys', 'verify', verify],
  ['GET', '/deletedkeys', 'keys', 'list', deletedKeys.listDeleted],
  ['GET', '/deletedkeys/{name}', 'keys', 'get', deletedKeys.getDeleted],
  ['POST', '/deletedkeys/{name}/recover', 'keys', 'recover', deletedKeys.recover],
  ['DELETE', '/deletedkeys/{name}', 'keys', 'purge', deletedKeys.purge],
];
