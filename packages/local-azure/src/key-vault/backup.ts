import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyVersion, SecretVersion, VaultObject } from '../world/key-vault/key-vault-objects';
import { subscriptionOf } from '../world/arm-ids';
import { text, readBack } from '../world/json';
import { geographyOf } from '../world/locations';
import type { ArmResource, World } from '../world/world';
import { ok, VaultError } from './call';
import type { VaultAnswer, VaultCall } from './call';
import { materialOf } from './material';
import { anyObject, keys, liveObject, requireFreeName, secrets, store, workOn } from './objects';
import type { Shelf } from './objects';
import { planRotation } from './rotation';
import { keyBundle, secretItem } from './views';

/** What a backup holds: everything of the object, and where it may be restored. */
interface Backup<V extends SecretVersion | KeyVersion> {
  subscription: string;
  geography: string;
  object: VaultObject<V>;
}

function sealingKey(world: World): Buffer {
  const documents = world.documents<{ key: string }>('authority');
  const known = documents.get('backup-key') ?? { key: randomBytes(32).toString('base64') };
  world.write(() => documents.put('backup-key', known));
  return Buffer.from(known.key, 'base64');
}

/** Like the service's: a length byte, a format name, then a compact JWE. */
function seal(world: World, format: string, content: unknown): string {
  const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(world), iv).setAAD(Buffer.from(`${format}.${header}`));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const jwe = [header, '', iv.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
  return Buffer.concat([Buffer.from([format.length]), Buffer.from(format + jwe)]).toString('base64url');
}

function unseal<V extends SecretVersion | KeyVersion>(world: World, format: string, value: string): Backup<V> {
  try {
    const blob = Buffer.from(value, 'base64url').toString('latin1').slice(1);
    const [header = '', , iv = '', sealed = '', tag = ''] = blob.slice(format.length).split('.');
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(world), Buffer.from(iv, 'base64url'));
    decipher.setAAD(Buffer.from(`${blob.slice(0, format.length)}.${header}`)).setAuthTag(Buffer.from(tag, 'base64url'));
    const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]);
    return readBack(plain.toString('utf8'));
  } catch {
    throw new VaultError(400, 'Malformed backup blob', 'Backup blob contains invalid or corrupt version.');
  }
}

/** Id and region of a key vault. */
export type KeyVaultPlace = Pick<ArmResource, 'id' | 'location'>;

/** A backup may be restored within its subscription and geography only. */
function homeOf({ id, location }: KeyVaultPlace) {
  return { subscription: subscriptionOf(id).toLowerCase(), geography: geographyOf(location) };
}

/** The service does not tell a name that is in use from one whose object it is still at work on, as after a purge. */
function conflict({ base }: VaultCall, { kind, noun }: Pick<Shelf<KeyVersion>, 'kind' | 'noun'>, name: string, version = ''): VaultError {
  const it = noun.toLowerCase();
  return new VaultError(
    409,
    'Conflict',
    `There was a conflict restoring the ${it} '${base}/${kind}/${name}/${version}'. This can happen if either: a second ${it} with the same name was created after the first ${it} was deleted; thus trying to restore a ${it} whose name is already in use. To fix this, rename the second ${it} to something else so that the restore works. The second probable cause of this exception is when multiple operations are performed in parallel against the ${it}. To avoid this error, perform operations against a ${it} in a sequential manner.`,
  );
}

const formatOf = ({ noun }: { noun: string }) => `AzureKeyVault${noun}BackupV1.microsoft.com`;

function backups<V extends SecretVersion | KeyVersion>(
  shelf: Shelf<V>,
  complete: (call: VaultCall, object: VaultObject<V>) => VaultObject<V>,
  bundle: (call: VaultCall, object: VaultObject<V>, version: V) => unknown,
) {
  const format = formatOf(shelf);
  return {
    backup: (call: VaultCall): VaultAnswer => {
      return ok({ value: seal(call.world, format, { ...homeOf(call.keyVault), object: complete(call, liveObject(call, shelf)) }) });
    },
    /** Brings back every version with its id and dates; never over something that is there. */
    restore: (call: VaultCall): VaultAnswer => {
      const { subscription, geography, object } = unseal<V>(call.world, format, text(call.body['value']) ?? '');
      const home = homeOf(call.keyVault);
      if (home.subscription !== subscription || home.geography !== geography) {
        throw new VaultError(400, 'BadParameter', 'The backup can be restored only to a key vault in the same subscription and geography.');
      }
      const current = object.versions.at(-1);
      const there = anyObject(call, shelf, object.name);
      if (workOn(call, shelf, object.name) || (there && !there.deleted)) throw conflict(call, shelf, object.name, current?.version);
      requireFreeName(call, shelf, object.name);
      const restored = { ...object, vault: call.vault };
      store(call, shelf, restored);
      if (shelf.kind === 'keys') planRotation(call.world, call.vault, object.name);
      return ok(current && bundle(call, restored, current));
    },
  };
}

export const secretBackups = backups(
  secrets,
  (_, object) => object,
  (call, object, version) => secretItem(call, object.name, version, true),
);

export const keyBackups = backups(keys, (call, object) => withMaterial(call.world, object), keyBundle);

function withMaterial(world: World, object: VaultObject<KeyVersion>): VaultObject<KeyVersion> {
  return { ...object, versions: object.versions.map((version) => ({ ...version, material: materialOf(world, object, version) })) };
}

/** The blob that backing up a key answers, for a key as it was at some moment in a vault that may be gone by now. */
export function sealKey(world: World, keyVault: KeyVaultPlace, key: VaultObject<KeyVersion>): string {
  return seal(world, formatOf(keys), { ...homeOf(keyVault), object: withMaterial(world, key) });
}

/** As `sealKey`, for a secret. */
export function sealSecret(world: World, keyVault: KeyVaultPlace, secret: VaultObject<SecretVersion>): string {
  return seal(world, formatOf(secrets), { ...homeOf(keyVault), object: secret });
}
