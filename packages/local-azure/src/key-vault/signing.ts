import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import type { Curve, KeyVersion } from '../world/key-vault/key-vault-objects';
import { isElliptic } from '../world/key-vault/key-vault-objects';
import { text } from '../world/json';
import { own } from '../world/own';
import { VaultError, ok } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { usableKey } from './crypto';
import { isSignatureOf, signDigest } from './ecdsa';
import { isPkcs1, isPss, signPkcs1, signPss, type Hash } from './rsa-signatures';

/** An algorithm by what it needs: a key of a kind, a digest of a length. */
interface Algorithm {
  hash: Hash;
  curve?: Curve;
  sign(key: JsonWebKey, digest: Buffer): Buffer;
  verify(key: JsonWebKey, digest: Buffer, signature: Buffer): boolean;
}

const privateOf = (key: JsonWebKey) => createPrivateKey({ key, format: 'jwk' });
const publicOf = (key: JsonWebKey) => createPublicKey({ key, format: 'jwk' });

const pkcs1 = (hash: Hash): Algorithm => ({
  hash,
  sign: (key, digest) => signPkcs1(privateOf(key), hash, digest),
  verify: (key, digest, signature) => isPkcs1(publicOf(key), hash, digest, signature),
});

const pss = (hash: Hash): Algorithm => ({
  hash,
  sign: (key, digest) => signPss(privateOf(key), hash, digest),
  verify: (key, digest, signature) => isPss(publicOf(key), hash, digest, signature),
});

const ecdsa = (hash: Hash, curve: Curve): Algorithm => ({
  hash,
  curve,
  sign: (key, digest) => signDigest(curve, key, digest),
  verify: (key, digest, signature) => isSignatureOf(curve, key, digest, signature),
});

const algorithms: Record<string, Algorithm> = {
  RS256: pkcs1('sha256'),
  RS384: pkcs1('sha384'),
  RS512: pkcs1('sha512'),
  PS256: pss('sha256'),
  PS384: pss('sha384'),
  PS512: pss('sha512'),
  ES256: ecdsa('sha256', 'P-256'),
  ES256K: ecdsa('sha256', 'P-256K'),
  ES384: ecdsa('sha384', 'P-384'),
  ES512: ecdsa('sha512', 'P-521'),
};

const LENGTHS: Readonly<Record<Hash, number>> = { sha256: 32, sha384: 48, sha512: 64 };

const badParameter = (message: string) => new VaultError(400, 'BadParameter', message);

/** The algorithm that a request names, if the key is of its kind. @throws VaultError 400 */
function algorithmFor(call: VaultCall, version: KeyVersion): Algorithm {
  const name = text(call.body['alg']) ?? '';
  const algorithm = own(algorithms, name);
  if (!algorithm) throw badParameter(`The algorithm ${name} is not supported.`);
  const fits = algorithm.curve === undefined ? !isElliptic(version.kty) : version.crv === algorithm.curve;
  if (fits) return algorithm;
  throw badParameter(`Key and signing algorithm are incompatible: the key is of type '${version.kty}', the algorithm is '${name}'.`);
}

function bytesIn(call: VaultCall, name: string): Buffer {
  return Buffer.from(text(own(call.body, name)) ?? '', 'base64url');
}

/** @throws VaultError 400 when it is no digest of the algorithm */
function digestIn(call: VaultCall, name: string, { hash }: Algorithm): Buffer {
  const digest = bytesIn(call, name);
  if (digest.length === LENGTHS[hash]) return digest;
  throw badParameter(`Invalid length of the digest: ${digest.length} bytes, must be ${LENGTHS[hash]}.`);
}

/**
 * POST sign: `alg` RS256…, PS256… or ES256…, and in `value` the digest (base64url). Answers the signature; of elliptic curves r and s one
 * after the other. By learn.microsoft.com/rest/api/keyvault/keys/sign. @throws VaultError 400, 403 or 404
 */
export function sign(call: VaultCall): VaultAnswer {
  const { kid, version, material } = usableKey(call, 'sign');
  const algorithm = algorithmFor(call, version);
  return ok({ kid, value: algorithm.sign(material, digestIn(call, 'value', algorithm)).toString('base64url') });
}

/** POST verify: whether `value` is the signature of `digest` by the key. @throws VaultError 400, 403 or 404 */
export function verify(call: VaultCall): VaultAnswer {
  const { version, material } = usableKey(call, 'verify');
  const algorithm = algorithmFor(call, version);
  return ok({ value: algorithm.verify(material, digestIn(call, 'digest', algorithm), bytesIn(call, 'value')) });
}
