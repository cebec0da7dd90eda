import { constants, createPrivateKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import type { KeyVersion } from '../world/key-vault/key-vault-objects';
import { text } from '../world/json';
import { VaultError, ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { materialOf } from './material';
import { keys, liveObject, seconds, versionIn } from './objects';
import { own } from '../world/own';

const paddings: Record<string, { padding: number; oaepHash?: string }> = {
  'RSA-OAEP': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
  'RSA-OAEP-256': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
  RSA1_5: { padding: constants.RSA_PKCS1_PADDING },
};

function requireUsable(call: VaultCall, version: KeyVersion, operation: string): void {
  const { enabled, exp, nbf } = version.attributes;
  const now = seconds(call);
  if (!enabled) throw new VaultError(403, 'Forbidden', `Operation ${operation} is not allowed on a disabled key.`, 'KeyDisabled');
  // What was made with a key while it was good can be recovered and verified at any time.
  const isRecovering = ['decrypt', 'unwrapKey', 'verify'].includes(operation);
  if (!isRecovering && exp !== undefined && exp <= now)
    throw new VaultError(403, 'Forbidden', `Operation ${operation} is not allowed on an expired key.`, 'KeyExpired');
  if (!isRecovering && nbf !== undefined && nbf > now)
    throw new VaultError(403, 'Forbidden', `Operation ${operation} is not allowed on a key that is not yet valid.`, 'KeyNotYetValid');
  if (!version.ops.some((op) => op.toLowerCase() === operation.toLowerCase())) {
    throw new VaultError(403, 'Forbidden', `Operation ${operation} is not permitted on this key.`, 'KeyOperationForbidden');
  }
}

/** The key that a request wants to use, its private part included. @throws VaultError 403 or 404 */
export function usableKey(call: VaultCall, operation: string) {
  const object = liveObject(call, keys);
  const version = versionIn(call, keys, object);
  requireUsable(call, version, operation);
  const kid = `${call.base}/keys/${object.name}/${version.version}`;
  return { kid, version, material: materialOf(call.world, object, version) };
}

/** What belongs to symmetric keys only. @throws VaultError 400 */
function refuseSymmetric({ body }: VaultCall): void {
  const name = ['iv', 'aad', 'tag'].find((one) => own(body, one) != null);
  if (name !== undefined) throw new VaultError(400, 'BadParameter', `${name} belongs to algorithms of symmetric keys.`);
}

function transform(operation: 'encrypt' | 'decrypt' | 'wrapKey' | 'unwrapKey'): (call: VaultCall) => VaultAnswer {
  const run = operation === 'encrypt' || operation === 'wrapKey' ? publicEncrypt : privateDecrypt;
  return (call) => {
    const { kid, material } = usableKey(call, operation);
    refuseSymmetric(call);
    const padding = own(paddings, text(call.body['alg']));
    if (!padding) throw new VaultError(400, 'BadParameter', `The algorithm ${String(call.body['alg'])} is not supported.`);
    const key = createPrivateKey({ key: material, format: 'jwk' });
    try {
      const value = run({ key, ...padding }, Buffer.from(text(call.body['value']) ?? '', 'base64url'));
      return ok({ kid, value: value.toString('base64url') });
    } catch {
      throw new VaultError(400, 'BadParameter', 'The parameter is incorrect: the value cannot be processed with this key.');
    }
  };
}

export const encrypt = transform('encrypt');
export const decrypt = transform('decrypt');
export const wrapKey = transform('wrapKey');
export const unwrapKey = transform('unwrapKey');
