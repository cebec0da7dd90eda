import { generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { keyObjects, objectKey } from '../world/key-vault-objects';
import type { KeyVersion, VaultObject } from '../world/key-vault-objects';
import type { World } from '../world/world';

/** The private key of a version; made and kept when it is first needed. */
export function materialOf(world: World, object: VaultObject<KeyVersion>, version: KeyVersion): JsonWebKey {
  if (version.material) return version.material;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: version.size });
  const material = privateKey.export({ format: 'jwk' });
  const versions = object.versions.map((one) => (one.version === version.version ? { ...one, material } : one));
  world.write(() => keyObjects(world).put(objectKey(object.vault, object.name), { ...object, versions }));
  return material;
}
