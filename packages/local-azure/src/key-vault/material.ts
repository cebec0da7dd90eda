import { generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { objectKey } from '../world/key-vault/key-vault-objects';
import type { KeyVersion, VaultObject } from '../world/key-vault/key-vault-objects';
import { nodeName } from './key-kinds';
import type { World } from '../world/world';

/** A version has one private key in a process, whichever worlds hold it: making one takes a while. */
const made = new Map<string, JsonWebKey>();
const MOST_MADE = 1_000;

const generated = ({ crv, size }: KeyVersion) =>
  crv ? generateKeyPairSync('ec', { namedCurve: nodeName(crv) }) : generateKeyPairSync('rsa', { modulusLength: size });

function make(key: string, version: KeyVersion): JsonWebKey {
  const known = made.get(key);
  if (known) return known;
  const material = generated(version).privateKey.export({ format: 'jwk' });
  if (made.size >= MOST_MADE) made.clear();
  made.set(key, material);
  return material;
}

/**
 * The private key of a version; made and kept when it is first needed. It is kept beside the key, for a key that was purged may
 * still lie in backups.
 */
export function materialOf(world: World, object: VaultObject<KeyVersion>, version: KeyVersion): JsonWebKey {
  if (version.material) return version.material;
  const materials = world.documents<JsonWebKey>('key-material');
  const key = `${objectKey(object.vault, object.name)}/${version.version}`;
  const known = materials.get(key);
  if (known) return known;
  const material = make(key, version);
  world.write(() => materials.put(key, material));
  return material;
}
