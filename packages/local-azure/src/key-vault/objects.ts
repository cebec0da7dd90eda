import type {
  KeyVersion,
  ObjectAttributes,
  ObjectKind,
  ObjectWork,
  SecretVersion,
  VaultObject,
} from '../world/key-vault/key-vault-objects';
import { keyObjects, objectKey, secretObjects } from '../world/key-vault/key-vault-objects';
import { record, recordOrNone } from '../world/json';
import type { Documents, World } from '../world/world';
import { VaultError } from './call';
import type { VaultCall } from './call';

/** What is common to keys and secrets. */
export interface Shelf<V extends SecretVersion | KeyVersion> {
  kind: ObjectKind;
  /** `Secret` or `Key`, as error codes and messages name it. */
  noun: 'Secret' | 'Key';
  objects(world: World): Documents<VaultObject<V>>;
}

export const secrets: Shelf<SecretVersion> = { kind: 'secrets', noun: 'Secret', objects: secretObjects };
export const keys: Shelf<KeyVersion> = { kind: 'keys', noun: 'Key', objects: keyObjects };

/** 404, the same for a name, a version and what was purged. */
export function notFound(shelf: Pick<Shelf<KeyVersion>, 'noun'>, name: string): VaultError {
  return new VaultError(
    404,
    `${shelf.noun}NotFound`,
    `A ${shelf.noun.toLowerCase()} with (name/id) ${name} was not found in this key vault. If you recently deleted this ${shelf.noun.toLowerCase()} you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
  );
}

/** The object with the name in the path, soft-deleted or not; one that is purged, or whose purge is due, is gone. */
export function anyObject<V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>, name = call.params['name'] ?? '') {
  const object = shelf.objects(call.world).get(objectKey(call.vault, name));
  const isDue = object?.deleted && object.deleted.scheduledPurgeDate <= call.world.clock.now() / 1000;
  return isDue || object?.work === 'purging' ? undefined : object;
}

/** The living object with the name in the path. @throws VaultError 404 */
export function liveObject<V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>): VaultObject<V> {
  const object = anyObject(call, shelf);
  if (object && !object.deleted) return object;
  throw notFound(shelf, call.params['name'] ?? '');
}

/** Nobody is shown a secret that is disabled, deleted or not. @throws VaultError 403 */
export function requireEnabled({ attributes }: Pick<SecretVersion, 'attributes'>): void {
  if (!attributes.enabled) throw new VaultError(403, 'Forbidden', 'Operation get is not allowed on a disabled secret.', 'SecretDisabled');
}

/** The versions of the object with the name in the path, newest first. The list of one that is not there, or deleted, is empty. */
export function listedVersions<V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>): { name: string; versions: V[] } {
  const object = anyObject(call, shelf);
  const name = object?.name ?? call.params['name'] ?? '';
  return { name, versions: object && !object.deleted ? object.versions.toReversed() : [] };
}

/** The version in the path, or the current one. @throws VaultError 404 */
export function versionIn<V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>, object: VaultObject<V>): V {
  const wanted = call.params['version'];
  const version = wanted === undefined ? object.versions.at(-1) : object.versions.find((one) => one.version === wanted.toLowerCase());
  if (version) return version;
  throw notFound(shelf, `${object.name}/${wanted ?? ''}`);
}

/** Replaces the object with all its versions. */
export function store<V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>, object: VaultObject<V>): void {
  shelf.objects(call.world).put(objectKey(object.vault, object.name), object);
}

const WORK: Readonly<Record<ObjectWork, readonly [inner: string, word: string]>> = {
  deleting: ['ObjectIsBeingDeleted', 'deleted'],
  recovering: ['ObjectIsBeingRecovered', 'recovered'],
  // Neither is it found any more, nor is its name free yet.
  purging: ['ObjectIsBeingDeleted', 'deleted'],
};

/** What the vault is still doing with the object of a name. */
export const workOn = <V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>, name: string): ObjectWork | undefined =>
  shelf.objects(call.world).get(objectKey(call.vault, name))?.work;

/** What the vault is still at work on is left alone by everybody else. @throws VaultError 409 */
export function requireNoWork<V extends SecretVersion | KeyVersion>(
  call: VaultCall,
  shelf: Shelf<V>,
  name: string,
  sentence = (word: string) => `${shelf.noun} ${name} is currently being ${word} and cannot be re-created; retry later.`,
): void {
  const work = workOn(call, shelf, name);
  if (work === undefined) return;
  const [inner, word] = WORK[work];
  throw new VaultError(409, 'Conflict', sentence(word), inner);
}

/** A name that is taken by something soft-deleted cannot be used. @throws VaultError 409 */
export function requireFreeName<V extends SecretVersion | KeyVersion>(call: VaultCall, shelf: Shelf<V>, name: string): void {
  if (!/^[0-9a-z-]{1,127}$/i.test(name)) throw new VaultError(400, 'BadParameter', `The request URI contains an invalid name: ${name}`);
  requireNoWork(call, shelf, name);
  if (!anyObject(call, shelf, name)?.deleted) return;
  throw new VaultError(
    409,
    'Conflict',
    `${shelf.noun} ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${shelf.noun.toLowerCase()} can only be recovered or purged.`,
    'ObjectIsDeletedButRecoverable',
  );
}

function recovery({ properties }: VaultCall['keyVault']) {
  const days = Number(properties['softDeleteRetentionInDays'] ?? 90);
  const customized = days < 90 ? 'Customized' : '';
  const purgeable = properties['enablePurgeProtection'] === true ? '' : '+Purgeable';
  return { recoveryLevel: `${customized}Recoverable${purgeable}`, recoverableDays: days };
}

/** Attributes as the vault shows them. */
export function attributesView(call: VaultCall, { enabled, nbf, exp, created, updated }: ObjectAttributes) {
  return { enabled, ...(nbf !== undefined && { nbf }), ...(exp !== undefined && { exp }), created, updated, ...recovery(call.keyVault) };
}

/** How long what is deleted can be brought back, in seconds, by the vault’s own days. */
export function retentionSeconds(call: VaultCall): number {
  return recovery(call.keyVault).recoverableDays * 86_400;
}

/** Attributes a caller may set. */
export function attributesIn(body: Record<string, unknown>): Partial<ObjectAttributes> {
  const { enabled, exp, nbf } = record(body['attributes']);
  return {
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(typeof exp === 'number' && { exp }),
    ...(typeof nbf === 'number' && { nbf }),
  };
}

/** The tags of a request, all values as text; undefined where it names none. */
export function tagsIn(body: Record<string, unknown>): Record<string, string> | undefined {
  const tags = recordOrNone(body['tags']);
  return tags && Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}

/** Now, by the clock of this world: whole seconds since 1970, in which key vaults tell all moments. */
export function seconds(call: VaultCall): number {
  return Math.floor(call.world.clock.now() / 1000);
}
