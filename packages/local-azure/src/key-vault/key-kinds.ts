import type { JsonWebKey } from 'node:crypto';
import { CURVES, isElliptic, type Curve, type KeyKind, type KeyType } from '../world/key-vault/key-vault-objects';
import { own } from '../world/own';
import { at, record, text } from '../world/json';
import { VaultError } from './call';
import type { VaultCall } from './call';

const TYPES: Readonly<Record<string, KeyType>> = { RSA: 'RSA', 'RSA-HSM': 'RSA-HSM', EC: 'EC', 'EC-HSM': 'EC-HSM' };
const IN_HARDWARE = { RSA: 'RSA-HSM', 'RSA-HSM': 'RSA-HSM', EC: 'EC-HSM', 'EC-HSM': 'EC-HSM' } as const;
const SIZES = [2048, 3072, 4096];

const ofRsa = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey', 'import', 'export'];
const ofCurves = ['sign', 'verify', 'import', 'export'];

/** 400 for what a key of its kind cannot be or do. */
export const badParameter = (message: string): VaultError => new VaultError(400, 'BadParameter', message);

function typeOf(kty: unknown): KeyType {
  if (typeof kty !== 'string') throw badParameter('The property kty is missing.');
  const type = own(TYPES, kty);
  if (type) return type;
  throw badParameter(`The key type ${kty} is not supported by key vaults.`);
}

function curveOf(value: unknown): Curve {
  const curve = CURVES.find((one) => one === (text(value) ?? 'P-256'));
  if (curve) return curve;
  throw badParameter(`The curve ${String(value)} is not supported.`);
}

/** What a key may be used for, where the request says so. @throws VaultError 400 for what keys of its type cannot do */
export function operationsIn(value: unknown, type: KeyType): { ops?: string[] } {
  if (!Array.isArray(value)) return {};
  const ops = value.map(String);
  const known = isElliptic(type) ? ofCurves : ofRsa;
  const other = ops.find((op) => !known.some((one) => one.toLowerCase() === op.toLowerCase()));
  if (other === undefined) return { ops };
  throw badParameter(`The operation ${other} is not possible with keys of type ${type}.`);
}

/** The kind of key that a request wants to be made. @throws VaultError 400, or 501 for another public exponent than 65537 */
export function kindToMake(body: Record<string, unknown>): KeyKind {
  const kty = typeOf(body['kty']);
  const given = operationsIn(body['key_ops'], kty);
  if (Number(body['public_exponent'] ?? 65_537) !== 65_537) {
    throw new VaultError(501, 'NotImplemented', 'Local Azure makes keys with the public exponent 65537 only.');
  }
  if (isElliptic(kty)) return { kty, crv: curveOf(body['crv']), size: 0, ...given };
  const size = Number(body['key_size'] ?? 2048);
  if (!SIZES.includes(size)) throw badParameter(`Invalid key size: ${size}.`);
  return { kty, size, ...given };
}

const parts = {
  rsa: ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'],
  curve: ['x', 'y', 'd'],
} as const;

/** The kind and the private part of a key that a request brings. @throws VaultError 400, or 501 for one that is wrapped for hardware */
export function kindToImport(body: Record<string, unknown>): KeyKind & { material: JsonWebKey } {
  const key = record(body['key']);
  if (key['key_hsm'] !== undefined) throw new VaultError(501, 'NotImplemented', 'Local Azure takes no keys that are wrapped for hardware.');
  const given = typeOf(key['kty']);
  const kty = body['Hsm'] === true ? IN_HARDWARE[given] : given;
  const values = (isElliptic(kty) ? parts.curve : parts.rsa).map((name) => [name, text(key[name])] as const);
  if (values.some(([, value]) => value === undefined)) throw badParameter('The key is incomplete.');
  const material = Object.fromEntries(values);
  const ops = operationsIn(key['key_ops'], kty);
  if (isElliptic(kty)) {
    const crv = curveOf(key['crv']);
    return { kty, crv, size: 0, material: { kty: 'EC', crv: nodeName(crv), ...material }, ...ops };
  }
  const size = Buffer.from(text(key['n']) ?? '', 'base64url').length * 8;
  return { kty, size, material: { kty: 'RSA', ...material }, ...ops };
}

/** What Node calls a curve. */
export const nodeName = (curve: Curve): string => (curve === 'P-256K' ? 'secp256k1' : curve);

/** Nothing leaves a key vault here by a policy. @throws VaultError 400 or 501 */
export function refuseExport(body: Record<string, unknown>): void {
  const isExportable = record(body['attributes'])['exportable'] === true;
  if (isExportable) throw new VaultError(501, 'NotImplemented', 'Local Azure releases no keys: none can be exportable.');
  if (body['release_policy'] != null) throw badParameter('AKV.SKR.1005: Non-exportable keys must not have release policy.');
}

/** Keys in hardware need a key vault of the premium tier. @throws VaultError 400 */
export function requireHardware({ keyVault }: Pick<VaultCall, 'keyVault'>, { kty }: KeyKind): void {
  if (!kty.endsWith('-HSM') || text(at(keyVault.properties, 'sku', 'name'))?.toLowerCase() === 'premium') return;
  throw badParameter(`Keys of type ${kty} need a key vault of the premium tier.`);
}
