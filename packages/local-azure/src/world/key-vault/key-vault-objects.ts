import { cloudOf } from '../cloud';
import { randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import type { ArmResource, Documents, World } from '../world';

/** As on the wire: times in whole seconds since 1970, UTC. */
export interface ObjectAttributes {
  enabled: boolean;
  created: number;
  updated: number;
  exp?: number;
  nbf?: number;
}

interface ObjectVersion {
  /** 32 hex digits. */
  version: string;
  attributes: ObjectAttributes;
  tags?: Record<string, string>;
}

export interface SecretVersion extends ObjectVersion {
  value: string;
  contentType?: string;
}

/** Types of keys; those in hardware differ in nothing else. */
export type KeyType = 'RSA' | 'RSA-HSM' | 'EC' | 'EC-HSM';

export const CURVES = ['P-256', 'P-384', 'P-521', 'P-256K'] as const;
export type Curve = (typeof CURVES)[number];

/** Whether keys of this type have a curve, and not a size. */
export const isElliptic = (type: KeyType): boolean => type === 'EC' || type === 'EC-HSM';

/** What kind of key is to be made. */
export interface KeyKind {
  kty: KeyType;
  /** Bits of an RSA key. */
  size: number;
  /** Of an elliptic one. */
  crv?: Curve;
  ops?: string[];
}

export interface KeyVersion extends ObjectVersion, KeyKind {
  ops: string[];
  /** Private key; made when it is first needed, so that a seed of many keys starts at once. */
  material?: JsonWebKey;
}

/** When new versions of a key are made by themselves, and until when they are good. Durations as ISO 8601, moments in seconds since 1970. */
export interface RotationPolicy {
  rotate?: { timeAfterCreate: string } | { timeBeforeExpiry: string };
  notify: { timeBeforeExpiry: string };
  expiryTime?: string;
  created: number;
  updated: number;
}

/** What a key vault is still doing with an object after it has answered. */
export type ObjectWork = 'deleting' | 'recovering' | 'purging';

export interface VaultObject<V extends ObjectVersion> {
  /** Name of the key vault, lower case. */
  vault: string;
  name: string;
  /** Oldest first; the last is the current one. */
  versions: V[];
  /** Set while the object is soft-deleted; seconds since 1970. */
  deleted?: { deletedDate: number; scheduledPurgeDate: number };
  work?: ObjectWork;
  /** Of a key, where somebody set one. */
  rotation?: RotationPolicy;
}

export type ObjectKind = 'keys' | 'secrets';

/** A soft-deleted key vault, waiting to be recovered or purged. Milliseconds since 1970. */
export interface DeletedKeyVault {
  vault: ArmResource;
  deletedAt: number;
  scheduledPurgeAt: number;
  /** Somebody has purged it: until that is done it can neither be recovered nor its name be used. */
  isBeingPurged?: true;
}

/** Why something behind a key vault URL cannot be read. */
export type Unreadable = { state: 'vault-missing' | 'vault-deleted' | 'missing' | 'deleted' | 'disabled' | 'expired' };

type Read<V> = { state: 'present'; keyVault: ArmResource; name: string; version: V } | Unreadable;

/** Secrets by `vault/name`, lower case. */
export function secretObjects(world: World): Documents<VaultObject<SecretVersion>> {
  return world.documents('key-vault-secrets');
}

/** Keys by `vault/name`, lower case. */
export function keyObjects(world: World): Documents<VaultObject<KeyVersion>> {
  return world.documents('key-vault-keys');
}

/** Soft-deleted key vaults by name, lower case. */
export function deletedKeyVaults(world: World): Documents<DeletedKeyVault> {
  return world.documents('deleted-key-vaults');
}

/** `vault/name` in lower case, by which keys and secrets are kept. */
export function objectKey(vault: string, name: string): string {
  return `${vault}/${name}`.toLowerCase();
}

/** Finds a key vault by its name, which is unique in the world. */
export function findKeyVault(world: World, name: string): ArmResource | undefined {
  return world.resources.named('Microsoft.KeyVault/vaults', name)[0];
}

/** As in `properties.vaultUri`: in lower case, with the suffix of the cloud and a slash at the end. */
export function vaultUriOf(world: World, vaultName: string): string {
  return `https://${vaultName.toLowerCase()}.${cloudOf(world).vaults}/`;
}

/** Takes `https://<vault>.vault.azure.net[:443]/{keys|secrets}/<name>[/<version>]` apart; undefined when it is something else. */
export function parseObjectUrl(url: string): { vault: string; kind: ObjectKind; name: string; version?: string } | undefined {
  const match = /^https:\/\/([a-z0-9-]+)\.[^/]+\/(keys|secrets)\/([0-9a-z-]+)(?:\/([0-9a-z]+))?\/?$/i.exec(url);
  const [, vault, kind, name, version] = match ?? [];
  if (!vault || !kind || !name) return undefined;
  return { vault: vault.toLowerCase(), kind: kind.toLowerCase() === 'keys' ? 'keys' : 'secrets', name, ...(version && { version }) };
}

function read<V extends ObjectVersion>(world: World, url: string, kind: ObjectKind, objects: Documents<VaultObject<V>>): Read<V> {
  const target = parseObjectUrl(url);
  if (!target || target.kind !== kind) return { state: 'missing' };
  const keyVault = findKeyVault(world, target.vault);
  if (!keyVault) return { state: deletedKeyVaults(world).get(target.vault) ? 'vault-deleted' : 'vault-missing' };
  const object = objects.get(objectKey(target.vault, target.name));
  const seconds = world.clock.now() / 1000;
  if (!object || object.work === 'purging' || (object.deleted && object.deleted.scheduledPurgeDate <= seconds)) return { state: 'missing' };
  if (object.deleted) return { state: 'deleted' };
  const { version: wanted } = target;
  const version = wanted === undefined ? object.versions.at(-1) : object.versions.find((one) => one.version === wanted.toLowerCase());
  if (!version) return { state: 'missing' };
  if (!version.attributes.enabled) return { state: 'disabled' };
  if (version.attributes.exp !== undefined && version.attributes.exp <= seconds) return { state: 'expired' };
  return { state: 'present', keyVault, name: object.name, version };
}

/** Reads the secret behind a URL, no matter who asks: permissions are judged by `keyVaultPermits`. */
export function readSecret(world: World, url: string): Read<SecretVersion> {
  return read(world, url, 'secrets', secretObjects(world));
}

/** Reads the key behind a URL, no matter who asks: permissions are judged by `keyVaultPermits`. */
export function readKey(world: World, url: string): Read<KeyVersion> {
  return read(world, url, 'keys', keyObjects(world));
}

interface NewVersion {
  vaultName: string;
  name: string;
  /** A random one when absent. */
  version?: string;
  tags?: Record<string, string>;
  attributes?: Partial<ObjectAttributes>;
}

function begin(world: World, request: NewVersion): ObjectVersion {
  const seconds = Math.floor(world.clock.now() / 1000);
  return {
    version: request.version ?? randomBytes(16).toString('hex'),
    attributes: { enabled: true, created: seconds, updated: seconds, ...request.attributes },
    ...(request.tags && { tags: request.tags }),
  };
}

/** What is soft-deleted has no more versions to add to: who gets here with its name waited until it was purged. */
function append<V extends ObjectVersion>(objects: Documents<VaultObject<V>>, request: NewVersion, version: V): void {
  const key = objectKey(request.vaultName, request.name);
  const known = objects.get(key);
  const object = known && !known.deleted ? known : { vault: request.vaultName.toLowerCase(), name: request.name, versions: [] };
  objects.put(key, { ...object, versions: [...object.versions, version] });
}

/** Writes a new version of a secret. Answers its URL. */
export function putSecret(
  world: World,
  request: NewVersion & { value: string; contentType?: string },
): { id: string; version: SecretVersion } {
  const version: SecretVersion = {
    ...begin(world, request),
    value: request.value,
    ...(request.contentType && { contentType: request.contentType }),
  };
  append(secretObjects(world), request, version);
  return { id: `${vaultUriOf(world, request.vaultName)}secrets/${request.name}/${version.version}`, version };
}

const allOperations = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'];
const ofCurves = ['sign', 'verify'];

/** Makes a new version of a key, of RSA unless told otherwise. Answers its URL. */
export function createKey(
  world: World,
  request: NewVersion & Partial<KeyKind> & { material?: JsonWebKey },
): { id: string; version: KeyVersion } {
  const { kty = 'RSA' } = request;
  const version: KeyVersion = {
    ...begin(world, request),
    kty,
    size: request.size ?? 2048,
    ...(request.crv && { crv: request.crv }),
    ops: request.ops ?? (isElliptic(kty) ? ofCurves : allOperations),
    ...(request.material && { material: request.material }),
  };
  append(keyObjects(world), request, version);
  return { id: `${vaultUriOf(world, request.vaultName)}keys/${request.name}/${version.version}`, version };
}

/** Forgets everything a key vault held: for its purge. */
export function forgetKeyVaultObjects(world: World, vaultName: string): void {
  const prefix = objectKey(vaultName, '');
  for (const objects of [secretObjects(world), keyObjects(world)]) {
    for (const object of objects.list(prefix)) objects.delete(objectKey(object.vault, object.name));
  }
}
